"""The server: Streamlit's page behind our door, run with `gems serve` or `streamlit run ui/web/asgi.py`."""

from pathlib import Path

import streamlit as st

from ui.web.gate.front import FAULTS, MIDDLEWARE, ROUTES
from ui.web.mishap import explain
from ui.web.run import running

PAGE = Path(__file__).parent / "app.py"

app = st.App(
    PAGE, routes=ROUTES, middleware=MIDDLEWARE, exception_handlers=FAULTS, lifespan=running, on_script_error=explain
)
