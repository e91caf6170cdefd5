"""Numbers of several parts: fractions, decimals in words, dozens, letters for thousands; and every number of a text."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import time
from decimal import Decimal
from typing import Final

from factcheck.extract.scan import Grammar, Parts, Rule, scan
from factcheck.lang import Language
from factcheck.lang import language as language_of
from factcheck.lang.numerals import Number, Senses, integer_senses
from factcheck.model import Amount


def number_of(parts: Parts, group: str) -> Number | None:
    """The number of a group: in digits, in words, or an article that counts one."""
    if not parts.has(group):
        return None
    senses = parts.senses(group)
    found = senses.get("NUM")
    if isinstance(found, Number):
        return found
    one = next((senses[name] for name in ("ONES", "HUNDRED", "SCALE") if name in senses), None)
    if one is None and senses.get("ONE"):
        one = 1
    return Number(Decimal(one)) if one is not None else None


def _fraction(parts: Parts) -> Number | None:
    """ "deux tiers", "three fifths"; "cent et trois quarts" is a hundred and three quarters."""
    over, under = number_of(parts, "a"), parts.value("b", "FRACTION", "DENOMINATOR", "ORD")
    if over is None or not under or under < 2:
        return None
    whole, part = _split_at_and(parts, over, under)
    unit = whole.step if whole.step >= 1000 else Decimal(1)
    return Number(whole.value + part * unit / under, Decimal("0.01"))


def _share(parts: Parts) -> Number | None:
    """ "un terzo degli elettori", "a fifth of the seats"; but Portuguese "um quarto de hotel" is a room.

    A rank is a part only where the language has no other word for it: a French "troisième" is no "tiers".
    """
    if not parts.has("part"):
        of = parts.scanned.language.table.get("number", {}).get("bare_of", ())
        bare = parts.word("of").lower() in of and not parts.has("the")
        if bare or parts.value("b", "FRACTION", "ORD") in _own_fractions(parts.scanned.language, parts.senses("b")):
            return None
    return _fraction(parts)


def _own_fractions(language: Language, senses: Senses) -> Collection[int]:
    """The parts that have a word of their own in a language; none for such a word."""
    if "FRACTION" in senses:
        return ()
    return {found["FRACTION"] for found in language.words.values() if "FRACTION" in found and "ORD" not in found}


def _split_at_and(parts: Parts, value: Number, under: int) -> tuple[Number, Decimal]:
    """The whole and the numerator of "vingt et trois (cinquièmes)"; all is numerator where the last part is no less."""
    language = parts.scanned.language
    words = parts.word("a").lower().split()
    one = [[word] for word, senses in language.words.items() if "ONE" in senses]
    for at in range(len(words) - 2, 0, -1):
        tens = (
            "TENS" in language.words.get(words[at - 1], {}) and language.numerals.and_before is None
        )  # "treinta y dos"
        if "AND" in language.words.get(words[at], {}) and not tens:
            last = language.senses[" ".join(words[at + 1 :])].get("NUM")
            if words[at + 1 :] in one and not parts.word("b").endswith("s"):  # thirty and one sixth
                last = Number(Decimal(1))
            first = language.senses[" ".join(words[:at])].get("NUM")
            if isinstance(last, Number) and isinstance(first, Number) and last.value < under:
                return first, last.value
            break
    return Number(Decimal(0)), value.value


def _mixed(parts: Parts) -> Number | None:
    """ "deux et demi", "two and three quarters", "2 millones y medio", "3 1/2"."""
    whole = number_of(parts, "n")
    over = number_of(parts, "a").value if parts.has("a") and number_of(parts, "a") else Decimal(1)  # type: ignore[union-attr]
    under = parts.value("b", "FRACTION", "DENOMINATOR", "ORD", "INT")
    if whole is None or not under or over >= under:
        return None
    unit = whole.step if whole.step >= 1000 else Decimal(1)
    return Number(whole.value + over * unit / under, unit / 10)


def _slash(parts: Parts) -> Number | None:
    over, under = number_of(parts, "a"), number_of(parts, "b")
    if over is None or under is None or not under.value or (parts.has("over") and over.value >= under.value):
        return None
    if over.value >= under.value >= 100:  # no share, but a number with a mark in it: 555-1000/1000
        return None
    whole = number_of(parts, "n") if parts.has("n") else None
    if whole is not None and over.value >= under.value:
        return None
    return Number((whole.value if whole else 0) + over.value / under.value, Decimal("0.01"))


def _decimal(parts: Parts) -> Number | None:
    """ "deux cent virgule zéro trois": the words behind the point are its digits, or one number of them.

    A scale behind them is the whole number's: four point six billion.
    """
    whole, digits, scale = number_of(parts, "a"), "", Decimal(1)
    for index in parts.tokens("b"):
        number = parts.scanned.senses(index).get("NUM")
        if not isinstance(number, Number) or scale != 1:
            return None
        scale = number.step if number.step >= 1000 else scale
        digits += str(int(number.value / scale))
    if whole is None or not digits or whole.value != int(whole.value):
        return None
    return Number(Decimal(f"{int(whole.value)}.{digits}") * scale, Decimal(1).scaleb(-len(digits)) * scale)


def _lettered(parts: Parts) -> Number | None:
    """ "2.33k": a letter for the scale, written to the number or behind it."""
    number, scale = number_of(parts, "a"), Decimal(parts.value("k", "SCALE_LETTER"))
    return Number(number.value * scale, number.step * scale) if number else None


def _plural_fraction(parts: Parts) -> Number | None:
    """ "quarante huitièmes": forty eighths; the forty-eighths are written with a hyphen."""
    words, language = parts.word("f").lower().split(), parts.scanned.language
    over, under = language.senses[" ".join(words[:-1])].get("NUM"), language.senses[words[-1]].get("DENOMINATOR")
    if not isinstance(over, Number) or not under or "-" in words[-1]:
        return None
    return Number(over.value / under, Decimal("0.01"))


def _times(parts: Parts) -> Number | None:
    """ "une dizaine", "three dozen", "half a million", "3 hundred"; the tens of French and Spanish are round."""
    times = Decimal(1)
    if parts.has("half"):
        times = 1 / Decimal(parts.value("half", "FRACTION"))
    elif parts.has("n"):
        number = number_of(parts, "n")
        if number is None:
            return None
        times = number.value
    worth = Decimal(parts.value("c", "COLLECTIVE", "HUNDRED", "SCALE"))
    about = parts.value("c", "COLLECTIVE") is not None and worth not in (2, 12)
    return Number(times * worth, worth, about)


def _part_of_scale(parts: Parts) -> Number | None:
    """ "half a million", "three quarters of a million"."""
    whole, over = number_of(parts, "c"), number_of(parts, "a")
    if whole is None or whole.value != whole.step:
        return None
    share = (over.value if over else 1) / Decimal(parts.value("half", "FRACTION"))
    return Number(share * whole.value, whole.step / 100)


def _mixed_scale(parts: Parts) -> Number | None:
    """ "two and a half billion"."""
    number, scale = _mixed(parts), Decimal(parts.value("c", "SCALE"))
    return Number(number.value * scale, number.step * scale) if number and number.value < 1000 else None


def _no_number(_: Parts) -> Senses:
    """What counts nothing: "several hundred", the law "12/2023", "7 StR 12/23"."""
    return {"NOT_NUMBER": True}


def _street(_: Parts) -> Senses:
    """ "(12,) rue du 4-Septembre": the name of a street, a day or month in it and its house number too."""
    return {"STREET": True}


def _sum(parts: Parts) -> Number | None:
    """ "1 million 200 thousand", "4 thousand 3 hundred and 21": each part less than the step of the one before."""
    whole: Number | None = None
    for index in range(parts.first, parts.last):
        number = parts.scanned.senses(index).get("NUM")
        if not isinstance(number, Number):
            continue
        if whole is not None and number.value >= whole.step:
            return None
        whole = Number((whole.value if whole else 0) + number.value, number.step)
    return whole


def _thousands(parts: Parts) -> Number | None:
    """Spanish "12 mil 500 pesos"."""
    whole = number_of(parts, "n")
    return _sum(parts) if whole is not None and whole.step == 1000 else None


def _and_part(parts: Parts) -> Number | None:
    """ "cinq milliards et trois quarts", "twenty and three fifths": the part is one of the whole's own unit."""
    whole, part = number_of(parts, "n"), number_of(parts, "b")
    if whole is None or part is None or part.value >= (10 if 0 < whole.value < 100 and whole.value % 10 == 0 else 1):
        return None
    unit = whole.step if whole.step >= 1000 else Decimal(1)
    return Number(whole.value + part.value * unit, part.step * unit)


def _vulgar(parts: Parts) -> Number | None:
    """ "5½"."""
    whole, part = number_of(parts, "a"), number_of(parts, "b")
    return Number(whole.value + part.value, part.step) if whole and part and part.value < 1 else None


def _negative(parts: Parts) -> Number | None:
    number = number_of(parts, "a")
    start = parts.span("s")[0]
    if number is None or (start and parts.scanned.text[start - 1].isalnum()):
        return None
    return number if parts.value("s", "PLUS") else Number(-number.value, number.step)


def _alone(parts: Parts) -> Number | None:
    value = parts.value("a", "FRACTION")
    return Number(1 / Decimal(value), Decimal("0.01")) if value else number_of(parts, "a")


def _half(parts: Parts) -> Number | None:
    """ "half of the seats", "la moitié des sièges"; not "the second half of the year"."""
    return _alone(parts) if parts.value("a", "FRACTION") == 2 else None


_CORE: Final = "NUM|ONE|FRACTION|COLLECTIVE|SCALE|HUNDRED|STREET"
_N: Final = "<NUM|ONE>"
_MIXED: Final = f"(?P<n>{_N})<DASH>?<AND|WITH><DASH>?(?P<a>{_N})?<DASH>?"


def _clock(parts: Parts) -> Senses | None:
    """ "11 H 37": a time of day, so that its numbers count nothing."""
    hour, minute = parts.value("h", "HOUR"), parts.value("mi", "SIXTY")
    return {"CLOCK_TIME": (hour, minute, None)} if hour < 25 else None


def _rank(parts: Parts) -> Senses | None:
    """German "(die) 21. (Ausgabe)": digits with a point before a noun are a rank."""
    digits, rank = parts.word("a"), parts.value("a", "INT")
    return {"ORD": rank} if digits.isdigit() and digits[0] != "0" and rank < 1000 else None


def _dotted_clock(parts: Parts) -> Senses | None:
    """ "um 18.30 Uhr", "a las 18.30 horas", where a decimal has a comma; "7.30pm" anywhere."""
    said = _TIME.fullmatch(parts.word("t"))
    decimal = parts.scanned.language.numerals.decimal == "." and not parts.has("half")
    if said is None or decimal or parts.value("u", "UNIT") not in (None, "TH"):
        return None
    hour, minute = map(int, said.groups())
    return {"CLOCK_TIME": (hour, minute, None)} if hour < 25 and minute < 60 else None


_TIME: Final = re.compile(r"(\d{1,2})\.(\d{2})")


def _clock_range(parts: Parts) -> Senses | None:
    """ "(de) 10 à 18 heures", "(von) 10 bis 18 Uhr"; but "de 2 à 3 heures", "de 8 à 10 heures" are lengths."""
    first, last, unit = _time_of(parts, "a"), _time_of(parts, "b"), parts.value("u", "UNIT")
    if first is None or last is None or first >= last or unit not in (None, "TH"):
        return None
    clock = unit is None or first.minute or last.minute or (first >= _EARLY and last > _NOON)
    return {"CLOCK_RANGE": (first, last)} if clock else None


_EARLY: Final = time(6)
_NOON: Final = time(12)


def _time_of(parts: Parts, group: str) -> time | None:
    """The time of day that a number says: "10", or "10.30" where a decimal has a comma."""
    said = _TIME.fullmatch(parts.word(group))
    if said and parts.scanned.language.numerals.decimal != ".":
        hour, minute = map(int, said.groups())
        return time(hour, minute) if hour < 24 and minute < 60 else None
    hour = parts.value(group, "HOUR")
    return time(hour) if hour is not None and hour < 24 else None


def _century_name(parts: Parts) -> Senses | None:
    """Italian "(nel) Settecento": the hundreds of a century's years, with a capital."""
    hundreds, rest = divmod(parts.value("a", "INT") or 0, 100)
    named = parts.scanned.language.table.get("number", {}).get("centuries_by_hundreds", False)
    said = named and parts.word("a")[0].isupper() and not rest and 2 <= hundreds <= 9
    return {"CENTURY_NAME": hundreds + 11} if said else None


def number_senses(made: Number | Senses, *_: object) -> Senses:
    """The senses of a number of several parts, or of the time of day that it turned out to be."""
    if not isinstance(made, Number):
        return made
    number = made
    of_noun = {"OF_NOUN": True} if number.step != 1 else {}
    if number.value == int(number.value) and 0 <= number.value < 3000:
        return {**integer_senses(int(number.value)), "NUM": number, "SPELLED": True, **of_noun}
    return {"NUM": number, "PARTED": number, **of_noun}


EXPRESSIONS: Final = Grammar(
    _CORE,
    [
        Rule(
            "rank",
            "(?<=<RANKED|START|MID|END>)(?P<a><INT>)<DOT>(?:(?=<CAP|UNIT|CENTURY>)|(?<!<ON><INT><DOT>)(?=<LOWER><CAP>))"
            "|(?P<a><INT>)<DOT>(?=(?:<COMMA|AND|OR|TO>{1,2}<ARTICLE>?<INT><DOT>){0,5}<CENTURY>)",
            _rank,
        ),
        Rule(
            "clock",
            "(?P<h><HOUR>)<CLOCK>(?P<mi><SIXTY>)(?!<UNIT>)(?:(?!<NUM|WORD>)|(?<=<AT><HOUR><CLOCK><SIXTY>))",
            _clock,
        ),
        Rule(
            "dotted-clock",
            "(?P<t><DECIMAL>)(?=(?P<half><AM|PM>))|(?<=<AT>)(?P<t><DECIMAL>)(?:(?P<u><CLOCK|UNIT>)|(?!<CURRENCY|CURRENCY_SIGN|PERCENT|SCALE|MEASURE|UNIT>))",
            _dotted_clock,
        ),
        Rule(
            "clock-range",
            "(?<=<FROM>)(?P<a><HOUR|DECIMAL>)(?:<CLOCK>(?!<TO>)<AT>|<TO|AT>)"
            "(?P<b><HOUR|DECIMAL>)(?P<u><CLOCK|UNIT>)(?!<OF|PER>)",
            _clock_range,
        ),
        Rule(
            "century-name",
            "(?<=<CENTURY_ARTICLE|START|MID|END|ORD>)(?P<a><SPELLED>)",
            _century_name,
        ),
        Rule("vague", "<SEVERAL><HUNDRED|SCALE>", _no_number),
        Rule(
            "street",
            "<STREET><OF|ARTICLE>?<DAY|DAYTH|ROMAN><DOT>?<OF|DASH>?<MONTH>(?:<DASH><YEAR>|(?!<DASH>)(?:<COMMA>?<INT>)?)",
            _street,
        ),
        Rule("law", "(?:(?<=<LAW>)|(?<=<LAW><DOT>)|<INT><CAP>{1,2})<INT><SLASH><INT>(?!<SLASH>)", _no_number),
        Rule("mixed-scale", f"{_MIXED}(?P<b><FRACTION>)<DASH>?(?P<c><SCALE>)", _mixed_scale),
        Rule("mixed", f"{_MIXED}(?P<b><FRACTION|DENOMINATOR>)(?!<SCALE>)", _mixed),
        Rule("mixed-digits", "(?P<n><INT>)(?P<a><INT>)<SLASH>(?P<b><INT>)(?!<SLASH|INT>)", _slash),
        Rule("part-of-scale", f"(?P<a>{_N})?(?P<half><FRACTION>)<OF>?(?P<c><SCALED>)", _part_of_scale),
        Rule("half-scale", "<ONE>?(?P<half><FRACTION>)<DASH>?<OF>?<ONE>?(?P<c><COLLECTIVE|SCALE>)", _times),
        Rule("scaled-expression", "(?P<n><PARTED>)(?P<c><SCALE>)", _times),
        Rule("vulgar", "(?P<a><INT>)(?P<b><VULGAR>)", _vulgar),
        Rule("collective", f"(?P<n>{_N})<DASH>?(?P<c><COLLECTIVE>)", _times),
        Rule("hundreds", "(?P<n><NUM>)(?!<MINOR>)(?P<c><HUNDRED>)", _times),
        Rule("decimal", "(?P<a><NUM>)<POINT>(?P<b><NUM>{1,6})", _decimal),
        Rule("decimal-with", "(?P<a><SPELLED>)<WITH>(?P<b><SPELLED>)", _decimal),
        Rule("half-point", "<ONE>?(?P<a><FRACTION>)<DASH>?<OF>?<ONE>?(?=<POINTS>)", _alone),
        Rule("fraction", "(?P<a><NUM>)<DASH>?(?P<b><DENOMINATOR>)(?:<SHARE>(?=<OF>))?", _fraction),
        Rule("half-of", "(?<!<ORD|DASH>)(?P<a><FRACTION>)(?=<OF>?<ARTICLE>(?!<MONTH|UNIT|YEAR>))", _half),
        Rule("fraction-of", f"(?P<a>{_N})<DASH>?(?P<b><FRACTION>)(?=<OF|PERCENT|SCALE>)", _fraction),
        Rule(
            "share",
            f"(?P<a>{_N})<DASH>?(?P<b><ORD|FRACTION>)(?P<part><SHARE>)?(?=(?P<of><OF>)(?P<the><ARTICLE>)?)(?!<OF><MONTH|UNIT>)",
            _share,
        ),
        Rule("fraction-percent", f"(?P<a>{_N})(?P<b><ORD>)(?=<PERCENT>)", _fraction),
        Rule("slash-of", "(?P<a><INT>)(?P<over><SLASH>)(?P<b><INT>)(?=<UNIT|SCALE|PERCENT|MEASURE>)", _slash),
        Rule("sum", "<SCALED><SCALED|SPELLED>{1,3}", _sum),
        Rule("thousands", "(?P<n><SCALED>)<INT>(?=<CURRENCY|WORD>)", _thousands),
    ],
    number_senses,
)
"""Numbers of several parts that may stand in any mention."""

_FREE: Final = Grammar(
    _CORE + "|DENOMINATOR|DASH|PLUS|MINUS|SCALE_LETTER",
    [
        Rule("mixed", f"(?P<n>{_N})<AND|WITH>(?P<a>{_N})?<DASH>?(?P<b><FRACTION|DENOMINATOR|ORD>)", _mixed),
        Rule("and-part", "(?P<n><NUM>)<AND>(?P<b><PARTED>)", _and_part),
        Rule("slash", "(?P<a><INT>)<SLASH>(?P<b><INT>)(?!<SLASH>)", _slash),
        Rule("over", f"(?P<a>{_N})(?P<over><OVER>)(?P<b><NUM>)", _slash),
        Rule("fraction", f"(?P<a>{_N})<DASH>?(?P<b><FRACTION|DENOMINATOR|ORD>)", _fraction),
        Rule("plural-fraction", "(?P<f><DENOMINATOR>)", _plural_fraction),
        Rule("lettered", "(?P<a><NUM>)(?P<k><SCALE_LETTER>)", _lettered),
        Rule("hundreds", "(?P<n><INT>)(?P<c><HUNDRED>)(?=<AND><NUM>(?!<HUNDRED>))", _times),
        Rule("parted-scale", "(?P<n><PARTED>)<OF>?<ONE>?(?P<c><SCALE>)", _times),
        Rule("sum-commas", "<SCALED>(?:<COMMA><SCALED|SPELLED>){1,4}", _sum),
        Rule("sum", "<SCALED|OF_NOUN>(?:<AND>?<SCALED|OF_NOUN>)?<AND>?<NUM>(?!<HUNDRED>)", _sum),
        Rule("alone", "(?P<a><FRACTION>)", _alone),
        Rule("scale-alone", "(?P<a><SCALE|ONE>)", _alone),
    ],
    number_senses,
)
_SIGNED: Final = Grammar("NUM|ONE", [Rule("signed", f"(?P<s><DASH|PLUS|MINUS>)(?P<a>{_N})", _negative)], number_senses)


# --- amounts ----------------------------------------------------------------------------------------------------------

BOUND: Final = "(?P<bound><MORE|LESS|AT_LEAST|AT_MOST>)?(?P<about><ABOUT|TILDE>)?<ARTICLE>?"
"""What may stand before an amount: more than, at most, about."""
RANGE: Final = "(?:(?:(?P<to><TO|CHANGE_TO>)|<DASH|OR>|(?<=<BETWEEN><NUM>)<AND>)(?P<n2><NUM>))?"
"""The other end of a range or change, behind the group `n`."""


def amount(parts: Parts) -> Amount | None:
    """The number, range or bound that the pattern found, with "about" and "more than"; None for a range upside down."""
    first, last = number_of(parts, "n"), number_of(parts, "n2")
    if first is None:
        return None
    low, step = first.value * (sign_at(parts) or 1), first.step
    about = first.approx or parts.has("about") or parts.has("about2")
    if last is not None:
        scale = shared_scale(parts)
        low, step = low * scale, max(step * scale, last.step)
        return Amount(low, last.value, step, about) if low < last.value else None
    if parts.has("bound") and not _reached(parts) and not _made_out(parts):
        return (
            Amount(low, None, step, about)
            if parts.value("bound", "MORE", "AT_LEAST")
            else Amount(None, low, step, about)
        )
    return Amount(low, low, step, about)


def _reached(parts: Parts) -> bool:
    """Whether "up to" says where a change led: Spanish "bajó hasta 3 millones"."""
    if not parts.senses("bound").keys() >= {"AT_MOST", "UNTIL"}:
        return False
    stems = tuple(parts.scanned.language.table.get("change", {}).get("stems", ()))
    return any(word.startswith(stems) for word in _words_before(parts, "bound")[-_NEAR_CHANGE:])


def _made_out(parts: Parts) -> bool:
    """Whether "over" only says for how much a paper is made out: German "ein Kredit über 40 Millionen Euro"."""
    papers = tuple(parts.scanned.language.table.get("made_out", {}).get("papers", ()))
    before = _words_before(parts, "bound")
    return bool(before) and parts.value("bound", "MORE") is not None and before[-1].endswith(papers)


def _words_before(parts: Parts, group: str) -> list[str]:
    """The words of the clause that stand before a group, in small letters, no further back than a clause reaches.

    Only so much of the text is looked at: what one amount costs must not grow with the text before it.
    """
    start = parts.span(group)[0]
    return CLAUSE.split(parts.around().text[max(start - _CLAUSE_REACH, 0) : start])[-1].lower().split()


_CLAUSE_REACH: Final = 80
"""How many characters before an amount its clause is looked for."""
_NEAR_CHANGE: Final = 3
"""How many words before "up to" its verb of change may stand."""


def shared_scale(parts: Parts) -> Decimal:
    """What the scale of the second number makes of the first: "20 to 30 million", but not "900,000 to 2 million"."""
    first, scale = number_of(parts, "n"), parts.value("n2", "SCALED")
    shared = scale is not None and first is not None and first.value < 1000 and parts.value("n", "SCALED") is None
    return Decimal(scale) if shared else Decimal(1)


def change(parts: Parts) -> tuple[Amount, Amount] | None:
    """Where a change leads from and to: "rose from 130 to 500 million", "de 7 à 5 %"; None for a range."""
    first, last = number_of(parts, "n"), number_of(parts, "n2")
    if first is None or last is None or not parts.has("to"):
        return None
    scale = shared_scale(parts)
    start = Amount.point(first.value * scale, first.step * scale, first.approx or parts.has("about"))
    words = _words_before(parts, "all")
    language = parts.scanned.language
    if not words or "FROM" not in language.words.get(words[-1], {}):
        return None
    falls, led = start.low > last.value, parts.value("to", "CHANGE_TO") is not None  # type: ignore[operator]
    stems = tuple(language.table.get("change", {}).get("stems", ()))
    if not (falls or led or any(word.startswith(stems) for word in words)):
        return None
    return start, Amount.point(last.value, last.step, last.approx)


CLAUSE: Final = re.compile(r"[.;:!?\n]")


def sign_at(parts: Parts) -> int | None:
    """-1 or 1 for a sign that belongs to the number; None for a dash between two things."""
    if not parts.has("sign"):
        return 1
    start, end = parts.span("sign")
    text = parts.scanned.text
    if parts.value("sign", "MINUS") is None and (
        text[end : end + 1].isspace() or (text[start - 1 : start].isalnum() and start)
    ):
        return None
    return 1 if parts.value("sign", "PLUS") else -1


def scaled(value: Amount, scale: Decimal) -> Amount:
    """The amount in thousands, millions …, its step with it."""
    low, high = (None if side is None else side * scale for side in (value.low, value.high))
    return Amount(low, high, value.step * scale, value.approx)


# --- all numbers ------------------------------------------------------------------------------------------------------


_DIGITS: Final = re.compile(r"\d+")


def numbers(text: str, language: str) -> list[tuple[int, int, Amount]]:
    """Every cardinal number and fraction of a text with its place, whatever it counts."""
    scanned = scan(text, language_of(language), whole=True)
    for grammar in (EXPRESSIONS, _FREE, _FREE, _SIGNED):
        scanned = grammar.merged(scanned)
    found = []
    for index in range(len(scanned.made)):
        number = scanned.senses(index).get("NUM")
        token = scanned.token(index)
        if number is None and token[0].isdigit():  # a date or a list: each of its numbers by itself
            start = scanned.starts[index]
            pieces = [match for match in _DIGITS.finditer(token) if len(match.group()) < 30]
            found += [(start + m.start(), start + m.end(), Amount.point(int(m.group()))) for m in pieces]
        if isinstance(number, Number):
            place = scanned.starts[index], scanned.end(index + 1)
            found.append((*place, Amount.point(number.value, number.step, number.approx)))
    return found
