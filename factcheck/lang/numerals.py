"""Numerals: what digits and number words are worth in a language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from factcheck.lang.tokens import tokens

if TYPE_CHECKING:
    from factcheck.lang import Language, Numerals

Senses = Mapping[str, Any]
"""The classes of one token, each with its value: `{"MONTH": 5}`; `{}` for a word of no table."""

_GROUPED: Final = re.compile(r"\d{1,3}(?:([ .,'])\d{3})(?:\1\d{3})*(?:([.,])\d+)?")
_LONGEST: Final = 60
"""Characters of the longest token that is read as a number; beyond it is a code."""
_DATE: Final = re.compile(r"(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})")
_EAST_ASIAN: Final = "年月日년월일"
_EAST_ASIAN_DATE: Final = re.compile(r"(\d{4})[年년] ?(\d{1,2})[月월] ?(\d{1,2})[日일]")
_CLOCK: Final = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?")
_LITERAL: Final = re.compile(r"([-+]?)([\d][\d .,']*\d|\d)\s*(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written: its value, the worth of its last digit, and whether it is a round one ("une dizaine")."""

    value: Decimal
    step: Decimal = Decimal(1)
    approx: bool = False


def integer_senses(value: int) -> dict[str, Any]:
    """The classes of a plain integer, by what it can be: a day, a month's number, an hour, a year."""
    senses: dict[str, Any] = {"NUM": Number(Decimal(value)), "INT": value}
    if 1 <= value <= 31:
        senses["DAY"] = value
    if 1 <= value <= 12:
        senses["MONTHNUM"] = value
    if 0 <= value <= 24:
        senses["HOUR"] = value
    if 0 <= value <= 59:
        senses["SIXTY"] = value
    if 1000 <= value <= 2999:
        senses["YEAR"] = value
    return senses


def rank_senses(rank: int) -> dict[str, Any]:
    """The classes of an ordinal: a rank, and a day of the month where it can be one."""
    return {"ORD": rank} | ({"DAYTH": rank} if 1 <= rank <= 31 else {})


def digit_senses(word: str, language: Language, token: str = "") -> Senses:
    """The senses of a token that starts with a digit: a numeric date, a clock time, a rank, a number."""
    if word[-1] in _EAST_ASIAN:
        east = _EAST_ASIAN_DATE.fullmatch(word)
        return {"NUMERIC_DATE": east.groups()} if east else {"EAST_ASIAN": word}
    if date := _DATE.fullmatch(word):
        return {"NUMERIC_DATE": (date.group(1), date.group(3), date.group(4))}
    if clock := _CLOCK.fullmatch(word):
        hour, minute, second = (int(part) if part else None for part in clock.groups())
        assert hour is not None
        assert minute is not None
        return {"CLOCK_TIME": (hour, minute, second)} if hour <= 24 and minute < 60 else {}
    literal = _LITERAL.fullmatch(word)
    if literal is None or len(word) > _LONGEST:
        return _bare_decimal(word)
    sign, digits, rest = literal.groups()
    number = literal_number(digits, language)
    if number is None:
        return {}
    if sign == "-":
        number = Number(-number.value, number.step)
    if re.fullmatch(r"e\d{1,2}", rest):
        power = Decimal(10) ** int(rest[1:])
        return {"NUM": Number(number.value * power, number.step * power), "SCALED": power}
    if rest:
        return _with_words(number, rest, token or word, language)
    if digits.isdigit() and not sign and len(digits) < 7:
        senses = integer_senses(int(digits))
        if len(digits) != 4:
            senses.pop("YEAR", None)
        if len(digits) > 2:
            return {name: senses[name] for name in ("NUM", "INT", "YEAR") if name in senses}
        if len(digits) == 2:
            senses["YY"] = int(digits)
        return senses
    if number.value == int(number.value):
        return {"NUM": number, "INT": int(number.value)}
    return {"NUM": number, "DECIMAL": number}


def _bare_decimal(word: str) -> Senses:
    """ ".5" and "1e10"."""
    if len(word) <= _LONGEST and re.fullmatch(r"[.,]\d+", word):
        number = _decimal("0", word[1:])
        return {"NUM": number, "DECIMAL": number}
    return {}


def _with_words(number: Number, rest: str, word: str, language: Language) -> Senses:
    """Digits that words belong to: "48 millions", "24th"."""
    rest = rest.removeprefix(".") or rest  # Spanish "1.º"; but the dot of "in 2023." is its own
    if (
        rest in language.suffixes
        and word.rstrip().endswith(rest)
        and " " not in word.rstrip()
        and number.value == int(number.value)
    ):
        return rank_senses(int(number.value))
    scale = Decimal(1)
    parts = [part.strip() for part in tokens(rest)]
    for part in parts:
        if part in ("-", "de", ""):
            continue
        scaled = language.words.get(part, {}).get("SCALE")
        if scaled is None:
            return {}
        scale *= scaled
    return {"NUM": Number(number.value * scale, number.step * scale), "SCALED": scale}


def literal_number(digits: str, language: Language) -> Number | None:
    """The number that digits with separators say in this language: `1 234,5`, `1'234`, English `3.142`."""
    decimal = language.numerals.decimal
    plain = digits.replace("\u00a0", " ")
    if plain.isdigit():
        return Number(Decimal(int(plain)))
    marks = [c for c in plain if not c.isdigit()]
    last = marks[-1]
    head, _, tail = plain.rpartition(last)
    if _GROUPED.fullmatch(plain):
        lone = len(set(marks)) == 1
        if len(marks) == 1 and last == decimal:
            return _decimal(head, tail)
        if lone:
            return Number(Decimal(_digits(plain)))
        return _decimal(_digits(head), tail)
    if len(set(marks)) == 1 and len(marks) == 1 and last in ".,":
        return _decimal(head, tail)
    if re.fullmatch(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?", plain):  # 12,34,567: lakhs and crores
        whole, _, part = plain.partition(".")
        return _decimal(_digits(whole), part) if part else Number(Decimal(_digits(whole)))
    return None


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def _decimal(head: str, tail: str) -> Number:
    return Number(Decimal(f"{int(_digits(head) or 0)}.{int(tail):0{len(tail)}d}"), Decimal(1).scaleb(-len(tail)))


def spelled_senses(word: str, language: Language) -> Senses | None:
    """The senses of a number of several words: "deux cent mille", "vingt et unième"; None where it is none."""
    parts = split_words(word, language)
    if not parts or (len(parts) == 1 and parts[0].keys() & {"ORD", "ORD_TAIL"} and word in language.words):
        return None
    if len(parts) == 2 and "ONE" in language.words.get(word.split(maxsplit=1)[0], {}) and "ORD" in parts[-1]:
        return None  # "un centième" is a part, not a rank
    ranked = bool(parts[-1].keys() & {"ORD", "ORD_TAIL"} and not parts[-1].keys() & {"ONES", "TENS"})
    under = "DENOMINATOR" in parts[-1] and ranked
    if ranked:
        parts = [_as_cardinal(part) if part.keys() & {"ORD", "ORD_TAIL"} else part for part in parts]
    value = spelled_value(parts, language.numerals)
    if value is None:
        return None
    if ranked:
        rank = int(value.value)
        return rank_senses(rank) | ({"DENOMINATOR": rank} if under else {})
    whole = int(value.value)
    return (
        (integer_senses(whole) if whole < 3000 else {"INT": whole})
        | {"NUM": value, "SPELLED": True}
        | ({"SCALED": value.step} if value.step >= 1000 else {})
    )


def _as_cardinal(senses: Senses) -> Senses:
    """The class of number word that an ordinal stands for: "hundredth" works as "hundred"."""
    rank = senses.get("ORD_TAIL", senses.get("ORD"))
    if rank == 100:
        return {"HUNDRED": rank}
    return {
        "ONES" if rank < 20 and rank != 10 else "TENS" if rank < 100 else "HUNDREDS" if rank < 1000 else "SCALE": rank
    }


def split_words(word: str, language: Language) -> list[Senses] | None:
    """The senses of each number word in a phrase, joiners dropped; None where another word stands between.

    Words written together ("einundzwanzig", "dosmillonésimo") are taken apart.
    """
    if word.isalpha():
        piece = None if "AND" in language.words.get(word, {}) else language.number_words.get(word)
        return [piece] if piece is not None else language.glued(word) or None
    found: list[Senses] = []
    rest = [token for token in (part.strip() for part in tokens(word)) if token]
    if rest and "AND" in language.words.get(rest[-1], {}):
        return None
    start = 0
    while start < len(rest):
        for length in (5, 4, 3, 2, 1):
            piece = language.number_words.get(_rejoin(rest[start : start + length]))
            if piece is not None and start + length <= len(rest):
                if found and "TENS" in found[-1] and not _may_follow(rest[start - 1], piece, language):
                    return None
                found.append(piece)
                start += length
                break
        else:
            if pieces := language.glued(rest[start]):
                found += pieces
            elif rest[start] != "-" and "AND" not in language.words.get(rest[start], {}):
                return None
            start += 1
    return found


def _may_follow(joiner: str, piece: Senses, language: Language) -> bool:
    """Whether "and" may stand between tens and this: in French before one and eleven only, in English never."""
    allowed = language.numerals.and_before
    return (
        allowed is None
        or "AND" not in language.words.get(joiner, {})
        or piece.get("ONES", piece.get("ORD_TAIL")) in allowed
    )


@lru_cache(maxsize=4096)
def _joined(parts: tuple[str, ...]) -> str:
    return " ".join(parts).replace(" - ", "-")


def _rejoin(parts: list[str]) -> str:
    return _joined(tuple(parts))


def spelled_value(parts: list[Senses], spelling: Numerals) -> Number | None:
    """What number words are worth one after another, or None where they make no number ("trois deux")."""
    totals: list[Decimal] = []
    group, step = Decimal(0), Decimal(1)
    room = 10**9
    for senses in parts:
        step = Decimal(1)
        if (ones := senses.get("ONES")) is not None:
            if ones >= room:
                return None
            group, room = group + ones, 0
        elif (tens := senses.get("TENS")) is not None:
            if spelling.units_first and room == 0 and 0 < group % 100 < 10:
                room = 100
            if tens >= room:
                return None
            group, room = group + tens, 20 if tens in (60, 80) else 10
        elif "HUNDRED" in senses:
            if group % 1000 > spelling.hundreds_to or (room > 100 and group):
                return None
            group, room = (group or Decimal(1)) * 100, 100
        elif (hundreds := senses.get("HUNDREDS")) is not None:
            if room < 10**9:
                return None
            group, room = group + hundreds, 100
        elif (scale := senses.get("SCALE")) is not None:
            step = Decimal(scale)
            while totals and totals[-1] < scale:  # "mil millones": a smaller scale before a larger one multiplies it
                group += totals.pop()
            totals.append((group or Decimal(1)) * scale)
            group, room = Decimal(0), 10**9
        else:
            return None
    return Number(sum(totals, group), step) if parts else None
