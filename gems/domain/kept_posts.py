"""What a kept scenario proposes, read back from its plain data; ids may name what the group no longer has."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gems.domain.proposal_of_posts import WeeklyHours
from gems.domain.scenario import Contents
from gems.domain.time import Instant
from gems.domain.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPiece:
    """One piece of a typical week."""

    start: Instant
    end: Instant
    site_id: str
    job: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPost:
    """A proposed post; minutes, cents and kilometres of a year unless said otherwise."""

    id: str
    job: str
    jobs: tuple[str, ...]
    home: str
    pieces: tuple[KeptPiece, ...]
    weeks: tuple[int, ...]
    """Minutes worked in each typical week, drives included."""
    placed: int
    closing: int
    km: int
    commute: int
    """Minutes from the home commune to the farthest site."""
    cents: int
    shares: Mapping[str, int]
    """Minutes by member, the largest first."""
    employee_id: str | None
    """Who of the staff of then could hold it."""
    raised: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRemainder:
    """Hours of one request that no post holds."""

    request_id: str
    minutes: int
    why: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSale:
    """Hours that would close one more post."""

    weekly_minutes: int
    job: str
    commune: str
    hours: tuple[WeeklyHours, ...]
    member_id: str | None
    """Whom to sell to; None: a new member of that town."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLeaving:
    """What a member's leaving would do."""

    member_id: str
    minutes: int
    broken: tuple[str, ...]
    touched: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPosts:
    """All of it."""

    first: date
    """The Monday of the first typical week."""
    posts: tuple[KeptPost, ...]
    remainders: tuple[KeptRemainder, ...]
    to_sell: tuple[KeptSale, ...]
    leaving: tuple[KeptLeaving, ...]


def kept_posts(contents: Contents) -> KeptPosts:
    """Read a scenario back."""
    raw: Mapping[str, Any] = contents
    staff = {one["post"]: one for one in raw.get("staff", ())}
    return KeptPosts(
        first=date.fromisoformat(raw.get("typical_from", "1970-01-05")),
        posts=tuple(_post(one, staff.get(one["id"], {})) for one in raw["posts"]),
        remainders=tuple(
            KeptRemainder(request_id=one["request"], minutes=one["minutes"], why=Words(**one["why"]))
            for one in raw.get("remainders", ())
        ),
        to_sell=tuple(
            KeptSale(
                weekly_minutes=one["weekly_minutes"],
                job=one["job"],
                commune=one["commune"],
                hours=tuple(WeeklyHours(**hours) for hours in one["hours"]),
                member_id=one["member"],
            )
            for one in raw.get("to_sell", ())
        ),
        leaving=tuple(
            KeptLeaving(
                member_id=one["member"],
                minutes=one["minutes"],
                broken=tuple(one["broken"]),
                touched=tuple(one["touched"]),
            )
            for one in raw.get("leaving", ())
        ),
    )


def _post(one: Mapping[str, Any], holder: Mapping[str, Any]) -> KeptPost:
    shares: dict[str, int] = one["shares"]
    return KeptPost(
        id=one["id"],
        job=one["job"],
        jobs=tuple(one["jobs"]),
        home=one["home"],
        pieces=tuple(
            KeptPiece(start=piece["start"], end=piece["end"], site_id=piece["site"], job=piece["job"])
            for piece in one["pieces"]
        ),
        weeks=tuple(one["week_minutes"]),
        placed=one["placed_minutes"],
        closing=one["closing_minutes"],
        km=one["km"],
        commute=one["commute_minutes"],
        cents=one["cents"],
        shares=dict(sorted(shares.items(), key=lambda share: (-share[1], share[0]))),
        employee_id=holder.get("employee"),
        raised=bool(holder.get("raised", False)),
    )
