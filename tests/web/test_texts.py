"""The words of the screens: complete in both languages, each one used, none asked for that does not exist."""

import ast
import pkgutil
import re
from collections import Counter
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

from gems.domain.words import Language
from ui.web import options, texts
from ui.web.texts import TEXTS

WEB = Path(options.__file__).parent
KEY = re.compile(r"[a-z_]+(\.[a-z0-9_]+)+|[a-z_]+")
HOLE = re.compile(r"\{\w*\}")
NAMES = 12
"""Letters that both languages may share: a name, a unit."""
LANGUAGES: tuple[Language, ...] = ("fr", "en")


def sources() -> list[ast.Module]:
    return [ast.parse(path.read_text("utf-8")) for path in WEB.rglob("*.py") if "texts" not in path.parts]


def asked_for() -> list[re.Pattern[str]]:
    """Every string of the screens that may be a key; what an f-string fills in may be anything."""
    found = set()
    for tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value):
                found.add(re.escape(node.value))
            elif isinstance(node, ast.JoinedStr):
                parts = [
                    re.escape(part.value) if isinstance(part, ast.Constant) and isinstance(part.value, str) else ".+"
                    for part in node.values
                ]
                if parts[0] != ".+":
                    found.add("".join(parts))
    return [re.compile(pattern) for pattern in found]


def holes(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name}


@pytest.mark.parametrize("key", TEXTS)
def test_both_languages_say_it(key: str) -> None:
    words = TEXTS[key]
    assert words.fr.strip()
    assert words.en.strip()
    assert holes(words.fr) == holes(words.en)
    assert words.fr != words.en or len(HOLE.sub("", words.fr)) < NAMES, "a sentence that was not translated"


def test_every_text_is_used() -> None:
    patterns = asked_for()
    unused = [key for key in TEXTS if not any(pattern.fullmatch(key) for pattern in patterns)]
    assert not unused


def test_every_key_that_is_said_exists() -> None:
    said = [
        node.args[0].value
        for tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", getattr(node.func, "id", "")) in ("say", "text")
        and node.args
        and isinstance(node.args[0], ast.Constant)
    ]
    assert len(said) > 50
    assert not set(said) - set(TEXTS)


def test_no_file_takes_the_words_of_another() -> None:
    modules = [import_module(f"{texts.__name__}.{found.name}") for found in pkgutil.iter_modules(texts.__path__)]
    files = [value for module in modules for name, value in vars(module).items() if name.isupper()]
    keys = Counter(key for file in files if isinstance(file, Mapping) for key in file)
    assert set(keys) == set(TEXTS)
    assert [key for key, times in keys.items() if times > 1] == []


def test_no_list_falls_back_on_english() -> None:
    """Streamlit writes "Choose an option" into a list that is cleared, unless it is told otherwise."""
    lists = [
        node
        for tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("selectbox", "multiselect")
    ]
    assert lists
    assert [ast.unparse(one) for one in lists if "placeholder" not in {given.arg for given in one.keywords}] == []


def test_the_settings_are_read_flat() -> None:
    settings = options.streamlit_options()
    assert settings["browser.gatherUsageStats"] is False
    assert settings["client.toolbarMode"] == "viewer"
    assert settings["server.maxUploadSize"] == 5
    assert settings["theme.light.primaryColor"] != settings["theme.dark.primaryColor"]
