"""Whether cost grows with length and no faster: `python benchmarks/linear.py`.

For each hostile stretch, repeated, the cost a character at 80,000 over that at 20,000 (1 is linear), and over that of
ordinary news; the least of three runs each, in one process.
"""

from __future__ import annotations

from collections.abc import Callable
from time import process_time
from typing import Final

from factcheck.extract import value_mentions
from factcheck.extract.names import name_mentions

NEWS: Final = (
    "Le ministre a signé mercredi 3 mars 2021 à Oslo un accord de 12 millions d’euros avec Anna Berg, selon l’AFP. "
)
VALUES: Final = ("7", "deux ", "(", "1 ", "24 novembre ", "-", "1,", "e", "mille ", "du 22 au ", "\n", "'")
NAMES: Final = ("A", "A ", "A. ", "A-", "d'A", "De ", "M. ", "(A) ", "Banque de la ", "Nations ", "\n")


def cost(read: Callable[[str], object], piece: str, size: int) -> float:
    """Seconds of processor time a character, the least of three."""
    text = piece * (size // len(piece))
    taken = []
    for _ in range(3):
        begun = process_time()
        read(text)
        taken.append(process_time() - begun)
    return min(taken) / len(text)


def main() -> None:
    for name, read, pieces in (
        ("values", lambda text: value_mentions(text, "fr", None), VALUES),
        ("names", lambda text: name_mentions(text, "fr"), NAMES),
    ):
        news = cost(read, NEWS, 80_000)
        for piece in pieces:
            long, short = cost(read, piece, 80_000), cost(read, piece, 20_000)
            print(f"{name:6} {piece!r:16} growth {long / max(short, 1e-9):6.2f}   of news {long / news:6.2f}")


if __name__ == "__main__":
    main()
