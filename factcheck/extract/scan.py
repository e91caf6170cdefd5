"""Scanning: a text as tokens and symbols, and rules over them.

A text is cut into tokens; words of several tokens ("avant-hier") and numbers of several ("deux cent mille",
"48 millions") are merged into one; every token then has one symbol, and a rule's pattern runs over the string of
symbols. The building of a value starts only where a pattern has matched.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from itertools import accumulate
from typing import Any, Final

from factcheck.lang import Language
from factcheck.lang.numerals import Senses
from factcheck.lang.tokens import level, tokens
from factcheck.model import Mention

_JOIN: Final = "<DASH>?<AND>?<DASH>?"
_TENS: Final = f"(?:<TENS>(?:{_JOIN}<ONES>)?|<ONES>)"
_HUNDREDS: Final = (
    f"(?:(?:(?:{_TENS}|<ONE>)<DASH>?)?<HUNDRED>(?:{_JOIN}{_TENS})?|<HUNDREDS>(?:{_JOIN}{_TENS})?|{_TENS})"
)
_SPELLED: Final = f"(?:(?:{_HUNDREDS}<DASH>?)?<SCALE>(?:<DASH>?<SCALE>){{0,2}}(?:{_JOIN}{_HUNDREDS})?|{_HUNDREDS})"
_NUMBER: Final = (
    f"(?:(?:{_HUNDREDS}|<ONE>)<DASH>?<SCALE>(?:{_JOIN}{_HUNDREDS}?<DASH>?<SCALE>){{0,4}}(?:{_JOIN}{_HUNDREDS})?"
    f"|<SCALE>(?:<DASH>?{_HUNDREDS}<DASH>?<SCALE>)?{_JOIN}{_HUNDREDS}"
    f"|(?<!<NUM>)<HUNDRED>(?:{_JOIN}{_TENS})|{_HUNDREDS})(?:{_JOIN}<ORD|ORD_TAIL>){{0,4}}"
    "|<NUM><DASH>?<SCALE>(?:<SCALE>|<OF><SCALE>)?"
    "|<NUM><DOT>?<ORDINAL_SUFFIX>|<ORD>{2,4}"
)
_STARTS: Final = "<ORD|NUM|ONE|ONES|TENS|HUNDRED|HUNDREDS|SCALE>"
_GOES_ON: Final = "<DASH|AND|ONES|TENS|HUNDRED|HUNDREDS|SCALE|ORD|ORD_TAIL|ORDINAL_SUFFIX|OF|DOT>"
_MERGED: Final = f"(?={_STARTS}{_GOES_ON})(?:{_NUMBER})"


_CORE: Final = (
    "NUM|UNIT|WEEKDAY_PART|MONTH|MONTH_ABBR|WEEKDAY|WEEKDAY_ABBR|RELDAY|NEXT_DAY|SEASON|PART|HOLIDAY|ORD|LAST|LAST_BUT|CURRENCY|MINOR"
    "|NUMERIC_DATE|CLOCK_TIME|FRACTION|COLLECTIVE|SCALE|DAYTH|ROMAN"
)
_ISLAND: Final = f"(?:<^BREAK|{_CORE}>?<LINK!{_CORE}>{{0,8}}+<{_CORE}><^BREAK|{_CORE}>{{0,6}}+)+"


@dataclass(slots=True)
class Scanned:
    """A text in one language, cut into tokens: `starts[i]` is where token i starts, `symbols[i]` what it is.

    `found` holds the senses of tokens that a grammar made out of several: a fraction, a date within a range.
    """

    text: str
    language: Language
    tokens: list[str]
    symbols: str
    starts: list[int]
    published: date | None = None
    found: dict[int, Senses] = field(default_factory=dict)

    def end(self, index: int) -> int:
        """Where token `index - 1` ends, blanks behind it left off."""
        return self.starts[index - 1] + len(self.tokens[index - 1].rstrip())

    def senses(self, index: int) -> Senses:
        """What token `index` can mean."""
        return self.found.get(index) or self.language.senses[self.tokens[index]]


def scan(text: str, language: Language, published: date | None = None, *, whole: bool = False) -> Scanned:
    """The text's tokens and symbols, phrases and numbers merged; what no grammar can use is one, unless `whole`."""
    language.forget()
    parts = tokens(level(text))
    symbols = "".join(map(language.symbols.__getitem__, parts))
    for pattern in (language.phrases(), compiled(language, _MERGED)):
        parts, symbols = _merged(pattern, parts, symbols, language)
    if not whole:
        parts, symbols = _with_gaps(parts, symbols, language)
    return Scanned(text, language, parts, symbols, list(accumulate(map(len, parts), initial=0)), published)


def _with_gaps(parts: list[str], symbols: str, language: Language) -> tuple[list[str], str]:
    """The tokens with every stretch that is far from any core word made one, so that the grammars need not walk it."""
    gap = language.symbol({"GAP": None})
    kept: list[str] = []
    pieces: list[str] = []
    last = 0
    for match in compiled(language, _ISLAND).finditer(symbols):
        start, end = match.span()
        if start > last:
            kept.append("".join(parts[last:start]))
            pieces.append(gap)
        kept += parts[start:end]
        pieces.append(symbols[start:end])
        last = end
    if last < len(parts):
        kept.append("".join(parts[last:]))
        pieces.append(gap)
    return kept, "".join(pieces)


def collapsed(scanned: Scanned, places: Sequence[tuple[int, int, Senses]]) -> Scanned:
    """The same text with each of these runs of tokens made one token of the senses given."""
    if not places:
        return scanned
    parts: list[str] = []
    pieces: list[str] = []
    found: dict[int, Senses] = {}
    waiting = deque(scanned.found.items())
    last = 0
    for start, end, senses in places:
        while waiting and waiting[0][0] < end:
            index, earlier = waiting.popleft()
            if index < start:
                found[len(parts) + index - last] = earlier
        parts += scanned.tokens[last:start]
        found[len(parts)] = senses
        parts.append("".join(scanned.tokens[start:end]))
        pieces += (scanned.symbols[last:start], scanned.language.symbol(senses))
        last = end
    for index, earlier in waiting:
        found[len(parts) + index - last] = earlier
    parts += scanned.tokens[last:]
    symbols = "".join(pieces) + scanned.symbols[last:]
    starts = list(accumulate(map(len, parts), initial=0))
    return Scanned(scanned.text, scanned.language, parts, symbols, starts, scanned.published, found)


def _merged(pattern: re.Pattern[str], parts: list[str], symbols: str, language: Language) -> tuple[list[str], str]:
    merged: list[str] = []
    pieces: list[str] = []
    last = 0
    for match in pattern.finditer(symbols):
        start, end = match.span()
        while end - start > 1:
            token = "".join(parts[start:end])
            if language.senses[token]:
                merged += parts[last:start]
                merged.append(token)
                pieces += (symbols[last:start], language.symbols[token])
                last = end
                break
            end -= 1
    if not pieces:
        return parts, symbols
    return merged + parts[last:], "".join(pieces) + symbols[last:]


def compiled(language: Language, grammar: str) -> re.Pattern[str]:
    """The grammar's pattern for one language, with every symbol known by now."""
    return _compiled(language, grammar, language.version)


@lru_cache(maxsize=2048)
def _compiled(language: Language, grammar: str, version: int) -> re.Pattern[str]:
    del version  # part of the key only: a new symbol makes old patterns blind to it
    return language.pattern(grammar)


class Parts:
    """What a rule's pattern found, by the names of its groups."""

    __slots__ = ("groups", "match", "scanned")

    def __init__(self, scanned: Scanned, match: re.Match[str]) -> None:
        self.scanned, self.match = scanned, match
        places = match.regs
        self.groups = {name: places[number] for name, number in _groups(match.re) if places[number][0] >= 0}

    def value(self, name: str, *classes: str) -> Any:
        """The value of the group's first token in the first of these classes that it has; None where it has none."""
        place = self.groups.get(name)
        if place is None:
            return None
        senses = self.scanned.senses(place[0])
        for kind in classes:
            if kind in senses:
                return senses[kind]
        return None

    def has(self, name: str) -> bool:
        """Whether the group took part in the match."""
        return name in self.groups

    def word(self, name: str) -> str:
        """The group's own text."""
        start, end = self.span(name)
        return self.scanned.text[start:end]

    def tokens(self, name: str) -> range:
        """The tokens of a group."""
        return range(*self.groups.get(name, (0, 0)))

    def span(self, name: str | None = None) -> tuple[int, int]:
        """Where a group, or the whole match, stands in the text."""
        start, end = self.groups.get(name, self.match.span()) if name else self.match.span()
        first = self.scanned.starts[start]
        return first, (self.scanned.end(end) if end > start else first)


@lru_cache(maxsize=4096)
def _groups(pattern: re.Pattern[str]) -> tuple[tuple[str, int], ...]:
    """The names and numbers of a pattern's groups; alternatives of one rule may use a name twice."""
    return tuple((name.split("__")[0], number) for name, number in pattern.groupindex.items())


def _distinct(grammar: str) -> str:
    """The grammar with each repeated group name made distinct: y, y__2."""
    seen: Counter[str] = Counter()

    def named(match: re.Match[str]) -> str:
        name = match.group(1)
        seen[name] += 1
        return f"(?P<{name}__{seen[name]}>" if seen[name] > 1 else match.group()

    return re.sub(r"\(\?P<([a-z_0-9]+)>", named, grammar)


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern over classes and what makes a mention of it; None where the words make no value after all."""

    name: str
    grammar: str
    build: Callable[[Parts], Any]


_REACH: Final = 8
"""How many tokens of a match may stand before its core."""


class Grammar:
    """Rules tried together in one scan, the first that fits at the leftmost place winning.

    Every match has a token of the `core` classes, with none but words of the tables before it; looking for that first
    spares the trial of every rule at every word.
    """

    def __init__(self, core: str, rules: Sequence[Rule]) -> None:
        self.rules = tuple(replace(rule, grammar=_distinct(rule.grammar)) for rule in rules)
        choices = "|".join(f"(?P<r{number}>{_unnamed(rule.grammar)})" for number, rule in enumerate(rules))
        self.source = f"(?=<LINK!{core}>{{0,{_REACH}}}+<{core}>)(?:{choices})"

    def scan(self, scanned: Scanned) -> Iterator[tuple[Any, int, int]]:
        """What the rules make of the text, with the tokens that it spans; where a rule makes nothing, the next may."""
        language, symbols = scanned.language, scanned.symbols
        search = compiled(language, self.source).search
        position = 0
        while match := search(symbols, position):
            start = match.start()
            position = start + 1
            for rule in self.rules[int(str(match.lastgroup)[1:]) :]:
                parts = compiled(language, rule.grammar).match(symbols, start)
                made = _built(rule, Parts(scanned, parts)) if parts is not None else None
                if parts is not None and made is not None:
                    position = max(parts.end(), position)
                    yield made, start, parts.end()
                    break


def _built(rule: Rule, parts: Parts) -> Any:
    """What the rule makes of its match; nothing where the calendar or the decimals cannot hold it (the year 16000)."""
    try:
        return rule.build(parts)
    except (ValueError, OverflowError, ArithmeticError):
        return None


def _unnamed(grammar: str) -> str:
    return re.sub(r"\(\?P<[a-z_0-9]+>", "(?:", grammar)


def blanked(scanned: Scanned, spans: Sequence[tuple[int, int]]) -> Scanned:
    """The same text with the tokens of these spans shut off from other rules."""
    if not spans:
        return scanned
    pieces: list[str] = []
    last = 0
    for start, end in spans:
        pieces += (scanned.symbols[last:start], "\0" * (end - start))
        last = end
    symbols = "".join(pieces) + scanned.symbols[last:]
    return Scanned(
        scanned.text, scanned.language, scanned.tokens, symbols, scanned.starts, scanned.published, scanned.found
    )


__all__ = ["Grammar", "Mention", "Parts", "Rule", "Scanned", "blanked", "collapsed", "scan"]
