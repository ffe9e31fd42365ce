"""A page that says who looks, counts who pressed, and holds one of each thing that a strict browser may refuse."""

import os
from pathlib import Path

import pandas as pd
import streamlit as st

from ui.web.visitor import leave, visitor


def press(name: str) -> None:
    """Whoever the page was drawn for presses: what must not count once they have left."""
    st.session_state["pressed"] = st.session_state.get("pressed", 0) + 1
    with Path(os.environ["PRESSES"]).open("a", encoding="utf-8") as log:
        log.write(f"{name}\n")


def each_thing() -> None:
    st.download_button("Download", b"secret of somebody", "file.txt")
    st.file_uploader("Upload")
    st.line_chart(pd.DataFrame({"value": [1, 2]}))
    st.dataframe(pd.DataFrame({"value": [1, 2]}))
    st.html('<style>.own { color: red }</style><p class="own" style="margin: 0">styled</p>')
    st.html('<img alt="drawn" src="data:image/svg+xml,%3Csvg xmlns=\'http://www.w3.org/2000/svg\'/%3E">')
    script = "export default (here) => { here.parentElement.querySelector('b').textContent = 'component ran' }"
    st.components.v2.component("ours", html="<b>still</b>", css="b { color: teal }", js=script)()


actor = visitor()
if actor is None:
    st.markdown("nobody is here")
    st.stop()
assert actor is not None
st.markdown(f"{actor.name} is here, after {st.session_state.get('pressed', 0)} presses")
st.button("Press", on_click=press, args=(actor.name,))
st.button("Leave", on_click=leave)
if "all" in st.query_params:
    each_thing()
