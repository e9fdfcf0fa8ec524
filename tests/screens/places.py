"""What tests of Today, Clients and Client share: names to be careful of, finished checks, and what an app posts."""

from collections.abc import Callable
from datetime import date

from textual.message import Message

from coach.casebook.book import Casebook
from coach.casebook.checks.told import Told
from coach.engine.interview.answer import Answer, Kind, chosen, silent
from coach.engine.interview.instrument import Depth, Item
from coach.engine.interview.interview import Interview, Step

TODAY = date(2026, 11, 21)
HOSTILE = [
    "Acme [/] Ltd",
    "[@click=app.quit]x[/]",
    "\x1b[31mred\x1b]0;title\x07\x9b2J",
    "\u202eevil\u202c",
    "x" * 10_000,
    "שלום עולם",
    "a\u0301\u0302\u0303" * 20,
]


def told_kept(sign: str, often: int) -> list[Answer]:
    """A behaviour that went on against a rule that was told and kept."""
    rest = {"told": "aloud", "kept": "each", "then": "went_on"}
    return [chosen(sign, str(often)), *(chosen(f"{sign}.{part}", option) for part, option in rest.items())]


def checked(book: Casebook, client_id: int, day: date, *given: Answer, depth: Depth = Depth.QUICK) -> Told:
    """A finished check: the answers given, and for the rest that nothing happened or is not known."""
    run = Interview.begin(book.library.instrument("client-check"), depth, {each.item: each for each in given})
    while (step := run.step) is not None:
        run = run.answer(*(_nothing(step, item) for item in step.items if item.id not in run.answers))
    return book.assess(client_id, run.answers, depth, day)


def _nothing(step: Step, item: Item) -> Answer:
    nothing = step.card.blank if step.card else next((each for each in ("no", "none") if each in item.options), "")
    return chosen(item.id, nothing) if nothing else silent(item.id, Kind.DONT_KNOW)


def posted(*kinds: type[Message]) -> tuple[list[Message], Callable[[Message], None]]:
    """A list that fills with the messages of these kinds, each once, and the hook that fills it."""
    found: list[Message] = []

    def hook(message: Message) -> None:
        if isinstance(message, kinds) and not any(message is each for each in found):
            found.append(message)

    return found, hook
