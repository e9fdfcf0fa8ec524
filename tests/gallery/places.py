"""Every place of the program and the way there: the one table to add a line to when a place is new."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.message import Message

from coach.engine.instrument import Depth
from screens import commands
from tests.gallery.scene import Kind, Scene

Way = str | Callable[[Scene], Message]
"""A key to press, or a command to post."""

TILNEY, WREN_LANE, FENNIMORE = "Tilney Translations", "Wren Lane Bakery", "Fennimore Accounting"
CORBEL, QUAYSIDE, MARROW = "Corbel Joinery", "Quayside Lettings", "Marrow Dental"


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


def check(name: str) -> Way:
    return lambda scene: commands.StartCheck(scene.ids[name])


def asked(until: str, depth: Depth = Depth.FULL, name: str = CORBEL) -> Way:
    """A check that has come to a step; with no step, to its review."""
    return lambda scene: commands.ResumeCheck(scene.asked(name, until, depth).assessment.id)


def told(kind: Callable[[int], Message], name: str) -> Way:
    """What shows the last recommendation about a client."""

    def way(scene: Scene) -> Message:
        found = scene.book.told(scene.ids[name])
        assert found is not None
        return kind(found.assessment.id)

    return way


def verdict(name: str) -> Way:
    return told(commands.ShowVerdict, name)


def as_demo(scene: Scene) -> Message:
    """Today as ``coach demo`` shows it."""
    scene.book.set_setting("demo", True)
    return commands.ShowToday()


def boundary(name: str, tab: str = "stands", whom: str = "") -> Way:
    return lambda scene: commands.ShowBoundary(name, scene.ids[whom] if whom else None, tab)


def letter(whom: str, letter_id: str) -> Way:
    return lambda scene: commands.ShowLetters(scene.ids[whom], letter_id)


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
    Place("limits", "My limits", ("l",)),
    Place("limits-unsaid", "My limits before anything was said", ("l",), Kind.EMPTY),
    Place("palette", "The command palette", ("ctrl+p",), follows_theme=False),
    Place("palette-client", "A client by name in the palette", ("ctrl+p", *"corb"), follows_theme=False),
    Place("key-help", "The keys of a place", ("f1",)),
    Place("key-help-ask", "The keys of a check", (asked("unpaid"), "f1")),
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
