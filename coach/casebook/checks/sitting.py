"""A check under way: whom it is about, its row in the records, the interview so far. Knows no verb and no wording."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from coach.engine.value import Value, replace
from coach.store.assessments import Assessment
from coach.store.clients import Client

if TYPE_CHECKING:
    from coach.engine.interview.interview import Interview


class Sitting(Value):
    """One check under way: whom it is about, its row in the records, and the interview so far.

    A check of oneself has ``NOBODY`` for its client.
    """

    client: Client
    assessment: Assessment
    interview: "Interview"

    @property
    def client_id(self) -> int | None:
        """Whom it is about; None for oneself."""
        return self.assessment.client_id

    def at(self, interview: "Interview") -> "Sitting":
        """The same sitting at another place of the interview."""
        return replace(self, interview=interview)


NOBODY = Client(0, "", "", "active", datetime.min.replace(tzinfo=UTC))
"""Stands where a client would, in a check of oneself."""


class OpenCheck(Value):
    """A check begun and not finished. How far it has come is read when first asked: it takes the questions to tell."""

    client: Client
    assessment: Assessment
    read: Callable[[], "Interview"]

    @cached_property
    def progress(self) -> tuple[int, int]:
        """Steps done, and of how many."""
        return self.read().progress()
