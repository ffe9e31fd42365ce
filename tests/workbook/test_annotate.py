"""The file given back: faulty cells red with a note, everything else as it was."""

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from gems.workbook import annotate, read_workbook
from gems.workbook.styles import RED_FILL, YELLOW_FILL
from tests.workbook.files import edited, saved, workbook_of
from tests.workbook.small_group import GROUP, SCHEDULE

SPOILT = edited(
    workbook_of(GROUP, SCHEDULE), {("Salariés", "I2"): "beaucoup", ("Lieux", "B2"): "M99", ("Lieux", "F1"): "Note"}
)


def annotated(source: bytes) -> Workbook:
    return load_workbook(BytesIO(annotate(source, read_workbook(source).faults)))


def test_faulty_cells_are_red_with_a_note() -> None:
    workbook = annotated(SPOILT)
    cell = workbook["Salariés"]["I2"]
    assert cell.value == "beaucoup"
    assert cell.fill.fgColor.rgb == RED_FILL.fgColor.rgb
    assert cell.comment is not None
    assert "n'est pas une durée" in cell.comment.text
    assert workbook["Lieux"]["B2"].fill.fgColor.rgb == RED_FILL.fgColor.rgb
    assert workbook["Lieux"]["F1"].fill.fgColor.rgb == YELLOW_FILL.fgColor.rgb


def test_all_faults_are_listed_in_front_with_links() -> None:
    first = annotated(SPOILT).worksheets[0]
    assert first.title == "À corriger"
    listed = [(row[0].value, row[1].value) for row in first.iter_rows(min_row=2)]
    assert listed == [(fault.sheet, fault.cell) for fault in read_workbook(SPOILT).faults]
    assert first["B2"].hyperlink.location or first["B2"].hyperlink.target


def test_everything_else_stays() -> None:
    before, after = load_workbook(BytesIO(SPOILT)), annotated(SPOILT)
    assert after.sheetnames == ["À corriger", *before.sheetnames]
    for sheet in before.worksheets:
        assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
            [cell.value for cell in row] for row in after[sheet.title].iter_rows()
        ]
        assert sheet.freeze_panes == after[sheet.title].freeze_panes
        assert sheet.data_validations.count == after[sheet.title].data_validations.count


def test_once_corrected_the_marks_go_away() -> None:
    source = BytesIO(annotate(SPOILT, read_workbook(SPOILT).faults))
    corrected = edited(source.getvalue(), {("Salariés", "I2"): "35 h", ("Lieux", "B2"): "M01", ("Lieux", "F1"): None})
    assert read_workbook(corrected).group == GROUP
    again = annotated(corrected)
    assert again["Salariés"]["I2"].comment is None
    assert again["Salariés"]["I2"].fill.fill_type is None
    assert again.worksheets[0].max_row == 1
    assert again.sheetnames.count("À corriger") == 1


def test_a_person_s_own_note_is_kept() -> None:
    workbook = load_workbook(BytesIO(SPOILT))
    workbook["Salariés"]["I2"].comment = Comment("à voir avec Camille", "Dominique")
    source = saved(workbook)
    marked = annotate(source, read_workbook(source).faults)
    note = load_workbook(BytesIO(marked))["Salariés"]["I2"].comment
    assert note is not None
    assert note.text.startswith("à voir avec Camille")
    assert "n'est pas une durée" in note.text
    kept = load_workbook(BytesIO(annotate(marked, ())))["Salariés"]["I2"].comment
    assert kept is not None
    assert kept.text == "à voir avec Camille"


def test_formulas_stay_formulas() -> None:
    workbook = load_workbook(BytesIO(SPOILT))
    workbook["Adhérents"]["F9"] = "=1+1"
    assert annotated(saved(workbook))["Adhérents"]["F9"].value == "=1+1"


def test_a_fault_inside_a_merged_area_marks_its_first_cell() -> None:
    workbook = load_workbook(BytesIO(SPOILT))
    workbook["Lieux"].merge_cells("B2:B3")
    source = saved(workbook)
    assert annotated(source)["Lieux"]["B2"].fill.fgColor.rgb == RED_FILL.fgColor.rgb


@pytest.mark.parametrize("source", [b"", b"no workbook", b"PK\x03\x04 broken"])
def test_an_unreadable_file_gives_the_list_alone(source: bytes) -> None:
    workbook = annotated(source)
    assert workbook.sheetnames == ["À corriger"]
    assert "n'est pas un classeur" in str(workbook.worksheets[0]["D2"].value)


def test_english_words() -> None:
    marked = annotate(SPOILT, read_workbook(SPOILT).faults, "en")
    assert load_workbook(BytesIO(marked)).sheetnames[0] == "To correct"
