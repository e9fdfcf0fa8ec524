"""The coach on a terminal, answered line by line: each prompt is awaited, then its line is typed."""

from pathlib import Path

from tests.whole.terminal import Terminal


class Prompted(Terminal):
    """``coach`` at that home, on the 21 November 2025."""

    def __init__(self, home: Path, *words: str, term: str) -> None:
        super().__init__(*words, home=home, environment={"TERM": term, "COACH_TODAY": "2025-11-21"})
        self.seen = 0

    def await_text(self, text: str) -> None:
        """Read until a text has come since the last one awaited."""
        wanted = text.encode()
        self.wait_until(lambda: wanted in self.raw[self.seen :], f"no {text!r} in {self.raw[self.seen :]!r}")
        self.seen += self.raw[self.seen :].index(wanted) + len(wanted)

    def answer(self, *pairs: tuple[str, str]) -> None:
        """Await each prompt, then type its line."""
        for prompt, line in pairs:
            self.await_text(prompt)
            self.write(f"{line}\r")
