"""Scenarios of posts: kept whole, found again, renamed, thrown away, compared; each act noted."""

from datetime import date

import pytest

from gems.domain.scenario import Contents
from gems.domain.words import Words
from gems.planning.compose import scenarios as use
from gems.planning.compose import under_way
from gems.planning.compose.comparing import Totals, compare_scenarios
from gems.planning.deeds import deeds
from gems.planning.office import Declined
from gems.planning.week.build import fail_build, find_job
from gems.store.jobs import JobKind, JobState
from tests.databases import Clock, FillStore
from tests.planning.house import House, house_of


def post(id: str, job: str, shares: dict[str, int], *, cents: int = 100) -> dict[str, object]:
    """As `proposal_facts` writes one."""
    figures = {"placed_minutes": sum(shares.values()), "closing_minutes": 96_420, "km": 7, "commute_minutes": 20}
    told = {"id": id, "job": job, "jobs": [job], "home": "Guéret", "pieces": [], "week_minutes": [2100, 2100]}
    return {**told, **figures, "cents": cents, "shares": shares}


TWO: Contents = {
    "asked_minutes": 9000,
    "placed_minutes": 5000,
    "bound_minutes": 8000,
    "posts": [post("P1", "AIDE", {"M1": 1000, "M2": 2000}), post("P2", "SECRETAIRE", {"M2": 2000})],
    "staff": [
        {"post": "P1", "employee": None, "raised": False},
        {"post": "P2", "employee": "S1", "raised": True},
    ],
    "leaving": [
        {"member": "M2", "minutes": 4000, "broken": ["P1", "P2"], "touched": []},
        {"member": "M1", "minutes": 1000, "broken": [], "touched": ["P1"]},
    ],
}
ONE: Contents = {
    **TWO,
    "placed_minutes": 3000,
    "posts": [post("P1", "AIDE", {"M2": 2000, "M1": 900}, cents=80)],
    "leaving": [],
}


@pytest.fixture
def house(filled_store: FillStore, clock: Clock) -> House:
    return house_of(filled_store, clock)


def keep(house: House, id: str, name: str, contents: Contents = TWO) -> None:
    use.keep_scenario(house.office, house.coordinator, scenario_id=id, name=name, contents=contents)


def test_keeping_what_was_composed_ends_the_composing(house: House) -> None:
    under_way.start_composing(house.office, house.coordinator, job_id="a", monday=date(2026, 11, 23), server="s")
    keep(house, "a", "Avec l'école")
    with house.office.store.read(house.number) as work:
        (job,) = work.jobs.recent(JobKind.COMPOSING)
    assert (job.id, job.state, job.words.fr) == ("a", JobState.DONE, "gardé : 2 postes proposés")
    assert under_way.composing_cut_off(house.office, house.coordinator) is None
    with pytest.raises(Declined, match="ended"):
        under_way.fail_composing(house.office, house.coordinator, job_id="a", words=job.words)


def test_a_planning_is_no_composing(house: House) -> None:
    with house.office.store.write(house.number) as work:
        work.jobs.start("week", date(2026, 11, 23), by="Léa", server="s")
        work.jobs.start("posts", date(2026, 11, 23), by="Léa", server="s", kind=JobKind.COMPOSING)
    words = Words("Arrêté.", "Stopped.")
    with pytest.raises(Declined):
        under_way.fail_composing(house.office, house.coordinator, job_id="week", words=words)
    with pytest.raises(Declined):
        fail_build(house.office, house.coordinator, job_id="posts", words=words)
    assert find_job(house.office, house.coordinator, job_id="posts") is None


def test_a_scenario_is_found_again_as_it_was_kept(house: House) -> None:
    keep(house, "a", "  Avec l'école ")
    found = use.see_scenario(house.office, house.coordinator, scenario_id="a")
    head = found.head
    assert found.contents == TWO
    assert (head.name, head.posts, head.placed_minutes, head.gap) == ("Avec l'école", 2, 5000, 0.375)
    assert (head.made_by, head.made_at) == (house.coordinator.name, house.clock.now)


def test_the_latest_comes_first_and_a_name_can_be_changed(house: House) -> None:
    keep(house, "a", "Premier")
    house.clock.advance(minutes=1)
    keep(house, "b", "Second", ONE)
    use.rename_scenario(house.office, house.coordinator, scenario_id="a", name="Sans l'EHPAD")
    assert [one.name for one in use.list_scenarios(house.office, house.coordinator)] == ["Second", "Sans l'EHPAD"]
    use.drop_scenario(house.office, house.coordinator, scenario_id="b")
    assert [one.id for one in use.list_scenarios(house.office, house.coordinator)] == ["a"]
    told = [deed.words.en for deed in deeds(house.office, house.coordinator, act="compose_posts")]
    assert told == ["deleted", "renamed: “Sans l'EHPAD”", "kept: 1 posts proposed", "kept: 2 posts proposed"]


@pytest.mark.parametrize("name", ["", "   ", "a\nb", "x" * 81, "\u202eabc"])
def test_a_name_that_cannot_be_read_in_a_list_is_declined(house: House, name: str) -> None:
    with pytest.raises(Declined, match="one line"):
        keep(house, "a", name)
    assert not use.list_scenarios(house.office, house.coordinator)


def test_what_is_gone_is_said_to_be_gone_and_nothing_is_kept_twice(house: House) -> None:
    keep(house, "a", "Premier")
    with pytest.raises(Declined, match="kept already"):
        keep(house, "a", "Encore")
    for act in (use.see_scenario, use.drop_scenario):
        with pytest.raises(Declined, match="no longer"):
            act(house.office, house.coordinator, scenario_id="b")


def test_two_scenarios_side_by_side(house: House) -> None:
    keep(house, "a", "Premier")
    keep(house, "b", "Second", ONE)
    found = compare_scenarios(house.office, house.coordinator, scenario_id="a", other_id="b")
    assert found.of_first == Totals(posts=2, placed_minutes=5000, cents=200, km=14, members=2, hires=1, breaking=2)
    assert found.of_second == Totals(posts=1, placed_minutes=2900, cents=80, km=7, members=2, hires=1, breaking=0)
    assert found.common == 1
