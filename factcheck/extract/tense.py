"""Tense: whether a sentence speaks of what was or of what is to come, to choose the year of a day by."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final, TypeVar

from factcheck.extract.scan import Parts
from factcheck.lang import Language, Memory

_STOPS: Final = ".!?;\n"
_STOP: Final = re.compile(f"[{_STOPS}]")
_FUTURE, _PAST = 1, -1

Reading = TypeVar("Reading")


def by_tense(parts: Parts, read: Callable[[int], Reading]) -> Reading:
    """What is read where a sentence speaks of what is to come (1) or not (0); its tense is found only if it tells."""
    usual, coming = read(0), read(1)
    return usual if usual == coming or tense_at(parts) != _FUTURE else coming


def tense_at(parts: Parts) -> int:
    """Whether the sentence speaks here of what is to come (1) or was (-1), or does not say; by its nearest verb.

    That is the last one up to here, else the first one from here on.
    """
    start, end = parts.span()
    text = parts.around().text
    return _told(text[max(start - 160, 0) : start], text[end : end + 120], parts.scanned.language)


def past(words: str, language: Language) -> bool:
    """Whether the last verb of some words that tells its tense speaks of what was: "has led", "chaired"."""
    return _told(words, "", language) == _PAST


@lru_cache(maxsize=1024)
def _told(before: str, after: str, language: Language) -> int:
    before = before[max(map(before.rfind, _STOPS)) + 1 :]
    *_, before = _that(language).split(before)
    if _ahead(language).search(before) and after[:1] not in ("'", "’"):
        return _FUTURE
    words, tenses = _words(language), _tenses(language)
    if tense := next(filter(None, map(tenses.__getitem__, reversed(words.findall(before)))), 0):
        return int(tense)
    after, *_ = _STOP.split(after, maxsplit=1)
    if tense := next(filter(None, map(tenses.__getitem__, words.findall(after))), 0):
        return int(tense)
    return int(any("UNTIL" in language.words.get(word, {}) for word in before.lower().split()[-2:]))  # "until June"


@lru_cache(maxsize=64)
def _tenses(language: Language) -> Memory:
    """Word or phrase → the tense that it tells by itself or by its ending, 0 for none."""
    table = language.table.get("tense", {})
    told = [
        (tense, frozenset(table.get(name, ())), tuple(table.get(f"{name}_endings", ())))
        for tense, name in ((_FUTURE, "future"), (_PAST, "past"))
    ]

    def tense_of(word: str) -> int:
        small = word.lower()
        return next((tense for tense, words, ends in told if small in words or small[2:].endswith(ends)), 0)

    return language.memory(tense_of)


@lru_cache(maxsize=64)
def _that(language: Language) -> re.Pattern[str]:
    """What opens a clause with a tense of its own: "said that"."""
    words = language.table.get("tense", {}).get("that", ())
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words)) or '(?!)'})\b", re.IGNORECASE)


@lru_cache(maxsize=64)
def _ahead(language: Language) -> re.Pattern[str]:
    """What sets a day that is to come, right before it: "called a strike for"."""
    words = language.table.get("tense", {}).get("ahead", ())
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words)) or '(?!)'}) $", re.IGNORECASE)


@lru_cache(maxsize=64)
def _words(language: Language) -> re.Pattern[str]:
    """The words of a text, and what tells the future in several: "is to", "va a"."""
    phrases = [re.escape(phrase) for phrase in language.table.get("tense", {}).get("future", ()) if " " in phrase]
    return re.compile(rf"\b(?:{'|'.join(phrases) or '(?!)'})\b|[^\W\d_]+", re.IGNORECASE)
