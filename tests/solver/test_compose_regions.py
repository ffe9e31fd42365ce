"""Regions: each request in one of them, near each other; what is composed region by region is gone over again."""

import multiprocessing
import time
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from multiprocessing.connection import Connection
from random import Random

import pytest

from gems.domain.composition import ComposeQuestion, Post
from gems.domain.year import year_mondays
from gems.planning.compose.asking import question_of
from gems.planning.compose.judging import violations
from gems.planning.ports import ComposeProgress, PlanOptions
from sample_data import generate
from solver.compose.composer import FragmentComposer
from solver.compose.demand import Demand, worth
from solver.compose.first_posts import Part, around, by_patterns, side_by_side, small_parts
from solver.compose.improve import Builder
from solver.compose.kinds import Possible
from solver.compose.parts import parts_of
from solver.compose.places import Places
from solver.compose.pricing import Pricer
from solver.compose.regions import near, regions_of
from solver.compose.second import Line
from solver.compose.second_process import second_process
from solver.compose.taken import left_of, taken_by


@cache
def year(name: str, seed: int = 1) -> ComposeQuestion:
    return question_of(generate(name, seed, year=2027), year_mondays(2027))


def never() -> bool:
    return False


@cache
def large() -> ComposeQuestion:
    """The larger part of a year: what no other part has hours of."""
    return max(parts_of(Possible(year("gems23", 2))), key=lambda question: len(question.fortnight.mission))


@pytest.mark.parametrize("most", [1, 60, 150, 10_000])
def test_each_request_is_in_one_region_and_a_region_of_more_than_one_site_is_small_enough(most: int) -> None:
    question = large()
    regions = regions_of(question, most)
    found = [request.id for region in regions for request in region.fortnight.group.requests]
    assert sorted(found) == sorted(request.id for request in question.fortnight.group.requests)
    for region in regions:
        sites = {request.site_id for request in region.fortnight.group.requests}
        assert len(sites) == 1 or len(region.fortnight.mission) <= most
    assert (len(regions) == 1) == (most == 10_000)


def test_a_region_is_one_side_of_the_places_furthest_apart() -> None:
    question = large()
    one, other = regions_of(question, len(question.fortnight.mission) - 1)
    group = question.fortnight.group
    communes = {group.site[request.site_id].commune for request in group.requests}
    minutes = Possible(question).group.travel_table.between
    longest = max(
        (minutes(here, there).minutes, here, there) for here in communes for there in communes if here < there
    )

    def nearer(region: ComposeQuestion) -> list[int]:
        of = [group.site[request.site_id].commune for request in region.fortnight.group.requests]
        return [_drive(question, longest[1], place) - _drive(question, longest[2], place) for place in of]

    assert max(nearer(one)) <= min(nearer(other)) or max(nearer(other)) <= min(nearer(one))


def _drive(question: ComposeQuestion, here: str, there: str) -> int:
    return 0 if here == there else question.fortnight.group.travel_table.between(here, there).minutes


def test_near_a_place_are_the_sites_with_the_shortest_drives() -> None:
    question = large()
    place = question.fortnight.group.sites[0].commune
    region = near(question, place, 100)
    inside = {request.site_id for request in region.fortnight.group.requests}
    outside = {request.site_id for request in question.fortnight.group.requests} - inside
    assert inside
    assert outside
    site = question.fortnight.group.site
    assert len(region.fortnight.mission) <= 100
    furthest = max(_drive(question, place, site[one].commune) for one in inside)
    assert furthest <= min(_drive(question, place, site[one].commune) for one in outside)


@pytest.mark.parametrize("most", [60, 150, 300])
def test_pieces_that_a_post_keeps_for_others_do_not_count_near_a_place(most: int) -> None:
    builder, _ = composed(230)
    question, place = builder.question, "Guéret"
    site = question.fortnight.group.site
    asked = Counter(mission.request.site_id for mission in question.fortnight.mission.values())
    order = sorted(asked, key=lambda one: (_drive(question, place, site[one].commune), one))
    widest: set[str] = set()
    for last in range(len(order)):
        inside = set(order[: last + 1])
        others = [post for post in builder.best if any(piece.site_id not in inside for piece in post.pieces)]
        kept = sum(piece.site_id in inside for post in others for piece in post.pieces)
        if sum(asked[one] for one in inside) - kept <= most:
            widest = inside
    region = near(question, place, most, builder.best)
    assert {request.site_id for request in region.fortnight.group.requests} == widest
    assert widest >= {request.site_id for request in near(question, place, most).fortnight.group.requests}


def test_places_are_gone_through_where_most_is_left_until_all_were_in_reach() -> None:
    question = large()
    places = Places(question, 100)
    left = {need: minutes for need, (_, minutes) in left_of(question, taken_by(question, [])).items()}
    first, second = places.next(left, []), places.next(left, [])
    asked = [sum(need.minutes for need in region.fortnight.needs) for region in (first, second)]
    communes = {site.commune for site in question.fortnight.group.sites}
    assert asked[0] == max(
        sum(need.minutes for need in near(question, place, 100).fortnight.needs) for place in communes
    )
    assert {request.id for request in first.fortnight.group.requests} != {
        request.id for request in second.fortnight.group.requests
    }
    seen = Counter(need.id for region in (first, second) for need in region.fortnight.needs)
    for _ in range(100):
        seen.update(need.id for need in places.next(left, []).fortnight.needs)
    within = {need.id for place in communes for need in near(question, place, 100).fortnight.needs}
    assert set(seen) == within


@cache
def composed(pieces: int) -> tuple[Builder, list[Part]]:
    """The posts of a year, region by region, with little time for each."""
    possible, options = Possible(large()), PlanOptions(time_limit_seconds=20.0)
    parts = small_parts(possible, options, float("inf"), never, Line(None), pieces)
    builder = Builder(possible, options, float("inf"), never, lambda _: None)
    for part in parts:
        until = time.monotonic() + 1.5
        builder.begin([*builder.best, *by_patterns(part, options, until, never, lambda _: None)])
    return builder, parts


def test_regions_are_composed_each_for_itself_and_bounded_by_all_that_is_asked_together() -> None:
    builder, parts = composed(230)
    assert len(parts) > 1
    [whole] = small_parts(builder.possible, builder.options, 0.0, never, Line(None))
    assert whole.pricer is not None
    assert sum(part.most for part in parts) == whole.pricer.demand.most
    assert all(part.of is not None for part in parts)
    assert len(builder.best) > 5
    assert 0 < builder.placed(builder.best) <= sum(part.most for part in parts)
    assert not any(violations(builder.question, post) for post in builder.best)
    held = Counter(piece.mission_id for post in builder.best for piece in post.pieces)
    assert max(held.values()) == 1


def test_gone_over_again_around_a_place_posts_from_elsewhere_keep_theirs_and_no_hours_are_lost() -> None:
    builder, _ = composed(230)
    region = near(builder.question, "Guéret", 200)
    sites = {request.site_id for request in region.fortnight.group.requests}
    until = time.monotonic() + 3.0
    part = around(region, builder, until, Line(None))
    assert part.pricer is not None
    elsewhere = [post for post in builder.best if any(piece.site_id not in sites for piece in post.pieces)]
    assert part.posts
    assert len(part.pricer.known(part.posts)) == len(part.posts)
    assert elsewhere
    assert [post for post in builder.best if post not in part.posts] == elsewhere
    again = by_patterns(part, builder.options, until, never, lambda _: None)
    assert builder.placed(again) >= builder.placed(part.posts)
    held = Counter(piece.mission_id for post in (*elsewhere, *again) for piece in post.pieces)
    assert max(held.values()) == 1
    assert not any(violations(builder.question, post) for post in again)


def test_a_post_made_elsewhere_is_found_again_as_a_pattern() -> None:
    builder, parts = composed(230)
    asked = Pricer.of(Possible(large()), Random(1), never)
    known = asked.known(builder.best)
    assert worth(known) == builder.placed(builder.best)
    again = [asked.workables[pattern.kind].post(pattern) for pattern in known]
    assert [_pieces(post) for post in again] == [_pieces(post) for post in builder.best]
    assert any(part.pricer and not part.pricer.known(builder.best[:1]) for part in parts), (
        "it is none of another region"
    )


def test_a_post_that_is_no_pattern_of_the_region_keeps_what_it_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    builder, _ = composed(230)
    known = Pricer.known
    region = near(builder.question, "Guéret", 200)
    whole = around(region, builder, time.monotonic() + 3.0, Line(None))
    strange = whole.posts[0]
    monkeypatch.setattr(Pricer, "known", lambda asked, posts: known(asked, [post for post in posts if post != strange]))
    part = around(region, builder, time.monotonic() + 3.0, Line(None))
    assert part.posts == whole.posts[1:]
    assert part.pricer is not None
    held = {piece.mission_id for piece in strange.pieces}
    assert not any(part.pricer.demand.limits[row] for id_, row in part.pricer.demand.missions.items() if id_ in held)


def _pieces(post: Post) -> list[tuple[str | None, int]]:
    return [(piece.mission_id, piece.start) for piece in post.pieces]


def nobody() -> Connection:
    """The line to a second process that has ended."""
    line, other = multiprocessing.Pipe()
    other.close()
    return line


def test_two_regions_are_composed_at_once_and_none_is_left_out() -> None:
    line, options = second_process(), PlanOptions(time_limit_seconds=60.0)
    parts = small_parts(Possible(large()), options, float("inf"), never, Line(line), 230)
    one, other = parts[:2]
    sites = [{request.site_id for request in part.possible.question.fortnight.group.requests} for part in (one, other)]
    told = list[Sequence[Post]]()

    def both(posts: Sequence[Post]) -> bool:
        return all(any(own.issuperset(piece.site_id for piece in post.pieces) for post in posts) for own in sites)

    until = time.monotonic() + 30.0
    found = side_by_side(one, other, options, until, lambda: bool(told) and both(told[-1]), told.append)
    line.close()
    assert both(found)
    held = Counter(piece.mission_id for post in found for piece in post.pieces)
    assert max(held.values()) == 1
    assert not any(violations(large(), post) for post in found)


@pytest.mark.parametrize("begun", [lambda: None, second_process, nobody], ids=["alone", "two at once", "one has ended"])
def test_a_composer_goes_region_by_region_and_over_them_again(begun: Callable[[], Connection | None]) -> None:
    told, line = list[ComposeProgress](), begun()
    options = PlanOptions(time_limit_seconds=8.0)
    done = FragmentComposer(line, pieces=230).compose(large(), options, told.append)
    if line is not None:
        line.close()
    assert done.placed_minutes == (told[-1].placed_minutes or 0)
    placed = [step.placed_minutes or 0 for step in told]
    assert placed == sorted(placed), "what is told is never less than before"
    question = large()
    held = Counter(piece.mission_id for post in done.posts for piece in post.pieces)
    assert set(held.values()) <= {1}
    assert not any(violations(question, post) for post in done.posts)
    assert done.placed_minutes <= done.bound_minutes <= Demand(question).most
