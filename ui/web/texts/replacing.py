"""Words of the panel that says who could do work instead."""

from collections.abc import Mapping

from gems.domain.words import Words

REPLACING: Mapping[str, Words] = {
    "replace.away": Words("Qui peut remplacer {person} ?", "Who can replace {person}?"),
    "replace.another": Words("Qui d'autre que {person} ?", "Who other than {person}?"),
    "replace.unmet": Words("Qui peut faire ces heures ?", "Who can do these hours?"),
    "replace.how": Words(
        "Chaque solution respecte toutes les règles. Son prix se compare à celui d'heures laissées non servies (moins, "
        "c'est mieux).",
        "Each way keeps every rule. Its price is compared with hours left unserved: less is better.",
    ),
    "replace.nothing": Words(
        "Plus rien n'est à confier cette semaine : proposez, puis publiez ce brouillon.",
        "Nothing is left to give this week: propose this draft, then publish it.",
    ),
    "replace.all": Words("Tout confier au mieux ({n})", "Give everything at its best ({n})"),
    "replace.all.help": Words(
        "La meilleure solution pour chaque intervention, l'une après l'autre ; ce que personne ne peut prendre reste à "
        "pourvoir.",
        "The best way for each piece of work, one after the other; what nobody can take stays unserved.",
    ),
    "replace.leave": Words("Laisser à pourvoir ({n})", "Leave unserved ({n})"),
    "replace.close": Words("Fermer", "Close"),
    "replace.take": Words("Confier", "Give"),
    "replace.take.help": Words("Confier à {person} : {hole}", "Give to {person}: {hole}"),
    "replace.take.agreed": Words("Confier : accord obtenu", "Give: they agreed"),
    "replace.no": Words("A dit non", "Said no"),
    "replace.no.help": Words(
        "Gardé en mémoire : {person} ne sera plus proposé·e en premier pour ces heures, et son refus est compté.",
        "Remembered: {person} is no longer proposed first for these hours, and the refusal is counted.",
    ),
    "replace.more": Words("Autres solutions ({n})", "Other ways ({n})"),
    "replace.nobody": Words("Personne, même en échangeant des interventions.", "Nobody, not even by exchanging work."),
    "replace.left_out": Words("Pourquoi pas les autres ? ({n})", "Why not the others? ({n})"),
    "replace.find": Words("Trouver quelqu'un d'autre", "Find somebody else"),
    "replace.find.need": Words("Qui peut le faire ?", "Who can do it?"),
    "replace.done": Words("Remplacement fait dans la version {number}.", "Replacement made in version {number}."),
    "since.published": Words(
        "Ce qui change depuis le planning publié ({n})", "What changes since the published schedule ({n})"
    ),
    "since.published.one": Words("Un changement depuis le planning publié", "One change since the published schedule"),
    "replace.noted": Words("Refus noté.", "Refusal noted."),
}
