"""The members' colours, read from the style sheet: words readable, hues told apart by every eye."""

import re
from itertools import combinations
from pathlib import Path

import pytest

from ui.web.components import grid_data

AA = 4.5  # WCAG 2.2, 1.4.3: contrast of small text
APART = 0.07  # least distance in OKLab between two bands; 0.02 is the smallest step an eye sees side by side
PAPERS = {"light": "#ffffff", "dark": "#0e1117"}  # Streamlit's own backgrounds
HATCH = 0.5  # part of the fill in the stripes of a draft (grid_card.css)
STYLE = (Path(grid_data.__file__).parent / "grid_palette.css").read_text("utf-8")

Colour = tuple[float, float, float]

# Machado, Oliveira and Fernandes 2009, full strength, on linear sRGB.
EYES: dict[str, tuple[Colour, Colour, Colour]] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def colours(theme: str, part: str) -> list[Colour]:
    block = re.search(rf'data-theme="{theme}"\] \{{(.*?)\}}', STYLE, re.DOTALL)
    assert block
    found = re.findall(rf"--m(\d+)-{part}: (#[0-9a-f]{{6}});", block[1])
    assert [int(number) for number, _ in found] == list(range(grid_data.COLOURS))
    return [rgb(text) for _, text in found]


def rgb(text: str) -> Colour:
    red, green, blue = (int(text[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def linear(colour: Colour) -> Colour:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    light, dark = sorted((dot((0.2126, 0.7152, 0.0722), linear(c)) for c in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def dot(one: Colour, other: Colour) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def oklab(lin: Colour) -> Colour:
    roots = tuple(
        max(0.0, dot(row, lin)) ** (1 / 3)
        for row in (
            (0.4122214708, 0.5363325363, 0.0514459929),
            (0.2119034982, 0.6806995451, 0.1073969566),
            (0.0883024619, 0.2817188376, 0.6299787005),
        )
    )
    return (
        dot((0.2104542553, 0.7936177850, -0.0040720468), roots),
        dot((1.9779984951, -2.4285922050, 0.4505937099), roots),
        dot((0.0259040371, 0.7827717662, -0.8086757660), roots),
    )


@pytest.mark.parametrize("theme", PAPERS)
@pytest.mark.parametrize("member", range(grid_data.COLOURS))
def test_words_are_readable_on_the_card_and_on_its_hatch(theme: str, member: int) -> None:
    ink, fill = (colours(theme, part)[member] for part in ("ink", "fill"))
    paper = rgb(PAPERS[theme])
    hatch = tuple(HATCH * a + (1 - HATCH) * b for a, b in zip(fill, paper, strict=True))
    assert contrast(ink, fill) >= AA
    assert contrast(ink, hatch) >= AA


@pytest.mark.parametrize("theme", PAPERS)
@pytest.mark.parametrize("eye", EYES)
def test_any_two_members_are_told_apart(theme: str, eye: str) -> None:
    seen = []
    for edge in colours(theme, "edge"):
        lin = linear(edge)
        seen.append(oklab(tuple(min(1, max(0, dot(row, lin))) for row in EYES[eye])))
    distances = {
        (a, b): sum((x - y) ** 2 for x, y in zip(seen[a], seen[b], strict=True)) ** 0.5
        for a, b in combinations(range(len(seen)), 2)
    }
    nearest = min(distances, key=distances.__getitem__)
    assert distances[nearest] >= APART, f"members {nearest} look alike to a {eye} eye on {theme} paper"


def test_every_colour_and_pattern_is_drawn() -> None:
    card = (Path(grid_data.__file__).parent / "grid_card.css").read_text("utf-8")
    assert re.findall(r'\[data-colour="(\d+)"\]', STYLE) == [str(n) for n in range(grid_data.COLOURS)]
    assert sorted(set(re.findall(r'data-pattern="(\d)"', card))) == [str(n) for n in range(1, grid_data.PATTERNS)]
    assert f"var(--fill) {HATCH:.0%}" in card
