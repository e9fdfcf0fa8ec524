"""Every place of the program and the way there: the one table to add a line to when a place is new."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.message import Message

from coach.engine.interview.instrument import Depth
from screens.frame import commands
from tests.gallery.scene import Kind, Scene

Way = str | Callable[[Scene], Message]
"""A key to press, or a command to post."""

TILNEY, WREN_LANE, FENNIMORE = "Tilney Translations", "Wren Lane Bakery", "Fennimore Accounting"
CORBEL, QUAYSIDE, MARROW = "Corbel Joinery", "Quayside Lettings", "Marrow Dental"
LARKSPUR = "Larkspur Walking Tours"


@dataclass(frozen=True)
class Place:
    """One picture: its name, what it shows in a few words, the way there from Today, and the records it needs.

    What does not follow a change of theme while it is open is opened again in the other one.
    """

    name: str
    says: str
    way: tuple[Way, ...] = ()
    kind: Kind = Kind.DEMO
    follows_theme: bool = True


def client(name: str, tab: str = "now") -> Way:
    return lambda scene: commands.ShowClient(scene.ids[name], tab)


def of_client(kind: Callable[[int], Message], name: str) -> Way:
    return lambda scene: kind(scene.ids[name])


def check(name: str) -> Way:
    return lambda scene: commands.StartCheck(scene.ids[name])


def asked(until: str, depth: Depth = Depth.FULL, name: str = CORBEL) -> Way:
    """A check that has come to a step; with no step, to its review."""
    return lambda scene: commands.ResumeCheck(scene.asked(name, until, depth).assessment.id)


def told(kind: Callable[[int], Message], name: str) -> Way:
    """What shows the last recommendation about a client."""

    def way(scene: Scene) -> Message:
        found = scene.book.checks.latest(scene.ids[name])
        assert found is not None
        return kind(found.assessment.id)

    return way


def verdict(name: str) -> Way:
    return told(commands.ShowVerdict, name)


def call(name: str) -> Way:
    return lambda scene: commands.ShowCall(scene.ids[name])


def prospect(scene: Scene) -> Message:
    """What the check before signing says."""
    return commands.ShowProspect(scene.ids[LARKSPUR])


def before_signing(scene: Scene) -> Message:
    """The check before signing, from its first question."""
    return commands.AskProspect(scene.book.prospects.add("Harbour Books").id)


def as_demo(scene: Scene) -> Message:
    """Today as ``coach demo`` shows it."""
    scene.book.settings.set("demo", True)
    return commands.ShowToday()


def boundary(name: str, tab: str = "stands", whom: str = "") -> Way:
    return lambda scene: commands.ShowBoundary(name, scene.ids[whom] if whom else None, tab)


def letter(whom: str, letter_id: str) -> Way:
    return lambda scene: commands.ShowLetters(scene.ids[whom], letter_id)


def happened(scene: Scene) -> Message:
    """The first door of the first start."""
    return commands.SomethingHappened()


PLACES = (
    Place("welcome", "The first start", kind=Kind.EMPTY),
    Place("today", "Today: what there is to do, and every client by weight"),
    Place("today-demo", "Today in the demo", (as_demo,)),
    Place("clients", "Every client", ("c",)),
    Place("clients-away", "No client is put away", ("c", "A")),
    Place("clients-find", "Clients by a part of the name", ("c", "slash", "l", "a", "n", "e")),
    Place("clients-trends", "How every client has gone", ("c", "v")),
    Place("client-now", "A client: what stands now", (client(CORBEL),)),
    Place("client-now-waiting", "A client with a check to go on with", (client(MARROW),)),
    Place("client-trends", "A client: the trend, rising", (client(CORBEL, "trends"),)),
    Place("client-trends-falling", "A boundary that worked", (client(TILNEY, "trends"),)),
    Place("client-trends-few", "Too few checks to say", (client(MARROW, "trends"),)),
    Place("client-trends-read", "Reading the picture point by point", (client(CORBEL, "trends"), "enter", "left")),
    Place("client-trends-figures", "The figures behind the picture", (client(CORBEL, "trends"), "v")),
    Place("client-weeks", "The weeks from calm to heavy", (client(CORBEL, "trends"), "h")),
    Place("client-log", "A client: the log, one timeline", (client(FENNIMORE, "log"),)),
    Place("client-log-find", "Words looked for in the log", (client(FENNIMORE, "log"), "slash", *"rang")),
    Place("incident", "Something happened: one line is enough", (client(CORBEL), "i", *"He rang at ten")),
    Place("incident-more", "What may come later", (client(CORBEL), "i", *"He rang", "tab", "tab", "tab", "right")),
    Place("incident-safety", "A reason to stop asks for safety first", (happened,), Kind.EMPTY),
    Place("incident-unsafe", "What comes first where somebody is not safe", (happened, "2"), Kind.EMPTY),
    Place("hold", "A reply put away until the morning", (client(CORBEL), "o", *"Not before Monday.", "enter")),
    Place("held", "A reply that has waited", ("down", "enter")),
    Place("client-plan", "A client: the plan of an exit, half way", (client(CORBEL, "plan"),)),
    Place("client-plan-sums", "What remains between the two", (client(CORBEL, "plan"), *["tab"] * 5)),
    Place("client-plan-steps", "The steps of an exit", (client(CORBEL, "plan"), *["tab"] * 9)),
    Place("client-plan-none", "No exit is planned", (client(TILNEY, "plan"),)),
    Place("client-plan-ask", "A fact of an exit", (client(TILNEY, "plan"), "o")),
    Place("client-plan-safety", "An exit where safety comes first", (client(QUAYSIDE, "plan"), "o", "2", "escape")),
    Place("client-history", "A client: every check and decision", (client(CORBEL, "history"),)),
    Place("client-new", "The name of a new client", ("a",)),
    Place("client-rename", "Another name", ("c", "e")),
    Place("check-start", "Before a check: which weeks, how deep", (check(TILNEY),)),
    Place("check-start-waiting", "Before a check where one is open", (check(MARROW),)),
    Place("ask-card", "A card to tick", (asked("works_well"), "1", "3")),
    Place("ask-reasons-to-stop", "The reasons to stop", (asked("reasons_to_stop"),)),
    Place("ask-happened", "What happened", (asked("happened_most"), "4", "5")),
    Place("ask-item", "One question", (asked("late_payment.effect"),)),
    Place("ask-follow-up", "A follow-up of a behaviour", (asked("mind_changing.kept"),)),
    Place("ask-row", "One behaviour in one row", (asked("mind_changing", Depth.QUICK), "3")),
    Place("ask-number", "A number", (asked("unpaid"), "8", "minus", "1", "0")),
    Place("ask-number-refused", "What is no number is refused where it stands", (asked("unpaid"), *"8q")),
    Place("ask-money", "A sum of money", (asked("revenue"),)),
    Place("ask-why", "Why a question is asked, and what it rests on", (asked("mind_changing.kept"), "question_mark")),
    Place("ask-note", "A note on an answer", (asked("mind_changing.kept"), "m", *"Twice")),
    Place("ask-worth-it", "The last question, after one's own summary", (asked("worth_it"),)),
    Place("review", "All answers before the check is finished", (asked(""),)),
    Place("verdict-keep", "Keep", (verdict(TILNEY),)),
    Place("verdict-set-boundaries", "Set boundaries first", (verdict(WREN_LANE),)),
    Place("verdict-reset", "One last try", (verdict(FENNIMORE),)),
    Place("verdict-plan-exit", "Plan the exit", (verdict(CORBEL),)),
    Place("verdict-leave-now", "Stop now", (verdict(QUAYSIDE),)),
    Place("verdict-not-enough", "Not enough to say", (verdict(MARROW),)),
    Place("reasons", "The reasons, with their figures", (told(commands.ShowReasons, CORBEL),)),
    Place("reasons-mine", "The reasons where the habit is one's own", (told(commands.ShowReasons, FENNIMORE),)),
    Place("decision", "Your own decision", (told(commands.TakeDecision, FENNIMORE),)),
    Place("prospects", "Those who wait for an answer before signing", ("c", "b")),
    Place("prospect-ask", "Before signing: does it fit", (before_signing, "1", "3")),
    Place("prospect", "Before signing: take it, with terms", (prospect,)),
    Place("call", "The card for the call that ends the work", (call(CORBEL),)),
    Place("call-answers", "What they may say, with an answer", (call(CORBEL), "o", "down", "down")),
    Place("call-reasons", "The reasons to choose from", (call(CORBEL), "r")),
    Place("call-barred", "No call, and the way in writing", (call(QUAYSIDE),)),
    Place(
        "check-ins",
        "Every check-in that is due, in one table",
        (lambda _: commands.ShowCheckIns(), "3", "tab", "4", "5"),
    ),
    Place(
        "check-ins-refused",
        "What is no answer stays in its cell, and the line says why",
        (lambda _: commands.ShowCheckIns(), *"5000", "tab"),
    ),
    Place("check-ins-row", "Beside its cells the keys act on a row", (lambda _: commands.ShowCheckIns(), "escape")),
    Place("check-ins-rest", "What else a check-in counts", (lambda _: commands.ShowCheckIns(), "enter")),
    Place(
        "check-ins-rhythm", "How often a client is checked in on", (lambda _: commands.ShowCheckIns(), "escape", "h")
    ),
    Place("last-try", "A last try with days left", (of_client(commands.ShowTry, FENNIMORE),)),
    Place("last-try-over", "A last try that was not followed", (of_client(commands.ShowTry, CORBEL),)),
    Place("last-try-begin", "Beginning a last try", (of_client(commands.ShowTry, CORBEL), "b")),
    Place("last-try-end", "How a last try went", (of_client(commands.ShowTry, FENNIMORE), "e")),
    Place("changed", "What changed, and how sure that is", (of_client(commands.ShowChanged, CORBEL),)),
    Place("receipt", "What a client cost in a quarter", (of_client(commands.ShowReceipt, CORBEL), "left")),
    Place("client-measure", "What to draw", (client(CORBEL, "trends"), "m")),
    Place("limits", "My limits", ("l",)),
    Place("limits-unsaid", "My limits before anything was said", ("l",), Kind.EMPTY),
    Place("palette", "The command palette", ("ctrl+p",), follows_theme=False),
    Place("palette-client", "A client by name in the palette", ("ctrl+p", *"corb"), follows_theme=False),
    Place("key-help", "The keys of a place", ("f1",)),
    Place("key-help-ask", "The keys of a check", (asked("unpaid"), "escape", "f1")),
    Place("settings", "Settings", ("comma",)),
    Place("discreet", "Today while somebody else can see it", ("ctrl+t",)),
    Place("discreet-client", "A client while somebody else can see it", (client(CORBEL), "ctrl+t")),
    Place("cleared", "The screen cleared at once", ("ctrl+l",)),
    Place("limits-hours", "Changing a limit", ("l", "down", "down", "down", "enter")),
    Place("client-boundaries", "A client: what was told and kept", (client(FENNIMORE, "boundaries"),)),
    Place("boundaries", "My own boundaries, step by step", (lambda _: commands.ShowBoundaries("terms"),)),
    Place("boundaries-matrix", "Boundaries with each client", (lambda _: commands.ShowBoundaries("matrix"),)),
    Place("boundary", "One boundary: how far it has come", (boundary("office_hours"),)),
    Place("boundary-steps", "The steps that put it in place", (boundary("payment_terms", "steps"),)),
    Place("boundary-crossed", "What to do when it is crossed", (boundary("office_hours", "crossed", FENNIMORE),)),
    Place("boundary-say", "Saying how far it has come", (boundary("office_hours", "stands", FENNIMORE), "s")),
    Place("boundary-terms", "Changing one of my terms", (boundary("payment_terms"), "enter")),
    Place("audit-ask", "The check of one's own boundaries", (lambda _: commands.StartAudit(),)),
    Place("audit-result", "The three to fix first", (lambda _: commands.ShowAudit(),)),
    Place("letters", "Every letter", (letter(WREN_LANE, ""),)),
    Place("letter", "A letter with its open blanks", (letter(WREN_LANE, "late_friendly"),)),
    Place("letter-filling", "One blank after another", (letter(WREN_LANE, "late_friendly"), "enter")),
    Place("welcome-pack", "The welcome pack", (letter(WREN_LANE, "welcome_pack"),)),
    Place("guide", "The field guide", ("g",)),
    Place("guide-page", "A page of the guide", (lambda _: commands.ShowGuide("firing-well"),)),
    Place("guide-search", "A search in the guide", ("g", "slash", *"late payment", "enter")),
)
