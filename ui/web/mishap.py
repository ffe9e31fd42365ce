"""What stops a screen half-way: a missing right, a database that does not answer, or a fault of ours, numbered."""

import logging
import secrets

import streamlit as st

from gems.access.policy import Refused
from gems.domain.words import Words
from gems.store.engine import NoDatabase
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
    if isinstance(fault, Refused | NoDatabase):
        st.error(fault.words[language()], icon=":material/block:")
        return True
    number = secrets.token_hex(4)
    _log.error("screen fault %s", number, exc_info=fault)
    st.error(SORRY.fill(number=number)[language()], icon=":material/error:")
    return True
