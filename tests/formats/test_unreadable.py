"""Every reason for which something typed cannot be read has its sentence, and every sentence its reason."""

import re
from pathlib import Path

from coach.library.library import Library

COACH = Path(__file__).parents[2] / "coach"
KEY = re.compile(r'"((?:day|moment|time|share|money|figure|duration|out_of|too)[a-z_]*)"')


def test_every_reason_has_one_sentence_and_every_sentence_a_reason() -> None:
    said = Library().words.file("forms")["unreadable"]
    source = "".join(path.read_text(encoding="utf-8") for path in sorted(COACH.glob("*/**/*.py")))
    raised = set(re.findall(r'Unreadable\("(\w+)"', source)) | set(KEY.findall(source))
    assert set(said) <= raised
    assert set(re.findall(r'Unreadable\("(\w+)"', source)) <= set(said)
