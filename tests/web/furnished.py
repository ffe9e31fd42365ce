"""The demonstration of the small sample in a database of its own: who may look at it, and what may befall its week."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from gems.access.accounts import actor_of
from gems.access.policy import Actor, Role
from gems.domain.group import Group
from gems.domain.life import AnswerKind, Side, Version, VersionHead, VersionState, piece_key
from gems.domain.schedule import Schedule
from gems.planning.office import Office
from gems.planning.week.answer import PieceAnswer, answer_as_employee, answer_as_member
from gems.planning.week.propose import proposal_progress, propose, revise
from gems.planning.week.publish import publish
from gems.planning.week.sight import week_sight
from gems.store.accounts import Accounts
from sample_data import planted_weeks
from ui.demonstration import Person

DESPITE, REASON = "accord donné au téléphone", "le lundi ne va pas"


@dataclass(frozen=True)
class House:
    """The group of a demonstration, its office, and somebody of each role."""

    office: Office
    people: tuple[Person, ...]

    @property
    def actors(self) -> Mapping[Role, Actor]:
        """Who is signed in as whom."""
        with self.office.store.reading() as connection:
            accounts = Accounts(connection)
            found = [account for one in self.people if (account := accounts.named(one.login)) is not None]
        return {actor.role: actor for actor in map(actor_of, found)}

    @property
    def coordinator(self) -> Actor:
        return self.actors[Role.COORDINATOR]

    @property
    def monday(self) -> date:
        """Of the week that the demonstration plans."""
        return planted_weeks("small").horizon.first

    @property
    def newest(self) -> Version:
        """The version that the coordinator sees first."""
        version = week_sight(self.office, self.coordinator, monday=self.monday).version
        assert version is not None
        return version

    # --- What may befall the week -----------------------------------------------------------------------

    def redraft(self, schedule: Schedule) -> VersionHead:
        """A draft of one's own in place of the one that was open, copied from it."""
        old = self.newest.head
        with self.office.store.write(self.coordinator.group_id) as work:
            work.versions.move(old, VersionState.REPLACED)
            return work.versions.add(schedule, by="Léa", profile=old.profile, prices={}, based_on=old.number)

    def propose(self) -> VersionHead:
        head = self.newest.head
        return propose(self.office, self.coordinator, monday=self.monday, number=head.number, edit=head.edit)

    def object(self) -> str:
        """The member says no to the first line they are asked about; its key."""
        member = self.actors[Role.MEMBER]
        group, version = self.group, self.newest
        mine = [one for one in version.schedule.assignments if group.site[one.site_id].member_id == member.member_id]
        answer = PieceAnswer(piece=piece_key(mine[0]), kind=AnswerKind.OBJECT, reason=REASON)
        assert member.member_id is not None
        answer_as_member(
            self.office,
            member,
            member_id=member.member_id,
            monday=self.monday,
            number=version.head.number,
            answers=(answer,),
        )
        return answer.piece

    def agree(self) -> None:
        """Everybody says yes to all they are asked."""
        version, group = self.newest, self.group
        progress = proposal_progress(self.office, self.coordinator, monday=self.monday, number=version.head.number)
        for one in progress.asked:
            mine = tuple(
                PieceAnswer(piece=piece_key(piece), kind=AnswerKind.AGREE)
                for piece in version.schedule.assignments
                if one.id in (piece.employee_id, group.site[piece.site_id].member_id)
            )
            about = {"monday": self.monday, "number": version.head.number, "answers": mine}
            if one.side is Side.MEMBER:
                actor = replace(self.actors[Role.MEMBER], member_id=one.id)
                answer_as_member(self.office, actor, member_id=one.id, **about)
            else:
                actor = replace(self.actors[Role.EMPLOYEE], employee_id=one.id)
                answer_as_employee(self.office, actor, employee_id=one.id, **about)

    def publish(self) -> VersionHead:
        head = self.newest.head
        return publish(
            self.office, self.coordinator, monday=self.monday, number=head.number, edit=head.edit, despite=DESPITE
        )

    def revise(self) -> VersionHead:
        return revise(self.office, self.coordinator, monday=self.monday, number=self.newest.head.number)

    @property
    def group(self) -> Group:
        """The data as it stands."""
        with self.office.store.read(self.coordinator.group_id) as work:
            return work.group


def spoiled() -> Schedule:
    """The week hidden in the sample, where somebody works twice at once."""
    kept = planted_weeks("small")
    first = kept.assignments[0]
    twice = replace(first, start=first.start + 1, mission_id=None)
    return replace(kept, assignments=(*kept.assignments, twice))
