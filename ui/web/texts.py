"""The words of the screens, French first, English complete. One entry a sentence; law and data bring their own words."""

from collections.abc import Mapping

from gems.domain.words import Words

TEXTS: Mapping[str, Words] = {
    "page.title": Words("GEMS · La semaine", "GEMS · The week"),
    "language": Words("Langue", "Language"),
    "start.title": Words("Par où commencer ?", "Where to start?"),
    "start.body": Words(
        "Déposez le classeur de votre groupement, ou ouvrez un groupement d'exemple (personnes et lieux de travail "
        "fictifs, vraies routes de la Creuse).",
        "Drop your group's workbook here, or open a sample group (fictitious people and workplaces, real roads of the "
        "Creuse).",
    ),
    "start.upload": Words(
        "Classeur Excel du groupement (.xlsx, 5 Mo au plus)", "The group's Excel workbook (.xlsx, 5 MB at most)"
    ),
    "start.sample": Words("Groupement d'exemple", "Sample group"),
    "start.open": Words("Ouvrir l'exemple", "Open the sample"),
    "start.template": Words("Télécharger un classeur vide", "Download an empty workbook"),
    "start.other": Words("Changer de groupement", "Change group"),
    "sample.small": Words("Petit : 8 salariés, 6 adhérents", "Small: 8 employees, 6 members"),
    "sample.gems23": Words("GEMS 23 : 30 salariés, 20 adhérents", "GEMS 23: 30 employees, 20 members"),
    "sample.county": Words("Département : 150 salariés, 120 adhérents", "County: 150 employees, 120 members"),
    "sample.large": Words("Grand : 350 salariés, 250 adhérents", "Large: 350 employees, 250 members"),
    "faults.title": Words("{n} point(s) à corriger dans le classeur", "{n} point(s) to correct in the workbook"),
    "faults.body": Words(
        "Rien n'a été perdu ni enregistré. Corrigez votre fichier puis déposez-le à nouveau ; la copie annotée montre "
        "chaque cellule en rouge avec une note.",
        "Nothing was lost or saved. Correct your file and drop it again; the annotated copy shows each cell in red with "
        "a note.",
    ),
    "faults.download": Words("Télécharger la copie annotée", "Download the annotated copy"),
    "faults.sheet": Words("Feuille", "Sheet"),
    "faults.cell": Words("Cellule", "Cell"),
    "faults.wrong": Words("Ce qui ne va pas", "What is wrong"),
    "faults.fix": Words("Que faire", "What to do"),
    "week": Words("Semaine {week} · {first} – {last}", "Week {week} · {first} – {last}"),
    "build": Words("Construire la semaine", "Build the week"),
    "build.again": Words("Reconstruire", "Build again"),
    "build.week": Words("Semaine à construire", "Week to build"),
    "build.time": Words("Temps accordé", "Time allowed"),
    "build.profile": Words("Ce qui compte le plus", "What matters most"),
    "build.time.15": Words("15 secondes", "15 seconds"),
    "build.time.30": Words("30 secondes", "30 seconds"),
    "build.time.60": Words("Une minute", "One minute"),
    "build.time.300": Words("Cinq minutes", "Five minutes"),
    "build.weeks": Words("Nombre de semaines", "Number of weeks"),
    "build.stop": Words("Arrêter et garder le meilleur", "Stop and keep the best"),
    "build.stopping": Words(
        "J'arrête et je garde le meilleur planning trouvé…", "Stopping, and keeping the best found…"
    ),
    "build.best": Words("Meilleur coût trouvé", "Best cost found"),
    "build.bound": Words("Meilleur possible (prouvé)", "Best possible (proven)"),
    "build.gap": Words("Écart restant", "Distance left"),
    "build.duties": Words("{n} journées possibles composées", "{n} possible working days composed"),
    "build.checking": Words("Le vérificateur relit le planning…", "The checker is reading the schedule…"),
    "build.none": Words("Aucun planning n'est possible", "No schedule is possible"),
    "build.died": Words(
        "Le calcul s'est interrompu. Vos données sont intactes : relancez-le. S'il s'arrête encore, envoyez le classeur "
        "à la personne qui entretient GEMS.",
        "The computation broke off. Your data is safe: start it again. If it stops once more, send the workbook to "
        "whoever maintains GEMS.",
    ),
    "build.refused": Words(
        "Le vérificateur a refusé le planning calculé : il n'est pas montré. C'est une erreur de GEMS, pas la vôtre ; "
        "envoyez le classeur à la personne qui entretient GEMS.",
        "The checker refused the computed schedule: it is not shown. This is a fault of GEMS, not yours; send the "
        "workbook to whoever maintains GEMS.",
    ),
    "empty.title": Words("La semaine n'est pas encore construite", "The week is not built yet"),
    "empty.body": Words(
        "{people} salariés, {members} adhérents, {hours} demandées du {first} au {last}. Appuyez sur « Construire la "
        "semaine » : vous verrez le planning, son coût et ce qui reste à pourvoir.",
        "{people} employees, {members} members, {hours} asked from {first} to {last}. Press “Build the week”: you will "
        "see the schedule, its cost and what is left to fill.",
    ),
    "kpi.served": Words("Heures servies", "Hours served"),
    "kpi.full": Words("Contrats pleins", "Full contracts"),
    "kpi.unserved": Words("À pourvoir", "To fill"),
    "kpi.km": Words("Kilomètres", "Kilometres"),
    "kpi.cost": Words("Coût à éviter", "Cost to avoid"),
    "kpi.law": Words("Alertes", "Alerts"),
    "kpi.law.none": Words("0 règle enfreinte", "0 rules broken"),
    "kpi.law.some": Words("{n} règle(s) enfreinte(s)", "{n} rule(s) broken"),
    "kpi.served.help": Words(
        "Part des heures demandées par les adhérents qui sont servies.",
        "Share of the hours members ask that are served.",
    ),
    "kpi.full.help": Words(
        "Salariés à temps plein dont les heures atteignent le contrat de la semaine (absences ôtées).",
        "Full-time employees whose hours reach the week's contract (absences taken off).",
    ),
    "kpi.unserved.help": Words("Besoins non servis et leurs heures.", "Needs not served, and their hours."),
    "kpi.km.help": Words("Entre deux lieux de travail, dans la journée.", "Between two workplaces, within the day."),
    "kpi.cost.help": Words(
        "Tout ce qui est mal placé, compté en euros : heures non servies, heures payées non placées, route, coupures…",
        "Everything ill placed, counted in euros: unserved hours, paid hours not placed, driving, gaps…",
    ),
    "kpi.law.help": Words(
        "Le vérificateur relit chaque planning, indépendamment du calcul.",
        "The checker reads every schedule, independently of the computation.",
    ),
    "proof": Words(
        "{status} Coût {cost} ; aucun planning légal ne peut descendre sous {bound} (écart {gap}).",
        "{status} Cost {cost}; no legal schedule can go below {bound} (distance {gap}).",
    ),
    "proof.optimal": Words(
        "Optimal : aucun planning légal ne coûte moins que {cost}. C'est prouvé.",
        "Optimal: no legal schedule costs less than {cost}. That is proven.",
    ),
    "status.good": Words("Bon planning.", "Good schedule."),
    "status.stopped": Words(
        "Arrêté à votre demande, le meilleur est gardé.", "Stopped at your request, the best is kept."
    ),
    "view": Words("Vue", "View"),
    "view.people": Words("Par salarié", "By employee"),
    "view.members": Words("Par adhérent", "By member"),
    "view.unserved": Words("À pourvoir", "To fill"),
    "view.hours": Words("Heures", "Hours"),
    "view.bill": Words("Facture", "Bill"),
    "lane": Words("À pourvoir", "To fill"),
    "lane.detail": Words("{n} · {hours}", "{n} · {hours}"),
    "hours.of": Words("{worked} / {contract}", "{worked} / {contract}"),
    "hours.full": Words("contrat rempli", "contract filled"),
    "hours.short": Words("manque {hours}", "{hours} short"),
    "hours.over": Words("{hours} en plus", "{hours} over"),
    "hours.off": Words("absent cette semaine", "away this week"),
    "away": Words("absent", "away"),
    "within": Words("entre {start} et {end}", "between {start} and {end}"),
    "any_day": Words("sur la semaine", "over the week"),
    "stand_in": Words("en remplacement", "standing in"),
    "served.of": Words("{served} servies / {asked}", "{served} served / {asked}"),
    "served.all": Words("tout est servi", "all served"),
    "served.some": Words("manque {hours}", "{hours} missing"),
    "table.member": Words("Adhérent", "Member"),
    "table.site": Words("Lieu", "Site"),
    "table.request": Words("Demande", "Request"),
    "table.day": Words("Jour", "Day"),
    "table.hours": Words("Heures", "Hours"),
    "table.why": Words("Pourquoi", "Why"),
    "table.person": Words("Salarié", "Employee"),
    "table.contract": Words("Contrat", "Contract"),
    "table.worked": Words("Travail", "Work"),
    "table.travel": Words("dont route", "of which driving"),
    "table.km": Words("Km", "Km"),
    "table.balance": Words("Écart", "Difference"),
    "table.line": Words("Poste", "Line"),
    "table.amount": Words("Quantité", "Amount"),
    "table.cost": Words("Coût", "Cost"),
    "table.asked": Words("Demandé", "Asked"),
    "table.served": Words("Servi", "Served"),
    "table.share": Words("Part servie", "Share served"),
    "total": Words("Total", "Total"),
    "unserved.none": Words("Toutes les heures demandées sont servies.", "All hours asked are served."),
    "bill.none": Words("Rien à payer de trop : tout est au mieux.", "Nothing to pay too much: all is at its best."),
    "bill.note": Words(
        "Ce coût compare des plannings entre eux ; ce n'est pas une facture d'adhérent. Recalculé par le vérificateur à "
        "partir des affectations.",
        "This cost compares schedules with each other; it is not a member's invoice. Recomputed by the checker from the "
        "assignments.",
    ),
    "download": Words("Télécharger le classeur", "Download the workbook"),
    "download.help": Words(
        "Le planning, ce qui n'est pas servi, la facture et toutes vos données. Modifiez-le dans Excel et redéposez-le : "
        "les verrous et commentaires sont gardés.",
        "The schedule, what is not served, the bill and all your data. Edit it in Excel and drop it again: locks and "
        "comments are kept.",
    ),
    "card.none": Words(
        "Touchez une case du planning pour en voir le détail.", "Pick a card of the grid to see its details."
    ),
    "card.who": Words("Qui", "Who"),
    "card.when": Words("Quand", "When"),
    "card.where": Words("Où", "Where"),
    "card.job": Words("Métier", "Job"),
    "card.why": Words("Pourquoi ce n'est pas servi", "Why this is not served"),
    "locked": Words("verrouillé", "locked"),
    "unit.minutes": Words("{hours}", "{hours}"),
    "unit.km": Words("{n} km", "{n} km"),
    "unit.times": Words("{n} fois", "{n} times"),
    "unit.days": Words("{n} jour(s)", "{n} day(s)"),
}


def text(key: str) -> Words:
    """The words of a key; raises KeyError for a key that does not exist."""
    return TEXTS[key]
