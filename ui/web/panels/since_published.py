"""What a version changes in the week that was published, in sentences, folded away until somebody asks."""

import streamlit as st

from gems.planning.week.compare import difference_of
from ui.web.markup import Entry, entries
from ui.web.state import WeekPage


def since_published(page: WeekPage) -> None:
    """Nothing for a first publication, for the published version itself, or where all is as it was."""
    version, holds = page.sight.version, page.sight.issued
    if version is None or holds is None or version.head.number <= holds.head.number:
        return
    between = difference_of(holds.schedule, version.schedule)
    if not between:
        return
    said = between.words(page.sight.problem.group)
    key = "since.published.one" if len(said) == 1 else "since.published"
    with st.expander(page.say(key, n=len(said)), icon=":material/difference:"):
        entries(Entry(title=words[page.language], mark="todo") for words in said)
