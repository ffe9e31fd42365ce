"""Coming in as a sign-in provider says: the organisation vouches for an e-mail address, which names the account."""

from gems.access.accounts import AccountAct, actor_of_identity, note
from gems.access.sessions import SignedIn, open_session
from gems.access.sign_in import NotSignedIn
from gems.domain.time import Stamp
from gems.domain.words import Words
from gems.store.desk import writing_desk
from gems.store.store import Store

NO_ACCOUNT = Words(
    "Votre organisation vous a reconnu·e, mais aucun compte du groupement ne porte cette adresse vérifiée. Demandez à "
    "la coordination d'en ouvrir un.",
    "Your organisation recognised you, but no account of the group goes by this verified address. Ask the coordinator "
    "to open one.",
)
SIGNED_IN = Words("Connexion par l'organisation.", "Signed in through the organisation.")


def sign_in_by_identity(store: Store, email: str, verified: bool, *, now: Stamp) -> SignedIn:
    """A session for the holder of a verified address; raises NotSignedIn."""
    actor = actor_of_identity(store, email, verified)
    with writing_desk(store) as desk:
        account = None if actor is None else desk.accounts.hold(actor.account_id)
        if account is None or account.disabled:
            raise NotSignedIn(NO_ACCOUNT)
        note(desk, account, AccountAct.SIGN_IN, SIGNED_IN)
        return open_session(desk, account, now)
