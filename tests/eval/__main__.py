"""`python -m tests.eval [NAME …]`: measures, prints the figures, and exits 1 where one is below its floor."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction
from pathlib import Path

from tests.eval.bench import BENCH
from tests.eval.figures import Figure, floors, record

SETS: dict[str, tuple[str, tuple[str, ...]]] = {
    "seeds_mentions": ("seeds_mentions", ()),
    "recognizers": ("recognizers", ()),
    "duckling": ("duckling", ()),
    "open_gold": ("gold", ()),
    "crosslingual": ("crosslingual", ()),
    "mutations": ("mutations", ()),
    "unrelated": ("unrelated", ()),
    "fever_symmetric": ("pairs", ("fever_symmetric",)),
    "daccord": ("pairs", ("daccord",)),
    "rte3_fr": ("pairs", ("rte3_fr",)),
    "summedits_ectsum": ("summedits", ("summedits_ectsum",)),
    "summedits_sales_email": ("summedits", ("summedits_sales_email",)),
}
"""Each set's module and what its `measure` takes; imported only when asked for."""

QUICK = ("seeds_mentions", "recognizers", "duckling", "open_gold", "crosslingual", "mutations", "unrelated")


def measure(name: str, arguments: Sequence[object] | None = None) -> list[Figure]:
    """One set's figures; a set that breaks is one figure of nothing that shows the fault."""
    module, default = SETS[name]
    try:
        scorer: Callable[..., list[Figure]] = importlib.import_module(f"tests.eval.{module}").measure
        return scorer(*(default if arguments is None else arguments))
    except Exception:  # noqa: BLE001 - the other sets are still to be measured
        return [Figure(f"{name} broke", 0, Fraction(0), misses=(traceback.format_exc(limit=-4),))]


def measured(names: Sequence[str], jobs: int) -> Iterator[list[Figure]]:
    """The figures of each set, in order, on `jobs` processes."""
    if jobs == 1:
        yield from map(measure, names)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(measure, names)


def row(figure: Figure, tables: dict[str, dict[str, float]]) -> str:
    """A line of the table: name, n, figure, floor, target, ok."""
    floor, target = (tables[name].get(figure.name) for name in ("floors", "targets"))
    whole = figure.value.denominator == 1 and figure.value > 1
    value = f"{int(figure.value)}" if whole else f"{float(figure.value):.4f}"
    bounds = " ".join(f"{'-' if bound is None else format(bound, 'g'):>8}" for bound in (floor, target))
    return f"{figure.name:<44} {figure.n:>6} {value:>8} {bounds}  {verdict(figure, floor, target)}"


def verdict(figure: Figure, floor: float | None, target: float | None) -> str:
    if not figure.n or (floor is not None and not figure.keeps(floor)):
        return "BELOW" if figure.n else "NONE"
    return "ok" if target is None or figure.keeps(target) else "short"


def show(figure: Figure, misses: int) -> None:
    if figure.misses and (misses or not figure.n):
        for miss in figure.misses[: misses or 1]:
            print(f"    - {miss}")
        if len(figure.misses) > misses:
            print(f"    … {len(figure.misses) - misses} more")


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.eval", description=__doc__)
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"sets to measure (all): {', '.join(SETS)}, or `quick`"
    )
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="list up to N misses of each figure")
    parser.add_argument("--only", default="", metavar="TEXT", help="show only figures whose name holds TEXT")
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1), metavar="N")
    parser.add_argument(
        "--gold", type=Path, action="append", default=[], metavar="FILE", help="another gold of the seeds"
    )
    parser.add_argument("--record", action="store_true", help="raise the floors to these figures")
    parser.add_argument("--accept-lower", action="store_true", help="with --record: lower floors too")
    options = parser.parse_args(arguments)
    if unknown := set(options.names) - {*SETS, "quick"}:
        parser.error(f"no such set: {', '.join(sorted(unknown))}")
    return options


def main(arguments: Sequence[str] | None = None) -> int:
    options = parse(arguments)
    if not BENCH.is_dir():
        print(f"the public sets are not at {BENCH}; nothing measured", file=sys.stderr)
        return 2
    chosen = options.names or ([] if options.gold else list(SETS))
    names = list(dict.fromkeys(name for given in chosen for name in (QUICK if given == "quick" else (given,))))
    tables = floors()
    figures: list[Figure] = []
    print(f"{'figure':<44} {'n':>6} {'value':>8} {'floor':>8} {'target':>8}  ok")
    golds = (measure("open_gold", (path.resolve(), path.stem)) for path in options.gold)
    for part in (*golds, *measured(names, options.jobs)) if options.gold else measured(names, options.jobs):
        figures += part
        for figure in part:
            if options.only in figure.name:
                print(row(figure, tables), flush=True)
                show(figure, options.misses)
    if options.record:
        for name in record(figures, accept_lower=options.accept_lower):
            print(f"{name} is below its floor; --accept-lower lowers it", file=sys.stderr)
    kept = (f.n and (f.name not in tables["floors"] or f.keeps(tables["floors"][f.name])) for f in figures)
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
