"""The list of letters as plain lines. Knows their wording; asks nothing."""

from coach.library.letters.letters import GROUPS
from coach.wording.letters.filled import LetterWording


def letter_list(wording: LetterWording) -> str:
    """Every letter with its id, group by group."""
    lines: list[str] = []
    letters = wording.library.letters[0]
    wide = max(len(each) for each in letters)
    for group in GROUPS:
        lines += [wording.words.say("letters", f"group.{group}.name")]
        known = [each.id for each in letters.values() if each.group == group]
        lines += [f"  {each:<{wide}}  {wording.name(each)}" for each in known] + [""]
    return "\n".join(lines[:-1]) + "\n"
