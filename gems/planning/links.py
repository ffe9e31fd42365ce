"""Personal links: those the coordinator gives and takes back, and the calendar link that people give themselves."""

from gems.access.links import LINK_ROLES, LinkPurpose, add_link
from gems.access.policy import ROLE_WORDS, Act, Role
from gems.domain.time import Stamp
from gems.domain.words import Words
from gems.planning.accounts import CLOSED, account_in
from gems.planning.office import Declined, Doing, use_case
from gems.store.accounts import Account
from gems.store.desk import desk_of
from gems.store.keys import Link
from gems.store.store import wall_clock

MOST_DAYS = 3660
UNKNOWN_LINK = Words(
    "Ce lien n'existe pas, ou ne fonctionne déjà plus. Rouvrez la liste des liens.",
    "This link does not exist, or has already stopped working. Open the list of links again.",
)
NO_LINK_FOR_ROLE = Words(
    "Un compte de {role} n'a pas de lien personnel : ce qu'il voit demande un mot de passe.",
    "An account of the kind “{role}” has no personal link: what it sees calls for a password.",
)
WRONG_DAYS = Words(
    f"Un lien dure un nombre entier de jours, de 1 à {MOST_DAYS}.",
    f"A link lasts a whole number of days, from 1 to {MOST_DAYS}.",
)
NO_CALENDAR = Words(
    "Ce compte n'a pas d'agenda à suivre : seuls les salariés et les adhérents en ont un.",
    "This account has no calendar to follow: only employees and members have one.",
)
NOT_GIVEN = Words("Il n'y a pas de lien d'agenda à retirer.", "There is no calendar link to take back.")
GIVEN = {
    LinkPurpose.SIGN_IN: Words("lien personnel de connexion donné", "personal sign-in link given"),
    LinkPurpose.CALENDAR: Words("lien d'agenda donné", "calendar link given"),
}
TAKEN_BACK = {
    LinkPurpose.SIGN_IN: Words("lien personnel de connexion retiré", "personal sign-in link taken back"),
    LinkPurpose.CALENDAR: Words("lien d'agenda retiré", "calendar link taken back"),
}


@use_case(Act.MANAGE_ACCOUNTS)
def account_links(doing: Doing, *, account_id: int) -> tuple[Link, ...]:
    """The personal links ever made for an account, the latest first. Raises Declined."""
    return desk_of(doing.work).keys.links_of(account_in(doing, account_id).id)


@use_case(Act.MANAGE_ACCOUNTS, writes=True)
def make_personal_link(
    doing: Doing, *, account_id: int, purpose: LinkPurpose, days: int | None = None, now: Stamp | None = None
) -> str:
    """The token of a new link, shown this once; `days`: how long it opens, the usual length unless told.

    Raises Declined.
    """
    account = account_in(doing, account_id)
    if account.disabled:
        raise Declined(CLOSED)
    if Role(account.role) not in LINK_ROLES:
        raise Declined(NO_LINK_FOR_ROLE.fill(role=ROLE_WORDS[Role(account.role)]))
    if days is not None and not 1 <= days <= MOST_DAYS:
        raise Declined(WRONG_DAYS)
    token = add_link(desk_of(doing.work), account, purpose, days=days, now=_real(now))
    doing.note(Act.MANAGE_ACCOUNTS, account.name, GIVEN[purpose])
    return token


@use_case(Act.MANAGE_ACCOUNTS, writes=True)
def revoke_personal_link(doing: Doing, *, link_id: int, now: Stamp | None = None) -> None:
    """A link that opens nothing any more; whoever came in by it is out. Raises Declined."""
    desk = desk_of(doing.work)
    link = desk.keys.find_link(link_id)
    account = None if link is None else desk.accounts.find(link.account_id)
    if link is None or link.revoked_at is not None or account is None or account.group_id != doing.work.group_id:
        raise Declined(UNKNOWN_LINK)
    desk.keys.revoke_link(link_id, _real(now))
    doing.note(Act.MANAGE_ACCOUNTS, account.name, TAKEN_BACK[LinkPurpose(link.purpose)])


@use_case(Act.MANAGE_MY_CALENDAR_LINK)
def my_calendar_link(doing: Doing, *, now: Stamp | None = None) -> Link | None:
    """The actor's calendar link that works now, without its secret; None when there is none."""
    working = _working(doing, doing.actor.account_id, now)
    return working[0] if working else None


@use_case(Act.MANAGE_MY_CALENDAR_LINK, writes=True)
def renew_my_calendar_link(doing: Doing, *, now: Stamp | None = None) -> str:
    """The token of a new calendar link for the actor, shown this once; the former one stops. Raises Declined."""
    account = _mine(doing)
    desk = desk_of(doing.work)
    for link in _working(doing, account.id, now):
        desk.keys.revoke_link(link.id, _real(now))
    token = add_link(desk, account, LinkPurpose.CALENDAR, days=None, now=_real(now))
    doing.note(Act.MANAGE_MY_CALENDAR_LINK, account.name, GIVEN[LinkPurpose.CALENDAR])
    return token


@use_case(Act.MANAGE_MY_CALENDAR_LINK, writes=True)
def drop_my_calendar_link(doing: Doing, *, now: Stamp | None = None) -> None:
    """No calendar link for the actor any more. Raises Declined."""
    account = _mine(doing)
    working = _working(doing, account.id, now)
    if not working:
        raise Declined(NOT_GIVEN)
    for link in working:
        desk_of(doing.work).keys.revoke_link(link.id, _real(now))
    doing.note(Act.MANAGE_MY_CALENDAR_LINK, account.name, TAKEN_BACK[LinkPurpose.CALENDAR])


def _mine(doing: Doing) -> Account:
    if doing.actor.role not in LINK_ROLES:
        raise Declined(NO_CALENDAR)
    return account_in(doing, doing.actor.account_id)


def _working(doing: Doing, account_id: int, now: Stamp | None) -> list[Link]:
    links = desk_of(doing.work).keys.links_of(account_id)
    return [link for link in links if link.purpose == LinkPurpose.CALENDAR and link.works(_real(now))]


def _real(now: Stamp | None) -> Stamp:
    """Links follow the real clock, whatever moment a demonstration pretends."""
    return wall_clock() if now is None else now
