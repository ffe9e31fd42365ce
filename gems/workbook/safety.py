"""Files from elsewhere are bounded and inspected before any library reads them.

Measured on files made to hurt (tests/workbook/test_hostile.py): openpyxl alone needs gigabytes or minutes for some
files of a few kilobytes. So: a small file, few members, little to unpack, few tags, no macro, no link, no entity.
"""

import re
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from gems.domain.words import Words
from gems.workbook.faults import UnsafeFile

MEBIBYTE = 1024 * 1024
MOST_BYTES = 5 * MEBIBYTE
MOST_MEMBERS = 200
MOST_UNPACKED = 50 * MEBIBYTE
MOST_TAGS = 1_500_000
"""Over all cells and strings: three times what 350 people and a year of requests need."""
MOST_PART_TAGS = 60_000
"""In any other part (styles, properties…): openpyxl builds an object for each."""
MOST_EXTRAS = 5_000
"""Of each kind of object that openpyxl builds beside cells."""
_EXTRAS = (b"mergeCell ", b"dataValidation ", b"cfRule", b"conditionalFormatting ", b"hyperlink ", b"<brk", b"<ext ")
_CHUNK = 256 * 1024
_OLE = b"\xd0\xcf\x11\xe0"
_ENCODING = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']""")

SAVE_AGAIN = Words(
    "Ouvrez-le dans votre tableur et enregistrez-le au format « Classeur Excel (.xlsx) », sans mot de passe ni macro.",
    "Open it in your spreadsheet program and save it as “Excel workbook (.xlsx)”, without password or macros.",
)
SPLIT = Words(
    "Retirez ce qui ne sert pas (feuilles, lignes vides, images), puis recommencez.",
    "Remove what is not needed (sheets, empty rows, pictures), then try again.",
)


def inspect(data: bytes) -> None:
    """Raises UnsafeFile when the file is too big, damaged, or holds what a group's data never needs."""
    if len(data) > MOST_BYTES:
        size = f"{len(data) / MEBIBYTE:.0f}"
        raise UnsafeFile(
            Words(f"Le fichier est trop gros ({size} Mo ; 5 au plus).", f"The file is too big ({size} MB; at most 5)."),
            SPLIT,
        )
    if data.startswith(_OLE):
        raise UnsafeFile(
            Words(
                "Le fichier est protégé par un mot de passe, ou dans l'ancien format .xls.",
                "The file is password-protected, or in the old .xls format.",
            ),
            SAVE_AGAIN,
        )
    try:
        with ZipFile(BytesIO(data)) as archive:
            _inspect_members(archive.infolist())
            _inspect_content(archive)
    except (BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError) as problem:
        raise _damaged() from problem


def _inspect_members(members: list[ZipInfo]) -> None:
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_UNPACKED:
        raise _too_much()
    names = [member.filename.casefold() for member in members]
    if len(set(names)) < len(names) or not {"[content_types].xml", "xl/workbook.xml"} <= set(names):
        raise _damaged()
    for name in names:
        if "\\" in name or ":" in name or name.startswith("/") or ".." in PurePosixPath(name).parts:
            raise _damaged()
        if "vbaproject" in name or name.startswith(("xl/macrosheets/", "xl/activex/")):
            raise _macros()
        if name.startswith(("xl/externallinks/", "xl/querytables/")) or name == "xl/connections.xml":
            raise UnsafeFile(
                Words(
                    "Le fichier contient des liens vers d'autres fichiers.", "The file contains links to other files."
                ),
                Words(
                    "Dans Excel : Données, Modifier les liaisons, Rompre la liaison ; puis enregistrez.",
                    "In Excel: Data, Edit links, Break link; then save.",
                ),
            )


def _inspect_content(archive: ZipFile) -> None:
    """Unpack each part within bounds: what the zip directory says about sizes may be a lie."""
    left, tags = MOST_UNPACKED, 0
    for member in archive.infolist():
        content = _unpacked(archive, member, left)
        left -= len(content)
        if not member.filename.casefold().endswith((".xml", ".rels", ".vml")):
            continue
        _inspect_xml(content)
        count = content.count(b"<")
        if member.filename.casefold().startswith("xl/worksheets/") or "sharedstrings" in member.filename.casefold():
            tags += count
            if b"<!" in content or content.count(b"<?") > 1:
                # Comments and the like hide things from the quick looks taken here; no spreadsheet program writes any.
                raise _damaged()
            if any(content.count(extra) > MOST_EXTRAS for extra in _EXTRAS):
                raise _too_much()
        elif count > MOST_PART_TAGS:
            raise _too_much()
        if tags > MOST_TAGS:
            raise _too_much()
        if b"macroEnabled" in content and member.filename.casefold() == "[content_types].xml":
            raise _macros()


def _unpacked(archive: ZipFile, member: ZipInfo, most: int) -> bytes:
    parts, size = [], 0
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > most:
                raise _too_much()
            parts.append(chunk)
    return b"".join(parts)


def _inspect_xml(content: bytes) -> None:
    """No document type, hence no entity; and only encodings in which one can be seen."""
    encoding = _ENCODING.match(content[:1000].removeprefix(b"\xef\xbb\xbf"))
    if encoding and encoding[1].lower() not in (b"utf-8", b"us-ascii", b"ascii"):
        raise _damaged()
    if b"\x00" in content or b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise _damaged()


def _damaged() -> UnsafeFile:
    return UnsafeFile(
        Words("Le fichier n'est pas un classeur Excel lisible.", "The file is not a readable Excel workbook."),
        SAVE_AGAIN,
    )


def _too_much() -> UnsafeFile:
    return UnsafeFile(
        Words(
            "Le fichier contient beaucoup trop de données pour un groupement.",
            "The file holds far too much data for a group.",
        ),
        SPLIT,
    )


def _macros() -> UnsafeFile:
    return UnsafeFile(Words("Le fichier contient des macros.", "The file contains macros."), SAVE_AGAIN)
