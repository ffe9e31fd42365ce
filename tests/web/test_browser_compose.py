"""From fragments of hours to posts in a real browser: composed, found again after a reload, stopped, taken away."""

import json
import re
import shutil
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import expect

from tests.web.browsing import Visitor, fr, open_site
from tests.web.page_server import chromium
from ui.demonstration import NOW

pytestmark = pytest.mark.browser

SOON = 20_000
"""Milliseconds until a button that is there has been pressed."""


def test_compose_then_stop_then_take_away(chromium_path: str, demonstration: Path, tmp_path: Path) -> None:
    copy = shutil.copyfile(demonstration, tmp_path / "gems.sqlite")
    with chromium(chromium_path) as browser, open_site(copy, NOW) as site:
        visitor = Visitor(browser, site, "coordination@exemple.fr")
        visitor.go("composer")
        visitor.sees("compose.none.title")
        visitor.press("compose.start")
        picked = visitor.page.get_by_text(fr("scenario.more"), exact=True)
        stop = visitor.button("build.stop")
        expect(stop.or_(picked).first).to_be_visible()
        visitor.page.reload()
        found = visitor.page.locator(".st-key-live [data-testid=stMetricValue]").first
        expect(found.filter(has_not_text=re.compile("^0$")).or_(picked).first).to_be_visible()
        with suppress(PlaywrightError):  # unless everything was proven meanwhile
            stop.click(timeout=SOON)
        expect(picked).to_be_visible()
        kept = json.loads(visitor.take("scenario.json"))
        rows = list(load_workbook(BytesIO(visitor.take("scenario.excel"))).worksheets[0].iter_rows(values_only=True))
        assert [row[0] for row in rows[1:]] == [post["id"] for post in kept["posts"]]
        assert visitor.page.locator(".gems-posts > li").count() == len(kept["posts"])
        assert not visitor.faults
        visitor.leave()
