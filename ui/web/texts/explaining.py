"""Words of the panel that says why hours are not served, and of the one that says why this person."""

from collections.abc import Mapping

from gems.domain.words import Words

EXPLAINING: Mapping[str, Words] = {
    "why.ask": Words("Pourquoi, et que faire ?", "Why, and what to do?"),
    "why.title": Words("Pourquoi ces heures ne sont pas servies", "Why these hours are not served"),
    "why.working": Words(
        "Je demande à chaque personne, puis j'essaie ce qui ouvrirait la voie…",
        "Asking about each person, then trying what would open the way…",
    ),
    "why.elapsed": Words("{seconds} s sur {limit} s au plus", "{seconds} s of {limit} s at most"),
    "why.stop": Words("Arrêter", "Stop"),
    "why.close": Words("Fermer", "Close"),
    "why.failed": Words("La réponse n'est pas venue : reposez la question.", "The answer did not come: ask again."),
    "why.able": Words("Possible tout de suite", "Possible at once"),
    "why.nobody": Words("Personne, si rien d'autre ne change", "Nobody, if nothing else changes"),
    "why.others": Words("Les autres en sont empêchés", "The others are kept from it"),
    "why.each": Words("Personne par personne", "Person by person"),
    "why.far": Words(
        "Les autres n'ont pas cet adhérent dans leur contrat, n'ont pas la qualification ou habitent trop loin.",
        "The others have no contract with this member, lack the qualification or live too far away.",
    ),
    "why.serve": Words("Servir ainsi", "Serve it so"),
    "why.unlocks": Words("Ce qui ouvrirait la voie", "What would open the way"),
    "why.unlocks.none": Words("Aucun petit changement n'ouvre la voie.", "No small change opens the way."),
    "why.verified": Words(
        "Chaque règle a été demandée au vérificateur, chaque prix vient d'un planning entier calculé pour cette réponse.",
        "Each rule was asked of the checker, each price comes from a whole schedule made for this answer.",
    ),
    "why.apply": Words("Appliquer", "Apply"),
    "why.apply.help": Words(
        "Change les données ainsi, et met ce planning dans le brouillon ; « Annuler » rend les deux d'un seul coup.",
        "Changes the data so, and puts this schedule into the draft; “Undo” gives back both at once.",
    ),
    "why.done": Words(
        "C'est fait : la demande est servie dans la version {number}.",
        "Done: the request is served in version {number}.",
    ),
    "why.done.data": Words(
        "Les données ont été changées pour cela ({unlock}) : « Annuler » les rend avec le planning.",
        "The data were changed for it ({unlock}): “Undo” gives them back with the schedule.",
    ),
    "why.more": Words("… et {n} autres changements", "… and {n} more changes"),
    "who.ask": Words("Pourquoi cette personne ici ?", "Why this person here?"),
    "who.others": Words("À sa place", "Instead"),
}
