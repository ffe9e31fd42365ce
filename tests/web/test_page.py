"""Every state of the page in both languages, without a browser: what is said, offered, kept; and that nothing mixes."""

from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from visit import Visit, put, said

from gems.domain.schedule import Schedule
from gems.domain.words import Language, euros
from gems.planning.build import Built
from gems.workbook import read_workbook, write_workbook
from sample_data import generate, planted_weeks
from ui.web.panels.arrival import DEMO_PLAN
from ui.web.panels.result import VIEWS, workbook_bytes
from ui.web.shown import ShownWeek, shown_built
from ui.web.state import Desk
from ui.web.texts import TEXTS

LANGUAGES: tuple[Language, ...] = ("fr", "en")
SECONDS = 120
LONG = 12
"""Letters from which a text of one language is told from the other's."""


def workbook(kept: Schedule | None = None) -> bytes:
    stream = BytesIO()
    write_workbook(generate("small"), stream, schedule=kept)
    return stream.getvalue()


def broken() -> bytes:
    book = load_workbook(BytesIO(workbook()))
    sheet = book["Salariés"]
    heading = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(2, heading["Heures par semaine"]).value = "beaucoup"
    sheet.cell(3, heading["Commune"]).value = "Nulle-Part"
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def states(built: Built, standing: ShownWeek) -> dict[str, Any]:
    return {
        "opening": lambda visit: visit,
        "not built": lambda visit: visit.press("open-sample"),
        "faults": lambda visit: visit.drop(broken()),
        "built": lambda visit: put(visit, shown_built(built)),
        "built again": lambda visit: put(put(visit, standing), shown_built(built)),
        "standing": lambda visit: put(visit, standing),
    }


STATES = ("opening", "not built", "faults", "built", "built again", "standing")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", STATES)
def test_one_language_at_a_time_and_one_strong_button(
    state: str, language: Language, built: Built, standing: ShownWeek
) -> None:
    visit = states(built, standing)[state](Visit(language))
    other: Language = "en" if language == "fr" else "fr"
    foreign = [
        words[other]
        for words in TEXTS.values()
        if words.fr != words.en and "{" not in words.fr and len(words[other]) >= LONG and words[other] in visit.words
    ]
    assert not foreign
    assert len(visit.strong) == 1, visit.strong


def test_the_first_question_is_whose_week() -> None:
    visit = Visit()
    assert said("start.title") in visit.words
    assert said("start.template") in visit.words
    assert visit.strong == [said("start.open")]


def test_an_empty_week_says_what_will_be_here() -> None:
    visit = Visit().press("open-sample")
    assert said("empty.title") in visit.words
    assert visit.strong == [said("build")]
    visit.press("week-before")
    assert "Semaine 47" in visit.words
    assert "Semaine 49" in visit.press("week-after").press("week-after").words


def test_closing_gives_the_first_question_back_and_keeps_the_language() -> None:
    visit = Visit("en").press("open-sample").press("close")
    assert said("start.title", "en") in visit.words
    assert visit.desk.group is None


def test_the_language_is_changed_in_place() -> None:
    visit = Visit().press("open-sample")
    visit.at.segmented_control(key="language").set_value("en").run()
    assert said("empty.title", "en") in visit.words
    assert visit.at.query_params["lang"] in ("en", ["en"])


def test_all_faults_at_once_and_the_same_file_is_read_once() -> None:
    visit = Visit().drop(broken(), "mon groupe.xlsx")
    faults = visit.desk.faults
    assert len(faults) >= 2
    for fault in faults:
        assert fault.cell in visit.words
        assert fault.wrong.fr in visit.words
        assert fault.fix.fr in visit.words
    assert said("faults.many", n=len(faults), file="mon groupe.xlsx") in visit.words
    assert said("faults.download") in visit.strong
    opened = set(visit.desk.opened)
    assert visit.run().desk.opened == opened


def test_a_file_that_is_no_workbook_is_refused_in_words() -> None:
    visit = Visit().drop(b"not a workbook at all")
    assert visit.desk.group is None
    assert said("faults.whole") in visit.words
    assert visit.desk.faults[0].wrong.fr in visit.words


def test_a_workbook_with_a_schedule_shows_it_at_once_and_judged() -> None:
    visit = Visit().drop(workbook(planted_weeks("small")))
    week = visit.desk.plans[visit.desk.horizon]
    assert week.report is None
    assert week.schedule.assignments
    broken = bool(week.verdict.violations)
    worth = said("proof.standing.broken" if broken else "proof.standing", cost=euros(week.cost_cents))
    assert worth in visit.words
    assert visit.at.metric[0].label == said("kpi.served")
    assert visit.strong == [said("build.again")]


def test_the_demonstration_opens_by_itself_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(workbook(planted_weeks("small")))
    monkeypatch.setenv(DEMO_PLAN, str(path))
    visit = Visit()
    assert visit.desk.plans
    assert said("start.title") in visit.press("close").words, "it must not come back"


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_view_of_a_standing_schedule(view: str, language: Language, standing: ShownWeek) -> None:
    visit = put(Visit(language), standing).view(view)
    if view == "rules":
        for found in standing.verdict.violations:
            assert found.words[language] in visit.words
    if view == "hours":
        assert all(person.name in visit.words for person in standing.problem.group.employees)
    if view == "unserved":
        assert all(reason[language] in visit.words for line in standing.unserved for reason in line.reasons)
    if view == "bill":
        assert all(line.title[language] in visit.words for line in standing.bill if line.cents)


def test_broken_rules_are_announced(standing: ShownWeek) -> None:
    visit = put(Visit(), standing)
    number = len(standing.verdict.violations)
    assert number
    assert visit.at.metric[5].value == str(number)
    assert said("rules.see") in visit.words


def test_details_of_each_thing_that_can_be_picked(standing: ShownWeek) -> None:
    visit = put(Visit(), standing)
    group, line = standing.problem.group, standing.unserved[0]
    first = standing.schedule.assignments[0]
    for picked, expected in (
        ("piece 0", group.employee[first.employee_id].name),
        (f"need {line.need_id}", line.reasons[0].fr),
        ("unserved", said("lane")),
        (group.employees[0].id, said("details.jobs")),
    ):
        visit.desk.picked = picked
        assert expected in visit.run().words, picked
        assert said("details.close") in visit.words
    assert said("details.close") not in visit.press("close-details").words
    visit.view("members").desk.picked = group.members[0].id
    assert said("details.people") in visit.run().words


def test_tiles_tell_what_changed(built: Built, standing: ShownWeek) -> None:
    visit = put(put(Visit(), standing), shown_built(built))
    metrics = {metric.label: metric for metric in visit.at.metric}
    law = metrics[said("kpi.law")]
    assert (law.value, law.delta) == ("0", f"-{len(standing.verdict.violations)}")
    assert said("kpi.before") in visit.words


def test_the_workbook_taken_away_holds_the_same_schedule(built: Built) -> None:
    week = shown_built(built)
    for language in LANGUAGES:
        reading = read_workbook(workbook_bytes(Desk(language=language), week))
        assert reading.schedule == built.schedule
        assert reading.group == built.problem.group


def test_two_visitors_share_nothing(standing: ShownWeek) -> None:
    one, other = put(Visit(), standing), Visit("en")
    assert other.desk is not one.desk
    assert other.desk.group is None
    assert standing.problem.group.employees[0].name not in other.words
