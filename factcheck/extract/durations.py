"""Durations: lengths of time, plain ("48 heures"), compound ("1 an et 6 mois") and with halves ("une demi-heure")."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from factcheck.extract.numbers import BOUND, RANGE, amount, number_of, scaled
from factcheck.extract.scan import Grammar, Parts, Rule
from factcheck.lang import Language
from factcheck.lang.numerals import Number, Senses
from factcheck.model import Amount, Duration, Kind, Mention, plain

_TIMEX: Final = {
    "Y": "Y", "Q": "Q", "M": "M", "W": "W", "D": "D", "DE": "DE", "CE": "CE", "WE": "WE",
    "TH": "H", "TM": "M", "TS": "S", "FN": "W", "H": "M",
}  # fmt: skip
_OTHER_UNIT: Final[Mapping[str, tuple[Decimal | int, str]]] = {
    "FN": (2, "W"),
    "H": (6, "M"),
    "DE": (10, "Y"),
    "CE": (100, "Y"),
    "QH": (Decimal("0.25"), "TH"),
}
_IN_SECONDS: Final = {"TS": 1, "TM": 60, "TH": 3600, "D": 86_400, "W": 604_800}
_IN_MONTHS: Final = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}


def duration(length: Amount, unit: str) -> Duration:
    """A length of so many units; a fortnight is two weeks, a half-year six months, a decade ten years."""
    if unit in _OTHER_UNIT:
        factor, unit = _OTHER_UNIT[unit]
        length = scaled(length, Decimal(factor))
    said = length.low if length.low is not None else length.high or Decimal(0)
    if unit == "TH" and 0 < said < 1 and said * 60 == int(said * 60) and length.low == length.high:
        said, length, unit = said * 60, scaled(length, Decimal(60)), "TM"  # "half an hour"
    time = "T" if unit.startswith("T") else ""
    return Duration(f"P{time}{plain(said)}{_TIMEX[unit]}", length, unit, _mod(length))


def _mod(length: Amount) -> str | None:
    if length.approx:
        return "APPROX"
    return "MORE_THAN" if length.high is None else "LESS_THAN" if length.low is None else None


def _plain(parts: Parts) -> Mention | None:
    found, unit = amount(parts), parts.value("u", "UNIT")
    if found is None or (found.low is not None and found.low < 0):
        return None
    if unit == "TH" and parts.value("bound", "AT") and not parts.has("of"):
        return None  # "from 2 p.m. on"
    if parts.has("edge") and not plural(parts, "edge", "DIR", "LAST", "ORD"):
        return None  # "14 million last year"
    if parts.has("half"):
        part = 1 / Decimal(parts.value("half", "FRACTION"))
        low, high = (None if side is None else side + part for side in (found.low, found.high))
        found = Amount(low, high, Decimal("0.1"), found.approx)
    return _mention(parts, duration(found, unit))


def _lasting(parts: Parts) -> Mention | None:
    """German "zweiwöchig": number and unit in one word."""
    number, unit = parts.value("all", "LASTING")
    return _mention(parts, duration(Amount.point(Decimal(number), approx=parts.has("about")), unit))


def _part(parts: Parts) -> Mention | None:
    """ "half an hour", "une demi-heure", "three quarters of an hour"."""
    share = number_of(parts, "n") if parts.has("n") else Number(1 / Decimal(parts.value("half", "FRACTION")))
    if share is None:
        return None
    return _mention(
        parts, duration(Amount.point(share.value, Decimal("0.1"), parts.has("about")), parts.value("u", "UNIT"))
    )


def _one_and_half(parts: Parts) -> Mention | None:
    """Spanish "año y medio": a unit without its article and a half."""
    return _mention(parts, duration(Amount.point(Decimal("1.5"), Decimal("0.1")), parts.value("u", "UNIT")))


def _bare(parts: Parts) -> Mention | None:
    """ "9 secondes 98", "3 minutos 20": hundredths behind seconds, seconds behind minutes."""
    whole, part, unit = number_of(parts, "n"), number_of(parts, "part"), parts.value("u", "UNIT")
    if whole is None or part is None or whole.step != 1:
        return None
    if unit == "TS" and len(parts.word("part")) == 2:
        return _mention(parts, duration(Amount.point(whole.value + part.value / 100, Decimal("0.01")), unit))
    made = compound([(whole.value, unit), (part.value, "TS")]) if unit == "TM" and part.value < 60 else None
    return _mention(parts, made) if made else None


def _compound(parts: Parts) -> Mention | None:
    """ "1 an et 6 mois", "2 years, 1 month and 21 days": each unit smaller than the one before."""
    pairs: list[tuple[Decimal, str]] = []
    number: Number | None = None
    for index in parts.tokens("all"):
        senses = parts.scanned.senses(index)
        if "UNIT" in senses and number is not None:
            factor, unit = _OTHER_UNIT.get(senses["UNIT"], (1, senses["UNIT"]))
            pairs.append((number.value * factor, unit))
            number = None
        elif "NUM" in senses or "ONE" in senses:
            number = senses.get("NUM") or Number(Decimal(1))
    if "FRACTION" in parts.scanned.senses(parts.tokens("all")[-1]) and _seconds(pairs[-1][1]) > _seconds(pairs[0][1]):
        return None  # "an hour and a quarter"
    made = compound(pairs, approx=parts.has("about"))
    return _mention(parts, made) if made else None


def compound(pairs: list[tuple[Decimal, str]], *, approx: bool = False) -> Duration | None:
    """Several lengths as one; in the smallest unit, a month being thirty days where days and months meet."""
    pairs = sorted(pairs, key=lambda pair: -_seconds(pair[1]))
    units = [unit for _, unit in pairs]
    if len(set(units)) < len(units) or any(unit == "WE" for unit in units):
        return None
    smallest = units[-1]
    total = sum((number * _seconds(unit) for number, unit in pairs), Decimal(0)) / _seconds(smallest)
    if smallest in _IN_MONTHS:
        total = sum((number * _IN_MONTHS[unit] for number, unit in pairs), Decimal(0)) / _IN_MONTHS[smallest]
    mixed = smallest not in _IN_MONTHS and units[0] in _IN_MONTHS
    calendar = "".join(f"{plain(n)}{_TIMEX[unit]}" for n, unit in pairs if not unit.startswith("T"))
    clock = "".join(f"{plain(n)}{_TIMEX[unit]}" for n, unit in pairs if unit.startswith("T"))
    length = Amount.point(total, approx=approx or mixed)
    return Duration(f"P{calendar}{'T' if clock else ''}{clock}", length, smallest, "APPROX" if approx else None)


def plural(parts: Parts, group: str, *kinds: str) -> bool:
    """Whether the word is the plural of another of its classes: années, derniers; Italian scorsi, scorse."""
    if not parts.has(group):
        return False
    word, words = parts.word(group).lower(), parts.scanned.language.words
    singulars = [word[:-1]] if word.endswith("s") else [f"{word[:-1]}o", f"{word[:-1]}a"] if word[-1] in "ie" else []
    return any(words.get(singular, {}).keys() & set(kinds) for singular in singulars)


def edge(said: str, language: Language) -> int | None:
    """Which end of a period a length is said to be: 1 the first or next, -1 the last; None for a mere length."""
    for word in said.lower().split():
        senses = language.words.get(word, {})
        if senses and "NUM" not in senses and (found := senses.get("ORD") or senses.get("LAST") or senses.get("DIR")):
            return int(found)
    return None


def length_senses(length: Mention, language: Language, origin: int) -> Senses:
    """The classes of a length of time; whole hours may be a time of day, and "the past two years" is from no other."""
    value = length.value
    assert isinstance(value, Duration)
    mention, side = length.moved(-origin), edge(length.text, language)
    if side is not None:
        return {"EDGE": side, "EDGE_LENGTH": value, "MENTION": mention}
    senses: dict[str, object] = {"LENGTH": value, "MENTION": mention}
    if value.amount.low == value.amount.high == 1 and not length.text[0].isdigit():
        senses["LENGTH_ONE"] = value
    hours = value.amount.low
    if (
        value.unit == "TH"
        and hours is not None
        and hours == value.amount.high
        and hours == int(hours)
        and 0 <= hours < 25
    ):
        senses["HOURS"] = int(hours)
    return senses


def _seconds(unit: str) -> int:
    return _IN_SECONDS.get(unit, 0) or _IN_MONTHS.get(unit, 1) * 30 * 86_400


def _mention(parts: Parts, value: Duration) -> Mention | None:
    start, end = parts.span("all")
    text = parts.scanned.text
    if start and text[start].isdigit() and text[start - 1].isalnum():
        return None
    return Mention(Kind.DURATION, start, end, text[start:end], value)


_U: Final = "(?P<u><UNIT>)"
_N: Final = "<NUM|ONE>"
_PAIR: Final = f"{_N}<DASH>?<UNIT>"

_EDGE: Final = "<DIR|LAST|ORD>"
_AFTER: Final = "(?:<DIR>(?!<UNIT|NUM>))?"
_NOT_RANK: Final = "(?!<ORD><DASH>?<UNIT|FRACTION>)"  # "2022 second-quarter sales" last no seconds

GRAMMAR: Final = Grammar(
    "UNIT|LASTING",
    [
        Rule("lasting", f"{BOUND}(?P<all><LASTING>)", _lasting),
        Rule("compound", f"{BOUND}(?P<all>{_PAIR}(?:<AND|COMMA>{{0,2}}{_PAIR}){{1,3}})", _compound),
        Rule(
            "bare",
            f"{BOUND}(?P<all>(?P<n><NUM>){_U}<AND>?(?P<part><YY>))(?!<WORD|CAP|SKIP|UNIT|MEASURE|CURRENCY|PERCENT|NUM|DASH|SLASH>)",
            _bare,
        ),
        Rule("and-half", f"{BOUND}(?P<all>(?P<n>{_N})<DASH>?{_U}<AND><ONE>?(?P<half><FRACTION>))", _plain),
        Rule(
            "part",
            f"{BOUND}(?<!<ORD>)(?P<all><ONE>?(?P<half><FRACTION>)(?:(?<=<ORD>)<OF>|(?<!<ORD>)<DASH>?<OF>?)<ONE>?{_U})",
            _part,
        ),
        Rule("one-and-half", f"{BOUND}(?<!<NUM|ONE|THIS|DIR>)(?P<all>{_U}<AND><HALF_AFTER>)(?!<SCALE>)", _one_and_half),
        Rule("share", f"{BOUND}(?P<all>(?P<n><PARTED>)<OF><ONE>?{_U})", _part),
        Rule(
            "plain",
            f"{BOUND}(?P<all>{_EDGE}?(?P<n><NUM>){RANGE}<DASH>?(?P<edge>{_EDGE})?<SKIP>?{_NOT_RANK}{_U}(?!(?<=<HALF_LETTER>)<INT>){_AFTER})(?P<about2><ABOUT_AFTER>)?(?=(?P<of><OF|PER>)?)",
            _plain,
        ),
        Rule(
            "one",
            f"{BOUND}(?P<all>(?!(?<=<BY>)<ONE><FRACTION>)(?P<n><ONE>)(?!<ORD>(?:<WORD|CAP|SKIP>)){_U})(?P<about2><ABOUT_AFTER>)?",
            _plain,
        ),
    ],
    length_senses,
)
