"""How a passage says what it says: negated, hedged, attributed or only intended, with the words that make it so.

The words are in `mood.toml`, one table a language. A cue's `scope` is the stretch that it bears on: a negation denies
the rest of its clause, a clause ending at punctuation, a conjunction or a relative pronoun.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise, product, takewhile
from typing import Any

from factcheck.lang import language as language_of
from factcheck.lang.concepts import CONCEPTS, concepts, infinitives, known, lemma
from factcheck.lang.fold import fold
from factcheck.lang.slots import slots
from factcheck.model import Mark, Qualifier, Span

LANGUAGES = ("en", "fr", "es", "de", "it", "pt")


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that make a qualifier, `text[start:end]`, the table that lists them, and what they bear on.

    `words` are the places of those that the table names: in "wird den Hafen verkaufen", not that of "Hafen".
    """

    qualifier: Qualifier
    rule: str
    start: int
    end: int
    text: str
    scope: Span
    words: tuple[int, ...] = ()

    @property
    def mark(self) -> Mark:
        """The cue as evidence shows it."""
        return Mark(self.qualifier, self.start, self.end, self.text)


Phrase = tuple[str, ...]
"""The words of a row, `…` and the classes of `_CLASSES` among them."""


@dataclass(frozen=True, slots=True)
class _Token:
    """A word in its place, what it may match in a table, and by table the phrases that it may open, longest first."""

    text: str
    start: int
    end: int
    keys: frozenset[str]
    opens: Mapping[str, tuple[Phrase, ...]]

    @property
    def word(self) -> str:
        return self.text.lower().replace("’", "'")


QUALIFIERS: Mapping[str, Qualifier] = {
    "negation": Qualifier.NEGATED,
    "nothing": Qualifier.NEGATED,
    "affix": Qualifier.NEGATED,
    "without": Qualifier.NEGATED,
    "false": Qualifier.NEGATED,
    "untrue": Qualifier.NEGATED,
    "denial": Qualifier.NEGATED,
    "hedge": Qualifier.HEDGED,
    "conditional": Qualifier.HEDGED,
    "attribution": Qualifier.ATTRIBUTED,
    "possibility": Qualifier.HEDGED,
    "open": Qualifier.HEDGED,
    "undone": Qualifier.HEDGED,
    "contested": Qualifier.HEDGED,
    "partly": Qualifier.HEDGED,
    "not_until": Qualifier.HEDGED,
    "not_before": Qualifier.HEDGED,
    "except": Qualifier.HEDGED,
    "styled": Qualifier.HEDGED,
    "over": Qualifier.HEDGED,
    "fiction": Qualifier.HEDGED,
    "almost": Qualifier.HEDGED,
    "correction": Qualifier.HEDGED,
    "infinitive": Qualifier.HEDGED,
    "intention": Qualifier.INTENDED,
    "future": Qualifier.INTENDED,
    "coming_day": Qualifier.INTENDED,
    "question": Qualifier.HEDGED,
    "quotation": Qualifier.ATTRIBUTED,
}
"""The qualifier that each table, or rule, gives."""

_RULES = (
    "open",
    "undone",
    "contested",
    "partly",
    "except",
    "styled",
    "over",
    "fiction",
    "almost",
    "untrue",
    "false",
    "denial",
    "without",
    "negation",
    "nothing",
    "possibility",
    "conditional",
    "hedge",
    "affix",
    "intention",
    "attribution",
    "infinitive",
)
_TIMES = ("until", "when", "subjunctive")
_FOUND = ("given", "planned", "was_due", "postponed", "relocated", "days_off")
_TABLES = (*_RULES, *_TIMES, *_FOUND, "void", "only", "condition", "done", "coming_day")
# words that mean nothing else beside
_TAKING = frozenset(("untrue", "false", "denial", "affix", "possibility", "conditional"))
_TOKEN = re.compile(r"\w+?(?=n['’]t\b)|n['’]t\b|[^\W\d_]{1,6}['’](?=\w)|\d+(?:[.,]\d+)*(?![^\W_])|\w+|[^\w\s]")
_ORDINAL = re.compile(rf"\d{{1,2}}\.(?=\s+[^\W\d_])|{_TOKEN.pattern}")  # "am 3. Mai": that dot ends nothing
_STOPS = frozenset(',;:.!?()[]«»“”„"–—…')
_QUOTED = re.compile(r"«\s*([^«»]{12,}?)\s*»|“([^“”]{12,}?)”|„([^„“”]{12,}?)[“”]|\"([^\"]{12,}?)\"")
_GAP = 6  # tokens that `…` may leap, a clause's usual middle
_FAR = 16  # the same for "ne … que", whose second part stands where the clause ends


# --- tables ---------------------------------------------------------------------------------------------------------


@cache
def _table(language: str) -> dict[str, Any]:
    tables = tomllib.loads(files(__package__).joinpath("mood.toml").read_text(encoding="utf-8"))
    found: dict[str, Any] = tables.get(language, {})
    return found


@lru_cache(maxsize=1 << 16)
def _keys(word: str, language: str) -> frozenset[str]:
    """What a word of a text may match in a table: its form, its lemma, what it is short for ("n'" is "ne").

    Where the dictionary has no lemma for it, a verb of the tables that its ending may come from: "nié" is "nier".
    """
    forms: dict[str, list[str]] = _table(language).get("forms", {})
    base = lemma(word, language)
    verbs = () if infinitive(base, language) else _vocabulary(language).intersection(infinitives(base, language))
    return frozenset((word, base, *verbs, *forms.get(word, ())))


@cache
def _vocabulary(language: str) -> frozenset[str]:
    """Every word of a language's rows."""
    rows = (row for rule in _TABLES for row in _table(language).get(rule, ()))
    parts = frozenset(part for row in rows for part in row.split())
    listed = frozenset(word for part in parts for word in _listed(part, language))
    return listed.union(word for part in parts for word in _words(part))


@lru_cache(maxsize=1 << 12)
def _tokens(text: str, start: int, end: int, language: str) -> tuple[_Token, ...]:
    """A passage's tokens; every claim asks for those of the same passages again."""
    exact = frozenset(_table(language).get("lower", ()))
    matches = list((_ORDINAL if _table(language).get("dotted") else _TOKEN).finditer(text, start, end))
    titled = [match[0].istitle() and len(match[0]) > 1 for match in matches]
    heading = sum(titled) * 2 > sum(match[0].isalpha() for match in matches)
    found = []
    for place, match in enumerate(matches):
        word = match[0].lower().replace("’", "'")
        inside = 0 < place < len(matches) - 1 and matches[place - 1][0] not in _STOPS
        name = word in exact and match[0] != word
        title = language != "de" and not heading and inside and titled[place] and titled[place + 1]
        noun = (
            bool(_table(language).get("verbs_close")) and inside and match[0].istitle() and _verbal(match[0], language)
        )
        keys = frozenset((match[0],)) if name else frozenset((word,)) if noun else _keys(word, language)
        opens = {} if name or title or noun else _openings(word, language)
        if parts := _written_on(match, language):
            found += parts
            continue
        sign = "–" if match[0] == "-" and text[match.start() - 1 : match.start()].isspace() else match[0]
        found.append(_Token(sign, match.start(), match.end(), keys, opens))
    return tuple(found)


def _verbal(word: str, language: str) -> bool:
    """Whether a capitalised word is a noun that only looks like a form of a verb: "Verbot" is none of "verbieten"."""
    small = lemma(word.lower(), language)
    return infinitive(small, language) and lemma(word, language).lower() != small


def _written_on(match: re.Match[str], language: str) -> list[_Token]:
    """The two parts of an infinitive that has its "to" written into it: "zurückzu" and "treten"; else none."""
    small, word = slots(language), match[0]
    for particle in _table(language).get("written_on", ()):
        for first in small.separable:
            opening, rest = first + particle, word.removeprefix(first + particle)
            if rest != word and len(rest) > 3 and infinitive(rest, language) and known(first + rest, language):
                cut, whole = match.start() + len(opening), first + rest
                keys = _keys(rest, language) | {whole}
                return [
                    _Token(opening, match.start(), cut, frozenset((particle,)), _openings(particle, language)),
                    _Token(rest, cut, match.end(), keys, _openings(whole, language)),
                ]
    return []


@cache
def _patterns(language: str, rule: str) -> Mapping[str, list[Phrase]]:
    """The phrases of a table by their first word; `<move>` is written out."""
    table = _table(language)
    index: dict[str, list[Phrase]] = {}
    for phrase in table.get(rule, ()):
        parts = [
            [tuple(_words(verb)) for verb in table["movement"]] if part == "<move>" else [tuple(_words(part))]
            for part in phrase.split()
        ]
        for chosen in product(*parts):
            words = tuple(word for part in chosen for word in part)
            first = words[words[0] in ("|", "||")]
            for opening in _listed(first, language) or (first,):
                index.setdefault(opening, []).append(words)
    return index


@lru_cache(maxsize=1 << 16)
def _openings(word: str, language: str) -> Mapping[str, tuple[Phrase, ...]]:
    """By table, the phrases that a word of a text may open, longest first."""
    found = {}
    for rule in _TABLES:
        patterns = _patterns(language, rule)
        token = _Token(word, 0, 0, frozenset(), {})
        classes = (name for name, form in _CLASSES.items() if name in patterns and form(token, language))
        phrases = {phrase for key in (*_keys(word, language), *classes) for phrase in patterns.get(key, ())}
        if phrases:
            found[rule] = tuple(sorted(phrases, key=lambda words: (-len(words), words)))
    return found


def _words(part: str) -> list[str]:
    return [part] if part.startswith(("<", "|")) else [match[0] for match in _TOKEN.finditer(part)]


# --- matching -------------------------------------------------------------------------------------------------------


def infinitive(word: str, language: str) -> bool:
    """Whether a word may be an infinitive by its ending and its dictionary form; most plain words of English may."""
    endings = tuple(_table(language).get("infinitives", ("",)))
    return word.isalpha() and word.islower() and word.endswith(endings) and lemma(word, language) == word


def inflected(word: str, language: str) -> bool:
    """Whether a word is a form of a verb by its dictionary form; never in English, whose infinitives have no ending."""
    base = lemma(word, language)
    return base != word and "" not in _table(language).get("infinitives", ("",)) and infinitive(base, language)


def _infinitive(token: _Token, language: str) -> bool:
    return infinitive(token.text, language)


def _noun(token: _Token, before: _Token, language: str) -> bool:
    """Whether what looks like an infinitive is a noun: after an article, and listed or with a plural of its own."""
    table = _table(language)
    plural = table.get("plural")
    return before.word in slots(language).article and (
        token.word in table.get("nouns", ()) or (plural is not None and known(token.word + plural, language))
    )


def participle(word: str, language: str) -> bool:
    """Whether a word ends as a past participle does; only its place tells whether it is one."""
    endings = tuple(_table(language).get("participles", ()))
    return bool(endings) and len(word) > 1 and word.lower().endswith(endings)


def postposed(word: str, language: str) -> bool:
    """Whether a word is a participle of one person or thing, and no other form of a verb, by its ending."""
    return word.islower() and word.endswith(tuple(_table(language).get("postposed", ("\n",))))


def _participle(token: _Token, language: str) -> bool:
    return token.text == token.word and participle(token.word, language)


def _act(token: _Token, language: str) -> bool:
    noun = token.text.istitle() and _table(language).get("verbs_close")  # where nouns have capitals
    plain = token.text == token.word or noun
    return bool(plain) and any(CONCEPTS[id].kind == "act" for id in concepts(token.word, language))


def _deed(token: _Token, language: str) -> bool:
    return _act(token, language) and all(CONCEPTS[id].kind == "act" for id in concepts(token.word, language))


WORKS = frozenset(
    (
        "build repair rebuild sell withdraw-troops withdraw-offer deliver evacuate destroy translate transfer-act "
        "extradite privatise nationalise merge exhume distribute remove transport-act demining replace retreat-military"
    ).split()
)
"""Acts that are only done once they are finished: what has begun to be built is not built."""


def _work(token: _Token, language: str) -> bool:
    said = concepts(token.word, language) if token.text in (token.word, token.word.capitalize()) else ()
    return not WORKS.isdisjoint(said) and all(CONCEPTS[id].kind == "act" for id in said)


def _doing(token: _Token, language: str) -> bool:
    return _infinitive(token, language) and _act(token, language) and _conjugated(token.word, language)


@lru_cache(maxsize=1 << 14)
def _conjugated(infinitive: str, language: str) -> bool:
    """Whether the dictionary has a future of it, where the language writes one as one word: no noun has."""
    endings = _table(language).get("future", ())
    stems = (infinitive.removesuffix("e"), infinitive.removesuffix("are") + "er")
    irregular = any(lemma(future, language) == infinitive for future in _table(language).get("futures", ()))
    return not endings or irregular or any(known(stem + ending, language) for stem in stems for ending in endings)


def _named(token: _Token, language: str) -> bool:  # noqa: ARG001 - one signature for all classes
    return token.text.istitle()


def _gerund(token: _Token, language: str) -> bool:
    return (
        token.text == token.word
        and token.word.endswith(tuple(slots(language).doing))
        and lemma(token.word, language) != token.word
    )


def _number(token: _Token, language: str) -> bool:  # noqa: ARG001 - one signature for all classes
    return token.text[0].isdigit() and not token.text[-1].isalpha()  # "no 3D image"


_CLASSES = {
    "<inf>": _infinitive,
    "<part>": _participle,
    "<verb>": _act,
    "<deed>": _deed,
    "<work>": _work,
    "<do>": _doing,
    "<ing>": _gerund,
    "<num>": _number,
    "<name>": _named,
}


CLOSES = "<end>"
"""In a row, the end of a clause."""


@cache
def _listed(wanted: str, language: str) -> frozenset[str]:
    """The words of the table that a row names: `<halts>` is any of `halts`; none where there is no such table."""
    return frozenset(_table(language).get(wanted[1:-1], ())) if wanted.startswith("<") else frozenset()


def _fits(wanted: str, token: _Token, language: str) -> bool:
    if form := _CLASSES.get(wanted):
        return form(token, language)
    return wanted in token.keys or not token.keys.isdisjoint(_listed(wanted, language))


def _leap(wanted: str, language: str, tokens: Sequence[_Token], place: int) -> int:
    """How many tokens may stand before a form: adverbs before a participle, pronouns before an infinitive."""
    if wanted == "<part>":
        return 2
    if wanted in ("<inf>", "<do>"):
        clitics = _table(language).get("clitics", ())
        after = next((n for n, token in enumerate(tokens[place : place + 3]) if token.word not in clitics), 0)
        return 0 if after and _noun(tokens[place + after], tokens[place + after - 1], language) else after
    return 0


def _match(
    phrase: Phrase, tokens: Sequence[_Token], place: int, language: str, reach_over: int = _GAP
) -> tuple[int, ...]:
    """The tokens that a phrase takes, beginning at `place`; empty where it does not match."""
    taken: list[int] = []
    gap, marked = 0, None
    for wanted in phrase:
        if wanted == "||":
            if place and tokens[place - 1].text not in '.!?;"“«„':
                return ()
            continue
        if wanted == "|":
            if place and not _ends(tokens[place - 1], language, False):
                return ()
            continue
        if wanted == "…":
            gap = reach_over
            continue
        if wanted == CLOSES:
            if place < len(tokens) and not _ends(tokens[place], language, False):
                return ()
            continue
        if wanted == "^":
            taken.clear()
            continue
        if wanted == "$":
            marked = len(taken)
            continue
        reach = place + max(gap, _leap(wanted, language, tokens, place))
        while place < len(tokens) and not _fits(wanted, tokens[place], language):
            if gap and (behind := _apposed(tokens, place, language)):
                place, reach = behind + 1, reach + behind + 1 - place
                continue
            if place >= reach or tokens[place].text in _STOPS:
                return ()
            place += 1
        if place >= len(tokens):
            return ()
        taken.append(place)
        place, gap = place + 1, 0
    return tuple(taken[:marked])


def _matches(rule: str, tokens: Sequence[_Token], free: Collection[int], language: str) -> Iterator[tuple[int, ...]]:
    """Every place where a phrase of the table matches tokens that nothing else has taken, longest phrase first."""
    last = -1
    for place, token in enumerate(tokens):
        if place <= last or rule not in token.opens or place not in free:
            continue
        for phrase in token.opens[rule]:
            far = rule == "only" or _table(language).get("verbs_close")  # "wird im Mai für drei Jahre nach Rom gehen"
            taken = _match(phrase, tokens, place, language, _FAR if far else _GAP)
            if taken and all(n in free for n in taken):
                last = taken[-1] if "…" not in phrase else place
                yield taken
                break


def _void(tokens: Sequence[_Token], language: str) -> set[int]:
    """The tokens left once idioms are taken out ("not only", "sans précédent", "ne … que" without "pas")."""
    free = set(range(len(tokens)))
    for taken in list(_matches("void", tokens, free, language)):
        free -= set(taken)
    full = frozenset(_table(language).get("negators", ()))
    for taken in list(_matches("only", tokens, free, language)):
        clause = range(_backward(tokens, taken[0], language), min(taken[-1] + 2, len(tokens)))
        if not any(tokens[n].word in full for n in clause if n not in taken):
            free -= set(taken[:-1])
    return free


# --- scope ----------------------------------------------------------------------------------------------------------


def _ends(token: _Token, language: str, through: bool) -> bool:
    """Whether a clause ends at the token; `through` lets it run on past "that"."""
    table = _table(language)
    return (
        token.text in _STOPS
        or token.word in table.get("breaks", ())
        or (not through and token.word in table.get("complementisers", ()))
    )


def _reflexive(token: _Token, before: _Token, language: str) -> bool:
    """Whether what may be "if" is a pronoun, for it follows a word that stands before pronouns: "não se demitiu"."""
    clitics = _table(language).get("clitics", ())
    return token.word in clitics and before.word in clitics


def _forward(tokens: Sequence[_Token], place: int, language: str, through: bool = False) -> int:
    """The last token of the clause that `place` is in."""
    while place + 1 < len(tokens) and (
        not _ends(tokens[place + 1], language, through) or _reflexive(tokens[place + 1], tokens[place], language)
    ):
        place += 1
    return place


def _backward(tokens: Sequence[_Token], place: int, language: str) -> int:
    while place > 0 and not _ends(tokens[place - 1], language, False):
        place -= 1
    return place


def _governed(tokens: Sequence[_Token], place: int, language: str) -> int:
    """The last token of what a verb governs: also past "that", a comma that only opens it, and an apposition."""
    last = _forward(tokens, place, language, through=True)
    comma = last + 1
    if comma + 1 < len(tokens) and tokens[comma].text == ",":
        ends = last == place and not _subordinate(tokens, place, language)
        opens = ends or tokens[comma + 1].word in _table(language).get("complementisers", ())
        opens = opens or _infinitive_clause(tokens, comma + 1, language)
        if opens:
            last = _forward(tokens, comma + 1, language, through=True)
    while behind := _apposed(tokens, last + 1, language):
        last = _forward(tokens, behind, language, through=True)
    return last


def _infinitive_clause(tokens: Sequence[_Token], place: int, language: str) -> bool:
    """Whether an infinitive with its "to" closes the clause behind a comma: "weigerte sich, den Vertrag zu lesen"."""
    if not closes_with_verb(language):
        return False
    last = _forward(tokens, place, language)
    marked = tokens[last - 1].keys & set(_table(language).get("written_on", ()))
    return last > place and bool(marked) and _infinitive(tokens[last], language)


def closes_with_verb(language: str) -> bool:
    """Whether a verb may close its clause: what it governs then stands before it."""
    return bool(_table(language).get("verbs_close"))


_APPOSED = 8  # tokens of an apposition between two commas ("denied that the governor, Ada Lie, took bribes")


def _apposed(tokens: Sequence[_Token], comma: int, language: str) -> int:
    """The comma that closes an apposition opened at `comma`, a name or "the governor"; 0 where there is none."""
    if comma + 1 >= len(tokens) or tokens[comma].text != ",":
        return 0
    end = next((n for n in range(comma + 1, min(comma + 2 + _APPOSED, len(tokens))) if tokens[n].text in _STOPS), 0)
    if not end or tokens[end].text != "," or end + 1 >= len(tokens):
        return 0
    inside, small = tokens[comma + 1 : end], slots(language)
    if not inside:  # a comma typed twice
        return 0
    opened = inside[0].word in small.article | small.possessive
    names = all(token.text[0].isupper() or token.word in small.of | small.article for token in inside)
    plain = not any(_act(token, language) or token.word in small.together | small.copula for token in inside)
    runs_on = not _ends(tokens[end + 1], language, True)
    return end if runs_on and plain and (opened or names) else 0


def _put_in(tokens: Sequence[_Token], place: int, language: str) -> int:
    """The last token that only stands between a denial and its verb: "not yet signed", "not, so far, signed"."""
    adverbs, contrast = _table(language).get("adverbs", ()), slots(language).contrast
    while place + 1 < len(tokens) and tokens[place + 1].word in adverbs:
        place += 1
    behind = range(place + 2, min(place + 2 + _APPOSED, len(tokens) - 1))
    close = next((n for n in behind if tokens[n].text in _STOPS), 0) if tokens[place + 1 : place + 2] else 0
    put_in = close and tokens[place + 1].text == tokens[close].text == "," and tokens[place + 2].word not in contrast
    return close if put_in and not _ends(tokens[close + 1], language, False) else place


def _subordinate(tokens: Sequence[_Token], place: int, language: str) -> bool:
    """Whether a word stands in a clause that only tells which or when: "Berg, who had refused, signed"."""
    first = _backward(tokens, place, language)
    if not first:
        return False
    told = tokens[first - 1]
    relative = told.text == "," and tokens[first].word in _table(language).get("relatives", ())
    return relative or told.word in breaks(language) or told.word in complementisers(language)


def _clause_of_content(tokens: Sequence[_Token], place: int, language: str) -> int:
    """The last token of all that is governed from here: also what an "and" or a "who" adds, but no "but"."""
    table = _table(language)
    stops = (*table.get("correction", ()), *table.get("contrast", ()))
    comma = place + 1
    if comma < len(tokens) and tokens[comma].text == ",":
        place = comma
    while place + 1 < len(tokens) and tokens[place + 1].text not in _STOPS and tokens[place + 1].word not in stops:
        place += 1
    return place


def _sentence(tokens: Sequence[_Token], place: int) -> int:
    """The first token of the sentence that `place` is in."""
    while place > 0 and tokens[place - 1].text not in ".!?;":
        place -= 1
    return place


def _joined(tokens: Sequence[_Token], place: int) -> bool:
    """Whether a hyphen follows: "non-vaccinated"."""
    return place + 1 < len(tokens) and tokens[place + 1].text == "-"


_WHOLE_SENTENCE = frozenset(("false", "contested"))
_WHOLE_CLAUSE = frozenset(("coming_day", "over", "nothing", "hedge", "conditional", "undone", "partly"))
_GOVERNING = frozenset(("denial", "open", "possibility"))


def _closes(tokens: Sequence[_Token], place: int, language: str) -> bool:
    """Whether a word ends its clause in a language whose verbs stand there: what it governs then stands before it."""
    return bool(_table(language).get("verbs_close")) and _forward(tokens, place, language) == place


def _governs(rule: str, taken: tuple[int, ...]) -> bool:
    """Whether what closes its clause governs what stands before it there: "hatte ihnen drei Millionen zugesagt"."""
    return rule in _GOVERNING or (rule == "intention" and len(taken) == 1)


def _scope(rule: str, taken: tuple[int, ...], tokens: Sequence[_Token], language: str) -> Span:
    first, last = taken[0], taken[-1]
    if rule == "attribution":
        return Span(tokens[0].start, tokens[-1].end)
    if rule == "affix":
        return Span(tokens[first].start, tokens[min(last + (2 if _joined(tokens, last) else 1), len(tokens) - 1)].end)
    if rule in _WHOLE_SENTENCE:
        first = _sentence(tokens, first)
    elif rule in _WHOLE_CLAUSE or (_governs(rule, taken) and _closes(tokens, last, language)):
        first = _backward(tokens, first, language)
    if rule == "untrue":
        return Span(tokens[first].start, tokens[_clause_of_content(tokens, last, language)].end)
    if rule in ("denial", "open", "fiction") or (rule == "over" and first == _sentence(tokens, first)):
        return Span(tokens[first].start, tokens[_governed(tokens, last, language)].end)
    if rule == "negation":
        last = _put_in(tokens, last, language)
    return Span(tokens[first].start, tokens[_forward(tokens, last, language)].end)


# --- what a passage is marked with ----------------------------------------------------------------------------------


def _futures(tokens: Sequence[_Token], language: str) -> Iterator[tuple[int, ...]]:
    """Verbs in the future tense: the infinitive with an ending ("signera"), or a listed form ("viendra").

    Its stem may be spelled otherwise by a letter: "paiera", "jettera", "lèvera", "cercherà", "mangerà".
    """
    table = _table(language)
    listed, endings = frozenset(table.get("futures", ())), tuple(table.get("future", ()))
    for place, token in enumerate(tokens):
        if token.word in listed or (endings and token.word.endswith(endings) and _is_future(token.word, language)):
            yield (place,)


def _conditionals(tokens: Sequence[_Token], cues: Sequence[Cue], language: str) -> Iterator[tuple[int, ...]]:
    """Verbs in the conditional that no cue has: a stem of the future with an ending of its own ("recibiría")."""
    table = _table(language)
    endings = tuple(table.get("supposing", ()))
    stems = {future.removesuffix(end) for future in table.get("futures", ()) for end in table["future"]}
    for place, token in enumerate(tokens):
        if not endings or not token.word.endswith(endings) or any(c.start <= token.start < c.end for c in cues):
            continue
        listed = any(token.word.removesuffix(ending) in stems for ending in endings)
        if listed or _on_future_stem(token.word, endings, language):
            yield (place,)


def _is_future(word: str, language: str) -> bool:
    return _on_future_stem(word, tuple(_table(language)["future"]), language)


@lru_cache(maxsize=1 << 14)
def _on_future_stem(word: str, endings: tuple[str, ...], language: str) -> bool:
    """Whether an ending stands behind a verb's infinitive, which may lack a letter or its "e"."""
    infinitive = lemma(word, language)
    stem = infinitive.removesuffix("e")
    bases = [word.removesuffix(ending) for ending in endings if word.endswith(ending)]
    return (
        len(stem) > 2
        and infinitive != word
        and any(b[-1:] == "r" and fold(b[:2]) == fold(stem[:2]) and abs(len(b) - len(stem)) <= 1 for b in bases)
    )


def marks(text: str, start: int, end: int, language: str) -> list[Cue]:
    """The cues of one passage `text[start:end]`, by place; none for a language without a table."""
    if language not in LANGUAGES:
        return []
    tokens = _tokens(text, start, end, language)
    if not tokens:
        return []
    free = _void(tokens, language)
    read = frozenset(free)
    opened = {rule for token in tokens for rule in token.opens}
    found = []
    for rule in (rule for rule in _RULES if rule in opened):
        for taken in list(_matches(rule, tokens, free, language)):
            found.append(_cue(text, rule, taken, tokens, language))
            if rule in _TAKING:
                free -= set(taken)
    if closes_with_verb(language):  # "wies zurück, Geld genommen zu haben"
        refused = {cue.start for cue in found if cue.rule == "denial"}
        found = [cue for cue in found if not (cue.rule == "open" and cue.start in refused)]
    found += [_cue(text, "conditional", taken, tokens, language) for taken in _conditionals(tokens, found, language)]
    shut = [cue.scope for cue in found if cue.qualifier is Qualifier.NEGATED]
    done = {
        n
        for taken in _matches("done", tokens, set(range(len(tokens))), language)
        if not any(scope.start <= tokens[taken[0]].start < scope.end <= tokens[taken[-1]].start for scope in shut)
        for n in taken
    }
    found = _unreal(_concord(_governed_by_others(found, {tokens[n].start for n in done})), tokens, read, language)
    found = [said for cue in found for said in _of_a_time(cue, tokens, language)]
    found = [_of_news(cue, tokens, language) for cue in found]
    found += _of_content(text, found, tokens, language)
    found += [_cue(text, "future", taken, tokens, language) for taken in _futures(tokens, language)]
    found += _times(text, found, tokens, free, language)
    found += _coming_days(text, tokens, free, language)
    found += _corrections(text, found, tokens, language)
    found += _questions(tokens)
    found += _quotations(text, start, end)
    return sorted(found, key=lambda cue: (cue.start, cue.end, cue.rule))


def _of_a_time(cue: Cue, tokens: Sequence[_Token], language: str) -> list[Cue]:
    """A plain denial that only says when: "not until October" says that it was then, "not before nine" leaves it open.

    The second stays a denial beside the cue that says so, for it denies what was before.
    """
    ahead = list(
        takewhile(lambda n: tokens[n].text not in _STOPS, (n for n, t in enumerate(tokens) if t.start >= cue.end))
    )
    if cue.rule not in ("negation", "nothing") or not ahead:
        return [cue]
    for rule, table in (("not_until", "until_then"), ("not_before", "no_sooner")):
        led = next((n for n in ahead if tokens[n].word in _table(language).get(table, ())), None)
        if led is not None and _time_behind(tokens, led, language):
            said = replace(cue, rule=rule, qualifier=QUALIFIERS[rule], scope=Span(cue.start, tokens[ahead[-1]].end))
            return [said] if rule == "not_until" else [cue, said]
    return [cue]


def _time_behind(tokens: Sequence[_Token], place: int, language: str) -> bool:
    """Whether a time stands behind a word, small words aside: "until late October", "prima di ottobre"."""
    words, small = language_of(language).words, slots(language)
    behind = [token for token in tokens[place + 1 : place + 4] if token.word not in small.of | small.article]
    senses = [words.get(token.word, {}).keys() for token in behind]
    if not senses or (len(senses) > 1 and "UNIT" in senses[1]):
        return False  # "nicht vor zwei Jahren gebaut"
    return not _TIME.isdisjoint(senses[0]) or bool(_YEAR_OR_HOUR.fullmatch(behind[0].text))


_TIME = frozenset({"MONTH", "WEEKDAY", "PART", "SEASON", "RELDAY", "NUM"})
_YEAR_OR_HOUR = re.compile(r"\d{1,2}|[12]\d{3}")


def _concord(cues: Sequence[Cue]) -> list[Cue]:
    """One cue for each negation: "non … nessuno" and "ne … jamais … aucun" deny once.

    What denies a denial reaches as far as that does, so that the two cancel out: "did not deny that he had signed".
    """
    kept: list[Cue] = []
    for cue in sorted(cues, key=lambda cue: (cue.start, -cue.end)):
        plain = cue.rule in ("negation", "nothing")
        said = any(
            other.rule in ("negation", "nothing") and other.scope.start <= cue.start < other.scope.end for other in kept
        )
        inside = cue.rule == "affix" and any(other.start <= cue.start and cue.end <= other.end for other in kept)
        if not (inside or (plain and said)):
            kept.append(cue)
    denials = [cue for cue in kept if cue.rule in ("denial", "without")]
    return [_stretched(cue, denials) if cue.rule in ("negation", "nothing") else cue for cue in kept]


def _governed_by_others(cues: Sequence[Cue], done: Collection[int]) -> list[Cue]:
    """The cues without the infinitives that something else governs: "refused to sign" says more than "to sign".

    Nor those whose first word is in `done`, places of words that say that it is done: "managed to sign".
    """
    taken = [cue for cue in cues if cue.rule != "infinitive"]
    left = [cue for cue in cues if cue.rule == "infinitive" and cue.start not in done]
    spans = [Span(cue.start, cue.scope.end if cue.rule == "intention" else cue.end) for cue in taken]
    return taken + [cue for cue in left if not any(span.start < cue.end and cue.start < span.end for span in spans)]


def _unreal(cues: Sequence[Cue], tokens: Sequence[_Token], free: Collection[int], language: str) -> list[Cue]:
    """The cues with the conditionals of a sentence that names a condition taken as mere suppositions.

    "Aurait signé" by itself is what somebody reports; "sans cela il aurait signé" says that he did not.
    """
    given = {_sentence(tokens, taken[0]) for taken in _matches("condition", tokens, free, language)}
    starts = {token.start: place for place, token in enumerate(tokens)}
    return [
        replace(cue, rule="possibility")
        if cue.rule == "conditional" and _sentence(tokens, starts[cue.start]) in given
        else cue
        for cue in cues
    ]


def _stretched(cue: Cue, denials: Sequence[Cue]) -> Cue:
    ends = [other.scope.end for other in denials if cue.scope.start <= other.start < cue.scope.end]
    return replace(cue, scope=Span(cue.scope.start, max([cue.scope.end, *ends])))


def _cue(text: str, rule: str, taken: tuple[int, ...], tokens: Sequence[_Token], language: str) -> Cue:
    start, end = tokens[taken[0]].start, tokens[taken[-1]].end
    words = tuple(tokens[place].start for place in taken)
    return Cue(QUALIFIERS[rule], rule, start, end, text[start:end], _scope(rule, taken, tokens, language), words)


def _times(text: str, cues: Sequence[Cue], tokens: Sequence[_Token], free: set[int], language: str) -> Iterator[Cue]:
    """Clauses of time whose act is still to come: "until he signs", and beside a future "when he signs, it will …".

    Where the clause tells of the past ("until he signed"), it is said; where its verb is a subjunctive, which tells no
    time, the sentence does.
    """
    coming = [
        cue.start for cue in cues if cue.rule == "future" or cue.text.lower() in _table(language).get("coming", ())
    ]
    for rule in _TIMES:
        for taken in _matches(rule, tokens, free, language):
            first, last = taken[0], _forward(tokens, taken[-1], language)
            clause = range(taken[-1] + 1, last + 1)
            told = range(len(tokens)) if rule == "subjunctive" else clause
            beside = any(not tokens[first].start <= at < tokens[last].end for at in coming)
            if (
                any(_finite(tokens, n, language) for n in clause)
                and not any(_past(tokens, n, language) for n in told)
                and (beside or rule != "when")
            ):
                yield replace(
                    _cue(text, "intention", taken, tokens, language), scope=Span(tokens[first].start, tokens[last].end)
                )


def _coming_days(text: str, tokens: Sequence[_Token], free: set[int], language: str) -> Iterator[Cue]:
    """Clauses whose present tense tells of a day to come, no year given: "schließt im Herbst", "closes next year"."""
    small = slots(language)
    for taken in _matches("coming_day", tokens, free, language):
        cue = _cue(text, "coming_day", taken, tokens, language)
        clause = [n for n, token in enumerate(tokens) if cue.scope.start <= token.start < cue.scope.end]
        dated = any(tokens[n].text[0].isdigit() for n in range(taken[-1] + 1, min(taken[-1] + 2, len(tokens))))
        over = (_past(tokens, n, language) or _irregular(tokens, n, language) for n in clause if n not in taken)
        perfect = small.having | (small.copula - small.passive)
        helped = any(tokens[n].word in perfect for n in clause)
        if not (dated or helped or any(over) or any(_otherwise(tokens[n], language) for n in clause)):
            yield cue


def _otherwise(token: _Token, language: str) -> bool:
    """Whether a word is a form of a verb that ends in no way of the present, in a language whose table tells these."""
    endings = tuple(_table(language).get("present_ends", ()))
    base = lemma(token.word, language)
    verb = token.text == token.word != base and infinitive(base, language)
    return bool(endings) and verb and not token.word.endswith(endings)


def _past(tokens: Sequence[_Token], place: int, language: str) -> bool:
    """Whether a word tells of the past: a listed form, or by its ending; "has signed" and "is signed" do not."""
    table, word = _table(language), tokens[place].word
    small = place == 0 or tokens[place].text == word
    ending = word.endswith(tuple(table.get("past_ends", ()))) and small and len(word) > 3
    return (ending or word in table.get("past", ())) and not _held(tokens, place, language)


def _finite(tokens: Sequence[_Token], place: int, language: str) -> bool:
    """Whether a verb with a subject stands here, not a noun for an act; told apart by what stands before it.

    A language without a list of what stands before nouns opens such clauses only before verbs ("jusqu'à ce que").
    """
    table, token = _table(language), tokens[place]
    nominal = table.get("nominal")
    if nominal is None or token.word in table.get("perfect", ()):
        return True
    if language == "de":
        return _act(token, language)
    before = tokens[place - 1]
    return _act(token, language) and not (before.word in nominal or _gerund(token, language))


def _of_news(cue: Cue, tokens: Sequence[_Token], language: str) -> Cue:
    """A cue of what is false, with what is: the news told before it ("the claim that … is false").

    Where no news is named, something else is false ("the bills that he signed were false"): its clause is left open.
    """
    if cue.rule != "false" or cue.scope.start == cue.start:
        return cue
    table = _table(language)
    news, relatives = frozenset(table.get("news", ())), table.get("relatives", ())
    before = [n for n, token in enumerate(tokens) if cue.scope.start <= token.start < cue.start]
    told = [n for n in before if news & tokens[n].keys and not _qualified(tokens, n, relatives, language)]
    if tokens[before[0]].word in table.get("complementisers", ()):  # "dass …, ist falsch"
        told = before[:1]
    if told:
        return replace(cue, scope=Span(tokens[told[-1]].start, cue.scope.end))
    first = _backward(tokens, before[-1] + 1, language)
    return replace(cue, rule="contested", qualifier=QUALIFIERS["contested"], scope=Span(tokens[first].start, cue.end))


def _qualified(tokens: Sequence[_Token], place: int, relatives: Collection[str], language: str) -> bool:
    """Whether a relative clause follows: "the report which he signed", "der Bericht, den er unterschrieb"."""
    after = [token.word for token in tokens[place + 1 : place + 3]]
    if after[:1] == [","]:
        return after[-1] in relatives
    return bool(after) and after[0] in breaks(language)


def _of_content(text: str, cues: Sequence[Cue], tokens: Sequence[_Token], language: str) -> Iterator[Cue]:
    """What a denied word says of a clause: that it is not so ("not true that"), or not held to be ("nobody says that").

    Words that take their clause for granted are in neither table: "nobody knew that he had signed".
    """
    table = _table(language)
    kinds = {"untrue": frozenset(table.get("truth", ())), "open": frozenset(table.get("opinion", ()))}
    starts = {token.start: place for place, token in enumerate(tokens)}
    ends = {token.end: place for place, token in enumerate(tokens)}
    for cue in cues:
        if cue.rule not in ("negation", "nothing"):
            continue
        first, last = starts[cue.scope.start], ends[cue.scope.end]
        opens = last + 1 + (last + 1 < len(tokens) and tokens[last + 1].text == ",")
        if opens >= len(tokens) or tokens[opens].word not in table.get("complementisers", ()):
            continue
        if tokens[last].word in table.get("indirect", ()):  # "on ne sait pas ce que"
            continue
        for rule, words in kinds.items():
            said = [token for token in tokens[first : last + 1] if words & token.keys]
            if said:
                start, end = min(cue.start, said[-1].start), max(cue.end, said[-1].end)
                scope = Span(tokens[opens].start, tokens[_clause_of_content(tokens, opens, language)].end)
                yield Cue(QUALIFIERS[rule], rule, start, end, text[start:end], scope)
                break


def _corrections(text: str, cues: Sequence[Cue], tokens: Sequence[_Token], language: str) -> Iterator[Cue]:
    """What is so instead of what was denied right before: "no vendió la casa, sino el barco"."""
    ends = {cue.scope.end for cue in cues if cue.qualifier is Qualifier.NEGATED}
    ends |= {token.end for before, token in pairwise(tokens) if before.end in ends and token.text == ","}
    for place, (before, token) in enumerate(pairwise(tokens), 1):
        if before.end in ends and token.word in _table(language).get("correction", ()):
            yield _cue(text, "correction", (place,), tokens, language)


def _questions(tokens: Sequence[_Token]) -> Iterator[Cue]:
    """A sentence that ends in a question mark states nothing."""
    first = 0
    for place, token in enumerate(tokens):
        if token.text == "?":
            scope = Span(tokens[first].start, token.end)
            yield Cue(QUALIFIERS["question"], "question", token.start, token.end, token.text, scope)
        if token.text in ".!?":
            first = min(place + 1, len(tokens) - 1)


def _quotations(text: str, start: int, end: int) -> Iterator[Cue]:
    """Quoted speech: four words or more between quotation marks; fewer are a title or a term."""
    for match in _QUOTED.finditer(text, start, end):
        group = match.lastindex or 0
        if len(match[group].split()) >= 4:
            scope = Span(*match.span(group))
            yield Cue(QUALIFIERS["quotation"], "quotation", match.start(), match.end(), match[0], scope)


def negated(text: str, start: int, end: int, language: str) -> list[Span]:
    """The stretches of a passage that are denied, one for each negation; two over one word cancel out."""
    return [cue.scope for cue in marks(text, start, end, language) if cue.qualifier is Qualifier.NEGATED]


def of_the_past(text: str, start: int, end: int, language: str) -> bool:
    """Whether a passage tells of the past, by a listed form or ending or, in English, by another form of a verb."""
    tokens = _tokens(text, start, end, language)
    places = range(len(tokens))
    return any(_past(tokens, place, language) or _irregular(tokens, place, language) for place in places)


def _irregular(tokens: Sequence[_Token], place: int, language: str) -> bool:
    """Whether a form of a verb is none of the present: "led", "overthrew", "zog"; "is led" and "be led" are."""
    token = tokens[place]
    base = lemma(token.word, language)
    if base == token.word or token.text != token.word:
        return False
    if language == "de":
        present = token.word.endswith(("t", "e", "st")) or token.word in _table(language).get("presents", ())
        return infinitive(base, language) and not present and not token.word.startswith(("ge", "zu"))
    plain = token.word.endswith(("s", "ing"))
    return language == "en" and not plain and _act(token, language) and not _held(tokens, place, language)


def _held(tokens: Sequence[_Token], place: int, language: str) -> bool:
    """Whether one of the two words before makes a participle of a form: "has signed", "is now signed"."""
    before = tokens[max(place - 2, 0) : place]
    return any(token.word in _table(language).get("perfect", ()) for token in before)


def sets_ahead(cue: Cue, language: str) -> bool:
    """Whether a cue only says of an act that it is to come: "the planned sale", "la fermeture prochaine"."""
    return any(word in _table(language).get("ahead", ()) for word in cue.text.lower().split())


def wish(cue: Cue, language: str) -> bool:
    """Whether a cue says that something was wanted or planned: "wanted to", not "will"."""
    return cue.rule == "intention" and cue.text.lower().split()[0] not in _table(language).get("coming", ())


def phrases(rule: str, text: str, start: int, end: int, language: str) -> list[tuple[Span, Span]]:
    """Where a passage has the phrases of a table, each with the clause that it stands in."""
    if language not in LANGUAGES:
        return []
    tokens = _tokens(text, start, end, language)
    return [
        (
            Span(tokens[taken[0]].start, tokens[taken[-1]].end),
            Span(
                tokens[_backward(tokens, taken[0], language)].start, tokens[_forward(tokens, taken[-1], language)].end
            ),
        )
        for taken in _matches(rule, tokens, range(len(tokens)), language)
    ]


def no_sooner(language: str) -> frozenset[str]:
    """The words that say behind a denial that something was not so before a time."""
    return frozenset(_table(language).get("no_sooner", ()))


def complementisers(language: str) -> frozenset[str]:
    """The words that open a clause of content: that, que, dass."""
    return frozenset(_table(language).get("complementisers", ()))


@cache
def breaks(language: str) -> frozenset[str]:
    """The words that end a clause: but, und, qui."""
    return frozenset(_table(language).get("breaks", ()))
