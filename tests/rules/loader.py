"""The cases of tests/rules/cases/*.yaml: one question to both judges each, and the answer expected."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from gems.domain.problem import Problem
from gems.domain.schedule import Schedule
from tests.rules.case_text import CaseError, piece, read, truth, whole
from tests.rules.given import problem_of

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True, kw_only=True)
class Case:
    """One question to both judges and the answer expected."""

    rule: str
    name: str
    problem: Problem
    schedule: Schedule
    violations: tuple[dict[str, Any], ...] = ()
    cents: int | None = None
    """Given for priced rules."""
    counts: tuple[dict[str, Any], ...] | None = None
    """Given for counted rules; only the people named are looked at."""

    @property
    def legal(self) -> bool:
        """Whether no violation is expected."""
        return not self.violations


@dataclass(frozen=True)
class RawCase:
    """A case as written, before it is understood, so that one bad file spoils no other."""

    file: str
    name: str
    rule: str
    row: object

    def __str__(self) -> str:
        return f"{self.file}: {self.name}"


class _NoTwins(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML that refuses the same key twice; the fast loader where there is one."""


def _mapping(loader: yaml.SafeLoader, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = [loader.construct_object(key) for key, _ in node.value]
    if twins := sorted({str(key) for key in keys if keys.count(key) > 1}):
        raise CaseError(f"line {node.start_mark.line + 1}: {twins} written twice")
    return loader.construct_mapping(node, deep=True)


_NoTwins.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


@cache
def raw_cases() -> tuple[RawCase, ...]:
    """Every case of every file, in order; a file that cannot be read is one case that says so."""
    return tuple(case for path in sorted(CASES.glob("*.yaml")) for case in _of_file(path))


@cache
def cases_of(rule: str) -> tuple[Case, ...]:
    """The cases of one rule, understood."""
    return tuple(case_of(raw) for raw in raw_cases() if raw.rule == rule)


def _of_file(path: Path) -> list[RawCase]:
    try:
        content = read(yaml.load(path.read_text("utf-8"), _NoTwins), {"rule": str, "cases": list}, path.name)
        if content["rule"] != path.stem:
            raise CaseError(f"the rule is {content['rule']!r}, the file says {path.stem!r}")
        rows = content["cases"]
        names = [row.get("name") if isinstance(row, dict) else None for row in rows]
        if None in names or len(set(names)) < len(names):
            raise CaseError("each case has a name of its own")
        return [RawCase(path.name, str(name), path.stem, row) for name, row in zip(names, rows, strict=True)]
    except (yaml.YAMLError, CaseError, KeyError) as fault:
        return [RawCase(path.name, "cannot be read", path.stem, fault)]


def case_of(raw: RawCase) -> Case:
    """The case understood. Raises CaseError naming the file, the case and the key."""
    if isinstance(raw.row, Exception):
        raise CaseError(f"{raw.file}: {raw.row}")
    where = str(raw)
    row = read(raw.row, {"name": str, "given": dict, "work": list, "expect": lambda x: x}, where)
    problem = problem_of(row.get("given") or {}, where)
    try:
        pieces = tuple(piece(text, problem.horizon, problem.group) for text in row.get("work") or [])
    except (ValueError, AttributeError) as fault:
        raise CaseError(f"{where}, work: {fault}") from fault
    for assignment in pieces:
        if assignment.mission_id and assignment.mission_id not in problem.mission:
            known = ", ".join(problem.mission)
            raise CaseError(f"{where}, work: no mission {assignment.mission_id}; there are: {known}")
    schedule = Schedule(horizon=problem.horizon, assignments=pieces)
    return Case(rule=raw.rule, name=raw.name, problem=problem, schedule=schedule, **_expected(row["expect"], where))


def _expected(expect: object, where: str) -> dict[str, Any]:
    if expect == "legal":
        return {}
    said = {"employee": str, "member": str, "mission": str, "amount": whole, "fr": str, "en": str}
    readers = {
        "violations": lambda rows: tuple(read(row, said, f"{where}, violations") for row in rows),
        "cents": whole,
        "counts": lambda rows: tuple(read(row, {**said, "warning": truth}, f"{where}, counts") for row in rows),
    }
    return read(expect, readers, f"{where}, expect")
