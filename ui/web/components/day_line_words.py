"""Labels of the day line: the week grid's, and its own. The same keys in both languages (a test sees to it)."""

from ui.web.components.grid_words import ENGLISH, FRENCH

DAY_FRENCH: dict[str, str] = FRENCH | {
    "grid": "Journée, une ligne par salarié",
    "empty": "Rien n'est placé ce jour.",
    "next_day": "lendemain",
    "gap": "{time} libre avant",
    "hours_shown": "De {start} à {end}",
}

DAY_ENGLISH: dict[str, str] = ENGLISH | {
    "grid": "Day, one row per employee",
    "empty": "Nothing is placed that day.",
    "next_day": "next day",
    "gap": "{time} free before",
    "hours_shown": "From {start} to {end}",
}
