"""The screens of each role, in working order: the only list of them. Rights are decided in `gems.access`, not here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from gems.access.policy import Role
from ui.web.screens.coordinator import team, week
from ui.web.screens.employee import mine
from ui.web.screens.member import proposal, requests


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSpec:
    """One screen: its name in texts ("page.week") and in the address, its icon, and what draws it."""

    key: str
    path: str
    icon: str
    show: Callable[[], None]


PAGES: Mapping[Role, tuple[PageSpec, ...]] = {role: () for role in Role} | {
    Role.COORDINATOR: (
        PageSpec(key="page.week", path="semaine", icon=":material/calendar_view_week:", show=week.show),
        PageSpec(key="page.team", path="equipe", icon=":material/group:", show=team.show),
    ),
    Role.MEMBER: (
        PageSpec(key="page.asks", path="demandes", icon=":material/assignment:", show=requests.show),
        PageSpec(key="page.proposal", path="proposition", icon=":material/forum:", show=proposal.show),
    ),
    Role.EMPLOYEE: (PageSpec(key="page.mine", path="mon-planning", icon=":material/today:", show=mine.show),),
}
