"""What a screen may ask for. A screen posts one of these; the app alone knows which screen answers it."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from coach.engine.instrument import Depth


@dataclass(eq=False, repr=False)
class ShowToday(Message):
    """Show what there is to do today."""


@dataclass(eq=False, repr=False)
class ShowClients(Message):
    """Show every client."""


@dataclass(eq=False, repr=False)
class ShowLimits(Message):
    """Show one's own limits."""


@dataclass(eq=False, repr=False)
class ShowClient(Message):
    """Show one client's page, at one of its tabs."""

    client_id: int
    tab: str = "now"


@dataclass(eq=False, repr=False)
class AddClient(Message):
    """Ask for a new client's name, then show the page, or go straight on to a check."""

    check: bool = False


@dataclass(eq=False, repr=False)
class StartCheck(Message):
    """Ask which check and for which weeks, then begin it."""

    client_id: int


@dataclass(eq=False, repr=False)
class BeginCheck(Message):
    """Begin a check; None for the days means today and the weeks before it."""

    client_id: int
    depth: "Depth"
    on_day: date | None = None
    since_day: date | None = None


@dataclass(eq=False, repr=False)
class ResumeCheck(Message):
    """Go on with a check where it stopped."""

    assessment_id: int


@dataclass(eq=False, repr=False)
class DeepenCheck(Message):
    """Turn a quick check into a full one, in place."""

    assessment_id: int


@dataclass(eq=False, repr=False)
class ShowVerdict(Message):
    """Show the recommendation a check led to; ``fresh`` right after the check."""

    assessment_id: int
    fresh: bool = False


@dataclass(eq=False, repr=False)
class ShowReasons(Message):
    """Show the reasons behind a recommendation."""

    assessment_id: int


@dataclass(eq=False, repr=False)
class TakeDecision(Message):
    """Ask for the owner's own decision on a recommendation."""

    assessment_id: int


@dataclass(eq=False, repr=False)
class ShowCheckIns(Message):
    """Show the check-ins that are due, or the one of a client."""

    client_id: int | None = None


@dataclass(eq=False, repr=False)
class OpenCheckIn(Message):
    """Show the rest of a client's check-in of a day; None means today."""

    client_id: int
    on_day: date | None = None


@dataclass(eq=False, repr=False)
class SetRhythm(Message):
    """Ask how often a client is checked in on."""

    client_id: int


@dataclass(eq=False, repr=False)
class PutOffCheckIn(Message):
    """Ask until when a client's check-in waits, or why it is left out."""

    client_id: int
    skip: bool = False


@dataclass(eq=False, repr=False)
class ShowInvoices(Message):
    """Show what a client has not paid yet."""

    client_id: int


@dataclass(eq=False, repr=False)
class SetHolidays(Message):
    """Ask for days off."""


@dataclass(eq=False, repr=False)
class ShowSettings(Message):
    """Show how the coach looks and behaves."""


@dataclass(eq=False, repr=False)
class ShowKeys(Message):
    """Show which key does what, to give it another."""


@dataclass(eq=False, repr=False)
class ShowLetters(Message):
    """Show the letters to choose from, or one of them; ``boundary`` is what a letter of no one boundary is about."""

    client_id: int | None = None
    letter_id: str = ""
    boundary: str = ""


@dataclass(eq=False, repr=False)
class ShowTry(Message):
    """Show the last try with a client, or begin one."""

    client_id: int


@dataclass(eq=False, repr=False)
class ShowChanged(Message):
    """Show what changed with a client, and what followed what was decided."""

    client_id: int


@dataclass(eq=False, repr=False)
class ShowReceipt(Message):
    """Show what a client cost in a quarter."""

    client_id: int


@dataclass(eq=False, repr=False)
class ShowGuide(Message):
    """Show the field guide, or a page of it at one of its paragraphs."""

    topic: str = ""
    place: int = 0


@dataclass(eq=False, repr=False)
class PlanExit(Message):
    """Open the plan of an exit, or go on with it."""

    client_id: int


@dataclass(eq=False, repr=False)
class ShowProspects(Message):
    """Show those one does not work for yet."""


@dataclass(eq=False, repr=False)
class AddProspect(Message):
    """Ask for the name of somebody new, then begin the check before signing."""


@dataclass(eq=False, repr=False)
class AskProspect(Message):
    """Begin the check before signing, or go on with it."""

    client_id: int


@dataclass(eq=False, repr=False)
class ShowProspect(Message):
    """Show what the check before signing says; ``fresh`` right after it."""

    client_id: int
    fresh: bool = False


@dataclass(eq=False, repr=False)
class ShowCall(Message):
    """Show the card for the call that ends the work for a client."""

    client_id: int


@dataclass(eq=False, repr=False)
class StartAudit(Message):
    """Begin the check of my boundaries, or go on with it."""


@dataclass(eq=False, repr=False)
class ShowAudit(Message):
    """Show what the check of my boundaries says; ``fresh`` right after it."""

    fresh: bool = False


@dataclass(eq=False, repr=False)
class ShowBoundaries(Message):
    """Show every standard boundary, at one of the tabs."""

    tab: str = "terms"


@dataclass(eq=False, repr=False)
class ShowBoundary(Message):
    """Show one boundary, in my own terms or with one client, at one of its tabs."""

    boundary: str
    client_id: int | None = None
    tab: str = "stands"


@dataclass(eq=False, repr=False)
class LogIncident(Message):
    """Write down what happened, with one client or the one last written about; or correct an entry."""

    client_id: int | None = None
    entry_id: int | None = None


@dataclass(eq=False, repr=False)
class SomethingHappened(Message):
    """Go from safety to what happened, to the reply and to a check."""


@dataclass(eq=False, repr=False)
class LookAround(Message):
    """Say how to look around in the demo."""


@dataclass(eq=False, repr=False)
class HoldReply(Message):
    """Put a reply away until a moment."""

    client_id: int | None = None


@dataclass(eq=False, repr=False)
class ShowHeld(Message):
    """Show a reply that has waited."""

    held_id: int
