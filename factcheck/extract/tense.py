"""Tense: whether a clause speaks of what was or of what is to come, to choose the year of a day by."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple, TypeVar

from factcheck.extract.scan import Parts
from factcheck.lang import Language, Memory

PAST, OPEN, LIKELY, FUTURE = -1, 0, 1, 2
"""What was; what a verb leaves open ("is shut"); what may be to come ("would"); what is to come ("will")."""
_INFINITIVE, _SCHEDULE, _BE, _BEING = 3, 4, 5, 6
_KINDS: Final = {
    "future": FUTURE,
    "likely": LIKELY,
    "open": OPEN,
    "past": PAST,
    "be": _BE,
    "being": _BEING,
    "schedule": _SCHEDULE,
}
"""The tables of words, each with what its words tell; one named after it holds endings that do."""
STOP: Final = re.compile(r"[!?;\n]|(?<!\b[^\W\d])\.(?!\d| [a-zà-ÿ])")
"""What ends a sentence, or as good as; but no point behind one letter: "at 8 p.m. Friday", "M. Durand"."""
_AT_END: Final = re.compile(r"\s*(?:[.,;:!?)]|$)")

Reading = TypeVar("Reading")


def by_tense(parts: Parts, read: Callable[[int], Reading]) -> Reading:
    """What is read by the tense of the clause, which is found only if it tells."""
    usual = read(OPEN)
    return usual if usual == read(PAST) == read(FUTURE) else read(tense_at(parts))


def tense_at(parts: Parts) -> int:
    """Whether the clause speaks here of what is to come (more than 0) or was (less), or does not say.

    Its nearest verb tells, which is the last one up to here, else the first one from here on; but a clause that a day
    opens has its verb behind it: "it was shut, on Friday it will open".
    """
    start, end = parts.span()
    text = parts.around().text
    return _told(text[max(start - 160, 0) : start], text[end : end + 120], parts.scanned.language)


def past(words: str, language: Language) -> bool:
    """Whether the last verb of some words that tells its tense speaks of what was: "has led", "chaired"."""
    return _of_clause(words, "", _cues(language)) == PAST


@lru_cache(maxsize=1024)
def _told(before: str, after: str, language: Language) -> int:
    *_, before = STOP.split(before)
    cues, owned = _cues(language), after[:1] in ("'", "’")
    apposed = cues.apposed.search(before)
    if cues.behind.search(before) or (apposed and cues.kinds[apposed[1]] is None):
        return PAST
    if cues.put_off.search(before) and not owned:
        return FUTURE
    tense = _of_clause(before, after, cues)
    if (cues.ahead.search(before) and not owned) or (cues.copula.search(before) and _AT_END.match(after)):
        return max(tense, LIKELY)
    sides = {name for word in before.lower().split()[-2:] for name in language.words.get(word, ())}
    if tense == OPEN and "UNTIL" in sides:
        return LIKELY
    if not sides.isdisjoint(("UNTIL", "SINCE")) or cues.loose.search(before):
        return OPEN if tense == PAST else min(tense, LIKELY)  # "it was put off until June", "he won the vote of 4 May"
    return tense


def _of_clause(before: str, after: str, cues: _Cues) -> int:
    """What the verb of a clause tells, by what its sentence says before a day and what stands behind."""
    *_, said = cues.that.split(before)
    *others, own = cues.clause.split(said)
    after, *_ = STOP.split(after, maxsplit=1)
    tense = _last(own, cues)
    if tense is None and (others or said is not before) and len(own.split()) <= _OPENING:
        tense = _first(cues.clause.split(after.lstrip(" ,"), maxsplit=1)[0], cues)
    for look, words in ((_last, said), (_first, after), (_last, before)):
        tense = look(words, cues) if tense is None else tense
    return OPEN if tense is None else tense


_OPENING: Final = 2
"""How many words stand before a day that opens its clause, at most: "erst am"."""


def _first(words: str, cues: _Cues) -> int | None:
    told = (_FIRST.get(kind, kind) for kind in map(cues.kinds.__getitem__, cues.words.findall(words)))
    return next((kind for kind in told if kind is not None), None)


_FIRST: Final[Mapping[int | None, int | None]] = {_SCHEDULE: FUTURE, _BEING: OPEN, _BE: None, _INFINITIVE: None}
"""What the kinds of word that need others around them tell as the first of their clause."""


def _last(said: str, cues: _Cues) -> int | None:
    """What the last verb tells; "will be tried" is to come, "was told to leave" is open for the leaving."""
    words = cues.words.findall(said)
    kinds = [cues.kinds[word] for word in words]
    led = scheduled = False
    for at in range(len(words) - 1, -1, -1):
        kind, near = kinds[at], kinds[max(at - 2, 0) : at]
        if kind in (None, _BE) or (kind == PAST and not _PASSIVE.isdisjoint(near)):
            continue
        if kind == _INFINITIVE:
            led = True
        elif kind == _SCHEDULE:
            scheduled = True
        elif kind == PAST:
            return OPEN if led else PAST
        elif kind == FUTURE and PAST in near:
            return LIKELY  # "was due"
        else:
            return FUTURE if scheduled else OPEN if kind == _BEING else kind
    return FUTURE if scheduled else None


_PASSIVE: Final = frozenset({_BE, _BEING, _INFINITIVE})
"""Behind these a participle tells no tense."""


class _Cues(NamedTuple):
    """What tells the tense in one language, ready to be looked for.

    `kinds` is word or phrase → what it tells, None for nothing; the other patterns end where a day begins, but for
    `words`, `that` and `clause`, which part what is said.
    """

    kinds: Memory
    words: re.Pattern[str]
    that: re.Pattern[str]
    clause: re.Pattern[str]
    behind: re.Pattern[str]
    put_off: re.Pattern[str]
    ahead: re.Pattern[str]
    copula: re.Pattern[str]
    loose: re.Pattern[str]
    apposed: re.Pattern[str]


@lru_cache(maxsize=64)
def _cues(language: Language) -> _Cues:
    table = language.table.get("tense", {})
    known = {word: kind for name, kind in reversed(_KINDS.items()) for word in table.get(name, ())}
    known |= dict.fromkeys(table.get("no_verb", ()))
    endings = [(tuple(table.get(f"{name}_endings", ())), kind) for name, kind in _KINDS.items()]
    lower = str.islower if language.nouns_capital else str.isalpha
    infinitive = _infinitive(table.get("infinitive", {}))

    def kind_of(word: str) -> int | None:
        small = word.lower()
        if small in known:
            return known[small]
        if not small.isalpha():
            return _INFINITIVE
        return next((kind for ends, kind in endings if lower(word) and small[2:].endswith(ends)), None)

    phrases = _any(phrase for phrase in known if not phrase.isalpha())
    before = {
        name: re.compile(rf"(?<!\d )(?<!\d\. )\b{_any(table.get(name, ()))} $", re.IGNORECASE) for name in _BEFORE_DAY
    }
    return _Cues(
        language.memory(kind_of),
        re.compile(rf"\b{phrases}\b|{infinitive}|[^\W\d_]+", re.IGNORECASE),
        re.compile(rf"\b{_any(table.get('that', ()))}\b", re.IGNORECASE),
        re.compile(rf"[,:(–—](?!\d)|\b{_any(table.get('clause', ()))}\b", re.IGNORECASE),
        **before,
        apposed=_apposed(table.get("apposed_endings", ())),
    )


_BEFORE_DAY: Final = ("behind", "put_off", "ahead", "copula", "loose")


def _apposed(endings: Sequence[str]) -> re.Pattern[str]:
    """A pattern of a participle that only tells of the noun before it, right before a day: ", fermé lundi"."""
    return re.compile(rf",\s([^\W\d_]{{2,}}{_any(endings)})\s(?:[a-z]{{2}}\s)?$")


def _any(words: Iterable[str]) -> str:
    """A pattern of these words, the longest first."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True))) or '(?!)'})"


def _infinitive(table: Mapping[str, Sequence[str]]) -> str:
    """A pattern of infinitives behind the small words that lead them: "to leave", "de partir"."""
    if not table:
        return "(?!)"
    return rf"\b{_any(table['after'])}[ '’][a-zà-ÿ]{{2,}}{_any(table['endings'])}\b"
