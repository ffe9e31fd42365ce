"""Words of the employee's page: next shift, week, counters."""

from collections.abc import Mapping

from gems.domain.words import Words

EMPLOYEE_PAGE: Mapping[str, Words] = {
    "page.mine": Words("Mon planning", "My schedule"),
    "mine.next": Words("Prochaine mission", "Next shift"),
    "mine.now": Words("En ce moment", "Now"),
    "mine.next.none": Words(
        "Aucune mission publiée devant vous. La prochaine sera ici dès que le groupement publiera le planning.",
        "No published shift lies ahead. The next one will be here as soon as the group publishes the schedule.",
    ),
    "mine.today": Words("aujourd'hui", "today"),
    "mine.tomorrow": Words("demain", "tomorrow"),
    "mine.work": Words("{work} de travail", "{work} of work"),
    "mine.from_home": Words("{km} km et {drive} de route depuis chez vous", "{km} km and {drive} of road from home"),
    "mine.drive": Words("{km} km, {drive} de trajet payé", "{km} km, {drive} of paid travel"),
    "mine.break": Words("{minutes} min de pause payée sur place", "{minutes} min of paid break on the spot"),
    "mine.changed": Words("changé", "changed"),
    "mine.map": Words("Itinéraire", "Directions"),
    "mine.map.to": Words("Itinéraire vers {place}", "Directions to {place}"),
    "mine.call": Words("Appeler {phone}", "Call {phone}"),
    "mine.call.who": Words("Appeler {member} au {phone}", "Call {member} on {phone}"),
    "mine.week.none": Words(
        "Le planning de cette semaine n'est pas encore publié.", "This week's schedule is not published yet."
    ),
    "mine.week.free": Words("Vous ne travaillez pas cette semaine.", "You do not work this week."),
    "mine.week.total": Words("de travail", "of work"),
    "mine.week.travel": Words("dont {travel} de trajets, {km} km", "of which {travel} of travel, {km} km"),
    "mine.counters": Words("Mes compteurs", "My counters"),
    "mine.year": Words("Mon année", "My year"),
    "mine.year.ahead": Words("{balance} d'avance", "{balance} ahead"),
    "mine.year.behind": Words("{balance} de retard", "{balance} behind"),
    "mine.done": Words("Comptées au {day}", "Counted by {day}"),
    "mine.done.of": Words("{worked} sur {reference}", "{worked} of {reference}"),
    "mine.closing": Words("Fin d'année, à ce rythme", "Year's end, at this pace"),
    "mine.closing.of": Words("{closing} ({gap})", "{closing} ({gap})"),
    "mine.km": Words("Trajets du mois", "Travel this month"),
    "mine.refusals": Words("Refus de changement", "Changes refused"),
    "mine.refusals.of": Words("{used} sur {right} cette année", "{used} of {right} this year"),
    "mine.refusals.about": Words(
        "Quand des heures déjà publiées changent tard, vous pouvez refuser {n} fois par an.",
        "When hours already published change late, you may refuse {n} times a year.",
    ),
    "mine.weeks": Words("Mes semaines", "My weeks"),
    "mine.weeks.week": Words("Semaine", "Week"),
    "mine.weeks.worked": Words("Travail", "Work"),
    "mine.weeks.contract": Words("Contrat", "Contract"),
    "mine.weeks.gap": Words("Écart", "Gap"),
}
