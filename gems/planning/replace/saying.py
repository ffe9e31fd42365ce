"""Entries in words: what coordinators read before they telephone."""

from gems.domain.group import Group
from gems.domain.life import NoticeBand
from gems.domain.words import Words, clock, counted, day, euros, hours, listing, same
from gems.planning.replace.entry import Entry
from gems.planning.replace.hole import Hole
from gems.planning.week.saying import joined, move_words, person_name

HOLE = Words("{day}, {start}–{end} · {site} · {job}", "{day}, {start}–{end} · {site} · {job}")
HOURS_AFTER = Words("{worked} / {target}", "{worked} / {target}")
ROAD = Words("{minutes} min de route, {km} km", "{minutes} min drive, {km} km")
MORE_DRIVES = Words(" ; {sign}{minutes} min entre deux lieux", "; {sign}{minutes} min between sites")
KNOWN = Words("déjà venu·e", "been there before")
NEW = Words("nouveau visage", "new face")
BAND_WORDS = {
    NoticeBand.EARLY: Words("annoncé tôt", "told early"),
    NoticeBand.SHORT: Words("annoncé tard", "told late"),
    NoticeBand.LATE: Words("dernière minute", "last minute"),
}
NOTICE = Words("{days} avant ({band})", "{days} ahead ({band})")
DAYS_AHEAD = (Words("{n} jour", "{n} day"), Words("{n} jours", "{n} days"))
SAME_DAY = Words("le jour même ({band})", "on the day ({band})")
ON_THE_BILL = Words("facture {money}", "bill {money}")
NO_NOTICE = Words("rien de publié ne change", "nothing published changes")
NEEDS_AGREEMENT = Words("avec l'accord de {people}", "if {people} agrees")
NEEDS_AGREEMENTS = Words("avec l'accord de {people}", "if {people} agree")
REFUSED = Words("a déjà refusé ces heures", "has already refused these hours")
OTHER_HOURS = Words("à d'autres heures : {times}", "at other hours: {times}")
TIMES = Words("{day}, {start}–{end}", "{day}, {start}–{end}")


def hole_words(group: Group, hole: Hole) -> Words:
    """ "mar. 24 nov., 8 h 00–12 h 00 · EHPAD Les Tilleuls · aide-soignant", each of its pieces."""
    said = []
    for gap in hole.gaps:
        piece = gap.choices[0]
        job = group.qualification[piece.qualification]
        said.append(
            HOLE.fill(
                day=day(piece.day),
                start=clock(piece.start),
                end=clock(piece.end),
                site=same(group.site[piece.site_id].name),
                job=Words(job.name_fr, job.name_en),
            )
        )
    return joined(said)


def price_words(entry: Entry) -> Words:
    """ "−312,40 €": on the bill, compared with leaving the hours unserved."""
    plus = "+" if entry.cents > 0 else ""
    money = euros(entry.cents)
    return Words(f"{plus}{money.fr}", f"{plus}{money.en}")


def summary_words(entry: Entry) -> tuple[Words, ...]:
    """Everything of an entry that is a figure, in the order people ask."""
    money = ON_THE_BILL.fill(money=price_words(entry))
    return money, hours_words(entry), notice_words(entry), road_words(entry), face_words(entry)


def notice_words(entry: Entry) -> Words:
    """ "3 jours avant (dernière minute)"."""
    if entry.band is None or entry.notice_days is None:
        return NO_NOTICE
    band, days = BAND_WORDS[entry.band], entry.notice_days
    if days <= 0:
        return SAME_DAY.fill(band=band)
    return NOTICE.fill(days=counted(days, *DAYS_AHEAD), band=band)


def hours_words(entry: Entry) -> Words:
    """ "34 h 30 / 35 h": the week afterwards, and what it aims at."""
    return HOURS_AFTER.fill(worked=hours(entry.worked_minutes), target=hours(entry.target_minutes))


def road_words(entry: Entry) -> Words:
    """ "18 min de route, 15 km": from home, and what it adds between sites."""
    said, more = ROAD.fill(minutes=entry.commute.minutes, km=entry.commute.km), entry.drives.minutes
    if not more:
        return said
    tail = MORE_DRIVES.fill(sign="+" if more > 0 else "−", minutes=abs(more))
    return Words(said.fr + tail.fr, said.en + tail.en)


def face_words(entry: Entry) -> Words:
    """Whether the member knows the person."""
    return KNOWN if entry.known else NEW


def besides_words(group: Group, entry: Entry) -> tuple[Words, ...]:
    """What else it takes: other hours, what others take over, who must agree, who refused."""
    said = []
    for gap, piece in zip(entry.hole.gaps, entry.way.taken, strict=True):
        if gap.choices[0].span != piece.span:
            times = TIMES.fill(day=day(piece.day), start=clock(piece.start), end=clock(piece.end))
            said.append(OTHER_HOURS.fill(times=times))
    said += [move_words(group, gift.before, gift.after) for gift in entry.way.gifts]
    people = list(dict.fromkeys(person_name(group, row.employee_id or "") for row in entry.agreements))
    if people:
        said.append((NEEDS_AGREEMENT if len(people) == 1 else NEEDS_AGREEMENTS).fill(people=listing(people)))
    if entry.refused:
        said.append(REFUSED)
    return tuple(said)
