"""What a person sees of a running app, as text, and what the app posts."""

from collections.abc import Callable

from textual.app import App
from textual.message import Message


def shown(app: App[object]) -> str:
    """Every row of the screen on top, as it would stand in the terminal."""
    return "\n".join("".join(part.text for part in strip) for strip in app.screen._compositor.render_strips())


def flowing(app: App[object]) -> str:
    """The same as one line with single spaces, so that a wrapped sentence can be found."""
    return " ".join(shown(app).split())


def posted(*kinds: type[Message]) -> tuple[list[Message], Callable[[Message], None]]:
    """A list that fills with the messages of these kinds, each once, and the hook that fills it."""
    found: list[Message] = []

    def hook(message: Message) -> None:
        if isinstance(message, kinds) and not any(message is each for each in found):
            found.append(message)

    return found, hook
