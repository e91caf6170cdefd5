"""Whether cost grows with length and no faster, whatever the text: `python benchmarks/linear.py`.

For each hostile stretch, repeated, the cost a character at 160,000 over that at 40,000 (1 is linear), and over that of
ordinary news (at most 3 is wanted); the least of three runs each, in one process.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Final

sys.path.insert(0, str(Path(__file__).parent))

from speed import PUBLISHED, news

from factcheck.extract import extract, value_mentions
from factcheck.extract.names import name_mentions

VALUES: Final = (
    "7",
    "deux ",
    "(",
    "1 ",
    "24 novembre ",
    "-",
    "1,",
    "e",
    "mille ",
    "du 22 au ",
    "\n",
    "'",
    "<",
    "€",
    ".",
)
NAMES: Final = ("A", "A ", "A. ", "A-", "d'A", "De ", "M. ", "(A) ", "Banque de la ", "Nations ", "\n")
WHOLE: Final = (*dict.fromkeys((*VALUES, *NAMES)), "e\u0301", "\u0301", "Il va.\n", "mot ", "12 mots\n", "\U0001f600")


def cost(read: Callable[[str], object], text: str) -> float:
    """Seconds of processor time a character, the least of three."""
    taken = []
    for _ in range(3):
        begun = process_time()
        read(text)
        taken.append(process_time() - begun)
    return min(taken) / len(text)


def main() -> None:
    """One row for each part of the recogniser and stretch of text."""
    for name, read, pieces in (
        ("values", lambda text: value_mentions(text, "fr", PUBLISHED), VALUES),
        ("names", lambda text: name_mentions(text, "fr"), NAMES),
        ("all", lambda text: extract(text, language="fr", published=PUBLISHED), WHOLE),
    ):
        usual = cost(read, news(160_000))
        for piece in pieces:
            long, short = (cost(read, piece * (size // len(piece))) for size in (160_000, 40_000))
            print(f"{name:6} {piece!r:16} growth {long / max(short, 1e-9):6.2f}   of news {long / usual:6.2f}")


if __name__ == "__main__":
    main()
