"""The roster file of the family: XML, one `Assign` a shift."""

from pathlib import Path
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

from defusedxml.ElementTree import parse

Rosters = dict[str, list[tuple[int, str]]]
"""Each person's (day, shift) pairs as the file has them, so that a day given twice is seen."""


def write_solution(path: Path, instance_name: str, rosters: Rosters) -> None:
    """Write the rosters of an instance."""
    root = Element("Roster")
    SubElement(root, "SchedulingPeriodFile").text = f"{instance_name}.ros"
    for staff, shifts in rosters.items():
        person = SubElement(root, "Employee", ID=staff)
        for day, shift in sorted(shifts):
            assign = SubElement(person, "Assign")
            SubElement(assign, "Day").text = str(day)
            SubElement(assign, "Shift").text = shift
    indent(root)
    ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)


def read_solution(path: Path) -> Rosters:
    """The rosters in a file; raises ValueError where it is none."""
    found: Rosters = {}
    for person in parse(path).getroot().iter("Employee"):
        shifts = [(int(assign.findtext("Day", "")), assign.findtext("Shift", "")) for assign in person.iter("Assign")]
        found.setdefault(person.get("ID", ""), []).extend(shifts)
    return found
