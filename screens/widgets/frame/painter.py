"""Which lines are asked of which widgets when a part of a screen has changed. Knows no widget by name."""

from collections.abc import Iterable

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip


class Painter(Compositor):
    """Asks the widgets on the rows that changed for those rows.

    The toolkit's own asks every widget in view for all its lines and then leaves out most of them, so that a key takes
    the longer the more there is to see. This is a private part of it: where its name changes, nothing is lost but time.
    """

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        for widget, (region, clip) in self.visible_widgets.items():
            band = clip if crop is None else clip.intersection(Region(clip.x, crop.y, clip.width, crop.height))
            if shown := region.intersection(band):
                yield region, band, widget.render_lines(shown.translate((-region.x, -region.y)))
