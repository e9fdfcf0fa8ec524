"""What the model can recommend, and in which order of hardness. Knows no rule."""

from enum import StrEnum


class Outcome(StrEnum):
    """What the model recommends; not enough to say stands outside the ladder."""

    NOT_ENOUGH = "not_enough"
    KEEP = "keep"
    SET_BOUNDARIES = "set_boundaries"
    RESET = "reset"
    PLAN_EXIT = "plan_exit"
    LEAVE_NOW = "leave_now"


LADDER = (Outcome.KEEP, Outcome.SET_BOUNDARIES, Outcome.RESET, Outcome.PLAN_EXIT, Outcome.LEAVE_NOW)
"""From the mildest to the hardest."""
