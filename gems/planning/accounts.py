"""The group's accounts: who may come in. For the coordinator, and for whoever holds the machine."""

from dataclasses import dataclass, field

from gems.access import attempts, passwords
from gems.access.accounts import fault_of, login_of
from gems.access.links import LinkPurpose
from gems.access.policy import ROLE_WORDS, Act, Role
from gems.domain.time import Stamp
from gems.domain.words import Language, Words
from gems.planning.office import Declined, Doing, use_case
from gems.store.accounts import Account, NewAccount
from gems.store.desk import desk_of
from gems.store.store import wall_clock

UNKNOWN = Words(
    "Ce compte n'existe pas dans ce groupement. Rouvrez la liste des comptes.",
    "This account does not exist in this group. Open the list of accounts again.",
)
TAKEN = Words(
    "L'identifiant « {login} » est déjà celui d'un compte. Prenez-en un autre.",
    "The sign-in name “{login}” is already that of an account. Take another.",
)
WHICH_MEMBER = Words(
    "Un compte d'adhérent dit lequel : choisissez-le dans la liste des adhérents.",
    "A member's account says which: choose it in the list of members.",
)
WHICH_EMPLOYEE = Words(
    "Un compte de salarié dit lequel : choisissez-le dans la liste des salariés.",
    "An employee's account says which: choose them in the list of employees.",
)
NEITHER = Words(
    "Un compte de ce rôle n'est celui d'aucun adhérent ni salarié : laissez ces champs vides.",
    "An account of this role is no member's and no employee's: leave those fields empty.",
)
LAST_COORDINATOR = Words(
    "C'est le dernier compte de coordination ouvert : plus personne ne pourrait en gérer. Ouvrez-en d'abord un autre.",
    "This is the last open coordinator's account: nobody could manage any more. Open another first.",
)
CLOSED = Words("Ce compte est fermé : rouvrez-le d'abord.", "This account is closed: open it again first.")
ALREADY_CLOSED = Words("Ce compte est déjà fermé.", "This account is closed already.")
ALREADY_OPEN = Words("Ce compte est déjà ouvert.", "This account is open already.")


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """An account in the coordinator's list."""

    account: Account
    of: str
    """Name of the member or employee it is for; empty for the group's own people."""
    has_link: bool
    """A personal link signs in to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A new account."""

    account_id: int
    temporary_password: str | None = field(repr=False)
    """Shown this once; None when it comes in by a personal link or a provider."""


@use_case(Act.MANAGE_ACCOUNTS)
def accounts(doing: Doing, *, now: Stamp | None = None) -> tuple[AccountRow, ...]:
    """Every account of the group, by name. `now` is real time: the wall clock's unless told."""
    desk = desk_of(doing.work)
    linked = desk.keys.linked(LinkPurpose.SIGN_IN, wall_clock() if now is None else now)
    return tuple(
        AccountRow(account=account, of=_of(doing, account), has_link=account.id in linked)
        for account in desk.accounts.of_group(doing.work.group_id)
    )


@use_case(Act.MANAGE_ACCOUNTS, writes=True)
def add_account(
    doing: Doing,
    *,
    login: str,
    name: str,
    role: Role,
    member_id: str | None = None,
    employee_id: str | None = None,
    language: Language = "fr",
    with_password: bool = True,
) -> Opened:
    """Open an account, with a temporary password or none. Raises Declined."""
    told = NewAccount(
        login=login_of(login),
        name=name.strip(),
        role=role,
        member_id=member_id,
        employee_id=employee_id,
        language=language,
    )
    desk = desk_of(doing.work)
    if words := _wrong(doing, told):
        raise Declined(words)
    if desk.accounts.named(told.login) is not None:
        raise Declined(TAKEN.fill(login=told.login))
    number = desk.accounts.add(doing.work.group_id, told, doing.work.now)
    password = _give_password(doing, number) if with_password else None
    said = Words("compte ouvert : {role}", "account opened: {role}").fill(role=ROLE_WORDS[role])
    doing.note(Act.MANAGE_ACCOUNTS, told.name, said)
    return Opened(account_id=number, temporary_password=password)


@use_case(Act.MANAGE_ACCOUNTS, writes=True)
def reset_password(doing: Doing, *, account_id: int) -> str:
    """A temporary password in place of the one there was, shown this once; every session ends. Raises Declined."""
    account = account_in(doing, account_id)
    if account.disabled:
        raise Declined(CLOSED)
    password = _give_password(doing, account_id)
    desk = desk_of(doing.work)
    desk.keys.end_sessions(account_id)
    attempts.forget(desk, account.login)
    doing.note(Act.MANAGE_ACCOUNTS, account.name, Words("mot de passe provisoire donné", "temporary password given"))
    return password


@use_case(Act.MANAGE_ACCOUNTS, writes=True)
def disable_account(doing: Doing, *, account_id: int) -> None:
    """Close an account: nothing opens it any more, and whoever is in is out. Raises Declined."""
    account = account_in(doing, account_id)
    if account.disabled:
        raise Declined(ALREADY_CLOSED)
    desk = desk_of(doing.work)
    others = (each for each in desk.accounts.of_group(account.group_id) if each.id != account_id and not each.disabled)
    if account.role == Role.COORDINATOR and not any(each.role == Role.COORDINATOR for each in others):
        raise Declined(LAST_COORDINATOR)
    desk.accounts.set_disabled(account_id, True)
    desk.keys.end_sessions(account_id)
    doing.note(Act.MANAGE_ACCOUNTS, account.name, Words("compte fermé", "account closed"))


@use_case(Act.MANAGE_ACCOUNTS, writes=True)
def enable_account(doing: Doing, *, account_id: int) -> None:
    """Open a closed account again, with the password and links it had. Raises Declined."""
    account = account_in(doing, account_id)
    if not account.disabled:
        raise Declined(ALREADY_OPEN)
    desk_of(doing.work).accounts.set_disabled(account_id, False)
    doing.note(Act.MANAGE_ACCOUNTS, account.name, Words("compte rouvert", "account opened again"))


def account_in(doing: Doing, account_id: int) -> Account:
    """The account of that number; raises Declined when the group has none."""
    account = desk_of(doing.work).accounts.find(account_id)
    if account is None or account.group_id != doing.work.group_id:
        raise Declined(UNKNOWN)
    return account


def _of(doing: Doing, account: Account) -> str:
    """Whose affairs it opens, by name; the id alone once the group does not know them any more."""
    member = doing.work.group.member.get(account.member_id or "")
    employee = doing.work.group.employee.get(account.employee_id or "")
    known = member or employee
    return known.name if known is not None else account.member_id or account.employee_id or ""


def _give_password(doing: Doing, account_id: int) -> str:
    password = passwords.temporary_password()
    desk_of(doing.work).accounts.set_password(account_id, passwords.hashed(password), must_change=True)
    return password


def _wrong(doing: Doing, told: NewAccount) -> Words | None:
    """Why an account cannot be opened so; None when it can."""
    if words := fault_of(told.login, told.name):
        return words
    group = doing.work.group
    match told.role:
        case Role.MEMBER:
            return None if told.member_id in group.member and told.employee_id is None else WHICH_MEMBER
        case Role.EMPLOYEE:
            return None if told.employee_id in group.employee and told.member_id is None else WHICH_EMPLOYEE
        case _:
            return None if told.member_id is None and told.employee_id is None else NEITHER
