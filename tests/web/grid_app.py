"""A page with the week grid and nothing else, for the browser tests: ?case=full, empty, many, hostile, solid, moving.

Everyone here is fictitious. Run by hand: streamlit run tests/web/grid_app.py
"""

from dataclasses import replace

import streamlit as st

from ui.web.components.grid_data import GridCard, GridDay, GridRow, WeekGrid, member_colours
from ui.web.components.grid_words import FRENCH
from ui.web.components.week_grid import week_grid

HOSTILE = '<img src=x onerror="window.hacked=1">'
NAMES = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
DAYS = tuple(
    GridDay(
        date_iso=f"2026-11-{9 + place:02}",
        label=f"{name[:3]}. {9 + place} nov.",
        short=f"{name[:3]}. {9 + place}",
        spoken=f"{name} {9 + place} novembre",
        weekend=place > 4,
        holiday="Armistice" if place == 2 else None,
        today=place == 1,
    )
    for place, name in enumerate(NAMES)
)

MEMBERS = {  # member → place, job
    "EHPAD Les Tilleuls": ("Guéret", "aide-soignante"),
    "Foyer rural de Bonnat": ("Bonnat", "animation"),
    "MJC de Sainte-Feyre": ("Sainte-Feyre", "accueil"),
    "Association d'aide à domicile du Pays de Boussac": ("Boussac", "aide à domicile"),
    "Crèche Les P'tits Loups": ("La Souterraine", "auxiliaire de puériculture"),
    "Ludothèque Jeux en Creuse": ("Aubusson", "animation"),
    "Club de judo de Bourganeuf": ("Bourganeuf", "éducateur sportif"),
    "Épicerie solidaire": ("Guéret", "vente"),
    "Centre de loisirs d'Ahun": ("Ahun", "animation"),
    "Résidence du Thaurion": ("Bourganeuf", "agent de nuit"),
    "Cinéma associatif Eden": ("La Souterraine", "projection"),
    "Recyclerie de Felletin": ("Felletin", "tri"),
    "Radio Vassivière": ("Royère-de-Vassivière", "technique"),
    "École de musique": ("Guéret", "secrétariat"),
}
TITLES = tuple(MEMBERS)
COLOURS = member_colours(TITLES)

CARE, HOME, NIGHT = "Aide et soin", "Aide à domicile", "Nuits"
YOUTH, OFFICE = "Animation et sport", "Accueil et bureau"
PEOPLE = (
    ("Aline Martin", "34 h 30 / 35 h", 99, "ok", "contrat rempli", CARE),
    ("Bruno Petit", "28 h / 35 h", 80, "short", "il manque 7 h", CARE),
    ("Chloé Girard-Desmoulins", "24 h / 24 h", 100, "ok", "contrat rempli", CARE),
    ("Fatoumata Diallo", "33 h / 32 h", 103, "over", "1 h de trop", HOME),
    ("Hugo Marchand", "20 h / 28 h", 71, "short", "il manque 8 h", HOME),
    ("Inès Caron", "30 h / 30 h", 100, "ok", "contrat rempli", HOME),
    ("Gwenaëlle Le Goff", "35 h / 35 h", 100, "law", "repos de 9 h 30, il en faut 11", NIGHT),
    ("Karim Benali", "31 h 30 / 35 h", 90, "short", "il manque 3 h 30", NIGHT),
    ("Jules Perrot", "17 h 30 / 17 h 30", 100, "ok", "contrat rempli", YOUTH),
    ("Maëlys Fontaine", "26 h / 26 h", 100, "ok", "contrat rempli", YOUTH),
    ("David Lemaire", "35 h / 35 h", 100, "ok", "contrat rempli", OFFICE),
    ("Élise Rougier", "0 h / 24 h", 0, "ok", "en congé", OFFICE),
)

# person, day, start, end (minutes), member, marks
WORK = (
    (0, 0, 420, 840, 0, "locked"), (0, 0, 870, 1020, 2, "travel=12 min · 9 km"), (0, 1, 420, 840, 0, ""),
    (0, 3, 420, 840, 0, ""), (0, 4, 480, 720, 1, "changed"), (0, 4, 780, 1020, 2, "travel=18 min · 14 km"),
    (1, 0, 840, 1260, 0, ""), (1, 1, 840, 1260, 0, "changed locked"), (1, 3, 840, 1260, 0, ""),
    (1, 5, 420, 840, 0, "stand_in"), (2, 0, 450, 810, 4, ""), (2, 1, 450, 810, 4, ""), (2, 3, 450, 810, 4, ""),
    (2, 4, 450, 810, 4, ""), (3, 0, 480, 600, 3, ""), (3, 0, 630, 750, 3, "travel=6 min · 4 km"),
    (3, 0, 1020, 1170, 3, "travel=25 min · 21 km"), (3, 1, 480, 720, 3, ""), (3, 1, 1020, 1170, 3, ""),
    (3, 3, 480, 720, 3, ""), (3, 4, 480, 720, 3, ""), (3, 5, 540, 720, 3, ""), (4, 0, 480, 720, 3, ""),
    (4, 1, 480, 720, 7, ""), (4, 1, 780, 1020, 13, "travel=3 min · 1 km"), (4, 3, 540, 720, 7, ""),
    (4, 4, 480, 780, 11, "locked"), (5, 0, 480, 840, 3, ""), (5, 1, 480, 840, 3, ""), (5, 3, 480, 840, 3, ""),
    (5, 6, 540, 780, 3, "stand_in"), (6, 0, 1320, 1860, 9, ""), (6, 1, 1320, 1860, 9, ""),
    (6, 3, 990, 1440, 9, "changed"), (6, 6, 1320, 1860, 9, "locked"), (7, 4, 1320, 1860, 9, ""),
    (7, 5, 1320, 1860, 9, ""), (8, 1, 990, 1170, 6, ""), (8, 3, 990, 1170, 6, ""), (8, 5, 540, 720, 6, ""),
    (8, 5, 840, 1080, 5, "travel=44 min · 42 km"), (9, 0, 540, 720, 5, ""), (9, 1, 540, 720, 8, ""),
    (9, 3, 540, 1020, 8, "changed"), (9, 4, 840, 1080, 5, ""), (9, 5, 840, 1320, 10, ""),
    (10, 0, 540, 720, 13, ""), (10, 0, 780, 1020, 2, "travel=11 min · 9 km"), (10, 1, 540, 1020, 13, ""),
    (10, 3, 540, 720, 12, "locked"), (10, 4, 540, 1020, 11, ""),
)  # fmt: skip
UNSERVED = (
    (0, 1020, 1200, 3, "personne de libre à moins de 30 km ce soir-là"),
    (0, 1080, 1260, 6, "aucun diplôme d'éducateur disponible le lundi soir"),
    (5, 420, 840, 0, "il manque une aide-soignante : deux sont en congé"),
)


def clock(minutes: int) -> str:
    return f"{minutes // 60 % 24} h {minutes % 60:02}"


def card(number: int, row: str, day: int, start: int, end: int, member: int, marks: str) -> GridCard:
    title = TITLES[member]
    place, job = MEMBERS[title]
    color, pattern = COLOURS[title]
    after = NAMES[(day + 1) % 7][:3]
    return GridCard(
        id=f"c{number}", row_id=row, day_iso=DAYS[day].date_iso, start=clock(start), end=clock(end), title=title,
        place=place, job=job, color=color, pattern=pattern, sort_minute=start, locked="locked" in marks,
        draft=True, changed="changed" in marks, stand_in="stand_in" in marks,
        travel=marks.partition("travel=")[2], hover=("Même personne que la semaine dernière",),
        continues=f"→ {after}. {clock(end)}" if end > 1440 else "",
    )  # fmt: skip


def full() -> WeekGrid:
    rows = tuple(
        GridRow(
            id=f"p{place}", name=name, detail=detail, percent=percent, level=level, level_words=words, group=group,
            absences={day.date_iso: "congé" for day in DAYS[:5]} if place == 11 else {},
        )
        for place, (name, detail, percent, level, words, group) in enumerate(PEOPLE)
    )  # fmt: skip
    cards = [card(n, f"p{who}", *rest) for n, (who, *rest) in enumerate(WORK)]
    for number, (day, start, end, member, reason) in enumerate(UNSERVED):
        cards.append(replace(card(900 + number, "lane", day, start, end, member, ""), reason=reason, draft=False))
    lane = GridRow(id="lane", name="À pourvoir", detail="3 · 13 h", level="short", level_words="3 missions")
    return WeekGrid(days=DAYS, rows=rows, cards=tuple(cards), words=FRENCH, lane=lane)


def many() -> WeekGrid:
    """350 people who work every day: the twelve, over and over, and a long lane."""
    small = full()
    rows = tuple(replace(row, id=f"{row.id}-{n}", name=f"{row.name} {n + 1}") for n in range(30) for row in small.rows)[
        :350
    ]
    known = {row.id for row in rows}
    served = {(one.row_id, one.day_iso) for one in small.cards}
    free = [(f"p{who}", day) for who in range(len(PEOPLE)) for day in range(7)]
    filling = [card(n, row, day, 480, 960, n % len(TITLES), "") for n, (row, day) in enumerate(free, start=200)
               if (row, DAYS[day].date_iso) not in served]  # fmt: skip
    week = (*small.cards, *filling)
    cards = [replace(one, id=f"{one.id}-{n}", row_id=f"{one.row_id}-{n}") for n in range(30) for one in week]
    lane = [replace(one, id=f"{one.id}-l{n}") for n in range(6) for one in small.cards if one.row_id == "lane"]
    return replace(small, rows=rows, cards=(*lane, *(one for one in cards if one.row_id in known)))


def hostile() -> WeekGrid:
    small = full()
    rows = tuple(replace(row, name=HOSTILE, detail=HOSTILE, level_words=HOSTILE, group=HOSTILE,
                         absences={DAYS[6].date_iso: HOSTILE}) for row in small.rows[:2])  # fmt: skip
    cards = tuple(
        replace(one, title=HOSTILE, place=HOSTILE, job=HOSTILE, travel=HOSTILE, reason=HOSTILE, hover=(HOSTILE,))
        for one in small.cards
    )
    days = (replace(DAYS[0], label=HOSTILE, short=HOSTILE, holiday=HOSTILE), *DAYS[1:])
    return replace(small, days=days, rows=rows, cards=cards)


def solid() -> WeekGrid:
    """A published week: nothing hatched, nothing left to serve."""
    small = full()
    cards = tuple(replace(one, draft=False) for one in small.cards if one.row_id != "lane")
    lane = GridRow(id="lane", name="À pourvoir")
    return replace(small, cards=cards, lane=lane, selected="c3")


def empty() -> WeekGrid:
    """Before the first plan: people, and nothing placed."""
    rows = tuple(
        replace(row, detail=f"0 h / {row.detail.split('/ ')[1]}", percent=0, level="ok", level_words="")
        for row in full().rows
    )
    return replace(full(), cards=(), rows=rows, lane=None)


def moving(grid: WeekGrid) -> WeekGrid:
    """A week being built: what was moved since the page was opened is there."""
    places: dict[str, tuple[str, str]] = st.session_state.setdefault("places", {})
    cards = tuple(
        replace(one, movable=one.id != "c12", row_id=row_id, day_iso=day_iso)
        for one in grid.cards
        for row_id, day_iso in (places.get(one.id, (one.row_id, one.day_iso)),)
    )
    return replace(grid, cards=cards, editable=True)


def keep_move(card_id: str, row_id: str, day_iso: str) -> None:
    """Chloé takes nobody's work: the move is refused, as the rules of a group may."""
    if row_id != "p2":
        st.session_state["places"][card_id] = (row_id, day_iso)


CASES = {
    "moving": lambda: moving(full()),
    "full": full,
    "many": lambda: moving(many()),
    "hostile": hostile,
    "solid": solid,
    "empty": empty,
}

if __name__ == "__main__":  # as Streamlit runs it; the tests import the samples
    st.set_page_config(layout="wide", page_title="Grille")
    shown = CASES[st.query_params.get("case", "full")]()
    keys: list[str] = st.session_state.setdefault("keys", [])
    event = week_grid(
        shown, key="grid", on_move=keep_move, on_key=lambda *pressed: keys.append(" ".join(pressed).strip())
    )
    parts = (event.kind, event.id, event.row_id, event.day_iso) if event else ("rien",)
    st.write("Reçu :", " ".join(filter(None, parts)))
    st.write("Touches :", ", ".join(keys) or "aucune")
