"""What a person sees of a running app, as text."""

from textual.app import App


def shown(app: App[object]) -> str:
    """Every row of the screen on top, as it would stand in the terminal."""
    return "\n".join("".join(part.text for part in strip) for strip in app.screen._compositor.render_strips())
