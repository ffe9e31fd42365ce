"""Words about one's own calendar link."""

from collections.abc import Mapping

from gems.domain.words import Words

CALENDAR_LINK: Mapping[str, Words] = {
    "calendar.title": Words("Dans mon agenda", "In my calendar"),
    "calendar.about": Words(
        "Un lien privé montre votre planning publié dans l'agenda du téléphone ou de l'ordinateur, toujours à jour. "
        "Il n'ouvre rien d'autre ; ne le donnez qu'à qui peut voir ce planning.",
        "A private link shows your published schedule in the calendar of your phone or computer, always current. It "
        "opens nothing else; give it only to those who may see this schedule.",
    ),
    "calendar.make": Words("Créer mon lien d'agenda", "Make my calendar link"),
    "calendar.works": Words(
        "Votre lien, créé le {day}, fonctionne. Son adresse n'est montrée qu'à sa création : si vous l'avez perdue, "
        "renouvelez-le.",
        "Your link, made on {day}, works. Its address is shown only when it is made: if you have lost it, renew it.",
    ),
    "calendar.renew": Words("Renouveler le lien", "Renew the link"),
    "calendar.renew.help": Words(
        "Un nouveau lien remplace l'ancien, qui cesse aussitôt de fonctionner.",
        "A new link takes the place of the old one, which stops working at once.",
    ),
    "calendar.drop": Words("Retirer le lien", "Take the link back"),
    "calendar.open": Words("Ajouter à l'agenda de cet appareil", "Add to this device's calendar"),
    "calendar.iphone": Words(
        "iPhone : touchez le bouton ci-dessus, puis « S'abonner ».",
        "iPhone: tap the button above, then “Subscribe”.",
    ),
    "calendar.android": Words(
        "Android : copiez l'adresse, ouvrez calendar.google.com sur un ordinateur ou dans le navigateur, puis « Autres "
        "agendas », « À partir de l'URL ».",
        "Android: copy the address, open calendar.google.com on a computer or in the browser, then “Other calendars”, "
        "“From URL”.",
    ),
    "calendar.once": Words(
        "Copiez-la maintenant : elle ne sera plus montrée ensuite.", "Copy it now: it will not be shown again."
    ),
    "calendar.told.made": Words("Votre lien d'agenda est prêt.", "Your calendar link is ready."),
    "calendar.told.dropped": Words("Le lien d'agenda ne fonctionne plus.", "The calendar link does not work any more."),
}
