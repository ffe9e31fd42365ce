"""Words of a week's life on the coordinator's screen: steps, changes by hand, publication, answers, comparison."""

from collections.abc import Mapping

from gems.domain.words import Words

LIFE: Mapping[str, Words] = {
    "page.week": Words("Semaine", "Week"),
    "version": Words("Version", "Version"),
    "day": Words("Jour", "Day"),
    "view.day": Words("Par jour", "By day"),
    "view.answers": Words("Réponses", "Answers"),
    "view.compare": Words("Comparer", "Compare"),
    "step.build": Words("Construire la semaine", "Build the week"),
    "step.build.help": Words(
        "Cherche le meilleur planning légal. Ce qui est verrouillé reste en place.",
        "Looks for the best legal schedule. What is locked stays in place.",
    ),
    "step.propose": Words("Proposer", "Propose"),
    "step.propose.help": Words(
        "Demande leur accord aux salariés et aux adhérents concernés.",
        "Asks the employees and members concerned for their agreement.",
    ),
    "step.publish": Words("Publier…", "Publish…"),
    "step.publish.help": Words(
        "Montre d'abord qui sera prévenu ; rien n'est publié avant votre accord.",
        "First shows who will be told; nothing is published before you agree.",
    ),
    "step.revise": Words("Modifier", "Change"),
    "step.revise.help": Words(
        "Ouvre un nouveau brouillon à partir de cette version, qui reste telle quelle.",
        "Opens a new draft from this version, which stays as it is.",
    ),
    "step.set_aside": Words("Écarter", "Set aside"),
    "step.set_aside.help": Words(
        "Range ce brouillon parmi les versions remplacées ; il peut encore être regardé.",
        "Puts this draft among the replaced versions; it can still be looked at.",
    ),
    "step.close": Words("Clore la semaine", "Close the week"),
    "step.close.help": Words(
        "Verse les heures de la semaine dans les compteurs. Elle ne changera plus.",
        "Adds the week's hours to the counters. It will not change any more.",
    ),
    "told.proposed": Words(
        "Version {number} proposée. Les réponses se suivent dans la vue « Réponses ».",
        "Version {number} proposed. Follow the answers in the “Answers” view.",
    ),
    "told.revised": Words("Nouveau brouillon : version {number}.", "New draft: version {number}."),
    "told.set_aside": Words("Brouillon écarté.", "Draft set aside."),
    "told.closed": Words("Semaine close.", "Week closed."),
    "told.published": Words("Version {number} publiée.", "Version {number} published."),
    "publish.title": Words("Publier la semaine", "Publish the week"),
    "publish.employee": Words("Salariés prévenus ({n})", "Employees told ({n})"),
    "publish.member": Words("Adhérents prévenus ({n})", "Members told ({n})"),
    "publish.changes": Words("Ce qui change depuis la version publiée ({n})", "What changes since publication ({n})"),
    "publish.who": Words("Qui ?", "Who?"),
    "publish.what": Words("Ce qui change", "What changes"),
    "publish.late": Words(
        "Le délai de publication est dépassé de {n} j : prévenez chacun de vive voix.",
        "The last day to publish was {n} days ago: tell everybody in person too.",
    ),
    "publish.blocked": Words("Ce planning ne peut pas encore être publié :", "This schedule cannot be published yet:"),
    "publish.unanswered": Words("N'ont pas encore tout accepté : {n}", "Have not agreed to everything yet: {n}"),
    "notice.early": Words("Annoncés tôt", "Told early"),
    "notice.short": Words("Annoncés tard", "Told late"),
    "notice.late": Words("Annoncés au dernier moment", "Told at the last moment"),
    "publish.despite": Words(
        "Pourquoi publier sans attendre leur réponse ?", "Why publish without waiting for their answer?"
    ),
    "publish.despite.help": Words(
        "Gardé dans l'historique. Par exemple : « accord donné au téléphone ».",
        "Kept in the history. For example: “agreed by telephone”.",
    ),
    "publish.now": Words("Publier et prévenir", "Publish and tell them"),
    "edit.undo": Words("Annuler", "Undo"),
    "edit.redo": Words("Rétablir", "Redo"),
    "edit.breaks": Words(
        "Ce changement enfreindrait une règle, il n'est pas fait : {change}",
        "This change would break a rule and was not made: {change}",
    ),
    "edit.leave": Words("Laisser comme avant", "Leave as it was"),
    "edit.anyway": Words("Faire quand même, dans le brouillon", "Do it anyway, in the draft"),
    "piece.lock": Words("Verrouiller", "Lock"),
    "piece.unlock": Words("Déverrouiller", "Unlock"),
    "piece.remove": Words("Retirer", "Take out"),
    "piece.move": Words("Déplacer", "Move"),
    "piece.at": Words("À partir de", "From"),
    "piece.note": Words("Commenter", "Comment"),
    "piece.keep": Words("Enregistrer", "Save"),
    "need.give": Words("Confier à", "Give to"),
    "need.whom": Words("Choisir une personne", "Choose somebody"),
    "need.give.now": Words("Confier", "Give"),
    "details.ask_why": Words("Pourquoi personne n'y va ?", "Why does nobody go?"),
    "proof.by_hand": Words(
        "Modifié à la main, relu par le vérificateur. Coût {cost} ; reconstruisez pour savoir s'il existe mieux.",
        "Changed by hand, read by the checker. Cost {cost}; build again to know whether there is better.",
    ),
    "build.published": Words(
        "La semaine est publiée : tout changement a un prix, plus fort à l'approche du jour.",
        "The week is published: each change has a price, higher as the day comes near.",
    ),
    "build.objected.one": Words(
        "1 refus : ces heures-là ne seront pas redonnées, tout le reste demeure.",
        "1 objection: those hours are not given back, and everything else stays.",
    ),
    "build.objected.many": Words(
        "{n} refus : ces heures-là ne seront pas redonnées, tout le reste demeure.",
        "{n} objections: those hours are not given back, and everything else stays.",
    ),
    "answers.waiting": Words("Réponses attendues ({n})", "Answers awaited ({n})"),
    "answers.objections": Words("Refus ({n})", "Objections ({n})"),
    "answers.agreed": Words("D'accord ({n})", "Agreed ({n})"),
    "answers.all": Words("Tout le monde est d'accord.", "Everybody agrees."),
    "answers.wish": Words("Conviendrait : {wish}", "What would do: {wish}"),
    "answers.member": Words("Adhérents ({n}) :", "Members ({n}):"),
    "answers.employee": Words("Salariés ({n}) :", "Employees ({n}):"),
    "compare.with": Words("Comparer avec", "Compare with"),
    "compare.same": Words("Ces deux versions contiennent le même travail.", "These two versions hold the same work."),
    "table.name": Words("Nom", "Name"),
    "table.before": Words("Avant", "Before"),
    "table.after": Words("Après", "After"),
    "compare.people": Words("Par salarié", "By employee"),
    "compare.members": Words("Par adhérent", "By member"),
}
