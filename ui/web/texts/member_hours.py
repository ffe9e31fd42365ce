"""Words of a member's hours."""

from collections.abc import Mapping

from gems.domain.words import Words

MEMBER_HOURS: Mapping[str, Words] = {
    "page.hours": Words("Mes heures", "My hours"),
    "hours.title": Words("Mes heures", "My hours"),
    "hours.about": Words("Demandées et servies, semaine par semaine.", "Asked and served, week by week."),
    "hours.none.title": Words("Aucune semaine publiée pour l'instant", "No week published yet"),
    "hours.none.body": Words(
        "Dès la première semaine publiée, vous verrez ici vos heures demandées et servies, et comment le manque est "
        "partagé entre tous les adhérents.",
        "From the first published week on, you will see here the hours you asked for and were served, and how the "
        "shortage is shared between all members.",
    ),
    "hours.total": Words(
        "{served} servies sur {asked} demandées, dans la semaine publiée.",
        "{served} served of {asked} asked, in the published week.",
    ),
    "hours.total.many": Words(
        "{served} servies sur {asked} demandées, en {n} semaines publiées.",
        "{served} served of {asked} asked, in {n} published weeks.",
    ),
    "hours.chart": Words(
        "Heures servies chaque semaine, sur les heures demandées", "Hours served each week, of hours asked"
    ),
    "hours.of": Words("{served} sur {asked}", "{served} of {asked}"),
    "hours.week.short": Words("s. {week}", "w. {week}"),
    "hours.table": Words("Les chiffres", "The figures"),
    "hours.week": Words("Semaine", "Week"),
    "hours.asked": Words("Demandées", "Asked"),
    "hours.served": Words("Servies", "Served"),
    "hours.missing": Words("Manquent", "Missing"),
    "hours.shares": Words("Le partage du manque", "How the shortage is shared"),
    "hours.shares.chart": Words(
        "Part des heures demandées qui sont servies", "Share of the asked hours that are served"
    ),
    "hours.share.mine": Words("Chez vous", "Your place"),
    "hours.share.average": Words("En moyenne", "On average"),
    "hours.share.least": Words("Le moins servi", "Least served"),
    "hours.shares.about": Words(
        "Sur les douze dernières semaines et celles déjà publiées. La moyenne et le moins servi sont les mêmes "
        "chiffres pour tous les adhérents ; personne n'est nommé.",
        "Over the past twelve weeks and those already published. The average and the least served are the same "
        "figures for every member; nobody is named.",
    ),
    "hours.shares.hidden": Words(
        "La moyenne n'est pas montrée : avec moins de cinq adhérents, elle dirait ce qu'a chacun.",
        "The average is not shown: with fewer than five members, it would tell what each one has.",
    ),
}
