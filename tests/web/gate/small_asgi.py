"""Our door before a small page: served by the browser tests of the door."""

from pathlib import Path

import streamlit as st

from ui.web.gate.front import FAULTS, MIDDLEWARE, ROUTES
from ui.web.run import running

PAGE = Path(__file__).parent / "small_page.py"

app = st.App(PAGE, routes=ROUTES, middleware=MIDDLEWARE, exception_handlers=FAULTS, lifespan=running)
