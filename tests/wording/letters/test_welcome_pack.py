"""The welcome pack: its sections, its blanks, and how it leaves."""

import pytest

from coach.casebook.book import Casebook
from coach.casebook.desk import Refused
from coach.engine.boundary import Rung
from coach.engine.letter import Tone
from coach.wording.letters.welcome_pack import WelcomePack
from tests.shared.book import TODAY


def filled(pack: WelcomePack) -> WelcomePack:
    """The pack with every blank filled from its example."""
    for writing, name in pack.asked():
        writing.fill(name, writing.said.example(name))
    pack.read()
    return pack


def names(pack: WelcomePack) -> list[str]:
    return [part.letter.id.removeprefix("welcome_") for part in pack.held]


def test_a_section_is_in_once_its_boundary_is_decided(book: Casebook) -> None:
    pack = WelcomePack(book, None)
    assert names(pack) == ["opening", "ending", "closing"]
    book.boundaries.set_term("office_hours", {"days": "Monday"})
    pack.read()
    assert names(pack) == ["opening", "hours", "ending", "closing"]


def test_sections_can_be_left_out_and_put_in_but_for_the_first_and_the_last(book: Casebook) -> None:
    book.boundaries.set_term("office_hours", {"days": "Monday"})
    pack = WelcomePack(book, None)
    for each in ("hours", "payment", "opening", "closing"):
        pack.turn(f"welcome_{each}")
    assert names(WelcomePack(book, None)) == ["opening", "payment", "ending", "closing"]


@pytest.mark.parametrize("tone", Tone)
def test_filled_in_one_go_it_is_whole(book: Casebook, tone: Tone) -> None:
    pack = WelcomePack(book, None, tone)
    for part in pack.parts:
        if not part.wanted:
            pack.turn(part.letter.id)
    asked = [name for _, name in pack.asked()]
    assert len(asked) == len(set(asked))
    text = filled(pack).finished()
    assert not pack.open and "[" not in text and "$" not in text
    headings = [part.writing.text.heading for part in pack.held if not part.fixed]
    assert [line for line in text.splitlines() if line in headings] == headings
    path = pack.save()
    assert path.name == "letter-2026-11-21-welcome_pack.txt" and path.read_text(encoding="utf-8") == text


def test_sent_it_tells_every_rule_in_it_as_one_change(book: Casebook) -> None:
    client = book.clients.add("Acme")
    book.boundaries.set_term("office_hours", {"days": "Monday"})
    book.boundaries.set_term("channels", {"main": "e-mail"})
    pack = WelcomePack(book, client.id)
    with pytest.raises(Refused, match="letter_open"):
        pack.sent(TODAY)
    filled(pack).sent(TODAY)
    told = {name for name, each in book.boundaries.standings(client.id).items() if each.has(Rung.TOLD)}
    assert told == {"office_hours", "channels"} == set(pack.rules)
    book.records.undo()
    assert not any(each.has(Rung.TOLD) for each in book.boundaries.standings(client.id).values())
    assert book.letters.kept(client.id) == []


def test_for_nobody_it_is_not_sent(book: Casebook) -> None:
    with pytest.raises(Refused, match="letter_for_whom"):
        filled(WelcomePack(book, None)).sent(TODAY)


def test_a_section_in_own_words_stands_in_the_pack(book: Casebook) -> None:
    pack = filled(WelcomePack(book, None))
    ending = next(part for part in pack.parts if part.letter.id == "welcome_ending")
    ending.writing.rewrite("We part as friends.")
    pack.read()
    assert "We part as friends." in pack.finished()
