"""The first start: whoever reads the code printed on the machine makes the first coordinator's account."""

import hmac

from gems.access import attempts, passwords
from gems.access.accounts import MOST_LETTERS, AccountAct, fault_of, login_of, note
from gems.access.policy import Role
from gems.access.sessions import SignedIn, open_session
from gems.access.sign_in import NotSignedIn
from gems.access.tokens import code_digest, new_code
from gems.domain.group import Settings
from gems.domain.time import Stamp
from gems.domain.words import Language, Words
from gems.store.accounts import NewAccount
from gems.store.desk import Desk, reading_desk, writing_desk
from gems.store.store import Store

CODE_SECONDS = 24 * 3600
"""How long the code opens; another start of the server gives another."""
WRONG_CODE = Words(
    "Ce code ne convient pas. Recopiez celui que le serveur a écrit à son dernier démarrage ; après un jour, "
    "redémarrez-le pour en avoir un autre.",
    "This code is not right. Copy the one that the server wrote when it last started; after a day, restart it to get "
    "another.",
)
ALREADY = Words(
    "La coordination a déjà un compte. Connectez-vous, ou demandez-lui un accès.",
    "The coordinator already has an account. Sign in, or ask them for an access.",
)
NO_GROUP_NAME = Words("Le nom du groupement manque.", "The name of the group is missing.")
STARTED = Words(
    "Premier démarrage : compte de la coordination créé.", "First start: the coordinator's account was made."
)


def is_first_start(store: Store) -> bool:
    """Whether nobody has ever coordinated here."""
    with reading_desk(store) as desk:
        return not desk.accounts.anybody(Role.COORDINATOR)


def one_time_code(store: Store, *, now: Stamp) -> str | None:
    """A code to print where only whoever holds the machine reads it; None once somebody coordinates.

    The former code opens nothing any more.
    """
    with writing_desk(store) as desk:
        desk.attempts.take_turns()
        if desk.accounts.anybody(Role.COORDINATOR):
            return None
        code = new_code()
        desk.keys.set_first_code(code_digest(code), now + CODE_SECONDS)
        return code


def create_first_coordinator(
    store: Store,
    code: str,
    *,
    group_name: str,
    login: str,
    name: str,
    password: str,
    language: Language = "fr",
    origin: str,
    now: Stamp,
) -> SignedIn:
    """The first coordinator's account and, in an empty database, the group; raises NotSignedIn, PasswordRefused.

    Where a group exists (imported on the command line), the account is made in it and `group_name` is not read.
    """
    login, name = login_of(login), name.strip()
    if words := fault_of(login, name):
        raise NotSignedIn(words)
    if words := passwords.fault(password, login=login):
        raise passwords.PasswordRefused(words)
    with writing_desk(store) as desk:
        attempt = attempts.begin(desk, f"first start {origin}", origin, now)
    if isinstance(attempt, int):
        raise NotSignedIn(attempts.wait_words(attempt))
    kept = passwords.hashed(password)
    with writing_desk(store) as desk:
        desk.attempts.take_turns()
        if desk.accounts.anybody(Role.COORDINATOR):
            raise NotSignedIn(ALREADY)
        expected = desk.keys.first_code(now)
        if expected is None or not hmac.compare_digest(expected, code_digest(code)):
            raise NotSignedIn(WRONG_CODE)
        group_id = desk.first_group() or _new_group(desk, group_name.strip())
        told = NewAccount(login=login, name=name, role=Role.COORDINATOR, language=language)
        number = desk.accounts.add(group_id, told, now)
        desk.accounts.set_password(number, kept, must_change=False)
        desk.keys.drop_first_code()
        attempts.succeed(desk, attempt)
        account = desk.accounts.find(number)
        assert account is not None
        note(desk, account, AccountAct.FIRST_START, STARTED)
        return open_session(desk, account, now)


def _new_group(desk: Desk, name: str) -> int:
    if not name or len(name) > MOST_LETTERS:
        raise NotSignedIn(NO_GROUP_NAME)
    return desk.add_group(Settings(name=name))
