"""The people shared: their jobs, the members of their contract, where they live, and which Sundays they work."""

from dataclasses import dataclass
from datetime import date
from random import Random

from gems.domain.people import Contract, ContractKind, Employee, HeldQualification, LighterDays
from sample_data.contracts import users
from sample_data.places import Place, Roads, Service
from sample_data.tables import Profile, communes, groups, names, profiles

FULL_WEEK, FULL_YEAR = 35 * 60, 1607 * 60
PART_TIME_PROFILES, PART_TIME_SHARE = ("helper", "school", "secretary"), 0.45
COMMUTES = (35, 40, 45, 50, 60)
LIGHTER_MINUTES, LONGEST_DAY = 30, 10 * 60
ROUNDS, LIGHTER_EVERY = "avs", 19
"""The job of people on rounds, and one seat in how many has adjusted days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rota:
    """One Sunday worked out of `period` weeks; week 0 is the one to plan. `period` 0: never."""

    period: int
    phase: int = 0

    def on(self, week: int) -> bool:
        """Whether the Sunday of this week is worked."""
        return bool(self.period) and (week + self.phase) % self.period == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person in the making."""

    employee: Employee
    profile: Profile
    services: tuple[Service, ...]
    """What this person may be asked for by job held, at the members of the contract."""
    rota: Rota

    @property
    def part_time(self) -> bool:
        """Less than the full week."""
        return self.employee.contract.kind is ContractKind.PART_TIME

    @property
    def daily_limit(self) -> int:
        """The longest day planted, in minutes; an adjusted day is a fifth of the week less the minutes agreed."""
        lighter = self.employee.lighter_days
        return LONGEST_DAY if lighter is None else self.employee.contract.weekly_minutes // 5 - lighter.minutes_less


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seat:
    number: int
    profile: str
    cluster: int
    part_time: int


def hire(
    name: str, crews: list[tuple[str, ...]], places: tuple[tuple[Place, ...], ...], roads: Roads, rng: Random
) -> tuple[Person, ...]:
    """Everybody, cluster by cluster."""
    seats = _seats(name, crews, rng)
    titles = _person_names(len(seats), rng)
    listed: dict[str, int] = {}
    return tuple(_person(seat, title, places, listed, roads, rng) for seat, title in zip(seats, titles, strict=True))


def _seats(name: str, crews: list[tuple[str, ...]], rng: Random) -> list[_Seat]:
    flat = [(cluster, profile) for cluster, crew in enumerate(crews) for profile in crew]
    hours = groups()[name].get("part_time") or [_drawn_hours(profile, rng) for _, profile in flat]
    return [
        _Seat(number=number, profile=profile, cluster=cluster, part_time=hours[number])
        for number, (cluster, profile) in enumerate(flat)
    ]


def _drawn_hours(profile: str, rng: Random) -> int:
    if profile not in PART_TIME_PROFILES or rng.random() > PART_TIME_SHARE:
        return 0
    return {"secretary": 28, "school": 24}.get(profile, rng.choice((24, 28)))


def _person_names(count: int, rng: Random) -> list[str]:
    table = names()
    lasts = rng.sample(table["last"], k=len(table["last"]))
    firsts = rng.sample(table["first"], k=len(table["first"]))
    shift = len(lasts)
    return [
        f"{firsts[(number + number // shift) % len(firsts)]} {lasts[number % shift].upper()}" for number in range(count)
    ]


def _person(
    seat: _Seat,
    title: str,
    places: tuple[tuple[Place, ...], ...],
    listed: dict[str, int],
    roads: Roads,
    rng: Random,
) -> Person:
    profile = profiles()[seat.profile]
    jobs = profile.jobs[seat.number % len(profile.jobs)]
    users_of = users(seat.cluster, jobs, profile, places, listed, roads, rng)
    home, longest = _home([place.site.commune for place in users_of], roads, rng)
    one_town = all(place.site.commune == home for place in users_of)
    employee = Employee(
        id=f"E{seat.number + 1:03d}",
        name=title,
        home=home,
        vehicle=not (one_town and rng.random() < 0.6),
        max_commute_minutes=rng.choice([limit for limit in COMMUTES if limit >= longest]),
        qualifications=tuple(_held(job, rng) for job in jobs),
        contract=_contract(seat, profile, users_of, rng),
        other_employer_weekly_minutes=240 if seat.part_time == 24 and seat.number % 3 == 0 else 0,
        lighter_days=_lighter(seat, jobs),
    )
    services = tuple(
        service
        for place in users_of
        for service in place.services
        if service.model.job in jobs and _fits(profile, service)
    )
    rota = Rota(period=0) if employee.lighter_days else _rota(seat, profile, rng)
    return Person(employee=employee, profile=profile, services=services, rota=rota)


def _fits(profile: Profile, service: Service) -> bool:
    night = service.model.form == "night"
    return night if profile.week == "nights" else not night


def _home(towns: list[str], roads: Roads, rng: Random) -> tuple[str, int]:
    """A commune from which every site is near, and the longest of those drives."""
    drives = [(max(roads.minutes(c.name, town) for town in towns), c.name) for c in communes()]
    near = sorted(drives)[:5]
    kept = [choice for choice in near if choice[0] <= 40] or near[:1]
    one_town = len(set(towns)) == 1
    longest, home = kept[0] if one_town or rng.random() < 0.45 else rng.choice(kept)
    return home, longest


def _held(job: str, rng: Random) -> HeldQualification:
    renewed = job == "night_watch" or (job == "school_support" and rng.random() < 0.5)
    return HeldQualification(code=job, valid_until=date(2027 + rng.randrange(3), 6, 30) if renewed else None)


def _contract(seat: _Seat, profile: Profile, places: list[Place], rng: Random) -> Contract:
    weekly = 60 * seat.part_time or FULL_WEEK
    return Contract(
        kind=ContractKind.PART_TIME if seat.part_time else ContractKind.FULL_TIME,
        weekly_minutes=weekly,
        annual_minutes=FULL_YEAR * weekly // FULL_WEEK,
        first_day=date(2016 + rng.randrange(10), 1 + rng.randrange(12), 1),
        member_ids=frozenset(place.member.id for place in places),
        annualised=not seat.part_time and seat.number % 15 == 5,
        night_worker=profile.week == "nights",
    )


def _lighter(seat: _Seat, jobs: tuple[str, ...]) -> LighterDays | None:
    """Only for people of the rounds: a shift of a care home is longer than an adjusted day."""
    if seat.part_time or ROUNDS not in jobs or seat.number % LIGHTER_EVERY != LIGHTER_EVERY - 1:
        return None
    return LighterDays(first_day=date(2026, 9, 7), last_day=date(2027, 1, 31), minutes_less=LIGHTER_MINUTES)


def _rota(seat: _Seat, profile: Profile, rng: Random) -> Rota:
    if not profile.weekends:
        return Rota(period=0)
    if profile.week == "nights":
        return Rota(period=2)
    if rng.random() < 0.25:
        return Rota(period=3, phase=rng.randrange(3))
    return Rota(period=2, phase=seat.number % 2)
