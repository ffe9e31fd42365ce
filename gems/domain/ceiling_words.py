"""What demand allows, in sentences."""

from collections.abc import Sequence

from gems.domain.ceiling import Ceiling, Room, fewest_short
from gems.domain.group import Group
from gems.domain.words import Words, hours, listing, percent, same

NOT_ALLOWED = Words(
    "La demande ne le permet pas à tous : {n} au moins n'y arrivent pas, quel que soit le planning. Sur {able} au "
    "plus, {near} y arrivent ({share}).",
    "Demand does not allow it to everybody: {n} at least do not manage, whatever the plan. Of {able} at most, "
    "{near} manage ({share}).",
)
OF_ROOM = {
    Room.ALONE: Words(
        "{person} : la demande permet {most} au plus sur {due}, même si tout ce que cette personne peut servir lui "
        "revenait.",
        "{person}: demand allows {most} at most of {due}, even if everything that this person can serve were theirs.",
    ),
    Room.PUBLIC: Words(
        "{person} : la demande permet {most} au plus sur {due}, même si tout ce que cette personne peut servir lui "
        "revenait : chez les collectivités, la moitié de l'année au plus est permise.",
        "{person}: demand allows {most} at most of {due}, even if everything that this person can serve were theirs: "
        "at territorial public members, half of the year at most is allowed.",
    ),
    Room.TOGETHER: Words(
        "{person} : avec {others}, la demande permet {most} au plus sur {due} pour eux tous, même si tout ce qu'ils "
        "peuvent servir leur revenait. Ils se disputent les mêmes heures : l'un d'eux au moins reste loin des siennes.",
        "{person}: with {others}, demand allows {most} at most of {due} for all of them, even if everything that they "
        "can serve were theirs. They compete for the same hours: one of them at least stays short.",
    ),
    Room.PUBLIC_TOGETHER: Words(
        "{person} : avec {others}, la demande permet {most} au plus sur {due} pour eux tous, même si tout ce qu'ils "
        "peuvent servir leur revenait : chez les collectivités, la moitié de l'année de chacun au plus est permise. "
        "Ils se disputent les mêmes heures : l'un d'eux au moins reste loin des siennes.",
        "{person}: with {others}, demand allows {most} at most of {due} for all of them, even if everything that they "
        "can serve were theirs: at territorial public members, half of each one's year at most is allowed. They "
        "compete for the same hours: one of them at least stays short.",
    ),
    Room.ENOUGH: Words(
        "{person} : la demande permettrait jusqu'à {most} sur {due} si tout ce que cette personne peut servir lui "
        "revenait ; rien ne prouve qu'elle empêche de finir l'année à ses heures.",
        "{person}: demand would allow up to {most} of {due} if everything that this person can serve were theirs; "
        "nothing proves that it keeps the year from closing at its hours.",
    ),
}


def allowed_words(ceilings: Sequence[Ceiling], near: int, full_timers: Sequence[str]) -> Words | None:
    """How many close near, of as many as demand allows at most; None where nobody is known to be kept from it."""
    held = fewest_short(ceilings, full_timers)
    if not held:
        return None
    able = len(full_timers) - held
    share = percent(near / able if able else 1.0)
    return NOT_ALLOWED.fill(n=held, near=near, able=able, share=share)


def ceiling_words(group: Group, one: Ceiling) -> Words:
    """What demand allows to one person, and why no more."""
    return OF_ROOM[one.room].fill(
        person=same(group.employee[one.employee_id].name),
        others=listing([group.employee[other].name for other in one.with_ids]),
        most=hours(one.most),
        due=hours(one.due),
    )


def rival_names(group: Group, one: Ceiling) -> str:
    """Those who compete for the same hours, by name."""
    return ", ".join(group.employee[other].name for other in one.with_ids)
