"""Backups opened and closed again, for tests."""

import zipfile
from pathlib import Path

Files = dict[str, bytes]


def unzipped(path: Path) -> Files:
    """What is in a backup."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(path: Path, files: Files) -> Path:
    """A backup with this in it."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path
