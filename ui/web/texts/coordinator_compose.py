"""Words of the screen that makes full-time posts out of members' hours."""

from collections.abc import Mapping

from gems.domain.words import Words

COORDINATOR_COMPOSE: Mapping[str, Words] = {
    "page.compose": Words("Composer", "Compose"),
    "compose.title": Words("Quels temps pleins pouvons-nous créer\u00a0?", "Which full-time posts can we create?"),
    "compose.about": Words(
        "Les adhérents demandent des fragments d'heures ; ensemble, ils font des emplois permanents à temps plein.",
        "Members ask for fragments of hours; together they make full-time permanent jobs.",
    ),
    "compose.answer": Words(
        "De {hours} h demandées en fragments à {posts} temps pleins permanents : {placed} h placées ({share}), à "
        "{gap} au plus de ce qui est possible.",
        "From {hours} h asked in fragments to {posts} full-time permanent posts: {placed} h placed ({share}), at most "
        "{gap} from what is possible.",
    ),
    "compose.first": Words("Première semaine", "First week"),
    "compose.weeks": Words("Période", "Period"),
    "compose.weeks.52": Words("Une année", "One year"),
    "compose.weeks.26": Words("Six mois", "Six months"),
    "compose.weeks.13": Words("Une saison (13 semaines)", "A season (13 weeks)"),
    "compose.members": Words("Adhérents par poste, au plus", "Members a post at most"),
    "compose.drive": Words("Trajet depuis le domicile, au plus (min)", "Drive from home at most (min)"),
    "compose.time": Words("Temps accordé au calcul", "Time allowed"),
    "compose.start": Words("Composer les postes", "Compose the posts"),
    "compose.again": Words("Composer autrement", "Compose another way"),
    "compose.running": Words("Je compose des postes…", "Composing posts…"),
    "compose.checking": Words("Le vérificateur relit chaque poste…", "The checker is reading each post…"),
    "compose.posts": Words("Postes trouvés", "Posts found"),
    "compose.placed": Words("Heures placées dans l'année", "Hours of the year placed"),
    "compose.bound": Words("Impossible d'en placer plus de", "Impossible to place more than"),
    "compose.leave": Words(
        "Vous pouvez fermer cette page : le calcul continue, et les postes trouvés seront gardés comme scénario.",
        "You may close this page: the computation goes on, and the posts found are kept as a scenario.",
    ),
    "compose.died": Words(
        "Le calcul des postes s'est interrompu. Vos données sont intactes : relancez-le.",
        "The computation of posts broke off. Your data is safe: start it again.",
    ),
    "compose.refused": Words(
        "Le vérificateur a refusé un des postes calculés : rien n'est montré. C'est une erreur de GEMS, pas la vôtre ; "
        "envoyez le classeur à la personne qui entretient GEMS.",
        "The checker refused one of the computed posts: nothing is shown. This is a fault of GEMS, not yours; send the "
        "workbook to whoever maintains GEMS.",
    ),
    "compose.none.title": Words("Aucun scénario pour l'instant", "No scenario yet"),
    "compose.none.body": Words(
        "Lancez un premier calcul : vous verrez chaque poste possible, sa semaine, ses adhérents et son prix, puis ce "
        "qui reste et les heures à vendre pour en créer un de plus.",
        "Start a first computation: you will see each possible post, its week, its members and its price, then what "
        "remains and the hours to sell to create one more.",
    ),
    "compose.name": Words("Postes au {day}, {members} adhérents au plus", "Posts on {day}, {members} members at most"),
    "scenario.pick": Words("Scénario", "Scenario"),
    "scenario.label": Words("{name} · {posts} postes", "{name} · {posts} posts"),
    "scenario.more": Words("Renommer, supprimer", "Rename, delete"),
    "scenario.name": Words("Nom du scénario", "Name of the scenario"),
    "scenario.rename": Words("Renommer", "Rename"),
    "scenario.drop": Words("Supprimer ce scénario", "Delete this scenario"),
    "scenario.excel": Words("Excel", "Excel"),
    "scenario.json": Words("JSON", "JSON"),
    "scenario.export": Words("Emporter le scénario", "Take the scenario away"),
    "compose.view.posts": Words("Postes", "Posts"),
    "compose.view.left": Words("Ce qui reste", "What remains"),
    "compose.view.leaving": Words("Si un adhérent part", "If a member leaves"),
    "compose.view.compare": Words("Comparer", "Compare"),
    "compose.km": Words("Kilomètres entre sites", "Kilometres between sites"),
    "compose.cost": Words("Coût annuel", "Cost a year"),
    "compose.hire": Words("À recruter", "To hire"),
    "compose.raised": Words("Passent à temps plein", "Raised to full time"),
    "compose.share": Words("Heures placées", "Hours placed"),
    "compose.gap": Words("Écart prouvé au plus", "Proven gap at most"),
    "fragments.title": Words(
        "Les mêmes heures, par adhérent puis par poste", "The same hours, by member and then by post"
    ),
    "fragments.asked": Words("Demandées", "Asked"),
    "fragments.held": Words("Dans un poste", "In a post"),
    "fragments.left": Words("reste", "left"),
    "fragments.gone": Words("demandes supprimées depuis", "requests removed since"),
    "fragments.told": Words(
        "{asked} demandées par {members} font {posts} ; il en reste {left}.",
        "{asked} asked by {members} make {posts}; {left} remain.",
    ),
    "post.title": Words("{id} · {job}, {home}", "{id} · {job}, {home}"),
    "post.facts": Words(
        "{weekly} par semaine · {year} dans l'année, congés pris · {km} km · {cost} par an",
        "{weekly} a week · {year} in the year, leave taken · {km} km · {cost} a year",
    ),
    "post.weeks": Words("{first} puis {second}", "{first} then {second}"),
    "post.jobs": Words("Aussi : {jobs}", "Also: {jobs}"),
    "post.commute": Words("{minutes} min de route au plus depuis {home}", "{minutes} min drive at most from {home}"),
    "post.hire": Words("À recruter.", "To hire."),
    "post.kept": Words("{person} pourrait tenir ce poste.", "{person} could hold this post."),
    "post.raised": Words(
        "{person} pourrait tenir ce poste, et passerait à temps plein.",
        "{person} could hold this post, and would be raised to full time.",
    ),
    "post.picture": Words("Semaines types du poste {id}. {days}", "Typical weeks of post {id}. {days}"),
    "post.week": Words("Semaine {n}", "Week {n}"),
    "left.sell": Words("À vendre pour créer un poste de plus", "To sell, for one more post"),
    "left.sell.none": Words(
        "Aucune vente vérifiée ne créerait un poste de plus.", "No sale that was verified would make one more post."
    ),
    "left.sell.one": Words(
        "{hours} par semaine · {job} · {who} · {days}",
        "{hours} a week · {job} · {who} · {days}",
    ),
    "left.sell.at": Words("chez {member}", "at {member}"),
    "left.sell.new": Words("à un nouvel adhérent, commune : {commune}", "to a new member, town: {commune}"),
    "left.title": Words("Heures qu'aucun poste ne tient", "Hours that no post holds"),
    "left.none": Words("Toutes les heures demandées sont dans un poste.", "All hours asked are in a post."),
    "left.member": Words("Adhérent", "Member"),
    "left.year": Words("{hours} dans l'année", "{hours} in the year"),
    "leaving.about": Words(
        "Les adhérents répondent ensemble des salaires du groupement : voici ce que le départ de chacun ferait.",
        "Members answer together for the group's wages: here is what the leaving of each would do.",
    ),
    "leaving.share": Words("Part des heures placées", "Share of hours placed"),
    "leaving.broken": Words("Postes qui ne tiendraient plus", "Posts that would no longer hold"),
    "leaving.touched": Words("Postes allégés, qui tiendraient", "Posts lighter, that would hold"),
    "leaving.pick": Words("Et si cet adhérent partait ?", "What if this member left?"),
    "leaving.breaks": Words(
        "Sans {member}, {n} postes sur {posts} ne tiendraient plus : {ids}. {hours} h de l'année seraient à replacer.",
        "Without {member}, {n} posts of {posts} would no longer hold: {ids}. {hours} h of the year would be to place "
        "again.",
    ),
    "leaving.holds": Words(
        "Sans {member}, tous les postes tiendraient ; {hours} h de l'année seraient à replacer.",
        "Without {member}, every post would hold; {hours} h of the year would be to place again.",
    ),
    "versus.with": Words("Comparer avec", "Compare with"),
    "versus.one": Words(
        "Composez un deuxième scénario pour le comparer à celui-ci.",
        "Compose a second scenario to compare with this one.",
    ),
    "versus.common": Words(
        "{n} postes sont les mêmes dans les deux : même métier, mêmes adhérents.",
        "{n} posts are the same in both: same job, same members.",
    ),
    "versus.what": Words("Ce qui change", "What changes"),
    "versus.change": Words("Différence", "Difference"),
    "versus.members": Words("Adhérents qui partagent un poste", "Members who share a post"),
    "versus.breaking": Words("Postes cassés par le départ le plus lourd", "Posts broken by the heaviest leaving"),
}
