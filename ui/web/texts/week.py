"""Words of a week's schedule: tiles, views, details, tables."""

from collections.abc import Mapping

from gems.domain.words import Words

WEEK: Mapping[str, Words] = {
    "kpi.served": Words("Heures servies", "Hours served"),
    "kpi.full": Words("Contrats pleins", "Full contracts"),
    "kpi.unserved": Words("À pourvoir", "To fill"),
    "kpi.km": Words("Kilomètres", "Kilometres"),
    "kpi.cost": Words("Coût à éviter", "Cost to avoid"),
    "kpi.law": Words("Règles enfreintes", "Rules broken"),
    "kpi.served.help": Words(
        "Part des heures demandées par les adhérents qui sont servies : {served} sur {asked}.",
        "Share of the hours members ask that are served: {served} of {asked}.",
    ),
    "kpi.full.help": Words(
        "Salariés à temps plein dont les heures de la semaine sont remplies, absences ôtées. Moins de 30 minutes "
        "manquantes comptent comme plein.",
        "Full-time employees whose hours of the week are filled, absences taken off. Fewer than 30 minutes missing "
        "count as full.",
    ),
    "kpi.unserved.help": Words(
        "Demandes que personne ne sert, et leurs heures. La vue « À pourvoir » dit pourquoi.",
        "Requests that nobody serves, and their hours. The “To fill” view says why.",
    ),
    "kpi.km.help": Words(
        "D'un lieu de travail à l'autre, dans la journée ; sans le trajet du domicile.",
        "From one workplace to another within the day; without the way from home.",
    ),
    "kpi.cost.help": Words(
        "Tout ce qui est mal placé, compté en euros : heures non servies, heures payées non placées, route, attentes… "
        "La vue « Facture » le détaille.",
        "Everything ill placed, counted in euros: unserved hours, paid hours not placed, driving, waiting… The “Bill” "
        "view gives the details.",
    ),
    "kpi.law.help": Words(
        "Le vérificateur relit chaque planning, indépendamment du calcul.",
        "The checker reads every schedule, independently of the computation.",
    ),
    "kpi.before": Words("Dessous : l'écart avec le planning d'avant.", "Below: the change since the schedule before."),
    "view": Words("Vue", "View"),
    "view.people": Words("Par salarié", "By employee"),
    "view.members": Words("Par adhérent", "By member"),
    "view.unserved": Words("À pourvoir", "To fill"),
    "view.hours": Words("Heures", "Hours"),
    "view.bill": Words("Facture", "Bill"),
    "view.rules": Words("Règles", "Rules"),
    "fair": Words("Équité", "Fairness"),
    "fair.what": Words("Ce qui est comparé", "What is compared"),
    "fair.before": Words("Avant", "Before"),
    "fair.after": Words("Avec ce planning", "With this schedule"),
    "fair.note": Words(
        "L'indice va de 0 à 1 : plus il est proche de 1, plus tous sont traités de même. Les douze semaines passées "
        "comptent.",
        "The index goes from 0 to 1: the closer to 1, the more alike all are treated. The past twelve weeks count.",
    ),
    "lane": Words("À pourvoir", "To fill"),
    "lane.detail": Words("{n} · {hours}", "{n} · {hours}"),
    "hours.against": Words("{worked} / {contract}", "{worked} / {contract}"),
    "hours.full": Words("contrat rempli", "contract filled"),
    "hours.short": Words("manque {hours}", "{hours} short"),
    "hours.over": Words("{hours} en plus", "{hours} over"),
    "hours.off": Words("en absence cette semaine", "away this week"),
    "hours.broken": Words("une règle est enfreinte", "a rule is broken"),
    "away": Words("absence", "away"),
    "within": Words("entre {start} et {end}", "between {start} and {end}"),
    "any_day": Words("dans la semaine", "in the week"),
    "served.of": Words("{served} / {asked}", "{served} / {asked}"),
    "served.all": Words("tout est servi", "all served"),
    "served.some": Words("manque {hours}", "{hours} missing"),
    "served.nothing": Words("rien de demandé", "nothing asked"),
    "members.hint": Words("Adhérent, salarié ou lieu", "Member, employee or place"),
    "members.grid": Words("Semaine, une ligne par adhérent", "Week, one row per member"),
    "members.one": Words("1 adhérent", "1 member"),
    "members.many": Words("{n} adhérents", "{n} members"),
    "members.no_match": Words("Aucun adhérent ne correspond à cette recherche.", "No member matches this search."),
    "table.member": Words("Adhérent", "Member"),
    "table.person": Words("Salarié", "Employee"),
    "table.contract": Words("Contrat", "Contract"),
    "table.worked": Words("Travail", "Work"),
    "table.travel": Words("dont route", "of which road"),
    "table.balance": Words("Écart", "Balance"),
    "table.why": Words("Pourquoi il manque des heures", "Why hours are missing"),
    "table.line": Words("Poste", "Line"),
    "table.amount": Words("Quantité", "Amount"),
    "table.cost": Words("Coût", "Cost"),
    "total": Words("Total", "Total"),
    "hours.note": Words("Les plus loin de leur contrat d'abord.", "Those furthest from their contract first."),
    "unserved.none": Words("Toutes les heures demandées sont servies.", "All hours asked are served."),
    "bill.none": Words("Rien à éviter : tous les objectifs sont atteints.", "Nothing to avoid: every goal is met."),
    "bill.note": Words(
        "Ce coût sert à comparer des plannings ; ce n'est pas la facture d'un adhérent. Le vérificateur l'a compté à "
        "partir des affectations.",
        "This cost is for comparing schedules; it is no member's invoice. The checker counted it from the assignments.",
    ),
    "rules.none": Words("Aucune règle n'est enfreinte.", "No rule is broken."),
    "rules.one": Words("Une règle est enfreinte", "One rule is broken"),
    "rules.many": Words("{n} fois une règle est enfreinte", "{n} times a rule is broken"),
    "rules.see": Words(
        "La vue « Règles » dit qui, quand et de combien.", "The “Rules” view says who, when and by how much."
    ),
    "rules.know": Words("Bon à savoir", "Good to know"),
    "download": Words("Télécharger le classeur", "Download the workbook"),
    "download.help": Words(
        "Le planning, ce qui reste à pourvoir, la facture et toutes vos données. Modifiez-le dans Excel et "
        "redéposez-le : verrous et commentaires sont gardés.",
        "The schedule, what is left to fill, the bill and all your data. Edit it in Excel and drop it again: locks and "
        "comments are kept.",
    ),
    "details.close": Words("Fermer", "Close"),
    "details.when": Words("Quand", "When"),
    "details.where": Words("Où", "Where"),
    "details.job": Words("Métier", "Job"),
    "details.stand_in": Words("{job} (en renfort d'un autre métier)", "{job} (standing in from another job)"),
    "details.request": Words("Demande", "Request"),
    "details.travel": Words("Trajet avant", "Drive before"),
    "details.state": Words("État", "State"),
    "details.locked": Words("verrouillé", "locked"),
    "details.published": Words("publié", "published"),
    "details.draft": Words("brouillon", "draft"),
    "details.comment": Words("Commentaire", "Comment"),
    "details.missing": Words("Il manque", "Missing"),
    "details.why": Words("Pourquoi personne n'y va", "Why nobody goes"),
    "details.hours": Words("Heures", "Hours"),
    "details.road": Words("Route", "Road"),
    "details.home": Words("Commune", "Commune"),
    "details.jobs": Words("Métiers", "Jobs"),
    "details.short": Words("Pourquoi il manque des heures", "Why hours are missing"),
    "details.rules": Words("Règles enfreintes", "Rules broken"),
    "details.people": Words("Qui vient", "Who comes"),
    "unit.km": Words("{n} km", "{n} km"),
    "unit.times": Words("{n} fois", "{n} times"),
    "unit.days": Words("{n} j", "{n} d"),
}
