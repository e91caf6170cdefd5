"""Which sources are one origin: two outlets that print one wire story are one witness, not two.

A source's own `origin:` settles it. Otherwise two sources are one origin where their texts share most of their word
sequences, or where one agency is credited with the whole of both. For one claim, sources are one origin too where what
they say of it is somebody else's: the passages name one medium as theirs, or share a long quotation word for word.
An agency that is only mentioned, that gave a part of an article, or a picture, makes nothing one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from zlib import crc32

from factcheck.lang.detect import detect
from factcheck.lang.fold import fold
from factcheck.lang.media import cited, credited
from factcheck.model import Evidence, Source, SourceResult, Stance, ZoneName
from factcheck.quotations import MARKS, WORD, plain

SHINGLE = 5
"""Words in a row that make one shingle."""

COPIED = 0.5
"""Share of the shorter text's shingles that another text must hold for the two to be one origin."""

CROWD = 40
"""Texts that hold one shingle above which each is only held against the first: one wire story in very many outlets."""

LONG_QUOTATION = 12
"""Words from which a quotation that two passages share makes them one origin."""

TOKEN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a source's words come from; `why` says what makes it one with others, empty where it stands alone.

    `given` says that the desk named it, for this source or for one that it is linked with.
    """

    name: str
    why: str = ""
    given: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Two sources, by id, that are one origin. `why` says what makes the second one with the first."""

    first: str
    second: str
    why: str


def origins(sources: Sequence[Source]) -> dict[str, Origin]:
    """The origin of each source by its id: as given, else what its text shows, else the source itself."""
    found = {s.id: Origin(s.origin, "as given", True) if s.origin else Origin(s.id) for s in sources}
    return joined(found, fixed_links(sources))


def joined(found: Mapping[str, Origin], links: Iterable[Link]) -> dict[str, Origin]:
    """The origins with linked sources made one, under the first's name or under one that is given.

    Sources to which two different origins are given stay apart, whatever links them.
    """
    known = dict(found)
    for link in links:
        first, second = known[link.first], known[link.second]
        if first.name == second.name or (first.given and second.given):
            continue
        kept, lost = (second, first) if second.given else (first, second)
        known = {
            id: Origin(kept.name, old.why, kept.given) if old.name == lost.name else old for id, old in known.items()
        }
        for id, other in ((link.first, link.second), (link.second, link.first)):
            known[id] = replace(known[id], why=known[id].why or link.why.format(other=other))
    return known


def fixed_links(sources: Sequence[Source]) -> list[Link]:
    """What makes sources one origin whatever the claim: copied text, and one agency credited with the whole of both."""
    found = [
        Link(first, second, f"{held:.0%} of the word sequences of the shorter one stand in {{other}} too")
        for first, second, held in copies(sources)
    ]
    printing: dict[str, str] = {}
    for source in sources:
        if agency := credited(source):
            first = printing.setdefault(agency, source.id)
            if first != source.id:
                found.append(Link(first, source.id, f"credited to {agency}, as is {{other}}"))
    return found


def claim_links(results: Sequence[SourceResult], sources: Mapping[str, Source]) -> list[Link]:
    """What makes supporting sources one origin for this claim: one medium that both cite, or a quotation in both.

    A source counts as citing only where every passage by which it supports the claim does.
    """
    speaking = {r.source: supporting for r in results if (supporting := supports(r))}
    if len(speaking) < 2:
        return []  # nothing to join
    outlets = {source.publisher: id for id, source in sources.items() if source.publisher}
    named = {medium for id, pieces in speaking.items() for said in media(pieces, sources[id]) for medium in said}
    citing: dict[str, str] = {}
    found: list[Link] = []
    for id, pieces in speaking.items():
        medium = sole_medium(media(pieces, sources[id], (*outlets, *sorted(named - outlets.keys()))), sources[id])
        home = medium and (outlets.get(medium) or citing.setdefault(medium, id))
        if home and home != id:
            why = f"one has it from the other, {medium}" if medium in outlets else f"both have it from {medium}"
            found.append(Link(home, id, why + ": {other}"))
    return [*found, *shared_quotations(speaking)]


def supports(result: SourceResult) -> tuple[Evidence, ...]:
    return tuple(piece for piece in result.evidence if piece.stance is Stance.SUPPORTS)


def media(pieces: Sequence[Evidence], source: Source, outlets: Sequence[str] = ()) -> list[frozenset[str]]:
    """The media that each passage names as where it has it from."""
    language = source.language or detect(source.text)
    return [cited(piece.quote, language, outlets) for piece in pieces]


def sole_medium(named: Sequence[frozenset[str]], source: Source) -> str | None:
    """The one medium that every passage names; None where there is none, or it is the source's own."""
    every = frozenset[str]().union(*named)
    return min(every) if len(every) == 1 and all(named) and source.publisher not in every else None


def shared_quotations(speaking: Mapping[str, Sequence[Evidence]]) -> Iterator[Link]:
    holders: dict[tuple[str, ...], str] = {}
    for id, pieces in speaking.items():
        for words in {words for piece in pieces for words in long_quotations(piece.quote)}:
            first = holders.setdefault(words, id)
            if first != id:
                yield Link(first, id, f"the same quotation of {len(words)} words as {{other}}")


def long_quotations(text: str) -> Iterator[tuple[str, ...]]:
    for match in MARKS.finditer(text):
        words = tuple(map(plain, WORD.findall(match.group())))
        if len(words) >= LONG_QUOTATION:
            yield words


# --- copies -----------------------------------------------------------------------------------------------------------


def copies(sources: Sequence[Source]) -> list[tuple[str, str, float]]:
    """`(source, source, share)` of each pair of near-duplicates, in the order given."""
    shingled = {source.id: shingles(body(source)) for source in sources}
    holders: dict[int, list[str]] = defaultdict(list)
    for id, prints in shingled.items():
        for fingerprint in prints:
            holders[fingerprint].append(id)
    shared: Counter[tuple[str, str]] = Counter()
    for ids in holders.values():
        shared.update(combinations(ids, 2) if len(ids) <= CROWD else ((ids[0], other) for other in ids[1:]))
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
    words = TOKEN.findall(fold(text))
    return frozenset(crc32(" ".join(words[at : at + SHINGLE]).encode()) for at in range(len(words) - SHINGLE + 1))
