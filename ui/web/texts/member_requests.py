"""Words of a member's requests: the list, the form, and what is read back."""

from collections.abc import Mapping

from gems.domain.words import Words

MEMBER_REQUESTS: Mapping[str, Words] = {
    "page.asks": Words("Mes demandes", "My requests"),
    "asks.title": Words("Mes demandes", "My requests"),
    "asks.about": Words(
        "Ce que vous demandez au groupement, et ce qu'il en est.", "What you ask the group, and where it stands."
    ),
    "asks.until": Words(
        "Vous pouvez encore changer cette semaine jusqu'au {day}.", "You can still change this week until {day}."
    ),
    "asks.new": Words("Nouvelle demande", "New request"),
    "asks.repeat": Words("Redemander comme la semaine dernière", "Ask again as last week"),
    "asks.repeat.help": Words(
        "Reprend en brouillon ce que vous aviez demandé pour un jour précis de la semaine d'avant. Ce qui se demande "
        "chaque semaine continue tout seul.",
        "Copies as drafts what you had asked for a given day of the week before. What is asked every week goes on by "
        "itself.",
    ),
    "asks.none.title": Words("Vous n'avez encore rien demandé", "You have not asked for anything yet"),
    "asks.none.body": Words(
        "Vos demandes apparaîtront ici, semaine par semaine, avec la réponse du groupement. Commencez par « Nouvelle "
        "demande » : trois questions, moins d'une minute.",
        "Your requests will appear here, week by week, with the group's answer. Begin with “New request”: three "
        "questions, less than a minute.",
    ),
    "asks.week": Words("Cette semaine-là", "In that week"),
    "asks.week.none": Words(
        "Aucune de vos demandes ne tombe cette semaine-là.", "None of your requests falls in that week."
    ),
    "asks.summary": Words("{served} servies sur {asked}", "{served} of {asked} served"),
    "asks.summary.waiting": Words("1 demande, en attente du planning", "1 request, waiting for the schedule"),
    "asks.summary.waiting.many": Words(
        "{n} demandes, en attente du planning", "{n} requests, waiting for the schedule"
    ),
    "asks.count.served": Words("{n} servie", "{n} served"),
    "asks.count.served.many": Words("{n} servies", "{n} served"),
    "asks.count.moved": Words("{n} déplacée", "{n} moved"),
    "asks.count.moved.many": Words("{n} déplacées", "{n} moved"),
    "asks.count.partly": Words("{n} en partie", "{n} in part"),
    "asks.count.partly.many": Words("{n} en partie", "{n} in part"),
    "asks.count.unserved": Words("{n} non servie", "{n} not served"),
    "asks.count.unserved.many": Words("{n} non servies", "{n} not served"),
    "asks.count.pending": Words("{n} en attente", "{n} waiting"),
    "asks.count.pending.many": Words("{n} en attente", "{n} waiting"),
    "asks.only": Words("Montrer", "Show"),
    "asks.only.all": Words("Toutes", "All"),
    "asks.only.served": Words("Servies", "Served"),
    "asks.only.moved": Words("Déplacées", "Moved"),
    "asks.only.partly": Words("Servies en partie", "Served in part"),
    "asks.only.unserved": Words("Non servies", "Not served"),
    "asks.only.pending": Words("En attente", "Waiting"),
    "asks.order": Words("Ranger par", "Sort by"),
    "asks.order.outcome": Words("À regarder d'abord", "What needs a look first"),
    "asks.order.label": Words("Nom", "Name"),
    "asks.order.job": Words("Métier", "Job"),
    "asks.order.hours": Words("Heures demandées", "Hours asked"),
    "asks.search": Words("Chercher", "Search"),
    "asks.search.none": Words(
        "Aucune demande ne correspond : changez ce qui est cherché.", "No request matches: change what is searched."
    ),
    "asks.others": Words("Autres semaines ({n})", "Other weeks ({n})"),
    "asks.withdrawn": Words("Retirées depuis peu ({n})", "Recently withdrawn ({n})"),
    "asks.drafts": Words("Brouillons à envoyer : {n}", "Drafts to send: {n}"),
    "asks.drafts.about": Words("Le groupement ne les voit pas encore.", "The group does not see them yet."),
    "asks.send_all": Words("Envoyer les {n} brouillons", "Send the {n} drafts"),
    "asks.send": Words("Envoyer", "Send"),
    "asks.change": Words("Changer", "Change"),
    "asks.skip": Words("Pas cette semaine", "Not this week"),
    "asks.copy": Words("Copier", "Copy"),
    "asks.withdraw": Words("Retirer", "Withdraw"),
    "asks.withdraw.title": Words("Retirer cette demande ?", "Withdraw this request?"),
    "asks.withdraw.body": Words(
        "« {label} » ({words}) ne sera plus demandée. Les semaines déjà closes gardent ce qui était demandé.",
        "“{label}” ({words}) will not be asked any more. Weeks already closed keep what was asked.",
    ),
    "asks.withdraw.yes": Words("Oui, la retirer", "Yes, withdraw it"),
    "asks.why": Words("Pourquoi", "Why"),
    "asks.state.draft": Words("brouillon, pas encore envoyé", "draft, not sent yet"),
    "asks.state.withdrawn": Words("retirée par vous le {day}", "withdrawn by you on {day}"),
    "asks.state.withdrawn.group": Words("retirée par le groupement le {day}", "withdrawn by the group on {day}"),
    "asks.state.not_this_week": Words("rien cette semaine-là", "nothing in that week"),
    "asks.told.repeated": Words(
        "Les demandes de la semaine d'avant sont reprises en brouillon : relisez-les, puis envoyez-les.",
        "The requests of the week before are copied as drafts: read them, then send them.",
    ),
    "asks.told.all_sent": Words("Demande envoyée au groupement.", "Request sent to the group."),
    "asks.told.all_sent.many": Words("{n} demandes envoyées au groupement.", "{n} requests sent to the group."),
    "asks.waiting": Words(
        "Une proposition de planning attend votre réponse : semaine du {day}",
        "A proposed schedule waits for your answer: week of {day}",
    ),
    "asks.told.skipped": Words(
        "« {label} » n'est pas demandée la semaine du {day}. Les autres semaines ne changent pas.",
        "“{label}” is not asked in the week of {day}. The other weeks do not change.",
    ),
    "asks.told.withdrawn": Words("« {label} » est retirée.", "“{label}” is withdrawn."),
}
