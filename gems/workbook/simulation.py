"""The report of a simulation as a workbook to read: weeks, people with their balances, members."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.chart import LineChart, Reference
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from gems.domain.ceiling import NEAR
from gems.domain.ceiling_words import allowed_words, ceiling_words, rival_names
from gems.domain.simulation import SimulatedWeek, Simulation
from gems.domain.words import Language, Words, day, hours, percent
from gems.workbook.styles import BOLD_FONT, TITLE_FONT, header, printable, put

HOURS, SHARE, EUROS, INDEX = "0.0", "0.0%", '#,##0.00" €"', "0.000"
TITLE = Words("Simulation de {n} semaines", "Simulation of {n} weeks")
SUMMARY, WEEKS = Words("Synthèse", "Summary"), Words("Semaines", "Weeks")
PEOPLE, BALANCES, MEMBERS = Words("Salariés", "People"), Words("Soldes", "Balances"), Words("Adhérents", "Members")
OF_WEEKS = (
    (Words("Semaine du", "Week of"), ""),
    (Words("Heures demandées", "Hours asked"), HOURS),
    (Words("Heures servies", "Hours served"), HOURS),
    (Words("Part servie", "Share served"), SHARE),
    (Words("Heures visées", "Hours aimed at"), HOURS),
    (Words("Heures travaillées", "Hours worked"), HOURS),
    (Words("Coût", "Cost"), EUROS),
    (Words("Impossible sous", "Cannot go under"), EUROS),
    (Words("Équité entre adhérents (indice de Jain)", "Fairness between members (Jain's index)"), INDEX),
    (Words("Adhérent le moins servi", "Least served member"), SHARE),
    (Words("Soirées par semaine, au plus", "Evenings a week, at most"), INDEX),
    (Words("Dimanches par semaine, au plus", "Sundays a week, at most"), INDEX),
    (Words("Calcul (s)", "Time (s)"), HOURS),
)
OF_PEOPLE = (
    (Words("Personne", "Person"), ""),
    (Words("Heures dues dans l'année", "Hours due in the year"), HOURS),
    (Words("Clôture", "Closing"), HOURS),
    (Words("Écart", "Gap"), SHARE),
    (Words("La demande permet au plus", "Demand allows at most"), HOURS),
    (Words("Se dispute les mêmes heures avec", "Competes for the same hours with"), ""),
    (Words("Heures supplémentaires", "Overtime"), HOURS),
    (Words("Contingent", "Quota"), HOURS),
    (Words("Soirées", "Evenings"), "0"),
    (Words("Dimanches", "Sundays"), "0"),
    (Words("Kilomètres", "Kilometres"), "0"),
)
OF_MEMBERS = (
    (Words("Adhérent", "Member"), ""),
    (Words("Heures demandées", "Hours asked"), HOURS),
    (Words("Heures servies", "Hours served"), HOURS),
    (Words("Part servie", "Share served"), SHARE),
)
PERSON_AND_WEEK = Words(
    "Personne, solde de l'année en heures à la fin de la semaine du…", "Person, hours ahead at the end of the week of…"
)
SHARE_COLUMN = 4
Cells = Sequence[str | float | int | None]


def write_simulation(simulation: Simulation, target: Path | BinaryIO, *, language: Language = "fr") -> None:
    """Write the report. Raises OSError when the path cannot be written."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    _summary(workbook.create_sheet(SUMMARY[language]), simulation, language)
    weeks = workbook.create_sheet(WEEKS[language])
    _table(weeks, OF_WEEKS, (_of_week(week, language) for week in simulation.weeks), language)
    _chart(weeks, len(simulation.weeks), language)
    _table(workbook.create_sheet(PEOPLE[language]), OF_PEOPLE, _of_people(simulation), language)
    _balances(workbook.create_sheet(BALANCES[language]), simulation, language)
    _table(workbook.create_sheet(MEMBERS[language]), OF_MEMBERS, _of_members(simulation), language)
    workbook.save(target)


def _summary(worksheet: Worksheet, simulation: Simulation, language: Language) -> None:
    put(worksheet.cell(1, 1), TITLE.fill(n=len(simulation.weeks))[language])
    worksheet.cell(1, 1).font = TITLE_FONT
    for number, words in enumerate(summary_words(simulation), start=3):
        put(worksheet.cell(number, 1), words[language])
    worksheet.column_dimensions["A"].width = 110
    printable(worksheet, landscape=False)


COVERAGE = Words("{served} servies sur {asked} demandées ({share}).", "{served} served of {asked} asked ({share}).")
LEGAL = Words(
    "Aucune règle enfreinte : chaque semaine a été jugée avec son passé, puis toutes ensemble.",
    "No rule broken: each week was judged with its past, then all of them together.",
)
BROKEN = Words(
    "{n} règles enfreintes, toutes semaines jugées ensemble :", "{n} rules broken, all weeks judged together:"
)
CLOSED = Words(
    "{near} temps pleins sur {n} terminent l'année à moins de 2 % de leurs heures.",
    "{near} full-timers of {n} close the year within 2% of their hours.",
)
PROJECTED = Words(
    "À ce rythme, {near} temps pleins sur {n} termineraient l'année à moins de 2 % de leurs heures.",
    "At this pace, {near} full-timers of {n} would close the year within 2% of their hours.",
)
FAIR = Words(
    "Entre adhérents : de {low} à {high} des heures servies (indice d'équité {jain}).",
    "Between members: {low} to {high} of the hours served (fairness index {jain}).",
)


def summary_words(simulation: Simulation) -> list[Words]:
    """The simulation in sentences: service, fairness, closings and what demand allows, rules."""
    asked, served, members = simulation.asked_minutes, simulation.served_minutes, simulation.members
    found = []
    if asked:
        found.append(COVERAGE.fill(served=hours(served), asked=hours(asked), share=percent(served / asked)))
    if members.lowest is not None and members.highest is not None and members.jain is not None:
        jain = Words(f"{members.jain:.3f}".replace(".", ","), f"{members.jain:.3f}")
        found.append(FAIR.fill(low=percent(members.lowest), high=percent(members.highest), jain=jain))
    full = [person for person in simulation.people if person.full_time and person.due]
    if full:
        near = sum(abs(person.closing - person.due) <= NEAR * person.due for person in full)
        found.append((CLOSED if simulation.year_over else PROJECTED).fill(near=near, n=len(full)))
        allowed = allowed_words(simulation.ceilings, near, [person.employee_id for person in full])
        found += [] if allowed is None else [allowed]
        found += [ceiling_words(simulation.group, one) for one in simulation.ceilings]
    broken = simulation.broken
    found += [BROKEN.fill(n=len(broken)), *broken] if broken else [LEGAL] if simulation.weeks else []
    return [*found, *simulation.why_ended]


def _table(
    worksheet: Worksheet, headings: Sequence[tuple[Words, str]], rows: Iterable[Cells], language: Language
) -> None:
    for place, (words, _) in enumerate(headings, start=1):
        header(worksheet.cell(1, place), words[language])
        worksheet.column_dimensions[get_column_letter(place)].width = 30 if place == 1 else 15
    for number, cells in enumerate(rows, start=2):
        for place, (value, (_, form)) in enumerate(zip(cells, headings, strict=True), start=1):
            put(worksheet.cell(number, place), value, form or "General")
        worksheet.cell(number, 1).font = BOLD_FONT
    worksheet.row_dimensions[1].height = 48
    worksheet.freeze_panes = "B2"
    printable(worksheet)


def _of_week(week: SimulatedWeek, language: Language) -> Cells:
    fair = week.fairness
    return (
        day(week.monday, year=True)[language],
        week.asked_minutes / 60,
        week.served_minutes / 60,
        week.served_minutes / week.asked_minutes if week.asked_minutes else None,
        sum(person.target for person in week.people) / 60,
        sum(person.worked for person in week.people) / 60,
        week.cost_cents / 100,
        week.bound_cents / 100,
        fair.members.after.jain,
        fair.members.after.lowest,
        fair.evenings.after.highest,
        fair.sundays.after.highest,
        week.seconds,
    )


def _of_people(simulation: Simulation) -> Iterable[Cells]:
    allowed = {one.employee_id: one.most for one in simulation.ceilings if not one.with_ids}
    rivals = {one.employee_id: rival_names(simulation.group, one) for one in simulation.ceilings if one.with_ids}
    for person in simulation.people:
        yield (
            simulation.group.employee[person.employee_id].name,
            person.due / 60 if person.due else None,
            person.closing / 60 if person.due else None,
            (person.closing - person.due) / person.due if person.due else None,
            _hours(allowed.get(person.employee_id)),
            rivals.get(person.employee_id),
            person.overtime / 60,
            person.quota / 60 if person.quota is not None and person.full_time else None,
            person.evenings,
            person.sundays,
            person.km,
        )


def _of_members(simulation: Simulation) -> Iterable[Cells]:
    for member in simulation.group.members:
        lines = [line for week in simulation.weeks for line in week.members if line[0] == member.id]
        asked, served = sum(line[1] for line in lines), sum(line[2] for line in lines)
        yield member.name, asked / 60, served / 60, served / asked if asked else None


def _balances(worksheet: Worksheet, simulation: Simulation, language: Language) -> None:
    weeks = simulation.weeks
    headings = [(PERSON_AND_WEEK, ""), *((day(week.monday), HOURS) for week in weeks)]
    rows = (
        (simulation.group.employees[index].name, *(_hours(week.people[index].balance) for week in weeks))
        for index in range(len(simulation.group.employees))
    )
    _table(worksheet, headings, rows, language)


def _hours(minutes: int | None) -> float | None:
    return None if minutes is None else minutes / 60


def _chart(worksheet: Worksheet, weeks: int, language: Language) -> None:
    if not weeks:
        return
    chart = LineChart()
    chart.title, chart.height, chart.width = OF_WEEKS[SHARE_COLUMN - 1][0][language], 8, 24
    chart.add_data(Reference(worksheet, min_col=SHARE_COLUMN, min_row=1, max_row=weeks + 1), titles_from_data=True)
    chart.set_categories(Reference(worksheet, min_col=1, min_row=2, max_row=weeks + 1))
    chart.legend = None
    worksheet.add_chart(chart, f"A{weeks + 4}")
