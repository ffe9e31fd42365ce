"""Words of those who answer a proposal."""

from collections.abc import Mapping

from gems.domain.words import Words

ANSWERING: Mapping[str, Words] = {
    "page.proposal": Words("Proposition", "Proposal"),
    "answer.title": Words("Proposition", "Proposal"),
    "answer.title.week": Words("Proposition : {week}", "Proposal: {week}"),
    "answer.none.title": Words("Aucune proposition ne vous attend", "No proposal is waiting for you"),
    "answer.none.body": Words(
        "Quand le groupement vous proposera un planning, il sera ici : vous pourrez l'accepter d'un geste, ou dire ce "
        "qui ne va pas, ligne par ligne.",
        "When the group proposes a schedule to you, it will be here: you can agree to it in one gesture, or say what "
        "does not suit, line by line.",
    ),
    "answer.due": Words("réponse attendue au plus tard le {day}", "answer hoped for by {day}"),
    "answer.hours.member": Words("{served} sur {asked} demandées", "{served} of {asked} asked"),
    "answer.hours.employee": Words(
        "{worked} dans la semaine, trajets compris", "{worked} in the week, travel included"
    ),
    "answer.all": Words("J'accepte tout", "I agree to all of it"),
    "answer.rest": Words("J'accepte le reste", "I agree to the rest"),
    "answer.agree": Words("Finalement, ça me va", "It suits me after all"),
    "answer.object": Words("Ça ne va pas", "This does not suit"),
    "answer.object.again": Words("Compléter mon refus", "Add to my objection"),
    "answer.reason": Words("Pourquoi cela ne va pas", "Why it does not suit"),
    "answer.wish": Words("Ce qui irait à la place (facultatif)", "What would do instead (optional)"),
    "answer.send": Words("Envoyer", "Send"),
    "answer.cancel": Words("Annuler", "Cancel"),
    "answer.waiting": Words("à répondre", "to answer"),
    "answer.agreed": Words("accepté", "agreed"),
    "answer.objected": Words("refusé", "objected to"),
    "answer.carried": Words("déjà accepté, inchangé", "already agreed, unchanged"),
    "answer.published": Words("déjà publié", "already published"),
    "answer.said.reason": Words("Vous avez dit : {said}", "You said: {said}"),
    "answer.said.wish": Words("Ce qui irait : {said}", "What would do: {said}"),
    "answer.gone": Words("N'est plus prévu", "No longer planned"),
    "answer.thanks": Words("Vous avez tout accepté. Merci !", "You have agreed to all of it. Thank you!"),
    "answer.thanks.objected": Words(
        "Vous avez répondu à tout. Le groupement cherche autre chose pour ce que vous avez refusé.",
        "You have answered everything. The group is looking for something else for what you objected to.",
    ),
    "answer.told.agreed": Words("C'est noté : accepté.", "Noted: agreed."),
    "answer.told.objected": Words(
        "C'est noté : le groupement verra votre raison et cherchera autre chose.",
        "Noted: the group will see your reason and look for something else.",
    ),
    "answer.band.early": Words("Change des heures déjà publiées.", "Changes hours already published."),
    "answer.band.short": Words(
        "Change tardivement des heures déjà publiées : vous pouvez refuser, c'est votre droit ({right}).",
        "Changes published hours at short notice: you may refuse, it is your right ({right}).",
    ),
    "answer.band.late": Words(
        "Change très tardivement des heures déjà publiées : vous pouvez refuser, c'est votre droit ({right}).",
        "Changes published hours at very short notice: you may refuse, it is your right ({right}).",
    ),
    "answer.right": Words("{used} refus sur {right} cette année", "{used} refusals of {right} this year"),
    "answer.right.unsaid": Words("{used} refus cette année", "{used} refusals this year"),
}
