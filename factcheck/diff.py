"""The sources held against each other: no registry, only what they say of the same thing.

Two mentions of one kind speak of the same thing where the words that govern them do: the act or thing that the value
stands next to ("landed … on 3 May", "a strike of two weeks"), with a name in common. Values that then differ are a
conflict only where the contexts share more than that; the rest is left for review or not shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from factcheck.compare import Likeness, calendar_clash, compare, month_day
from factcheck.lang.concepts import CONCEPTS
from factcheck.match.against.clashes import A_CLAUSE, removed
from factcheck.match.hits import mention_of, same_noun, same_term
from factcheck.model import (
    DateValue,
    Finding,
    FindingRelation,
    Kind,
    Mention,
    Name,
    Qualifier,
    Quote,
    Side,
    ZoneName,
)
from factcheck.names import NameLikeness, same_name
from factcheck.reading import NAME_KINDS, TELLING, Reading, Sentence, Term

VALUE_KINDS = (Kind.DATE, Kind.DURATION, Kind.MONEY, Kind.QUANTITY, Kind.PERCENT)

NEAR = 60
"""How many code points a word may stand from the value that it governs; another clause counts as `A_CLAUSE` more."""

NAMES_TO_CONFLICT = 2
"""How many names two contexts must share before differing values of one act conflict, and are not left to review."""

ONE_EVENT = 31
"""Days within which two dates of one act may be of one event; further apart they are taken as two."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One value in one source, with the word that governs it and the names about it."""

    source: str
    mention: Mention
    line: int
    language: str
    governor: Term
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
    rank = {
        FindingRelation.CONFLICT: 0,
        FindingRelation.REVIEW: 1,
        FindingRelation.VARIANT: 2,
        FindingRelation.AGREE: 3,
    }
    return sorted(found, key=lambda f: rank[f.relation])


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
            if mention.kind is kind and (governor := governor_of(mention, sentence, reading.text)):
                line = line_of(reading, mention.start)
                yield Saying(source, mention, line, reading.language, governor, names_about(sentence))


def governor_of(mention: Mention, sentence: Sentence, text: str) -> Term | None:
    """The word that a value is of: for a date, a count or a share the nearest act, else the nearest concept.

    What is only intended, and the telling of something else, govern nothing.
    """
    acts_only = mention.kind is not Kind.DURATION and mention.kind is not Kind.MONEY
    telling = [
        term
        for term in sentence.terms
        if term.concepts
        and not term.valued
        and not mention.start <= term.start < mention.end
        and (term.act if acts_only else not LIGHT_KINDS.issuperset(CONCEPTS[id].kind for id in term.concepts))
        and TELLING.isdisjoint(term.concepts)
        and not any(cue.qualifier is Qualifier.INTENDED and cue.start <= term.start < cue.end for cue in sentence.cues)
    ]
    nearest = min(telling, key=lambda term: removed(mention, mention_of(term), text), default=None)
    return nearest if nearest and removed(mention, mention_of(nearest), text) <= NEAR + A_CLAUSE else None


LIGHT_KINDS = frozenset({"attribute", "idiom", "kind", "office", "relation", "time", "verb"})
"""Kinds of concept that qualify something else and are measured by nothing."""


def names_about(sentence: Sentence) -> frozenset[str]:
    names = {str(m.value) for m in sentence.mentions if m.kind in NAME_KINDS}
    return frozenset(names | {t.territory for t in sentence.terms if t.territory})


def value_findings(readings: Mapping[str, Reading]) -> Iterator[Finding]:
    for kind in VALUE_KINDS:
        said = [s for source, reading in readings.items() for s in sayings(source, reading, kind)]
        for same in by_governor(said):
            groups = agreeing(same)
            yield from (agreement(kind, group) for group in groups if len({s.source for s in group}) > 1)
            yield from conflicts(kind, groups)


def by_governor(said: Sequence[Saying]) -> list[list[Saying]]:
    """The sayings grouped by what they are of, in order of appearance."""
    groups: list[list[Saying]] = []
    for saying in said:
        for group in groups:
            if same_term(group[0].governor, saying.governor):
                group.append(saying)
                break
        else:
            groups.append([saying])
    return groups


def agreeing(said: Sequence[Saying]) -> list[list[Saying]]:
    """The sayings of one act grouped so that in each group every two agree, and each shares a name with another."""
    groups: list[list[Saying]] = []
    for saying in said:
        for group in groups:
            if all(likeness(saying, other) in AGREE for other in group) and any(
                together(saying, other) for other in group
            ):
                group.append(saying)
                break
        else:
            groups.append([saying])
    return groups


AGREE = (Likeness.EQUAL, Likeness.COMPATIBLE)


def likeness(a: Saying, b: Saying) -> Likeness:
    def same_unit(x: str, y: str) -> bool:
        return same_noun(x, a.language, y, b.language)

    return compare(a.mention.value, b.mention.value, same_unit=same_unit).likeness


def together(a: Saying, b: Saying) -> bool:
    """Whether two sayings have somebody or something in common; a length of time needs no more than its governor."""
    return bool(a.names & b.names) or a.mention.kind is Kind.DURATION


def agreement(kind: Kind, group: Sequence[Saying]) -> Finding:
    subject = group[0].governor.text
    count = len({saying.source for saying in group})
    message = f"{count} sources agree on the {kind} of “{subject}”"
    return Finding(f"same-{kind}", kind, FindingRelation.AGREE, subject, sides_of(group), message)


def conflicts(kind: Kind, groups: Sequence[Sequence[Saying]]) -> Iterator[Finding]:
    """Differing values of one act that two sources tell with names in common."""
    for one, two in combinations(groups, 2):
        pairs = [(a, b) for a in one for b in two if a.source != b.source and one_event(a, b)]
        if not pairs:
            continue
        first, second = max(pairs, key=lambda pair: len(pair[0].names & pair[1].names))
        shared = len(first.names & second.names)
        relation = FindingRelation.CONFLICT if shared >= NAMES_TO_CONFLICT else FindingRelation.REVIEW
        subject = first.governor.text
        message = f"“{subject}”: {first.mention.value} is not {second.mention.value}"
        yield Finding(f"other-{kind}", kind, relation, subject, sides_of([*one, *two]), message)


def one_event(a: Saying, b: Saying) -> bool:
    if likeness(a, b) is not Likeness.CONFLICTS or not a.names & b.names:
        return False
    days = [m.value.first for m in (a.mention, b.mention) if isinstance(m.value, DateValue)]
    return not days or (None not in days and abs((days[0] - days[1]).days) <= ONE_EVENT)  # type: ignore[operator]


def sides_of(said: Sequence[Saying]) -> tuple[Side, ...]:
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
