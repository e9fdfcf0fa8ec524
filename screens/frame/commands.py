"""What a screen may ask for. A screen posts one of these; the app alone knows which screen answers it."""

from datetime import date
from typing import dataclass_transform

from textual.message import Message

from coach.engine.value import Fields


@dataclass_transform()
class Command(Message, Fields):
    """What is asked for, with its fields."""

    def __init__(self, *given: object, **named: object) -> None:
        self._take(given, named)
        super().__init__()


class ShowToday(Command):
    """Show what there is to do today."""


class ShowClients(Command):
    """Show every client."""


class ShowLimits(Command):
    """Show one's own limits."""


class ShowClient(Command):
    """Show one client's page, at one of its tabs."""

    client_id: int
    tab: str = "now"


class AddClient(Command):
    """Ask for a new client's name, then show the page, or go straight on to a check."""

    check: bool = False


class RenameClient(Command):
    """Ask for another name for a client."""

    client_id: int


class GoOn(Command):
    """Go on with a form that was left with something in it."""

    form: str
    client_id: int | None = None


class StartCheck(Command):
    """Ask which check and for which weeks, then begin it, or go on with one that is open."""

    client_id: int


class ResumeCheck(Command):
    """Go on with a check where it stopped."""

    assessment_id: int


class DeepenCheck(Command):
    """Turn a quick check into a full one, in place."""

    assessment_id: int


class ShowVerdict(Command):
    """Show the recommendation a check led to; ``fresh`` right after the check."""

    assessment_id: int
    fresh: bool = False


class ShowReasons(Command):
    """Show the reasons behind a recommendation."""

    assessment_id: int


class TakeDecision(Command):
    """Ask for the owner's own decision on a recommendation."""

    assessment_id: int


class ShowCheckIns(Command):
    """Show the check-ins that are due, or the one of a client."""

    client_id: int | None = None


class OpenCheckIn(Command):
    """Show the rest of a client's check-in of a day; None means today."""

    client_id: int
    on_day: date | None = None


class SetRhythm(Command):
    """Ask how often a client is checked in on."""

    client_id: int


class PutOffCheckIn(Command):
    """Ask until when a client's check-in waits, or why it is left out."""

    client_id: int
    skip: bool = False


class ShowInvoices(Command):
    """Show what a client has not paid yet."""

    client_id: int


class SetHolidays(Command):
    """Ask for days off."""


class ShowSettings(Command):
    """Show how the coach looks and behaves."""


class ShowKeys(Command):
    """Show which key does what, to give it another."""


class ShowLetters(Command):
    """Show the letters to choose from, or one of them; ``boundary`` is what a letter of no one boundary is about."""

    client_id: int | None = None
    letter_id: str = ""
    boundary: str = ""


class ShowTry(Command):
    """Show the last try with a client, or begin one."""

    client_id: int


class ShowChanged(Command):
    """Show what changed with a client, and what followed what was decided."""

    client_id: int


class ShowReceipt(Command):
    """Show what a client cost in a quarter."""

    client_id: int


class ShowGuide(Command):
    """Show the field guide, or a page of it at one of its paragraphs."""

    topic: str = ""
    place: int = 0


class PlanExit(Command):
    """Open the plan of an exit, or go on with it."""

    client_id: int


class ShowProspects(Command):
    """Show those one does not work for yet."""


class AddProspect(Command):
    """Ask for the name of somebody new, then begin the check before signing."""


class AskProspect(Command):
    """Begin the check before signing, or go on with it."""

    client_id: int


class ShowProspect(Command):
    """Show what the check before signing says; ``fresh`` right after it."""

    client_id: int
    fresh: bool = False


class ShowCall(Command):
    """Show the card for the call that ends the work for a client."""

    client_id: int


class StartAudit(Command):
    """Begin the check of my boundaries, or go on with it."""


class ShowAudit(Command):
    """Show what the check of my boundaries says; ``fresh`` right after it."""

    fresh: bool = False


class ShowBoundaries(Command):
    """Show every standard boundary, at one of the tabs."""

    tab: str = "terms"


class ShowBoundary(Command):
    """Show one boundary, in my own terms or with one client, at one of its tabs."""

    boundary: str
    client_id: int | None = None
    tab: str = "stands"


class LogIncident(Command):
    """Write down what happened, with one client or the one last written about; or correct an entry."""

    client_id: int | None = None
    entry_id: int | None = None
    fixed: bool = True


class SomethingHappened(Command):
    """Go from safety to what happened, to the reply and to a check."""


class LookAround(Command):
    """Say how to look around in the demo."""


class HoldReply(Command):
    """Put a reply away until a moment."""

    client_id: int | None = None


class ShowHeld(Command):
    """Show a reply that has waited."""

    held_id: int
