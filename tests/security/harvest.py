"""Everything that a page sends to the browser, seen or hidden: what AppTest would show, and all it would not."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any
from zipfile import ZipFile, is_zipfile

import pytest
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.testing.v1 import local_script_runner


class Harvest:
    """All that was sent since the last look, as one text to search."""

    def __init__(self) -> None:
        self._sent: list[bytes] = []

    def gather(self, sent: bytes) -> None:
        """Something goes to the browser."""
        self._sent.append(sent)

    def take(self) -> str:
        """All of it, once: marks are plain letters, whatever holds them."""
        sent, self._sent = self._sent, []
        return "\n".join(part.decode("latin-1") for whole in sent for part in opened(whole))


def opened(content: bytes) -> Iterator[bytes]:
    """A file, and every file packed in it."""
    yield content
    if is_zipfile(BytesIO(content)):
        with ZipFile(BytesIO(content)) as packed:
            for name in packed.namelist():
                yield name.encode()
                yield packed.read(name)


@contextmanager
def harvesting(monkeypatch: pytest.MonkeyPatch) -> Iterator[Harvest]:
    """Watches every message of the pages opened meanwhile, and every file they offer."""
    harvest, read, add = Harvest(), local_script_runner.parse_tree_from_messages, MediaFileManager.add
    later = MediaFileManager.add_deferred

    def parse(messages: Any) -> Any:
        for message in messages:
            harvest.gather(message.SerializeToString())
        return read(messages)

    def keep(manager: MediaFileManager, content: bytes | str, *args: Any, **kwargs: Any) -> str:
        harvest.gather(content if isinstance(content, bytes) else str(content).encode())
        return add(manager, content, *args, **kwargs)

    def defer(manager: MediaFileManager, made: Callable[[], Any], *args: Any, **kwargs: Any) -> str:
        content = made()
        content = content if isinstance(content, bytes | str) else content.read()
        harvest.gather(content if isinstance(content, bytes) else content.encode())
        return later(manager, made, *args, **kwargs)

    with monkeypatch.context() as patched:
        patched.setattr(local_script_runner, "parse_tree_from_messages", parse)
        patched.setattr(MediaFileManager, "add", keep)
        patched.setattr(MediaFileManager, "add_deferred", defer)
        yield harvest
