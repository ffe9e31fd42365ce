"""What demand allows, in sentences."""

from gems.domain.ceiling import Ceiling, Room
from gems.domain.group import Group
from gems.domain.words import Words, hours, listing, percent, same

NOT_ALLOWED = Words(
    "La demande ne le permet pas à {n} des autres ; là où elle le permet, {near} sur {able} y arrivent ({share}).",
    "Demand does not allow it to {n} of the others; where it does, {near} of {able} manage ({share}).",
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
        "peuvent servir leur revenait ; cette personne en a sa part.",
        "{person}: with {others}, demand allows {most} at most of {due} for all of them, even if everything that they "
        "can serve were theirs; this person has an even part of it.",
    ),
    Room.ENOUGH: Words(
        "{person} : la demande permettrait jusqu'à {most} sur {due} si tout ce que cette personne peut servir lui "
        "revenait ; rien ne prouve qu'elle empêche de finir l'année à ses heures.",
        "{person}: demand would allow up to {most} of {due} if everything that this person can serve were theirs; "
        "nothing proves that it keeps the year from closing at its hours.",
    ),
}


def allowed_words(ceilings: tuple[Ceiling, ...], near: int, people: int) -> Words | None:
    """How many close near where demand allows; None where it is not known to stand in anybody's way."""
    held = sum(not one.allows for one in ceilings)
    if not held:
        return None
    able = people - held
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
