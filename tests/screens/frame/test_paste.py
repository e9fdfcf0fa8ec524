"""Pastes: every line and every character in order, whatever is in it, and none of it ever acts as a key."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from textual import events

from coach.casebook.book import Casebook
from coach.casebook.log.log import LONGEST_ENTRY
from screens.frame import commands
from screens.frame.paste import END, ESCAPE, START, PasteParser
from screens.widgets.fields.form_input import FormInput
from tests.screens.pilots import opened, press, settled, show
from tests.screens.shown import shown

REPLY = "Dear X,\n\nno, not today.\nMaria"


def read(*pieces: str) -> list[events.Key | events.Paste]:
    parser = PasteParser()
    return [each for piece in pieces for each in parser.feed(piece) if isinstance(each, (events.Key, events.Paste))]


@given(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=40), st.data())
def test_a_paste_is_one_text_however_it_comes_in(text: str, data: st.DataObject) -> None:
    pasted = text.replace(END, "")
    sent = f"a{START}{pasted}{END}b"
    inside = len(START) + 1
    cuts = sorted(data.draw(st.sets(st.integers(inside, len(sent) - 1), max_size=4)))
    found = read(*(sent[first:last] for first, last in zip([0, *cuts], [*cuts, len(sent)], strict=True)))
    assert [each.key for each in found if isinstance(each, events.Key)] == ["a", "b"]
    texts = [each.text for each in found if isinstance(each, events.Paste)]
    assert texts == [pasted.replace(ESCAPE, "\ufffd")] or (texts == [] and not pasted)


async def test_a_pasted_reply_keeps_its_lines_and_what_is_typed_into_it(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    async with opened(book) as pilot:
        await show(pilot, commands.HoldReply(client))
        field = pilot.app.screen.query(FormInput).first()
        field.post_message(events.Paste(REPLY))
        await settled(pilot)
        await press(pilot, "home", "right", "right", "right", "right", "!", "enter", "enter")
        (held,) = book.held_replies.waiting()
        assert held.text == REPLY.replace("Dear", "Dear!") and held.until > datetime(2026, 11, 21, tzinfo=UTC)


async def test_what_does_not_fit_is_cut_and_that_is_said(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    async with opened(book) as pilot:
        await show(pilot, commands.LogIncident(client))
        field = pilot.app.screen.query(FormInput).first()
        field.post_message(events.Paste("word " * LONGEST_ENTRY))
        await settled(pilot)
        assert len(field.text) == LONGEST_ENTRY and str(LONGEST_ENTRY) in shown(pilot.app)
        await press(pilot, "enter")
        assert [len(each.text) for each in book.log.of(client)] == [LONGEST_ENTRY - 1]
