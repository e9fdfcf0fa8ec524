"""Every case of every form, gathered from the files beside this one."""

from importlib import import_module
from pathlib import Path

from tests.forms.case import Case

FILES = sorted(Path(__file__).parent.glob("cases_*.py"))
CASES: list[Case] = [case for each in FILES for case in import_module(f"tests.forms.{each.stem}").CASES]
