"""A proposal of posts in sentences."""

from collections.abc import Sequence

from gems.domain.composition import Kind
from gems.domain.group import Group
from gems.domain.people import Qualification
from gems.domain.proposal_of_posts import Leaving, PostSheet, Proposal, ToSell, WeeklyHours
from gems.domain.words import DAYS, Words, at_clock, counted, euros, hours, listing, percent, same

STORY = Words("De {needs} à {posts}.", "From {needs} to {posts}.")
NEEDS = (
    Words("{n} besoin épars", "{n} scattered need"),
    Words("{n} besoins épars", "{n} scattered needs"),
)
POSTS = (
    Words("{n} temps plein permanent", "{n} full-time permanent post"),
    Words("{n} temps pleins permanents", "{n} full-time permanent posts"),
)
NO_POST = Words(
    "Aucun temps plein durable ne peut être composé de ces heures.",
    "No sustainable full-time post can be made of these hours.",
)
NONE_FOUND = Words(
    "Aucun temps plein durable n'a été trouvé dans le temps donné : cherchez plus longtemps.",
    "No sustainable full-time post was found in the time given: look for longer.",
)
PLACED = Words(
    "{placed} h de l'année placées sur {asked} h demandées ({share}).",
    "{placed} h of the year placed out of {asked} h asked ({share}).",
)
PROVEN = Words(
    "Aucun ensemble de postes durables n'en placerait plus de {bound} h : l'écart est de {gap} au plus.",
    "No set of sustainable posts would place more than {bound} h: the gap is {gap} at most.",
)
STAFF = Words("Équipe actuelle : {kept}{raised} ; {hire}.", "Present staff: {kept}{raised}; {hire}.")
KEPT = (
    Words("{n} personne pourrait tenir un de ces postes", "{n} person could hold one of these posts"),
    Words("{n} personnes pourraient tenir un de ces postes", "{n} people could hold one of these posts"),
)
RAISED = (
    Words(", dont {n} qui passerait à temps plein", ", {n} of them raised to full time"),
    Words(", dont {n} qui passeraient à temps plein", ", {n} of them raised to full time"),
)
HIRE = (
    Words("{n} personne serait à recruter", "{n} person would be to hire"),
    Words("{n} personnes seraient à recruter", "{n} people would be to hire"),
)
SELL = Words(
    "{job}, à {commune}, {who} : {hours} par semaine ({days}) ; vérifié, un poste de plus se ferme.",
    "{job}, in {commune}, {who}: {hours} a week ({days}); verified, one more post closes.",
)
NEW_MEMBER, AT_MEMBER = Words("chez un nouvel adhérent", "at a new member"), Words("chez {member}", "at {member}")
ON = Words("{day} {start}–{end}", "{day} {start}–{end}")
BREAKS = Words("Sans {member} : {posts} ne tiendrait plus.", "Without {member}: {posts} would no longer hold.")
BREAK_MANY = Words("Sans {member} : {posts} ne tiendraient plus.", "Without {member}: {posts} would no longer hold.")
HOLDS = Words("Sans {member} : tous les postes tiendraient.", "Without {member}: every post would hold.")
TITLE = Words("{id} · {job}, {home}", "{id} · {job}, {home}")
WEEK = Words("{first} puis {second} par semaine", "{first} then {second} a week")
YEAR = Words("{closing} dans l'année, congés pris", "{closing} in the year, leave taken")
COST = Words("{euros} par an", "{euros} a year")


def job_words(group: Group, code: str) -> Words:
    """The name of a job."""
    job: Qualification = group.qualification[code]
    return Words(job.name_fr, job.name_en)


def round_hours(minutes: int) -> str:
    """Whole hours of a year: "47 120"."""
    return f"{round(minutes / 60):,}".replace(",", "\u202f")


def story(proposal: Proposal) -> list[Words]:
    """The whole proposal in a few sentences."""
    asked = proposal.asked_minutes
    if not proposal.posts:
        found = [NONE_FOUND if proposal.bound_minutes else NO_POST]
    else:
        needs = len({need.request.id for need in proposal.question.fortnight.needs})
        found = [STORY.fill(needs=counted(needs, *NEEDS), posts=counted(len(proposal.posts), *POSTS))]
    share = percent(proposal.placed_minutes / asked if asked else 0.0)
    placed = round_hours(proposal.placed_minutes)
    found.append(PLACED.fill(placed=placed, asked=round_hours(asked), share=share))
    found.append(PROVEN.fill(bound=round_hours(proposal.bound_minutes), gap=percent(proposal.gap)))
    kept = [match for match in proposal.matches if match.employee_id is not None]
    raised = sum(match.raised for match in kept)
    hire = len(proposal.matches) - len(kept)
    if proposal.posts:
        more = counted(raised, *RAISED) if raised else ""
        found.append(STAFF.fill(kept=counted(len(kept), *KEPT), raised=more, hire=counted(hire, *HIRE)))
    return found


def title_words(group: Group, post_id: str, kind: Kind) -> Words:
    """ "P3 · secrétaire, Guéret"."""
    return TITLE.fill(id=post_id, job=job_words(group, kind.job), home=kind.home)


def shape_words(sheet: PostSheet) -> list[Words]:
    """Hours of the weeks and of the year, and the price."""
    first, second = (hours(minutes) for minutes in sheet.weeks)
    return [
        WEEK.fill(first=first, second=second),
        YEAR.fill(closing=hours(sheet.closing)),
        COST.fill(euros=euros(sheet.cents)),
    ]


def sell_words(group: Group, sell: ToSell) -> Words:
    """What to sell, where and when."""
    who = NEW_MEMBER if sell.member_id is None else AT_MEMBER.fill(member=group.member[sell.member_id].name)
    return SELL.fill(
        hours=hours(sell.weekly_minutes),
        job=job_words(group, sell.job),
        commune=sell.commune,
        who=who,
        days=selling_days(sell.hours),
    )


def selling_days(sold: Sequence[WeeklyHours]) -> Words:
    """ "lundi de 9 h 00 à 12 h 00, mardi…"."""
    days = [_on(one) for one in sold]
    return Words(", ".join(one.fr for one in days), ", ".join(one.en for one in days))


def _on(one: WeeklyHours) -> Words:
    day = Words(DAYS["fr"][one.weekday], DAYS["en"][one.weekday])
    return ON.fill(day=day, start=at_clock(one.start_clock), end=at_clock(one.end_clock))


def leaving_words(group: Group, leaving: Leaving) -> Words:
    """What a member's leaving breaks."""
    member = same(group.member[leaving.member_id].name)
    if not leaving.broken:
        return HOLDS.fill(member=member)
    words = BREAKS if len(leaving.broken) == 1 else BREAK_MANY
    return words.fill(member=member, posts=listing(list(leaving.broken)))
