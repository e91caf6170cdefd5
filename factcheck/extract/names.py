"""Names in running text: persons, organisations and places, each tied to its fullest form; what is unclear is a term.

One regular expression finds runs of capitalised words. A run is read by itself first (`_pieces`, cached, for news repeats
its names): known places and organisations, titles, given names, regnal numbers. Only what that leaves open is judged by
its surroundings: an office before, speech after, the start of a sentence. Last, short forms are tied to the full forms of
the same text ("Gantz" → Benny Gantz, "FAR" → Forces Armées Royales). A capitalised name of unknown type is a term.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import simplemma

from factcheck.lang.fold import fold, fold_words
from factcheck.lang.wordlists import (
    CLUBS,
    DETERMINERS,
    DOMAINS,
    GIVEN,
    MODIFIERS,
    ORDINARY,
    ORGANISATION_ADJECTIVES,
    ORGANISATION_FIRST,
    ORGANISATION_LAST,
    ORGANISATION_LINKS,
    PARTICLES,
    ROLE_ENDINGS,
    ROLES,
    RULERS,
    SPEECH,
    STOPWORDS,
    TITLES,
    WEAK_ROLES,
    Phrases,
    city_territory,
    demonym,
    organisations,
    places,
    territory_names,
)
from factcheck.model import Kind, Mention, Name
from factcheck.names import NameLikeness, same_name

__all__ = ["city_territory", "demonym", "name_mentions"]


# --- what a run of capitalised words looks like -----------------------------------------------------------------------


def _letters(test: Callable[[str], bool]) -> str:
    """The letters of the cased scripts that pass a test."""
    blocks = (range(0x41, 0x250), range(0x370, 0x557), range(0x1E00, 0x2000))
    return "".join(chr(code) for block in blocks for code in block if test(chr(code)))


_UPPER = f"[{_letters(lambda letter: letter.isupper() or letter.istitle())}]"
_GAP = "[ \u00a0\u202f]"
_REST = (
    rf"(?:\.(?:{_UPPER}\.)*|\w{{0,3}}\.(?={_GAP}{_UPPER})|\w*(?:[-‐‑'’&]\w+){{0,6}})"  # of a word, after its capital
)
_SMALL = r"(?:de|du|des|da|do|dos|das|di|del|della|dello|la|le|van|von|der|den|ben|bin|ibn|bint|el|al|abu|abou|ould|zu|ter|ten)"
_INNER = rf"(?:{_SMALL}{_GAP}|(?:d|l|al|el|ad|ar|as|ash|ech|es|ez|at|an)['’\-])"
# The lookbehind stands after the first letter, so that the search runs from capital to capital.
_RUN = re.compile(rf"{_UPPER}(?<![\w@#].){_REST}(?:{_GAP}(?:{_INNER}){{0,3}}{_UPPER}{_REST}){{0,11}}")
_WRAPPED_RUN = re.compile(_RUN.pattern.replace(_GAP, "[ \u00a0\u202f\n]"))
_TOKEN = re.compile(rf"{_UPPER}(?<!\w.){_REST}")
_WORD = re.compile(r"[^\W_]+")
_ELISION = re.compile(r"(?:[LJSCTDMN]|Qu|Jusqu|Lorsqu|Puisqu|Quoiqu)['’]")
_CLIPPED = re.compile(rf"(?:{_UPPER}\.)+$")
_ROMAN = re.compile(r"[IVX]{1,5}$")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&.-]{1,7}$")
_DIGIT = re.compile(r"\d")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr drs prof st ste sr sra dra gen col lt capt sgt sen rep gov hon rev jr mme mlle".split()
)


class _Token(NamedTuple):
    """A capitalised word of a run: offsets within the run, the word and its fold."""

    start: int
    end: int
    text: str
    folded: str


class _State(IntEnum):
    FIRM = 0
    """Settled by the run alone."""
    HEAD = 1
    """May go on in small letters beyond the run: "Émirats arabes unis", "Banque centrale"."""
    OPEN = 2
    """To be judged by its surroundings."""


class _Piece(NamedTuple):
    """A stretch of a run: offsets within the run, and what is known of it."""

    state: _State
    start: int
    end: int
    kind: Kind
    name: str
    words: tuple[str, ...]
    tokens: tuple[_Token, ...] = ()
    titled: bool = False
    common: bool = False
    """Whether this is a single word, and one of the dictionary."""


class _Found(NamedTuple):
    """A stretch of the text that is some name. A `weak` one may be an ordinary word, and counts only where tied."""

    kind: Kind
    start: int
    end: int
    name: str
    words: tuple[str, ...]
    weak: bool = False


def name_mentions(text: str, language: str | None = None, taken: Sequence[tuple[int, int]] = ()) -> list[Mention]:
    """Every person, organisation, place and term of a text, in order, without overlap.

    `taken` are the spans of other mentions (dates, money); no name is read inside them. A person's value is the fullest
    form that the text gives, a territory's its ISO 3166 code, another known place's or organisation's its English name.
    """
    found = _read(text, language, sorted(taken)) if language not in _UNCASED else _written_out(text, language)
    mentions = []
    for kind, start, end, name, words, _ in _tied(text, found):
        mentions.append(Mention(kind, start, end, text[start:end], _name(name, words)))
    return mentions


@lru_cache(maxsize=1 << 14)
def _name(name: str, words: tuple[str, ...]) -> Name:
    return Name(name, words or fold_words(name))


# --- a run by itself --------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1 << 16)
def _pieces(run: str, language: str | None) -> tuple[_Piece, ...]:
    """The names of one run: known phrases, and what lies between titles, offices and ordinary words."""
    return tuple(_split(run, _tokens(run), language))


def _tokens(run: str) -> list[_Token]:
    tokens = []
    for found in _TOKEN.finditer(run):
        start, end = found.span()
        word = found[0]
        if word[-2:] in ("'s", "’s"):
            end -= 2
        elif word.endswith(".") and _full_stop(word[:-1], tokens[-1] if tokens else None, end == len(run)):
            end -= 1
        tokens.append(_Token(start, end, run[start:end], fold(run[start:end]).rstrip(".")))
    return tokens


def _full_stop(word: str, before: _Token | None, last: bool) -> bool:
    """Whether the dot after a word ends a sentence ("Mohammed V. Le …") instead of clipping the word ("B. Gantz")."""
    if len(word) == 1:
        return last or (word in "IVX" and before is not None and _given(before.folded))
    return "." not in word and fold(word) not in _ABBREVIATIONS


def _split(run: str, tokens: Sequence[_Token], language: str | None) -> Iterator[_Piece]:
    queue = list(reversed(tokens))
    segment: list[_Token] = []
    titled = False
    done = 0
    while queue:
        token = queue.pop()
        if token.start < done:
            if token.end > done and (rest := _remainder(run, token, done)):
                queue.append(rest)
            continue
        after = queue[-1] if queue else None
        if segment and _parted(run, segment, token):
            yield from _closed(run, segment, titled, language)
            segment, titled = [], False
        known = _known(run, token, after, segment, queue, titled, language)
        if known:
            yield from _closed(run, segment, titled, language)
            segment, titled, done = [], False, known.end
            yield known
        elif elided := _elided(run, token):
            queue.extend(elided)
        elif _breaks(token, after, segment, titled):
            if not _office(token.folded):  # not "Defense" in "Defense Secretary Lloyd Austin"
                yield from _closed(run, segment, titled, language)
            segment = []
            titled = token.folded in TITLES or token.folded in RULERS or _office(token.folded) == _STRONG
        else:
            segment.append(token)
    yield from _closed(run, segment, titled, language)


def _remainder(run: str, token: _Token, done: int) -> _Token | None:
    """What is left of a hyphened word after a place ("-Israël" of "Maroc-Israël"), where it is capitalised too."""
    rest = run[done : token.end].lstrip("-‐‑/&")
    start = token.end - len(rest)
    return _Token(start, token.end, rest, fold(rest)) if rest[:1].isupper() and start > done else None


def _elided(run: str, token: _Token) -> list[_Token]:
    """The word behind an elided article ("L'Algérie"); nothing but the marker where that is in small letters."""
    elision = _ELISION.match(token.text)
    if not elision:
        return []
    start = token.start + elision.end()
    rest = run[start : token.end]
    if not rest[0].isupper():
        return [_Token(token.end, token.end, "", "l")] if token.text[0] in "LJSCTQDMNP" else []
    return [_Token(start, token.end, rest, fold(rest))] if token.text[0] in "LJSCTQ" else []


def _parted(run: str, segment: Sequence[_Token], token: _Token) -> bool:
    """Whether what stands before a word parts it from the name so far: a full stop, an article, "de" and a new person."""
    gap = run[segment[-1].end : token.start].strip().lower()
    if not gap:
        return False
    if gap.startswith(".") or gap in _BARE_ARTICLES:
        return True
    person = _given(segment[0].folded) and len(segment) < 4
    return not person and _given(token.folded) and gap.partition(" ")[0] in _OF


_BARE_ARTICLES = frozenset(("la", "le", "der", "den", "les"))
_OF = frozenset(("de", "du", "des", "da", "do", "dos", "das", "di", "del", "della", "dello", "d'", "d’"))


_LINK, _FIELD, _NONE, _WEAK, _STRONG = -2, -1, 0, 1, 2


@lru_cache(maxsize=1 << 14)
def _office(folded: str) -> int:
    """Whether a folded word is an office: `_STRONG`, `_WEAK` where it has other senses, `_NONE`."""
    if folded in ROLES or (len(folded) > 9 and folded.endswith(ROLE_ENDINGS)):
        return _STRONG
    if "-" in folded and _office(folded.rpartition("-")[2]):  # "CDU-Chef"
        return _STRONG
    return _WEAK if folded in WEAK_ROLES else _NONE


def _given(word: str) -> bool:
    return word in GIVEN or word.partition("-")[0] in GIVEN


def _breaks(token: _Token, after: _Token | None, segment: Sequence[_Token], titled: bool) -> bool:
    """Whether a capitalised word is no part of a name: a title, an office, a nationality, a word of the calendar."""
    word = token.folded
    if word == "l":
        return True
    if segment and _given(segment[-1].folded) and word not in ORDINARY and word not in STOPWORDS:
        return False
    if token.text.endswith(".") and word not in TITLES:
        return False
    if word in TITLES or word in RULERS or _office(word):
        return not (_given(word) and after)
    if word in ORDINARY:
        return not (_given(word) and after)
    if demonym(word):
        return not titled
    if word in STOPWORDS:
        if word in PARTICLES:
            return not segment and not titled
        return bool(segment) or not (_given(word) and after)
    return False


def _known(
    run: str,
    token: _Token,
    after: _Token | None,
    segment: Sequence[_Token],
    queue: Sequence[_Token],
    titled: bool,
    language: str | None,
) -> _Piece | None:
    """A place or organisation of the tables, or one that its noun tells ("… Bank"), where it starts at this word."""
    if segment and _given(segment[-1].folded):
        return None
    piece = _phrase(run, token.start, organisations(), Kind.ORGANISATION)
    if piece is None and token.text in CLUBS and after and _adjacent(token, after):
        return _club(run, token, queue)
    if piece is None and token.folded in ORGANISATION_FIRST and not segment:
        return _Piece(_State.HEAD, token.start, token.end, Kind.ORGANISATION, token.text, (), (token,))
    piece = piece or _phrase(run, token.start, places(language), Kind.PLACE) or _genitive(run, token, language)
    if piece is None or (piece.kind is Kind.PLACE and piece.state is not _State.HEAD):
        whole = _headed(run, token, queue) if piece or demonym(token.folded) else None
        if whole:
            return whole
    if piece and piece.end <= token.end and after and (titled or _given(token.folded)) and _adjacent(token, after):
        if not (after.folded in STOPWORDS or demonym(after.folded) or _office(after.folded)):
            return None  # "Jordan Bardella", "Israel Katz"
    return piece


def _genitive(run: str, token: _Token, language: str | None) -> _Piece | None:
    """A place in the German genitive: "Israels"."""
    if language != "de" or not token.text.endswith("s") or len(token.text) < 5:
        return None
    piece = _phrase(run[: token.end - 1], token.start, places(language), Kind.PLACE)
    return piece._replace(end=token.end) if piece and piece.end == token.end - 1 else None


def _club(run: str, token: _Token, queue: Sequence[_Token]) -> _Piece:
    """A club by the letters that open its name: "FC Barcelona", "AC Milan"."""
    last = token
    for following in reversed(queue[-2:]):
        if not _adjacent(last, following) or _office(following.folded) or following.folded in ORDINARY:
            break
        last = following
    return _piece(run, Kind.ORGANISATION, (token, last))


def _adjacent(one: _Token, two: _Token) -> bool:
    return two.start == one.end + 1


def _headed(run: str, token: _Token, queue: Sequence[_Token]) -> _Piece | None:
    """A place or nationality that opens an organisation's name: "Moroccan Football Federation", "Manchester United"."""
    last = token
    for following in reversed(queue):
        if not _adjacent(last, following) or _office(following.folded) or following.folded in ORDINARY:
            return None
        last = following
        if last.folded in ORGANISATION_LAST:
            name = _spaced(run[token.start : last.end])
            return _Piece(_State.FIRM, token.start, last.end, Kind.ORGANISATION, name, fold_words(name))
    return None


def _phrase(run: str, start: int, phrases: Phrases, kind: Kind) -> _Piece | None:
    """The longest phrase of a table that starts here; a HEAD where a longer one may go on beyond the run."""
    head = _WORD.match(run, start)
    candidates = phrases.get(fold(head[0])) if head else None
    found: tuple[int, str] | None = None
    open_ended = False
    for words, value, capitals in candidates or ():
        end = _match(run, start, words)
        if end == len(run) + 1:
            open_ended = True
        elif end and not (capitals and not run[start:end].isupper()):
            found = (end, value)
            break
    if open_ended and head and fold(head[0]) not in STOPWORDS:
        return _Piece(_State.HEAD, start, found[0] if found else head.end(), kind, found[1] if found else "", (), ())
    return _Piece(_State.FIRM, start, found[0], kind, found[1], fold_words(found[1])) if found else None


def _match(text: str, start: int, words: Sequence[str]) -> int:
    """Where a phrase that starts here ends: 0 where the text says something else, past its length where it stops short."""
    at = start
    for count, word in enumerate(words):
        if count:
            if at >= len(text):
                return len(text) + 1
            if text[at] not in _BETWEEN:
                return 0
            at += 2 if text[at] == "." and text[at + 1 : at + 2] == " " else 1
        piece = _WORD.match(text, at)
        if not piece or fold(piece[0]) != word:
            return 0
        at = piece.end()
    return at + (text[at - 2 : at - 1] == "." and text[at : at + 1] == ".")


_BETWEEN = frozenset(" \u00a0\u202f-'’.‐‑")


def _closed(run: str, segment: Sequence[_Token], titled: bool, language: str | None) -> Iterator[_Piece]:
    """What a stretch of capitalised words between two breaks is, as far as it tells by itself."""
    if not segment:
        return
    words = [token.folded for token in segment]
    if len(segment) > 1 and _ROMAN.match(segment[-1].text):
        first = len(segment) - 1
        while first and _given(words[first - 1]):
            first -= 1
        ruler = first < len(segment) - 1
        yield _piece(run, Kind.PERSON if ruler else Kind.TERM, segment[first:] if ruler else segment)
    elif any(word in ORGANISATION_LAST for word in words[1:]):
        yield _piece(run, Kind.ORGANISATION, segment)
    elif any(_DIGIT.search(token.text) for token in segment):
        yield _piece(run, Kind.TERM, segment)
    elif titled and words[0] not in DOMAINS:
        yield _piece(run, Kind.PERSON, segment)
    elif 1 < len(segment) < 7 and (_given(words[0]) or _CLIPPED.match(segment[0].text)):
        yield _piece(run, Kind.PERSON, segment)
    elif len(segment) > 1:
        yield _piece(run, Kind.TERM, segment, _State.OPEN, titled)
    elif len(words[0]) > 1 and not (words[0] in DOMAINS or words[0] in ORGANISATION_FIRST or words[0] in PARTICLES):
        small = segment[0].text.lower()
        yield _piece(run, Kind.TERM, segment, _State.OPEN, titled)._replace(common=_in_dictionary(small, language))


def _piece(run: str, kind: Kind, tokens: Sequence[_Token], state: _State = _State.FIRM, titled: bool = False) -> _Piece:
    start, end = tokens[0].start, tokens[-1].end
    name = _spaced(run[start:end])
    return _Piece(state, start, end, kind, name, fold_words(name), tuple(tokens), titled)


def _spaced(name: str) -> str:
    return " ".join(name.split())


# --- a run in its place -----------------------------------------------------------------------------------------------


def _read(text: str, language: str | None, taken: Sequence[tuple[int, int]]) -> list[_Found]:
    """Every name of a text in order, each by itself."""
    found: list[_Found] = []
    done = at = 0
    firm, head = _State.FIRM, _State.HEAD
    judge = _Surroundings(text, language)
    for run in (_WRAPPED_RUN if _is_wrapped(text) else _RUN).finditer(text):
        origin = run.start()
        for piece in _pieces(run[0], language):
            state, start, end, kind, name, words, *_ = piece
            start += origin
            end += origin
            if start < done:
                continue
            while at < len(taken) and taken[at][1] <= start:
                at += 1
            if at < len(taken) and taken[at][0] < end:
                continue
            if state is firm:
                one: _Found | None = _Found(kind, start, end, name, words)
            elif state is head:
                one = judge.headed(piece, start, end)
            elif len(piece.tokens) == 1:
                one = judge.single(piece, start, end)
            else:
                one = judge.several(piece, origin)
            if one:
                found.append(one)
                done = one.end
    return found


def _is_wrapped(text: str) -> bool:
    """Whether the lines of a text were broken at a width, so that a name may go on in the next line."""
    lines = text[:4000].split("\n")[:-1]
    long = [line for line in lines if 50 <= len(line) <= 100]
    return len(lines) > 4 and len(long) * 3 > len(lines) * 2


@lru_cache(maxsize=1 << 16)
def _in_dictionary(word: str, language: str | None) -> bool:
    """Whether a lower-case word is in a language's dictionary."""
    return language in _DICTIONARIES and simplemma.is_known(word, lang=language or "")


_DICTIONARIES = frozenset({"fr", "en", "es", "it", "pt", "de", "nl"})


class _Surroundings:
    """Judges what a run alone leaves open, by the text around it."""

    def __init__(self, text: str, language: str | None) -> None:
        self._text = text
        self._language = language
        self._small: frozenset[str] | None = None

    def headed(self, piece: _Piece, start: int, end: int) -> _Found | None:
        """A known phrase or an organisation that goes on in small letters; else what stands there without them."""
        if piece.tokens:
            return self._organisation(start, end)
        for phrases, kind in ((organisations(), Kind.ORGANISATION), (places(self._language), Kind.PLACE)):
            whole = _phrase(self._text, start, phrases, kind)
            if whole and whole.name:
                return _Found(kind, start, whole.end, whole.name, whole.words)
        run = self._text[start:end]
        if fold(run) in ORGANISATION_FIRST:
            return self._organisation(start, end)
        if demonym(run):
            return None
        for fallback in _closed(run, [_Token(0, len(run), run, fold(run))], False, self._language):
            return self.single(fallback, start, end)
        return None

    def _organisation(self, start: int, end: int) -> _Found | None:
        """An organisation that starts with its noun: "Banque de développement du Mali", "Ministry of Defence"."""
        text, noun_end, at = self._text, end, end
        linked, capital = False, True
        while (word := _TAIL_WORD.match(text, at)) and at - noun_end < _LONGEST:
            at, folded = word.end(), fold(word[1])
            if word[1][0].isupper():
                if folded in ORDINARY or folded in TITLES or (not linked and (_given(folded) or not capital)):
                    break
                end, capital, linked = at, True, False
            elif folded in ORGANISATION_ADJECTIVES and not linked:
                end, capital = at, False
            elif folded in ORGANISATION_LINKS and not (folded in _ANDS and not self._field_follows(at)):
                linked = True
            else:
                break
        if end == noun_end:
            return None
        name = _spaced(text[start:end])
        return _Found(Kind.ORGANISATION, start, end, name, fold_words(name))

    def _field_follows(self, at: int) -> bool:
        """Whether "et", "and" goes on with another field of one office ("et des Finances")."""
        return any(
            fold(word) in DOMAINS and fold(word) not in ORGANISATION_FIRST
            for word in _WORD.findall(self._text[at : at + 30])[:3]
        )

    def several(self, piece: _Piece, origin: int) -> _Found | None:
        """Several words of unknown type: a person where an office, speech or their strangeness tells, else a term."""
        tokens = piece.tokens
        start = origin + piece.start
        office = _STRONG if piece.titled else self._office_before(start, tokens[0].folded in DOMAINS)
        while tokens and tokens[0].folded in DOMAINS and (office or len(tokens) > 2):
            tokens = tokens[1:]  # "ministre de la Défense Abdellatif Loudiyi"
        given = next((at for at, token in enumerate(tokens[:-1]) if _given(token.folded)), 0)
        if given and all(self._ordinary(token.text) for token in tokens[:given]):
            tokens = tokens[given:]  # "Actrice Scarlett Johansson"
        if not tokens:
            return None
        start, end = origin + tokens[0].start, origin + tokens[-1].end
        name = _spaced(self._text[start:end])
        kind = Kind.TERM
        if office or given or _given(tokens[0].folded) or self._vouched(end) or self._foreign(tokens, start):
            kind = Kind.PERSON
        elif self._opens(start) and all(self._ordinary(token.text) for token in tokens):
            return None
        return _Found(kind, start, end, name, fold_words(name))

    def single(self, piece: _Piece, start: int, end: int) -> _Found:
        """One word of unknown type: a person after an office, else a term; weak where it may be an ordinary word."""
        _, _, _, _, name, words, _, titled, common = piece
        if titled or self._office_before(start, False) == _STRONG:
            return _Found(Kind.PERSON, start, end, name, words)
        if self._opens(start):
            return _Found(Kind.TERM, start, end, name, words, common or name.lower() in self._smalls())
        return _Found(Kind.TERM, start, end, name, words, common and (self._language == "de" or name.isupper()))

    def _opens(self, start: int) -> bool:
        """Whether a word opens a sentence, a line, a quotation or a column of a ticker."""
        before = self._text[max(0, start - 2) : start]
        return not before or before[-1] in _OPENERS or (before[-1] in " \u00a0\u202f" and before[0] in _OPENERS_SPACED)

    def _ordinary(self, word: str) -> bool:
        """Whether a capitalised word is an ordinary one: written small in the same text, or in the dictionary."""
        small = word.lower()
        if small in self._smalls():
            return True
        return all(part in STOPWORDS or _in_dictionary(part, self._language) for part in small.split("-"))

    def _smalls(self) -> frozenset[str]:
        if self._small is None:
            self._small = frozenset(self._text.split())
        return self._small

    def _foreign(self, tokens: Sequence[_Token], start: int) -> bool:
        """No word is in the dictionary, no article stands before, and there are as many words as a person has."""
        if len(tokens) > 4 or any(token.text.isupper() and len(token.text) < 5 for token in tokens):
            return False
        words = [word for token in tokens for word in _WORD.findall(token.text.lower()) if len(word) > 1]
        for language in dict.fromkeys((self._language, "en")):
            if any(_in_dictionary(word, language) for word in words if fold(word) not in PARTICLES):
                return False
        before = self._text[max(0, start - 12) : start].replace("’", " ").replace("'", " ").split()
        return not before or before[-1].lower() not in DETERMINERS.get(self._language or "", frozenset())

    def _office_before(self, start: int, linked: bool) -> int:
        """The office before a name, with nothing between but its field and nationality: "ministre de la Défense …".

        Right before the name "de", "of" shows an office of that name ("président de Renault"), unless it is `linked`.
        """
        text, end = self._text, start
        nearest = max(0, start - _REACH)
        while end > nearest:
            end -= text[end - 1] == " "
            space = text.rfind(" ", nearest, end)
            step = _step(text[space + 1 : end])
            if step > _FIELD or space < 0 or (step == _LINK and end > start - 2 and not linked):
                return max(step, _NONE)
            end = space + 1
        return _NONE

    def _vouched(self, end: int) -> bool:
        """An office or a verb of speech follows: ", ministre de …", " said"."""
        after = self._text[end : end + 50]
        words = _WORD.findall(after)[:3]
        if after.startswith(", "):
            return any(_office(fold(word)) for word in words)
        return bool(words) and after.startswith(" ") and fold(words[0]) in SPEECH


_REACH = 90
"""How far to the left, in code points, an office may stand from the name that it belongs to."""
_LONGEST = 90
"""How many code points an organisation's name may go on after its noun."""
_TAIL_WORD = re.compile(rf"(?:{_GAP}|{_GAP}(?:d|l|dell|all|nell)['’]|['’])([^\W\d_][\w\-]*)")
_ANDS = frozenset(("et", "and", "y", "e", "und"))
_OPENERS = frozenset('\n\t\r«“"„‘([•|*')
_OPENERS_SPACED = frozenset(" \n.!?:;…»«”“\"'–—-•|*>)\u00a0")


@lru_cache(maxsize=1 << 15)
def _step(word: str) -> int:
    """What a word left of a name is: an office, a link on the way to one, or the end of the way."""
    folded = fold(word.rpartition("’")[2].rpartition("'")[2].rstrip(","))
    if not folded:
        return _LINK if word else _NONE
    if folded in RULERS:
        return _STRONG
    if office := _office(folded):
        return office
    if folded in DOMAINS or folded in MODIFIERS or demonym(folded):
        return _FIELD
    return _LINK if folded in ORGANISATION_LINKS else _NONE


# --- short forms ------------------------------------------------------------------------------------------------------


def _tied(text: str, found: Sequence[_Found]) -> Iterator[_Found]:
    """The names of a text with short forms tied to full ones, and weak ones left out that nothing ties."""
    acronyms = _acronyms(text, found)
    people = _People(found)
    term, person, place = Kind.TERM, Kind.PERSON, Kind.PLACE
    firm = {one.words for one in found if one.kind is term and not one.weak}
    for one in found:
        kind, start, end, name, words, weak = one
        if kind is place:
            yield one
        elif name in acronyms:
            yield _Found(Kind.ORGANISATION, start, end, acronyms[name], fold_words(acronyms[name]))
        elif (kind is term or kind is person) and (known := people.known(words)):
            yield _Found(person, start, end, known.name, known.words)
        elif not weak or words in firm:
            yield one


def _acronyms(text: str, found: Sequence[_Found]) -> Mapping[str, str]:
    """Acronyms that the text spells out, each with the name that stands before its brackets."""
    spelled: dict[str, str] = {}
    for full, short in pairwise(found):
        if short.start - full.end < 4 and text[full.end : short.start] in _BRACKETS and full.kind is not Kind.PLACE:
            letters = text[short.start : short.end]
            if text[short.end : short.end + 1] == ")" and _abbreviates(letters, full.name):
                spelled[letters] = spelled[full.name] = full.name
    return spelled


_BRACKETS = frozenset((" (", "\u00a0(", " («", " (« "))


def _abbreviates(letters: str, name: str) -> bool:
    initials = iter("".join(word[0] for word in fold_words(name)))
    wanted = [letter for letter in fold(letters) if letter.isalpha()]
    return 1 < len(wanted) < 9 and all(letter in initials for letter in wanted)


class _People:
    """The full forms of a text's persons, and which short form means whom."""

    def __init__(self, found: Sequence[_Found]) -> None:
        self._full: dict[tuple[str, ...], _Found] = {}
        self._short: dict[str, _Found | None] = {}
        self._vouched: dict[tuple[str, ...], _Found] = {}
        for one in found:
            if one.kind is Kind.PERSON:
                (self._full if len(one.words) > 1 else self._vouched).setdefault(one.words, one)
        for one in self._full.values():
            for short in _short_forms(one.words):
                known = self._short.setdefault(short, one)
                if known and known is not one and not _one_person(known, one):
                    self._short[short] = None

    def known(self, words: tuple[str, ...]) -> _Found | None:
        """The full form that these words mean, None for nobody known."""
        return self._full.get(words) or self._short.get(" ".join(words)) or self._vouched.get(words)


def _short_forms(words: tuple[str, ...]) -> Iterator[str]:
    """Surname with and without its particles, and after the given name's initial."""
    if _ROMAN.match(words[-1].upper()):
        return
    first = len(words) - 1
    yield words[-1]
    while first > 1 and words[first - 1] in PARTICLES:
        first -= 1
        yield " ".join(words[first:])
    yield f"{words[0][0]} {words[-1]}"


def _one_person(a: _Found, b: _Found) -> bool:
    return same_name(Name(a.name, a.words), Name(b.name, b.words)) is not NameLikeness.OTHER


# --- scripts without capitals -----------------------------------------------------------------------------------------

_UNCASED = frozenset({"ar", "fa", "he", "hi", "ja", "ka", "ko", "th", "ur", "zh"})


def _written_out(text: str, language: str | None) -> list[_Found]:
    """Territories by their CLDR names, the only names that a script without capitals shows by itself."""
    pattern, codes = _territory_pattern(language or "")
    return [
        _Found(Kind.PLACE, *found.span(1), codes[found[1]], (codes[found[1]].lower(),))
        for found in pattern.finditer(text)
    ]


@lru_cache(maxsize=8)
def _territory_pattern(language: str) -> tuple[re.Pattern[str], Mapping[str, str]]:
    codes = territory_names(language)
    names = "|".join(re.escape(name) for name in sorted(codes, key=lambda name: (-len(name), name)))
    clitic = "[وبلفك]?" if language in {"ar", "fa", "ur"} else "[ובלמהכש]?" if language == "he" else ""
    edges = ("", "") if language in {"ja", "th", "zh", "ko"} else (rf"(?<!\w){clitic}", r"(?!\w)")
    return re.compile(f"{edges[0]}({names}){edges[1]}"), codes
