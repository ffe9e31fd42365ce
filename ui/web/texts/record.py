"""Words of the forms over the group's records, whatever the record."""

from collections.abc import Mapping

from gems.domain.words import Words

RECORD: Mapping[str, Words] = {
    "record.none": Words("–", "–"),
    "record.until": Words("{job} (jusqu'au {day})", "{job} (until {day})"),
    "field.choose": Words("Choisir", "Choose"),
    "field.several": Words("Choisir un ou plusieurs", "Choose one or more"),
    "field.valid_until": Words("{job} : valable jusqu'au", "{job}: valid until"),
    "form.missing": Words("Ce champ est vide.", "This field is empty."),
    "form.save": Words("Enregistrer", "Save"),
    "form.undo": Words("Revenir à ce qui est enregistré", "Go back to what is saved"),
    "form.unsaved": Words("Modifications pas encore enregistrées.", "Changes not saved yet."),
    "form.faults": Words(
        "Rien n'est enregistré : voici ce qu'il reste à corriger.", "Nothing is saved: here is what is left to correct."
    ),
    "form.fault": Words("{field} : {wrong}", "{field}: {wrong}"),
    "form.overtaken": Words(
        "Quelqu'un a modifié cette fiche pendant que vous la remplissiez. Rien n'est écrasé : voici ce qui a changé.",
        "Somebody changed this record while you were filling it in. Nothing is overwritten: here is what has changed.",
    ),
    "form.gone": Words(
        "Quelqu'un a supprimé cette fiche entre-temps : elle ne peut plus être enregistrée.",
        "Somebody removed this record meanwhile: it can no longer be saved.",
    ),
    "form.field": Words("Champ", "Field"),
    "form.seen": Words("Vous aviez sous les yeux", "You were looking at"),
    "form.now": Words("Enregistré maintenant", "Saved now"),
    "form.merge": Words("Garder ma saisie et reprendre le reste", "Keep what I typed and take over the rest"),
    "form.drop": Words("Oublier ma saisie", "Forget what I typed"),
}
