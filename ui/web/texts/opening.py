"""Words of the samples, and of the faults of a workbook."""

from collections.abc import Mapping

from gems.domain.words import Words

OPENING: Mapping[str, Words] = {
    "sample.small": Words("Petit : 8 salariés, 6 adhérents", "Small: 8 employees, 6 members"),
    "sample.gems23": Words("GEMS 23 : 30 salariés, 20 adhérents", "GEMS 23: 30 employees, 20 members"),
    "sample.county": Words("Département : 150 salariés, 120 adhérents", "County: 150 employees, 120 members"),
    "sample.large": Words("Grand : 350 salariés, 250 adhérents", "Large: 350 employees, 250 members"),
    "faults.one": Words("Un point à corriger dans « {file} »", "One point to correct in “{file}”"),
    "faults.many": Words("{n} points à corriger dans « {file} »", "{n} points to correct in “{file}”"),
    "faults.body": Words(
        "Prenez la copie annotée : chaque cellule à corriger y est en rouge, avec une note. Corrigez, puis déposez le "
        "fichier à nouveau. Rien n'a été changé dans le vôtre.",
        "Take the annotated copy: each cell to correct is red there, with a note. Correct it, then drop the file again. "
        "Yours was not changed.",
    ),
    "faults.download": Words("Télécharger la copie annotée", "Download the annotated copy"),
    "faults.copy": Words("a-corriger", "to-correct"),
    "faults.sheet": Words("Feuille", "Sheet"),
    "faults.cell": Words("Cellule", "Cell"),
    "faults.wrong": Words("Ce qui ne va pas", "What is wrong"),
    "faults.fix": Words("Que faire", "What to do"),
    "faults.whole": Words("le fichier", "the file"),
    "faults.more": Words(
        "{n} autres sont dans la copie annotée.",
        "{n} more are in the annotated copy.",
    ),
    "remarks.one": Words("Une remarque sur le classeur", "One remark on the workbook"),
    "remarks.many": Words("{n} remarques sur le classeur", "{n} remarks on the workbook"),
}
