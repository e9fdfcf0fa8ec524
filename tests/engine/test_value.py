"""A value: fields by position or by name, equal by class and fields, never changed."""

import copy
import pickle
from functools import cached_property
from typing import ClassVar

import pytest

from coach.engine.value import NOTHING, Value, replace


class Pair(Value):
    first: int
    second: str = "two"


class Triple(Pair):
    third: bool = False
    KIND: ClassVar[str] = "three"


class Other(Value):
    first: int
    second: str = "two"


class Even(Value):
    number: int

    def __post_init__(self) -> None:
        if self.number % 2:
            raise ValueError("odd")
        self._settle(number=abs(self.number))


class Slow(Value):
    number: int

    @cached_property
    def doubled(self) -> int:
        return self.number * 2


def test_fields_are_given_by_position_by_name_or_not_at_all() -> None:
    given = [Pair(1), Pair(1, "two"), Pair(first=1), Pair(1, second="two"), Pair(second="two", first=1)]
    assert given == [Pair(1)] * 5
    assert (given[0].first, given[0].second) == (1, "two")


@pytest.mark.parametrize(
    ("given", "named"),
    [((), {}), ((1, "two", 3), {}), ((1,), {"first": 1}), ((1,), {"third": 3}), ((), {"second": "two", "third": 3})],
    ids=["missing", "too many", "twice", "unknown", "one missing and one unknown"],
)
def test_a_field_too_many_unknown_or_missing_is_refused(given: tuple[object, ...], named: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="Pair takes first, second"):
        Pair(*given, **named)  # type: ignore[arg-type]


def test_equal_fields_of_another_class_are_another_value() -> None:
    assert Pair(1) != Other(1)
    assert Pair(1) != Pair(2)
    assert Pair(1) != (1, "two")
    assert len({Pair(1), Pair(1, "two"), Other(1)}) == 2


def test_nothing_of_it_changes() -> None:
    pair = Pair(1)
    with pytest.raises(AttributeError, match="first of a Pair never changes"):
        pair.first = 2  # type: ignore[misc]
    with pytest.raises(AttributeError, match="first of a Pair never goes"):
        del pair.first
    with pytest.raises(AttributeError):
        pair.more = 3  # type: ignore[attr-defined]
    assert pair == Pair(1)


def test_a_value_with_other_fields_is_a_new_one_and_goes_through_the_same_looks() -> None:
    pair = Pair(1)
    assert replace(pair, second="zwei") == Pair(1, "zwei")
    assert pair == Pair(1)
    with pytest.raises(TypeError):
        replace(pair, third=3)
    assert replace(Even(2), number=-4).number == 4
    with pytest.raises(ValueError, match="odd"):
        replace(Even(2), number=3)


def test_a_class_adds_its_own_fields_to_those_it_inherits() -> None:
    assert Triple(1, "two", True).third
    assert Triple.__match_args__ == ("first", "second", "third")
    assert repr(Triple(1)) == "Triple(first=1, second='two', third=False)"


def test_a_value_is_matched_by_position() -> None:
    match Triple(1, "zwei"):
        case Triple(first, second):
            assert (first, second) == (1, "zwei")


def test_what_was_once_worked_out_stays_and_is_no_field() -> None:
    slow = Slow(2)
    assert slow.doubled == 4
    assert slow == Slow(2)
    assert replace(slow, number=3).doubled == 6


def test_a_value_can_be_copied_and_sent() -> None:
    assert copy.copy(Pair(1)) == copy.deepcopy(Pair(1)) == pickle.loads(pickle.dumps(Pair(1))) == Pair(1)


def test_nothing_stays_nothing() -> None:
    with pytest.raises(TypeError):
        NOTHING["a"] = 1  # type: ignore[index]
