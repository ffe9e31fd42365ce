"""What differs between two groups: told whole, and nothing besides."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from gems.domain.group import Group
from gems.domain.issues import Kind
from gems.domain.records import PLACES, Difference, by_key, difference, records_of, with_records
from tests.workbook.strategies import groups

FEWER = settings(max_examples=settings.default.max_examples // 5)


def applied(group: Group, differences: tuple[Difference, ...]) -> Group:
    """The group with what the differences say done to it; the order of records aside."""
    for one in differences:
        if one.kind is Kind.SETTINGS:
            ((_, after),) = one.changed
            group = replace(group, settings=after)
            continue
        records, key = by_key(group, one.kind), PLACES[one.kind].key
        for record in one.removed:
            assert records.pop(key(record)) == record
        for before, after in one.changed:
            assert records[key(before)] == before != after
            records[key(after)] = after
        for record in one.added:
            assert key(record) not in records
            records[key(record)] = record
        group = with_records(group, one.kind, tuple(records.values()))
    return group


def unordered(group: Group) -> dict[Kind, object]:
    return {Kind.SETTINGS: group.settings} | {kind: by_key(group, kind) for kind in PLACES}


def near(data: st.DataObject, before: Group, other: Group) -> Group:
    """A group that has some kinds of records of one, and some of the other."""
    for kind in PLACES:
        if data.draw(st.booleans()):
            before = with_records(before, kind, records_of(other, kind))
    return before


@FEWER
@given(before=groups(), other=groups(), data=st.data())
def test_what_differs_leads_from_one_to_the_other_and_back(before: Group, other: Group, data: st.DataObject) -> None:
    after = near(data, before, other)
    there = difference(before, after)
    assert unordered(applied(before, there)) == unordered(after)
    back = tuple(
        Difference(
            kind=one.kind,
            added=one.removed,
            removed=one.added,
            changed=tuple((new, old) for old, new in one.changed),
        )
        for one in there
    )
    assert unordered(applied(after, back)) == unordered(before)


@FEWER
@given(group=groups(), data=st.data())
def test_nothing_differs_from_itself_whatever_the_order(group: Group, data: st.DataObject) -> None:
    assert difference(group, group) == ()
    for kind in PLACES:
        shuffled = tuple(data.draw(st.permutations(records_of(group, kind))))
        assert difference(group, with_records(group, kind, shuffled)) == ()


@FEWER
@given(before=groups(), after=groups())
def test_only_what_differs_is_told_once(before: Group, after: Group) -> None:
    found = difference(before, after)
    assert all(found)
    kinds = [one.kind for one in found]
    assert len(kinds) == len(set(kinds))
    same = [kind for kind in PLACES if by_key(before, kind) == by_key(after, kind)]
    assert not set(same) & set(kinds)
