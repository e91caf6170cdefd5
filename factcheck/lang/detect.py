"""Which language a text or passage is written in, by its function words and its script.

Counting is enough for news: a sentence of eight words holds two or three function words. Where languages tie, or hardly
any word is known, the answer is None: not knowing is an answer that callers must show. A text that mixes languages is
read paragraph by paragraph (`stretches`).
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from functools import cache
from importlib.resources import files
from math import log
from typing import NamedTuple

SAMPLE = 4000
"""Code points of a text that are looked at."""
MOST = 10
"""How often one word counts at most, so that no refrain decides."""
AHEAD = 1.0
"""By how much, in natural logarithms of likelihood, the first language must lead the second."""

_WORD = re.compile(r"[^\W\d_]+'?")
_LATIN_WORD = re.compile(r"[a-zà-ɏ]+'?")
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
def _others() -> dict[str, tuple[str, ...]]:
    """The function words of languages that have no table of words, by which they are told from those that have."""
    return {language: tuple(dict.fromkeys(words.split())) for language, words in _table()["others"].items()}


@cache
def _word_weights() -> Weights:
    """A word at place n of a language is n times rarer than the first, and a hundredth as likely in other languages."""
    return _by_sign(
        (word, language, log(1000 / (place + 8)))
        for language, words in (function_words() | _others()).items()
        for place, word in enumerate(dict.fromkeys((*words, *_table()["news"].get(language, "").split())))
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

    Latin script: fr, en, es, de, it, pt, nl, and from some words on those of `[others]` (ca, gl, ro, sv …). Other
    scripts: the language that most writes it (ar, fa, el, he, hi, hy, ja, ka, ko, ru, th, uk, zh). Of a text in
    several languages, the one that most of it is in. Looks at the first `SAMPLE` code points.
    """
    sample = text[:SAMPLE]
    return _told(sample) or (_most_spoken(sample) if "\n" in sample else None)


def _told(sample: str) -> str | None:
    return _by_script(sample) if _OTHER_SCRIPT.search(sample) and _foreign(sample) else _by_words(sample)


def _most_spoken(sample: str) -> str | None:
    """The language of most of a text whose paragraphs are in several; None where most of it is in no known one."""
    spoken: Counter[str] = Counter()
    for start, end, language in stretches(sample, ""):
        spoken[language] += end - start
    return max(spoken, key=spoken.__getitem__, default=None) or None


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
    scores, words, others = _scores(sample), _words(sample), _others()
    ranks = sorted((-score, code) for code, score in scores.items() if code not in others)
    best, language = ranks[0] if ranks else (0.0, "")
    other, stranger = min(((-score, code) for code, score in scores.items() if code in others), default=(0.0, ""))
    if other <= best - AHEAD:
        return stranger if len(words) >= ENOUGH_WORDS and _speaks(words, stranger) else None
    lead = (ranks[1][0] if len(ranks) > 1 else 0.0) - best
    return language if lead >= AHEAD and _speaks(words, language) else None


def _scores(sample: str) -> dict[str, float]:
    """How far a text's words, letters and endings speak for each language."""
    scores: dict[str, float] = defaultdict(float)
    weights, letters, endings = _word_weights(), _letter_weights(), _ending_weights()
    small = sample.lower().replace("’", "'")
    for word, count in Counter(_WORD.findall(small)).items():
        known = weights.get(word) or (len(word) > 5 and (endings.get(word[-4:]) or endings.get(word[-3:]))) or ()
        for language, weight in known:
            scores[language] += weight * min(count, MOST)
    for letter in letters.keys() & set(small):
        for language, weight in letters[letter]:
            scores[language] += weight
    return scores


def _words(sample: str) -> list[str]:
    return _WORD.findall(sample.lower().replace("’", "'"))


ENOUGH_WORDS = 12
"""Words of a text from which on it must hold its language's function words."""

FUNCTION_SHARE = 0.15
"""The least share of them: running text of a covered language has a third and more, a stranger's only look-alikes."""


def _speaks(words: list[str], language: str) -> bool:
    return len(words) < ENOUGH_WORDS or _share(words, language) >= FUNCTION_SHARE


def _share(words: Collection[str], language: str) -> float:
    return sum(map(_known_words(language).__contains__, words)) / len(words)


@cache
def _known_words(language: str) -> frozenset[str]:
    return frozenset(function_words().get(language) or _others().get(language, ()))


# --- a text of several languages --------------------------------------------------------------------------------------

FAR_AHEAD = 6.0
"""By how much a language must lead that of the whole text for a paragraph to be in it."""
FOREIGN_WORDS = 6
"""Different words of the shortest paragraph that may be in another language than the whole text."""
OWN_SHARE = 0.3
"""The share of function words, each counted once, from which on a paragraph needs no closer look: it is the text's."""
GLANCE = 200
"""Code points of a paragraph that are looked at first."""

# A line that begins with a small letter or a digit goes on with the paragraph before.
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?=[a-zà-ÿ\d])[^\n]+)*\n*|\n+")


class Stretch(NamedTuple):
    """Paragraphs of one language, from `start` up to `end`."""

    start: int
    end: int
    language: str


def stretches(text: str, language: str) -> list[Stretch]:
    """The text cut where its language changes, from its first character to its last.

    Paragraphs are in the language given, that of the whole text, but for those that clearly are in another.
    """
    found: list[Stretch] = []
    begun, current = 0, ""
    known, plain = _known_words(language), text.replace("’", "'")
    for match in _PARAGRAPH.finditer(text):
        start, end = match.span()
        words = plain[start : min(start + GLANCE, end)].replace("'", "' ").split()
        own = len(known.intersection(words)) > OWN_SHARE * len(words)  # by its words in small letters alone
        spoken = language if own else _spoken(text[start : min(start + SAMPLE, end)], language)
        if spoken != current:
            if start:
                found.append(Stretch(begun, start, current))
            begun, current = start, spoken
    return [*found, Stretch(begun, len(text), current)] if text else []


def _spoken(paragraph: str, language: str) -> str:
    """The language of a paragraph of a text: the text's own but where another is far ahead."""
    if _is_own(paragraph[:GLANCE], language):
        return language
    found = _told(paragraph) if len({*_words(paragraph)}) >= FOREIGN_WORDS else None
    if found is None or found == language:
        return language
    scores = _scores(paragraph)
    by_script = not scores[found]
    return found if by_script or scores[found] - scores[language] >= FAR_AHEAD else language


def _is_own(glance: str, language: str) -> bool:
    """Whether a glance tells that a paragraph is in the text's own language."""
    small = glance.replace("’", "'").replace("'", "' ").lower()
    different = {*small.split()}
    if len(different & _known_words(language)) > OWN_SHARE * len(different):
        return True
    if _OTHER_SCRIPT.search(glance):
        return False
    latin = {*_LATIN_WORD.findall(small)}
    scores = _scores(glance) if latin and _share(latin, language) < OWN_SHARE else {}
    return not scores or max(scores, key=scores.__getitem__) == language
