"""Words of the board's page."""

from collections.abc import Mapping

from gems.domain.words import Words

BOARD_INDICATORS: Mapping[str, Words] = {
    "page.board": Words("Indicateurs", "Indicators"),
    "board.title": Words("Comment va le groupement", "How the group is doing"),
    "board.about": Words(
        "Les semaines publiées, toutes ensemble. Rien d'une personne ni d'un adhérent : un chiffre qui en concerne moins "
        "de cinq est masqué.",
        "The published weeks, all together. Nothing of a person or a member: a figure about fewer than five is hidden.",
    ),
    "board.span": Words("Sur combien de semaines", "Over how many weeks"),
    "board.weeks": Words("{n} semaines", "{n} weeks"),
    "board.week": Words("s. {week}", "w. {week}"),
    "board.none.title": Words("Aucune semaine publiée pour l'instant", "No week published yet"),
    "board.none.body": Words(
        "Dès que la coordination publiera une semaine, vous verrez ici les heures servies, les contrats remplis, les "
        "heures non placées et les trajets, et comment cela évolue.",
        "As soon as the coordinator publishes a week, you will see here hours served, contracts filled, hours not "
        "placed and travel, and how they change.",
    ),
    "board.hidden": Words("masqué", "hidden"),
    "board.nothing": Words("–", "–"),
    "board.coverage": Words("Heures servies", "Hours served"),
    "board.coverage.help": Words("Des heures que les adhérents ont demandées.", "Of the hours that members asked for."),
    "board.coverage.chart": Words(
        "Part des heures demandées qui sont servies", "Share of the asked hours that are served"
    ),
    "board.coverage.means": Words(
        "À 100 %, chaque heure demandée par un adhérent a trouvé quelqu'un.",
        "At 100%, every hour a member asked for found somebody.",
    ),
    "board.occupation": Words("Temps placé", "Time placed"),
    "board.occupation.help": Words(
        "Des heures prévues par les contrats, la part travaillée, trajets entre lieux compris.",
        "Of the hours the contracts hold, the share worked, travel between places included.",
    ),
    "board.full": Words("Temps pleins remplis", "Full-time filled"),
    "board.full.help": Words(
        "Des contrats à temps plein, semaine par semaine, la part qui a son compte d'heures.",
        "Of the full-time contracts, week by week, the share that has its hours.",
    ),
    "board.full.chart": Words(
        "Part des temps pleins qui ont leur compte d'heures", "Share of full-time contracts with all their hours"
    ),
    "board.full.means": Words(
        "Un contrat est compté rempli quand il lui manque moins d'une demi-heure.",
        "A contract counts as filled when less than half an hour is missing.",
    ),
    "board.unplaced": Words("Heures non placées", "Hours not placed"),
    "board.unplaced.help": Words(
        "Payées par le groupement et travaillées chez personne.", "Paid by the group and worked nowhere."
    ),
    "board.unplaced.chart": Words("Heures payées et non placées", "Hours paid and not placed"),
    "board.unplaced.means": Words(
        "Ce que le groupement paie sans le facturer : à placer chez un adhérent, ou chez un nouveau.",
        "What the group pays and cannot invoice: to be placed with a member, or with a new one.",
    ),
    "board.members": Words("Adhérents par salarié", "Members per employee"),
    "board.members.help": Words(
        "En moyenne, chez combien d'adhérents chacun a travaillé sur la période.",
        "On average, for how many members each person worked over the period.",
    ),
    "board.km": Words("Km par heure travaillée", "Km per hour worked"),
    "board.km.help": Words("Trajets entre deux lieux de travail, payés.", "Travel between two places of work, paid."),
    "board.km.chart": Words(
        "Kilomètres entre lieux de travail, par heure travaillée", "Kilometres between places of work, per hour worked"
    ),
    "board.km.means": Words(
        "Plus il est bas, moins le partage du temps se paie en route.",
        "The lower it is, the less sharing time costs in driving.",
    ),
    "board.changes.chart": Words("Changements d'heures déjà publiées", "Changes to hours already published"),
    "board.changes.means": Words(
        "Combien d'interventions publiées ont été ajoutées ou retirées, selon le délai dans lequel la personne l'a su.",
        "How many published pieces of work were added or taken away, by how early the person was told.",
    ),
    "board.band.early": Words("Annoncés à temps", "Told in time"),
    "board.band.short": Words("Annoncés tard", "Told late"),
    "board.band.late": Words("Annoncés très tard", "Told very late"),
    "board.jobs.chart": Words("Heures servies, métier par métier", "Hours served, job by job"),
    "board.jobs.means": Words(
        "Là où la barre est courte, c'est ce métier qu'il faudrait recruter ou former.",
        "Where the bar is short, that is the job to hire or train for.",
    ),
    "board.jobs.hidden": Words(
        "Un métier est masqué : moins de cinq adhérents ou salariés derrière.",
        "One job is hidden: fewer than five members or employees behind.",
    ),
    "board.jobs.hidden.many": Words(
        "{n} métiers sont masqués : moins de cinq adhérents ou salariés derrière chacun.",
        "{n} jobs are hidden: fewer than five members or employees behind each.",
    ),
    "board.least.chart": Words("Part servie de l'adhérent le moins servi", "Share served of the member served least"),
    "board.least.means": Words(
        "Quand cette part descend bien au-dessous de la part servie à tous, le manque n'est pas partagé.",
        "When this share falls far below the share served to all, the shortage is not shared.",
    ),
    "board.even.evenings.said": Words(
        "Partage des soirées entre salariés : {value} (100 % si tous en ont autant).",
        "Evenings shared between employees: {value} (100% when all have as many).",
    ),
    "board.even.evenings.hidden": Words(
        "Le partage des soirées est masqué : moins de cinq salariés.",
        "How evenings are shared is hidden: fewer than five employees.",
    ),
    "board.even.sundays.said": Words(
        "Partage des dimanches entre salariés : {value}.", "Sundays shared between employees: {value}."
    ),
    "board.even.sundays.hidden": Words(
        "Le partage des dimanches est masqué : moins de cinq salariés.",
        "How Sundays are shared is hidden: fewer than five employees.",
    ),
    "board.even.km.said": Words(
        "Partage des kilomètres entre salariés : {value}.", "Kilometres shared between employees: {value}."
    ),
    "board.even.km.hidden": Words(
        "Le partage des kilomètres est masqué : moins de cinq salariés.",
        "How kilometres are shared is hidden: fewer than five employees.",
    ),
    "board.fairness": Words("Équité", "Fairness"),
    "board.fair.said": Words(
        "Égalité entre adhérents : {value} (100 % : tous sont servis dans la même proportion).",
        "Equality between members: {value} (100%: all are served in the same proportion).",
    ),
    "board.fair.hidden": Words(
        "L'égalité entre adhérents est masquée : ils sont moins de cinq.",
        "Equality between members is hidden: they are fewer than five.",
    ),
    "board.least.said": Words(
        "L'adhérent le moins servi a reçu {value} de ce qu'il demandait.",
        "The member served least got {value} of what it asked for.",
    ),
    "board.least.hidden": Words(
        "La part de l'adhérent le moins servi est masquée : ils sont moins de cinq.",
        "The share of the member served least is hidden: they are fewer than five.",
    ),
    "board.sundays.said": Words(
        "Dimanches travaillés : {value} d'écart entre qui en a le plus et qui en a le moins.",
        "Sundays worked: {value} between who has the most and who has the fewest.",
    ),
    "board.sundays.hidden": Words(
        "L'écart de dimanches travaillés est masqué : moins de cinq personnes en travaillent.",
        "The spread of Sundays worked is hidden: fewer than five people work on them.",
    ),
}
