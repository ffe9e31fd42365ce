"""What every test may count on: how hard Hypothesis tries, and a browser when the machine has one."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

pytest_plugins = ("tests.databases",)

# Solving inside a drawn example takes as long as it takes: no deadline. "quick" draws the same examples every
# time, so that a red build is red for everybody; "long" (`make long`) is the one that looks for new trouble.
settings.register_profile("quick", derandomize=True, deadline=None)
settings.register_profile("long", max_examples=10_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """First what is marked so, that no worker is left alone with it at the end. Then browsers: they take long, and
    mostly wait while other workers count."""
    items.sort(key=lambda item: [item.get_closest_marker(name) is None for name in ("first", "browser")])


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """`-n auto`: one more than there are cores, for whoever waits for a browser."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(autouse=True)
def own_main() -> Iterator[None]:
    """Streamlit's test runner leaves its page as `__main__`, which a planning process would then try to read again."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main


CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


def find_chromium() -> str | None:
    """The browser asked for by GEMS_CHROMIUM, else Debian's, else any on the path."""
    asked = os.environ.get("GEMS_CHROMIUM")
    if asked:
        return asked if Path(asked).is_file() else None
    if Path("/usr/bin/chromium").is_file():
        return "/usr/bin/chromium"
    return next((found for name in CHROMIUM_NAMES if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """For Playwright's `executable_path`. As root (in CI), Chromium also wants `args=["--no-sandbox"]`."""
    found = find_chromium()
    if found:
        return found
    reason = "no Chromium: install it (Debian: apt install chromium) or name it in GEMS_CHROMIUM"
    # A browser test nobody runs is no test: CI must not skip it quietly.
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
