"""A proposal as plain data: what the command prints, a scenario keeps, and other programs read."""

from dataclasses import asdict

from gems.domain.composition import Post
from gems.domain.proposal_of_posts import Proposal
from gems.domain.words import Words

Facts = dict[str, object]


def proposal_facts(proposal: Proposal) -> Facts:
    """Minutes, cents, kilometres and ids; words in both languages."""
    fortnight, terms = proposal.question.fortnight, proposal.question.terms
    return {
        "status": str(proposal.status),
        "first_week": fortnight.mondays[0].isoformat(),
        "weeks": len(fortnight.mondays),
        "typical_from": fortnight.first.isoformat(),
        "members_most": terms.members_most,
        "commute_minutes": terms.commute_minutes,
        "asked_minutes": proposal.asked_minutes,
        "placed_minutes": proposal.placed_minutes,
        "bound_minutes": proposal.bound_minutes,
        "gap": proposal.gap,
        "seconds": proposal.seconds,
        "posts": [
            {
                **post_facts(sheet.post),
                "jobs": list(sheet.jobs),
                "week_minutes": list(sheet.weeks),
                "holiday_week_minutes": list(sheet.holiday_weeks),
                "placed_minutes": sheet.placed,
                "driving_minutes": sheet.driving,
                "closing_minutes": sheet.closing,
                "km": sheet.km,
                "commute_minutes": sheet.commute,
                "cents": sheet.cents,
                "shares": {one.member_id: one.minutes for one in sheet.shares},
            }
            for sheet in proposal.posts
        ],
        "remainders": [
            {"request": one.request_id, "minutes": one.minutes, "why": _both(one.why)} for one in proposal.remainders
        ],
        "to_sell": [
            {
                "weekly_minutes": one.weekly_minutes,
                "job": one.job,
                "commune": one.commune,
                "hours": [asdict(hours) for hours in one.hours],
                "member": one.member_id,
                "begun": post_facts(one.post),
            }
            for one in proposal.to_sell
        ],
        "leaving": [
            {
                "member": one.member_id,
                "minutes": one.minutes,
                "broken": list(one.broken),
                "touched": list(one.touched),
            }
            for one in proposal.leaving
        ],
        "staff": [{"post": one.post_id, "employee": one.employee_id, "raised": one.raised} for one in proposal.matches],
    }


def post_facts(post: Post) -> Facts:
    """A post and its pieces."""
    return {
        "id": post.id,
        "job": post.kind.job,
        "home": post.kind.home,
        "members": list(post.kind.members),
        "pieces": [
            {
                "mission": piece.mission_id,
                "start": piece.start,
                "end": piece.end,
                "site": piece.site_id,
                "job": piece.qualification,
            }
            for piece in post.pieces
        ],
    }


def _both(words: Words) -> dict[str, str]:
    return {"fr": words.fr, "en": words.en}
