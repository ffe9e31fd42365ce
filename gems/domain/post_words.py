"""A proposal of posts in sentences."""

from gems.domain.composition import Kind
from gems.domain.group import Group
from gems.domain.people import Qualification
from gems.domain.proposal_of_posts import Leaving, PostSheet, Proposal, ToSell
from gems.domain.words import DAYS, Words, euros, hours, listing, percent, same

STORY = Words(
    "De {n} besoins épars à {posts} temps pleins permanents.",
    "From {n} scattered needs to {posts} full-time permanent posts.",
)
NO_POST = Words(
    "Aucun temps plein durable ne peut être composé de ces heures.",
    "No sustainable full-time post can be made of these.",
)
PLACED = Words(
    "{placed} h de l'année placées sur {asked} h demandées ({share}).",
    "{placed} h of the year placed out of {asked} h asked ({share}).",
)
PROVEN = Words(
    "Aucun ensemble de postes durables n'en placerait plus de {bound} h : l'écart est de {gap} au plus.",
    "No set of sustainable posts would place more than {bound} h: the gap is {gap} at most.",
)
STAFF = Words(
    "Équipe actuelle : {kept} personnes pourraient tenir un de ces postes, {raised} passeraient à temps plein, {hire} "
    "seraient à recruter.",
    "Present staff: {kept} people could hold one of these posts, {raised} would be raised to full time, {hire} are to "
    "be hired.",
)
SELL = Words(
    "{hours} par semaine de {job}, près de {commune}, {day} de préférence : de quoi fermer un poste de plus.",
    "{hours} a week of {job}, near {commune}, on {day} if possible: enough to close one more post.",
)
BREAKS = Words("{member} parti : {posts} ne tiendrait plus.", "Without {member}: {posts} would no longer hold.")
BREAK_MANY = Words("{member} parti : {posts} ne tiendraient plus.", "Without {member}: {posts} would no longer hold.")
HOLDS = Words("{member} parti : tous les postes tiendraient.", "Without {member}: every post would hold.")
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
        found = [NO_POST]
    else:
        needs = len({need.request.id for need in proposal.question.fortnight.needs})
        found = [STORY.fill(n=needs, posts=len(proposal.posts))]
    share = percent(proposal.placed_minutes / asked if asked else 0.0)
    placed = round_hours(proposal.placed_minutes)
    found.append(PLACED.fill(placed=placed, asked=round_hours(asked), share=share))
    found.append(PROVEN.fill(bound=round_hours(proposal.bound_minutes), gap=percent(proposal.gap)))
    kept = [match for match in proposal.matches if match.employee_id is not None]
    raised = sum(match.raised for match in kept)
    hire = len(proposal.matches) - len(kept)
    found.append(STAFF.fill(kept=len(kept), raised=raised, hire=hire))
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
    day = Words(DAYS["fr"][sell.weekday], DAYS["en"][sell.weekday])
    return SELL.fill(hours=hours(sell.weekly_minutes), job=job_words(group, sell.job), commune=sell.commune, day=day)


def leaving_words(group: Group, leaving: Leaving) -> Words:
    """What a member's leaving breaks."""
    member = same(group.member[leaving.member_id].name)
    if not leaving.broken:
        return HOLDS.fill(member=member)
    words = BREAKS if len(leaving.broken) == 1 else BREAK_MANY
    return words.fill(member=member, posts=listing(list(leaving.broken)))
