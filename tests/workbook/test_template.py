"""The template: empty and sound, with drop-downs; its examples make a sound group."""

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from gems.domain.group import Group
from gems.domain.words import Language
from gems.workbook import read_workbook, write_template
from gems.workbook.sheets import SHEETS
from gems.workbook.styles import REQUIRED_FONT


def template(*, examples: bool = False, language: Language = "fr") -> bytes:
    stream = BytesIO()
    write_template(stream, examples=examples, language=language)
    return stream.getvalue()


def opened(source: bytes) -> Workbook:
    return load_workbook(BytesIO(source))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_empty_it_is_a_group_without_anything(language: Language) -> None:
    reading = read_workbook(template(language=language))
    assert reading.faults == ()
    assert reading.group is not None
    assert reading.group == Group(settings=reading.group.settings)
    assert reading.schedule is None


@pytest.mark.parametrize("language", ["fr", "en"])
def test_its_examples_are_sound(language: Language) -> None:
    reading = read_workbook(template(examples=True, language=language))
    assert reading.faults == ()
    assert reading.group is not None
    assert len(reading.group.members) == 2
    assert reading.schedule is not None
    assert len(reading.schedule.assignments) == 1


def test_every_required_column_has_an_example_and_stands_out() -> None:
    workbook = opened(template())
    for sheet in SHEETS:
        for place, column in enumerate(sheet.columns, start=1):
            if column.required:
                assert column.example is not None, column.field
                if not sheet.vertical:
                    colour = workbook[sheet.title.fr].cell(1, place).font.color
                    assert colour is not None
                    assert colour.rgb == REQUIRED_FONT.color.rgb


def test_drop_downs_offer_choices_and_other_sheets() -> None:
    workbook = opened(template())
    offered = {
        (sheet.title, str(guide.sqref).split(":")[0]): guide.formula1
        for sheet in workbook.worksheets
        for guide in sheet.data_validations.dataValidation
        if guide.type == "list"
    }
    assert offered["Demandes", "F2"] == '"fixe,plage,volume"'
    assert offered["Demandes", "B2"] == "'Adhérents'!$A$2:$A$1000"
    assert offered["Planning", "I2"] == '"oui,non"'
    assert offered["Réglages", "B6"] == '"A,B,C"'


def test_nothing_is_longer_than_excel_allows() -> None:
    for sheet in opened(template(language="en")).worksheets:
        assert len(sheet.title) <= 31
        for guide in sheet.data_validations.dataValidation:
            assert len(guide.promptTitle or "") <= 32
            assert len(guide.prompt or "") <= 255
            assert len(guide.formula1 or "") <= 255
