"""Words of the settings: choices, deadlines, prices, drives, derogations, workbook."""

from collections.abc import Mapping

from gems.domain.words import Words

COORDINATOR_SETTINGS: Mapping[str, Words] = {
    "page.settings": Words("Réglages", "Settings"),
    "settings.about": Words(
        "Ce que le groupement a choisi, et ce dont le planning tient compte.",
        "What the group has chosen, and what schedules take into account.",
    ),
    "settings.part": Words("Partie des réglages", "Part of the settings"),
    "settings.choices": Words("Groupement", "Group"),
    "settings.prices": Words("Prix", "Prices"),
    "settings.lists": Words("Listes", "Lists"),
    "settings.drives": Words("Trajets", "Drives"),
    "settings.derogations": Words("Dérogations", "Derogations"),
    "settings.workbook": Words("Classeur", "Workbook"),
    "choices.title": Words("Les choix du groupement", "The group's choices"),
    "choices.saved": Words("Réglages enregistrés.", "Settings saved."),
    "deadlines.title": Words("Les délais", "Deadlines"),
    "deadlines.about": Words(
        "En jours avant le lundi de la semaine concernée.", "In days before the Monday of the week concerned."
    ),
    "deadlines.requests_days": Words("Dernières demandes", "Last requests"),
    "deadlines.answers_days": Words("Réponses attendues", "Answers due"),
    "deadlines.publish_days": Words("Publication", "Publication"),
    "deadlines.save": Words("Enregistrer les délais", "Save the deadlines"),
    "deadlines.saved": Words("Délais enregistrés.", "Deadlines saved."),
    "deadlines.order": Words(
        "Les demandes ferment d'abord, puis viennent les réponses, puis la publication.",
        "Requests close first, then answers come, then publication.",
    ),
    "prices.profile": Words("Profil", "Profile"),
    "prices.about": Words(
        "Ces prix servent à comparer deux plannings : ils ne sont facturés à personne.",
        "These prices serve to compare two schedules: nobody is charged them.",
    ),
    "prices.prices": Words("Ce que coûte chaque écart", "What each shortfall costs"),
    "prices.figures": Words("Les seuils", "Thresholds"),
    "prices.what": Words("Quoi", "What"),
    "prices.value": Words("Prix", "Price"),
    "prices.threshold": Words("Seuil", "Threshold"),
    "prices.why": Words("Pourquoi", "Why"),
    "prices.minute": Words("{price} la minute, {hour} l'heure", "{price} a minute, {hour} an hour"),
    "prices.km": Words("{price} le kilomètre", "{price} a kilometre"),
    "prices.time": Words("{price} chaque fois", "{price} each time"),
    "lists.which": Words("Quelle liste", "Which list"),
    "lists.add": Words("Ajouter une ligne", "Add a line"),
    "lists.none": Words("Cette liste est vide.", "This list is empty."),
    "lists.back": Words("Toute la liste", "The whole list"),
    "lists.new": Words("{list} : une ligne de plus", "{list}: one more line"),
    "lists.added": Words("Ligne ajoutée.", "Line added."),
    "lists.saved": Words("Ligne enregistrée.", "Line saved."),
    "lists.remove": Words("Supprimer cette ligne", "Remove this line"),
    "lists.removed": Words("Ligne supprimée.", "Line removed."),
    "drives.none": Words(
        "Les trajets apparaîtront ici dès qu'il y aura deux communes.",
        "Drives will appear here as soon as there are two towns.",
    ),
    "drives.about": Words(
        "GEMS estime les trajets par la route. Corrigez ceux que vous connaissez mieux ; ils valent dans les deux sens.",
        "GEMS estimates drives by road. Correct those you know better; they hold both ways.",
    ),
    "drives.from": Words("De", "From"),
    "drives.to": Words("À", "To"),
    "drives.open": Words("Corriger ce trajet", "Correct this drive"),
    "drives.minutes": Words("Minutes", "Minutes"),
    "drives.km": Words("Kilomètres", "Kilometres"),
    "drives.how": Words("Origine du chiffre", "Where it comes from"),
    "drives.is_entered": Words("saisi", "entered"),
    "drives.is_estimated": Words("estimé", "estimated"),
    "drives.entered": Words("Saisi à la main.", "Entered by hand."),
    "drives.estimate": Words("Estimé pour l'instant.", "Estimated for now."),
    "drives.saved": Words("Trajet enregistré.", "Drive saved."),
    "drives.back": Words("Revenir à l'estimation", "Back to the estimate"),
    "drives.estimated": Words("Ce trajet est de nouveau estimé.", "This drive is estimated again."),
    "drives.only": Words("Saisis seulement", "Entered only"),
    "drives.filtered": Words("Aucun trajet ne répond à ces filtres.", "No drive answers to these filters."),
    "drives.table": Words(
        "Les trajets entre communes : minutes, kilomètres, saisi ou estimé",
        "Drives between towns: minutes, kilometres, entered or estimated",
    ),
    "derogation.alive": Words("En cours et à venir", "In force and to come"),
    "derogation.alive.none": Words(
        "Aucune dérogation : la règle vaut pour tous.", "None: the rule holds for everybody."
    ),
    "derogation.over": Words("Dérogations passées ({n})", "Past derogations ({n})"),
    "derogation.new": Words("Ouvrir une dérogation", "Open a derogation"),
    "derogation.new.about": Words(
        "Pour une règle, une personne ou tout le monde, des dates et un motif. Elle reste dans l'historique.",
        "For a rule, one person or everybody, dates and a reason. It stays in the history.",
    ),
    "derogation.open": Words("Ouvrir la dérogation", "Open the derogation"),
    "derogation.opened": Words("Dérogation ouverte.", "Derogation opened."),
    "derogation.never": Words("Votre convention n'en admet aucune.", "Your agreement admits none."),
    "derogation.not_for": Words(
        "Votre convention n'admet pas de dérogation à : {rules}.", "Your agreement admits no derogation from: {rules}."
    ),
    "derogation.furthest": Words(
        "En temps normal : {now}. Une dérogation peut aller jusqu'à {outer} ({article}).",
        "Normally: {now}. A derogation may go as far as {outer} ({article}).",
    ),
    "derogation.limit.help": Words(
        "La limite qui vaut à la place, par exemple « 12 h 30 ».", "The limit in force instead, such as “12 h 30”."
    ),
    "derogation.limit": Words("limite : {limit}", "limit: {limit}"),
    "derogation.everybody": Words("tout le monde", "everybody"),
    "derogation.dates": Words("du {first} au {last}", "from {first} to {last}"),
    "derogation.close": Words("Fermer dès aujourd'hui", "Close from today"),
    "derogation.drop": Words("Annuler", "Cancel"),
    "derogation.closed": Words("Dérogation fermée.", "Derogation closed."),
    "derogation.dropped": Words("Dérogation annulée.", "Derogation cancelled."),
    "workbook.in": Words("Importer un classeur", "Import a workbook"),
    "workbook.in.about": Words(
        "Il remplace les données du groupement par les siennes, après vous avoir montré quoi. Les semaines publiées restent.",
        "It replaces the group's data by its own, after showing you what. Published weeks stay.",
    ),
    "workbook.out": Words("Exporter les données", "Export the data"),
    "workbook.out.about": Words(
        "Toutes les données saisies, dans un classeur qui s'importe tel quel. Il contient des données personnelles.",
        "All data entered, in a workbook that can be imported as it is. It holds personal data.",
    ),
    "workbook.write": Words("Préparer le classeur", "Prepare the workbook"),
    "workbook.ready": Words("Le classeur est prêt.", "The workbook is ready."),
    "workbook.take": Words("Télécharger le classeur", "Download the workbook"),
}
