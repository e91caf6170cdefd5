"""Amounts: money, percents and counted or measured quantities; what stands behind a number tells which."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Final

import simplemma

from factcheck.extract.numbers import BOUND, CLAUSE, RANGE, amount, change, number_of, scaled, sign_at
from factcheck.extract.scan import Grammar, Parts, Rule, Scanned
from factcheck.lang import Language
from factcheck.model import Amount, Kind, Mention, Money, Percent, Quantity, Value


def _mention(parts: Parts, kind: Kind, value: Value) -> Mention | None:
    """A mention of the group `all`, less a dash that is no sign; None where its digits are part of a name (AH-64)."""
    start, end = parts.span("all")
    if parts.has("sign") and sign_at(parts) is None:
        start = min(parts.span(group)[0] for group in ("n", "cur") if parts.has(group))
    text = parts.scanned.text
    if text[start].isdigit() and start:
        before = text[max(start - 2, 0) : start]
        if before[-1].isalnum() or (before[-1] == "-" and before[0].isalpha()):
            return None
    return Mention(kind, start, end, text[start:end], value)


# --- money ----------------------------------------------------------------------------------------------------------


def _both(parts: Parts, kind: Kind, value: Callable[[Amount], Value]) -> list[Mention] | None:
    """The two ends of a change, each a mention by itself."""
    ends = change(parts) if parts.has("to") else None
    if ends is None:
        return None
    (start, end), text = parts.span("all"), parts.scanned.text
    to, after = parts.span("to")
    places = [(start, start + len(text[start:to].rstrip())), (end - len(text[after:end].lstrip()), end)]
    return [
        Mention(kind, start, stop, text[start:stop], value(found))
        for (start, stop), found in zip(places, ends, strict=True)
    ]


def _money(parts: Parts) -> Mention | list[Mention] | None:
    found, currency = amount(parts), parts.value("cur", "CURRENCY")
    if currency is not None and (both := _both(parts, Kind.MONEY, lambda end: Money(end, currency, _per(parts)))):
        return both
    if found is None or currency is None or _acronym(parts, found):
        return None
    for group in ("k", "k2"):
        if parts.has(group):
            found = scaled(found, Decimal(parts.value(group, "SCALE_LETTER", "SCALE")))
    cents = number_of(parts, "cents")
    if cents is not None:
        if found.low is None or found.step < 1 or not 0 <= cents.value < 100:
            return None
        found = _plus(found, cents.value / 100)
    return _mention(parts, Kind.MONEY, Money(found, currency, _per(parts)))


def _acronym(parts: Parts, found: Amount) -> bool:
    """Whether a code and a small number in one word are a name (COP26), not an amount (USD50)."""
    return (
        parts.value("cur", "ISO") is not None
        and parts.span("cur")[1] == parts.span("n")[0]
        and parts.word("cur") not in _USUAL
        and found.low is not None
        and found.low < 100
        and found.step == 1
    )


_USUAL: Final = frozenset({"USD", "EUR", "GBP", "CHF", "CAD", "AUD", "JPY", "CNY", "INR", "MAD"})


def _plus(found: Amount, cents: Decimal) -> Amount:
    low, high = (None if side is None else side + cents for side in (found.low, found.high))
    return Amount(low, high, Decimal("0.01"), found.approx)


def _per(parts: Parts) -> str | None:
    return parts.word("per").lower() if parts.has("per") else None


def _minor(parts: Parts) -> Mention | None:
    """ "50 cents": a hundredth of the currency whose coin has that name in the language."""
    found, currency = amount(parts), parts.value("cur", "MINOR")
    return _mention(parts, Kind.MONEY, Money(scaled(found, Decimal("0.01")), currency, _per(parts))) if found else None


def _scaled_money(parts: Parts) -> Mention | None:
    """ "38 MDH": the scale's letters written together with the currency's."""
    found = amount(parts)
    scale, currency = parts.value("cur", "SCALED_CURRENCY")
    return _mention(parts, Kind.MONEY, Money(scaled(found, Decimal(scale)), currency)) if found else None


# --- percents and quantities ----------------------------------------------------------------------------------------


def _mere_points(parts: Parts, found: Amount) -> bool:
    """Whether points are those of a game or an index: many, or with no percentage near."""
    language = parts.scanned.language
    if parts.word("points").lower() not in language.table.get("number", {}).get("bare_points", ()):
        return False
    if (found.low if found.low is not None else found.high or 0) >= 100:
        return True
    (start, end), text = parts.span("all"), parts.around().text
    near = text[max(start - _NEAR_POINTS, 0) : end + _NEAR_POINTS].lower()
    return not any(word in near for word in language.table.get("word", {}).get("percent", ()))


_NEAR_POINTS: Final = 300
"""How far from points a percentage may stand that makes them percentage points."""


def _percent(parts: Parts) -> Mention | list[Mention] | None:
    found, worth = amount(parts), Decimal(parts.value("points", "POINTS") or 1)
    if found is not None and parts.has("points") and _mere_points(parts, found):
        return _mention(parts, Kind.QUANTITY, Quantity(found, noun_lemma(parts.word("points"), parts.scanned.language)))
    if both := _both(parts, Kind.PERCENT, lambda end: Percent(scaled(end, worth), parts.has("points"))):
        return both
    if found is None:
        return None
    if parts.has("points"):
        found = scaled(found, worth)  # a basis point is a hundredth
    return _mention(parts, Kind.PERCENT, Percent(found, parts.has("points")))


@lru_cache(maxsize=50_000)
def _lemma(noun: str, language: str, endings: tuple[str, ...], capital: bool) -> str:
    """The noun's dictionary form, lower-case; but no verb's ("votes", "voter"; "Anlagen" is none of "anliegen")."""
    word = noun.lower()
    try:
        lemma = simplemma.lemmatize(word.capitalize() if capital else word, language, low_memory=True).lower()
    except ValueError:
        return word
    verb = len(lemma) >= len(word) and lemma != word and lemma.endswith(endings)
    return word.removesuffix("s") if verb else lemma


def noun_lemma(noun: str, language: Language) -> str:
    """The singular of a noun, lower-case, as quantities and ordinals name what they count."""
    return _lemma(noun, language.code, language.verb_endings, language.nouns_capital and noun[0].isupper())


def _is_code(parts: Parts, noun: str, measure: str | None) -> bool:
    """Whether digits and what follows are a code: a nought before them, five before a name, a capital for a metre."""
    digits = parts.word("n")
    if measure and measure.islower() and noun == measure.upper():
        return True  # 11-M is no length
    named = parts.value("unit", "CAP") is not None and not parts.scanned.language.nouns_capital
    return digits.isdigit() and ((digits[0] == "0" and len(digits) > 1) or (named and len(digits) == 5))


def _one_before(parts: Parts) -> bool:
    """Whether the words of a proportion before its second number are one of a kind: "un voyageur (sur)"."""
    start, language = parts.span("n")[0], parts.scanned.language
    words = CLAUSE.split(parts.around().text[max(start - 60, 0) : start])[-1].lower().split()
    return any("ONES" in language.words.get(word, {}) for word in words[-4:-2])


@lru_cache(maxsize=64)
def _tenses(language: Language) -> tuple[frozenset[str], tuple[str, ...]]:
    """Verb forms of the language's table, and what only a verb ends with where a noun behind a number is plural."""
    tense = language.table.get("tense", {})
    forms = frozenset(word for key in ("past", "likely", "open") for word in tense.get(key, ()) if " " not in word)
    inflected = language.verb_endings and not language.nouns_capital
    return forms, (*tense.get("past_endings", ()), *tense.get("future_endings", ())) if inflected else ()


def _is_verb(parts: Parts, noun: str, found: Amount | None) -> bool:
    """Whether the word behind a number is a verb, the number being part of a name: "Route 66 closed", "vol 12 quitte".

    What counts more than one is plural where plurals have an ending; behind a name it must be.
    """
    if not noun.islower():
        return False
    language = parts.scanned.language
    forms, endings = _tenses(language)
    number = language.table.get("number", {})
    plurals = tuple(number.get("plural_endings", ()))
    several = found is not None and (found.low or found.high or 0) >= 2 and plurals in _BY_S
    before = parts.tokens("n").start - 1
    named = before >= 0 and "NAMER" in parts.around().senses(before)
    spelled = several and not parts.word("n")[0].isdigit() and noun.endswith(plurals)
    either = spelled and noun in language.table.get("tense", {}).get("likely", ())
    if not either and (noun in forms or noun.endswith(endings)):
        return True  # "two hosts" are counted, "Mainz 05 hosts" is not
    if not several or noun.endswith(plurals) or noun in number.get("plurals", ()):
        return False
    large = (found.low or found.high or 0) >= _NAMES if found else False
    return named or (large and _infinitive(noun, language.code, language.verb_endings))


_BY_S: Final = (("s",), ("s", "x"))
"""How plurals end in languages that mark nearly all of them."""
_NAMES: Final = 100
"""From here on a number before an infinitive's form is that of a flight, a road, a model: "vol 1450 décolle"."""


@lru_cache(maxsize=50_000)
def _infinitive(noun: str, language: str, endings: tuple[str, ...]) -> bool:
    """Whether a word's dictionary form is an infinitive."""
    lemma = simplemma.lemmatize(noun, language, low_memory=True) if endings else noun
    return lemma != noun and lemma.endswith(endings)


def _quantity(parts: Parts) -> Mention | list[Mention] | None:
    found = amount(parts)
    noun, measure = parts.word("unit"), parts.value("unit", "MEASURE")
    if parts.has("ratio") and _one_before(parts):
        return None  # "un voyageur sur cinq dort"
    if (before := parts.tokens("n").start) and "GRADED" in parts.around().senses(before - 1):
        return None  # "a magnitude 6.2 earthquake"
    if _is_code(parts, noun, measure) or (measure is None and len(noun) < 2):
        return None  # "3D", "5 U.S. bases"
    if measure is None and _is_verb(parts, noun, found):
        return None
    if parts.value("unit", "CAP") and parts.value("n", "YEAR") and not parts.scanned.language.nouns_capital:
        return None
    unit = measure or noun_lemma(noun, parts.scanned.language)
    if both := _both(parts, Kind.QUANTITY, lambda end: Quantity(end, unit)):
        return both
    if found is None:
        return None
    return _mention(parts, Kind.QUANTITY, Quantity(found, unit))


def _share_name(parts: Parts) -> Mention | list[Mention] | None:
    """German "zwei Drittel der Firmen", where a noun has a capital as a name has elsewhere."""
    return _quantity(parts) if parts.scanned.language.nouns_capital else None


def _lettered(parts: Parts) -> Mention | None:
    """ "4m units", "5bn people": a scale's letter written to a number, before what English counts."""
    found, (_, end), language = amount(parts), parts.span("n"), parts.scanned.language
    noun, measure = parts.word("unit"), parts.value("unit", "MEASURE")
    several = measure or noun.endswith("s") or noun in language.table.get("number", {}).get("plurals", ())
    if found is None or not language.nouns_parted or end != parts.span("k")[0] or not several:
        return None
    if (found.low or found.high or 0) >= _TRACK:
        return None
    found = scaled(found, Decimal(parts.value("k", "SCALE_LETTER")))
    return _mention(parts, Kind.QUANTITY, Quantity(found, measure or noun_lemma(noun, language)))


_TRACK: Final = 60
"""From here on "m" before a noun is metres: "the 400m hurdles"."""


def _split_measure(parts: Parts) -> Mention | None:
    """ "2 mètres 50", "1 m 80", "1 Kilo 200": hundredths of a metre, thousandths of larger units."""
    whole, digits, measure = number_of(parts, "n"), parts.word("part"), parts.value("unit", "MEASURE")
    part = number_of(parts, "part")
    decimals = _DECIMALS.get(measure)
    if whole is None or part is None or whole.step != 1 or decimals is None or not 10 <= part.value < 10**decimals:
        return None
    if digits.isdigit() and len(digits) != decimals:
        return None
    value = whole.value + part.value.scaleb(-decimals)
    return _mention(parts, Kind.QUANTITY, Quantity(Amount.point(value, Decimal(1).scaleb(-decimals)), measure))


_DECIMALS: Final = {"m": 2, "kg": 3, "km": 3}
"""How many decimals are said behind a measure."""


def _degrees(parts: Parts) -> Mention | list[Mention] | None:
    """ "minus 12 degrees", "12 grados bajo cero"."""
    found = _quantity(parts)
    if not parts.has("below") or not isinstance(found, Mention) or not isinstance(found.value, Quantity):
        return found
    return replace(found, value=Quantity(scaled(found.value.amount, Decimal(-1)), found.value.unit))


# --- the grammar ----------------------------------------------------------------------------------------------------

_SIGN: Final = "(?P<sign><DASH|PLUS|MINUS>)?"
_ALL: Final = f"{BOUND}(?P<all>{_SIGN}(?P<n><NUM>){RANGE}"
_TO: Final = "(?:(?P<to><TO|CHANGE_TO>)|<DASH>|(?<={})<AND>)"
"""What joins two ends that each have their sign, behind the first ("between 4 % and 7 %", "$3 to $5")."""
_OF: Final = "(?:<OF><ARTICLE>?)?"
_CUR: Final = "(?P<cur><CURRENCY>)"
_ABOUT_AFTER: Final = "(?P<about2><ABOUT_AFTER>)?"
_PER: Final = (
    "(?:(?:<PER><ARTICLE>?|<SLASH>)(?P<per><UNIT|MEASURE|WORD>)|<PER_ARTICLE>(?P<per><UNIT|MEASURE>)(?!<AGO_AFTER>)"
    "|(?P<per><LENGTH_ONE>)(?!<AGO_AFTER>))?"
)
_FREE: Final = (
    "(?<!<SLASH|OF_AGE>)(?<!<INT><DASH>)(?<!<SPELLED|ONE><RATIO>)(?P<ratio>(?<=<RATIO>))?"
    "(?:(?<!<NAMER>)(?P<n><NUM>)|(?P<n>(?!<SIXTY|YY>)<NUM>))"
)
"""A number that is no part of a name before it: Tier 1, Gemini 8, Artikel 12; but "in Ulm 12 Kinder".

Nor is it the other number of a score or a proportion: "a 7-2 win", "one in five voters", "un voyageur sur cinq".
"""

_COUNTED: Final = "<WORD|CAP|SKIP|UNIT|MEASURE|CURRENCY|CURRENCY_SIGN|PERCENT|SCALE|NUM|DASH|SLASH>"
"""What makes a number before it one of its own."""
_NO_COINS: Final = f"<CAP|UNIT|MEASURE|CURRENCY|CURRENCY_SIGN|PERCENT|SCALE|NUM|DASH|SLASH>|<WORD>{_OF}<WORD|CAP>"
"""What shows that a number behind a price is none of coins: "3 € 50 pièce", but "10 $ 30 $"."""

GRAMMAR: Final = Grammar(
    "NUM|CURRENCY|MINOR",
    [
        Rule(
            "percent-between",
            f"{BOUND}(?P<all>{_SIGN}(?P<n><NUM>)<PERCENT>{_TO.format('<BETWEEN><NUM><PERCENT>')}(?P<n2><NUM>)<PERCENT>)",
            _percent,
        ),
        Rule("percent", f"{_ALL}{_ABOUT_AFTER}(?:<PERCENT>|(?P<points><POINTS>)))", _percent),
        Rule(
            "money-and-minor",
            f"{BOUND}(?P<all>(?P<n><NUM|ONE>){_CUR}<AND|WITH>?(?P<cents><NUM>)<MINOR|COIN>)",
            _money,
        ),
        Rule(
            "money-and-coins",
            f"{BOUND}(?P<all>(?P<n><NUM>){_CUR}<AND|WITH>?(?P<cents><YY|INT>)"
            f"(?=<DOT|COMMA|CLOSE|BREAK|ARTICLE|PER>|$|(?<=<INT><CURRENCY_SIGN><YY>)(?!{_NO_COINS})))",
            _money,
        ),
        Rule(
            "money-between",
            f"{BOUND}(?P<all>(?P<n><NUM>){_OF}<CURRENCY>{_TO.format('<BETWEEN><NUM><CURRENCY>')}(?P<n2><NUM>){_OF}{_CUR})",
            _money,
        ),
        Rule(
            "money",
            f"{_ALL}{_ABOUT_AFTER}<DASH>?(?P<k><SCALE_LETTER>)?(?:(?<=<SCALED>)<DOT>)?{_OF}{_CUR}(?P<k2><SCALE>)?){_PER}",
            _money,
        ),
        Rule("money-one", f"{BOUND}(?P<all>(?P<n><ONE>){_CUR})(?!<WORD|CAP|SKIP|NUM>){_PER}", _money),
        Rule("minor", f"{_ALL}<DASH>?(?P<cur><MINOR>)){_PER}", _minor),
        Rule("minor-one", f"{BOUND}(?P<all>(?P<n><ONE>)(?P<cur><MINOR>))(?!<WORD|CAP|SKIP>){_PER}", _minor),
        Rule("scaled-money", f"{_ALL}(?P<cur><SCALED_CURRENCY>))", _scaled_money),
        Rule(
            "sign-money",
            f"{BOUND}(?P<all>{_SIGN}(?P<cur><CURRENCY_SIGN|ISO>)<DOT>?(?P<n><NUM>)"
            f"(?:{_TO.format('<BETWEEN><CURRENCY><NUM>')}<CURRENCY_SIGN>?(?P<n2><NUM>))?(?P<k><SCALE_LETTER>)?(?:<AND>?(?P<cents><NUM>)<MINOR|COIN>)?)"
            + _PER,
            _money,
        ),
        Rule(
            "named-money",
            f"{BOUND}(?P<all>{_CUR}(?!<YEAR>)(?P<n><NUM>)(?P<k><SCALE_LETTER>)?)(?=<DOT|COMMA|BREAK|CLOSE|STOP>|$)",
            _money,
        ),
        Rule("lettered", f"{BOUND}(?P<all>(?P<n><NUM>)(?P<k><SCALE_LETTER>)(?P<unit><WORD|MEASURE>))", _lettered),
        Rule("degrees", f"{_ALL}(?P<unit><DEGREE>)(?P<below><BELOW_ZERO>)?)", _degrees),
        Rule(
            "split-measure",
            f"{BOUND}(?P<all>(?P<n><NUM|ONE>)(?P<unit><MEASURE>)<AND>?(?P<part><INT>))(?!{_COUNTED})",
            _split_measure,
        ),
        Rule("measure", f"{_ALL}<DASH>?{_OF}(?P<unit><MEASURE>))", _quantity),
        Rule(
            "count",
            f"{BOUND}(?P<all>{_FREE}{RANGE}(?:(?<=<SCALED|OF_NOUN>){_OF})?<SKIP|DIR>{{0,2}}(?P<unit><WORD>))",
            _quantity,
        ),
        Rule("share-name", f"{BOUND}(?P<all>(?P<n><OF_NOUN>){_OF}<SKIP>?(?P<unit><CAP>))", _share_name),
        Rule(
            "count-name",
            f"{BOUND}(?P<all>{_FREE}<SKIP|DIR>{{0,2}}(?:<CAP><DASH>?){{0,2}}(?P<unit><CAP|WORD>))",
            _quantity,
        ),
    ],
)

# --- an amount that leaves its currency to the one before -------------------------------------------------------------


def _ellipsis(parts: Parts) -> Mention | None:
    found = amount(parts)
    return _mention(parts, Kind.MONEY, Money(found, "")) if found else None


_NOT_COUNTED: Final = "(?!<OF|CURRENCY|SCALED_CURRENCY|MINOR|SCALE_LETTER|UNIT|PERCENT|POINTS|MEASURE|SKIP|CAP>)"
_ELLIPSIS: Final = Grammar(
    "NUM",
    [
        Rule(
            "ellipsis",
            f"<VERSUS|TO|OR|AND>{BOUND}(?P<all>(?P<n><NUM>)(?:(?<=<SCALED>)|(?!<WORD>)){_NOT_COUNTED})",
            _ellipsis,
        )
    ],
)


def with_ellipses(mentions: list[Mention], scanned: Scanned) -> list[Mention]:
    """ "500 millions de dollars contre 130 millions": the second amount has the first one's currency."""
    ends: Mapping[int, str] = {m.end: m.value.currency for m in mentions if isinstance(m.value, Money)}
    if not ends:
        return mentions
    added = []
    for mention, first, _ in _ELLIPSIS.scan(scanned):
        before = scanned.starts[first]
        gap = scanned.text[max(before - 4, 0) : before]
        if (currency := ends.get(before - len(gap) + len(gap.rstrip(" ,\u00a0")))) is not None:
            added.append(replace(mention, value=replace(mention.value, currency=currency)))
    spans = [(m.start, m.end) for m in added]
    kept = (
        [m for m in mentions if not any(start < m.end and m.start < end for start, end in spans)] if added else mentions
    )
    return kept + added


# --- compounds of two words -------------------------------------------------------------------------------------------

_SECOND: Final = re.compile(r"[ \u00a0]([a-z]{3,}s)\b(?![’'])")


_WHOLE: Final = frozenset(("people", "dead", "other", "more"))
"""Words behind a number that a plural may follow without being told by them ("40 people voted")."""


def with_compounds(mentions: list[Mention], text: str, language: Language) -> list[Mention]:
    """ "two police officers" are officers: the first noun behind a number, no plural, tells what kind the second is."""
    if not language.nouns_parted:
        return mentions
    taken = {m.start for m in mentions}
    return [_compound(m, m.value, text, language, taken) if isinstance(m.value, Quantity) else m for m in mentions]


def _compound(mention: Mention, value: Quantity, text: str, language: Language, taken: set[int]) -> Mention:
    second = _SECOND.match(text, mention.end)
    if second is None or second.start(1) in taken:
        return mention
    first, unit = value.unit, noun_lemma(second[1], language)
    plain = first not in _WHOLE and not first.endswith("ly") and "MEASURE" not in language.senses[first]
    bare = plain and mention.text.lower().endswith(first)
    if not bare or unit == second[1] or not {"WORD", "SKIP"} >= language.senses[second[1]].keys():
        return mention
    end = second.end()
    return replace(mention, end=end, text=text[mention.start : end], value=replace(value, unit=unit))
