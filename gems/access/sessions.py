"""Sessions: somebody signed in on one browser, for a time. Looked up at each page: a closed account is out at once."""

from dataclasses import dataclass, field

from gems.access.accounts import AccountAct, actor_of, note
from gems.access.policy import Actor, Role
from gems.access.tokens import digest, new_token
from gems.domain.time import Stamp
from gems.domain.words import Language, Words
from gems.store.accounts import Account
from gems.store.desk import Desk, reading_desk, writing_desk
from gems.store.keys import SessionRow
from gems.store.store import Store

HOUR = 3600
SESSION_SECONDS = {
    Role.COORDINATOR: 12 * HOUR,  # a working day: this account sees everybody's data
    Role.BOARD: 12 * HOUR,
    Role.MEMBER: 7 * 24 * HOUR,  # often a desk that several people share
    Role.EMPLOYEE: 30 * 24 * HOUR,  # their own telephone, their own week only
}
"""How long somebody stays signed in, whether they use the page or not."""
PENDING_SECONDS = HOUR
"""How long somebody has to choose a password once signed in with a temporary one."""
SIGNED_OUT = Words("Déconnexion.", "Signed out.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """Somebody came in."""

    token: str = field(repr=False)
    """For a cookie of this browser; the database keeps its hash only."""
    must_change: bool
    """Nothing opens before they choose a password: see `pending_change`."""
    language: Language
    expires_at: Stamp


def actor_of_session(store: Store, token: str, now: Stamp) -> Actor | None:
    """Who holds this token; None when it opens nothing, or nothing before a password is chosen."""
    session = _session(store, token, now)
    return None if session is None or _is_pending(session) else actor_of(session.account)


def pending_change(store: Store, token: str, now: Stamp) -> Account | None:
    """Whose token it is, when the one thing it opens is the choice of a password."""
    session = _session(store, token, now)
    return session.account if session is not None and _is_pending(session) else None


def sign_out(store: Store, token: str, now: Stamp) -> None:
    """The token opens nothing any more. Harmless when it did not."""
    with writing_desk(store) as desk:
        session = desk.keys.session(digest(token), now)
        if session is not None:
            desk.keys.end_session(digest(token))
            note(desk, session.account, AccountAct.SIGN_OUT, SIGNED_OUT)


def open_session(desk: Desk, account: Account, now: Stamp, *, link_id: int | None = None) -> SignedIn:
    """A session for somebody who has shown who they are, by the personal link of that number or by a password."""
    must_change = account.must_change and link_id is None
    seconds = PENDING_SECONDS if must_change else SESSION_SECONDS[Role(account.role)]
    token, expires_at = new_token(), now + seconds
    desk.keys.open_session(digest(token), account.id, link_id=link_id, now=now, expires_at=expires_at)
    return SignedIn(token=token, must_change=must_change, language=account.language, expires_at=expires_at)


def _session(store: Store, token: str, now: Stamp) -> SessionRow | None:
    with reading_desk(store) as desk:
        return desk.keys.session(digest(token), now)


def _is_pending(session: SessionRow) -> bool:
    """A temporary password was used; a personal link is a way in of its own."""
    return session.account.must_change and session.link_id is None
