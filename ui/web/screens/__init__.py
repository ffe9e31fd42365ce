"""The screens of each role, in working order: the only list of them. Rights are decided in `gems.access`, not here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from gems.access.policy import Role
from ui.web.screens.board import indicators
from ui.web.screens.coordinator import accounts, compose, history, members, settings, team, today, week
from ui.web.screens.coordinator import requests as inbox
from ui.web.screens.employee import mine
from ui.web.screens.member import hours, proposal, requests, who


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSpec:
    """One screen: its name in texts ("page.week") and in the address, its icon, and what draws it."""

    key: str
    path: str
    icon: str
    show: Callable[[], None]


PAGES: Mapping[Role, tuple[PageSpec, ...]] = {role: () for role in Role} | {
    Role.COORDINATOR: (
        PageSpec(key="page.today", path="aujourdhui", icon=":material/today:", show=today.show),
        PageSpec(key="page.week", path="semaine", icon=":material/calendar_view_week:", show=week.show),
        PageSpec(key="page.requests", path="demandes", icon=":material/inbox:", show=inbox.show),
        PageSpec(key="page.team", path="equipe", icon=":material/group:", show=team.show),
        PageSpec(key="page.members", path="adherents", icon=":material/domain:", show=members.show),
        PageSpec(key="page.compose", path="composer", icon=":material/extension:", show=compose.show),
        PageSpec(key="page.accounts", path="comptes", icon=":material/key:", show=accounts.show),
        PageSpec(key="page.settings", path="reglages", icon=":material/tune:", show=settings.show),
        PageSpec(key="page.history", path="historique", icon=":material/history:", show=history.show),
    ),
    Role.MEMBER: (
        PageSpec(key="page.asks", path="demandes", icon=":material/assignment:", show=requests.show),
        PageSpec(key="page.proposal", path="proposition", icon=":material/forum:", show=proposal.show),
        PageSpec(key="page.who", path="qui-vient", icon=":material/group:", show=who.show),
        PageSpec(key="page.hours", path="mes-heures", icon=":material/bar_chart:", show=hours.show),
    ),
    Role.EMPLOYEE: (PageSpec(key="page.mine", path="mon-planning", icon=":material/today:", show=mine.show),),
    Role.BOARD: (PageSpec(key="page.board", path="indicateurs", icon=":material/monitoring:", show=indicators.show),),
}
