"""Words beside the name of a week."""

from collections.abc import Mapping

from gems.domain.words import Words

WEEK_CHOICE: Mapping[str, Words] = {
    "week.back": Words("Revenir", "Back"),
    "week.last": Words("la semaine dernière", "last week"),
    "week.this": Words("cette semaine", "this week"),
    "week.next": Words("la semaine prochaine", "next week"),
    "week.ahead": Words("dans {n} semaines", "in {n} weeks"),
    "week.ago": Words("il y a {n} semaines", "{n} weeks ago"),
}
