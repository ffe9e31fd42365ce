"""Fields of forms on a screen, and the group behind it."""

from collections.abc import Callable
from typing import Any

from gems.domain.group import Group
from gems.planning.group_data import see_group
from tests.web.furnished import House
from tests.web.visit import Visit


def group_of(house: House) -> Group:
    return see_group(house.office, house.coordinator)


def field_key(visit: Visit, form: str, name: str) -> str:
    """The key of a field of a form, whatever turn it is at."""
    keys = [str(one.key) for kind in FIELDS for one in visit.at.get(kind)]
    return next(key for key in keys if key.startswith(f"form {form} ") and key.endswith(f" {name}"))


FIELDS = ("text_input", "selectbox", "date_input", "multiselect", "checkbox", "number_input")


def fill(visit: Visit, kind: str, form: str, name: str, value: Any) -> None:
    find: Callable[..., Any] = getattr(visit.at, kind)
    find(key=field_key(visit, form, name)).set_value(value)
