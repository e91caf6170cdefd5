"""Which language a text or passage is written in, by its function words and its script.

Counting is enough for news: a sentence of eight words holds two or three function words. Where languages tie, or hardly
any word is known, the answer is None: not knowing is an answer that callers must show.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from math import log

SAMPLE = 4000
"""Code points of a text that are looked at."""
MOST = 10
"""How often one word counts at most, so that no refrain decides."""
AHEAD = 1.0
"""By how much, in natural logarithms of likelihood, the first language must lead the second."""

_WORD = re.compile(r"[^\W\d_]+'?")
_OTHER_SCRIPT = re.compile(r"[^\W\d_\x00-ɏḀ-ỿ]+")


@cache
def _table() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = tomllib.loads(
        files("factcheck.lang").joinpath("detect.toml").read_text(encoding="utf-8")
    )
    return table


Weights = dict[str, tuple[tuple[str, float], ...]]
"""Sign of a text → (language, how far it speaks for it, a natural logarithm)."""


@cache
def function_words() -> dict[str, tuple[str, ...]]:
    """The function words of each language that can be detected, the commonest first, lower-case, as written."""
    return {language: tuple(dict.fromkeys(words.split())) for language, words in _table()["words"].items()}


@cache
def _word_weights() -> Weights:
    """A word at place n of a language is n times rarer than the first, and a hundredth as likely in other languages."""
    return _by_sign(
        (word, language, log(1000 / (place + 8)))
        for language, words in function_words().items()
        for place, word in enumerate(dict.fromkeys((*words, *_table()["news"][language].split())))
    )


@cache
def _letter_weights() -> Weights:
    return _by_sign((letter, language, 1.5) for language, letters in _table()["letters"].items() for letter in letters)


@cache
def _ending_weights() -> Weights:
    return _by_sign((end, language, 0.5) for language, ends in _table()["endings"].items() for end in set(ends.split()))


def _by_sign(rows: Iterable[tuple[str, str, float]]) -> Weights:
    signs: dict[str, list[tuple[str, float]]] = {}
    for sign, language, weight in rows:
        signs.setdefault(sign, []).append((language, weight))
    return {sign: tuple(sorted(weights)) for sign, weights in signs.items()}


@cache
def _script_patterns() -> dict[str, re.Pattern[str]]:
    return {language: re.compile(f"[{ends[0]}-{ends[1]}]") for language, ends in _table()["scripts"].items()}


def detect(text: str) -> str | None:
    """The ISO 639-1 code of a text's language, or None where it is unclear.

    Latin script: fr, en, es, de, it, pt, nl. Other scripts: the language that most writes it (ar, fa, el, he, hi, hy,
    ja, ka, ko, ru, th, uk, zh). Looks at the first `SAMPLE` code points.
    """
    sample = text[:SAMPLE]
    return _by_script(sample) if _OTHER_SCRIPT.search(sample) and _foreign(sample) else _by_words(sample)


def _foreign(sample: str) -> bool:
    """Whether most letters of a text are not Latin."""
    return 2 * sum(map(len, _OTHER_SCRIPT.findall(sample))) > sum(map(len, _WORD.findall(sample)))


def _by_script(sample: str) -> str | None:
    counts = {code: len(pattern.findall(sample)) for code, pattern in _script_patterns().items()}
    code, letters = max(counts.items(), key=lambda count: count[1])
    if not letters:
        return None
    if code == "zh" and counts["ja"] * 20 > letters:
        return "ja"
    for language, (script, marks) in _script_letters().items():
        if script == code and sum(map(sample.count, marks)) * 100 > letters:
            return language
    return code


@cache
def _script_letters() -> dict[str, tuple[str, str]]:
    return {language: (entry[0], entry[1]) for language, entry in _table()["script_letters"].items()}


def _by_words(sample: str) -> str | None:
    scores: dict[str, float] = defaultdict(float)
    words, letters, endings = _word_weights(), _letter_weights(), _ending_weights()
    small = sample.lower().replace("’", "'")
    for word, count in Counter(_WORD.findall(small)).items():
        known = words.get(word) or (len(word) > 5 and (endings.get(word[-4:]) or endings.get(word[-3:]))) or ()
        for language, weight in known:
            scores[language] += weight * min(count, MOST)
    for letter in letters.keys() & set(small):
        for language, weight in letters[letter]:
            scores[language] += weight
    ranks = sorted(scores.items(), key=lambda score: (-score[1], score[0]))
    if not ranks:
        return None
    lead = ranks[0][1] - (ranks[1][1] if len(ranks) > 1 else 0.0)
    return ranks[0][0] if lead >= AHEAD and _speaks(_WORD.findall(small), ranks[0][0]) else None


ENOUGH_WORDS = 12
"""Words of a text from which on it must hold its language's function words."""

FUNCTION_SHARE = 0.15
"""The least share of them: running text of a covered language has a third and more, a stranger's only look-alikes."""


def _speaks(words: list[str], language: str) -> bool:
    known = function_words().get(language, ())
    return len(words) < ENOUGH_WORDS or sum(word in known for word in words) >= FUNCTION_SHARE * len(words)
