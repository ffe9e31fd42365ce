"""Words of the form of one request, and of what it reads back."""

from collections.abc import Mapping

from gems.domain.words import Words

MEMBER_REQUEST: Mapping[str, Words] = {
    "ask.title.new": Words("Nouvelle demande", "New request"),
    "ask.title.change": Words("Changer une demande", "Change a request"),
    "ask.about": Words(
        "Trois questions, puis relisez la phrase en bas.", "Three questions, then read the sentence below."
    ),
    "ask.open_from": Words(
        "Les demandes sont ouvertes pour les semaines à partir du {day}.", "Requests are open for the weeks from {day}."
    ),
    "ask.nothing": Words(
        "Cette demande n'est pas ou plus là. Revenez à la liste ; si elle y manque, appelez le groupement.",
        "This request is not here, or no longer. Go back to the list; if it is missing there, call the group.",
    ),
    "ask.back": Words("Revenir à mes demandes", "Back to my requests"),
    "ask.question.1": Words("Pour quoi ?", "For what?"),
    "ask.question.2": Words("Quand, ou combien d'heures ?", "When, or how many hours?"),
    "ask.question.3": Words("Avec quelle souplesse ?", "How flexible?"),
    "ask.site": Words("Lieu", "Place"),
    "ask.job": Words("Métier", "Job"),
    "ask.label": Words("Nom de la demande (facultatif)", "Name of the request (optional)"),
    "ask.label.example": Words("p. ex. Ménage du gymnase", "e.g. Cleaning of the gym"),
    "ask.shape": Words("Comment le dire ?", "How would you put it?"),
    "ask.shape.fixed": Words("À heures fixes", "At fixed times"),
    "ask.shape.window": Words("Une durée, dans une plage", "A duration, within a window"),
    "ask.shape.volume": Words("Des heures dans la semaine", "Hours over the week"),
    "ask.often": Words("Quels jours ?", "Which days?"),
    "ask.often.once": Words("Une seule fois", "Once"),
    "ask.often.some_days": Words("Plusieurs jours", "Several days"),
    "ask.often.every_week": Words("Chaque semaine", "Every week"),
    "ask.start": Words("De", "From"),
    "ask.end": Words("À", "To"),
    "ask.earliest": Words("Pas avant", "Not before"),
    "ask.latest": Words("Pas après", "Not after"),
    "ask.minutes": Words("Durée", "Duration"),
    "ask.weekly": Words("Heures par semaine", "Hours a week"),
    "ask.shortest": Words("Séance la plus courte", "Shortest sitting"),
    "ask.longest": Words("Séance la plus longue", "Longest sitting"),
    "ask.most_days": Words("En combien de jours au plus", "On how many days at most"),
    "ask.headcount": Words("Combien de personnes", "How many people"),
    "ask.beyond": Words("Personnes de plus, si possible", "More people, if possible"),
    "ask.beyond_cents": Words("Prix de chacune, par jour (€)", "Price of each, a day (€)"),
    "ask.on": Words("Le", "On"),
    "ask.of_week": Words("La semaine du", "The week of"),
    "ask.from": Words("À partir du", "From"),
    "ask.to": Words("Jusqu'au", "Until"),
    "ask.ends": Words("Avec une date de fin", "With a last day"),
    "ask.weekdays": Words("Quels jours de la semaine", "On which weekdays"),
    "ask.weekdays.possible": Words("Jours possibles", "Possible days"),
    "ask.every_weeks": Words("Rythme", "How often"),
    "ask.every.week": Words("Toutes les semaines", "Every week"),
    "ask.every.weeks": Words("Toutes les {n} semaines", "Every {n} weeks"),
    "ask.season": Words("Période", "Time of year"),
    "ask.season.always": Words("Toute l'année", "All year"),
    "ask.season.school_days": Words("Les jours d'école", "On school days"),
    "ask.season.school_holidays": Words("Pendant les vacances scolaires", "In the school holidays"),
    "ask.season.not_public_holidays": Words("Sauf les jours fériés", "Not on public holidays"),
    "ask.priority": Words(
        "Si le groupement manque d'heures, cette demande est…", "If the group is short of hours, this request is…"
    ),
    "ask.priority.essential": Words("Indispensable", "Essential"),
    "ask.priority.normal": Words("Normale", "Normal"),
    "ask.priority.comfort": Words("De confort", "A comfort"),
    "ask.same_person": Words("La même personne toute la semaine", "The same person all week"),
    "ask.more": Words(
        "Personnes souhaitées, visite à plusieurs, renfort, pause…",
        "People wished for, visit by several, more people, break…",
    ),
    "ask.visit": Words(
        "Visite à plusieurs : tout ce qui porte ce nom commence à la même heure",
        "Visit by several: all that bears this name begins at the same time",
    ),
    "ask.visit.example": Words("par exemple : Lever à deux", "for example: Getting up, two people"),
    "ask.people.none": Words(
        "Vous pourrez souhaiter des personnes dès que certaines seront venues chez vous.",
        "You will be able to wish for people as soon as some have come to you.",
    ),
    "ask.people.choose": Words("Choisir parmi celles qui viennent", "Choose among those who come"),
    "ask.wanted": Words("De préférence", "Preferably"),
    "ask.excluded": Words("Mais pas", "But not"),
    "ask.break_minutes": Words("Pause payée sur place (minutes)", "Paid break on the spot (minutes)"),
    "ask.read_back": Words("Vous demandez", "You ask for"),
    "ask.missing.weekdays": Words(
        "Il reste à choisir au moins un jour de la semaine.", "At least one weekday is left to choose."
    ),
    "ask.said.what": Words("{what} : {asked}{since}.", "{what}: {asked}{since}."),
    "ask.said.site": Words("{label}, à {site}", "{label}, at {site}"),
    "ask.said.since": Words(", à partir du {day}", ", from {day}"),
    "ask.said.total": Words("Soit {total} en tout.", "That is {total} in all."),
    "ask.said.total_weekly": Words("Soit {total} par semaine.", "That is {total} a week."),
    "ask.said.priority.essential": Words("C'est indispensable.", "It is essential."),
    "ask.said.priority.normal": Words("Importance normale.", "Normal importance."),
    "ask.said.priority.comfort": Words("De confort : après les autres.", "A comfort: after the others."),
    "ask.said.same_person": Words("La même personne toute la semaine.", "The same person all week."),
    "ask.said.visit": Words(
        "Tous ceux qui viennent pour la visite « {visit} », au même lieu et le même jour, commencent à la même heure.",
        "All who come for the visit “{visit}”, at one place on one day, begin at the same time.",
    ),
    "ask.said.wanted": Words("De préférence : {people}.", "Preferably: {people}."),
    "ask.said.excluded": Words("Mais pas : {people}.", "But not: {people}."),
    "ask.said.beyond": Words(
        "Chaque personne de plus : {price} par jour, pour comparer les plannings ; ce n'est facturé à personne.",
        "Each person more: {price} a day, to compare schedules; nobody is billed for it.",
    ),
    "ask.said.break": Words("Pause payée sur place : {minutes} min.", "Paid break on the spot: {minutes} min."),
    "ask.send": Words("Envoyer la demande", "Send the request"),
    "ask.change": Words("Envoyer le changement", "Send the change"),
    "ask.keep": Words("Garder en brouillon", "Keep as a draft"),
    "ask.cancel": Words("Annuler", "Cancel"),
    "ask.told.kept": Words(
        "Gardée en brouillon : le groupement ne la voit pas encore.", "Kept as a draft: the group does not see it yet."
    ),
    "ask.told.still_draft": Words(
        "Rien n'est perdu : la demande est gardée en brouillon.", "Nothing is lost: the request is kept as a draft."
    ),
    "ask.told.sent": Words("Demande envoyée au groupement.", "Request sent to the group."),
    "ask.told.changed": Words("Changement envoyé au groupement.", "Change sent to the group."),
    "ask.told.changed_from": Words(
        "Changement envoyé : il compte à partir du {day}, les semaines d'avant étant closes.",
        "Change sent: it counts from {day}, as the weeks before are closed.",
    ),
}
