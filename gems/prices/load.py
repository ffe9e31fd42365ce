"""The price list as data: every price and figure with its words, and the prices of a named profile."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

from gems.domain.prices import Prices
from gems.domain.words import Words

KEYS = {"title_fr", "title_en", "why_fr", "why_en", "profiles"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceEntry:
    """One line of the price list: a price in whole cents per unit, or a figure that soft goals read."""

    name: str
    """ "<rule>.<detail>"."""
    value: int
    unit: str
    """ "cents / minute", "cents / km", "cents / time"; a figure's own unit otherwise."""
    title: Words
    why: Words
    is_price: bool
    by_profile: Mapping[str, int] = field(hash=False)
    """The value in the profiles that have their own."""

    def value_in(self, profile: str) -> int:
        """The value in a profile."""
        return self.by_profile.get(profile, self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A named set of prices."""

    name: str
    title: Words
    why: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceList:
    """The whole file."""

    default: str
    profiles: Mapping[str, Profile] = field(hash=False)
    entries: tuple[PriceEntry, ...]


@lru_cache(maxsize=1)
def price_list() -> PriceList:
    """The price list, read once. Raises ValueError when it is malformed."""
    return read((files("gems.prices") / "price_list.toml").read_text(encoding="utf-8"))


def read(text: str) -> PriceList:
    """A price list from its TOML text. Raises ValueError naming the line at fault."""
    content = tomllib.loads(text)
    profiles = {
        name: Profile(name=name, title=_words(name, row, "title"), why=_words(name, row, "why"))
        for name, row in content["profiles"].items()
    }
    if content["default"] not in profiles:
        raise ValueError(f"default: no profile {content['default']!r}")
    rows = [(name, row, "cents", f"cents / {row.get('per')}") for name, row in content["prices"].items()]
    rows += [(name, row, "value", str(row.get("unit"))) for name, row in content["figures"].items()]
    entries = tuple(_entry(name, row, key, unit, set(profiles)) for name, row, key, unit in rows)
    return PriceList(default=content["default"], profiles=profiles, entries=entries)


def _entry(name: str, row: dict[str, object], key: str, unit: str, profiles: set[str]) -> PriceEntry:
    if unknown := set(row) - KEYS - {key, "per" if key == "cents" else "unit"}:
        raise ValueError(f"{name}: unknown keys {sorted(unknown)}")
    own = row.get("profiles", {})
    if not isinstance(own, dict) or set(own) - profiles:
        raise ValueError(f"{name}: unknown profiles in {own}")
    by_profile = {profile: _whole(name, value) for profile, value in own.items()}
    return PriceEntry(
        name=name,
        value=_whole(name, row.get(key)),
        unit=unit,
        title=_words(name, row, "title"),
        why=_words(name, row, "why"),
        is_price=key == "cents",
        by_profile=by_profile,
    )


def _whole(name: str, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(f"{name}: {value!r} is not a whole number from 0")
    return value


def _words(name: str, row: dict[str, object], key: str) -> Words:
    french, english = row.get(f"{key}_fr"), row.get(f"{key}_en")
    if not isinstance(french, str) or not isinstance(english, str):
        raise ValueError(f"{name}: {key}_fr and {key}_en are needed")
    return Words(french, english)


def prices(profile: str) -> Prices:
    """The prices of a profile. Raises KeyError when there is none of that name."""
    if profile not in PROFILES:
        raise KeyError(profile)
    return Prices(profile=profile, cents={entry.name: entry.value_in(profile) for entry in price_list().entries})


PROFILES: Mapping[str, Words] = {name: profile.title for name, profile in price_list().profiles.items()}
DEFAULT_PROFILE = price_list().default
