"""How the pages before the screens look: plain HTML that works without scripts, in light and dark, on a phone."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from gems.domain.words import Language, Words
from ui.web.gate.asked import language_of
from ui.web.gate.headers import PLAIN_PAGE, POLICY
from ui.web.gate.paths import ICON, STYLE
from ui.web.texts import text

HERE = Path(__file__).parent
STYLE_FILE, ICON_FILE = HERE / "gate.css", HERE.parent / "icon.svg"
LANGUAGES: dict[Language, str] = {"fr": "Français", "en": "English"}
A_DAY = "public, max-age=86400"
FRENCH_SPACE = re.compile(r" (?=[;:!?»])|(?<=«) ")
"""Where a French line must not break."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One line of a form: a key of the texts for its label, and what browsers may fill in by themselves."""

    name: str
    label: str
    autocomplete: str
    help: str = ""
    """A key of the texts; none without it."""
    hidden: bool = False
    """Shown as dots."""
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: a title, sentences, at most one form, and quieter ways elsewhere."""

    title: str
    """A key of the texts, as all that follows but `error` and `notes`."""
    about: str = ""
    notes: tuple[str, ...] = ()
    error: Words | None = None
    fields: tuple[Field, ...] = ()
    button: str = ""
    """Sends the form to the address of the page itself; without it there is no form."""
    ways: tuple[tuple[str, str], ...] = ()
    """Words and address of each, in the language of the page."""
    leave: str = ""
    """Where a quiet button that signs out sends its form; none without it."""
    status: int = 200


def shown(request: Request, page: Page) -> Response:
    """The page as it is sent. Nothing of it is kept by anybody on the way."""
    language = language_of(request)
    body = "".join(_body(request, page, language))
    title = _said(text(page.title), language)
    html = (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title} · GEMS</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="robots" content="noindex"><link rel="icon" href="{ICON}"><link rel="stylesheet" href="{STYLE}">'
        f'</head><body><header><span class="house">GEMS</span>{_languages(request, language)}</header>'
        f"<main><h1>{title}</h1>{body}</main></body></html>"
    )
    return HTMLResponse(html, page.status, {POLICY: PLAIN_PAGE, "cache-control": "no-store"})


def missing(form: Mapping[str, str], *fields: Field) -> Words | None:
    """What to fill in, when something that is asked for was left empty."""
    lacking = next((field for field in fields if not form.get(field.name, "").strip()), None)
    return None if lacking is None else text("gate.missing").fill(field=text(lacking.label))


def _body(request: Request, page: Page, language: Language) -> Iterable[str]:
    if page.error is not None:
        yield f'<p class="error" role="alert">{_said(page.error, language)}</p>'
    if page.about:
        yield f"<p>{_said(text(page.about), language)}</p>"
    if page.button:
        fields = "".join(_field(field, language, first=place == 0) for place, field in enumerate(page.fields))
        yield f'<form method="post" action="{_here(request)}">{fields}'
        yield f'<button class="strong">{_said(text(page.button), language)}</button></form>'
    for words, address in page.ways:
        yield f'<p class="way"><a href="{escape(address)}">{escape(words)}</a></p>'
    for note in page.notes:
        yield f'<p class="quiet">{_said(text(note), language)}</p>'
    if page.leave:
        yield f'<form method="post" action="{escape(page.leave)}">'
        yield f'<button class="quiet">{_said(text("gate.leave"), language)}</button></form>'


def _field(field: Field, language: Language, *, first: bool) -> str:
    kind = "password" if field.hidden else "text"
    hint = f"{field.name}-help"
    told = f'<span class="help" id="{hint}">{_said(text(field.help), language)}</span>' if field.help else ""
    more = f' aria-describedby="{hint}"' if field.help else ""
    more += " autofocus" if first else ""
    value = f' value="{escape(field.value)}"' if field.value else ""
    return (
        f'<div class="field"><label for="{field.name}">{_said(text(field.label), language)}</label>{told}'
        f'<input id="{field.name}" name="{field.name}" type="{kind}" autocomplete="{field.autocomplete}"'
        f' autocapitalize="none" spellcheck="false" required{value}{more}></div>'
    )


def _said(words: Words, language: Language) -> str:
    """The words as HTML."""
    return FRENCH_SPACE.sub("\u00a0", escape(words[language])) if language == "fr" else escape(words[language])


def _languages(request: Request, language: Language) -> str:
    this = ' aria-current="true"'
    links = (
        f'<a href="{_here(request, lang=each)}" lang="{each}"{this if each == language else ""}>{name}</a>'
        for each, name in LANGUAGES.items()
    )
    return f'<nav aria-label="{_said(text("language"), language)}">{"".join(links)}</nav>'


def _here(request: Request, **changed: str) -> str:
    """The address of this page with what it was asked with, in another language for instance."""
    asked = dict(request.query_params) | changed
    return escape(request.url.path + (f"?{urlencode(asked)}" if asked else ""))


def style(request: Request) -> Response:
    """The style of these pages."""
    return Response(STYLE_FILE.read_bytes(), media_type="text/css", headers={"cache-control": A_DAY})


def icon(request: Request) -> Response:
    """The small picture of these pages."""
    return Response(ICON_FILE.read_bytes(), media_type="image/svg+xml", headers={"cache-control": A_DAY})
