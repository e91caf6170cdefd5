"""The dates of a life as brackets write them, and ages as commas do: "(4 May 1904 – 1 June 1986)", "Berg, 58,".

No word says there that somebody was born or died, or that years are counted; the place of the figure does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from factcheck.extract import extract, numbers
from factcheck.model import Amount, DateValue, Duration, Kind, Mention
from factcheck.reading.passages import ROUND_CLOSING, ROUND_OPENING, bracketed

BORN, DIED, AGED = "be-born", "die", "age"
"""The concepts that the two dates of a life, and a bare age, stand for."""

DASH = re.compile(r"\s*(?:--|[-–—−])\s*")
BRACKET = re.compile(rf"{ROUND_OPENING}.{{8,200}}?{ROUND_CLOSING}")
"""A bracket long enough for two days."""

A_BRACKET = 120
"""How far back, in code points, the bracket around two days is looked for."""

SIGN = re.compile(r"([*†])\s*$")
"""The signs of genealogy before a date."""

A_LIFE = range(20, 121)
"""How many years may lie between the two days: fewer are a term of office or a journey."""


def lived(mentions: Sequence[Mention], text: str, language: str) -> tuple[Mention, ...]:
    """The mentions with the range of two days that a bracket gives for a life parted into its ends."""
    parted: list[Mention] = []
    for mention in mentions:
        ends = ends_of(mention, text, language) if in_bracket(mention, text) else []
        parted += ends or [mention]
    return tuple(parted)


def in_bracket(mention: Mention, text: str) -> bool:
    """Whether a mention is a range of two days, a life apart, within a bracket."""
    value = mention.value
    if not isinstance(value, DateValue) or "/" not in value.timex or not value.first or not value.last:
        return False
    before = text[max(0, mention.start - A_BRACKET) : mention.start]
    return value.last.year - value.first.year in A_LIFE and bracketed(before)


def ends_of(mention: Mention, text: str, language: str) -> list[Mention]:
    """The two days of a range, read each by itself; none where they are not two days."""
    found: list[Mention] = []
    for dash in DASH.finditer(mention.text):
        halves = ((mention.start, mention.start + dash.start()), (mention.start + dash.end(), mention.end))
        found = [m for start, end in halves for m in day(text[start:end], start, language)]
        if len(found) == len(halves):
            return found
    return []


def day(said: str, start: int, language: str) -> Iterator[Mention]:
    """The day that the words give, at its place in the text."""
    for mention in extract(said, language=language, published=None):
        if is_day(mention):
            yield replace(mention, start=start + mention.start, end=start + mention.end)
            return


def is_day(mention: Mention) -> bool:
    value = mention.value
    return isinstance(value, DateValue) and value.first is not None and value.first == value.last


def life_dates(
    text: str, start: int, end: int, mentions: Sequence[Mention], acts: Sequence[int]
) -> Iterator[tuple[Mention, str]]:
    """The days between two offsets that tell when somebody was born or died, with the concept that each stands for.

    Somebody must be named before the bracket, and none of the `acts` stand between: "opened the bridge (…)" is no life.
    Two days with a dash between them are a life if they lie one apart.
    """
    names = [m for m in mentions if m.kind in (Kind.PERSON, Kind.TERM)]
    for bracket in BRACKET.finditer(text, start, end):
        named = next((m for m in names if m.end <= bracket.start()), None)
        if named is None or any(named.end <= act < bracket.start() for act in acts):
            continue
        days = [m for m in mentions if bracket.start() < m.start < bracket.end() and is_day(m)]
        for found in days:
            if sign := SIGN.search(text, bracket.start(), found.start):
                yield found, BORN if sign[1] == "*" else DIED
        for first, second in pairwise(days):
            if a_life(first, second) and DASH.search(text, first.end, second.start):
                yield first, BORN
                yield second, DIED


AGE = re.compile(r",\s(\d{1,2})(?=,\s|\.\s*$|\.\s[A-Z])|(,?)\s(\w+)\s(\d{1,2})(?=[,.](?:\s|$)|$)")
"""A bare figure right behind somebody: between commas, with or without "aged" before it, or behind "is"."""


def ages(text: str, people: Sequence[int], aged: frozenset[str], being: frozenset[str]) -> Iterator[Mention]:
    """The ages that stand right behind somebody, as durations in years; `people` are where the names of people end."""
    for end in people:
        found = AGE.match(text, end)
        if found is None:
            continue
        place = 1 if found[1] else 4
        if place == 4 and found[3].lower() not in (aged if found[2] else being):
            continue
        yield in_years(found[place], found.start(place))


def in_years(digits: str, start: int) -> Mention:
    """An age written in digits, as a duration."""
    value = Duration(f"P{int(digits)}Y", Amount.point(digits), "Y")
    return Mention(Kind.DURATION, start, start + len(digits), digits, value)


def age_limits(text: str, people: Sequence[int], older: frozenset[str], younger: frozenset[str]) -> Iterator[Mention]:
    """The limits of age right behind people, as durations in years: "people over 60", "children under 12"."""
    for end in people if older | younger else ():
        found = AGE_LIMIT.match(text, end)
        if found is None or found[2].lower() not in older | younger:
            continue
        digits, start = Decimal(found[3]), found.start(1)
        amount = Amount(digits, None) if found[2].lower() in older else Amount(None, digits)
        yield Mention(Kind.DURATION, start, found.end(), found[1], Duration(f"P{digits}Y", amount, "Y"))


AGE_LIMIT = re.compile(r"\s(([^\W\d_]+)\s(\d{1,2}))(?![\d-]|[.,]\d| ?%)")
"""A word and a bare figure right behind people."""


def told_ages(text: str, start: int, end: int, aged: frozenset[str]) -> Iterator[Mention]:
    """The bare ages between two offsets that a word tells to be ages: "aged 87", "at the age of 87"."""
    words = r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(aged))) + r") (?:of )?(\d{1,2})(?![\d-]|[.,]\d| ?%)"
    for found in re.finditer(words, text[start:end], re.IGNORECASE) if aged else ():
        yield in_years(found[1], start + found.start(1))


def aged_nouns(text: str, start: int, end: int, endings: frozenset[str], language: str) -> Iterator[Mention]:
    """The ages between two offsets that name somebody: "der 46-Jährige", "il 46enne", "la ventunenne"."""
    spelled = "|".join(sorted(endings))
    for found in (
        re.finditer(rf"(?<!\w)(\d{{1,3}}-?|[^\W\d_]{{3,}}?)(?:{spelled})(?!\w)", text[start:end]) if endings else ()
    ):
        said = found[1].rstrip("-")
        stems = [said] if said.isdigit() else [said + ending for ending in ("", *CUT)]
        whole = ((stem, next(iter(numbers(stem, language)), None)) for stem in stems)
        years = next((n[2].low for stem, n in whole if n and n[:2] == (0, len(stem)) and n[2].low is not None), None)
        if years is not None:
            yield replace(in_years(str(int(years)), start + found.start()), end=start + found.end(), text=found[0])


CUT = ("o", "a", "e", "i")
"""Vowels that a numeral loses before an ending: "ventun-enne"."""


def a_life(first: Mention, second: Mention) -> bool:
    born, died = first.value, second.value
    if not (isinstance(born, DateValue) and isinstance(died, DateValue) and born.first and died.first):
        return False
    return died.first.year - born.first.year in A_LIFE
