"""The demo: a made-up practice, played into a folder that is thrown away. Knows no screen and no prompt."""

from coach.demo.playing import play
from coach.demo.throwaway import Ended, throwaway

__all__ = ["Ended", "play", "throwaway"]
