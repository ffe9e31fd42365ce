"""Parts of a question that share no hours: no job and home reach requests of two of them, so each is composed alone."""

from collections.abc import Container
from dataclasses import replace

from gems.domain.composition import ComposeQuestion
from solver.compose.kinds import Possible


def parts_of(possible: Possible) -> list[ComposeQuestion]:
    """Questions with the requests of one part each, in the order of the requests; what nobody reaches is in none."""
    question = possible.question
    needs = question.fortnight.needs
    part: dict[str, set[str]] = {}
    for kind in possible.widest:
        reached = {need.request.id for need in possible.reach(kind.job, kind.home, needs)}
        joined = reached.union(*(part[request] for request in reached if request in part))
        part.update(dict.fromkeys(joined, joined))
    found: dict[int, ComposeQuestion] = {}
    for request in question.fortnight.group.requests:
        own = part.get(request.id)
        if own is not None and id(own) not in found:
            found[id(own)] = only(question, own)
    return list(found.values())


def only(question: ComposeQuestion, requests: Container[str]) -> ComposeQuestion:
    """The same question about some of its requests, by their ids."""
    fortnight = question.fortnight
    kept = tuple(request for request in fortnight.group.requests if request.id in requests)
    return replace(question, fortnight=replace(fortnight, group=replace(fortnight.group, requests=kept)))
