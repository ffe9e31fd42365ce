"""The server: Streamlit's page behind our door, run with `gems serve` or `streamlit run ui/web/asgi.py`."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from ui.web.gate.headers import SecurityHeaders
from ui.web.gate.keeper import Keeper
from ui.web.gate.routes import FAULTS, ROUTES
from ui.web.run import running
from ui.wiring import office

app = st.App(
    Path(__file__).parent / "app.py",
    routes=ROUTES,
    middleware=[Middleware(SecurityHeaders), Middleware(Keeper, store=lambda: office().store)],
    exception_handlers=FAULTS,
    lifespan=running,
)
