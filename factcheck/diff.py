"""The sources held against each other: no registry, only what they say of the same thing.

Two mentions of one kind speak of the same thing where the words that govern them do: the act or thing that the value
stands next to ("arrived … on 23 November", "a visit of 48 hours"), with a name in common. Values that then differ are a
conflict only where the contexts share more than that; the rest is left for review or not shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from factcheck.compare import Likeness, calendar_clash, compare, month_day
from factcheck.hits import same_noun, same_term
from factcheck.model import (
    DateValue,
    Finding,
    FindingRelation,
    Kind,
    Mention,
    Name,
    Quote,
    Side,
    ZoneName,
)
from factcheck.names import NameLikeness, same_name
from factcheck.reading import NAME_KINDS, Reading, Sentence, Term

VALUE_KINDS = (Kind.DATE, Kind.DURATION, Kind.MONEY, Kind.QUANTITY, Kind.PERCENT)

NEAREST = 2
"""How many words on either side of a value are taken as governing it."""

SHARED_TO_CONFLICT = 3
"""How many governing words and names two contexts must share before differing values are said to conflict."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One value in one source, with the words that govern it and the names about it."""

    source: str
    mention: Mention
    line: int
    language: str
    governors: tuple[Term, ...]
    names: frozenset[str]

    def quote(self) -> Quote:
        return Quote(self.source, self.mention.text, self.mention.start, self.mention.end, self.line)


def findings(readings: Mapping[str, Reading]) -> list[Finding]:
    """Everything that the sources agree on, differ in, spell differently or leave to an editor; conflicts first."""
    found = [
        *weekday_findings(readings),
        *value_findings(readings),
        *spelling_findings(readings),
    ]
    order = list(FindingRelation)
    rank = {FindingRelation.CONFLICT: 0, FindingRelation.REVIEW: 1, FindingRelation.VARIANT: 2, FindingRelation.AGREE: 3}
    return sorted(found, key=lambda f: (rank[f.relation], order.index(f.relation)))


def line_of(reading: Reading, offset: int) -> int:
    return reading.text.count("\n", 0, offset) + 1


# --- the calendar ---------------------------------------------------------------------------------------------------


def weekday_findings(readings: Mapping[str, Reading]) -> Iterator[Finding]:
    """One day of one month under two weekdays: the year must differ, or a weekday is wrong."""
    days: dict[tuple[int, int], list[tuple[str, Mention, int]]] = defaultdict(list)
    for source, reading in readings.items():
        for mention in body_mentions(reading):
            if isinstance(mention.value, DateValue):
                _, month, day = month_day(mention.value)
                if month is not None and day is not None:
                    days[month, day].append((source, mention, line_of(reading, mention.start)))
    for places in days.values():
        yield from weekday_finding(places)


def weekday_finding(places: list[tuple[str, Mention, int]]) -> Iterator[Finding]:
    """A clash between a stated weekday and the year, or the weekday, that another place gives for that day."""
    named = [(m, m.value) for _, m, _ in places if isinstance(m.value, DateValue) and m.value.weekday is not None]
    years = sorted({y for _, m, _ in places if isinstance(m.value, DateValue) and (y := month_day(m.value)[0])})
    clashes = [(m, clash) for m, value in named for year in years if (clash := calendar_clash(value, year))]
    if not clashes:
        return
    mention, clash = clashes[0]
    sides: dict[str, list[Quote]] = defaultdict(list)
    for source, m, line in places:
        sides[side_of_day(m)].append(Quote(source, m.text, m.start, m.end, line))
    yield Finding(
        "weekday-mismatch",
        Kind.DATE,
        FindingRelation.CONFLICT,
        mention.text,
        tuple(Side(value, tuple(quotes)) for value, quotes in sorted(sides.items())),
        f"“{mention.text}”: {clash}; either the weekday is wrong or another year is meant",
    )


def side_of_day(mention: Mention) -> str:
    return str(mention.value).split("T")[0]


# --- values of the same thing ---------------------------------------------------------------------------------------


def body_mentions(reading: Reading) -> Iterator[Mention]:
    for sentence in reading.sentences:
        if sentence.passage.zone in (ZoneName.BODY, ZoneName.TITLE, ZoneName.CAPTION):
            yield from sentence.mentions


def sayings(source: str, reading: Reading, kind: Kind) -> Iterator[Saying]:
    for sentence in reading.sentences:
        if sentence.passage.zone is ZoneName.DATELINE:
            continue
        for mention in sentence.mentions:
            if mention.kind is kind:
                yield Saying(
                    source,
                    mention,
                    line_of(reading, mention.start),
                    reading.language,
                    governors(mention, sentence),
                    names_about(sentence),
                )


def governors(mention: Mention, sentence: Sentence) -> tuple[Term, ...]:
    """The nearest words with a concept on either side of a value, outside names and values."""
    telling = [t for t in sentence.terms if t.concepts and not t.valued and not (mention.start <= t.start < mention.end)]
    before = sorted((t for t in telling if t.end <= mention.start), key=lambda t: -t.end)[:NEAREST]
    after = sorted((t for t in telling if t.start >= mention.end), key=lambda t: t.start)[:NEAREST]
    return (*before, *after)


def names_about(sentence: Sentence) -> frozenset[str]:
    names = {str(m.value) for m in sentence.mentions if m.kind in NAME_KINDS}
    return frozenset(names | {t.territory for t in sentence.terms if t.territory})


def value_findings(readings: Mapping[str, Reading]) -> Iterator[Finding]:
    for kind in VALUE_KINDS:
        said = [s for source, reading in readings.items() for s in sayings(source, reading, kind)]
        links = [link for a, b in combinations(said, 2) if a.source != b.source and (link := linked(a, b))]
        yield from agreements(kind, [link for link in links if link.likeness is not Likeness.CONFLICTS])
        yield from conflicts(kind, [link for link in links if link.likeness is Likeness.CONFLICTS])


@dataclass(frozen=True, slots=True)
class Link:
    """Two values of one thing: what they share, and how they compare."""

    first: Saying
    second: Saying
    likeness: Likeness
    subject: Term
    shared: int
    why: str


def linked(a: Saying, b: Saying) -> Link | None:
    """Two sayings of the same thing; None where they share too little, or their values cannot be held together."""
    if a.mention.kind is Kind.QUANTITY:
        found = compare(a.mention.value, b.mention.value, same_unit=lambda x, y: same_noun(x, a.language, y, b.language))
    else:
        found = compare(a.mention.value, b.mention.value)
    if found.likeness is Likeness.UNLIKE:
        return None
    common = [t for t in a.governors if any(same_term(t, other) for other in b.governors)]
    names = a.names & b.names
    if not common or not (names or a.mention.kind is Kind.DURATION):
        return None
    shared = len(common) + len(names)
    if found.likeness is Likeness.CONFLICTS and shared < SHARED_TO_CONFLICT:
        return None
    return Link(a, b, found.likeness, common[0], shared, found.why)


def agreements(kind: Kind, links: Sequence[Link]) -> Iterator[Finding]:
    """Agreeing values that hang together, as one finding with a side for each way of giving the value."""
    for group in connected(links):
        said = {s for link in group for s in (link.first, link.second)}
        subject = group[0].subject.text
        yield Finding(
            f"same-{kind}",
            kind,
            FindingRelation.AGREE,
            subject,
            sides_of(said),
            f"{len({s.source for s in said})} sources agree on the {kind} of “{subject}”",
        )


def conflicts(kind: Kind, links: Sequence[Link]) -> Iterator[Finding]:
    for link in links:
        yield Finding(
            f"other-{kind}",
            kind,
            FindingRelation.CONFLICT if link.shared > SHARED_TO_CONFLICT else FindingRelation.REVIEW,
            link.subject.text,
            sides_of({link.first, link.second}),
            f"“{link.subject.text}”: {link.why}",
        )


def connected(links: Sequence[Link]) -> list[list[Link]]:
    """The links grouped so that those which share a saying are together, in order of appearance."""
    groups: list[tuple[set[Saying], list[Link]]] = []
    for link in links:
        touching = [g for g in groups if g[0] & {link.first, link.second}]
        merged: tuple[set[Saying], list[Link]] = ({link.first, link.second}, [])
        for group in touching:
            merged[0].update(group[0])
            merged[1].extend(group[1])
            groups.remove(group)
        merged[1].append(link)
        groups.append(merged)
    return [group for _, group in groups]


def sides_of(said: set[Saying]) -> tuple[Side, ...]:
    sides: dict[str, list[Quote]] = defaultdict(list)
    for saying in sorted(said, key=lambda s: (s.source, s.mention.start)):
        sides[str(saying.mention.value)].append(saying.quote())
    return tuple(Side(value, tuple(quotes)) for value, quotes in sorted(sides.items()))


# --- spellings ------------------------------------------------------------------------------------------------------


def spelling_findings(readings: Mapping[str, Reading]) -> Iterator[Finding]:
    """Persons whose full name is written in more than one way."""
    written: dict[str, list[Quote]] = defaultdict(list)
    names: dict[str, Name] = {}
    for source, reading in readings.items():
        for m in body_mentions(reading):
            if m.kind is Kind.PERSON and isinstance(m.value, Name) and len(m.value.parts) > 1 and full(m):
                form = " ".join(m.text.split())
                names.setdefault(form, Name(form, tuple(form.casefold().split())))
                written[form].append(Quote(source, m.text, m.start, m.end, line_of(reading, m.start)))
    for forms in spelling_groups(list(names), names):
        yield Finding(
            "spelling",
            Kind.PERSON,
            FindingRelation.VARIANT,
            max(forms, key=lambda form: len(written[form])),
            tuple(Side(form, tuple(written[form])) for form in sorted(forms)),
            "probably one person, spelled " + " / ".join(sorted(forms)),
        )


def full(mention: Mention) -> bool:
    """Whether the mention writes the whole name rather than a shorter form of it."""
    return len(mention.text.split()) >= 2


def spelling_groups(forms: list[str], names: Mapping[str, Name]) -> list[list[str]]:
    groups: list[list[str]] = []
    for form in forms:
        for group in groups:
            likeness = same_name(names[group[0]], names[form], kind=Kind.PERSON)
            if likeness in (NameLikeness.SAME, NameLikeness.VARIANT):
                group.append(form)
                break
        else:
            groups.append([form])
    return [group for group in groups if len({form.casefold() for form in group}) > 1]
