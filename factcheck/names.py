"""Whether two names mean the same person, organisation or place: typos, transliterations, short forms, regnal numbers.

Nothing is looked up in the world: two spellings are likened by their letters alone, and a given name that contradicts
another given name always separates two people, however alike the surnames.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from factcheck.lang.fold import fold_words
from factcheck.lang.wordlists import (
    CROWNED,
    GIVEN,
    NICKNAMES,
    ORGANISATION_FIRST,
    ORGANISATION_LAST,
    ORGANISATION_LINKS,
    PARTICLES,
    ROLES,
    RULERS,
    SURNAME_FIRST,
    TITLES,
)
from factcheck.model import Kind, Name


class NameLikeness(StrEnum):
    """How two names stand to each other."""

    SAME = "same"
    """One name: equal but for case, accents, script, transliteration or one slip of the pen in a long word."""
    SHORT = "short"
    """One is a short form that fits the other: surname alone, initials, a middle name left out, an acronym."""
    VARIANT = "variant"
    """Probably one name, spelled differently: to be shown as such."""
    OTHER = "other"
    """Two names."""


_WORST_LAST = (NameLikeness.SAME, NameLikeness.SHORT, NameLikeness.VARIANT, NameLikeness.OTHER)


@lru_cache(maxsize=1 << 16)
def same_name(a: Name, b: Name, *, kind: Kind = Kind.PERSON) -> NameLikeness:
    """How two names of one kind stand to each other; symmetric, and SAME for equal names."""
    if a == b:
        return NameLikeness.SAME
    if kind is Kind.PLACE:
        return _same_place(a.name, b.name)
    one, two = a.parts or fold_words(a.name), b.parts or fold_words(b.name)
    if one == two:
        return NameLikeness.SAME
    if not one or not two:
        return NameLikeness.OTHER
    person = _same_person(_untitled(one), _untitled(two)) if kind is not Kind.ORGANISATION else NameLikeness.OTHER
    if kind is Kind.PERSON or (_regnal(one) and _regnal(two)):
        return person
    return min(person, _same_thing(one, two), key=_WORST_LAST.index)  # a term may well be a person


# --- how a word sounds ------------------------------------------------------------------------------------------------

# For names out of Arabic, Hebrew, Cyrillic and Greek in the spellings of en, fr, de, es and it. The order matters.
_SOUNDS = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"ee", "i"),
        (r"oo|ou", "u"),
        (r"(.)\1+", r"\1"),
        (r"^(?:ye|ie)", "e"),
        (r"zh", "j"),
        (r"tsch|tch|sch|sh|ch(?![rlt])|sz", "s"),
        (r"gu(?=[ei])", "g"),
        (r"kh|gh|ck|ch|q|g(?![ei])", "k"),
        (r"c(?=[eiy])|z|ts", "s"),
        (r"c", "k"),
        (r"x", "ks"),
        (r"ph", "f"),
        (r"[dt]h", "d"),
        (r"(?:[eo]|io)(?:v|w|f)$", "uv"),
        (r"w(?=[aeiouyrs])", "v"),
        (r"w", "u"),
        (r"ij|iy|yj|ey|ej|j|y", "i"),
        (r"ie$|ei|ai|ii", "i"),
        (r"e", "a"),
        (r"(?<!^)h", ""),
        (r"([^aiou])\1+", r"\1"),
    )
)
_MUTE_END = re.compile(r"(?<=[iu]n)e$")  # Poutine, Tebboune; but Martine is not Martin
_UMLAUT = re.compile(r"([aou])e(?![aeiou])")  # Mueller, Goebbels; but Michael is not Michal


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """What a folded word sounds like across the usual transliterations: `kadhafi`, `qaddafi` and `gaddafi` are one."""
    if word not in GIVEN:
        word = _UMLAUT.sub(r"\1", _MUTE_END.sub("", word))
    for pattern, letters in _SOUNDS:
        word = pattern.sub(letters, word)
    return word


# --- persons ----------------------------------------------------------------------------------------------------------

_ROMAN = re.compile(r"[ivx]{1,6}$")
_ARTICLES = frozenset(("el", "al", "ul", "as", "es", "ez", "ad", "ar", "at", "ed", "an", "en", "er"))
_ABD = re.compile(r"abd[aeou]?[lrnsz]?$")
_SUN = re.compile(r"abd[aeou](?:l|(?P<sun>[rnszdt]|sh|ch)(?=(?P=sun)))(?=[a-z]{3})")


def _same_person(one: tuple[str, ...], two: tuple[str, ...]) -> NameLikeness:
    if _regnal(one) or _regnal(two):
        return _same_ruler(one, two)
    if one == two or sorted(one) == sorted(two) or "".join(one) == "".join(two) or _voiced(one) == _voiced(two):
        return NameLikeness.SAME
    if min(map(_vowels, (one, two))) < 0.15:  # Arabic and Hebrew write hardly any
        alike = _consonants(one) == _consonants(two) and len(_consonants(one)) > 3
        return NameLikeness.VARIANT if alike else NameLikeness.OTHER
    as_written = _aligned(_large(one), _large(two))
    return min(as_written, _aligned(_large(_servants(one)), _large(_servants(two))), key=_WORST_LAST.index)


def _untitled(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name without the titles and offices before it."""
    while len(words) > 1 and words[0] not in GIVEN and (words[0] in TITLES or words[0] in ROLES or words[0] in RULERS):
        words = words[1:]
    return words


def _regnal(words: tuple[str, ...]) -> str:
    """The Roman number of a ruler, or nothing."""
    return words[-1] if len(words) > 1 and _ROMAN.match(words[-1]) else ""


def _same_ruler(one: tuple[str, ...], two: tuple[str, ...]) -> NameLikeness:
    """Rulers are one where their numbers are; a name without a number is short for one with."""
    if not (_regnal(one) and _regnal(two)):
        short, long = sorted((one, two), key=len)
        return NameLikeness.SHORT if _same_crown(short, long[:-1]) else NameLikeness.OTHER
    same = one[-1] == two[-1] and _same_crown(one[:-1], two[:-1])
    return NameLikeness.SAME if same else NameLikeness.OTHER


def _same_crown(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    return len(one) == len(two) and all(
        p == q or skeleton(p) == skeleton(q) or _shared(CROWNED, p, q) or _shared(NICKNAMES, p, q)
        for p, q in zip(one, two, strict=True)
    )


def _shared(groups: Mapping[str, frozenset[int]], a: str, b: str) -> bool:
    return bool(groups.get(a, frozenset()) & groups.get(b, frozenset()))


def _voiced(words: tuple[str, ...]) -> str:
    """All words as one sound: `abdel salam`, `abdelsalam` and `abdessalam` are one."""
    return "".join(map(skeleton, _servants(words)))


def _servants(words: tuple[str, ...]) -> tuple[str, ...]:
    """Names made with "servant of" (abd) in one word and with one article: `abd er rahim` → `abdelrahim`."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] == "abd" and word in _ARTICLES:
            joined[-1] = "abdel"
        elif joined and _ABD.match(joined[-1]) and len(word) > 2:
            joined[-1] = f"abdel{word}"
        else:
            joined.append(_SUN.sub("abdel", word, count=1) if word.startswith("abd") else word)
    return tuple(joined)


def _large(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that count, small ones left out."""
    return tuple(word for word in words if word not in PARTICLES) or words


def _vowels(words: tuple[str, ...]) -> float:
    letters = "".join(words)
    return sum(letters.count(vowel) for vowel in "aeiou") / max(len(letters), 1)


def _consonants(words: tuple[str, ...]) -> str:
    return re.sub(r"[aiou]", "", "".join(skeleton(word) for word in words if word not in PARTICLES))


def _aligned(one: tuple[str, ...], two: tuple[str, ...]) -> NameLikeness:
    """Words against words: as many, in order; else the shorter name inside the longer."""
    if len(one) != len(two):
        short, long = sorted((one, two), key=len)
        return _surname(short[0], long) if len(short) == 1 else _inside(short, long)
    last = len(one) - 1
    if not last and min(len(one[0]), len(two[0])) < 7 and skeleton(one[0]) != skeleton(two[0]):
        return NameLikeness.OTHER  # too little to tell a slip by
    return _worst([_alike(p, q, given=at < last) for at, (p, q) in enumerate(zip(one, two, strict=True))])


def _worst(found: list[NameLikeness]) -> NameLikeness:
    return max(found, key=_WORST_LAST.index)


def _alike(a: str, b: str, *, given: bool) -> NameLikeness:
    """Two words of a name, as `given` names or as surnames."""
    if a == b:
        return NameLikeness.SAME
    if not (a.isalpha() and b.isalpha()):
        return NameLikeness.OTHER
    if len(a) == 1 or len(b) == 1:
        return NameLikeness.SHORT if a[0] == b[0] else NameLikeness.OTHER
    if len(a) > 2 and len(b) > 2 and skeleton(a) == skeleton(b):
        return NameLikeness.SAME
    if given and _shared(NICKNAMES, a, b):
        return NameLikeness.VARIANT
    if given and ((a in GIVEN and b in GIVEN) or _gendered(a, b)):
        return NameLikeness.OTHER
    return _misspelled(a, b)


def _gendered(a: str, b: str) -> bool:
    """Whether two given names differ as a man's and a woman's do: Khalid, Khalida."""
    short, long = sorted((a, b), key=len)
    return long in {short + "a", short + "e", short + "ah", short + short[-1] + "e"} or (
        a[:-1] == b[:-1] and {a[-1], b[-1]} <= set("aeo")
    )


def _misspelled(a: str, b: str) -> NameLikeness:
    """One slip in a long word is a slip; in a shorter one, or in the vowels alone, it is a variant to be shown."""
    shorter = min(len(a), len(b))
    slip = _slips(a, b, 1)
    if slip and shorter >= 8:
        return NameLikeness.SAME
    replaced = len(a) == len(b) and sum(p != q for p, q in zip(a, b, strict=True)) == 1
    if a[0] == b[0] and slip and (shorter >= 7 or (shorter >= 4 and not replaced)):
        return NameLikeness.VARIANT
    if a[0] == b[0] and shorter >= 7 and _consonants((a,)) == _consonants((b,)):
        return NameLikeness.VARIANT
    return NameLikeness.VARIANT if a[0] == b[0] and shorter >= 10 and _slips(a, b, 2) else NameLikeness.OTHER


def _slips(a: str, b: str, most: int) -> bool:
    """Whether at most so many letters are wrong, missing, added or swapped with a neighbour."""
    return DamerauLevenshtein.distance(a, b, score_cutoff=most) <= most


def _surname(word: str, long: tuple[str, ...]) -> NameLikeness:
    """One word against a full name: the surname, or any part that is no common given name."""
    parts = long[-1:] if word in GIVEN and word not in SURNAME_FIRST else long
    sounds = skeleton(word)
    if len(word) > 1 and any(word == part or (len(part) > 2 and sounds == skeleton(part)) for part in parts):
        return NameLikeness.SHORT
    if min(len(word), len(long[-1])) < 7 or word[0] != long[-1][0]:
        return NameLikeness.OTHER  # too little to tell a slip by
    return NameLikeness.VARIANT if _slips(word, long[-1], 1) else NameLikeness.OTHER


def _inside(short: tuple[str, ...], long: tuple[str, ...]) -> NameLikeness:
    """All words of the shorter name in the longer, in order, a surname among them."""
    if all(word in GIVEN for word in short) and short[-1] != long[-1]:
        return NameLikeness.OTHER
    clipped = [{word for word in words if len(word) == 1} for words in (short, long)]
    if all(clipped) and clipped[0] != clipped[1]:
        return NameLikeness.OTHER  # George H. W. Bush, George W. Bush
    found: list[NameLikeness] = []
    rest = iter(long)
    for word in short:
        alike = (_alike(word, part, given=part is not long[-1]) for part in rest)
        found.append(next((likeness for likeness in alike if likeness is not NameLikeness.OTHER), NameLikeness.OTHER))
    if found[-1] is NameLikeness.VARIANT and next(rest, None):
        return NameLikeness.OTHER  # a misspelled word that is no surname either
    return _worst([NameLikeness.SHORT, *found])


# --- places, organisations, terms -------------------------------------------------------------------------------------


def _same_place(a: str, b: str) -> NameLikeness:
    one, two = fold_words(a), fold_words(b)
    if one == two:
        return NameLikeness.SAME
    if min(len(a), len(b)) < 6 or len(one) != len(two):
        return NameLikeness.OTHER
    same = skeleton("".join(one)) == skeleton("".join(two)) or _slips("".join(one), "".join(two), 1)
    return NameLikeness.VARIANT if same else NameLikeness.OTHER


_GENERIC = ORGANISATION_FIRST | ORGANISATION_LAST


def _same_thing(one: tuple[str, ...], two: tuple[str, ...]) -> NameLikeness:
    """Organisations and terms: the same words, letters that abbreviate them, or the shorter name in the longer."""
    if "".join(one) == "".join(two) or sorted(_unlinked(one)) == sorted(_unlinked(two)):
        return NameLikeness.SAME
    first, second = sorted((one, two), key=lambda words: (len(_unlinked(words)), words))
    short, long = _unlinked(first), _unlinked(second)
    if len(short) == len(long):
        return _worst([_same_word(p, q) for p, q in zip(short, long, strict=True)])
    if len(short) == 1 and short[0] in {"".join(word[0] for word in words) for words in (second, long)}:
        return NameLikeness.SHORT
    named = [word for word in short if word not in _GENERIC]
    rest = iter(long)
    return NameLikeness.SHORT if named and all(word in rest for word in short) else NameLikeness.OTHER


def _unlinked(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of an organisation's name that count."""
    return tuple(word for word in words if word not in ORGANISATION_LINKS and word not in PARTICLES) or words


def _same_word(a: str, b: str) -> NameLikeness:
    if a == b:
        return NameLikeness.SAME
    slip = min(len(a), len(b)) >= 6 and a.isalpha() and b.isalpha() and _slips(a, b, 1)
    return NameLikeness.VARIANT if slip else NameLikeness.OTHER
