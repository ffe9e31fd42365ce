"""Streamlit's test runner looks for components in every installed package, at each page opened: once is enough.

It takes a quarter of a second, most of what opening a page takes. Packages do not come and go while tests run.
"""

from collections.abc import Iterator
from functools import cache

import pytest
from streamlit.components.v2 import manifest_scanner


@pytest.fixture(scope="session", autouse=True)
def looked_for_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield
