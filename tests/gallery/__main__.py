"""Takes every picture again, or those of the places named: ``python -m tests.gallery today limits``."""

import asyncio
import sys
import tempfile
from pathlib import Path

from tests.gallery.album import INDEX, SHOTS, expected, index, pictures
from tests.gallery.places import PLACES
from tests.gallery.scene import Stage


async def remake(names: list[str]) -> int:
    """Write the pictures of these places, or of all; the number of files that changed."""
    changed = 0
    SHOTS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder))
        for place in (each for each in PLACES if not names or each.name in names):
            for name, content in (await pictures(stage, place)).files.items():
                path = SHOTS / name
                if not path.is_file() or path.read_text(encoding="utf-8") != content:
                    path.write_text(content, encoding="utf-8")
                    changed += 1
    if not names:
        for path in SHOTS.iterdir():
            if path.name not in expected():
                path.unlink()
    INDEX.write_text(index(), encoding="utf-8")
    return changed


if __name__ == "__main__":
    print(f"{asyncio.run(remake(sys.argv[1:]))} pictures changed")
