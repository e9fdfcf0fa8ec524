"""Where content lies and how one file of it is read. Knows TOML and msgspec; knows no noun of the engine."""

import tomllib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from coach.library.faults import Fault, nearest

T = TypeVar("T")
Raw = dict[str, Any]
MOST = 1_000_000
"""Bytes: a content file larger than this is refused unread."""


def content_root() -> Path:
    """The folder of content: inside an installed package, or beside it in a checkout.

    Raises FileNotFoundError where there is neither.
    """
    package = Path(__file__).resolve().parent.parent
    for root in (package / "content", package.parent / "content"):
        if (root / "model.toml").is_file():
            return root
    raise FileNotFoundError("content/model.toml is missing: install coach again")


def read(root: Path, name: str) -> tuple[Raw, list[Fault]]:
    """One TOML file as a dictionary, and what is wrong with it as a file."""
    path = root / name
    try:
        if path.stat().st_size > MOST:
            return {}, [Fault(name, "file", "is larger than a megabyte", "Split it by noun")]
        return tomllib.loads(path.read_text(encoding="utf-8")), []
    except FileNotFoundError:
        return {}, [Fault(name, "file", "is missing", "Put it back, or remove what names it")]
    except UnicodeDecodeError:
        return {}, [Fault(name, "file", "is not UTF-8 text", "Save it as UTF-8")]
    except RecursionError:
        return {}, [Fault(name, "file", "is nested too deeply", "Write it flat")]
    except tomllib.TOMLDecodeError as error:
        return {}, [Fault(name, "file", f"is not TOML: {error}", "Mend that line; quotes and brackets come in pairs")]


def table(raw: Raw, key: str, file: str) -> tuple[Raw, list[Fault]]:
    """The table of that key, empty where there is none; a fault where it is something else."""
    found = raw.get(key, {})
    if isinstance(found, dict):
        return found, []
    return {}, [Fault(file, key, "is no table", f"Write it as [{key}.…] with lines below")]


def rows(raw: Raw, key: str, file: str) -> tuple[list[Raw], list[Fault]]:
    """The blocks of an array of tables; a fault where it is something else."""
    found = raw.get(key, [])
    if isinstance(found, list) and all(isinstance(each, dict) for each in found):
        return found, []
    return [], [Fault(file, key, "is no list of blocks", f"Write each as [[{key}]]")]


def block(raw: object, shape: type[T], file: str, name: str) -> tuple[T | None, list[Fault]]:
    """One block converted to its shape, or a fault that names the field."""
    try:
        return msgspec.convert(raw, shape), []
    except msgspec.ValidationError as error:
        return None, [_fault(str(error), shape, file, name)]


def _fault(message: str, shape: type[Any], file: str, name: str) -> Fault:
    fields = msgspec.structs.fields(shape) if issubclass(shape, msgspec.Struct) else ()
    known = [each.encode_name for each in fields]
    if "unknown field" in message:
        field = message.split("`")[1]
        return Fault(file, name, f"has a field `{field}` that nothing reads", nearest(field, known))
    if "missing required field" in message:
        field = message.split("`")[1]
        return Fault(file, name, f"lacks the field `{field}`", f"Add a line {field} = …")
    said = message[0].lower() + message[1:].replace("$.", "").replace("`$[", "`[")
    return Fault(file, name, f"has the wrong kind of value: {said}", "Write it in the kind that is expected")
