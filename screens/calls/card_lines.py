"""The call as lines of a screen: card, what to leave out, answers, practice. Knows words and marks; keeps nothing."""

from textual.content import Content

from coach.library.words import Words
from coach.wording.calls import Call, Objection
from screens.frame.letter_lines import marked
from screens.widgets.glyphs import ascii_only

MUTED = "$foreground 60%"


def card_of(words: Words, call: Call) -> list[tuple[str, Content]]:
    """The parts of the card with their labels; an open blank is a gap that stands out."""
    gap = words("call.gap.ascii" if ascii_only() else "call.gap.dots")
    found = []
    for part in call.parts:
        text = part.text
        for name in call.writing.open:
            text = text.replace(call.writing.mark(name), gap)
        found.append((part.label, marked(text, [gap])))
    return found


def donts_of(words: Words, call: Call, beside: bool) -> Content:
    """What to leave out: under each other beside the card, or in a line below it."""
    heading = Content(words("call.leave_out"))
    if not beside:
        return heading + Content(f" {call.left_out}")
    return Content("\n").join([heading.stylize("bold"), Content(""), *(Content(f"· {each}") for each in call.donts)])


def answer_of(words: Words, objection: Objection) -> Content:
    """An answer to what is under the cursor."""
    return Content.assemble((words("call.you"), "$accent"), "\n", objection.you)


def practice_of(words: Words, objection: Objection, answered: bool, place: tuple[int, int]) -> Content:
    """What they say; the answer stays away until it is asked for."""
    at = words("call.place", number=place[0], count=place[1])
    asked = [
        Content(at).stylize(MUTED),
        Content(""),
        Content(words("call.they")).stylize("$accent"),
        Content(objection.they).stylize("bold"),
        Content(""),
    ]
    rest = [answer_of(words, objection)] if answered else [Content(words("call.think")).stylize(MUTED)]
    return Content("\n").join([*asked, *rest])


def no_call_of(words: Words, call: Call) -> Content:
    """Why nobody is rung, what to do instead, and the way that is left."""
    title, lines = call.no_call
    shown = [Content(title).stylize("$warning bold"), Content("")]
    for line in lines:
        shown += [Content(line), Content("")]
    return Content("\n").join([*shown, Content(words("call.written_way")).stylize(MUTED)])
