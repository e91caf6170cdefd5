"""Changes that make a true claim false, made on its words alone: the generator knows nothing of the program's tables.

Numbers and names of months, days and currencies come from CLDR and num2words. Each change is of one detail, and its
place in the new statement is kept. The same statement always gives the same changes in the same order.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import simplemma
from babel import Locale
from num2words import num2words

STRANGER = "Joaquim Vestergaard"
"""A name that no source holds."""


@dataclass(frozen=True, slots=True)
class Change:
    """A changed statement; `start` and `end` are the new words' place in it."""

    kind: str
    statement: str
    start: int
    end: int


def replaced(kind: str, statement: str, span: tuple[int, int], new: str) -> Change:
    start, end = span
    return Change(kind, statement[:start] + new + statement[end:], start, start + len(new))


@cache
def calendar(language: str) -> dict[str, list[tuple[str, ...]]]:
    """Months and weekdays (Monday first) with their CLDR spellings, the one to write first."""
    locale = Locale.parse(language)
    widths = ("wide", "abbreviated")
    return {
        "month": [tuple(locale.months["format"][w][n].rstrip(".") for w in widths) for n in range(1, 13)],
        "weekday": [tuple(locale.days["format"][w][n].rstrip(".") for w in widths) for n in range(7)],
    }


def turned(names: Sequence[tuple[str, ...]], word: str, steps: int) -> str:
    """The name that many places on in its cycle, with the word's own capital."""
    number = next(n for n, said in enumerate(names) if word.lower() in {s.lower() for s in said})
    new = names[(number + steps) % len(names)][0]
    return new[0].upper() + new[1:] if word[0].isupper() else new


def one_of(names: Sequence[tuple[str, ...]]) -> str:
    spellings = sorted({s for said in names for s in said}, key=len, reverse=True)
    return "|".join(map(re.escape, spellings))


def days(statement: str, language: str) -> Iterator[Change]:
    """The day of the month one on and one back, where a month stands beside it."""
    months = one_of(calendar(language)["month"])
    before = rf"\b\d\d?(?=(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+|of\s+)?(?:{months})\b)"
    after = r"(?<=[a-z.] )\d\d?(?= ?,? \d{4})"
    for match in re.finditer(f"{before}|{after}", statement, re.IGNORECASE):
        number = int(match.group())
        for other in (number - 1, number + 1):
            if 1 <= other <= 28:
                yield replaced("day", statement, match.span(), str(other))


def months(statement: str, language: str) -> Iterator[Change]:
    """The month one on and one back, where a day or a year stands beside it."""
    names = calendar(language)["month"]
    beside = rf"(?<=\d )(?:{one_of(names)})\b|(?<=\d\. )(?:{one_of(names)})\b|\b(?:{one_of(names)})(?=\.?,? (?:de )?\d)"
    spans = [match.span() for match in re.finditer(beside, statement, re.IGNORECASE)]
    spans += [m.span(1) for m in re.finditer(rf"\d de ({one_of(names)})\b", statement, re.IGNORECASE)]
    for span in dict.fromkeys(spans):
        for steps in (-1, 1):
            yield replaced("month", statement, span, turned(names, statement[slice(*span)], steps))


YEAR = re.compile(r"(?<![\d.,$€£])(?:1[6-9]|20)\d\d(?![\d.,]*\d| ?[%€$])")
BOUND = re.compile(
    r"\b(as of|since|until|before|after|by|depuis|avant|après|jusqu['’]en|desde|antes de|hasta|dal|fino al) $",
    re.IGNORECASE,
)
"""What makes a year a bound: "since 2002" may follow from "since 2001"."""


def years(statement: str, _language: str) -> Iterator[Change]:
    for match in YEAR.finditer(statement):
        if BOUND.search(statement[: match.start()]):
            continue
        for step in (-1, 1):
            yield replaced("year", statement, match.span(), str(int(match.group()) + step))


def weekdays(statement: str, language: str) -> Iterator[Change]:
    names = calendar(language)["weekday"]
    wide = [(said[0],) for said in names]
    for match in re.finditer(rf"\b(?:{one_of(wide)})\b", statement, re.IGNORECASE):
        yield replaced("weekday", statement, match.span(), turned(wide, match.group(), 1))


NUMBER = re.compile(r"(?<![\w.,])(?P<sign>[$€£]?)(?P<number>\d+(?:[.,]\d+)*)(?![\d.,]*\d)(?=(?P<unit>\S*\s*\S*))")


def amounts(statement: str, language: str) -> Iterator[Change]:
    """Ten times the amount, and two digits swapped, for numbers that are neither a year nor a day of a month."""
    dated = [c.start for c in days(statement, language)] + [m.start() for m in YEAR.finditer(statement)]
    for match in NUMBER.finditer(statement):
        span, said = match.span("number"), match["number"]
        if span[0] in dated or re.match(r"(?:st|nd|rd|th)\b|[a-z]*\d", match["unit"]):
            continue
        yield replaced("times ten", statement, span, tenfold(said))
        if swapped := digits_swapped(said):
            yield replaced("digit swap", statement, span, swapped)


def tenfold(said: str) -> str:
    """A number with its point one place on; separators of thousands are left out."""
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", said):
        said = re.sub(r"[.,]", "", said)
    return f"{said}0" if said.isdigit() else re.sub(r"([.,])(\d)", r"\2\1", said + "0")


def digits_swapped(said: str) -> str | None:
    """The first two neighbours that differ, exchanged; none where that would begin with a zero."""
    for at in range(len(said) - 1):
        pair = said[at : at + 2]
        if pair.isdigit() and pair[0] != pair[1] and not (at == 0 and pair[1] == "0"):
            return said[:at] + pair[::-1] + said[at + 2 :]
    return None


CURRENCIES: dict[str, tuple[tuple[str, str], ...]] = {
    "": (("$", "€"), ("€", "$"), ("£", "€"), ("USD", "EUR"), ("EUR", "USD")),
    "en": (("dollars", "euros"), ("euros", "dollars"), ("pounds", "euros")),
    "fr": (("de dollars", "d'euros"), ("d'euros", "de dollars"), ("dollars", "euros")),
    "es": (("dólares", "euros"), ("euros", "dólares")),
    "de": (("Dollar", "Euro"), ("Euro", "Dollar")),
    "it": (("di dollari", "di euro"), ("di euro", "di dollari")),
    "pt": (("dólares", "euros"), ("euros", "dólares")),
}
"""Signs and names of money with another currency's, by language; the empty one is for all."""


def currencies(statement: str, language: str) -> Iterator[Change]:
    """Another currency everywhere in the claim: an amount that goes on in the old one would be another claim."""
    for old, new in (*CURRENCIES[""], *CURRENCIES.get(language, ())):
        at = statement.find(old)
        if at >= 0 and re.search(r"\d", statement):
            yield Change("currency", statement.replace(old, new), at, at + len(new))
            return


@cache
def spelled(language: str) -> dict[str, str]:
    """Number words from two to twelve, each with the next one."""
    said = [num2words(n, lang=language) for n in range(2, 14)]
    return dict(pairwise(said))


SCALES = "[Mm]i[lo]|mrd|md|bi[ln]|thous|tr[il]|hundred|cent"
"""How words of scale begin, whose numbers are amounts."""

ABOUT = re.compile(
    r"\b(about|around|circa|some|nearly|almost|over|vers|environ|près de|plus de|presque|unos|cerca de) $"
)
"""What makes a number a rough one, which one more may still fit."""


def counts(statement: str, language: str) -> Iterator[Change]:
    """One more of what is counted: spelled numbers, and short ones in digits before a small letter."""
    words = spelled(language)
    for match in re.finditer(rf"\b(?:{'|'.join(words)})\b", statement, re.IGNORECASE):
        more = words[match.group().lower()]
        yield replaced("count", statement, match.span(), more.capitalize() if match.group()[0].isupper() else more)
    dated = [c.start for c in days(statement, language)]
    for match in re.finditer(rf"(?<![\w.,$€£])\d{{1,3}}(?= (?!{SCALES})[^\W\d_]*[a-z]{{3}})", statement):
        if match.start() not in dated and not ABOUT.search(statement[: match.start()]):
            yield replaced("count", statement, match.span(), str(int(match.group()) + 1))


ARTICLES = re.compile("the|an?|l[ea]s?|une?|el|l[oa]s|il|lo|gli|i|[oa]s?|uma?|in|on|at|en", re.IGNORECASE)
LINKS = "by|and|with|par|et|avec|por|y|con|da|e|com"
"""Words before a lone surname."""


def names(statement: str, language: str) -> Iterator[Change]:
    """Another name for each run of two or more capitalised words, and for a lone one after "by", "and", "with"."""
    if language == "de":  # where every noun has a capital
        return
    dated = {s.lower() for said in calendar(language)["month"] for s in said}
    word = r"[A-Z][\w’'.-]*\w"
    for match in re.finditer(
        rf"(?<![\w-]){word}(?: {word})+|(?<=\s)(?:{LINKS}) (?P<lone>{word})\b(?! [A-Z])", statement
    ):
        start, end = match.span("lone") if match["lone"] else match.span()
        said = statement[start:end].split()
        if not match["lone"] and ARTICLES.fullmatch(said[0]):
            start, said = start + len(said[0]) + 1, said[1:]
        if (match["lone"] or len(said) > 1) and not dated & {w.lower() for w in said}:
            yield replaced("name", statement, (start, end), STRANGER)


NEGATIONS: dict[str, tuple[tuple[str, str], ...]] = {
    "en": ((r"\b(was|were|is|are|has|have|had|will)\b(?! not| only)", r"\1 not"),),
    "fr": (
        (r"\b(a|ont|est|était|avait|étaient|avaient)\b(?! pas)(?=\s)", "{n}\\1 pas"),
        (r"\b(doit|sont|sera|seront|fut)\b(?! pas)", "ne \\1 pas"),
    ),
    "es": (
        (
            r"(?<!no )\b((?:se )?(?:fue|es|son|ha|han|debe|vio|compró|[a-z]\w*(?:izó|eron|aron|ibió|itó|unió)))\b",
            r"no \1",
        ),
    ),
    "de": ((r"\b((?:ge\w+[tn]|\w+zeichnet|\w+iert))$", r"nicht \1"), (r"$", " nicht")),
    "it": ((r"\b(ha|hanno|è|sono|deve|fu|era)\b", r"non \1"),),
    "pt": ((r"\b(foi|é|são|deve|\w+(?:ou|iu|eram|aram)|recebeu|reuniu-se)\b", r"não \1"),),
}
"""Where a negation goes, by language: the first pattern that fits is used. `{n}` is the French "n'" or "ne "."""

PAST = re.compile(
    r"\b(\w{3,}ed|bought|saw|met|cost|won|lost|took|made|wrote|went|became|gave|sold|led|held|left|played)\b"
)


def negations(statement: str, language: str) -> Iterator[Change]:
    """The claim denied; none where it is denied already, or where its verb is not found."""
    if re.search(r"\b(not|no|never|ne|n'\w+|pas|nunca|nicht|kein\w*|non|não|cannot)\b", statement, re.IGNORECASE):
        return
    for pattern, new in NEGATIONS.get(language, ()):
        if match := re.search(pattern, statement):
            n = "n'" if match.group()[:1] in list("aeéêio") else "ne "
            yield replaced("negation", statement, match.span(), match.expand(new.replace("{n}", n)))
            return
    if language == "en" and (match := PAST.search(statement)):
        passive = re.search(r"\bby\b", statement[match.end() :])
        denied = f"not {match.group()}" if passive else f"did not {simplemma.lemmatize(match.group(), lang='en')}"
        yield replaced("negation", statement, match.span(), denied)


@cache
def antonyms() -> Mapping[str, list[list[str]]]:
    table: Mapping[str, list[list[str]]] = tomllib.loads(Path(__file__).with_name("antonyms.toml").read_text("utf-8"))
    return table


def opposites(statement: str, language: str) -> Iterator[Change]:
    """The first word that has an opposite, swapped for it."""
    for pair in antonyms().get(language, ()):
        for old, new in (pair, pair[::-1]):
            if match := re.search(rf"\b{old}\b", statement):
                yield replaced("opposite", statement, match.span(), new)
                return


MAKERS: tuple[Callable[[str, str], Iterator[Change]], ...] = (
    days,
    months,
    years,
    weekdays,
    amounts,
    currencies,
    counts,
    names,
    negations,
    opposites,
)


def changes(statement: str, language: str) -> list[Change]:
    """Every change of a statement, each new statement once."""
    made = (change for maker in MAKERS for change in maker(statement, language))
    return list({change.statement: change for change in made if change.statement != statement}.values())
