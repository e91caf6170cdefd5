"""Hand-made stances of the five seeds, scored by the gold's own script on the program's JSON."""

from __future__ import annotations

import re
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

from tests.eval.bench import GOLD, ROOT, SEEDS
from tests.eval.figures import Figure, count, share

SHARES = re.compile(r"(speaking cells|cells|verdicts) (\d+)/(\d+)")
FAULTS = re.compile(r"(false supports|false conflicts|never-verdicts|wrong spans) (\d+)")


def measure(gold: Path = GOLD / "seeds_open.yaml", name: str = "open_gold") -> list[Figure]:
    """The figures of one gold file; a run that fails is a figure of nothing, with the script's last words."""
    command = [sys.executable, str(GOLD / "score.py"), str(gold), str(SEEDS), "--floor", "0"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    *misses, line = done.stdout.splitlines() or [""]
    shares = SHARES.findall(line)
    if not shares:
        return [Figure(f"{name}.cells", 0, Fraction(0), misses=(done.stderr[-2000:],))]
    cells = max(int(n) for _, _, n in shares)
    figures = [share(f"{name}.{key.replace(' ', '_')}", int(right), int(n), misses) for key, right, n in shares]
    return figures + [
        count(f"{name}.{key.replace(' ', '_')}", int(found), cells) for key, found in FAULTS.findall(line)
    ]
