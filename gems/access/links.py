"""Personal links: a secret in an address, for people who keep no password, and for calendars. Revocable."""

from enum import StrEnum

from gems.access.accounts import AccountAct, actor_of, note
from gems.access.policy import Actor, Role
from gems.access.sessions import SignedIn, open_session
from gems.access.sign_in import NotSignedIn
from gems.access.tokens import digest, new_token
from gems.domain.time import Stamp
from gems.domain.words import Words
from gems.store.accounts import Account
from gems.store.desk import Desk, reading_desk, writing_desk
from gems.store.keys import Link
from gems.store.store import Store

DAY_SECONDS = 86_400


class LinkPurpose(StrEnum):
    """What a link opens, and nothing else."""

    SIGN_IN = "sign_in"
    CALENDAR = "calendar"


LINK_DAYS: dict[LinkPurpose, int | None] = {
    LinkPurpose.SIGN_IN: 90,  # a season; the coordinator sends another
    LinkPurpose.CALENDAR: None,  # a calendar that stopped without a word would make somebody miss their work
}
"""How long a link opens, when nobody says otherwise; None: until it is revoked or the account is closed."""
LINK_ROLES = frozenset({Role.EMPLOYEE, Role.MEMBER})
"""Who may have personal links: they see their own affairs only."""
DEAD_LINK = Words(
    "Ce lien ne fonctionne pas ou plus. Demandez-en un autre à la coordination.",
    "This link does not work, or not any more. Ask the coordinator for another.",
)
SIGNED_IN = Words("Connexion par lien personnel.", "Signed in by a personal link.")


def add_link(desk: Desk, account: Account, purpose: LinkPurpose, *, days: int | None, now: Stamp) -> str:
    """The token of a new link, told this once. `days` None: the usual length. The caller has checked LINK_ROLES."""
    token, lasts = new_token(), LINK_DAYS[purpose] if days is None else days
    expires_at = None if lasts is None else now + lasts * DAY_SECONDS
    desk.keys.add_link(digest(token), account.id, purpose, now=now, expires_at=expires_at)
    return token


def sign_in_by_link(store: Store, token: str, *, now: Stamp) -> SignedIn:
    """A session for whoever holds the link; raises NotSignedIn. Revoking the link ends the session."""
    with writing_desk(store) as desk:
        found = _opened(desk, token, LinkPurpose.SIGN_IN, now)
        if found is None:
            raise NotSignedIn(DEAD_LINK)
        link, account = found
        desk.keys.stamp_link(link.id, now)
        note(desk, account, AccountAct.SIGN_IN, SIGNED_IN)
        return open_session(desk, account, now, link_id=link.id)


def account_of_calendar(store: Store, token: str, *, now: Stamp) -> Actor | None:
    """Whose calendar this link shows; None when it shows nothing. For the feed only."""
    with reading_desk(store) as desk:
        found = _opened(desk, token, LinkPurpose.CALENDAR, now)
    if found is None:
        return None
    link, account = found
    # Calendars come back every few minutes: a stamp a day is enough to know that somebody still reads it.
    if link.used_at is None or link.used_at // DAY_SECONDS != now // DAY_SECONDS:
        with writing_desk(store) as desk:
            desk.keys.stamp_link(link.id, now)
    return actor_of(account)


def _opened(desk: Desk, token: str, purpose: LinkPurpose, now: Stamp) -> tuple[Link, Account] | None:
    link = desk.keys.link(digest(token))
    if link is None or link.purpose != purpose or not link.works(now):
        return None
    account = desk.accounts.find(link.account_id)
    if account is None or account.disabled or Role(account.role) not in LINK_ROLES:
        return None
    return link, account
