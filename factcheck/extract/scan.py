"""Scanning: a text as tokens and symbols, and rules over them.

A text is cut into tokens; words of several tokens ("avant-hier") and numbers of several ("deux cent mille",
"48 millions") are merged into one; every token then has one symbol, and a rule's pattern runs over the string of
symbols. The building of a value starts only where a pattern has matched.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Any, Final, NamedTuple

from factcheck.lang import PLAIN, Language, Memory
from factcheck.lang.numerals import Senses
from factcheck.lang.tokens import level, tokens
from factcheck.model import Mention

_JOIN: Final = "<DASH>?<AND>?<DASH>?"
_TENS: Final = f"(?:<TENS>(?:{_JOIN}<ONES>)?|<ONES>)"
_HUNDREDS: Final = (
    f"(?:(?:(?:{_TENS}|<ONE>)<DASH>?)?<HUNDRED>(?:{_JOIN}{_TENS})?|<HUNDREDS>(?:{_JOIN}{_TENS})?|{_TENS})"
)
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
    "NUM|UNIT|LASTING|WEEKDAY_PART|MONTH|MONTH_ABBR|WEEKDAY|WEEKDAYS|WEEKDAY_ABBR|RELDAY|NEXT_DAY|SEASON|PART|HOLIDAY|ORD|LAST"
    "|LAST_BUT|CURRENCY|MINOR|NUMERIC_DATE|CLOCK_TIME|FRACTION|COLLECTIVE|SCALE|DAYTH|ROMAN|DECADE_WORD|EAST_ASIAN"
)
_BEHIND_CORE: Final = f"(?:<LINK!{_CORE}>|(?!<{_CORE}>)<CAP>){{0,6}}+<^BREAK|{_CORE}>?+"
_ISLAND: Final = f"(?:<^BREAK|{_CORE}>?<LINK!{_CORE}>{{0,8}}+<{_CORE}>{_BEHIND_CORE})+"
"""A core token with the words of the tables before it; behind it names may stand too, and one other word, the last."""


TAKEN: Final = "\0"
"""The symbol of a token that is shut off from further rules."""
_END: Final = "\x01"
"""Marks a string of symbols that reaches to the end of the text."""


@dataclass(slots=True)
class Scanned:
    """A text in one language, cut into tokens: `starts[i]` is where token i starts, `symbols[i]` what it is.

    `levelled` is the text that they are cut from. `made[i]` are the senses of a token that a grammar made out of
    several: a fraction, a date within a range.
    """

    text: str
    levelled: str
    language: Language
    symbols: str
    starts: list[int]
    published: date | None
    made: list[Senses | None]
    _stretches: list[str] | None = None
    _made_at: list[int] | None = None

    @property
    def made_at(self) -> list[int]:
        """The tokens that grammars made, in their order."""
        if self._made_at is None:
            self._made_at = [index for index, senses in enumerate(self.made) if senses is not None]
        return self._made_at

    @property
    def stretches(self) -> list[str]:
        """The symbols cut at each gap; one that the text ends with has `_END` in the gap's place."""
        if self._stretches is None:
            *closed, last = self.symbols.split(self.language.gap)
            self._stretches = [*closed, last + _END] if last else closed
        return self._stretches

    def token(self, index: int) -> str:
        """Token `index`, with the blanks behind it."""
        return self.levelled[self.starts[index] : self.starts[index + 1]]

    def end(self, index: int) -> int:
        """Where token `index - 1` ends, blanks behind it left off."""
        return self.starts[index - 1] + len(self.token(index - 1).rstrip())

    def senses(self, index: int) -> Senses:
        """What token `index` can mean."""
        return self.made[index] or self.language.senses[self.token(index)]


def scan(text: str, language: Language, published: date | None = None, *, whole: bool = False) -> Scanned:
    """The text's tokens and symbols, phrases and numbers merged; what no grammar can use is one, unless `whole`."""
    language.forget()
    levelled = level(text)
    parts, symbols = _cut(levelled, language, whole)
    parts, symbols = _merged(language.phrases(), parts, symbols, language)
    symbols = symbols.translate(language.without_phrases)
    parts, symbols = _merged(compiled(language, _MERGED), parts, symbols, language)
    if not whole:
        parts, symbols = _with_gaps(parts, symbols, language)
    starts = list(accumulate(map(len, parts), initial=0))
    return Scanned(text, levelled, language, symbols, starts, published, [None] * len(parts))


def _cut(text: str, language: Language, whole: bool) -> tuple[list[str], str]:
    """The tokens and symbols of a levelled text; unless `whole`, each stretch without a core word near is one gap.

    Looking at the words between blanks first spares most of the text from being cut into tokens.
    """
    if whole:
        parts = tokens(text)
        return parts, "".join(map(language.symbols.__getitem__, parts))
    parts, pieces = [], []
    words = text.split(" ")
    places = "".join(map(_places(language).__getitem__, words))
    last = 0
    for match in _NEAR.finditer(places):
        core, end = match.span()
        start = max(places.rfind("n", last, core), places.rfind("p", last, core), last)
        if start > last:
            parts.append(" ".join(words[last:start]) + " ")
            pieces.append(language.gap)
        near = tokens(" ".join(words[start:end]) + " " * (end < len(words)))
        parts += near
        pieces += map(language.symbols.__getitem__, near)
        last = end
    if rest := " ".join(words[last:]):
        parts.append(rest)
        pieces.append(language.gap)
    return parts, "".join(pieces)


_NEAR: Final = re.compile("(?:c[nl]{0,7}+p?+)++")
"""Words with a core token and those behind them, as far as an island reaches."""


_GLANCE: Final = 100
"""Characters of a word without blanks that are looked at first: a core token there settles it."""


@lru_cache(maxsize=64)
def _places(language: Language) -> Memory:
    """Word between blanks → `c` where it holds a core token or the main word of a core phrase, else what it is.

    `p` is one with a plain word or sign, on which no rule goes on, `n` a name, `l` a word of the tables.
    """
    core = frozenset(_CORE.split("|"))
    core |= {f"={max(phrase, key=len)}" for phrase in language.phrases_of(core)}

    def place(word: str) -> str:
        if len(word) > _GLANCE and place(word[:_GLANCE]) == "c":
            return "c"
        found = "l"
        for token in {*tokens(f"{word} ")} if word else ():
            classes = language.senses[token].keys()
            if not core.isdisjoint(classes):
                return "c"
            if found != "p" and classes <= PLAIN:
                found = "n" if "CAP" in classes else "p"
        return found

    return language.memory(place)


def _with_gaps(parts: list[str], symbols: str, language: Language) -> tuple[list[str], str]:
    """The tokens with every stretch that is far from any core word made one, so that the grammars need not walk it."""
    gap = language.gap
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


def _collapsed(scanned: Scanned, places: Sequence[tuple[_Token, int, int]]) -> Scanned:
    """The same text with each of these runs of tokens made one token."""
    symbols, starts, made = scanned.symbols, scanned.starts, scanned.made
    pieces: list[str] = []
    begun: list[int] = []
    known: list[Senses | None] = []
    last = 0
    for (senses, symbol), start, end in places:
        pieces += (symbols[last:start], symbol)
        begun += starts[last : start + 1]
        known += made[last:start]
        known.append(senses)
        last = end
    begun += starts[last:]
    known += made[last:]
    symbols = "".join(pieces) + symbols[last:]
    return replace(scanned, symbols=symbols, starts=begun, made=known, _stretches=None, _made_at=None)


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


class Fit(NamedTuple):
    """A rule that matches in a string of symbols, and where its groups do.

    `reach` is where its last group ends, past `end` where the rule looks ahead; `shape` is one number for all matches
    of the rule with the same symbols and groups.
    """

    rule: int
    start: int
    end: int
    groups: Mapping[str, tuple[int, int]]
    reach: int
    shape: int


class Parts:
    """What a rule's pattern found, by the names of its groups: `first` and `last` are its tokens."""

    __slots__ = ("base", "first", "groups", "last", "looked_around", "scanned")

    def __init__(self, scanned: Scanned, fit: Fit, base: int) -> None:
        self.scanned, self.groups, self.base = scanned, fit.groups, base
        self.first, self.last = base + fit.start, base + fit.end
        self.looked_around = False

    def around(self) -> Scanned:
        """The text, for a rule that reads more of it than two characters beside its match, or tells places in it."""
        self.looked_around = True
        return self.scanned

    def value(self, name: str, *classes: str) -> Any:
        """The value of the group's first token in the first of these classes that it has; None where it has none."""
        if name not in self.groups:
            return None
        senses = self.senses(name)
        for kind in classes:
            if kind in senses:
                return senses[kind]
        return None

    def senses(self, name: str) -> Senses:
        """What the group's first token can mean; the group must have taken part in the match."""
        return self.scanned.senses(self.base + self.groups[name][0])

    def has(self, name: str) -> bool:
        """Whether the group took part in the match."""
        return name in self.groups

    def word(self, name: str) -> str:
        """The group's own text."""
        start, end = self.span(name)
        return self.scanned.text[start:end]

    def tokens(self, name: str) -> range:
        """The tokens of a group."""
        start, end = self.groups.get(name, (0, 0))
        return range(self.base + start, self.base + end)

    def span(self, name: str | None = None) -> tuple[int, int]:
        """Where a group, or the whole match, stands in the text."""
        place = self.groups.get(name) if name else None
        start, end = (self.base + place[0], self.base + place[1]) if place else (self.first, self.last)
        starts = self.scanned.starts
        if start == end:
            return starts[start], starts[start]
        return starts[start], self.scanned.end(end)


class _Trial:
    """The patterns of a grammar in one language, with the symbols known by now, each made when first needed."""

    def __init__(self, grammar: Grammar, language: Language) -> None:
        self._grammar, self._language = grammar, language
        self._rules: dict[int, tuple[re.Pattern[str], tuple[tuple[str, int], ...]]] = {}
        self._shapes: dict[object, int] = {}

    @cached_property
    def core(self) -> re.Pattern[str]:
        """A token that every match has."""
        return compiled(self._language, self._grammar.core)

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """All rules, each a group of its own."""
        return compiled(self._language, self._grammar.source)

    def fit(self, symbols: str, start: int, number: int) -> Fit | None:
        """What the first rule from that number on finds that fits at this place."""
        for rule in range(number, len(self._grammar.rules)):
            pattern, names = self._rules.get(rule) or self._rule(rule)
            if match := pattern.match(symbols, start):
                places = match.regs
                groups = {
                    name: (places[group][0] - 1, places[group][1] - 1) for name, group in names if places[group][0] >= 0
                }
                reach = max(match.end() - 1, *(last for _, last in groups.values()), 0)
                said = symbols[match.start() : reach + 1]
                layout = [(name, first - match.start(), last - match.start()) for name, (first, last) in groups.items()]
                shape = self._shapes.setdefault((rule, said, *layout), len(self._shapes))
                return Fit(rule, match.start() - 1, match.end() - 1, groups, reach, shape)
        return None

    def _rule(self, rule: int) -> tuple[re.Pattern[str], tuple[tuple[str, int], ...]]:
        """A rule's pattern, with the names and numbers of its groups; its alternatives may use a name twice."""
        pattern = compiled(self._language, self._grammar.rules[rule].grammar)
        names = tuple((name.split("__")[0], number) for name, number in pattern.groupindex.items())
        self._rules[rule] = pattern, names
        return self._rules[rule]


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


_MEMO_LIMIT: Final = 20_000
"""Strings of symbols that a grammar remembers, at most."""
_LONG: Final = 90
"""Symbols of the longest string that is remembered whole."""
_BLOCK, _BEFORE, _BEHIND = 30, 10, 50
"""Symbols of a block of a longer one, and of what is read with it on both sides: more than a rule looks at."""
_REACH: Final = 8
"""How many tokens of a match may stand before its core."""


class Grammar:
    """Rules tried together in one scan, the first that fits at the leftmost place winning.

    Every match has a token of the `core` classes, with none but words of the tables before it; looking for that first
    spares the trial of every rule at every word. `senses` gives what a rule makes of its match the senses by which
    other grammars know it as one token; places in them are told from where that token starts.
    """

    def __init__(
        self, core: str, rules: Sequence[Rule], senses: Callable[[Any, Language, int], Senses] | None = None
    ) -> None:
        self.rules = tuple(replace(rule, grammar=_distinct(rule.grammar)) for rule in rules)
        choices = "|".join(f"(?P<r{number}>{_unnamed(rule.grammar)})" for number, rule in enumerate(rules))
        self.core = f"<{core}>"
        self.source = f"(?=<LINK!{core}>{{0,{_REACH}}}+<{core}>)(?:{choices})"
        self._senses = senses
        self._memories: dict[Language, _Known] = {}

    def merged(self, scanned: Scanned) -> Scanned:
        """The text with each match made one token; a rule may make several of its tokens anew instead."""
        places: list[tuple[_Token, int, int]] = []
        for made, start, end in self.scan(scanned):
            places += made if isinstance(made, list) else [(made, start, end)]
        return _collapsed(scanned, places) if places else scanned

    def scan(self, scanned: Scanned) -> list[_Found]:
        """What the rules make of the text, with the tokens that it spans; where a rule makes nothing, the next may."""
        known, base = self._memory(scanned.language), 0
        fitting, made = known.fits, known.made
        found: list[_Found] = []
        for symbols in scanned.stretches:
            size = len(symbols)
            if size <= _LONG:
                if (fits := fitting[symbols]) is not None:
                    self._add(found, fits, scanned, base, made)
            elif known.core.search(symbols):
                self._add_blocks(found, symbols, scanned, base, known)
            base += size + 1
        return found

    def _add_blocks(self, found: list[_Found], symbols: str, scanned: Scanned, base: int, known: _Known) -> None:
        """Add what is found in a string that is too long to be remembered whole: a table of figures, say."""
        position = 0
        for start in range(0, len(symbols), _BLOCK):
            left = max(start - _BEFORE, 0)
            if (fits := known.fits[symbols[left : start + _BLOCK + _BEHIND]]) is not None:
                first, stop = max(position, start) - left, start + _BLOCK - left
                position = left + self._add(found, fits, scanned, base + left, known.made, first, stop)

    def _add(
        self,
        found: list[_Found],
        fits: _Fits,
        scanned: Scanned,
        base: int,
        known: _Made,
        position: int = 0,
        stop: int = _LONG + 1,
    ) -> int:
        """Add what the rules make where they fit from a position on and before `stop`; the position after it."""
        while (fit := fits[position]) and (start := fit.start) < stop:
            position = start + 1
            while fit:
                made = self._again(fit, scanned, base, known)
                if made is not None:
                    end = fit.end
                    position = max(end, position)
                    found.append((made, base + start, base + end))
                    break
                fit = fits.other(fit)
        return position

    def _again(self, fit: Fit, scanned: Scanned, base: int, known: _Made) -> Any:
        """What a rule makes of its match; of the same words, where nothing else touches them, what it made before."""
        text, starts, first, last = scanned.text, scanned.starts, base + fit.start, base + fit.reach
        start, end = starts[first], starts[last]
        touched = (start and text[start - 1] not in _APART) or (
            not text[end - 1].isspace() and text[end : end + 1] not in _APART and text[end : end + 2] not in _STOPPED
        )
        if touched or (any(scanned.made[first:last]) and any(map(_told_elsewhere, scanned.made[first:last]))):
            return self._built(self.rules[fit.rule], Parts(scanned, fit, base))
        key = fit.shape, text[start:end], scanned.published
        if (again := known.get(key)) is not None:
            made, before = again
            if self._senses or made is None or start == before:
                return made
            by = start - before
            return [one.moved(by) for one in made] if isinstance(made, list) else made.moved(by)
        parts = Parts(scanned, fit, base)
        made = self._built(self.rules[fit.rule], parts)
        if not parts.looked_around:
            known[key] = made, start
        return made

    def _built(self, rule: Rule, parts: Parts) -> Any:
        """What the rule makes of its match; nothing where the calendar or the decimals cannot hold it (year 16000)."""
        try:
            made = rule.build(parts)
        except (ValueError, OverflowError, ArithmeticError):
            return None
        if made is None or self._senses is None:
            return made
        if isinstance(made, list):
            return [(self._token(one, parts.scanned, first), first, last) for one, first, last in made]
        return self._token(made, parts.scanned, parts.first)

    def _token(self, made: Any, scanned: Scanned, first: int) -> _Token:
        """The token that what a rule made becomes."""
        assert self._senses is not None
        senses = self._senses(made, scanned.language, scanned.starts[first])
        return senses, scanned.language.symbol(senses)

    def _memory(self, language: Language) -> _Known:
        """What fits in strings of symbols and what came of it: a language says most dates and amounts in few ways."""
        known = self._memories.get(language)
        if known is None or known.version != language.version or max(len(known.fits), len(known.made)) > _MEMO_LIMIT:
            trial = _Trial(self, language)

            def fits(symbols: str) -> _Fits | None:
                if not trial.core.search(symbols):
                    return None
                found = _Fits(trial, symbols, language.gap)
                return found if found[0] else None

            known = self._memories[language] = _Known(language.version, trial.core, Memory(fits), {})
        return known


def _told_elsewhere(senses: Senses | None) -> bool:
    """Whether a token is a date that other words of the text decided."""
    return senses is not None and "DATE" in senses and senses["DATE"].anchor is not None


_APART: Final = frozenset(("", *" \u00a0\u202f\n,;:!?()«»"))
"""What parts words: no name, code or number goes on over it."""
_STOPPED: Final = frozenset((".", ". ", ".\n"))
_Made = dict[tuple[int, str, date | None], tuple[Any, int]]
_Token = tuple[Senses, str]
"""The senses and the symbol of a token that a grammar makes."""
_Found = tuple[Any, int, int]
"""What a rule made, with its first token and the one behind its last."""


class _Known(NamedTuple):
    """What a grammar remembers of a language: string of symbols → what fits; words → what was made and where."""

    version: int
    core: re.Pattern[str]
    fits: Memory
    made: _Made


class _Fits(dict[int, Fit | None]):
    """Position in one string of symbols → the first rule that fits at the first place from there on where one does.

    Worked out as far as asked for.
    """

    __slots__ = ("_other", "_symbols", "_trial")

    def __init__(self, trial: _Trial, symbols: str, gap: str) -> None:
        self._trial = trial
        self._symbols = f"{gap}{symbols[:-1]}" if symbols.endswith(_END) else f"{gap}{symbols}{gap}"
        self._other: dict[tuple[int, int], Fit | None] = {}

    def __missing__(self, position: int) -> Fit | None:
        core = self._trial.core.search(self._symbols, position + 1)
        match = core and self._trial.whole.search(self._symbols, max(core.start() - _REACH, position + 1))
        self[position] = match and self._trial.fit(self._symbols, match.start(), int(str(match.lastgroup)[1:]))
        return self[position]

    def other(self, fit: Fit) -> Fit | None:
        """The next rule that fits at the same place."""
        key = fit.start, fit.rule
        if key not in self._other:
            self._other[key] = self._trial.fit(self._symbols, fit.start + 1, fit.rule + 1)
        return self._other[key]


def _unnamed(grammar: str) -> str:
    return re.sub(r"\(\?P<[a-z_0-9]+>", "(?:", grammar)


def blanked(scanned: Scanned, spans: Sequence[tuple[int, int]]) -> Scanned:
    """The same text with the tokens of these spans shut off from other rules."""
    if not spans:
        return scanned
    pieces: list[str] = []
    last = 0
    for start, end in spans:
        pieces += (scanned.symbols[last:start], TAKEN * (end - start))
        last = end
    symbols = "".join(pieces) + scanned.symbols[last:]
    return replace(scanned, symbols=symbols, _stretches=None)


__all__ = ["TAKEN", "Grammar", "Mention", "Parts", "Rule", "Scanned", "blanked", "scan"]
