"""A list whose cursor is quick. Knows which lines a row takes, and nothing of what stands in them."""

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import OptionList


class CursorList(OptionList):
    """An option list in which a move of the cursor repaints the row it leaves and the row it enters, and no other.

    Prompts are content that has been broken into lines already; where one was broken again, everything is repainted.
    """

    highlighted: reactive[int | None] = reactive(None, repaint=False)
    _stood: int | None = None

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Move on as any list does, then repaint what has changed."""
        super().watch_highlighted(highlighted)
        left, self._stood = self._stood, highlighted
        plain = self.virtual_size.height == self.option_count
        heights = [1] * self.option_count if plain else [_lines(option.prompt) for option in self.options]
        if sum(heights) != self.virtual_size.height:
            self.refresh()
            return
        for row in (left, highlighted):
            if row is not None and row < len(heights):
                self.refresh_lines(sum(heights[:row]), heights[row])


def _lines(prompt: object) -> int:
    return prompt.plain.count("\n") + 1 if isinstance(prompt, Content) else 1
