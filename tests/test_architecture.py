"""The shape of the house, read from the source. Who may import whom: the contracts in pyproject.toml."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGES = ("gems", "solver", "ui", "sample_data")
MOST_LINES_IN_A_FILE = 400
MOST_LINES_IN_A_FUNCTION = 60
NAMES_THAT_SAY_NOTHING = {"util", "utils", "helper", "helpers", "common", "manager", "managers", "misc"}
LATER = re.compile("TO" + r"DO|FIX" + "ME")  # in two pieces, so that this file may be read by its own rule

# The checker and the planner judge a rule separately. They share its statement and its figures, never a loop:
# one mistake must not blind both.
SHARED_BY_BOTH_JUDGES = ("gems.rules.statement", "gems.rules.limits", "gems.rules.law")
STATEMENT_OF_A_RULE = "INFO"


@cache
def sources() -> dict[str, str]:
    """Path within the project → text of every module of the product."""
    paths = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    return {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in paths}


@cache
def trees() -> dict[str, ast.Module]:
    return {path: ast.parse(text, path) for path, text in sources().items()}


def test_files_are_short() -> None:
    lengths = {path: text.count("\n") for path, text in sources().items()}
    assert not {path: lines for path, lines in lengths.items() if lines > MOST_LINES_IN_A_FILE}


def test_functions_are_short() -> None:
    lengths = {
        f"{path}:{node.lineno} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for path, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert not {name: lines for name, lines in lengths.items() if lines > MOST_LINES_IN_A_FUNCTION}


def test_modules_are_named_after_what_they_own() -> None:
    assert not [path for path in sources() if NAMES_THAT_SAY_NOTHING & set(Path(path).with_suffix("").parts)]


def test_packages_say_what_they_are() -> None:
    folders = {Path(path).parent for path in sources()}
    missing = [str(folder) for folder in folders if (folder / "__init__.py").as_posix() not in sources()]
    assert not missing, "folders of Python files without __init__.py"
    silent = [path for path, tree in trees().items() if path.endswith("/__init__.py") and not ast.get_docstring(tree)]
    assert not silent, "packages without a docstring"


def test_nothing_is_put_off_in_a_comment() -> None:
    put_off = {
        f"{path}:{number}": line.strip()
        for path, text in sources().items()
        for number, line in enumerate(text.splitlines(), 1)
        if LATER.search(line)
    }
    assert not put_off, "say it in an issue, or do it"


def test_the_glossary_speaks_the_words_of_the_code() -> None:
    rows = [line.split("|") for line in (ROOT / "docs/glossary.md").read_text("utf-8").splitlines() if "|" in line]
    words = {word for row in rows for word in re.findall(r"`(\w+)`", row[-2])}
    known = {name for text in sources().values() for name in re.findall(r"\w+", text)}
    assert words
    assert not words - known


def test_the_solver_never_borrows_the_checker() -> None:
    borrowed = [
        f"{path}: {name}"
        for path, tree in trees().items()
        if path.startswith("solver/")
        for name in uses(tree)
        if f"{name}.".startswith("gems.rules.") and not is_shared(name)
    ]
    assert not borrowed


def is_shared(name: str) -> bool:
    shared = any(f"{name}.".startswith(f"{module}.") for module in SHARED_BY_BOTH_JUDGES)
    return shared or STATEMENT_OF_A_RULE in name.split(".")


def uses(tree: ast.Module) -> Iterator[str]:
    """Dotted names a module imports, or takes from its imports: `from a import b`, `b.c` → a.b, a.b.c."""
    imported: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            imported |= {alias.asname or alias.name: alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            imported |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    yield from imported.values()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and (owner := imported.get(ast.unparse(node.value))):
            yield f"{owner}.{node.attr}"


def test_uses_sees_through_every_form_of_import() -> None:
    text = "import a.b\nfrom a import c as d\nfrom a.e import check\na.b.check\nd.check\n"
    assert {"a.b", "a.c", "a.e.check", "a.b.check", "a.c.check"} == set(uses(ast.parse(text)))
