"""Every noun of the program: frozen records that compare by value and pickle.

Offsets are code points of a source's decoded text and half open, `[start, end)`; `text[start:end] == quote` always
holds. Days are `datetime.date`, amounts `decimal.Decimal`. Nothing here reads a file, knows a language or prints.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path


class Kind(StrEnum):
    """What a mention is: the type of its value."""

    DATE = "date"
    DURATION = "duration"
    MONEY = "money"
    QUANTITY = "quantity"
    PERCENT = "percent"
    ORDINAL = "ordinal"
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    TERM = "term"


class ZoneName(StrEnum):
    """What part of a document a stretch of text is. Furniture (menus, tickers, boxes) is never evidence."""

    TITLE = "title"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    FURNITURE = "furniture"


class Relation(StrEnum):
    """How one detail of a claim stands to what a passage says."""

    EQUAL = "equal"
    COMPATIBLE = "compatible"
    CONFLICTS = "conflicts"
    ABSENT = "absent"


class Stance(StrEnum):
    """How a passage, or a whole source, stands to a claim."""

    SUPPORTS = "supports"
    CONFLICTS = "conflicts"
    PARTIAL = "partial"
    SILENT = "silent"


class Verdict(StrEnum):
    """What all sources together say of a claim; AVeriTeC's four answers. Never "true"."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    INSUFFICIENT = "insufficient"


class Qualifier(StrEnum):
    """How a passage says what it says."""

    HEDGED = "hedged"
    ATTRIBUTED = "attributed"
    NEGATED = "negated"
    INTENDED = "intended"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text: `[start, end)` in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Zone:
    """One part of a document; the zones of a source cover its text without gap or overlap."""

    zone: ZoneName
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of a source's title, dateline, caption or body; `paragraph` counts the text's paragraphs."""

    start: int
    end: int
    paragraph: int
    zone: ZoneName = ZoneName.BODY


# --- values ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as a text states it: a point (`low == high`), a range, or a bound (the open side is None).

    `step` is the unit of the last digit written: "48 millions" has 1000000, "47.8M" has 100000, "4,25" has 0.01; it
    tells how far a rounded figure reaches. `approx` is set by "about", "près de", "une dizaine".
    """

    low: Decimal | None
    high: Decimal | None
    step: Decimal = Decimal(1)
    approx: bool = False

    @classmethod
    def point(cls, value: Decimal | int | str, step: Decimal = Decimal(1), approx: bool = False) -> Amount:
        number = Decimal(value)
        return cls(number, number, step, approx)

    def __str__(self) -> str:
        """`48000000`, `10..20`, `>=50`, `<=8`, `~10`; digits without exponent or trailing zeros."""
        if self.low is not None and self.low == self.high:
            said = plain(self.low)
        elif self.low is None:
            said = f"<={plain(self.high)}" if self.high is not None else "?"
        elif self.high is None:
            said = f">={plain(self.low)}"
        else:
            said = f"{plain(self.low)}..{plain(self.high)}"
        return f"~{said}" if self.approx else said


def plain(number: Decimal) -> str:
    """A decimal without exponent and without trailing zeros: `48000000`, `0.5`, `-13`."""
    said = f"{number:f}"
    return (said.rstrip("0").rstrip(".") or "0") if "." in said else said


@dataclass(frozen=True, slots=True)
class DateValue:
    """A calendar expression: the TIMEX3 value and the days that it covers.

    `first` and `last` bound the days meant, both inclusive; None where that side is open or the year unknown. `timex`
    is `2021-11-24`, `2021-11`, `2021-11-23TEV`, `2021-11-24T11:37`, `2021-W47`, `2021-Q1`, `2021-SU`, `201` (a decade),
    `XXXX-11-24`, `XXXX-WXX-4` (an unresolved Thursday), `2021-11-22/2021-11-24` (a range). `mod` is TIMEX3's START,
    MID, END, BEFORE, AFTER or APPROX. `weekday` (Monday is 0) is set only where the text names it; `written` holds the
    parts of the day's own wording (year, month, day), None where a part was inferred; `anchor` tells what an inferred
    or relative part was resolved on: `published`, `context`, or None where all was written. `each` says that every such
    day is meant ("every Monday"), which TIMEX3 calls a set.
    """

    timex: str
    first: date | None = None
    last: date | None = None
    mod: str | None = None
    weekday: int | None = None
    written: tuple[int | None, int | None, int | None] = (None, None, None)
    anchor: str | None = None
    each: bool = False

    def __str__(self) -> str:
        return self.timex


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in TIMEX3 (`P2D`, `PT48H`, `P1Y6M`): `amount` of one `unit` (Y Q M W D, TH TM TS).

    Compound lengths ("1 an et 6 mois") are expressed in the smaller unit by `amount`, while `timex` keeps both.
    """

    timex: str
    amount: Amount
    unit: str
    mod: str | None = None

    def __str__(self) -> str:
        return self.timex


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of a currency (ISO 4217), `per` unit where the text says so ("a barrel", "par mois")."""

    amount: Amount
    currency: str
    per: str | None = None

    def __str__(self) -> str:
        return f"{self.currency} {self.amount}" + (f" / {self.per}" if self.per else "")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count or measure: amount and unit, the unit being a symbol (`km`) or the noun's lemma (`drone`)."""

    amount: Amount
    unit: str

    def __str__(self) -> str:
        return f"{self.amount} {self.unit}".rstrip()


@dataclass(frozen=True, slots=True)
class Percent:
    """A share or a change in percent; `points` where the text speaks of percentage points."""

    amount: Amount
    points: bool = False

    def __str__(self) -> str:
        return f"{self.amount} {'pp' if self.points else '%'}"


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A rank, with the lemma of what is ranked where the text names it; -1 is the last."""

    rank: int
    noun: str = ""

    def __str__(self) -> str:
        return str(self.rank)


@dataclass(frozen=True, slots=True)
class Name:
    """A person, organisation, place or term: the fullest form seen in its text, or an ISO 3166 code of a territory.

    `parts` are the folded (lower-case ASCII) words of that form, without titles.
    """

    name: str
    parts: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.name


Value = DateValue | Duration | Money | Quantity | Percent | Ordinal | Name


@dataclass(frozen=True, slots=True, init=False)
class Mention:
    """A typed value in its place. `text` is the source's own wording, `text == source[start:end]`.

    `readings` holds every reading where the wording has more than one (10/11/2020), the chosen `value` first.
    """

    kind: Kind
    start: int
    end: int
    text: str
    value: Value
    zone: ZoneName = ZoneName.BODY
    readings: tuple[Value, ...] = ()

    # Mentions are made more often than anything else, and the generated `__init__` looks up how to set each field.
    def __init__(
        self,
        kind: Kind,
        start: int,
        end: int,
        text: str,
        value: Value,
        zone: ZoneName = ZoneName.BODY,
        readings: tuple[Value, ...] = (),
    ) -> None:
        _set_kind(self, kind)
        _set_start(self, start)
        _set_end(self, end)
        _set_text(self, text)
        _set_value(self, value)
        _set_zone(self, zone)
        _set_readings(self, readings)

    def moved(self, by: int) -> Mention:
        """The same mention elsewhere."""
        return Mention(self.kind, self.start + by, self.end + by, self.text, self.value, self.zone, self.readings)


_set_kind, _set_start, _set_end, _set_text, _set_value, _set_zone, _set_readings = (
    getattr(Mention, name).__set__ for name in Mention.__slots__
)


# --- sources --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """One document. `provenance` tells for each metadata key where it was read ("sources.yaml", "dateline", …)."""

    id: str
    text: str
    path: str = ""
    label: str = ""
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    origin: str | None = None
    retrieved: date | None = None
    sha256: str = ""
    zones: tuple[Zone, ...] = ()
    provenance: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_text(
        cls,
        id: str,
        text: str,
        *,
        published: date | None = None,
        language: str | None = None,
        label: str = "",
        publisher: str | None = None,
        origin: str | None = None,
    ) -> Source:
        """A source from text at hand, all of it body, with nothing guessed; a wire's dateline in it dates no event."""
        given = {"published": published, "language": language, "publisher": publisher, "origin": origin}
        return cls(
            id=id,
            text=text,
            label=label or id,
            publisher=publisher,
            published=published,
            language=language,
            origin=origin,
            sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
            zones=(Zone(ZoneName.BODY, 0, len(text)),) if text else (),
            provenance={key: "given" for key, value in given.items() if value is not None},
        )


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with an input, with its place (1-based; 0 where there is none) and what to do."""

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        place = ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])
        return f"{place}: {self.message}"


# --- claims ---------------------------------------------------------------------------------------------------------

DETAIL_KINDS: Mapping[str, Kind] = {
    "date": Kind.DATE,
    "amount": Kind.MONEY,
    "money": Kind.MONEY,
    "quantity": Kind.QUANTITY,
    "count": Kind.QUANTITY,
    "percent": Kind.PERCENT,
    "duration": Kind.DURATION,
    "ordinal": Kind.ORDINAL,
    "place": Kind.PLACE,
    "organisation": Kind.ORGANISATION,
}
"""The keys of `details:` beside `people:`, with the kind that each overrides; `amount` and `count` are other words."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person that a claim's author spells out, with other spellings to accept."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiver:
    """A desk's decision to let a claim pass; valid through `until`, or always where that is None."""

    reason: str
    by: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement of a registry.

    `details` maps a detail's kind ("date", "amount", …) to the author's own text, which overrides what is read from the
    statement; `tolerance` maps a kind to a share (`0.05` for 5%) or an absolute Decimal text as written. `only` and
    `exclude` name source ids. `path`, `line` and `column` are the claim's place in its registry.
    """

    id: str
    statement: str
    language: str | None = None
    require: int = 1
    only: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    details: Mapping[str, str] = field(default_factory=dict)
    people: tuple[Person, ...] = ()
    tolerance: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    accept: tuple[str, ...] = ()
    note: str | None = None
    waiver: Waiver | None = None
    path: str = ""
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Registry:
    """A claims file: its claims, where its sources and dictionaries are, and what was wrong with it."""

    path: Path
    claims: tuple[Claim, ...]
    sources: tuple[str, ...]
    problems: tuple[Problem, ...]
    dictionaries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Detail:
    """One checkable part of a claim, with its place in the statement (both 0 where the registry gives it)."""

    kind: Kind
    text: str
    value: Value
    start: int = 0
    end: int = 0


# --- results --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DetailMatch:
    """What one passage says of one detail; the passage's side is None where it says nothing (`absent`)."""

    detail: Detail
    relation: Relation
    mention: Mention | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """The words of a passage that made a qualifier: `pour signer`, `somme estimée`."""

    qualifier: Qualifier
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage with its stance towards a claim. `line` and `column` are 1-based, of `start`."""

    stance: Stance
    start: int
    end: int
    quote: str
    line: int
    column: int
    details: tuple[DetailMatch, ...]
    marks: tuple[Mark, ...]
    rule: str
    reason: str

    @property
    def qualifiers(self) -> tuple[Qualifier, ...]:
        """The kinds of marks, each once, in the order of `Qualifier`."""
        return tuple(q for q in Qualifier if any(mark.qualifier is q for mark in self.marks))


@dataclass(frozen=True, slots=True)
class Note:
    """Something an editor must see that settles nothing by itself: a weekday that does not fit its date."""

    rule: str
    message: str
    source: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One step of how an answer was reached, for `factcheck explain`."""

    rule: str
    message: str
    source: str | None = None


@dataclass(frozen=True, slots=True)
class SourceResult:
    """One source's stance towards one claim, its evidence best first, and the steps that led there."""

    source: str
    stance: Stance
    evidence: tuple[Evidence, ...] = ()
    steps: tuple[Step, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimResult:
    """A claim's verdict. `origins` are the independent origins that support it; `waived` says a valid waiver holds."""

    claim: Claim
    verdict: Verdict
    details: tuple[Detail, ...]
    notes: tuple[Note, ...]
    sources: tuple[SourceResult, ...]
    origins: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    waived: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What `verify` found: every claim against every source that could be read, and every problem on the way."""

    claims: tuple[ClaimResult, ...]
    sources: tuple[Source, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """A mention or passage of one source, as a finding shows it. `line` is 1-based."""

    source: str
    quote: str
    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True)
class Side:
    """One value of a finding and the places that give it."""

    value: str
    mentions: tuple[Quote, ...]


class FindingRelation(StrEnum):
    """How the sides of a finding stand to each other."""

    AGREE = "agree"
    CONFLICT = "conflict"
    VARIANT = "variant"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Finding:
    """Where sources agree, conflict, spell differently, or where an editor should look."""

    rule: str
    kind: Kind
    relation: FindingRelation
    subject: str
    sides: tuple[Side, ...]
    message: str


@dataclass(frozen=True, slots=True)
class DiffReport:
    """What `diff_sources` found between sources."""

    findings: tuple[Finding, ...]
    sources: tuple[Source, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the tool sees in one source: the mentions of all zones, in order."""

    source: Source
    mentions: tuple[Mention, ...]
