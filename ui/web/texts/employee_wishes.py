"""Words of the employee's wishes."""

from collections.abc import Mapping

from gems.domain.words import Words

EMPLOYEE_WISHES: Mapping[str, Words] = {
    "wish.title": Words("Indisponible, ou un souhait", "Not available, or a wish"),
    "wish.about": Words(
        "Compte pour les semaines à partir du {day}. Aucune raison n'est demandée. Pour une mission déjà publiée, "
        "appelez le groupement.",
        "Counts for the weeks from {day}. No reason is asked. For a shift already published, call the group.",
    ),
    "wish.another": Words("En ajouter un", "Add one"),
    "wish.kind": Words("Je…", "I…"),
    "wish.kind.impossible": Words("ne peux pas travailler", "cannot work"),
    "wish.kind.unwanted": Words("préfère ne pas travailler", "would rather not work"),
    "wish.kind.wanted": Words("souhaite travailler", "would like to work"),
    "wish.over": Words("Quand", "When"),
    "wish.over.day": Words("Un jour", "One day"),
    "wish.over.days": Words("Plusieurs jours", "Several days"),
    "wish.over.weekly": Words("Chaque semaine", "Every week"),
    "wish.on": Words("Le", "On"),
    "wish.from": Words("À partir du", "From"),
    "wish.to": Words("Jusqu'au", "Until"),
    "wish.weekdays": Words("Quels jours", "Which days"),
    "wish.whole_day": Words("Toute la journée", "All day"),
    "wish.start": Words("De", "From"),
    "wish.end": Words("À", "To"),
    "wish.write": Words("Envoyer au groupement", "Send to the group"),
    "wish.drop": Words("Retirer", "Take back"),
    "wish.told.written": Words(
        "C'est noté : le groupement en tiendra compte.", "Noted: the group will take it into account."
    ),
    "wish.told.dropped": Words("Retiré.", "Taken back."),
}
