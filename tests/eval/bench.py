"""Where the sets lie, and what their scorers share."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeAlias

from factcheck.model import Mention

ROOT = Path(__file__).resolve().parents[2]
BENCH = ROOT.parent / "shared" / "bench"
GOLD = ROOT.parent / "shared" / "gold"
SEEDS = ROOT / "seeds"

Record: TypeAlias = dict[str, Any]
"""One line of a set, with that set's own keys."""


def records(name: str) -> list[Record]:
    """The records of `BENCH/<name>.jsonl`, in order."""
    with (BENCH / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def overlaps(mention: Mention, start: int, end: int) -> bool:
    """Whether two spans share at least half of the shorter one."""
    common = min(mention.end, end) - max(mention.start, start)
    return common > 0 and 2 * common >= min(mention.end - mention.start, end - start)


def listed(mentions: Iterable[Mention]) -> str:
    """Mentions in one line, for lists of misses."""
    return "; ".join(f"{m.kind.value} {m.text!r} = {m.value}" for m in mentions) or "nothing"
