"""Keys, pastes and clicks thrown at a form, held against what may come of them."""

import asyncio
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from coach.casebook.book import Casebook, open_casebook
from coach.engine.value import replace
from coach.formats.text import clean
from coach.forms.form import Form, Kept, Kind, Said, Wrong, read, read_all
from screens.frame.form import FormDialog
from screens.frame.frame import Frame
from screens.widgets.fields.form_input import FormInput
from tests.forms.case import Case
from tests.forms.cases import CASES
from tests.screens.pilots import settled
from tests.shared.book import CLOCK

MOVES = ("enter", "tab", "shift+tab", "up", "down", "left", "right", "home", "end", "backspace", "escape", "ctrl+s")
KEYS = st.one_of(
    st.sampled_from(MOVES),
    st.characters(min_codepoint=33, max_codepoint=126),
    st.sampled_from(["é", "ß", "你", "€", "<", "?", "-"]),
)
TEXTS = st.one_of(
    st.sampled_from(["EUR 500", "5000", "1,5", "abc", "tomorrow", "28.11.2026", "one\ntwo", "\x1b[31mred", "[/] $x"]),
    st.text(max_size=40),
)
CLICKS = st.tuples(st.integers(0, 79), st.integers(0, 23))
ACTS = st.one_of(
    st.tuples(st.just("key"), KEYS), st.tuples(st.just("paste"), TEXTS), st.tuples(st.just("click"), CLICKS)
)
Act = tuple[str, Any]


class Bare(Frame):
    """The app without a place, since a form knows none."""

    CSS_PATH = str(Path(sys.modules[Frame.__module__].__file__ or "").with_name("coach.tcss"))


async def storm(book: Casebook, case: Case, acts: list[Act]) -> None:
    """Throw the acts at the form of a case, and hold what comes of each against what stood there."""
    given, kept = case.ready(book), []

    def make(shown: Casebook) -> Form | None:
        form = case.make(shown, *given)
        return form and replace(form, keep=_noted(form.keep, kept))

    async with Bare(book).run_test(size=(80, 24)) as pilot:
        dialog = FormDialog(make)
        await pilot.app.push_screen(dialog)
        await settled(pilot)
        for kind, what in acts:
            if pilot.app.screen is not dialog or dialog.form is None:
                return
            before, focused = dialog.texts, dialog.focused
            await _act(pilot, kind, what)
            if kept:
                chosen = _chosen(dialog.form, kept[0]) if kind == "click" or what.isdecimal() else {}
                assert kept == [read_all(dialog.form, {**before, **chosen})], "what is kept is what stood there"
                return
            if pilot.app.screen is dialog:
                _held(dialog, before, focused, kind, what)


def _chosen(form: Form, said: Said) -> dict[str, str]:
    """What was chosen of what is offered: a digit or a click does so in the last field and saves at once."""
    offers = [field for field in form.fields if field.kind is Kind.CHOICE and field.id in said]
    return {
        field.id: next(each for each in field.offered if read(field, each, said) == said[field.id]) for field in offers
    }


def _held(dialog: FormDialog, before: dict[str, str], focused: Any, kind: str, what: Any) -> None:
    """What was typed stands where it was typed, and nowhere else."""
    changed = {name for name, text in dialog.texts.items() if text != before[name]}
    boxes = [name for name, box in dialog.boxes.items() if focused is not None and focused in box.query("*")]
    if kind != "click":
        assert changed <= set(boxes), "a key changes no other field"
    if isinstance(focused, FormInput) and boxes:
        (name,) = boxes
        typed = clean(what, lines=focused.lines) if kind == "paste" or (kind == "key" and len(what) == 1) else ""
        room = dialog.boxes[name].look.longest - len(before[name])
        if typed and room >= len(typed) and not before[name]:
            assert dialog.texts[name] == typed, "what is typed stands there as typed"
    if kind == "key" and what in ("enter", "ctrl+s"):
        assert not changed, "what is refused stays as it was typed"


async def _act(pilot: Pilot[int], kind: str, what: Any) -> None:
    if kind == "click":
        await pilot.click(offset=what)
    elif kind == "paste":
        (pilot.app.focused or pilot.app.screen).post_message(events.Paste(what))
    else:
        # As the driver does it: the toolkit's own way to press keys in tests waits long after each.
        alone = len(what) == 1
        pilot.app.post_message(events.Key(_character_to_key(what) if alone else what, what if alone else None))
    await settled(pilot)


def _noted(keep: Callable[[Said], Kept], kept: list[Said]) -> Callable[[Said], Kept]:
    def noted(said: Said) -> Kept:
        done = keep(said)
        kept.append(said)
        return done

    return noted


def example(case: Case, acts: list[Act]) -> None:
    """One storm on records of its own."""
    with tempfile.TemporaryDirectory() as folder:
        book = open_casebook(Path(folder), CLOCK)
        try:
            asyncio.run(storm(book, case, acts))
        except Wrong as wrong:
            raise AssertionError(f"{wrong.field} was kept and cannot be read") from wrong
        finally:
            book.records.close()


def every(examples: int) -> Callable[[], None]:
    """A search over all forms with so many examples."""

    @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.sampled_from(CASES), st.lists(ACTS, min_size=1, max_size=12))
    def search(case: Case, acts: list[Act]) -> None:
        example(case, acts)

    return search


if __name__ == "__main__":
    every(int(sys.argv[1]))()
