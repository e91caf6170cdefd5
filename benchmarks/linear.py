"""Whether cost grows with length and no faster, whatever the text: `python benchmarks/linear.py`.

For each hostile stretch, repeated, the cost a character at 160,000 over that at 40,000 (1 is linear), and over that of
ordinary news (at most 3 is wanted); the least of three runs each, in one process. The growth for ordinary news too, of
the recogniser and of claims held against it. Where anything grows more than `WANTED`, it exits with 1.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Final

sys.path.insert(0, str(Path(__file__).parent))

from speed import PUBLISHED, news

from factcheck import Claim, Source, verify
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
WANTED: Final = 2.5
"""The growth that fails: between 1, and the 4 of a cost that grows with the square of a text four times as long."""
CLAIMS: Final = ("The minister met Anne Bakola in Rabat on 24 November 2021", "Inflation reached 3.4% in 2020")


def cost(read: Callable[[str], object], text: str) -> float:
    """Seconds of processor time a character, the least of three."""
    taken = []
    for _ in range(3):
        begun = process_time()
        read(text)
        taken.append(process_time() - begun)
    return min(taken) / len(text)


def judged(text: str) -> object:
    """Claims against the text as one source, in another language than it."""
    claims = [Claim(str(place), statement, language="en") for place, statement in enumerate(CLAIMS)]
    return verify(claims, [Source.from_text("news", text, language="fr")])


def main() -> int:
    """One row for each part of the program and stretch of text; 1 where the cost of one grows faster than its text."""
    grown = []
    for name, read, pieces in (
        ("values", lambda text: value_mentions(text, "fr", PUBLISHED), VALUES),
        ("names", lambda text: name_mentions(text, "fr"), NAMES),
        ("all", lambda text: extract(text, language="fr", published=PUBLISHED), WHOLE),
    ):
        usual = cost(read, news(160_000))
        for piece in pieces:
            long, short = (cost(read, piece * (size // len(piece))) for size in (160_000, 40_000))
            grown.append(long / max(short, 1e-9))
            print(f"{name:6} {piece!r:16} growth {grown[-1]:6.2f}   of news {long / usual:6.2f}")
        grown.append(cost(read, news(640_000)) / cost(read, news(160_000)))
        print(f"{name:6} {'news'!r:16} growth {grown[-1]:6.2f}")
    for name, stops in (("news", ""), ("without stops", r"[.,:;!?\n]+")):
        long, short = (
            cost(judged, re.sub(stops, " ", news(size)) if stops else news(size)) for size in (320_000, 20_000)
        )
        grown.append(long / short)
        print(f"{'verify':6} {name!r:16} growth {grown[-1]:6.2f}")
    return int(max(grown) > WANTED)


if __name__ == "__main__":
    sys.exit(main())
