"""Words of the coordinator's first screen, of the first start, and of the import of a workbook."""

from collections.abc import Mapping

from gems.domain.words import Words

COORDINATOR_TODAY: Mapping[str, Words] = {
    "page.today": Words("Aujourd'hui", "Today"),
    "today.title": Words("Aujourd'hui, {day}", "Today, {day}"),
    "today.answer": Words("Ce qui vous attend : {n}", "What waits for you: {n}"),
    "today.done": Words("Rien ne vous attend.", "Nothing waits for you."),
    "today.done.next": Words(
        "Demandes, absences, refus, semaines à construire ou à publier : tout ce qui vous attend apparaîtra ici.",
        "Requests, absences, objections, weeks to build or to publish: everything that waits for you will appear here.",
    ),
    "today.week": Words("Ouvrir la semaine", "Open the week"),
    "today.now": Words("Tout de suite", "Now"),
    "today.soon": Words("Bientôt", "Soon"),
    "today.whenever": Words("Quand vous voudrez", "Whenever you like"),
    "start.title": Words("Par quoi commencer ?", "Where to begin?"),
    "start.about": Words(
        "Ce groupement est encore vide. Importez votre classeur, ou ouvrez un exemple pour voir.",
        "This group is still empty. Import your workbook, or open a sample to see.",
    ),
    "start.own": Words("Votre classeur", "Your workbook"),
    "start.own.body": Words(
        "Salariés, adhérents, demandes : on vous montre tout ce qu'il apporte avant de le garder.",
        "Employees, members, requests: you are shown all it brings before it is kept.",
    ),
    "start.upload": Words("Classeur Excel (.xlsx)", "Excel workbook (.xlsx)"),
    "start.choose": Words("Choisir un fichier", "Choose a file"),
    "start.limit": Words("ou glissez-le ici · 5 Mo au plus", "or drop it here · 5 MB at most"),
    "start.template": Words("Télécharger un classeur vide", "Download an empty workbook"),
    "start.template.file": Words("gems-modele.xlsx", "gems-template.xlsx"),
    "start.try": Words("Un exemple, pour voir", "A sample, to see"),
    "start.try.body": Words(
        "Personnes, adhérents et demandes inventés, sur les vraies distances de la Creuse.",
        "Invented people, members and requests, on the real distances of the Creuse.",
    ),
    "start.sample": Words("Groupement d'exemple", "Sample group"),
    "start.open": Words("Ouvrir l'exemple", "Open the sample"),
    "start.opened": Words("L'exemple est ouvert : tout y est inventé.", "The sample is open: all in it is invented."),
    "import.title": Words("Ce que « {file} » changerait", "What “{file}” would change"),
    "import.about": Words(
        "Rien n'est encore enregistré. Regardez, puis importez : tout, ou rien.",
        "Nothing is saved yet. Have a look, then import: everything, or nothing.",
    ),
    "import.nothing": Words(
        "Ce classeur dit exactement ce qui est déjà enregistré : il n'y a rien à importer.",
        "This workbook says exactly what is saved already: there is nothing to import.",
    ),
    "import.impossible": Words(
        "Ce classeur ne peut pas être importé tel quel. Corrigez ces points, puis déposez-le à nouveau.",
        "This workbook cannot be imported as it is. Correct these points, then drop it again.",
    ),
    "import.draft": Words(
        "Semaine du {day} : un nouveau brouillon ({n} affectations).",
        "Week of {day}: a new draft ({n} pieces of work).",
    ),
    "import.now": Words("Tout importer", "Import everything"),
    "import.leave": Words("Ne rien importer", "Import nothing"),
    "import.done": Words("« {file} » est importé.", "“{file}” is imported."),
    "difference.added": Words("+ {name}", "+ {name}"),
    "difference.changed": Words("Modifié : {name}", "Changed: {name}"),
    "difference.removed": Words("Supprimé : {name}", "Removed: {name}"),
    "difference.withdrawn": Words("Retirée : {name}", "Withdrawn: {name}"),
    "difference.field": Words("{field} : {before} → {after}", "{field}: {before} → {after}"),
    "difference.more": Words("Et {n} autres.", "And {n} more."),
}
