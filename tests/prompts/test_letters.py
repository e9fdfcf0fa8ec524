"""Letters and the welcome pack in typed lines."""

import contextlib

from coach.casebook.book import Casebook
from coach.engine.boundary import Rung
from coach.library.letters.letters import GROUPS
from coach.prompts.console import Console
from coach.prompts.letters import LetterPrompts
from coach.wording.letters.draft import LetterDraft
from coach.wording.letters.filled import LetterWording
from tests.prompts.scripted import Script

CALL_NOTE = (str(GROUPS.index("replies") + 1), "2")


def typed(book: Casebook, *lines: str) -> Script:
    """The letters, with those lines typed until the input ends."""
    script = Script(*lines)
    with contextlib.suppress(EOFError):
        LetterPrompts(book, Console(book.library.words, script.read, script.said.append)).through()
    return script


def test_a_letter_is_chosen_filled_and_kept_as_sent(book: Casebook) -> None:
    client = book.clients.add("Acme [/] Ltd")
    said = LetterWording(book)
    blanks = LetterDraft(said, book.letters.letter("call_note"), client.id).open
    answers = [said.example(name) for name in blanks]
    script = typed(book, "1", *CALL_NOTE, *answers, "3", "<", "3", "", "5")
    assert script.lines == [] and "Kept as sent on 21 November 2026." in script.text
    assert book.boundaries.standing("written_confirmations", client.id).has(Rung.TOLD)
    assert book.letters.kept(client.id)[0].sent_on == book.clock.today()


def test_back_asks_the_blank_before_and_shows_what_stands(book: Casebook) -> None:
    first, second = LetterDraft(LetterWording(book), book.letters.letter("call_note"), None).open[:2]
    script = typed(book, *CALL_NOTE, "2 March 2026", "<", "3 March 2026")
    assert "Now: 2 March 2026" in script.said
    assert (
        LetterDraft(LetterWording(book), book.letters.letter("call_note"), None).draft.filled[first] == "3 March 2026"
    )
    assert second in LetterDraft(LetterWording(book), book.letters.letter("call_note"), None).open


def test_an_open_letter_is_not_saved(book: Casebook) -> None:
    blanks = LetterDraft(LetterWording(book), book.letters.letter("call_note"), None).open
    script = typed(book, *CALL_NOTE, *("" for _ in blanks), "2")
    assert any(line.startswith("Still open:") for line in script.said)
    assert list(book.places.exports.iterdir()) == []


def test_what_does_not_fit_is_asked_again(book: Casebook) -> None:
    script = typed(book, *CALL_NOTE, "soon", "2 March 2026")
    assert any("read that day" in line for line in script.said)
    assert "2 March 2026" in LetterDraft(LetterWording(book), book.letters.letter("call_note"), None).text.heading


def test_a_letter_about_any_rule_asks_which(book: Casebook) -> None:
    client = book.clients.add("Acme")
    place = book.library.boundaries.index("channels") + 1
    script = typed(book, "1", str(GROUPS.index("replies") + 1), "1", str(place))
    rule = book.library.words.say("boundaries", "channels.rule")
    assert (
        rule
        in LetterDraft(LetterWording(book), book.letters.letter("one_rule"), client.id, boundary="channels").text.body
    )
    assert "Which boundary is the letter about?" in script.said


def test_the_pack_takes_sections_in_and_out(book: Casebook) -> None:
    typed(book, "1", "1", "2", "12")
    assert book.letters.pack_choices() == {"welcome_hours": True, "welcome_ending": False}
