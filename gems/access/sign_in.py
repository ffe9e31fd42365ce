"""Signing in with a name and a password, and choosing another password."""

from gems.access import attempts, passwords
from gems.access.accounts import AccountAct, login_of, note
from gems.access.policy import Act
from gems.access.sessions import SignedIn, open_session, pending_change
from gems.access.tokens import digest
from gems.domain.time import Stamp
from gems.domain.words import Words
from gems.store.accounts import Account
from gems.store.desk import reading_desk, writing_desk
from gems.store.store import Store

NOT_KNOWN = Words(
    "L'identifiant ou le mot de passe ne convient pas. Vérifiez les majuscules, puis recommencez ; la coordination "
    "peut vous donner un nouvel accès.",
    "The sign-in name or the password is not right. Check the capital letters, then try again; the coordinator can "
    "give you a new access.",
)
OLD_WRONG = Words(
    "Votre mot de passe actuel n'est pas celui-là. Recommencez, ou demandez un nouvel accès à la coordination.",
    "This is not your present password. Try again, or ask the coordinator for a new access.",
)
NOT_SIGNED_IN = Words(
    "Vous n'êtes plus connecté. Connectez-vous, puis recommencez.",
    "You are not signed in any more. Sign in, then try again.",
)
SAME_AGAIN = Words(
    "C'est le mot de passe que vous aviez déjà. Choisissez-en un autre.",
    "This is the password you already had. Choose another one.",
)
SIGNED_IN = Words("Connexion par mot de passe.", "Signed in with a password.")
STOPPED = Words(
    "Connexions arrêtées pour un temps, après plusieurs mots de passe faux.",
    "Sign-ins stopped for a while, after several wrong passwords.",
)
CHANGED = Words(
    "Mot de passe changé ; déconnexion de partout ailleurs.", "Password changed; signed out everywhere else."
)


class NotSignedIn(Exception):
    """Nobody came in; `words` say what to do, never whether an account exists."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


def sign_in(store: Store, login: str, password: str, *, origin: str, now: Stamp) -> SignedIn:
    """A session for whoever knows the password; raises NotSignedIn. `origin` is the address of whoever tries."""
    login = login_of(login)
    attempt = _begin(store, login, origin, now)
    account, kept = _account_and_hash(store, login)
    if not passwords.matches(kept, password) or account is None or kept is None:
        _fail(store, attempt, account)
        raise NotSignedIn(NOT_KNOWN)
    stronger = passwords.hashed(password) if passwords.is_outdated(kept) else None
    with writing_desk(store) as desk:
        accounts = desk.accounts
        held = accounts.hold(account.id)
        # While the password was checked, the coordinator may have closed the account or given another password.
        if held is None or held.disabled or accounts.password_hash(account.id) != kept:
            raise NotSignedIn(NOT_KNOWN)
        if stronger is not None:
            accounts.set_password(account.id, stronger, must_change=held.must_change)
        attempts.succeed(desk, attempt)
        note(desk, held, AccountAct.SIGN_IN, SIGNED_IN)
        return open_session(desk, held, now)


def choose_password(store: Store, token: str, new: str, *, now: Stamp) -> SignedIn:
    """Put one's own password in place of a temporary one; raises PasswordRefused, NotSignedIn.

    The session becomes a full one, under another token.
    """
    account = pending_change(store, token, now)
    if account is None:
        raise NotSignedIn(NOT_SIGNED_IN)
    return _replace_password(store, token, account, new, now)


def change_password(store: Store, token: str, *, old: str, new: str, origin: str, now: Stamp) -> SignedIn:
    """Another password of one's own; raises PasswordRefused, NotSignedIn. Every other session of the account ends.

    The session goes on under another token.
    """
    with reading_desk(store) as desk:
        session = desk.keys.session(digest(token), now)
    if session is None:
        raise NotSignedIn(NOT_SIGNED_IN)
    account = session.account
    attempt = _begin(store, account.login, origin, now)
    _, kept = _account_and_hash(store, account.login)
    if not passwords.matches(kept, old):
        _fail(store, attempt, account)
        raise NotSignedIn(OLD_WRONG)
    with writing_desk(store) as desk:
        attempts.succeed(desk, attempt)
    return _replace_password(store, token, account, new, now)


def _replace_password(store: Store, token: str, account: Account, new: str, now: Stamp) -> SignedIn:
    _, former = _account_and_hash(store, account.login)
    kept = passwords.chosen(new, login=account.login)
    if passwords.matches(former, new):
        raise passwords.PasswordRefused(SAME_AGAIN)
    with writing_desk(store) as desk:
        accounts, keys = desk.accounts, desk.keys
        accounts.hold(account.id)
        session = keys.session(digest(token), now)
        if session is None or accounts.password_hash(account.id) != former:
            raise NotSignedIn(NOT_SIGNED_IN)
        accounts.set_password(account.id, kept, must_change=False)
        keys.end_sessions(account.id)
        note(desk, session.account, Act.CHANGE_MY_PASSWORD, CHANGED)
        fresh = accounts.find(account.id)
        assert fresh is not None
        return open_session(desk, fresh, now, link_id=session.link_id)


def _begin(store: Store, login: str, origin: str, now: Stamp) -> attempts.Attempt:
    with writing_desk(store) as desk:
        begun = attempts.begin(desk, login, origin, now)
    if isinstance(begun, int):
        raise NotSignedIn(attempts.wait_words(begun))
    return begun


def _fail(store: Store, attempt: attempts.Attempt, account: Account | None) -> None:
    if attempt.last_free and account is not None:
        with writing_desk(store) as desk:
            note(desk, account, AccountAct.SIGN_IN_STOPPED, STOPPED)


def _account_and_hash(store: Store, login: str) -> tuple[Account | None, str | None]:
    with reading_desk(store) as desk:
        account = desk.accounts.named(login)
        return account, None if account is None else desk.accounts.password_hash(account.id)
