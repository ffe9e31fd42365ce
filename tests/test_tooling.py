"""Form, lint, types and layers are tests like the others, so nobody forgets them. So are the locks."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
CHECKS = {
    "form": ("ruff", "format", "--check", "."),
    "lint": ("ruff", "check", "."),
    "types": ("mypy",),
    "layers": ("lint-imports",),
}


@pytest.mark.first
@pytest.mark.parametrize("check", CHECKS)
def test_check(check: str) -> None:
    tool, *arguments = CHECKS[check]
    beside_python = Path(sys.executable).with_name(tool)
    done = subprocess.run([str(beside_python), *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.fail(f"{' '.join(CHECKS[check])}\n{done.stdout}{done.stderr}", pytrace=False)


@pytest.fixture(scope="module")
def locked() -> list[dict]:
    return tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))["package"]


@pytest.mark.parametrize(
    ("file", "groups"), [("requirements.lock", ()), ("requirements-dev.lock", ("dev",))], ids=["run", "dev"]
)
def test_pip_gets_the_versions_that_uv_gets(file: str, groups: tuple[str, ...], locked: list[dict]) -> None:
    lines = (ROOT / file).read_text("utf-8").splitlines()
    pinned = {line.split(";")[0].strip() for line in lines if line and not line.startswith("#")}
    assert pinned == wanted(locked, groups), "out of step with uv.lock: call `make lock`"


def test_the_lock_answers_the_project_file(locked: list[dict]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    metadata = next(package for package in locked if package["name"] == "gems")["metadata"]
    for asked, answered in [
        (project["project"]["dependencies"], metadata["requires-dist"]),
        (project["dependency-groups"]["dev"], metadata["requires-dev"]["dev"]),
    ]:
        # Extras (optional dependencies) are locked with a marker; the core and the tools have none.
        named = {entry["name"]: entry.get("specifier", "") for entry in answered if "marker" not in entry}
        wished = {(line := Requirement(text)).name: line.specifier for text in asked}
        assert named.keys() == wished.keys(), "out of step with pyproject.toml: call `make lock`"
        for name, specifier in wished.items():
            assert Requirement(f"{name}{named[name]}").specifier == specifier, name


def wanted(locked: list[dict], groups: tuple[str, ...]) -> set[str]:
    """Every "name==version" that the project reaches, by its own dependencies and those of the groups."""
    project = next(package for package in locked if package["name"] == "gems")
    waiting = [*project["dependencies"], *(d for group in groups for d in project["dev-dependencies"][group])]
    seen: set[tuple[str, str, tuple[str, ...]]] = set()
    while waiting:
        asked = waiting.pop()
        for package in locked:
            fits = package["name"] == asked["name"] and package["version"] == asked.get("version", package["version"])
            extras = tuple(asked.get("extra", ()))
            if not fits or (key := (package["name"], package["version"], extras)) in seen:
                continue
            seen.add(key)
            waiting += package.get("dependencies", [])
            waiting += [d for extra in extras for d in package.get("optional-dependencies", {}).get(extra, [])]
    return {f"{name}=={version}" for name, version, _ in seen}
