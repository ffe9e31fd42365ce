"""A plan told on the terminal: what it is worth, its bill, hours person by person, what nobody serves and why."""

from collections.abc import Callable, Iterator, Mapping

import click

from gems.domain.fairness import fairness_of
from gems.domain.fairness_words import fair_lines
from gems.domain.problem import Problem
from gems.domain.report import STATUS_WORDS, BillLine, PersonHours, PlanReport
from gems.domain.schedule import Schedule
from gems.domain.time import Horizon
from gems.domain.words import Words, day, euros, hours, percent
from gems.planning.build import Built
from gems.planning.week.compare import difference_of
from gems.rules.naming import request_name
from ui.cli.figures import full_timers, when
from ui.cli.speech import BLANK, named, say, spoken
from ui.cli.tables import Column, lines

WEEK = Words("Semaine {label}, du {first} au {last}", "Week {label}, {first} to {last}")
WEEKS = Words("{n} semaines à partir de {label}, du {first} au {last}", "{n} weeks from {label}, {first} to {last}")
GROUP = Words("{name} : {people} personnes, {members} adhérents", "{name}: {people} people, {members} members")
COST = Words("Coût : {cost} (facture plus bas)", "Cost: {cost} (bill below)")
BOUND = Words(
    "Aucun planning légal ne coûte moins de {bound} : écart prouvé {gap}",
    "No legal schedule costs less than {bound}: proven gap {gap}",
)
NO_BOUND = Words(
    "On ne sait pas de combien ce planning est loin du meilleur possible",
    "It is not known how far this plan is from the best possible",
)
SERVED = Words("Heures servies : {served} sur {asked} ({share})", "Hours served: {served} of {asked} ({share})")
FULL = Words(
    "Contrats à temps plein : {placed} placées sur {contract} ({share})",
    "Full-time contracts: {placed} placed of {contract} ({share})",
)
TIME = Words(
    "Calcul : {seconds} s, profil « {profile} », graine {seed}", "Search: {seconds} s, profile “{profile}”, seed {seed}"
)
BILL = Words("Facture du planning", "Bill of the schedule")
HOURS = Words("Heures par personne", "Hours per person")
FAIRNESS = Words("Équité", "Fairness")
UNSERVED = Words("À pourvoir", "Unserved")
NOTHING_UNSERVED = Words("Toutes les demandes sont servies.", "Every request is served.")
FREE = Words("Rien à payer : tous les objectifs sont atteints.", "Nothing to pay: every goal is met.")
TOTAL = Words("Total", "Total")
CHANGES = Words("Ce qui change depuis le planning publié", "What changes since the published schedule")
UNITS: Mapping[str, Callable[[int], Words]] = {
    "minutes": hours,
    "km": lambda amount: Words(f"{amount} km", f"{amount} km"),
    "days": lambda amount: Words(f"{amount} j", f"{amount} d"),
    "times": lambda amount: Words(f"{amount} fois", f"{amount} times"),
}


def week_words(horizon: Horizon) -> Words:
    """ "Semaine 2026-W48, du lun. 23 nov. au dim. 29 nov. 2026"."""
    words = WEEK if horizon.weeks == 1 else WEEKS
    return words.fill(label=horizon.label, first=day(horizon.first), last=day(horizon.last, year=True), n=horizon.weeks)


def tell(built: Built) -> None:
    """The whole report."""
    report, problem = built.report, built.problem
    group = problem.group
    say(
        GROUP.fill(name=group.settings.name, people=len(group.employees), members=len(group.members)),
        week_words(problem.horizon),
        STATUS_WORDS[report.status],
    )
    if built.schedule is None:
        say(*(Words(f"  {reason.fr}", f"  {reason.en}") for reason in built.reasons))
        return
    say(*_summary(problem, report))
    _tell_changes(problem, built.schedule)
    tell_bill(report.bill)
    _section(HOURS, _hours(problem, report.hours))
    _section(FAIRNESS, _fairness(problem, built.schedule))
    if report.unserved:
        _section(UNSERVED, _unserved(problem, report))
    else:
        say(BLANK, NOTHING_UNSERVED)


def _tell_changes(problem: Problem, schedule: Schedule) -> None:
    """Of weeks published before: what changes for people, one sentence each."""
    told = problem.baseline.published if problem.baseline is not None else ()
    if told:
        between = difference_of(Schedule(horizon=problem.horizon, assignments=told), schedule)
        say(BLANK, CHANGES)
        say(*(Words(f"  {words.fr}", f"  {words.en}") for words in between.words(problem.group)))


def tell_bill(bill: tuple[BillLine, ...]) -> None:
    """The lines that cost something, and their sum."""
    paid = [line for line in bill if line.cents]
    if paid:
        _section(BILL, _bill(paid))
    else:
        say(BLANK, FREE)


def _section(title: Words, rows: Iterator[str]) -> None:
    say(BLANK, title)
    for row in rows:
        click.echo(row)


def _summary(problem: Problem, report: PlanReport) -> Iterator[Words]:
    yield COST.fill(cost=euros(report.cost_cents))
    bound = BOUND.fill(bound=euros(report.bound_cents), gap=percent(report.gap))
    yield bound if report.tells_distance else NO_BOUND
    share = report.served_minutes / report.requested_minutes if report.requested_minutes else 1.0
    yield SERVED.fill(served=hours(report.served_minutes), asked=hours(report.requested_minutes), share=percent(share))
    full = full_timers(problem.group, report)
    if full.contract_minutes:
        placed, contract = hours(full.placed_minutes), hours(full.contract_minutes)
        yield FULL.fill(placed=placed, contract=contract, share=percent(full.share))
    yield TIME.fill(seconds=round(report.seconds), profile=report.profile, seed=report.seed)


def _bill(bill: list[BillLine]) -> Iterator[str]:
    columns = (
        Column(Words("Poste", "Line")),
        Column(Words("Quantité", "Amount"), figures=True),
        Column(Words("Coût", "Cost"), figures=True),
    )
    rows = [(spoken(line.title), spoken(_amount(line)), spoken(euros(line.cents))) for line in bill]
    return lines(columns, [*rows, (spoken(TOTAL), "", spoken(euros(sum(line.cents for line in bill))))])


def _amount(line: BillLine) -> Words:
    said = UNITS.get(line.unit)
    return said(line.amount) if said else Words(f"{line.amount} {line.unit}", f"{line.amount} {line.unit}")


def _hours(problem: Problem, hours_of: tuple[PersonHours, ...]) -> Iterator[str]:
    columns = (
        Column(Words("Personne", "Person")),
        Column(Words("Contrat", "Contract"), figures=True),
        Column(Words("Travail", "Work"), figures=True),
        Column(Words("Écart", "Gap"), figures=True),
        Column(Words("dont route", "of which road"), figures=True),
        Column(Words("Pourquoi il manque des heures", "Why hours are missing")),
    )
    rows = [
        (
            problem.group.employee[line.employee_id].name,
            *(spoken(hours(minutes)) for minutes in (line.contract_minutes, line.worked_minutes)),
            spoken(_signed(line.worked_minutes - line.contract_minutes)),
            spoken(hours(line.travel_minutes)),
            spoken(line.why_short) if line.why_short else "",
        )
        for line in hours_of
    ]
    return lines(columns, rows)


def _fairness(problem: Problem, schedule: Schedule) -> Iterator[str]:
    columns = (
        Column(Words("Ce qui est comparé", "What is compared")),
        Column(Words("Avant", "Before")),
        Column(Words("Avec ce planning", "With this schedule")),
    )
    found = fair_lines(problem.group, fairness_of(problem, schedule))
    return lines(columns, [(spoken(line.title), spoken(line.before), spoken(line.after)) for line in found])


def _signed(minutes: int) -> Words:
    said = hours(minutes)
    return Words(f"+{said.fr}", f"+{said.en}") if minutes > 0 else said


def _unserved(problem: Problem, report: PlanReport) -> Iterator[str]:
    columns = (
        Column(Words("Demande", "Request")),
        Column(Words("Quand", "When")),
        Column(Words("Heures", "Hours"), figures=True),
        Column(Words("Pourquoi", "Why")),
    )
    rows = [
        (
            spoken(request_name(problem.group, problem.need[row.need_id].request)),
            spoken(when(problem, row.need_id)),
            spoken(hours(row.minutes)),
            named(row.reasons),
        )
        for row in report.unserved
    ]
    return lines(columns, rows)
