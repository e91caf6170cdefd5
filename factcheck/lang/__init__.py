"""The languages: one table of words each, read together with CLDR, and the symbols that texts are scanned by.

A language's words are typed once, in `<code>.toml`; months, weekdays, currencies and separators come from CLDR (Babel).
Every word has *senses*: a class (MONTH, ONES, UNIT …) with its value. Each distinct set of classes is one character,
its symbol, so that a text becomes a string of symbols and a grammar is an ordinary regular expression over classes:
`language.pattern("(?P<d><DAY>)<OF>?(?P<m><MONTH>)")`.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache, cached_property
from importlib.resources import files
from itertools import product
from typing import Any, Final

from babel import Locale, UnknownLocaleError
from babel.numbers import get_currency_name

from factcheck.lang.numerals import (
    Number,
    Senses,
    digit_senses,
    integer_senses,
    rank_senses,
    spelled_senses,
    spelled_value,
)
from factcheck.lang.tokens import tidy, tokens, unaccented

LANGUAGES: Final[tuple[str, ...]] = tuple(
    sorted(
        entry.name.removesuffix(".toml")
        for entry in files(__name__).iterdir()
        if re.fullmatch(r"[a-z]{2}\.toml", entry.name)
    )
)


_SIGNS: Final[Mapping[str, str]] = {
    "-": "DASH", ".": "DOT", ",": "COMMA", "(": "OPEN", ")": "CLOSE", "/": "SLASH", "+": "PLUS", "'": "QUOTE",
    ":": "COLON", "~": "TILDE", "<": "LT", ">": "GT", "≈": "TILDE", "%": "PERCENT", "±": "TILDE", "[": "OPEN",
    "]": "CLOSE",
}  # fmt: skip
_LONGEST_COMPOUND: Final = 80
_MEMO_LIMIT: Final = 200_000
_LONGEST_REMEMBERED: Final = 100


@dataclass(frozen=True)
class Numerals:
    """How a language writes numbers in digits."""

    decimal: str
    order: str
    """Of day, month and year in numeric dates: `dmy`, `mdy` or `ymd`."""
    and_before: tuple[int, ...] | None
    """What "and" may stand before, behind tens: one and eleven in French; None for anything."""
    hundreds_to: int
    """How many hundreds may be spelled: 99 in English ("thirty-five hundred"), else 9."""
    units_first: bool
    """Whether units are spoken before tens: "einundzwanzig"."""


class Memory(dict[str, Any]):
    """A memory of what was worked out for a token, up to a length; a hit costs no Python."""

    def __init__(self, work_out: Callable[[str], Any], longest: int = _LONGEST_REMEMBERED) -> None:
        self.work_out = work_out
        self.longest = longest

    def __missing__(self, token: str) -> Any:
        found = self.work_out(token)
        if len(token) < self.longest:
            self[token] = found
        return found

    def forget(self, limit: int = _MEMO_LIMIT) -> None:
        """Drop everything where it grew too large."""
        if len(self) > limit:
            self.clear()


class Language:
    """A language's words, numerals and grammar classes."""

    def __init__(self, code: str, table: Mapping[str, Any], locale: Locale) -> None:
        self.code = code
        self.table = table
        self.locale = locale
        settings = table.get("number", {})
        self.numerals = Numerals(
            decimal=str(locale.number_symbols["latn"]["decimal"]),
            order=settings.get("order") or _order(locale),
            and_before=None if (before := settings.get("and_before")) is None else tuple(before),
            hundreds_to=settings.get("hundreds_to", 9),
            units_first=settings.get("units_first", False),
        )
        self.words: dict[str, dict[str, Any]] = {}
        for word, name, value in _entries(table, locale):
            if name != "MEASURE" or not self.words.get(tidy(word), {}).keys() - {
                "MEASURE",
                "SCALE_LETTER",
            }:  # "in" is no inch
                self._add(tidy(word), name, value)
        self._add_numbers()
        self._symbols: dict[frozenset[str], str] = {}
        self.without_phrases: dict[int, str] = {}
        """Symbols of words that phrases are made of → their symbols once the phrases are found."""
        self._of_class: dict[str, list[str]] = {}
        self._word_class: dict[str, str] = {}
        self.gap = self.symbol({"GAP": None})
        self._made: tuple[int, re.Pattern[str]] | None = None
        self._phrases = self._name_phrase_words()
        for senses in list(self.words.values()):
            self.symbol(senses)
            self.symbol(_cased(senses, "lower"))
        self.suffixes = frozenset(word for word, senses in self.words.items() if "ORDINAL_SUFFIX" in senses)
        self.number_words: Mapping[str, Senses] = {
            word: number for word, senses in self.words.items() if (number := _as_number(senses))
        }
        self._pieces = _alternatives(
            word for word, senses in self.number_words.items() if word.isalpha() and len(word) > 1
        )
        self.months_capital: bool = str(locale.months["format"]["wide"][1])[0].isupper()
        self.nouns_capital: bool = settings.get("nouns_capital", False)
        self.nouns_parted: bool = settings.get("nouns_parted", False)
        self._numbered = frozenset(settings.get("numbered", ()))
        self.verb_endings: tuple[str, ...] = tuple(settings.get("verb_endings", ()))
        self._joiners = _alternatives(word for word, senses in self.words.items() if "AND" in senses and len(word) > 1)
        self._under = tuple(sorted((w for w, senses in self.words.items() if "DENOMINATOR_SUFFIX" in senses), key=len))
        self._prime()
        self._memories: list[Memory] = []
        self.senses = self.memory(self._senses)
        self.symbols = self.memory(lambda token: self.symbol(self.senses[token]))

    def _add(self, word: str, name: str, value: Any) -> None:
        for form in {word, unaccented(word) if len(word) > 1 else word}:
            if name == "MEASURE" and form != word and form in self.words:
                continue  # Portuguese "no" is no knot
            self.words.setdefault(form, {}).setdefault(name, value)

    def _add_numbers(self) -> None:
        """Number words are numbers, ranks and days too; an article that counts ("un") is one only before a unit."""
        for senses in self.words.values():
            value = next((senses[name] for name in ("ONES", "TENS", "HUNDRED", "HUNDREDS") if name in senses), None)
            if value is None and senses.get("SCALE") == 1000:
                value = 1000
            if value is not None and "ONE" not in senses:
                senses.update(integer_senses(value), SPELLED=True)
            if "ORD" in senses:
                senses.update(rank_senses(senses["ORD"]))
        ranks = {
            word: senses["ORD"] for word, senses in self.words.items() if senses.get("ORD", 0) > 2 and word.isalpha()
        }
        for word, rank in ranks.items():
            self.words.setdefault(word if word.endswith("s") else f"{word}s", {})["DENOMINATOR"] = rank

    def _name_phrase_words(self) -> dict[str, tuple[str, ...]]:
        """Words of several tokens, with these; each token gets a class of its own to be found by."""
        cut = {phrase: tuple(tidy(token) for token in tokens(phrase)) for phrase in self.words}
        phrases = {phrase: parts for phrase, parts in cut.items() if len(parts) > 1}
        self._word_class = {part: f"={part}" for parts in phrases.values() for part in parts}
        for part in self._word_class:
            other = {_SIGNS[part]: part} if part in _SIGNS else {"WORD": part} if part.isalpha() else {}
            own = dict(self.words.get(part.removesuffix("'"), other))
            self.words.setdefault(part, own)
        for part, name in self._word_class.items():
            self.words[part][name] = part
        return phrases

    def _prime(self) -> None:
        """Give every shape of digits and every sign its symbol before any pattern is compiled."""
        shapes = "7 12 24 00 60 123 2021 12345 1,5 1.5 07"
        shapes += " 24.11.2021 2021-11-24 11:37 word Word ½ XIX XIXe XV 1er £ W w ABC 10.11"
        samples = [*shapes.split(), "\n", " ", *_SIGNS]
        for token in samples:
            self.symbol(self._senses(token))
        for value in (*range(100), 200, 2021):
            self.symbol(self._senses(str(value)))
            self.symbol(self._senses(f"{value:02}"))
            self.symbol(integer_senses(value))
            self.symbol(integer_senses(value) | {"SPELLED": True})
        for shape in _MADE:
            self.symbol(dict.fromkeys(shape.split()))
        for value in (7, 60):
            self.symbol(rank_senses(value))

    def symbol(self, senses: Senses) -> str:
        """The character that stands for this set of classes."""
        classes = frozenset(senses)
        return self._symbols.get(classes) or self._new_symbol(classes)

    def _new_symbol(self, classes: frozenset[str]) -> str:
        """Symbols of words that phrases are made of lie apart, so that those of the grammars fit into one byte."""
        phrases = frozenset(name for name in classes if name[0] == "=")
        if phrases:
            symbol = chr(_PHRASE_SYMBOLS + len(self.without_phrases))
            self.without_phrases[ord(symbol)] = self.symbol(dict.fromkeys(classes - phrases or ("SMALL",)))
        else:
            symbol = chr(_SYMBOLS + self.version)
        self._symbols[classes] = symbol
        for name in phrases or classes:
            self._of_class.setdefault(name, []).append(symbol)
        return symbol

    def forget(self) -> None:
        """Drop what was remembered of tokens where it grew too large."""
        for memory in self._memories:
            memory.forget()

    def memory(self, work_out: Callable[[str], Any]) -> Memory:
        """A memory for what is worked out of tokens in this language; `forget` empties it where it grew too large."""
        self._memories.append(Memory(work_out))
        return self._memories[-1]

    # --- what a token means ----------------------------------------------------------------------------------------

    def _senses(self, token: str) -> Senses:
        if token.endswith(" ") and (bare := token.rstrip(" ")):
            return self.senses[bare]  # type: ignore[no-any-return]
        word = tidy(token)
        if (code := token.strip()) in _ISO_CODES:
            return {"CAP": word} if code in _ISO_WORDS else {"CURRENCY": code, "CAP": word, "ISO": code}
        bare = word.removesuffix("'") or word
        if found := self.words.get(word) or self.words.get(bare) or self.words.get(unaccented(bare)):
            return _cased(found, token)
        if not word:
            return {"BREAK": None}
        if word[0].isdigit() or (word[0] in ".,-+" and len(word) > 1):
            return digit_senses(word, self, token)
        if len(word) == 1 and not word.isalpha():
            if (value := unicodedata.numeric(word, None)) is not None and value % 1:
                part = Fraction(value).limit_denominator(16)
                number = Number(Decimal(part.numerator) / part.denominator, Decimal("0.01"))
                return {"NUM": number, "PARTED": number, "VULGAR": number}
            return {_SIGNS[word]: word} if word in _SIGNS else {"SIGN": word}
        if (spelled := spelled_senses(word, self)) is not None:
            return spelled
        if " " in bare or "-" in bare or "'" in bare:
            return {}
        if roman := _ROMAN.fullmatch(code):
            return {"CAP": bare, "NAMER": bare, "ROMAN": _roman(roman.group(1))}
        if token[:1].isupper():
            return {"CAP": bare, "NAMER": bare} if self._takes_number(bare) else {"CAP": bare}
        return {"LOWER" if self.nouns_capital else "WORD": bare}

    def _takes_number(self, word: str) -> bool:
        """Whether a number behind a capitalised word is a part of its name: Tier 1, Gemini 8, Artikel 12."""
        return not self.nouns_capital or word in self._numbered

    def is_proper(self, word: str) -> bool:
        """Whether a month or weekday is also another word, so that it needs a capital: may, march, sun."""
        return "PROPER" in self.words.get(tidy(word), {})

    def glued(self, word: str) -> list[Senses]:
        """The number words that a word is made of, where it is made of nothing else: "dosmilésimo", "vierhundert"."""
        word = unaccented(word)
        ending = ""
        if word.endswith(self._under):
            ending = next((end for end in reversed(self._under) if word.endswith(end) and len(word) > len(end) + 2), "")
        stem = word.removesuffix(ending)
        if not 5 <= len(stem) <= _LONGEST_COMPOUND or stem[:2] not in self._openings:
            return []
        if not self._compound.fullmatch(stem):
            return []
        pieces = [self.number_words[piece] for piece in self._cut(stem) if piece in self.number_words]
        if ending:
            value = spelled_value(pieces, self.numerals)
            return [] if value is None else [rank_senses(int(value.value)) | {"DENOMINATOR": int(value.value)}]
        return pieces if len(pieces) > 1 else []

    @cached_property
    def _openings(self) -> frozenset[str]:
        """The first two letters of what compounds are made of."""
        return frozenset(
            word[:2] for word, senses in self.words.items() if word in self.number_words or "AND" in senses
        )

    @cached_property
    def _compound_part(self) -> re.Pattern[str]:
        return re.compile(f"{self._pieces}|{self._joiners}")

    @cached_property
    def _compound(self) -> re.Pattern[str]:
        return re.compile(f"(?:{self._pieces}|{self._joiners})+")

    def _cut(self, stem: str) -> list[str]:
        """The compound cut into number words, longer ones tried first; empty where it cannot be."""
        match = self._compound_part.match(stem)
        for end in range(match.end() if match else 0, 1, -1):
            head, rest = stem[:end], stem[end:]
            known = head in self.number_words or "AND" in self.words.get(head, {})
            if known and (tail := self._cut(rest) if rest else []) is not None and (tail or not rest):
                return [head, *tail]
        return []

    # --- patterns --------------------------------------------------------------------------------------------------

    def pattern(self, grammar: str) -> re.Pattern[str]:
        """A compiled pattern over symbols.

        `<NAME>` stands for any token of that class, `<A|B>` for any of several, `<^A>` for any but those, `<LINK!A>`
        for any word of the tables but those.
        """
        return re.compile(re.sub(r"(?<!\?P)<(\^?[A-Z][A-Z_0-9|!]*)>", lambda m: self._class(m.group(1)), grammar))

    @property
    def version(self) -> int:
        """Changes where a symbol was added, so that patterns made before it do not know it."""
        return len(self._symbols) - len(self.without_phrases)

    def _class(self, names: str) -> str:
        if names.startswith("LINK!"):
            barred = {*names.removeprefix("LINK!").split("|")}
            symbols = [
                symbol
                for classes, symbol in self._symbols.items()
                if ord(symbol) not in self.without_phrases and not classes <= PLAIN and not classes & barred
            ]
        else:
            wanted = names.lstrip("^").split("|")
            symbols = [symbol for name in wanted for symbol in self._of_class.get(name, ())]
        found = re.escape("".join(dict.fromkeys(symbols)))
        if names.startswith("^"):
            return f"[^{found}]" if found else "."
        return f"[{found}]" if found else "(?!)"

    def phrases(self) -> re.Pattern[str]:
        """Every word of several tokens, longest first; made anew where symbols came in since."""
        if self._made is None or self._made[0] != len(self.without_phrases):
            self._made = (len(self.without_phrases), self._all_phrases())
        return self._made[1]

    def phrases_of(self, classes: frozenset[str]) -> Iterator[tuple[str, ...]]:
        """The tokens of each phrase that is of one of these classes while none of its tokens is: "après-midi"."""
        for phrase, parts in self._phrases.items():
            if classes & self.words[phrase].keys() and not any(classes & self.words[part].keys() for part in parts):
                yield parts

    def _all_phrases(self) -> re.Pattern[str]:
        if not self._phrases:
            return re.compile("(?!)")
        phrases = self._phrases.values()
        firsts, seconds = ("".join({symbol for p in phrases for symbol in self._part(p[i])}) for i in (0, 1))
        return re.compile(f"(?=[{firsts}][{seconds}]){self._tree(phrases)}")

    def _tree(self, phrases: Iterable[tuple[str, ...]]) -> str:
        """A pattern of phrases that tries each beginning once."""
        rests: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            rests.setdefault(phrase[0], []).append(phrase[1:])
        branches = []
        for first, endings in rests.items():
            longer = [ending for ending in endings if ending]
            tail = self._tree(longer) + "?" * (len(longer) < len(endings)) if longer else ""
            branches.append(f"[{self._part(first)}]{tail}")
        return f"(?:{'|'.join(branches)})"

    def _part(self, part: str) -> str:
        """The symbols of a token that is part of a phrase."""
        name = self._word_class[part]
        return "".join(self._of_class.get(name, ()))


_MADE: Final = (
    "NUM DECIMAL", "NUM SCALED", "INT NUM SPELLED", "INT NUM SCALED SPELLED", "INT NUM SCALED SPELLED YEAR",
    "NUM PARTED", "NUM OF_NOUN PARTED", "INT NUM OF_NOUN SPELLED YEAR", "DAY INT NUM OF_NOUN SIXTY SPELLED",
    "DAY HOUR INT MONTHNUM NUM OF_NOUN SIXTY SPELLED", "LENGTH MENTION", "LENGTH LENGTH_ONE MENTION",
    "HOURS LENGTH MENTION", "HOURS LENGTH LENGTH_ONE MENTION", "EDGE EDGE_LENGTH MENTION", "CAP CURRENCY ISO", "SIGN",
    *(f"DATE TERM {grain}_DATE{more}" for more in ("", " WEAK") for grain in ("YEAR", "MONTH", "WEEK", "PERIOD")),
    "DATE TERM DAY_DATE", "CLOCK_DATE DATE DAY_DATE TERM", "DATE TERM WEEKDAY_DATE", "DATE TERM RANGE_DATE",
    "DATE TERM DAY_DATE YEARLESS", "DATE MONTHLESS TERM WEEKDAY_DATE",
    "DATE TERM MONTH_DATE YEARLESS", "NOT_NUMBER", "CLOCK_RANGE", "CENTURY_NAME",
)  # fmt: skip
"""What grammars make of several tokens, so that their symbols are known before any pattern is compiled."""

_SYMBOLS: Final = 0x21
"""The first character that is a symbol; there are fewer than two hundred in most languages."""
_PHRASE_SYMBOLS: Final = 0x1000
"""The first character that is the symbol of a word that phrases are made of."""

PLAIN: Final = frozenset({"WORD", "CAP", "NAMER", "BREAK", "SIGN", "GAP", "FIXED", "LOWER"})


_ROMAN: Final = re.compile(r"((?=..)X{0,3}(?:IX|IV|V?I{0,3})|[IVX](?=e|è))(?:e|è|ème|th)?")


def _roman(numeral: str) -> int:
    """The value of a Roman numeral under forty, which is as far as centuries go."""
    worth = [{"I": 1, "V": 5, "X": 10}[letter] for letter in numeral]
    return sum(-one if one < max(worth[index:]) else one for index, one in enumerate(worth))


def _cased(senses: dict[str, Any], token: str) -> Senses:
    """Classes that hold only for a capital (the month May) or say that there is one."""
    if "PROPER" not in senses or token[:1].isupper():
        return senses
    weaker = {"MONTH": "MONTH_ABBR", "WEEKDAY": "WEEKDAY_ABBR"}
    return {weaker.get(name, name): value for name, value in senses.items() if name != "PROPER"}


def _entries(table: Mapping[str, Any], locale: Locale) -> Iterator[tuple[str, str, Any]]:
    yield from _own_words(table)
    yield from _calendar_words(locale)
    yield from _weekday_parts(table, locale)
    yield from _lasting_words(table)
    yield from _currency_words(table, locale)
    yield from _measure_words(locale)


def _own_words(table: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    for section, name in _VALUED.items():
        for key, words in table.get(section, {}).items():
            value: Any = int(key) if re.fullmatch(r"-?\d+", key) else key
            endings = table.get("number", {}).get("ordinal_endings", ("",)) if name == "ORD" else ("",)
            said = name if name != "ORD" or value > 0 else "LAST" if value == -1 else "LAST_BUT"
            for word in words:
                yield from ((f"{word}{ending}", said, value) for ending in endings)
    for key, words in table.get("cardinal", {}).items():
        for word in words:
            yield word, _cardinal_class(int(key)), int(key)
    for key, words in table.get("mixed", {}).items():
        number = Number(Decimal(key), Decimal("0.1"))
        for word in words:
            yield from ((word, name, number) for name in ("NUM", "PARTED"))
    for section in ("word", "skip", "stop", "suffix", "proper", "fixed"):
        for key, words in table.get(section, {}).items():
            name = {"skip": "SKIP", "stop": "STOP", "fixed": "FIXED", "proper": "PROPER"}.get(
                section, f"{key.upper()}{'_SUFFIX' * (section == 'suffix')}"
            )
            for word in words:
                yield word, name, word


_VALUED: Final[Mapping[str, str]] = {
    "scale": "SCALE", "collective": "COLLECTIVE", "ordinal": "ORD", "tail": "ORD_TAIL", "month": "MONTH_ABBR",
    "unit": "UNIT", "weekday": "WEEKDAY_ABBR", "each_weekday": "WEEKDAYS", "part": "PART", "season": "SEASON",
    "day": "RELDAY", "direction": "DIR", "fraction": "FRACTION", "holiday": "HOLIDAY", "next_day": "NEXT_DAY",
    "measure": "MEASURE", "era": "ERA", "points": "POINTS", "decade_word": "DECADE_WORD", "day_part": "DAY_PART",
}  # fmt: skip


_NUMBER_CLASSES: Final = frozenset({"ONES", "TENS", "HUNDRED", "HUNDREDS", "SCALE", "ORD", "ORD_TAIL", "DENOMINATOR"})


def _as_number(senses: Senses) -> Senses:
    """What a word is worth within a number; "a" is one there."""
    found = {name: value for name, value in senses.items() if name in _NUMBER_CLASSES}
    return {"ONES": 1} if "ONE" in senses and not found else found


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"


def _cardinal_class(value: int) -> str:
    if value < 20:
        return "ONES"
    if value < 100:
        return "TENS"
    return "HUNDRED" if value == 100 else "HUNDREDS"


def _weekday_parts(table: Mapping[str, Any], locale: Locale) -> Iterator[tuple[str, str, Any]]:
    """German and Dutch write a weekday and a part of it as one word: "Dienstagabend"."""
    if not table.get("number", {}).get("units_first"):
        return
    for number, day in locale.days["format"]["wide"].items():
        for part, words in table.get("part", {}).items():
            yield from ((f"{day}{word}", "WEEKDAY_PART", (number, part)) for word in words)


def _lasting_words(table: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """German writes how long a thing lasts as one word: "zweiwöchig", and behind a figure "14-tägig"."""
    numbers = [(word, int(key)) for key, words in table.get("cardinal", {}).items() for word in words]
    endings = table.get("number", {}).get("ordinal_endings", ("",))
    for unit, stems in table.get("lasting", {}).items():
        for stem, ending in product(stems, endings):
            yield f"{stem}{ending}", "UNIT", unit
            yield from ((f"{word}{stem}{ending}", "LASTING", (n, unit)) for word, n in numbers if 0 < n <= _LONGEST)


_LONGEST: Final = 100
"""The greatest number that is written into a word for how long a thing lasts."""


def _calendar_words(locale: Locale) -> Iterator[tuple[str, str, Any]]:
    for names, name in ((locale.months, "MONTH"), (locale.days, "WEEKDAY")):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, word in names[context].get(width, {}).items():
                    bare = word.rstrip(".")
                    if width != "wide" and bare in names[context]["wide"].values():
                        continue
                    if len(bare) > 2 and not bare.isdigit():
                        yield bare, name if width == "wide" else f"{name}_ABBR", number


def _currency_words(table: Mapping[str, Any], locale: Locale) -> Iterator[tuple[str, str, Any]]:
    own, letters, settings = table.get("currency", {}), table.get("letters", {}), table.get("number", {})
    for word, (scale, code) in table.get("scaled_currency", {}).items():
        yield word, "SCALED_CURRENCY", (scale, code)
    for letter, scale in letters.items():
        yield letter, "SCALE_LETTER", scale
    for code, words in table.get("minor", {}).items():
        for word in words:
            yield word, "MINOR", code
    for code, words in own.items():
        for word in words:
            yield word, "CURRENCY", code
            if len(word) <= 3 and word not in settings.get("no_sign", ()):
                yield word, "CURRENCY_SIGN", code
                for letter, scale in letters.items():
                    yield letter + word, "SCALED_CURRENCY", (scale, code)
    for code, words in SIGNS_OF_CURRENCIES.items():
        for word in words:
            yield word, "CURRENCY", code
            yield word, "CURRENCY_SIGN", code
    for code in DOLLARS:
        yield f"{code}$", "CURRENCY", code
        yield f"{code}$", "CURRENCY_SIGN", code
        for letters_ in (code, code[:2]):
            yield f"$ {letters_}", "CURRENCY", code
            yield f"${letters_}", "CURRENCY", code
    names = {code: [tidy(form) for form in _currency_names(locale, code)] for code in (*ISO_4217, *WITHDRAWN)}
    for code, forms in names.items():
        for form in forms:
            yield form, "CURRENCY", code
    for word, code in _own_nouns(names, 0 if settings.get("currency_noun") == "first" else -1).items():
        if word not in settings.get("no_currency", ()):
            yield word, "CURRENCY", code


def _measure_words(locale: Locale) -> Iterator[tuple[str, str, Any]]:
    """CLDR's names and symbols of measures; a symbol of one letter only where the press writes it (m, g, l, t)."""
    patterns = locale._data["unit_patterns"]  # noqa: SLF001 (Babel has no public way to all forms of a unit)
    for unit, symbol in MEASURES.items():
        forms = patterns.get(unit, {})
        for width in ("long", "short"):
            for form in dict(forms.get(width, {})).values():
                word = tidy(str(form).replace("{0}", "")) if isinstance(form, str) else ""
                if len(word) > 1 or word in ("m", "g", "l", "t"):
                    yield word, "MEASURE", symbol
        if len(symbol) > 1:
            yield symbol, "MEASURE", symbol
        if symbol[-1] in "²³" and symbol[-2] == "m":
            yield symbol.translate(_RAISED), "MEASURE", symbol


_RAISED: Final = str.maketrans("²³", "23")
"""Raised digits as keyboards without them write them: "m3"."""


def _own_nouns(names: Mapping[str, Sequence[str]], place: int) -> dict[str, str]:
    """The nouns that only one currency is called by: ringgit, zloty, hryvnia; not dinar, nor a country's adjective."""
    owners: dict[str, set[str]] = {}
    for code, forms in names.items():
        for form in forms:
            if (word := form.split()[place]).isalpha() and len(word) > 3:
                owners.setdefault(word, set()).add(code)
    return {word: next(iter(codes)) for word, codes in owners.items() if len(codes) == 1}


def _currency_names(locale: Locale, code: str) -> Iterable[str]:
    """CLDR's names of a currency, singular and plural: "dollar australien", "dollars australiens"."""
    if code not in locale.currencies:
        return ()
    return {get_currency_name(code, count=count, locale=locale) for count in (None, 1, 2, 5)}


def _order(locale: Locale) -> str:
    """The order of numeric dates in CLDR's short format."""
    pattern = str(locale.date_formats["short"].pattern).lower()
    return "".join(dict.fromkeys(letter for letter in pattern if letter in "dmy"))


SIGNS_OF_CURRENCIES: Final[Mapping[str, Sequence[str]]] = {
    "EUR": ["€"], "USD": ["$", "us$", "$us", "u.s.$", "usd$", "u$d", "u$s"], "GBP": ["£"], "JPY": ["¥", "￥"],
    "INR": ["₹"], "KRW": ["₩"], "ILS": ["₪"], "TRY": ["₺"], "RUB": ["₽"], "UAH": ["₴"], "VND": ["₫"], "NGN": ["₦"],
    "CRC": ["₡"], "PHP": ["₱"], "THB": ["฿"], "KZT": ["₸"], "GEL": ["₾"], "AZN": ["₼"], "BRL": ["r$"],
    "CAD": ["c$", "ca$", "can$"], "AUD": ["a$", "au$"], "HKD": ["hk$"], "NZD": ["nz$"], "SGD": ["s$"],
    "TWD": ["nt$"], "MXN": ["mx$"], "CNY": ["cn¥"], "MYR": ["rm"], "EGP": ["l.e.", "l.e"],
    "PLN": ["zł"], "CZK": ["kč"], "IDR": ["rp"],
}  # fmt: skip
"""Signs that name one currency, the bare dollar as that of the United States."""

MEASURES: Final[Mapping[str, str]] = {
    "length-kilometer": "km", "length-meter": "m", "length-centimeter": "cm", "length-millimeter": "mm",
    "length-mile": "mi", "length-foot": "ft", "length-yard": "yd", "length-inch": "inch",
    "length-nautical-mile": "nmi", "length-light-year": "ly", "area-square-kilometer": "km²",
    "area-square-meter": "m²", "area-square-mile": "mi²", "area-square-foot": "ft²", "area-hectare": "ha",
    "area-acre": "acre", "volume-liter": "L", "volume-milliliter": "mL", "volume-hectoliter": "hL",
    "volume-cubic-meter": "m³", "volume-cubic-kilometer": "km³", "volume-cubic-foot": "ft³", "volume-gallon": "gal",
    "volume-barrel": "bbl", "mass-kilogram": "kg", "mass-gram": "g", "mass-milligram": "mg", "mass-tonne": "t",
    "mass-ton": "ton", "mass-ounce": "oz", "mass-carat": "carat", "speed-kilometer-per-hour": "km/h",
    "speed-mile-per-hour": "mph", "speed-meter-per-second": "m/s", "speed-knot": "kn", "temperature-celsius": "°C",
    "temperature-fahrenheit": "°F", "power-watt": "W", "power-kilowatt": "kW", "power-megawatt": "MW",
    "power-gigawatt": "GW", "power-horsepower": "hp", "energy-kilowatt-hour": "kWh", "energy-joule": "J",
    "energy-calorie": "cal", "energy-kilocalorie": "kcal", "frequency-hertz": "Hz", "frequency-kilohertz": "kHz",
    "frequency-megahertz": "MHz", "frequency-gigahertz": "GHz", "digital-byte": "byte", "digital-kilobyte": "kB",
    "digital-megabyte": "MB", "digital-gigabyte": "GB", "digital-terabyte": "TB", "pressure-hectopascal": "hPa",
    "pressure-millibar": "mbar", "electric-volt": "V", "graphics-pixel": "px", "graphics-megapixel": "MP",
}  # fmt: skip
"""CLDR's units that news text measures in, with the symbols that `Quantity` uses; the two tons are kept apart."""

DOLLARS: Final = ("AUD", "CAD", "HKD", "MXN", "NZD", "SGD", "TWD", "USD")
"""Currencies written with the dollar's sign and their own letters."""

ISO_4217: Final[tuple[str, ...]] = tuple(
    """
    AED AFN ALL AMD AOA ARS AUD AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BWP BYN BZD CAD CDF CHF CLP CNY
    COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD GBP GEL GHS GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR
    ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK
    MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB
    RWF SAR SCR SDG SEK SGD SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS
    VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW
    """.split()
)
"""The active national currencies of ISO 4217 (list one, 2024)."""


_ISO_CODES: Final = frozenset(ISO_4217)
_ISO_WORDS: Final = frozenset({"ALL", "CUP", "GEL", "MOP", "PEN", "SOS", "TOP"})
"""Codes that are words in capitals, which a number may follow."""

WITHDRAWN: Final = (
    "ATS",
    "BEF",
    "CYP",
    "DEM",
    "EEK",
    "ESP",
    "FIM",
    "FRF",
    "GRD",
    "IEP",
    "ITL",
    "LTL",
    "LUF",
    "LVL",
    "MTL",
    "NLG",
    "PTE",
    "SIT",
    "SKK",
)
"""Currencies that the euro replaced; older texts count in them."""


@cache
def language(code: str) -> Language:
    """The language of an ISO 639-1 code; without a table it has what CLDR gives, and an unknown code has English's."""
    base = code.split("-", maxsplit=1)[0].split("_", maxsplit=1)[0].lower()
    table: Mapping[str, Any] = {}
    if base in LANGUAGES:
        table = tomllib.loads(files(__name__).joinpath(f"{base}.toml").read_text("utf-8"))
    try:
        locale = Locale.parse(base)
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse("en")
    return Language(base, table, locale)
