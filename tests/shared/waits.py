"""How long anything may take before a test has failed, and the wait for it."""

import time
from collections.abc import Callable

LONGEST = 60.0
"""Seconds: a loaded machine is slow, and what has not come by then does not come."""


def wait_until(holds: Callable[[], bool], meanwhile: Callable[[float], object], otherwise: Callable[[], str]) -> None:
    """Wait until a condition holds; ``meanwhile`` is given the seconds until the next look at it.

    AssertionError with what ``otherwise`` says, where it does not hold in time.
    """
    until = time.monotonic() + LONGEST
    while not holds():
        assert time.monotonic() < until, otherwise()
        meanwhile(0.05)
