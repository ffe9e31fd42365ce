"""What the versions of a group refer to for ever, and which can therefore never be deleted."""

from sqlalchemy import select, union

from gems.store.tables.life import assignments, changes, refusals
from gems.store.work import Work


def people_at_work(work: Work) -> frozenset[str]:
    """Ids of the employees with work in any version, or a change or refusal counted."""
    tables = (assignments, changes, refusals)
    named = union(*(select(one.c.employee_id).where(one.c.group_id == work.group_id) for one in tables))
    return frozenset(work.connection.scalars(named))


def sites_at_work(work: Work) -> frozenset[str]:
    """Ids of the sites with work in any version."""
    named = select(assignments.c.site_id).where(assignments.c.group_id == work.group_id).distinct()
    return frozenset(work.connection.scalars(named))
