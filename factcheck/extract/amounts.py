"""Amounts: money, percents, durations and counted or measured quantities; what stands behind a number tells which."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Final

from factcheck.extract.scan import Grammar, Parts, Rule
from factcheck.lang.numerals import Number
from factcheck.model import Amount, Duration, Kind, Mention, Money, Percent, Quantity, Value, plain

_BOUND: Final = "(?P<bound><MORE|LESS|AT_LEAST|AT_MOST>)?(?P<about><ABOUT|TILDE>)?<ARTICLE>?"
_SIGN: Final = "(?P<sign><DASH|PLUS|MINUS>)?"
_NUMBER: Final = f"{_SIGN}(?P<n><NUM>)"
_RANGE: Final = "(?:<TO|DASH|AND|OR>(?P<n2><NUM>))?"


def _number(parts: Parts, group: str) -> Number | None:
    found = parts.value(group, "NUM")
    if isinstance(found, Number):
        return found
    one = parts.value(group, "ONES", "HUNDRED")
    return Number(Decimal(one)) if one is not None else None


def amount(parts: Parts) -> Amount | None:
    """The number, range or bound that the pattern found, with "about" and "more than"."""
    first = _number(parts, "n")
    if first is None:
        return None
    low = -first.value if parts.has("sign") and parts.value("sign", "PLUS") is None else first.value
    step, about = first.step, first.approx or parts.has("about") or parts.has("about2")
    last = _number(parts, "n2")
    if last is not None:
        scaled = low * (last.step if last.step > 1 and first.step <= 1 and low < last.value / last.step * 10 else 1)
        low, step = (scaled, last.step) if scaled < last.value else (low, step)
        return Amount(low, last.value, step, about) if low < last.value else None
    if parts.has("bound"):
        if parts.value("bound", "MORE", "AT_LEAST") is not None:
            return Amount(low, None, step, about)
        return Amount(None, low, step, about)
    return Amount(low, low, step, about)


def _mention(parts: Parts, kind: Kind, value: Value | None, group: str = "all") -> Mention | None:
    if value is None:
        return None
    start, end = parts.span(group)
    text = parts.scanned.text
    if start and text[start].isdigit() and text[start - 1].isalnum():
        return None
    return Mention(kind, start, end, text[start:end], value)


# --- money --------------------------------------------------------------------------------------------------------------


def _money(parts: Parts) -> Mention | None:
    found, currency = amount(parts), parts.value("cur", "CURRENCY", "CURRENCY_LETTER")
    if found is None or currency is None:
        return None
    if parts.has("k"):
        found = scaled(found, parts.value("k", "SCALE_LETTER", "SCALE"))
    per = parts.word("per").lower() if parts.has("per") else None
    return _mention(parts, Kind.MONEY, Money(found, currency, per))


def _scaled_money(parts: Parts) -> Mention | None:
    """ "38 MDH", "Md€": the scale's letters written together with the currency's."""
    found, both = amount(parts), parts.value("cur", "SCALED_CURRENCY")
    if found is None:
        return None
    scale, currency = both
    return _mention(parts, Kind.MONEY, Money(scaled(found, scale), currency))


def scaled(value: Amount, scale: int) -> Amount:
    """The amount in thousands, millions …, its step with it."""
    low, high = (None if side is None else side * scale for side in (value.low, value.high))
    return Amount(low, high, value.step * scale, value.approx)


# --- percents -----------------------------------------------------------------------------------------------------------


def _percent(parts: Parts) -> Mention | None:
    found = amount(parts)
    if found is None:
        return None
    return _mention(parts, Kind.PERCENT, Percent(found, parts.has("points")))


# --- durations ----------------------------------------------------------------------------------------------------------

_TIMEX_UNIT: Final = {"TH": ("T", "H"), "TM": ("T", "M"), "TS": ("T", "S"), "Y": ("", "Y"), "M": ("", "M"), "W": ("", "W"),
                      "D": ("", "D"), "Q": ("", "Q"), "DE": ("", "DE"), "CE": ("", "CE"), "WE": ("", "WE"), "FN": ("", "W"),
                      "H": ("", "M")}  # fmt: skip
_FACTOR: Final = {"FN": 2, "H": 6}
_UNIT_NAME: Final = {"FN": "W", "H": "M"}


def _duration(parts: Parts) -> Mention | None:
    found, unit = amount(parts), parts.value("u", "UNIT")
    if found is None or unit is None:
        return None
    if parts.has("half"):
        found = replace(found, low=(found.low or 0) + Decimal("0.5"), high=(found.high or 0) + Decimal("0.5"))
    return _mention(parts, Kind.DURATION, duration(found, unit))


def duration(length: Amount, unit: str) -> Duration:
    """A length of so many units; a fortnight is two weeks, a half-year six months."""
    length = scaled(length, _FACTOR.get(unit, 1))
    low = length.low if length.low is not None else length.high
    assert low is not None
    time, letter = _TIMEX_UNIT[unit]
    mod = (
        "APPROX"
        if length.approx
        else "MORE_THAN"
        if length.high is None
        else "LESS_THAN"
        if length.low is None
        else None
    )
    return Duration(f"P{time}{plain(low)}{letter}", length, _UNIT_NAME.get(unit, unit), mod)


# --- quantities -----------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=50_000)
def noun_lemma(noun: str, language: str) -> str:
    """The noun's dictionary form, lower-case."""
    import simplemma

    word = noun.lower()
    try:
        lemma = simplemma.lemmatize(word, language).lower()
    except ValueError:
        return word
    return (
        lemma if len(lemma) <= len(word) else word.removesuffix("s")
    )  # a longer form is a verb's: "visites", "visiter"


def _quantity(parts: Parts) -> Mention | None:
    found = amount(parts)
    if found is None:
        return None
    language = parts.scanned.language
    unit = parts.value("unit", "MEASURE") or noun_lemma(parts.word("unit"), language.code)
    return _mention(parts, Kind.QUANTITY, Quantity(found, unit))


# --- the grammar ------------------------------------------------------------------------------------------------------------

_ALL: Final = f"{_BOUND}(?P<all>{_NUMBER}{_RANGE}"
_CUR: Final = "(?P<cur><CURRENCY>)"
_ABOUT_AFTER: Final = "(?P<about2><ABOUT_AFTER>)?"
_COUNT: Final = _BOUND + "(?P<all>(?P<n><NUM>)" + _RANGE

GRAMMAR: Final = Grammar(
    "NUM|ONE",
    [
        Rule("percent", f"{_ALL}{_ABOUT_AFTER}(?:<PERCENT>|(?P<points><POINTS>)))", _percent),
        Rule(
            "money",
            f"{_ALL}{_ABOUT_AFTER}(?P<k><SCALE_LETTER>)?(?:<OF><ARTICLE>?)?{_CUR})(?:<PER>(?P<per><UNIT|MEASURE>))?",
            _money,
        ),
        Rule("scaled-money", f"{_ALL}(?P<cur><SCALED_CURRENCY>))", _scaled_money),
        Rule(
            "sign-money",
            f"{_BOUND}(?P<all>{_SIGN}(?P<cur><CURRENCY_SIGN|ISO>)(?P<n><NUM>){_RANGE}(?P<k><SCALE_LETTER>)?)",
            _money,
        ),
        Rule(
            "duration",
            f"{_BOUND}(?P<all>(?P<n><NUM|ONE>){_RANGE}(?P<half><AND><HALF>)?<DASH>?<DIR>?(?P<u><UNIT>)<DIR>?){_ABOUT_AFTER}",
            _duration,
        ),
        Rule("measure", f"{_ALL}<DASH>?(?P<unit><MEASURE>))", _quantity),
        Rule("count", f"{_COUNT}(?:(?<=<SCALED|OF_NOUN>)<OF><ARTICLE>?)?<SKIP|DIR>{{0,2}}(?P<unit><WORD>))", _quantity),
        Rule(
            "count-name",
            f"{_BOUND}(?P<all>(?P<n>(?!<YEAR>)<NUM>)<SKIP|DIR>{{0,2}}<CAP>{{0,2}}(?P<unit><CAP|WORD>))",
            _quantity,
        ),
    ],
)


# --- an amount that leaves its currency to the one before -----------------------------------------------------------------------


def _ellipsis(parts: Parts) -> Mention | None:
    found = amount(parts)
    return _mention(parts, Kind.MONEY, Money(found, "")) if found else None


_NOT_COUNTED: Final = "(?!<OF|CURRENCY|SCALE_LETTER|UNIT|PERCENT|POINTS|MEASURE|SKIP|CAP>)"
ELLIPSIS: Final = Grammar(
    "NUM|ONE",
    [
        Rule(
            "ellipsis",
            f"<VERSUS|TO|OR|AND>{_BOUND}(?P<all>(?P<n><NUM>)(?:(?<=<SCALED>)|(?!<WORD>)){_NOT_COUNTED})",
            _ellipsis,
        )
    ],
)
