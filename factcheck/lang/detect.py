"""Which language a text or passage is written in, by its function words and its script.

Counting is enough for news: a sentence of eight words holds two or three function words. Where languages tie, or hardly
any word is known, the answer is None: not knowing is an answer that callers must show.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files

SAMPLE = 4000
"""Code points of a text that are looked at."""

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]+")


@cache
def _table() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = tomllib.loads(
        files("factcheck.lang").joinpath("detect.toml").read_text(encoding="utf-8")
    )
    return table


@cache
def function_words() -> dict[str, frozenset[str]]:
    """The function words of each language that can be detected, lower-case, as written."""
    return {language: frozenset(words.split()) for language, words in _table()["words"].items()}


@cache
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    """Word → (language, weight): a word that n languages share weighs 1/n² in each, for it tells them apart badly."""
    languages: dict[str, list[str]] = {}
    for language, words in function_words().items():
        for word in words:
            languages.setdefault(word, []).append(language)
    return {word: tuple((code, 1 / len(codes) ** 2) for code in codes) for word, codes in languages.items()}


@cache
def _script_patterns() -> dict[str, re.Pattern[str]]:
    return {language: re.compile(f"[{ends[0]}-{ends[1]}]") for language, ends in _table()["scripts"].items()}


def detect(text: str) -> str | None:
    """The ISO 639-1 code of a text's language, or None where it is unclear.

    Latin script: fr, en, es, de, it, pt, nl. Other scripts: the language that most writes it (ar, fa, el, he, hi, hy, ja,
    ka, ko, ru, th, uk, zh). Looks at the first `SAMPLE` code points.
    """
    sample = text[:SAMPLE]
    return _by_script(sample) if not sample.isascii() and _foreign(sample) else _by_words(sample)


def _foreign(sample: str) -> bool:
    """Whether most letters of a text are not Latin."""
    letters = sum(map(len, _WORD.findall(sample)))
    return letters > 2 * sum(map(len, _LATIN.findall(sample)))


def _by_script(sample: str) -> str | None:
    counts = Counter({code: len(pattern.findall(sample)) for code, pattern in _script_patterns().items()})
    code, letters = counts.most_common(1)[0]
    if not letters:
        return None
    if code == "zh" and counts["ja"] * 20 > letters:
        return "ja"
    for language, (script, marks) in _table()["script_letters"].items():
        if script == code and sum(sample.count(mark) for mark in marks) * 100 > letters:
            return language
    return code


def _by_words(sample: str) -> str | None:
    scores: Counter[str] = Counter()
    weights = _weights()
    for word, count in Counter(_WORD.findall(sample.lower())).items():
        for language, weight in weights.get(word, ()):
            scores[language] += weight * min(count, 20)
    for language, marks in _table()["letters"].items():
        scores[language] += sum(sample.count(mark) for mark in marks) * 0.5
    best = scores.most_common(2)
    if not best or best[0][1] < 0.5:
        return None
    if len(best) == 2 and best[0][1] < 1.15 * best[1][1]:
        return None
    return best[0][0]
