"""The workbook on the screen: shown before it is kept, all faults at once, taken away."""

from dataclasses import replace
from io import BytesIO

from openpyxl import load_workbook

from gems.access.policy import Act
from gems.domain.group import Group
from gems.domain.issues import Kind
from gems.planning.deeds import deeds
from gems.planning.group_data import add_record
from gems.workbook import read_workbook, write_workbook
from tests.web.forms import group_of
from tests.web.furnished import House
from tests.web.visit import Visit, Visiting, said


def workbook(group: Group) -> bytes:
    stream = BytesIO()
    write_workbook(group, stream)
    return stream.getvalue()


def broken(group: Group) -> bytes:
    book = load_workbook(BytesIO(workbook(group)))
    sheet = book["Salariés"]
    heading = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(2, heading["Heures par semaine"]).value = "beaucoup"
    sheet.cell(3, heading["Commune"]).value = "Nulle-Part"
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def drop(visit: Visit, content: bytes, name: str = "groupe.xlsx") -> Visit:
    return visit.after(visit.at.file_uploader[0].upload(name, content))


def test_an_import_shows_what_it_would_change_then_does_it(house: House, visiting: Visiting) -> None:
    group = group_of(house)
    renamed = replace(group.members[0], name="EHPAD Nouveau Nom")
    new = replace(group.members[0], id="M998", name="Mairie de Sainte-Fiction")
    after = replace(group, members=(renamed, *group.members[1:], new))
    visit = drop(visiting(path="reglages", rubrique="workbook"), workbook(after))
    assert said("import.about") in visit.words
    assert f"{group.members[0].name} → EHPAD Nouveau Nom" in visit.words
    assert said("difference.added", name=new.name) in visit.words
    assert group_of(house) == group, "looking keeps nothing"
    assert visit.strong == [said("import.now")]
    visit.press("import-now")
    assert group_of(house).members[0] == renamed
    assert said("import.done", file="groupe.xlsx") in visit.words
    assert said("import.nothing") not in visit.words, "the drop zone is empty again"


def test_an_import_that_says_nothing_new_offers_nothing(house: House, visiting: Visiting) -> None:
    visit = drop(visiting(path="reglages", rubrique="workbook"), workbook(group_of(house)))
    assert said("import.nothing") in visit.words
    assert visit.strong == []


def test_a_preview_that_was_overtaken_imports_nothing(house: House, visiting: Visiting) -> None:
    group = group_of(house)
    after = replace(group, members=(replace(group.members[0], phone="05 55 11 22 33"), *group.members[1:]))
    visit = drop(visiting(path="reglages", rubrique="workbook"), workbook(after))
    new = replace(group.members[0], id="M999", name="Venu entre-temps")
    add_record(house.office, house.coordinator, kind=Kind.MEMBER, record=new)
    visit.press("import-now")
    assert new.id in group_of(house).member, "what came meanwhile was never seen to go"


def test_all_faults_of_a_workbook_at_once_with_an_annotated_copy(house: House, visiting: Visiting) -> None:
    content = broken(group_of(house))
    visit = drop(visiting(path="reglages", rubrique="workbook"), content, "mon groupe.xlsx")
    faults = read_workbook(content).faults
    assert len(faults) >= 2
    for fault in faults:
        assert fault.cell in visit.words
        assert fault.wrong.fr in visit.words
    assert said("faults.many", n=len(faults), file="mon groupe.xlsx") in visit.words
    assert visit.strong == [said("faults.download")]


def test_a_file_that_is_no_workbook_is_refused_in_words(house: House, visiting: Visiting) -> None:
    visit = drop(visiting(path="reglages", rubrique="workbook"), b"not a workbook at all")
    assert said("faults.whole") in visit.words


def test_the_export_is_written_down_in_the_history(house: House, visiting: Visiting) -> None:
    visit = visiting(path="reglages", rubrique="workbook").press("export")
    assert said("workbook.take") in visit.strong
    assert deeds(house.office, house.coordinator)[0].act == Act.EXPORT_GROUP
