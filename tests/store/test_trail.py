"""The history of acts."""

from dataclasses import replace

from gems.domain.group import Settings
from gems.domain.life import Deed
from gems.domain.words import Words
from gems.store.store import Store

DEED = Deed(
    at=1_800_000_000,
    who="Léa",
    role="coordinator",
    act="publish_week",
    subject="semaine 48",
    words=Words("Semaine publiée « tôt »", "Week published"),
)


def test_acts_come_back_the_latest_first_page_by_page(store: Store) -> None:
    """Also those of one second."""
    number, other = store.add_group(Settings(name="Les Prés")), store.add_group(Settings(name="Les Champs"))
    acts = [replace(DEED, subject=f"semaine {week}") for week in range(5)]
    with store.write(number) as work:
        for act in acts:
            work.trail.add(act)
    with store.read(number) as work:
        assert list(work.trail.deeds()) == acts[::-1]
        assert [*work.trail.deeds(limit=2), *work.trail.deeds(limit=9, skip=2)] == acts[::-1]
    with store.read(other) as work:
        assert work.trail.deeds() == ()
