"""From an account to somebody who may act, and how what they do with it is written in the history."""

from enum import StrEnum

from gems.access.policy import Act, Actor, Role
from gems.domain.life import Deed
from gems.domain.words import Words
from gems.store.accounts import Account
from gems.store.desk import Desk, reading_desk
from gems.store.store import Store

NO_LOGIN = Words(
    "L'identifiant manque, ou contient une espace : donnez une adresse électronique ou un nom sans espace.",
    "The sign-in name is missing or holds a space: give an e-mail address or a name without spaces.",
)
NO_NAME = Words("Le nom manque : donnez celui de la personne.", "The name is missing: give the person's.")
MOST_LETTERS = 200
HOUSE = "ligne de commande"
"""Who acts, in the history, when it was done on the machine itself."""


class AccountAct(StrEnum):
    """What somebody does with their own account before any right is asked."""

    FIRST_START = "first_start"
    SIGN_IN = "sign_in"
    SIGN_IN_STOPPED = "sign_in_stopped"
    SIGN_OUT = "sign_out"


def actor_of(account: Account) -> Actor:
    """Somebody who may act in this account's name. The caller has made sure that it is them."""
    return Actor(
        account_id=account.id,
        group_id=account.group_id,
        name=account.name,
        role=Role(account.role),
        member_id=account.member_id,
        employee_id=account.employee_id,
    )


def house(group_id: int) -> Actor:
    """Whoever holds the machine: acts as the coordinator, and the history says so."""
    return Actor(account_id=0, group_id=group_id, name=HOUSE, role=Role.COORDINATOR)


def has_password(store: Store, actor: Actor) -> bool:
    """Whether they can sign in with a password; who only follows a link has none to change."""
    with reading_desk(store) as desk:
        account = desk.accounts.find(actor.account_id)
    return account is not None and account.has_password


def actor_of_identity(store: Store, email: str, verified: bool) -> Actor | None:
    """The holder of the account named like the e-mail address that a sign-in provider has verified."""
    if not verified or not email.strip():
        return None
    with reading_desk(store) as desk:
        account = desk.accounts.named(login_of(email))
    return None if account is None or account.disabled else actor_of(account)


def login_of(text: str) -> str:
    """A sign-in name as it is kept, however it was typed; without signs that nobody sees."""
    return "".join(sign for sign in text.strip().lower() if sign.isprintable())


def fault_of(login: str, name: str) -> Words | None:
    """Why an account cannot be opened under these names; None when it can."""
    if not login or len(login) > MOST_LETTERS or any(sign.isspace() for sign in login):
        return NO_LOGIN
    return None if name and len(name) <= MOST_LETTERS and name.isprintable() else NO_NAME


def note(desk: Desk, account: Account, act: Act | AccountAct, words: Words) -> None:
    """Write down what somebody did with their account, in the same transaction."""
    deed = Deed(at=desk.now, who=account.name, role=account.role, act=str(act), subject=account.name, words=words)
    desk.note(account.group_id, deed)
