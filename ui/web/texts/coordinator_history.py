"""Words of the history of acts."""

from collections.abc import Mapping

from gems.domain.words import Words

COORDINATOR_HISTORY: Mapping[str, Words] = {
    "page.history": Words("Historique", "History"),
    "history.about": Words(
        "Qui a fait quoi, du plus récent au plus ancien. Rien ne s'y efface.",
        "Who did what, the latest first. Nothing is ever erased here.",
    ),
    "history.none": Words("Aucun acte ne répond à ces filtres.", "No act answers to these filters."),
    "history.when": Words("Quand", "When"),
    "history.who": Words("Qui", "Who"),
    "history.act": Words("Acte", "Act"),
    "history.about_what": Words("Sur quoi", "About"),
    "history.what": Words("Ce qui a été fait", "What was done"),
    "history.newer": Words("Plus récents", "Newer"),
    "history.older": Words("Plus anciens", "Older"),
    "act.write_request": Words("Demande écrite", "Request written"),
    "act.send_request": Words("Demande envoyée ou modifiée", "Request sent or changed"),
    "act.withdraw_request": Words("Demande retirée", "Request withdrawn"),
    "act.mark_seen": Words("Demande vue", "Request seen"),
    "act.edit_group": Words("Données modifiées", "Data changed"),
    "act.import_group": Words("Classeur importé", "Workbook imported"),
    "act.export_group": Words("Classeur exporté", "Workbook exported"),
    "act.build_week": Words("Semaine construite", "Week built"),
    "act.edit_week": Words("Semaine modifiée", "Week changed"),
    "act.propose_week": Words("Semaine proposée", "Week proposed"),
    "act.publish_week": Words("Semaine publiée", "Week published"),
    "act.close_week": Words("Semaine close", "Week closed"),
    "act.compose_posts": Words("Scénario de postes", "Scenario of posts"),
    "act.set_closing_date": Words("Dernier jour des demandes", "Last day for requests"),
    "act.answer_as_member": Words("Réponse d'un adhérent", "Answer of a member"),
    "act.answer_as_employee": Words("Réponse d'un salarié", "Answer of an employee"),
    "act.write_wish": Words("Souhait", "Wish"),
    "act.manage_accounts": Words("Compte ou lien", "Account or link"),
    "act.change_my_password": Words("Mot de passe changé", "Password changed"),
    "act.manage_my_calendar_link": Words("Lien d'agenda", "Calendar link"),
    "act.first_start": Words("Premier démarrage", "First start"),
    "act.sign_in": Words("Connexion", "Sign-in"),
    "act.sign_in_stopped": Words("Connexion arrêtée", "Sign-in stopped"),
    "act.sign_out": Words("Déconnexion", "Sign-out"),
}
