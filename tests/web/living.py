"""A demonstration lived through by three people in their own browsers, with an eye on its store."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, Locator, expect

from gems.access.policy import Role
from gems.domain.life import Version, VersionHead, piece_key
from gems.domain.schedule import Assignment
from gems.domain.time import Horizon, clock_of
from gems.domain.words import clock
from gems.planning.office import Declined, Office
from gems.planning.week.changes import Move
from gems.planning.week.edit import try_edit
from gems.store.store import Store
from sample_data import planted_weeks
from tests.web.browsing import DESK, SMALL_PHONE, Visitor, fr
from tests.web.furnished import House
from ui.demonstration import cast

SIZES = {Role.COORDINATOR: DESK, Role.MEMBER: DESK, Role.EMPLOYEE: SMALL_PHONE}


class Life:
    """One demonstration: its week in the store, and the browsers of those who live it."""

    def __init__(self, database: Path) -> None:
        self.database = database
        self.store = Store.open(f"sqlite:///{database}", lambda: 0)
        self.monday: date = planted_weeks("small").horizon.first
        with self.store.read(1) as work:
            first = work.versions.find(self.monday, 1)
            self.house = House(Office(self.store), cast(work.group, first.schedule if first else None))
        self.member_id = self.house.actors[Role.MEMBER].member_id or ""
        self.employee_id = self.house.actors[Role.EMPLOYEE].employee_id or ""
        self.visitors: dict[Role, Visitor] = {}

    @property
    def coordinator(self) -> Visitor:
        return self.visitors[Role.COORDINATOR]

    @property
    def member(self) -> Visitor:
        return self.visitors[Role.MEMBER]

    @property
    def employee(self) -> Visitor:
        return self.visitors[Role.EMPLOYEE]

    def arrive(self, browser: Browser, site: str) -> None:
        """The three sign in, each in a browser of their own."""
        logins = {person.role: person.login for person in self.house.people}
        for role, size in SIZES.items():
            self.visitors[role] = Visitor(browser, site, size=size)
            self.visitors[role].sign_in(logins[role])

    def pause(self) -> None:
        """Everybody looks elsewhere while the server is away."""
        for visitor in self.visitors.values():
            visitor.page.goto("about:blank")

    def move_to(self, site: str, now: int) -> None:
        """The same people, in the same browsers, before another run of the server."""
        self.store.clock = lambda: now
        for visitor in self.visitors.values():
            visitor.site = site
            visitor.sites.add(site.split("/")[2])

    def leave(self) -> None:
        for visitor in self.visitors.values():
            visitor.leave()
        self.store.close()

    # --- The week in the store --------------------------------------------------------------------------

    def version(self, number: int) -> Version:
        with self.store.read(1) as work:
            found = work.versions.find(self.monday, number)
        assert found is not None
        return found

    @property
    def heads(self) -> tuple[VersionHead, ...]:
        with self.store.read(1) as work:
            found: tuple[VersionHead, ...] = work.versions.heads(self.monday)
        return found

    def keys(self, number: int) -> set[str]:
        """The work of a version, by what matters to those who agree to it."""
        return {piece_key(piece) for piece in self.version(number).schedule.assignments}

    def piece(self, key: str) -> Assignment:
        """Work of the newest version."""
        return next(one for one in self.house.newest.schedule.assignments if piece_key(one) == key)

    def lawful_moves(self, *, of: str | None = None, to: str | None = None) -> Iterator[Move]:
        """Moves of work that break no rule, at the same hour, to somebody else. `of`: whose; `to`: to whom."""
        head, house = self.house.newest.head, self.house
        for piece in self.house.newest.schedule.assignments:
            if piece.locked or of not in (None, piece.employee_id):
                continue
            for person in house.group.employees:
                if person.id == piece.employee_id or to not in (None, person.id):
                    continue
                move = Move(
                    piece=piece_key(piece), employee_id=person.id, day=piece.day, start_clock=clock_of(piece.start)
                )
                about = {"monday": self.monday, "number": head.number, "change": move}
                with suppress(Declined):
                    if not try_edit(house.office, house.coordinator, **about).new_violations:
                        yield move

    # --- The week on the coordinator's screen -----------------------------------------------------------

    def card(self, key: str) -> Locator:
        """The card of work of the newest version."""
        pieces = [one for one in self.house.newest.schedule.assignments if one.day in Horizon(self.monday)]
        place = [piece_key(one) for one in pieces].index(key)
        return self.coordinator.page.locator(f".wg .row:not(.lane) .card[data-id='piece {place}']")

    def take(self, move: Move) -> str:
        """Take a card to its new place: the M key, then the cell; the key of the work there."""
        page, before = self.coordinator.page, self.piece(move.piece)
        self.card(move.piece).focus()
        page.keyboard.press("m")
        target = page.locator(f".cell[data-row='{move.employee_id}'][data-day='{move.day.isoformat()}']")
        target.click()
        expect(target.locator(".card:not(.pending)", has_text=clock(before.start).fr)).to_be_visible()
        expect(page.locator(".held, .pending")).to_have_count(0)
        after = f"{move.employee_id}|{before.site_id}|{before.qualification}|{before.start}|{before.end}"
        assert after in self.keys(self.house.newest.head.number)
        return after

    def wait_for(self, number: int, words: str) -> None:
        """Until the coordinator looks at this version."""
        shown = self.coordinator.page.get_by_role("combobox", name=fr("version"))
        expect(shown.first).to_have_value(f"v{number} · {words}")  # the one before it may still be fading
        self.coordinator.settle()
