"""Where content lies and how one file of it is read. Knows TOML; knows no noun of the engine."""

import re
from pathlib import Path
from typing import Any

import tomli

from coach.library.faults import Fault

Raw = dict[str, Any]
MOST = 1_000_000
"""Bytes: a content file larger than this is refused unread."""
MISSPELT = (
    ("Cannot overwrite", "gives the same thing twice", "Keep one of the two"),
    ("Duplicate inline table key", "gives the same thing twice", "Keep one of the two"),
    ("Cannot declare", "has the same heading in brackets twice", "Put both under one heading, or rename one"),
    ("Unclosed array", "has a list that is not closed", "Put commas between its entries, and ] after the last"),
    ("Unclosed inline", "has braces that are not closed", "Put commas between, and } at the end"),
    ("Invalid initial character", "has a name that is not plain", "Put it in quotes, or take out a comma too many"),
    ("Invalid statement", "has a line that begins with no plain name", "Write name = value, odd names in quotes"),
    ("Unterminated string", "has a quote that is not closed", 'Close it with " on the same line'),
    ("Found invalid character", "has a quote that is not closed", 'Close it with " on the same line'),
    ("Illegal character", "has a quote that is not closed", 'Close it with " on the same line'),
    ("Unescaped", "has a backslash in a text", "Write two backslashes for one"),
    ("Invalid value (at end", "ends in the middle of a value", "Close the bracket that is still open"),
    ("Invalid value", "has a value that is not understood", 'Put words in straight quotes, such as "yes"'),
    ("Expected '='", "has a line without an equals sign", "Write name = value"),
    ("after a statement", "has something left over behind a value", "Begin a new line there, or put it behind a #"),
    ("end of a table declaration", "has a heading that is not closed", "Close it with the bracket that opened it"),
)
"""What TOML says of a mistake, the same in words, and what to do."""


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
        # Some editors put an invisible mark before the first letter; it means nothing.
        return tomli.loads(path.read_text(encoding="utf-8-sig")), []
    except FileNotFoundError:
        return {}, [Fault(name, "file", "is missing", "Put it back, or remove what names it")]
    except UnicodeDecodeError:
        return {}, [Fault(name, "file", "is not UTF-8 text", "Save it as UTF-8")]
    except OSError:
        return {}, [Fault(name, "file", "cannot be opened", "See that it is a file, and that you may read it")]
    except RecursionError:
        return {}, [Fault(name, "file", "is nested too deeply", "Write it flat")]
    except tomli.TOMLDecodeError as error:
        return {}, [_misspelt(str(error), name)]


def _misspelt(message: str, name: str) -> Fault:
    """What is wrong with a file that is no TOML, near which line, and what is most often the reason."""
    line = re.search(r"at line (\d+)", message)
    where = f"at line {line[1]} or just above" if line else "near its end"
    for sign, problem, remedy in MISSPELT:
        if sign in message:
            return Fault(name, "file", f"{problem}, {where}", remedy)
    problem = f"cannot be read {where}: {message.split(' (at ')[0]}"
    return Fault(name, "file", problem, "Look for a quote, bracket or equals sign that is off")


def table(raw: Raw, key: str, file: str, faults: list[Fault]) -> Raw:
    """The table of that key, empty where there is none; ``faults`` gets one more where it is something else."""
    found = raw.get(key, {})
    if isinstance(found, dict):
        return found
    faults.append(Fault(file, key, "is no table", f"Write it as [{key}.…] with lines below"))
    return {}


def rows(raw: Raw, key: str, file: str, faults: list[Fault]) -> list[Raw]:
    """The blocks of an array of tables; ``faults`` gets one more where it is something else."""
    found = raw.get(key, [])
    if isinstance(found, list) and all(isinstance(each, dict) for each in found):
        return found
    faults.append(Fault(file, key, "is no list of blocks", f"Write each as [[{key}]]"))
    return []
