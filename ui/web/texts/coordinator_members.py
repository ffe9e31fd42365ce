"""Words of the members, and of one member's sheet."""

from collections.abc import Mapping

from gems.domain.words import Words

COORDINATOR_MEMBERS: Mapping[str, Words] = {
    "page.members": Words("Adhérents", "Members"),
    "members.answer": Words("Adhérents : {n} · lieux de travail : {sites}", "Members: {n} · places of work: {sites}"),
    "members.none": Words(
        "Il n'y a encore aucun adhérent : ajoutez-en un, ou importez votre classeur dans les réglages.",
        "There is no member yet: add one, or import your workbook in the settings.",
    ),
    "members.add": Words("Ajouter un adhérent", "Add a member"),
    "members.filtered": Words("Aucun adhérent ne répond à ces filtres.", "No member answers to these filters."),
    "members.territorial.only": Words("Collectivités territoriales seulement", "Territorial bodies only"),
    "members.name": Words("Nom", "Name"),
    "members.towns": Words("Communes", "Towns"),
    "members.asked": Words("Heures demandées", "Hours asked"),
    "members.served": Words("Heures servies", "Hours served"),
    "members.share": Words("Part servie", "Share served"),
    "members.territorial": Words("Collectivité territoriale", "Territorial body"),
    "members.yes": Words("oui", "yes"),
    "members.phone": Words("Téléphone", "Phone"),
    "members.table": Words(
        "Les adhérents : nom, communes, heures demandées et servies en douze semaines, téléphone",
        "The members: name, towns, hours asked and served in twelve weeks, phone",
    ),
    "member.back": Words("Tous les adhérents", "All members"),
    "member.sheet": Words("Fiche et lieux", "Sheet and places"),
    "member.asks": Words("Demandes", "Requests"),
    "member.hours": Words("Heures", "Hours"),
    "member.new": Words("Un nouvel adhérent", "A new member"),
    "member.new.about": Words("Ses lieux de travail viennent juste après.", "Its places of work come right after."),
    "member.added": Words("Adhérent ajouté. Donnez-lui au moins un lieu.", "Member added. Give it at least one place."),
    "member.saved": Words("Fiche enregistrée.", "Sheet saved."),
    "member.sites": Words("Lieux de travail", "Places of work"),
    "member.sites.none": Words(
        "Aucun lieu pour l'instant : sans lieu, rien ne peut être demandé.",
        "No place for now: without one, nothing can be asked for.",
    ),
    "site.new": Words("Ajouter un lieu", "Add a place"),
    "site.add": Words("Ajouter ce lieu", "Add this place"),
    "site.added": Words("Lieu ajouté.", "Place added."),
    "site.saved": Words("Lieu enregistré.", "Place saved."),
    "site.remove": Words("Supprimer ce lieu", "Remove this place"),
    "site.removed": Words("Lieu supprimé.", "Place removed."),
    "member.leaves": Words("L'adhérent s'en va", "The member leaves"),
    "member.leaves.about": Words(
        "Mettez fin à ses demandes et retirez-le des contrats. Une fiche créée par erreur peut être supprimée.",
        "End its requests and take it out of the contracts. A sheet made by mistake can be removed.",
    ),
    "member.remove": Words("Supprimer cet adhérent", "Remove this member"),
    "member.removed": Words("Adhérent supprimé.", "Member removed."),
    "member.asks.sum": Words(
        "Demandes en cours : {n} · cette semaine : {this} · la semaine prochaine : {next}",
        "Requests under way: {n} · this week: {this} · next week: {next}",
    ),
    "member.asks.none": Words("Aucune demande en cours.", "No request under way."),
    "member.asks.open": Words(
        "Voir ses demandes et ce qu'elles sont devenues", "See its requests and what became of them"
    ),
    "member.share": Words("Sa part", "Its share"),
    "member.ledger": Words("Douze semaines avant", "Twelve weeks before"),
    "member.served.of": Words("{served} servies sur {asked}", "{served} served of {asked}"),
    "member.mine": Words("Part servie", "Share served"),
    "member.average": Words("Moyenne du groupement", "Average of the group"),
    "member.least": Words("Adhérent le moins servi", "Member served least"),
    "member.weeks": Words("Semaines publiées", "Published weeks"),
    "member.weeks.none": Words("Aucune semaine publiée pour l'instant.", "No week published for now."),
}
