"""Words of the accounts and their links."""

from collections.abc import Mapping

from gems.domain.words import Words

COORDINATOR_ACCOUNTS: Mapping[str, Words] = {
    "page.accounts": Words("Comptes", "Accounts"),
    "accounts.answer": Words("Ouverts : {n} · fermés : {closed}", "Open: {n} · closed: {closed}"),
    "accounts.add": Words("Ouvrir un compte", "Open an account"),
    "accounts.name": Words("Nom", "Name"),
    "accounts.login": Words("Identifiant de connexion", "Sign-in name"),
    "accounts.login.help": Words(
        "Une adresse électronique, le plus souvent ; elle sert aussi à la connexion par votre organisation.",
        "Mostly an e-mail address; it also serves signing in through your organisation.",
    ),
    "accounts.role": Words("Rôle", "Role"),
    "accounts.of": Words("Pour", "For"),
    "accounts.how": Words("Entre par", "Comes in by"),
    "accounts.open": Words("Ouvrir la fiche de", "Open the sheet of"),
    "accounts.filtered": Words("Aucun compte ne répond à ces filtres.", "No account answers to these filters."),
    "accounts.table": Words(
        "Les comptes : nom, identifiant, rôle, pour qui, comment on entre",
        "The accounts: name, sign-in name, role, for whom, how one comes in",
    ),
    "accounts.closed": Words("fermé", "closed"),
    "accounts.is_open": Words("ouvert", "open"),
    "accounts.password": Words("mot de passe", "password"),
    "accounts.password.fact": Words("Mot de passe", "Password"),
    "accounts.temporary": Words("mot de passe provisoire", "temporary password"),
    "accounts.link": Words("lien personnel", "personal link"),
    "accounts.nothing": Words("rien pour l'instant", "nothing for now"),
    "accounts.none": Words("aucun", "none"),
    "accounts.yes": Words("choisi par la personne", "chosen by the person"),
    "accounts.state": Words("État", "State"),
    "accounts.back": Words("Tous les comptes", "All accounts"),
    "accounts.new": Words("Ouvrir un compte", "Open an account"),
    "accounts.new.about": Words(
        "La personne choisira son mot de passe en entrant la première fois.",
        "The person chooses their password when coming in for the first time.",
    ),
    "accounts.for.member": Words("Quel adhérent", "Which member"),
    "accounts.for.employee": Words("Quel salarié", "Which employee"),
    "accounts.with_password": Words(
        "Avec un mot de passe (sinon, un lien personnel)", "With a password (else a personal link)"
    ),
    "accounts.create": Words("Ouvrir le compte", "Open the account"),
    "accounts.reset": Words("Donner un mot de passe provisoire", "Give a temporary password"),
    "accounts.close": Words("Fermer le compte", "Close the account"),
    "accounts.reopen": Words("Rouvrir le compte", "Open the account again"),
    "accounts.told.closed": Words(
        "Compte fermé : la personne est sortie et ne peut plus entrer.",
        "Account closed: the person is out and can no longer come in.",
    ),
    "accounts.told.opened": Words("Compte rouvert.", "Account open again."),
    "links.title": Words("Liens personnels", "Personal links"),
    "links.about": Words(
        "Pour entrer sans mot de passe, ou suivre son planning dans son agenda. Chacun se retire à tout moment.",
        "To come in without a password, or follow the schedule in a calendar. Each can be taken back at any time.",
    ),
    "links.none": Words("Aucun lien ne fonctionne en ce moment.", "No link works at present."),
    "links.sign_in": Words("Lien de connexion donné le {day}", "Sign-in link given on {day}"),
    "links.calendar": Words("Lien d'agenda donné le {day}", "Calendar link given on {day}"),
    "links.until": Words("jusqu'au {day}", "until {day}"),
    "links.for_good": Words("sans limite de durée", "without time limit"),
    "links.used": Words("utilisé le {day}", "used on {day}"),
    "links.unused": Words("jamais utilisé", "never used"),
    "links.revoke": Words("Retirer ce lien", "Take this link back"),
    "links.make.sign_in": Words("Donner un lien de connexion", "Give a sign-in link"),
    "links.make.calendar": Words("Donner un lien d'agenda", "Give a calendar link"),
    "links.told.revoked": Words("Lien retiré : il n'ouvre plus rien.", "Link taken back: it opens nothing any more."),
    "once.password": Words("Mot de passe provisoire de {name} :", "Temporary password of {name}:"),
    "once.sign_in": Words("Lien de connexion de {name} :", "Sign-in link of {name}:"),
    "once.calendar": Words("Lien d'agenda de {name} :", "Calendar link of {name}:"),
    "once.about": Words(
        "Copiez-le maintenant et remettez-le à la personne seule : il ne sera plus montré.",
        "Copy it now and give it to that person alone: it will not be shown again.",
    ),
    "once.done": Words("C'est noté", "I have it"),
}
