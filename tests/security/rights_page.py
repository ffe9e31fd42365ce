"""The table of rights as people read it in docs/security.md.

`python -m tests.security.rights_page` writes it into the page again.
"""

from collections.abc import Iterator
from pathlib import Path

import gems.planning.every  # noqa: F401  fills the register
from gems.access.policy import RIGHTS, Act, Role, Scope
from gems.planning.office import USE_CASES

PAGE = Path(__file__).parents[2] / "docs" / "security.md"
BEGIN, END = "<!-- rights: written by python -m tests.security.rights_page -->", "<!-- end of rights -->"
THEMSELVES = (Act.CHANGE_MY_PASSWORD, Act.MANAGE_MY_CALENDAR_LINK)
"""Of the account that asks, whatever its role."""
REACH = {Scope.ANY: "the group's", Scope.OWN: "own", None: "–"}


def rows() -> Iterator[str]:
    """One line an act: who may do it, and whether it changes anything."""
    yield "| Act | Changes data | Coordinator | Member | Employee | Board |"
    yield "|---|---|---|---|---|---|"
    for act in Act:
        writes = any(one.writes for one in USE_CASES.values() if one.act is act) or act is Act.CHANGE_MY_PASSWORD
        scopes = [RIGHTS[role].get(act) for role in Role]
        reach = " | ".join("own" if scope and act in THEMSELVES else REACH[scope] for scope in scopes)
        yield f"| {act.replace('_', ' ')} | {'yes' if writes else 'no'} | {reach} |"


def written(page: str) -> str:
    """The page with the table as it is now."""
    head, _, rest = page.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return f"{head}{BEGIN}\n\n{chr(10).join(rows())}\n\n{END}{tail}"


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text("utf-8")), "utf-8")
