"""Words of who comes to a member."""

from collections.abc import Mapping

from gems.domain.words import Words

MEMBER_WHO: Mapping[str, Words] = {
    "page.who": Words("Qui vient", "Who comes"),
    "who.title": Words("Qui vient", "Who comes"),
    "who.about": Words("Le planning publié, chez vous.", "The published schedule, at your place."),
    "who.none.title": Words("Rien n'est publié pour cette semaine", "Nothing is published for this week"),
    "who.none.body": Words(
        "Dès que le groupement publiera le planning, vous verrez ici qui vient, quand et pour quoi. Les flèches mènent "
        "aux autres semaines.",
        "As soon as the group publishes the schedule, you will see here who comes, when and what for. The arrows lead "
        "to the other weeks.",
    ),
    "who.nobody": Words("Personne ne vient chez vous cette semaine.", "Nobody comes to you this week."),
    "who.summary": Words("Une personne, {hours} en tout.", "One person, {hours} in all."),
    "who.summary.many": Words("{people} personnes, {hours} en tout.", "{people} people, {hours} in all."),
    "who.published": Words("Publié le {day}.", "Published on {day}."),
    "who.print": Words(
        "Pour imprimer : la commande « Imprimer » du navigateur ne prend que cette liste.",
        "To print: the browser's “Print” takes this list only.",
    ),
    "who.order": Words("Ranger par", "Sort by"),
    "who.order.time": Words("Jour et heure", "Day and time"),
    "who.order.person": Words("Personne", "Person"),
    "who.only": Words("Montrer", "Show"),
    "who.only.all": Words("Tout le monde", "Everybody"),
    "who.when": Words("Quand", "When"),
    "who.person": Words("Qui", "Who"),
    "who.work": Words("Pour quoi", "What for"),
    "who.place": Words("Lieu", "Place"),
    "who.replacement": Words(" (remplacement)", " (replacement)"),
}
