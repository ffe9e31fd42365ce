"""Clauses de roulement: what a person's roster may hold at least and at most, as a rule or at a price."""

from gems.domain.issues import Kind
from gems.domain.roster_terms import RosterTerm, TermCount
from gems.domain.words import Words
from gems.workbook.cells.choices import Choice
from gems.workbook.cells.clocks import Clock
from gems.workbook.cells.days import Day
from gems.workbook.cells.money import Euros
from gems.workbook.cells.numbers import Whole
from gems.workbook.cells.texts import Identifier, RequestLabel
from gems.workbook.columns import Column
from gems.workbook.sheet import Sheet, entered, plain
from gems.workbook.sheets.references import EMPLOYEE

TERM_COUNT = Choice(
    {
        TermCount.DAYS: Words("jours travaillés", "days worked"),
        TermCount.DAYS_A_WEEK: Words("jours par semaine", "days a week"),
        TermCount.WEEKENDS: Words("week-ends travaillés", "weekends worked"),
        TermCount.HALF_WEEKENDS: Words("week-ends à moitié", "half weekends"),
        TermCount.DAYS_IN_ROW: Words("jours de suite", "days in a row"),
        TermCount.DAYS_OFF_IN_ROW: Words("repos de suite", "days off in a row"),
        TermCount.DAYS_OFF_AFTER: Words("repos après un service", "days off after a shift"),
        TermCount.FOLLOWINGS: Words("enchaînements", "followings"),
    },
    Words("ce qu'une clause peut compter", "what a term may count"),
    {
        "jours": TermCount.DAYS,
        "services": TermCount.DAYS,
        "week-ends": TermCount.WEEKENDS,
        "week-ends incomplets": TermCount.HALF_WEEKENDS,
        "jours de repos de suite": TermCount.DAYS_OFF_IN_ROW,
        "repos après": TermCount.DAYS_OFF_AFTER,
        "suites": TermCount.FOLLOWINGS,
    },
)
THINGS = Words("jours ou de week-ends", "days or weekends")
COLUMNS = (
    Column(
        field="id",
        heading=Words("Identifiant", "Identifier"),
        cell=Identifier(),
        required=True,
        help=Words("Un code court et unique.", "A short unique code."),
        example="R01",
        aliases=("id", "code"),
    ),
    Column(
        field="employee_id",
        heading=Words("Salarié", "Employee"),
        cell=EMPLOYEE,
        help=Words("À qui la clause s'applique ; vide : à tous.", "Whom the term holds for; blank: everybody."),
        example="S01",
        aliases=("personne", "person"),
    ),
    Column(
        field="counts",
        heading=Words("Ce qui est compté", "What is counted"),
        cell=TERM_COUNT,
        required=True,
        help=Words(
            "Jours travaillés, week-ends : sur les semaines planifiées ensemble. Une nuit compte au jour de son début.",
            "Days or weekends worked: over the weeks planned together. A night counts for the day on which it begins.",
        ),
        example="jours travaillés",
        aliases=("compte", "counts", "clause", "term"),
    ),
    Column(
        field="shift",
        heading=Words("Service", "Shift"),
        cell=RequestLabel(),
        help=Words(
            "Seulement les jours avec une demande de cet intitulé (« Nuit »), écrit pareil ; vide : tout travail.",
            "Only days with a request of this label (“Nuit”), spelt the same; blank: any work.",
        ),
        example="Renfort du matin",
        aliases=("poste", "intitulé", "libellé", "label"),
    ),
    Column(
        field="begins_before",
        heading=Words("Début avant", "Begins before"),
        cell=Clock(),
        help=Words("Seulement les jours qui commencent avant cette heure.", "Only days that begin before this time."),
        aliases=("commence avant", "begins_before"),
    ),
    Column(
        field="ends_after",
        heading=Words("Fin après", "Ends after"),
        cell=Clock(),
        help=Words(
            "Seulement les jours qui finissent après cette heure ; 26:00 est 2 h le lendemain, donc une nuit.",
            "Only days that end after this time; 26:00 is 2:00 on the next day, so a night.",
        ),
        aliases=("finit après", "ends_after"),
    ),
    Column(
        field="then_shift",
        heading=Words("Puis service", "Then shift"),
        cell=RequestLabel(),
        help=Words(
            "Pour un enchaînement : l'intitulé du lendemain ; vide : tout travail.",
            "For followings: the label on the next day; blank: any work.",
        ),
        aliases=("puis", "suivi de", "then"),
    ),
    Column(
        field="then_before",
        heading=Words("Puis début avant", "Then begins before"),
        cell=Clock(),
        help=Words(
            "Pour un enchaînement : le lendemain commence avant cette heure.",
            "For followings: the next day begins before this time.",
        ),
        aliases=("lendemain avant", "then before"),
    ),
    Column(
        field="on_day",
        heading=Words("Un jour précis", "One given day"),
        cell=Day(),
        help=Words(
            "Pour des jours travaillés : lui seul compte, 1 au moins s'il est voulu, 0 au plus sinon ; vide : tous.",
            "For days worked: it alone counts, 1 at least if it is wanted, 0 at most if not; blank: every day.",
        ),
        aliases=("le jour", "on day", "jour", "le", "date", "day", "on_day"),
    ),
    Column(
        field="least",
        heading=Words("Au moins", "At least"),
        cell=Whole(THINGS, 2),
        help=Words("Le plus petit nombre admis ; vide : sans limite.", "The fewest allowed; blank: no limit."),
        aliases=("minimum", "min", "least"),
    ),
    Column(
        field="most",
        heading=Words("Au plus", "At most"),
        cell=Whole(THINGS, 3),
        help=Words("Le plus grand nombre admis ; vide : sans limite.", "The most allowed; blank: no limit."),
        example=3,
        aliases=("maximum", "max", "most"),
    ),
    Column(
        field="cents",
        heading=Words("Prix de l'écart (€)", "Price of a miss (€)"),
        cell=Euros(),
        help=Words(
            "Ce que coûte chacun de trop ou qui manque, pour comparer les plannings ; vide : c'est une règle.",
            "What each one too many or too few is priced at, to compare schedules; blank: it is a rule.",
        ),
        example=15,
        aliases=("prix", "price", "prix de l'écart", "euros"),
    ),
    Column(
        field="done",
        heading=Words("Déjà fait", "Done before"),
        cell=Whole(THINGS, 1),
        help=Words(
            "Ce qui précède la première semaine planifiée ; vide : rien, et l'historique pour ce qui est de suite.",
            "What stands before the first week planned; blank: nothing, and the history for what is in a row.",
        ),
        aliases=("avant", "before", "done"),
    ),
)

SHEET = Sheet(
    kind=Kind.ROSTER_TERM,
    title=Words("Clauses de roulement", "Roster terms"),
    about=Words(
        "Ce que le roulement de chacun doit tenir : une règle, ou un souhait qui a un prix.",
        "What each person's roster must hold: a rule, or a wish with a price.",
    ),
    columns=COLUMNS,
    records=entered("roster_terms"),
    aliases=("clauses", "roulements", "rosters"),
    **plain(RosterTerm, COLUMNS),
)
