"""The history of acts."""

from dataclasses import replace

from gems.domain.group import Settings
from gems.domain.life import Deed
from gems.domain.words import Words
from gems.store.store import Store
from gems.store.trail import AT_ONCE

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


def test_the_history_is_searched_by_person_act_subject_and_text(store: Store) -> None:
    number, other = store.add_group(Settings(name="Les Prés")), store.add_group(Settings(name="Les Champs"))
    sign_in = replace(DEED, who="Zoé", act="sign_in", subject="Zoé", words=Words("Connexion", "Signed in"))
    acts = [replace(DEED, subject=f"semaine {week}") for week in range(AT_ONCE + 3)]
    with store.write(number) as work:
        for act in (sign_in, *acts):
            work.trail.add(act)
    with store.read(number) as work:
        found = work.trail.deeds
        assert found(who="Zoé") == found(act="sign_in") == found(text="CONNEX") == (sign_in,)
        assert found(subject="semaine 3") == (acts[3],)
        assert found(text="« TÔT »", limit=2, skip=AT_ONCE + 1) == (acts[1], acts[0])
        assert found(who="Zoé", act="publish_week") == ()
        assert work.trail.doers() == ("Léa", "Zoé")
        assert work.trail.acts() == ("publish_week", "sign_in")
    with store.read(other) as work:
        assert work.trail.doers() == work.trail.acts() == ()


def test_the_last_act_on_each_subject_is_found_for_all_at_once(store: Store) -> None:
    number, other = store.add_group(Settings(name="Les Prés")), store.add_group(Settings(name="Les Champs"))
    again = replace(DEED, who="Zoé")
    elsewhere = replace(DEED, subject="semaine 49")
    another_act = replace(DEED, act="sign_in")
    with store.write(number) as work:
        for act in (DEED, elsewhere, again, another_act):
            work.trail.add(act)
    with store.read(number) as work:
        last = work.trail.latest(["publish_week"], ["semaine 48", "semaine 50"])
        assert last == {"semaine 48": again}
        assert work.trail.latest(["publish_week", "sign_in"], ["semaine 48"]) == {"semaine 48": another_act}
        assert work.trail.latest(["publish_week"], []) == {}
    with store.read(other) as work:
        assert work.trail.latest(["publish_week"], ["semaine 48"]) == {}
