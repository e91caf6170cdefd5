"""A text's passages: its sentences, none of them furniture, none across a paragraph's end.

A transcript may have no full stop for an hour. What runs on for longer than any sentence is cut where a clause ends, as
what one sentence says is weighed word against word, and its cost grows faster than its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.lang.mood import breaks
from factcheck.model import Passage, Zone, ZoneName

ABBREVIATIONS = frozenset(
    "m mm mme mmes mlle mgr dr drs dra dras pr prof profa prof.ssa st ste sr sres sra sras srta dña mr mrs ms "
    "messrs hon rev gén col lt capt cmdr cpl sgt gov sen rep pres sig sig.ra sigg dott dott.ssa avv ing hr fr frl "
    "dhr mevr mio mrd tsd geb gest vgl bspw inkl evtl cf al vs env av inc ltd co corp cie bros jr dept approx ca "
    "ex etc ee.uu bzw usw z d h u a s b c e f g i j k l n o q r t v w x y p gen".split()
)
"""Words that end with a full stop inside a sentence, of the languages in the tables; single letters are initials."""

BEFORE_FIGURES = frozenset(
    "art no nº nr núm num vol pp pag págs pág fig sec est jan jän feb febr févr fév mar apr avr abr jun jul juil aug "
    "août ago sept sep set sett oct okt ott nov dec déc dez dic ene mag giu lug".split()
)
"""Words, months among them, that are cut short only before a figure: "no. 5", "24 ago. 2021", but "They said no."."""

ONLY_IN = {"me": "fr", "on": "it"}
"""What is cut short in one language, and a word in the others."""

END = re.compile(r"""[.!?…]+["'”’»)\]]*(?:[ \u00a0\u202f]»)?(?=\s)|;(?=\s)|(?<=\s)[.!?](?=\s)|\s*\n\s*""")
WORD_BEFORE = re.compile(r"(?:[^\W_]&)*[^\W\d_](?:[\w.]*[^\W_])?$")
"""The word that a full stop follows; "R&D" is one, and no initial."""

STARTS = re.compile(r"""\s*["'“‘«¿¡(\[–—-]*\s*[^\W_a-zß-öø-ÿ]""")
"""What a new sentence may start with: opening marks, then a capital letter or a digit."""

ORDINAL = re.compile(r"(?<!\d)\d{1,2}$")

LOOK_BACK = 20

LONGEST = 1200
"""How long a passage may be, in code points: some two hundred words, more than a sentence of the press ever has."""

JOINT = re.compile(r"\s*\n\s*|(?<=[,:;.!?…—–])\s+")
"""Where a stretch without a sentence's end is cut first: at a line's end, or behind any stop."""
LETTERS = re.compile(r"[^\W\d_]+")
BLANK = re.compile(r"\s+")
NOTHING, FIGURE = re.compile(r"\s*\Z"), re.compile(r"\s*\d")

ROUND_OPENING, ROUND_CLOSING = r"(?:\(|-LRB-)", r"(?:\)|-RRB-)"
"""Round brackets, as patterns. Corpora name brackets as the Penn Treebank does ("-LRB-")."""

OPENING, CLOSING = re.compile(rf"{ROUND_OPENING}|\[|-LSB-"), re.compile(rf"{ROUND_CLOSING}|\]|-RSB-")
"""Brackets: nothing in them ends a sentence outside."""


def bracketed(before: str) -> bool:
    """Whether a bracket is still open behind these words."""
    return len(OPENING.findall(before)) > len(CLOSING.findall(before))


BRACKETED = 400
"""How far back, in code points, an open bracket is looked for."""


ORDINAL_STOP = frozenset(
    {"de", "da", "nb", "nn", "no", "cs", "sk", "fi", "et", "hu", "hr", "sl", "sr", "tr", "is", "lv"}
)
"""Languages that write a full stop after an ordinal figure ("am 24. November")."""


def passages(text: str, zones: Sequence[Zone] = (), language: str | None = None) -> list[Passage]:
    """The sentences of a text in order, without surrounding white space; all of it is body where no zones are given."""
    found: list[Passage] = []
    paragraph = 0
    for zone in zones or (Zone(ZoneName.BODY, 0, len(text)),):
        if zone.zone is ZoneName.FURNITURE:
            paragraph += 1
            continue
        for start, end, new_paragraph in sentences(text, zone.start, zone.end, language):
            paragraph += new_paragraph
            found += (Passage(*piece, paragraph, zone.zone) for piece in pieces(text, start, end, language))
        paragraph += 1
    return found


def sentences(text: str, start: int, end: int, language: str | None) -> Iterator[tuple[int, int, bool]]:
    """`(start, end, first of its paragraph)` of each sentence between two offsets."""
    opened, fresh = start, True
    for match in END.finditer(text, start, end):
        newline = "\n" in match.group()
        if not (ends_paragraph(text, match, start) if newline else ends_sentence(text, match, opened, end, language)):
            continue
        if trimmed := trim(text, opened, match.start() if newline else match.end()):
            yield *trimmed, fresh
            fresh = False
        fresh = fresh or newline
        opened = match.end()
    if trimmed := trim(text, opened, end):
        yield *trimmed, fresh


def pieces(text: str, start: int, end: int, language: str | None) -> Iterator[tuple[int, int]]:
    """A sentence whole, or cut into stretches of at most `LONGEST`."""
    while end - start > LONGEST:
        cut = joint(text, start + LONGEST // 2, start + LONGEST, language)
        if trimmed := trim(text, start, cut):
            yield trimmed
        start = cut
    if trimmed := trim(text, start, end):
        yield trimmed


def joint(text: str, start: int, end: int, language: str | None) -> int:
    """The best place for a cut: the last stop, or before the last word that opens a clause, or blank; else `end`."""
    openers = breaks(language or "")
    ways = (
        (found.end() for found in JOINT.finditer(text, start, end)),
        (found.start() for found in LETTERS.finditer(text, start, end) if found.group().lower() in openers),
        (found.end() for found in BLANK.finditer(text, start, end)),
    )
    return next((places[-1] for way in ways if (places := [at for at in way if at > start])), end)


def trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span without white space at its sides; None where nothing is left."""
    said = text[start:end]
    left = len(said) - len(said.lstrip())
    return (start + left, start + left + len(said.strip())) if said.strip() else None


def ends_sentence(text: str, match: re.Match[str], opened: int, end: int, language: str | None) -> bool:
    """A full stop ends no sentence after an abbreviation, an initial or an ordinal, nor before a small letter.

    A semicolon outside brackets ends one: what stands behind it is said by itself.
    """
    if match.group() == ";":
        said = text[max(opened, match.start() - BRACKETED) : match.start()]
        return not bracketed(said)
    ordinals = language in ORDINAL_STOP
    if ordinals and match.group() == "." and ORDINAL.search(text, max(opened, match.start() - 4), match.start()):
        return NOTHING.match(text, match.end(), end) is not None
    if match.group()[0] == "." and not match.group().startswith(".."):
        word = WORD_BEFORE.search(text, max(opened, match.start() - LOOK_BACK), match.start())
        short = word.group().casefold() if word else ""
        figure = FIGURE.match(text, match.end(), end) is not None
        known = short in ABBREVIATIONS or ONLY_IN.get(short, "") == language or (figure and short in BEFORE_FIGURES)
        if known and match.end() < end:
            return False
    return (
        bool(STARTS.match(text, match.end(), min(end, match.end() + LOOK_BACK)))
        or NOTHING.match(text, match.end(), end) is not None
    )


def ends_paragraph(text: str, match: re.Match[str], start: int) -> bool:
    """A line end ends a paragraph unless it only wraps a sentence: no stop before it, a small letter after it."""
    if match.group().count("\n") > 1:
        return True
    before, after = text[max(start, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
    return not (after.islower() and before not in '.!?…:;»”"')
