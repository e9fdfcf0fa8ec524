"""Imported before all else by programs that stand for the coach: what its own start leaves out, they leave out."""

import gc
import sys

gc.disable()
sys.modules.setdefault("ssl", None)  # type: ignore[arg-type]
