"""HTML for what Streamlit cannot lay out (real tables, lists), from texts that may hold anything: all is escaped."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

MARKDOWN = re.compile(r"[\\`*_\[\]$<>~#|]")
"""What Markdown makes something of."""


def plain(words: str) -> str:
    """For a message or a label of Streamlit's, which reads Markdown: what people wrote is shown as they wrote it."""
    return MARKDOWN.sub(r"\\\g<0>", words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column; figures stand on the right."""

    title: str
    figures: bool = False
    wide: bool = False


def table(columns: Sequence[Column], rows: Iterable[Sequence[str]], *, total: Sequence[str] = ()) -> None:
    """A table whose words wrap; on a phone each row becomes a small card, with the column names beside the values."""
    head = "".join(f'<th scope="col"{_kind(column)}>{escape(column.title)}</th>' for column in columns)
    body = "".join(_row(columns, row) for row in rows)
    foot = f"<tfoot>{_row(columns, total)}</tfoot>" if total else ""
    st.html(f'<table class="gems-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody>{foot}</table>')


def _row(columns: Sequence[Column], row: Sequence[str]) -> str:
    cells = (
        f'<td data-name="{escape(column.title)}"{_kind(column)}>{escape(value)}</td>'
        for column, value in zip(columns, row, strict=True)
    )
    return f"<tr>{''.join(cells)}</tr>"


def _kind(column: Column) -> str:
    names = [name for name, given in (("figures", column.figures), ("wide", column.wide)) if given]
    return f' class="{" ".join(names)}"' if names else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing of a list: what it is, the quieter facts about it, and sentences under it."""

    title: str
    facts: str = ""
    lines: tuple[str, ...] = ()
    mark: str = ""
    """Class of the band at its side: "law", "todo" or none."""


def entries(items: Iterable[Entry]) -> None:
    """A list of things with sentences under each."""
    st.html(f'<ul class="gems-entries">{"".join(map(_entry, items))}</ul>')


def _entry(item: Entry) -> str:
    facts = f'<span class="facts">{escape(item.facts)}</span>' if item.facts else ""
    lines = "".join(f"<li>{escape(line)}</li>" for line in item.lines)
    under = f"<ul>{lines}</ul>" if lines else ""
    return f'<li class="{escape(item.mark)}"><strong>{escape(item.title)}</strong>{facts}{under}</li>'


def facts(rows: Iterable[tuple[str, str]]) -> None:
    """Names and values, one under the other."""
    inner = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in rows if value)
    st.html(f'<dl class="gems-facts">{inner}</dl>')


def heading(title: str, quiet: str = "", *, level: int = 1) -> None:
    """A title with a quieter line under it. Streamlit's own would read the text as Markdown."""
    under = f"<p>{escape(quiet)}</p>" if quiet else ""
    st.html(f'<div class="gems-heading"><h{level}>{escape(title)}</h{level}>{under}</div>')


def sentence(words: str, *, kind: str = "") -> None:
    """A sentence; `kind` "quiet" for what may be skipped."""
    st.html(f'<p class="gems-sentence {escape(kind)}">{escape(words)}</p>')
