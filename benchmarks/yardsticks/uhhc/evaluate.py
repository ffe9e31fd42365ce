"""The family's own rules, judged on a solution file. It knows neither the product nor the adapter.

python -m benchmarks.yardsticks.uhhc.evaluate FOLDER_OF_FAMILY validation/i-116 SOLUTION.json
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from benchmarks.yardsticks.uhhc.instance import HARD, LUNCH, Caregiver, Instance, Patient, read_instance
from benchmarks.yardsticks.uhhc.solution import Routes, Stop, read_solution

TRAVEL, WAITING, EXTRA, IDLE = "travel_time", "total_waiting_time", "total_extra_time", "max_idle_time"
LATE, LATEST, BALANCE = "total_tardiness", "highest_tardiness", "workload_balance"
PREFERENCES, OPTIONAL, LUNCHES = "caregiver_preferences", "optional_patients", "missed_lunch_break"
TERMS = (TRAVEL, LATE, LATEST, WAITING, EXTRA, IDLE, BALANCE, PREFERENCES, OPTIONAL, LUNCHES)
HARD_WHERE_ABSENT = (PREFERENCES, OPTIONAL, LUNCHES)
"""The other terms cost nothing where an instance does not name them."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What a solution comes to."""

    amounts: dict[str, int]
    """Of each term, before its weight."""
    value: int
    broken: tuple[str, ...]
    """Each hard rule broken, in words."""

    @property
    def feasible(self) -> bool:
        """Whether no hard rule is broken."""
        return not self.broken


def evaluate(instance: Instance, routes: Routes) -> Evaluation:
    """Judge a solution by every rule of the family."""
    amounts, broken = Counter({term: 0 for term in TERMS}), []
    work: list[int] = []
    idle: list[int] = []
    for caregiver in instance.caregivers:
        stops = sorted(routes.get(caregiver.id, ()))
        broken += _broken_by(instance, caregiver, stops)
        moved = _moved(instance, caregiver, stops)
        served = sum(stop.end - stop.start for stop in stops if stop.service != LUNCH)
        lunch = sum(stop.end - stop.start for stop in stops if stop.service == LUNCH)
        amounts[TRAVEL] += moved
        amounts[WAITING] += _waiting(instance, caregiver, stops)
        amounts[EXTRA] += _extra(instance, caregiver, stops)
        amounts[LUNCHES] += caregiver.lunch and not lunch
        work.append(served + moved)
        idle.append(max(0, caregiver.shift[1] - caregiver.shift[0] - served - lunch - moved))
    amounts[IDLE] = max(idle)
    total = sum(work)
    # Up to the next whole minute: of |work - total / number|, in whole numbers.
    amounts[BALANCE] = sum(-(-abs(one * len(work) - total) // len(work)) for one in work)
    late = [_late(instance, patient, stop) for patient, stop in _visits(instance, routes)]
    amounts[LATE], amounts[LATEST] = sum(late), max(late, default=0)
    broken += _patients(instance, routes, amounts)
    return _weighed(instance, amounts, broken)


def _weighed(instance: Instance, amounts: Counter[str], broken: list[str]) -> Evaluation:
    value = 0
    for term, amount in amounts.items():
        weight = instance.weights.get(term, HARD if term in HARD_WHERE_ABSENT else 0)
        if isinstance(weight, int):
            value += weight * amount
        elif amount:
            broken.append(f"{term}: {amount}")
    return Evaluation(dict(amounts), value, tuple(broken))


def _visits(instance: Instance, routes: Routes) -> Iterator[tuple[Patient, Stop]]:
    patients = {patient.id: patient for patient in instance.patients}
    for stops in routes.values():
        yield from ((patients[stop.patient], stop) for stop in stops if stop.service != LUNCH)


def _points(instance: Instance, caregiver: Caregiver, stops: Sequence[Stop]) -> list[int]:
    """Where a caregiver is, from the start point to the end point; nowhere when staying at home."""
    points = {patient.id: patient.point for patient in instance.patients}
    return [caregiver.leaves, *(points[stop.patient] for stop in stops), caregiver.arrives] if stops else []


def _moved(instance: Instance, caregiver: Caregiver, stops: Sequence[Stop]) -> int:
    return sum(instance.distances[one][next_] for one, next_ in pairwise(_points(instance, caregiver, stops)))


def _arrivals(instance: Instance, caregiver: Caregiver, stops: Sequence[Stop]) -> Iterator[tuple[Stop, int]]:
    """When each place is reached; the first one from the beginning of the shift."""
    points, free = _points(instance, caregiver, stops), caregiver.shift[0]
    for stop, (one, next_) in zip(stops, pairwise(points), strict=False):
        yield stop, free + instance.distances[one][next_]
        free = stop.end


def _waiting(instance: Instance, caregiver: Caregiver, stops: Sequence[Stop]) -> int:
    """At patients'; at the first one only where nobody may leave later than the shift begins."""
    waits = [stop.start - arrival for stop, arrival in _arrivals(instance, caregiver, stops)]
    return sum(max(0, wait) for wait in (waits if instance.leaves_at_once else waits[1:]))


def _extra(instance: Instance, caregiver: Caregiver, stops: Sequence[Stop]) -> int:
    if not stops:
        return 0
    last = _points(instance, caregiver, stops)[-2]
    return max(0, stops[-1].end + instance.distances[last][caregiver.arrives] - caregiver.shift[1])


def _late(instance: Instance, patient: Patient, stop: Stop) -> int:
    """Against the last window that has opened when the service starts."""
    open_until = [end for start, end in patient.windows if start <= stop.start]
    met = stop.end if instance.at_service_end else stop.start
    return max(0, met - max(open_until, default=met))


def _broken_by(instance: Instance, caregiver: Caregiver, stops: Sequence[Stop]) -> Iterator[str]:
    for stop, arrival in _arrivals(instance, caregiver, stops):
        if stop.start < arrival:
            yield f"{caregiver.id} is at {stop.patient} {arrival - stop.start} minutes too early"
    breaks = [stop for stop in stops if stop.service == LUNCH]
    for stop in breaks:
        if instance.lunch is None or len(breaks) > 1:
            yield f"{caregiver.id} has a break too many"
        elif (
            stop.start < instance.lunch[0] or stop.end > instance.lunch[1] or stop.end - stop.start < instance.lunch[2]
        ):
            yield f"{caregiver.id} has no lunch at the hours of lunch, or too short a one"


def _patients(instance: Instance, routes: Routes, amounts: Counter[str]) -> Iterator[str]:
    able = {caregiver.id: caregiver.abilities for caregiver in instance.caregivers}
    for who in routes.keys() - able.keys():
        yield f"{who} is no caregiver"
    for patient in instance.patients:
        done = [(stop, who) for who, stops in routes.items() for stop in stops if stop.patient == patient.id]
        done = [(stop, who) for stop, who in done if stop.service != LUNCH]
        if not done:
            amounts[OPTIONAL] += patient.optional
            if not patient.optional:
                yield f"{patient.id} is not visited"
            continue
        if Counter(stop.service for stop, _ in done) != Counter(patient.services.keys()):
            yield f"{patient.id} is not given each service once"
        if len({who for _, who in done}) < len(done):
            yield f"{patient.id} is given two services by one caregiver"
        amounts[PREFERENCES] += sum(bool(patient.preferred) and who not in patient.preferred for _, who in done)
        for stop, who in done:
            yield from _visit(patient, stop, who, able.get(who, frozenset()))
        yield from _apart(patient, {stop.service: stop.start for stop, _ in done})


def _visit(patient: Patient, stop: Stop, who: str, able: frozenset[str]) -> Iterator[str]:
    if stop.service not in able or who in patient.incompatible:
        yield f"{who} may not give {stop.service} to {patient.id}"
    if stop.end - stop.start != patient.services.get(stop.service):
        yield f"{patient.id} is given {stop.service} too long or too short"
    if stop.start < min(start for start, _ in patient.windows):
        yield f"{patient.id} is visited before any window opens"


def _apart(patient: Patient, starts: dict[str, int]) -> Iterator[str]:
    if len(patient.services) < 2 or starts.keys() != patient.services.keys():
        return
    first, second = (starts[service] for service in patient.services)
    if patient.together == "simultaneous" and first != second:
        yield f"{patient.id} is not visited by both at once"
    if patient.together == "sequential" and not patient.apart[0] <= second - first <= patient.apart[1]:
        yield f"{patient.id} is visited a second time too early or too late"


def report(found: Evaluation) -> str:
    """The value with its parts, and every hard rule broken."""
    lines = [f"value {found.value}", *(f"  {term}: {amount}" for term, amount in found.amounts.items())]
    return "\n".join([*lines, *(f"BROKEN {words}" for words in found.broken)])


def main(arguments: list[str]) -> int:
    """Judge one file; 1 where a hard rule is broken."""
    folder, name, file = arguments
    found = evaluate(read_instance(Path(folder), name), read_solution(Path(file)))
    print(report(found))  # noqa: T201 — a report is this script's purpose
    return 0 if found.feasible else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
