"""All faults of the data at once, each at its record and field; and never an exception."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest

from gems.domain.group import Group
from gems.domain.issues import Issue, Kind
from gems.domain.people import HeldQualification
from gems.domain.requests import FixedSlot, Volume, Window
from gems.domain.roster_terms import RosterTerm, TermCount
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import Horizon, Span
from gems.domain.validation import faults
from gems.domain.validation.spelling import folded, guess
from tests.workbook.small_group import GROUP, MONDAY, SCHEDULE, a_contract, an_assignment

PATHS = {
    Kind.COMMUNE: "communes", Kind.MEMBER: "members", Kind.SITE: "sites", Kind.QUALIFICATION: "qualifications",
    Kind.STAND_IN: "stand_ins", Kind.EMPLOYEE: "employees", Kind.ABSENCE: "absences", Kind.WISH: "wishes",
    Kind.ROSTER_TERM: "roster_terms",
    Kind.REQUEST: "requests", Kind.ON_CALL: "on_calls", Kind.DEROGATION: "derogations", Kind.TRAVEL: "travel",
    Kind.WEEK_DONE: "weeks", Kind.YEAR_DONE: "years", Kind.KNOWN_FACE: "faces", Kind.MEMBER_LEDGER: "ledgers",
}  # fmt: skip
OF_HISTORY = (Kind.WEEK_DONE, Kind.YEAR_DONE, Kind.KNOWN_FACE, Kind.MEMBER_LEDGER)


def records(group: Group, kind: Kind) -> tuple[Any, ...]:
    found: tuple[Any, ...] = getattr(group.history if kind in OF_HISTORY else group, PATHS[kind])
    return found


def with_records(group: Group, kind: Kind, several: tuple[Any, ...]) -> Group:
    if kind in OF_HISTORY:
        return replace(group, history=replace(group.history, **{PATHS[kind]: several}))
    return replace(group, **{PATHS[kind]: several})


def changed(kind: Kind, index: int = 0, **changes: Any) -> Group:
    """The small group with one record changed."""
    several = list(records(GROUP, kind))
    several[index] = replace(several[index], **changes)
    return with_records(GROUP, kind, tuple(several))


def volume(**changes: Any) -> Group:
    """The small group with another volume in its fourth request."""
    demand = GROUP.requests[3].demand
    assert isinstance(demand, Volume)
    return changed(Kind.REQUEST, 3, demand=replace(demand, **changes))


def recurrence(**changes: Any) -> Group:
    return changed(Kind.REQUEST, 0, recurrence=replace(GROUP.requests[0].recurrence, **changes))


def again(kind: Kind) -> Group:
    """The first record of a kind entered twice."""
    several = records(GROUP, kind)
    return with_records(GROUP, kind, (*several, several[0]))


A = GROUP.absences[0]
FAULTY: dict[str, tuple[Group, Kind, str, str]] = {
    "nameless group": (replace(GROUP, settings=replace(GROUP.settings, name=" ")), Kind.SETTINGS, "name", "vide"),
    "agreement": (
        replace(GROUP, settings=replace(GROUP.settings, agreement="ccn66")), Kind.SETTINGS, "agreement", "n'existe pas",
    ),
    "grid": (replace(GROUP, settings=replace(GROUP.settings, grid_minutes=0)), Kind.SETTINGS, "grid_minutes", "0"),
    "fortnight": (
        replace(GROUP, settings=replace(GROUP.settings, fortnight_start=date(2026, 1, 6))),
        Kind.SETTINGS, "fortnight_start", "lundi",
    ),
    "latitude that is no number": (changed(Kind.COMMUNE, latitude=float("nan")), Kind.COMMUNE, "latitude", "nan"),
    "id twice": (again(Kind.MEMBER), Kind.MEMBER, "id", "déjà pris"),
    "id with a line break": (changed(Kind.DEROGATION, id="X\n1"), Kind.DEROGATION, "id", "pas utilisable"),
    "stand-in twice": (again(Kind.STAND_IN), Kind.STAND_IN, "needed", "déjà donnée"),
    "travel twice": (again(Kind.TRAVEL), Kind.TRAVEL, "destination", "déjà donné"),
    "past week twice": (again(Kind.WEEK_DONE), Kind.WEEK_DONE, "monday", "déjà donnée"),
    "counters twice": (again(Kind.YEAR_DONE), Kind.YEAR_DONE, "employee_id", "déjà donnés"),
    "known face twice": (again(Kind.KNOWN_FACE), Kind.KNOWN_FACE, "member_id", "déjà donnés"),
    "ledger twice": (again(Kind.MEMBER_LEDGER), Kind.MEMBER_LEDGER, "member_id", "déjà donné"),
    "no job": (changed(Kind.EMPLOYEE, qualifications=()), Kind.EMPLOYEE, "qualifications", "Aucun métier"),
    "unknown job": (
        changed(Kind.EMPLOYEE, qualifications=(HeldQualification(code="IDE"),)), Kind.EMPLOYEE, "qualifications", "IDE",
    ),
    "part-time of 35 h": (
        changed(Kind.EMPLOYEE, 1, contract=replace(GROUP.employees[1].contract, weekly_minutes=2100)),
        Kind.EMPLOYEE, "contract.weekly_minutes", "temps partiel",
    ),
    "over 48 h": (
        changed(Kind.EMPLOYEE, contract=a_contract(weekly_minutes=48 * 60 + 1)),
        Kind.EMPLOYEE, "contract.weekly_minutes", "48 h 01",
    ),
    "no members in the contract": (
        changed(Kind.EMPLOYEE, contract=a_contract(member_ids=frozenset())),
        Kind.EMPLOYEE, "contract.member_ids", "Aucun adhérent",
    ),
    "no day in a row": (
        changed(Kind.EMPLOYEE, contract=a_contract(most_days_in_row=0)),
        Kind.EMPLOYEE, "contract.most_days_in_row", "impossible",
    ),
    "runs that are longer than a month": (
        changed(Kind.EMPLOYEE, contract=a_contract(least_days_off_in_row=29)),
        Kind.EMPLOYEE, "contract.least_days_off_in_row", "impossible",
    ),
    "fewer weekends than none": (
        changed(Kind.EMPLOYEE, contract=a_contract(most_weekends=-1)),
        Kind.EMPLOYEE, "contract.most_weekends", "impossible",
    ),
    "more days at least than at most": (
        changed(Kind.EMPLOYEE, contract=a_contract(least_days_in_row=4, most_days_in_row=3)),
        Kind.EMPLOYEE, "contract.least_days_in_row", "dépasse",
    ),
    "a mean beyond the legal week": (
        changed(Kind.EMPLOYEE, contract=a_contract(most_mean_minutes=48 * 60 + 1)),
        Kind.EMPLOYEE, "contract.most_mean_minutes", "48 h 01",
    ),
    "more hours at least than at most": (
        changed(Kind.EMPLOYEE, contract=a_contract(least_mean_minutes=2101, most_mean_minutes=2100)),
        Kind.EMPLOYEE, "contract.least_mean_minutes", "dépasse",
    ),
    "contract upside down": (
        changed(Kind.EMPLOYEE, contract=a_contract(last_day=date(2025, 8, 31))),
        Kind.EMPLOYEE, "contract.last_day", "avant le début",
    ),
    "empty absence": (
        changed(Kind.ABSENCE, span=Span(A.span.start, A.span.start)), Kind.ABSENCE, "span.last_day", "pas après",
    ),
    "overlapping absences": (
        changed(Kind.ABSENCE, 1, employee_id="S01", span=Span(A.span.end - 1, A.span.end + 60)),
        Kind.ABSENCE, "span", "recoupe une autre",
    ),
    "wish without days": (changed(Kind.WISH, weekdays=frozenset()), Kind.WISH, "weekdays", "Aucun jour"),
    "wish from the day after": (changed(Kind.WISH, start_clock=1440), Kind.WISH, "start_clock", "hors de la journée"),
    "site of another member": (changed(Kind.REQUEST, site_id="L02"), Kind.REQUEST, "site_id", "autre adhérent"),
    "slot of nothing": (
        changed(Kind.REQUEST, demand=FixedSlot(start_clock=420, end_clock=420)),
        Kind.REQUEST, "demand.end_clock", "pas après",
    ),
    "slot over 24 h": (
        changed(Kind.REQUEST, demand=FixedSlot(start_clock=420, end_clock=420 + 1441)),
        Kind.REQUEST, "demand.end_clock", "24 heures",
    ),
    "nobody asked": (
        changed(Kind.REQUEST, demand=FixedSlot(start_clock=420, end_clock=480, headcount=0)),
        Kind.REQUEST, "demand.headcount", "0 personnes",
    ),
    "fewer at most than asked": (
        changed(Kind.REQUEST, demand=FixedSlot(start_clock=420, end_clock=480, headcount=3, most_headcount=2)),
        Kind.REQUEST, "demand.most_headcount", "2 au plus, mais 3 demandées",
    ),
    "too many at most": (
        changed(Kind.REQUEST, demand=Window(start_clock=420, end_clock=480, minutes=60, most_headcount=51)),
        Kind.REQUEST, "demand.most_headcount", "51 personnes",
    ),
    "a price of nobody": (
        changed(Kind.REQUEST, demand=FixedSlot(start_clock=420, end_clock=480, beyond_cents=100)),
        Kind.REQUEST, "demand.beyond_cents", "aucune n'est admise",
    ),
    "a gain for one person more": (
        changed(Kind.REQUEST, demand=FixedSlot(start_clock=420, end_clock=480, most_headcount=2, beyond_cents=-1)),
        Kind.REQUEST, "demand.beyond_cents", "-1 centimes",
    ),
    "a visit without a name": (changed(Kind.REQUEST, visit=" "), Kind.REQUEST, "visit", "vide"),
    "a visit with too long a name": (changed(Kind.REQUEST, visit="L" * 61), Kind.REQUEST, "visit", "trop long"),
    "a volume at one time": (changed(Kind.REQUEST, 3, visit="Lever"), Kind.REQUEST, "visit", "pas d'heure de début"),
    "window too short": (
        changed(Kind.REQUEST, demand=Window(start_clock=420, end_clock=480, minutes=61)),
        Kind.REQUEST, "demand.minutes", "1 h 01 ne tiennent pas dans une plage de 1 h",
    ),
    "volume of nothing": (volume(weekly_minutes=0), Kind.REQUEST, "demand.weekly_minutes", "impossible"),
    "volume under its piece": (volume(weekly_minutes=120), Kind.REQUEST, "demand.weekly_minutes", "moins que"),
    "volume between two counts": (
        volume(weekly_minutes=300, shortest=180, longest=240), Kind.REQUEST, "demand.weekly_minutes", "ne s'obtiennent",
    ),
    "volume over its days": (
        volume(weekly_minutes=421 * 3, shortest=180), Kind.REQUEST, "demand.weekly_minutes", "sur 3 jour",
    ),
    "volume over its window": (
        volume(start_clock=480, end_clock=660, weekly_minutes=600), Kind.REQUEST, "demand.weekly_minutes", "3 h sur 3",
    ),
    "pieces longer than the window": (
        volume(end_clock=600), Kind.REQUEST, "demand.shortest", "ne tiennent pas",
    ),
    "pieces below the grid": (volume(shortest=29), Kind.REQUEST, "demand.shortest", "sous le pas"),
    "no weekday": (recurrence(weekdays=frozenset()), Kind.REQUEST, "recurrence.weekdays", "Aucun jour"),
    "an eighth day": (recurrence(weekdays=frozenset({7})), Kind.REQUEST, "recurrence.weekdays", "Aucun jour"),
    "its only day excepted": (
        recurrence(
            first_day=MONDAY, last_day=MONDAY, weekdays=frozenset({0}), except_days=frozenset({MONDAY})
        ),
        Kind.REQUEST, "recurrence.weekdays", "Aucun de ces jours",
    ),
    "never": (recurrence(every_weeks=0), Kind.REQUEST, "recurrence.every_weeks", "impossible"),
    "wanted and excluded": (
        changed(Kind.REQUEST, excluded=frozenset({"S01"})), Kind.REQUEST, "excluded", "souhaité et exclu",
    ),
    "a term of nobody": (changed(Kind.ROSTER_TERM, employee_id="S9"), Kind.ROSTER_TERM, "employee_id", "n'existe pas"),
    "a term that limits nothing": (changed(Kind.ROSTER_TERM, most=None), Kind.ROSTER_TERM, "most", "ne limite rien"),
    "fewer days than none": (changed(Kind.ROSTER_TERM, most=-1), Kind.ROSTER_TERM, "most", "impossible"),
    "less than no day at least": (changed(Kind.ROSTER_TERM, least=-1), Kind.ROSTER_TERM, "least", "impossible"),
    "no day at least": (changed(Kind.ROSTER_TERM, least=0, most=None), Kind.ROSTER_TERM, "most", "ne limite rien"),
    "weekends of two years": (changed(Kind.ROSTER_TERM, 3, most=54), Kind.ROSTER_TERM, "most", "impossible"),
    "done before and less than nothing": (changed(Kind.ROSTER_TERM, done=-1), Kind.ROSTER_TERM, "done", "impossible"),
    "a price below nothing": (changed(Kind.ROSTER_TERM, cents=-1), Kind.ROSTER_TERM, "cents", "impossible"),
    "a term that asks too much": (changed(Kind.ROSTER_TERM, least=4), Kind.ROSTER_TERM, "least", "dépasse"),
    "days off of a shift": (
        changed(Kind.ROSTER_TERM, counts=TermCount.DAYS_OFF_IN_ROW), Kind.ROSTER_TERM, "shift", "d'aucun service",
    ),
    "a shift of blanks": (changed(Kind.ROSTER_TERM, shift=" "), Kind.ROSTER_TERM, "shift", "vide"),
    "a shift that nobody can read": (changed(Kind.ROSTER_TERM, shift="a\x00"), Kind.ROSTER_TERM, "shift", "intitulé"),
    "a start before the day": (
        changed(Kind.ROSTER_TERM, begins_before=0), Kind.ROSTER_TERM, "begins_before", "ne peut pas être",
    ),
    "a start on the next day": (
        changed(Kind.ROSTER_TERM, begins_before=1441), Kind.ROSTER_TERM, "begins_before", "ne peut pas être",
    ),
    "an end that all work passes": (
        changed(Kind.ROSTER_TERM, ends_after=120), Kind.ROSTER_TERM, "ends_after", "finit après cette heure",
    ),
    "what follows, of no followings": (
        changed(Kind.ROSTER_TERM, then_shift="Nuit"), Kind.ROSTER_TERM, "then_shift", "Seul un enchaînement",
    ),
    "followings of anything": (
        changed(Kind.ROSTER_TERM, 1, ends_after=None, then_before=None), Kind.ROSTER_TERM, "shift", "Il manque",
    ),
    "at least one following": (changed(Kind.ROSTER_TERM, 1, least=1, most=1), Kind.ROSTER_TERM, "least", "minimum"),
    "days off after any work": (changed(Kind.ROSTER_TERM, 2, ends_after=None), Kind.ROSTER_TERM, "shift", "Il manque"),
    "days off at most after a night": (changed(Kind.ROSTER_TERM, 2, most=3), Kind.ROSTER_TERM, "most", "maximum"),
    "weekends of one day": (
        changed(Kind.ROSTER_TERM, 3, on_day=date(2026, 12, 24)), Kind.ROSTER_TERM, "on_day", "un seul jour",
    ),
    "one day three times": (
        changed(Kind.ROSTER_TERM, on_day=date(2026, 12, 24)), Kind.ROSTER_TERM, "most", "3 fois",
    ),
    "one day at most once": (
        changed(Kind.ROSTER_TERM, on_day=date(2026, 12, 24), most=1), Kind.ROSTER_TERM, "most", "ne limite rien",
    ),
    "one day with something before": (
        changed(Kind.ROSTER_TERM, on_day=date(2026, 12, 24), most=0, done=1), Kind.ROSTER_TERM, "done", "ne précède",
    ),
    "eight days a week": (
        changed(Kind.ROSTER_TERM, counts=TermCount.DAYS_A_WEEK, most=8), Kind.ROSTER_TERM, "most", "impossible",
    ),
    "a rest with a count of before": (changed(Kind.ROSTER_TERM, 2, done=1), Kind.ROSTER_TERM, "done", "compte d'avant"),
    "a next shift of blanks": (changed(Kind.ROSTER_TERM, 1, then_shift=" "), Kind.ROSTER_TERM, "then_shift", "vide"),
    "told too late": (changed(Kind.ON_CALL, announced=date(2026, 12, 6)), Kind.ON_CALL, "announced", "après son début"),
    "rule without a name": (changed(Kind.DEROGATION, rule=""), Kind.DEROGATION, "rule", "vide"),
    "unknown rule": (changed(Kind.DEROGATION, rule="daily_rest"), Kind.DEROGATION, "rule", "n'admet"),
    "no reason": (changed(Kind.DEROGATION, reason=" "), Kind.DEROGATION, "reason", "vide"),
    "history from a Sunday": (changed(Kind.WEEK_DONE, monday=date(2026, 11, 15)), Kind.WEEK_DONE, "monday", "lundi"),
    "strange pattern": (changed(Kind.WEEK_DONE, pattern="JJJJJ--J"), Kind.WEEK_DONE, "pattern", "sept lettres"),
    "more night than work": (changed(Kind.WEEK_DONE, night_minutes=9999), Kind.WEEK_DONE, "night_minutes", "dépassent"),
}  # fmt: skip


def found(group: Group, schedule: Schedule | None = None) -> tuple[Issue, ...]:
    return faults(group, schedule, agreements=("bad_2941",), profiles=("balanced",), rules=("daily_rest_min",))


def test_the_small_group_is_sound() -> None:
    assert found(GROUP, SCHEDULE) == ()


@pytest.mark.parametrize("name", FAULTY)
def test_each_fault_is_found_alone(name: str) -> None:
    group, kind, field, words = FAULTY[name]
    issues = found(group)
    assert [(issue.kind, issue.field) for issue in issues] == [(kind, field)]
    assert words in issues[0].wrong.fr
    assert issues[0].wrong.en
    assert issues[0].fix.fr
    assert issues[0].fix.en


ASTRAY: dict[str, tuple[Assignment, str, str]] = {
    "unknown person": (an_assignment(1, 480, 720, "S9", "L01", "AS"), "employee_id", "n'existe pas"),
    "unknown site": (an_assignment(1, 480, 720, "S01", "L9", "AS"), "site_id", "n'existe pas"),
    "unknown job": (an_assignment(1, 480, 720, "S01", "L01", "A"), "qualification", "n'existe pas"),
    "unknown mission": (
        an_assignment(1, 480, 720, "S01", "L01", "AS", mission_id="D01/2026-11-24/2"), "mission_id", "n'existe pas",
    ),
    "mission without a day": (an_assignment(1, 480, 720, "S01", "L01", "AS", mission_id="D01"), "mission_id", "existe"),
    "mission on a day off": (
        an_assignment(5, 480, 720, "S01", "L01", "AS", mission_id="D01/2026-11-28/1"), "mission_id", "n'existe pas",
    ),
    "mission elsewhere": (
        an_assignment(1, 480, 720, "S01", "L02", "AS", mission_id="D01/2026-11-24/1"), "mission_id", "autre lieu",
    ),
    "reversed": (an_assignment(1, 720, 480, "S01", "L01", "AS"), "end", "pas après"),
    "endless": (an_assignment(1, 0, 1441, "S01", "L01", "AS"), "end", "24 heures"),
    "the week after": (an_assignment(7, 480, 720, "S01", "L01", "AS"), "day", "hors du planning"),
}  # fmt: skip


@pytest.mark.parametrize("name", ASTRAY)
def test_each_assignment_astray_is_found(name: str) -> None:
    piece, field, words = ASTRAY[name]
    issues = found(GROUP, Schedule(horizon=Horizon(MONDAY), assignments=(*SCHEDULE.assignments, piece)))
    assert [(issue.kind, issue.field) for issue in issues] == [(Kind.ASSIGNMENT, field)]
    assert words in issues[0].wrong.fr


def test_the_index_is_the_place_in_entry_order() -> None:
    issues = found(changed(Kind.REQUEST, 2, qualification="?"))
    assert [(issue.kind, issue.index) for issue in issues] == [(Kind.REQUEST, 2)]


def test_of_two_overlapping_absences_the_later_entered_is_at_fault() -> None:
    earlier = replace(A, id="A03", span=Span(A.span.start - 60, A.span.start + 60))
    issues = found(replace(GROUP, absences=(*GROUP.absences, earlier)))
    assert [(issue.index, issue.field) for issue in issues] == [(2, "span")]


def test_absences_that_touch_do_not_overlap() -> None:
    following = replace(A, id="A03", span=Span(A.span.end, A.span.end + 600))
    assert found(replace(GROUP, absences=(*GROUP.absences, following))) == ()


def test_an_unknown_member_is_said_once_and_not_again_of_its_requests() -> None:
    issues = found(changed(Kind.SITE, member_id="M9"))
    assert [(issue.kind, issue.field) for issue in issues] == [(Kind.SITE, "member_id")]


def test_faults_of_all_kinds_come_together() -> None:
    group = GROUP
    for broken, kind, _, _ in FAULTY.values():
        if kind is not Kind.SETTINGS and len(records(broken, kind)) == len(records(GROUP, kind)):
            group = with_records(group, kind, records(broken, kind))
    assert {issue.kind for issue in found(group)} >= {
        Kind.COMMUNE, Kind.EMPLOYEE, Kind.ABSENCE, Kind.WISH, Kind.REQUEST, Kind.ON_CALL, Kind.DEROGATION,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "wrong"),
    [
        ({"least": 3}, {"most": 2}, "most"),
        ({"most": 2}, {"least": 3}, "least"),
        ({"least": 3, "employee_id": None}, {"most": 2}, "most"),
        ({"most": 2, "employee_id": None}, {"least": 3}, "least"),
        ({"least": 3, "shift": "Nuit"}, {"most": 2}, "most"),
        ({"most": 2, "shift": "Nuit"}, {"least": 3}, None),
        ({"least": 3, "shift": "Nuit"}, {"most": 2, "shift": "Matin"}, None),
        ({"least": 3}, {"most": 2, "employee_id": "S02"}, None),
        ({"least": 3}, {"most": 2, "cents": 100}, None),
        ({"least": 3, "done": 1}, {"most": 2}, None),
        ({"least": 3}, {"most": 2, "counts": TermCount.DAYS_IN_ROW}, None),
        ({"least": 3}, {"most": 3}, None),
        ({"least": 1, "on_day": MONDAY}, {"most": 0, "on_day": MONDAY}, "most"),
        ({"most": 0}, {"least": 1, "on_day": MONDAY, "shift": "Nuit"}, "least"),
        ({"most": 0, "on_day": MONDAY}, {"least": 3}, None),
        ({"most": 0, "on_day": MONDAY}, {"least": 1, "on_day": MONDAY + timedelta(days=1)}, None),
    ],
)
def test_two_rules_that_can_never_hold_together_are_said_of_the_later(
    one: dict[str, Any], other: dict[str, Any], wrong: str | None
) -> None:
    usual = {"employee_id": "S01", "counts": TermCount.DAYS}
    terms = tuple(RosterTerm(id=f"T{n}", **usual | given) for n, given in enumerate((one, other)))
    issues = found(replace(GROUP, roster_terms=terms))
    assert [(issue.index, issue.field) for issue in issues] == ([] if wrong is None else [(1, wrong)])
    assert all("T0" in issue.wrong.fr and "T0" in issue.wrong.en for issue in issues)


def test_names_known_elsewhere_are_only_checked_when_given() -> None:
    settings = replace(GROUP.settings, agreement="?", profile="?")
    assert faults(replace(changed(Kind.DEROGATION, rule="?"), settings=settings)) == ()


EXTREMES: dict[type, tuple[Any, ...]] = {
    int: (-1, 0, 10**12),
    float: (float("inf"), float("nan"), -1e300),
    str: ("", "\x00;\n", "{0} {x}", "x" * 5000),
    date: (date.min + timedelta(days=7), date.max - timedelta(days=7)),
    frozenset: (frozenset(), frozenset({"{}"}), frozenset({-1, 99})),
    tuple: ((),),
}


def extremes(record: Any) -> Iterator[Any]:
    """The record with each field in turn, those of its parts too, at values nobody should enter.

    Moments stay within the years that dates can be: the border makes them from dates.
    """
    for field in fields(record):
        value = getattr(record, field.name)
        if is_dataclass(value):
            yield from (replace(record, **{field.name: part}) for part in extremes(value))
        for kind, values in EXTREMES.items():
            if type(value) is kind:
                yield from (_with(record, field.name, extreme) for extreme in values)


def _with(record: Any, name: str, value: Any) -> Any:
    if name in ("start", "end", "last_end") and isinstance(value, int):
        value = max(-(10**9), min(value, 10**9))
    if isinstance(value, frozenset) and value == {-1, 99} and name not in ("weekdays", "except_days"):
        value = frozenset({"", ";"})
    return replace(record, **{name: value})


@pytest.mark.parametrize("kind", PATHS, ids=lambda kind: kind.value)
def test_nothing_entered_raises(kind: Kind) -> None:
    for index, record in enumerate(records(GROUP, kind)):
        for broken in extremes(record):
            several = list(records(GROUP, kind))
            several[index] = broken
            for issue in found(with_records(GROUP, kind, tuple(several)), SCHEDULE):
                assert issue.wrong.fr


def test_no_settings_raise() -> None:
    for settings in extremes(GROUP.settings):
        assert all(issue.wrong.fr for issue in found(replace(GROUP, settings=settings), SCHEDULE))


def test_no_assignment_raises() -> None:
    for piece in SCHEDULE.assignments:
        for broken in extremes(piece):
            issues = found(GROUP, replace(SCHEDULE, assignments=(broken,)))
            assert all(issue.wrong.fr for issue in issues)


@pytest.mark.parametrize(
    ("text", "meant"),
    [("Été Indien", "ete indien"), ("  n°3_b ", "n 3 b"), ("Œuvre", "œuvre"), ("A-B", "a b"), ("½", "1 2"), ("", "")],
)
def test_spellings_are_folded(text: str, meant: str) -> None:
    assert folded(text) == meant


def test_a_guess_is_close_or_nothing() -> None:
    assert guess("Gueret", ["Guéret", "Ahun"]).fr == " Vouliez-vous dire « Guéret » ?"
    assert guess("Paris", ["Guéret", "Ahun"]).fr == ""
    assert guess("x" * 500, ["x" * 499]).fr == ""
