"""A fault of ours in a screen: said in words with a number, kept in full in the server's log."""

import logging
import secrets

import streamlit as st

from gems.domain.words import Words
from ui.web.here import language

SORRY = Words(
    "Cette page a rencontré un défaut de GEMS. Vos données sont intactes : rechargez la page. Si cela recommence, "
    "donnez le numéro {number} à la personne qui entretient GEMS.",
    "This page met a fault of GEMS. Your data is safe: load the page again. If it happens once more, give the number "
    "{number} to whoever maintains GEMS.",
)

_log = logging.getLogger(__name__)


def explain(fault: Exception) -> bool:
    """What the visitor is told instead of Streamlit's own box; True: nothing more to show."""
    number = secrets.token_hex(4)
    _log.error("screen fault %s", number, exc_info=fault)
    st.error(SORRY.fill(number=number)[language()], icon=":material/error:")
    return True
