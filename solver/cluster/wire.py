"""Records as text between machines, and back: the fields of the record asked for, checked; never code, never a pickle.

The type that is read tells what may stand there, so a text cannot make anything else than that record. Fields that do
not count when records are compared are left out: they are worked out again.
"""

import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Record = TypeVar("Record")
Plain = Any
"""What JSON can say."""
KIND = "="
"""Beside the fields of a record: its class. No field can be called so."""


class NotUnderstood(ValueError):
    """A text that is not of the record asked for."""


def said(record: object) -> str:
    """The record as text."""
    return json.dumps(_plain(record), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def heard(kind: type[Record], text: str) -> Record:
    """The record again; raises NotUnderstood."""
    try:
        found: Record = _read(kind, json.loads(text))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise NotUnderstood(f"{kind.__name__}: {error}") from error
    return found


def _plain(value: object) -> Plain:
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        kind: type = type(value)
        return {KIND: kind.__name__, **{name: _plain(getattr(value, name)) for name in _kept(kind)}}
    if isinstance(value, Mapping):
        return {key: _plain(value[key]) for key in value}
    if isinstance(value, frozenset):
        return sorted(map(_plain, value))
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    raise TypeError(f"no way to say a {type(value).__name__}")


def _read(kind: Any, told: Plain) -> Any:
    if get_origin(kind) in (Union, types.UnionType):
        return _read_one_of(get_args(kind), told)
    if is_dataclass(kind):
        return _read_record(kind, told)
    if get_origin(kind) is not None:
        return _read_many(kind, told)
    return _read_single(kind, told)


def _read_one_of(kinds: tuple[Any, ...], told: Plain) -> Any:
    if told is None and types.NoneType in kinds:
        return None
    kinds = tuple(each for each in kinds if each is not types.NoneType)
    if len(kinds) > 1:
        named = {str(each.__name__): each for each in kinds}
        return _read(named[_object(told)[KIND]], told)
    return _read(kinds[0], told)


def _read_record(kind: Any, told: Plain) -> Any:
    given, types_of = dict(_object(told)), _kept(kind)
    if given.pop(KIND, None) != kind.__name__ or given.keys() != types_of.keys():
        raise ValueError(f"not the fields of a {kind.__name__}")
    return kind(**{name: _read(types_of[name], each) for name, each in given.items()})


def _read_many(kind: Any, told: Plain) -> Any:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Mapping, dict) and inner[0] is str:
        return {key: _read(inner[1], each) for key, each in _object(told).items()}
    if not isinstance(told, list):
        raise TypeError("not a list")
    if origin is frozenset:
        return frozenset(_read(inner[0], each) for each in told)
    if origin is tuple and inner[-1] is Ellipsis:
        return tuple(_read(inner[0], each) for each in told)
    if origin is tuple:
        return tuple(_read(one, each) for one, each in zip(inner, told, strict=True))
    raise TypeError(f"no way to read a {kind}")


def _read_single(kind: Any, told: Plain) -> Any:
    if issubclass(kind, Enum):
        return kind(told)
    if kind is date:
        return date.fromisoformat(told)
    if kind is float and type(told) is int:
        return float(told)
    if kind in (bool, int, float, str) and type(told) is kind:
        return told
    raise TypeError(f"{told!r} is no {kind.__name__}")


def _object(told: Plain) -> dict[str, Plain]:
    if not isinstance(told, dict):
        raise TypeError("not an object")
    return told


@cache
def _kept(kind: type) -> Mapping[str, Any]:
    """The fields of a class that make the record, with their types."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind) if field.compare}
