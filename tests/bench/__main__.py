"""``python -m tests.bench``: measures, prints medians and ratios, and says which goals hold.

Every round runs each program once, forwards and backwards in turn, so that a machine that drifts drifts for all of
them. Only ratios within one run mean anything. Exit code 1 where a goal does not hold. ``--quick`` takes three rounds
on the small records alone; ``--rounds N`` and ``--size demo`` or ``--size large`` choose for themselves.
"""

import argparse
import asyncio
import os
import sys
import tempfile
from pathlib import Path
from statistics import median

from tests.bench.goals import goals, slowest
from tests.bench.rows import DEMO, FEW, LARGE, Size
from tests.bench.runs import RUNS, Figures, Scene, prepare


def measure(scene: Scene, rounds: int) -> Figures:
    """The figures of so many rounds, after one that only warms the machine."""
    found: Figures = {}
    for number in range(rounds + 1):
        for run in RUNS if number % 2 else RUNS[::-1]:
            print(f"\r{scene.home.name}: round {number} of {rounds}: {run.__name__:<12}", end="", file=sys.stderr)
            for name, values in run(scene).items():
                found.setdefault(name, []).extend(values if number else [])
    print("\r" + " " * 60 + "\r", end="", file=sys.stderr)
    return found


def report(size: Size, found: Figures) -> bool:
    """Print the figures and the goals; whether all hold."""
    print(
        f"\n{size.name}: {size.clients} clients, {size.clients * size.check_ins:,} check-ins;"
        f" load {os.getloadavg()[0]:.1f}"
    )
    print(f"{'measure':<28}{'median':>9}{'least':>9}{'slow 5 %':>10}{'times':>7}")
    for name, values in found.items():
        print(f"{name:<28}{median(values):>9.1f}{min(values):>9.1f}{slowest(values):>10.1f}{len(values):>7}")
    print(f"\n{'goal':<5}{'':<60}{'ratio':>6}{'most':>6}")
    held = []
    for goal in goals(found, size.clients * size.check_ins / (FEW.clients * FEW.check_ins)):
        held.append(goal.ratio(found) <= goal.most)
        word = "holds" if held[-1] else "DOES NOT HOLD"
        print(f"{goal.number:<5}{goal.says:<60}{goal.ratio(found):>6.2f}{goal.most:>6.2f}  {word}")
    print(f"{sum(held)} of {len(held)} hold")
    return all(held)


def main() -> int:
    """Run the bench; 0 where every goal holds."""
    arguments = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    arguments.add_argument("--quick", action="store_true", help="three rounds on the small records")
    arguments.add_argument("--rounds", type=int, default=7)
    arguments.add_argument("--size", choices=("demo", "large"))
    asked = arguments.parse_args()
    rounds = 3 if asked.quick else asked.rounds
    sizes = [each for each in (DEMO, LARGE) if asked.size in (None, each.name)][: 1 if asked.quick else 2]
    held = []
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            scene = asyncio.run(prepare(Path(folder), size))
            held.append(report(size, measure(scene, rounds)))
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
