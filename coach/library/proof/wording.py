"""What a language lacks, or has to spare, of the blocks of a file. Knows ids and fields; knows no noun."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from coach.library.blocks import lacking
from coach.library.faults import Fault, nearest
from coach.library.reader import read, table


def wording_faults(
    root: Path, language: str, name: str, ids: Mapping[str, Iterable[str]], fields: Mapping[str, tuple[str, ...]]
) -> list[Fault]:
    """What a language lacks, or has to spare, of the blocks of a file: ids and the fields of each, by kind."""
    file = f"languages/{language}/{name}.toml"
    words, faults = read(root, file)
    for kind, known in ids.items():
        said = table(words, kind, file, faults)
        wanted = list(known)
        for each in wanted:
            faults += lacking(file, f"{kind}.{each}", said.get(each), fields[kind])
        faults += [
            Fault(file, f"{kind}.{spare}", "is worded, and nothing uses it", nearest(spare, wanted))
            for spare in sorted(set(said) - set(wanted))
        ]
    return faults
