"""Words of the pages before the screens: sign-in, first start, password, personal link."""

from collections.abc import Mapping

from gems.domain.words import Words

GATE: Mapping[str, Words] = {
    "gate.sign_in": Words("Se connecter", "Sign in"),
    "gate.login": Words("Identifiant", "Sign-in name"),
    "gate.login.help": Words("Souvent votre adresse e-mail.", "Often your e-mail address."),
    "gate.password": Words("Mot de passe", "Password"),
    "gate.forgotten": Words(
        "Mot de passe oublié ? Le groupement peut vous en donner un nouveau.",
        "Forgotten your password? The group can give you a new one.",
    ),
    "gate.provider": Words("Se connecter avec {provider}", "Sign in with {provider}"),
    "gate.provider.usual": Words("le compte de mon organisation", "my organisation's account"),
    "gate.out": Words("Vous êtes déconnecté·e.", "You are signed out."),
    "gate.first": Words("Premier démarrage", "First start"),
    "gate.first.about": Words(
        "Le groupement n'a encore personne pour le coordonner. Ouvrez ici le premier compte ; vous pourrez ensuite en ouvrir d'autres.",
        "The group has nobody to coordinate it yet. Open the first account here; you can open others afterwards.",
    ),
    "gate.code": Words("Code de premier démarrage", "First-start code"),
    "gate.code.help": Words(
        "Affiché dans le terminal où « gems serve » a été lancé. Il ne sert qu'une fois.",
        "Shown in the terminal where “gems serve” was started. It works once.",
    ),
    "gate.group": Words("Nom du groupement", "Name of the group"),
    "gate.name": Words("Votre nom", "Your name"),
    "gate.create": Words("Ouvrir le compte", "Open the account"),
    "gate.choose": Words("Choisissez un mot de passe", "Choose a password"),
    "gate.again": Words("Le même, encore une fois", "The same, once more"),
    "gate.differ": Words(
        "Les deux mots de passe ne sont pas les mêmes. Tapez-les de nouveau.",
        "The two passwords are not the same. Type them again.",
    ),
    "gate.missing": Words("Remplissez « {field} ».", "Fill in “{field}”."),
    "gate.change": Words("Changer de mot de passe", "Change password"),
    "gate.change.forced": Words(
        "Celui que vous avez reçu ne sert qu'à entrer la première fois. Choisissez le vôtre.",
        "The one you were given only lets you in the first time. Choose your own.",
    ),
    "gate.current": Words("Mot de passe actuel", "Current password"),
    "gate.keep": Words("Enregistrer", "Save"),
    "gate.leave": Words("Se déconnecter", "Sign out"),
    "gate.back": Words("Revenir sans changer", "Back without changing"),
    "gate.link": Words("Votre lien personnel", "Your personal link"),
    "gate.link.about": Words(
        "Il ouvre votre planning sur cet appareil, sans mot de passe. Il est à vous seul·e : ne le transmettez à personne.",
        "It opens your schedule on this device, without a password. It is yours alone: pass it on to nobody.",
    ),
    "gate.link.open": Words("Ouvrir mon planning", "Open my schedule"),
    "gate.elsewhere": Words("Rien n'a été fait", "Nothing was done"),
    "gate.elsewhere.about": Words(
        "La demande ne venait pas de cette page. Retournez à la page d'entrée et recommencez.",
        "The request did not come from this page. Go back to the way in and try again.",
    ),
    "gate.too_long": Words(
        "Ce qui a été envoyé est trop long. Retournez à la page d'entrée et recommencez.",
        "What was sent is too long. Go back to the way in and try again.",
    ),
    "gate.broken": Words("Quelque chose n'a pas marché chez nous", "Something went wrong on our side"),
    "gate.broken.about": Words(
        "Rien n'a été changé. Recommencez dans un instant ; si cela dure, prévenez le groupement.",
        "Nothing was changed. Try again in a moment; if it lasts, tell the group.",
    ),
    "gate.no_scripts": Words(
        "GEMS a besoin de JavaScript : autorisez-le dans ce navigateur pour ce site, puis rechargez la page.",
        "GEMS needs JavaScript: allow it in this browser for this site, then load the page again.",
    ),
    "gate.way_in": Words("Page d'entrée", "The way in"),
}
