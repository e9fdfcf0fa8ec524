"""The command `coach`, as it is typed and as ``python -m coach``."""

import gc
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Open the coach where nothing more is asked, and run a command otherwise."""
    # What is loaded now stays to the end: to look through it for rubbish again and again is a twentieth of the start.
    gc.disable()
    if len(sys.argv) > 1:
        from coach.cli import main as run_command

        run_command()
    from coach.ending import finish
    from coach.opening import start

    finish(start)


if __name__ == "__main__":
    main()
