"""Words of building a week: what is asked, what is going on, how it ended."""

from collections.abc import Mapping

from gems.domain.words import Words

BUILDING: Mapping[str, Words] = {
    "group": Words("{name} · {people} salariés, {members} adhérents", "{name} · {people} employees, {members} members"),
    "week": Words("Semaine {week} · {days}", "Week {week} · {days}"),
    "weeks": Words("Semaines {first} à {last} · {days}", "Weeks {first} to {last} · {days}"),
    "week.before": Words("Semaine précédente", "Previous week"),
    "week.after": Words("Semaine suivante", "Next week"),
    "week.shown": Words("Semaine montrée", "Week shown"),
    "build.again": Words("Reconstruire la semaine", "Build the week again"),
    "build.how": Words("{time} · {profile}", "{time} · {profile}"),
    "build.how.help": Words("Temps de calcul et priorité", "Computing time and priority"),
    "build.time": Words("Temps accordé au calcul", "Time allowed"),
    "build.profile": Words("Ce qui compte le plus", "What matters most"),
    "build.time.15": Words("15 secondes", "15 seconds"),
    "build.time.30": Words("30 secondes", "30 seconds"),
    "build.time.60": Words("1 minute", "1 minute"),
    "build.time.300": Words("5 minutes", "5 minutes"),
    "build.kept.one": Words("1 affectation verrouillée sera gardée.", "1 locked assignment will be kept."),
    "build.kept.many": Words("{n} affectations verrouillées seront gardées.", "{n} locked assignments will be kept."),
    "build.stop": Words("Arrêter et garder le meilleur", "Stop and keep the best"),
    "build.stopping": Words(
        "J'arrête, et je garde le meilleur planning trouvé…", "Stopping, and keeping the best found…"
    ),
    "build.elapsed": Words("{seconds} s sur {limit} s au plus", "{seconds} s of {limit} s at most"),
    "build.best": Words("Meilleur coût trouvé", "Best cost found"),
    "build.bound": Words("Impossible de descendre sous", "Impossible to go below"),
    "build.gap": Words("Écart au meilleur possible", "Distance from the best possible"),
    "build.leave": Words(
        "Vous pouvez fermer cette page : le calcul continue, et le planning trouvé sera gardé comme nouvelle version.",
        "You may close this page: the computation goes on, and the schedule found is kept as a new version.",
    ),
    "build.checking": Words("Le vérificateur relit le planning…", "The checker is reading the schedule…"),
    "build.curve": Words(
        "Courbe : le meilleur coût trouvé descend, le minimum prouvé monte.",
        "Curve: the best cost found comes down, the proven minimum goes up.",
    ),
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
    "empty.title": Words("Cette semaine n'est pas encore construite", "This week is not built yet"),
    "empty.body": Words(
        "Les adhérents demandent {hours}. Construisez la semaine : vous verrez qui va où, ce qui reste à pourvoir, et "
        "ce que le planning coûte.",
        "Members ask for {hours}. Build the week: you will see who goes where, what is left to fill, and what the "
        "schedule costs.",
    ),
    "empty.nothing": Words(
        "Aucun adhérent ne demande d'heures cette semaine-là. Choisissez une autre semaine avec les flèches.",
        "No member asks for hours that week. Choose another week with the arrows.",
    ),
    "empty.begin": Words(
        "Il n'y a encore aucune demande à planifier. L'écran « Aujourd'hui » montre par quoi commencer.",
        "There is no request to plan yet. The screen “Today” shows where to begin.",
    ),
    "proof.optimal": Words(
        "Coût {cost} : aucun planning légal ne coûte moins, c'est prouvé.",
        "Cost {cost}: no legal schedule costs less, and that is proven.",
    ),
    "proof.since": Words(
        "Coût {cost}. Il était de {then} au moment du calcul : ce qui a changé depuis permet peut-être mieux.",
        "Cost {cost}. It was {then} when it was planned: what has changed since may allow better.",
    ),
    "proof.good": Words(
        "Coût {cost}, à {distance} au plus du meilleur planning possible ({gap}) : c'est prouvé.",
        "Cost {cost}, at most {distance} from the best possible schedule ({gap}): that is proven.",
    ),
    "proof.stopped": Words(
        "Arrêté à votre demande, le meilleur est gardé. Coût {cost}, à {distance} au plus du meilleur planning possible "
        "({gap}).",
        "Stopped at your request, the best is kept. Cost {cost}, at most {distance} from the best possible schedule "
        "({gap}).",
    ),
    "proof.stopped.unknown": Words(
        "Arrêté à votre demande, le meilleur est gardé. Coût {cost} ; c'est trop tôt pour savoir s'il existe mieux.",
        "Stopped at your request, the best is kept. Cost {cost}; it is too soon to know whether there is better.",
    ),
    "proof.good.unknown": Words(
        "Coût {cost}. Le temps accordé n'a pas suffi pour savoir s'il existe mieux.",
        "Cost {cost}. The time allowed was too short to know whether there is better.",
    ),
}
