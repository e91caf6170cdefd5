"""Which sources are one origin: two outlets that print one wire story are one witness, not two.

A source's own `origin:` settles it. Otherwise sources whose bodies share most of their word sequences are one, and so
are those that share a whole long quotation and little else of their own.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from zlib import crc32

from factcheck.lang.fold import fold
from factcheck.model import Source, ZoneName

SHINGLE = 5
"""Words in a row that make one shingle."""

COPIED = 0.5
"""Share of the shorter text's shingles that another text must hold for the two to be one origin."""

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a source's words come from; `why` says what makes it one with others, empty where it stands alone."""

    name: str
    why: str = ""


def origins(sources: Sequence[Source]) -> dict[str, Origin]:
    """The origin of each source by its id."""
    found = {s.id: Origin(s.origin, "as given") if s.origin else Origin(s.id) for s in sources}
    for first, second, held in copies(sources):
        given_first, given_second = (bool(found[i].why) and found[i].why == "as given" for i in (first, second))
        if given_second:
            continue
        name = found[first].name
        found[second] = Origin(name, f"{held:.0%} of its word sequences stand in {first}")
        if not given_first and not found[first].why:
            found[first] = Origin(name, f"shares {held:.0%} of the word sequences of {second}")
    return found


def copies(sources: Sequence[Source]) -> list[tuple[str, str, float]]:
    """`(source, source, share)` of each pair of near-duplicates, in the order given."""
    shingled = {source.id: shingles(body(source)) for source in sources}
    holders: dict[int, list[str]] = defaultdict(list)
    for id, prints in shingled.items():
        for fingerprint in prints:
            holders[fingerprint].append(id)
    shared: Counter[tuple[str, str]] = Counter()
    for ids in holders.values():
        shared.update(combinations(ids, 2))
    pairs = []
    for (first, second), count in shared.items():
        held = count / max(1, min(len(shingled[first]), len(shingled[second])))
        if held >= COPIED:
            pairs.append((first, second, held))
    order = {source.id: place for place, source in enumerate(sources)}
    return sorted(pairs, key=lambda pair: (order[pair[0]], order[pair[1]]))


def body(source: Source) -> str:
    """What the source itself says: title, captions and body."""
    kept = {ZoneName.TITLE, ZoneName.BODY, ZoneName.CAPTION}
    return "\n".join(source.text[z.start : z.end] for z in source.zones if z.zone in kept)


def shingles(text: str) -> frozenset[int]:
    words = WORD.findall(fold(text))
    return frozenset(crc32(" ".join(words[at : at + SHINGLE]).encode()) for at in range(len(words) - SHINGLE + 1))
