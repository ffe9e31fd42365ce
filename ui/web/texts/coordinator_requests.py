"""Words of the coordinator's inbox of requests."""

from collections.abc import Mapping

from gems.domain.words import Words

COORDINATOR_REQUESTS: Mapping[str, Words] = {
    "page.requests": Words("Demandes", "Requests"),
    "inbox.answer": Words("À regarder : {n}", "To look at: {n}"),
    "inbox.seen.none": Words("Rien de nouveau depuis votre dernier passage.", "Nothing new since you last looked."),
    "inbox.none": Words(
        "Aucun adhérent n'a encore rien demandé. Leurs demandes arriveront ici.",
        "No member has asked for anything yet. Their requests will come here.",
    ),
    "inbox.import": Words("Importer un classeur de demandes", "Import a workbook of requests"),
    "inbox.by_member": Words("En écrire une pour un adhérent", "Write one for a member"),
    "inbox.new": Words("À regarder ({n})", "To look at ({n})"),
    "inbox.all": Words("Toutes les demandes", "All requests"),
    "inbox.closing": Words("Derniers jours", "Last days"),
    "inbox.seen.all": Words(
        "Tout est vu. Ce qui sera envoyé, modifié ou retiré apparaîtra ici.",
        "Everything is seen. What is sent, changed or withdrawn will appear here.",
    ),
    "inbox.see_all": Words("Tout marquer comme vu ({n})", "Mark all as seen ({n})"),
    "inbox.see": Words("Vu", "Seen"),
    "inbox.open": Words("Ouvrir", "Open"),
    "inbox.more": Words("Et {n} autres, dans « Toutes les demandes ».", "And {n} more, under “All requests”."),
    "inbox.last": Words("Par {who} : {words}", "By {who}: {words}"),
    "inbox.state.sent": Words("Envoyée le {at}", "Sent on {at}"),
    "inbox.state.changed": Words("Modifiée le {at}", "Changed on {at}"),
    "inbox.state.withdrawn": Words("Retirée le {at}", "Withdrawn on {at}"),
    "inbox.told.seen": Words("C'est noté comme vu.", "Noted as seen."),
    "inbox.told.withdrawn": Words("Demande retirée.", "Request withdrawn."),
    "inbox.back": Words("Toutes les demandes", "All requests"),
    "inbox.for": Words("Au nom de : {member}", "In the name of: {member}"),
    "inbox.state": Words("État", "State"),
    "inbox.filter.planned": Words("Envoyées et modifiées", "Sent and changed"),
    "inbox.filter.sent": Words("Envoyée", "Sent"),
    "inbox.filter.changed": Words("Modifiée", "Changed"),
    "inbox.filter.withdrawn": Words("Retirée", "Withdrawn"),
    "inbox.week": Words("Semaine", "Week"),
    "inbox.week.any": Words("Toutes", "All"),
    "inbox.member": Words("Adhérent", "Member"),
    "inbox.outcome": Words("Ce qu'elle devient", "What became of it"),
    "inbox.write": Words("Écrire une demande en son nom", "Write a request in its name"),
    "inbox.filtered": Words("Aucune demande ne répond à ces filtres.", "No request answers to these filters."),
    "inbox.changed": Words("Changée le", "Changed on"),
    "inbox.label": Words("Demande", "Request"),
    "inbox.words": Words("Quand et combien", "When and how much"),
    "inbox.job": Words("Métier", "Job"),
    "inbox.site": Words("Lieu", "Place"),
    "inbox.priority": Words("Importance", "Importance"),
    "inbox.priority.essential": Words("essentielle", "essential"),
    "inbox.priority.normal": Words("normale", "normal"),
    "inbox.priority.comfort": Words("de confort", "comfort"),
    "inbox.people": Words("Personnes", "People"),
    "inbox.table": Words(
        "Les demandes : adhérent, demande, quand et combien, métier, état, dernier changement",
        "The requests: member, request, when and how much, job, state, last change",
    ),
    "inbox.change": Words("Modifier en son nom", "Change in its name"),
    "inbox.withdraw": Words("Retirer la demande", "Withdraw the request"),
    "inbox.became": Words("Dans les semaines qui viennent", "In the coming weeks"),
    "inbox.became.nothing": Words(
        "Elle ne porte sur aucune des quatre prochaines semaines.", "It asks nothing in the next four weeks."
    ),
    "inbox.story": Words("Ce qui s'est passé", "What happened"),
    "inbox.story.none": Words("Rien depuis son arrivée avec un classeur.", "Nothing since it came with a workbook."),
    "closing.about": Words(
        "Jusqu'à ce jour compris, les adhérents peuvent encore changer ce qu'ils demandent pour la semaine.",
        "Up to and including this day, members may still change what they ask for the week.",
    ),
    "closing.day": Words("{week} : dernier jour", "{week}: last day"),
    "closing.open": Words("ouverte aux demandes", "open to requests"),
    "closing.closed": Words(
        "fermée : seule la coordination peut encore changer", "closed: only the coordinator may change"
    ),
    "closing.usual": Words("Remettre le jour habituel", "Back to the usual day"),
    "closing.told": Words("Demandes acceptées jusqu'au {day} compris.", "Requests taken until {day} included."),
    "closing.told.usual": Words("Le jour habituel vaut de nouveau.", "The usual day holds again."),
}
