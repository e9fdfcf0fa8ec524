"""What every value of the house is: named fields that never change. Knows nothing of what they hold.

A frozen dataclass takes 0.7 ms to define, for it compiles six methods; two hundred of them would be a third of the time
to the first picture. These share their methods, and define nothing.
"""

import sys
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar, NoReturn, TypeVar, dataclass_transform

NOTHING: Mapping[Any, Any] = MappingProxyType({})
"""The default of a field that maps: nothing, for ever."""

V = TypeVar("V", bound="Value")


def _annotated(cls: "type[Fields]") -> list[str]:
    if sys.version_info >= (3, 14):
        from annotationlib import Format, get_annotations

        hints = get_annotations(cls, format=Format.FORWARDREF)
    else:
        hints = vars(cls).get("__annotations__", {})
    return [name for name, hint in hints.items() if "ClassVar" not in str(hint)[:20]]


class Fields:
    """Fields as annotated in the class, with their defaults."""

    __match_args__: ClassVar[tuple[str, ...]] = ()
    _names: ClassVar[frozenset[str]] = frozenset()
    _defaults: ClassVar[Mapping[str, Any]] = NOTHING

    def __init_subclass__(cls) -> None:
        own = _annotated(cls)
        cls.__match_args__ += tuple(name for name in own if name not in cls._names)  # type: ignore[misc]
        cls._names = frozenset(cls.__match_args__)
        cls._defaults = {**cls._defaults, **{name: vars(cls)[name] for name in own if name in vars(cls)}}

    def _take(self, given: tuple[object, ...], named: Mapping[str, object]) -> None:
        """Take what was given by position or by name. Raises TypeError for a field too many, unknown or missing."""
        names, held = self.__match_args__, self.__dict__
        if not named and len(given) == len(names):
            held.update(zip(names, given, strict=True))
            return
        if not given and named.keys() == self._names:
            held.update(named)
            return
        held.update(self._defaults)
        held.update(zip(names, given, strict=False))
        held.update(named)
        twice = given and named and not named.keys().isdisjoint(names[: len(given)])
        if held.keys() != self._names or len(given) > len(names) or twice:
            raise TypeError(f"{type(self).__name__} takes {', '.join(names)}")


@dataclass_transform(frozen_default=True)
class Value(Fields):
    """Equal where the class and every field are.

    Raises TypeError for a field too many, unknown or missing. ``__post_init__`` may raise ValueError, and ``_settle``.
    """

    def __init__(self, *given: object, **named: object) -> None:
        self._take(given, named)
        self.__post_init__()

    def __post_init__(self) -> None:
        """Look at what was given."""

    def _settle(self, **fields: object) -> None:
        """Put a field in order, in ``__post_init__`` alone."""
        self.__dict__.update(fields)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and isinstance(other, Value) and self._fields() == other._fields()

    def __hash__(self) -> int:
        return hash(self._fields())

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{name} of a {type(self).__name__} never changes")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{name} of a {type(self).__name__} never goes")

    def __repr__(self) -> str:
        held = ", ".join(f"{name}={value!r}" for name, value in zip(self.__match_args__, self._fields(), strict=True))
        return f"{type(self).__qualname__}({held})"

    def _fields(self) -> tuple[object, ...]:
        held = self.__dict__
        return tuple([held[name] for name in self.__match_args__])


def replace(value: V, /, **fields: object) -> V:
    """The same value with these fields instead. Raises TypeError for a field there is not."""
    return type(value)(**dict(zip(value.__match_args__, value._fields(), strict=True)) | fields)
