"""Files made to hurt, each a few kilobytes to a few megabytes, built without any spreadsheet library."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
MACRO_TYPES = TYPES.replace(
    "openxmlformats-officedocument.spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled.main"
)
ROOT_RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
WORKBOOK = (
    f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
    '<sheet name="Adhérents" sheetId="1" r:id="r1"/></sheets></workbook>'
)
SHEET_RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
)
HEADINGS = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Identifiant</t></is></c>'
    '<c r="B1" t="inlineStr"><is><t>Nom</t></is></c></row>'
)


def sheet(rows: str, tail: str = "", head: str = "") -> bytes:
    """A worksheet part."""
    return f'{head}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{tail}</worksheet>'.encode()


def parts(**changes: bytes) -> dict[str, bytes]:
    """The parts of a sound workbook of one sheet."""
    found = {
        "[Content_Types].xml": TYPES.encode(),
        "_rels/.rels": ROOT_RELATIONS.encode(),
        "xl/workbook.xml": WORKBOOK.encode(),
        "xl/_rels/workbook.xml.rels": SHEET_RELATIONS.encode(),
        "xl/worksheets/sheet1.xml": sheet(HEADINGS),
    }
    return found | changes


def zipped(content: dict[str, bytes]) -> bytes:
    """A zip of these parts."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return stream.getvalue()


def with_sheet(data: bytes) -> bytes:
    """A workbook with this worksheet part."""
    return zipped(parts() | {"xl/worksheets/sheet1.xml": data})


def with_part(name: str, data: bytes = b"<x/>") -> bytes:
    """A workbook with one more part."""
    return zipped(parts() | {name: data})


def _cell(place: str, value: str = "x") -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'


def million_cells(rows: int, columns: int = 50) -> bytes:
    """Rows of short numbers."""
    line = "".join("<c><v>1</v></c>" for _ in range(columns))
    return sheet(HEADINGS + "".join(f'<row r="{number}">{line}</row>' for number in range(2, rows + 2)))


def lying_sizes() -> bytes:
    """60 MiB of spaces whose directory claims a few bytes."""
    data = bytearray(with_sheet(sheet(HEADINGS) + b" " * (60 * 1024 * 1024)))
    real = (60 * 1024 * 1024 + len(sheet(HEADINGS))).to_bytes(4, "little")
    return bytes(data.replace(real, (100).to_bytes(4, "little")))


_TENFOLD = "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True))
ENTITY_BOMB = f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{_TENFOLD}]>'
"""&i; is a thousand million letters."""
EXTERNAL_ENTITY = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


UNREADABLE, TOO_MUCH = "n'est pas un classeur Excel lisible", "beaucoup trop de données"
Refused = tuple[str, bytes, str]
"""Name, bytes, words of the refusal."""


def refused() -> Iterator[Refused]:
    """Files that are not read at all."""
    yield from _bad_packages()
    yield from _bad_contents()


def _bad_packages() -> Iterator[Refused]:
    yield "empty file", b"", UNREADABLE
    yield "text", b"Identifiant;Nom\nM01;Les Tilleuls\n", UNREADABLE
    yield "zip cut short", zipped(parts())[:-40], UNREADABLE
    yield "zip of something else", zipped({"hello.txt": b"hello"}), UNREADABLE
    yield "old format or password", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 5000, "mot de passe"
    yield "over five megabytes", b"PK" + b"\0" * (6 * 1024 * 1024), "trop gros"
    yield "macros", with_part("xl/vbaProject.bin", b"\0"), "macros"
    yield "macros by another name", with_part("[Content_Types].xml", MACRO_TYPES.encode()), "macros"
    yield "old macro sheet", with_part("xl/macrosheets/sheet1.xml"), "macros"
    yield "external link", with_part("xl/externalLinks/externalLink1.xml"), "liens"
    yield "data connection", with_part("xl/connections.xml"), "liens"
    yield "path that climbs", with_part("xl/../../evil.xml"), UNREADABLE
    yield "absolute path", with_part("/etc/evil.xml"), UNREADABLE
    yield "path with a drive", with_part("C:\\evil.xml"), UNREADABLE
    yield "300 members", zipped(parts() | {f"xl/media/{number}.png": b"x" for number in range(300)}), TOO_MUCH


def _bad_contents() -> Iterator[Refused]:
    yield "101 MiB of cells", with_sheet(sheet(HEADINGS) + b" " * (101 * 1024 * 1024)), TOO_MUCH
    yield "60 MiB behind a lying directory", lying_sizes(), UNREADABLE
    yield "one million cells", with_sheet(million_cells(20_000)), TOO_MUCH
    yield "five hundred thousand rows", with_sheet(sheet(HEADINGS + '<row r="1"/>' * 2_000_000)), TOO_MUCH
    yield "heavy styles", with_part("xl/styles.xml", b"<styleSheet>" + b"<xf/>" * 100_000 + b"</styleSheet>"), TOO_MUCH
    yield (
        "a hundred thousand merged areas",
        with_sheet(sheet(HEADINGS, "<mergeCells>" + '<mergeCell ref="A1:B2"/>' * 100_000 + "</mergeCells>")),
        TOO_MUCH,
    )
    yield (
        "entity bomb",
        with_sheet(sheet(HEADINGS + f'<row r="2">{_cell("A2", "&i;")}</row>', head=ENTITY_BOMB)),
        UNREADABLE,
    )
    yield (
        "external entity",
        with_sheet(sheet(HEADINGS + f'<row r="2">{_cell("A2", "&a;")}</row>', head=EXTERNAL_ENTITY)),
        UNREADABLE,
    )
    yield (
        "entity bomb in UTF-16",
        with_sheet(
            ('<?xml version="1.0" encoding="utf-16"?>' + sheet(HEADINGS, head=ENTITY_BOMB).decode()).encode("utf-16")
        ),
        UNREADABLE,
    )
    yield (
        "entity bomb in another alphabet",
        with_sheet(
            ('<?xml version="1.0" encoding="cp037"?>' + sheet(HEADINGS, head=ENTITY_BOMB).decode()).encode("cp037")
        ),
        "endommagé",
    )
    yield (
        "entity in the strings",
        with_part("xl/sharedStrings.xml", f"{EXTERNAL_ENTITY}<sst>&a;</sst>".encode()),
        UNREADABLE,
    )
    yield "cells hidden in a comment", with_sheet(sheet(HEADINGS + "<!--" + "<c >" * 300_000 + "-->")), UNREADABLE
    yield "torn XML", with_sheet(sheet(HEADINGS)[:-30]), "endommagé"
    yield "two parts of one name", _repeated_names(), UNREADABLE


def _repeated_names() -> bytes:
    """Two parts of one name: which one is read depends on the reader."""
    import warnings

    stream = BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with ZipFile(stream, "w") as archive:
            for name, data in [*parts().items(), ("xl/workbook.xml", b"<workbook/>")]:
                archive.writestr(name, data)
    return stream.getvalue()


def neutralised() -> Iterator[tuple[str, bytes]]:
    """Files that are read within bounds, whatever they pretend."""
    far = HEADINGS + f'<row r="1000000">{_cell("ZZ1000000")}</row>'
    yield "a cell at ZZ1000000", with_sheet(sheet(far))
    yield "a cell at XFD1048576", with_sheet(sheet(f'<row r="1048576">{_cell("XFD1048576")}</row>'))
    yield (
        "dimensions that lie",
        with_sheet(sheet(HEADINGS).replace(b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>')),
    )
    yield (
        "merged to the end of the world",
        with_sheet(sheet(HEADINGS, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
    )
    yield (
        "columns styled to the end",
        with_sheet(
            sheet(HEADINGS).replace(b"<sheetData>", b'<cols><col min="1" max="16384" width="9"/></cols><sheetData>')
        ),
    )
    yield "a cell of a megabyte", with_sheet(sheet(HEADINGS + f'<row r="2">{_cell("A2", "x" * 1_000_000)}</row>'))
    yield (
        "a number of a thousand digits",
        with_sheet(sheet(HEADINGS + f'<row r="2"><c r="A2"><v>{"9" * 1000}</v></c></row>')),
    )
    yield (
        "twenty thousand lines",
        with_sheet(
            sheet(HEADINGS + "".join(f'<row r="{n}">{_cell(f"A{n}")}{_cell(f"B{n}")}</row>' for n in range(2, 20_002)))
        ),
    )
    yield (
        "a DDE formula",
        with_sheet(sheet(HEADINGS + '<row r="2"><c r="A2" t="str"><f>cmd|\' /C calc\'!A0</f><v>M01</v></c></row>')),
    )
    yield (
        "a link formula",
        with_sheet(
            sheet(
                HEADINGS + '<row r="2"><c r="A2" t="str"><f>HYPERLINK("http://example.org","x")</f><v>M01</v></c></row>'
            )
        ),
    )
    yield (
        "formulas without end",
        with_sheet(
            sheet(HEADINGS + "".join(f'<row r="{n}"><c r="A{n}"><f>A{n - 1}+1</f></c></row>' for n in range(2, 9_000)))
        ),
    )
    yield (
        "five thousand areas merged over each other",
        with_sheet(
            sheet(
                HEADINGS + "".join(f'<row r="{n}">{_cell(f"A{n}")}</row>' for n in range(2, 5_000)),
                "<mergeCells>" + '<mergeCell ref="A2:A20000"/>' * 4_900 + "</mergeCells>",
            )
        ),
    )
