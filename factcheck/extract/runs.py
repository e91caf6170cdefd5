"""Runs of capitalised words, each read by itself: known places and organisations, titles, given names, numbers.

`pieces` remembers, for news repeats its names; what a run alone leaves open is judged by its surroundings in `names`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from enum import IntEnum
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

from factcheck.lang import Memory
from factcheck.lang.concepts import CONCEPTS, known
from factcheck.lang.fold import fold, fold_words
from factcheck.lang.wordlists import (
    ADVERB_ENDINGS,
    AFTER_NAMES,
    CALENDAR,
    DEMONYMS,
    DOMAINS,
    GERMAN_ENDINGS,
    GIVEN,
    LOCALES,
    OFFICES_OF_PLACES,
    ORDINARY,
    ORGANISATION_FIRST,
    ORGANISATION_LAST,
    PARTICLES,
    PARTNERS,
    PREFIXES,
    ROLE_ENDINGS,
    ROLES,
    RULERS,
    STOPWORDS,
    TAILS,
    THINGS,
    TITLES,
    WEAK_ROLES,
    Phrases,
    demonym,
    organisations,
    places,
)
from factcheck.model import Kind, Name

# --- what a run of capitalised words looks like -----------------------------------------------------------------------


def _letters(test: Callable[[str], bool]) -> str:
    """The letters of the cased scripts that pass a test."""
    blocks = (range(0x41, 0x250), range(0x370, 0x557), range(0x1E00, 0x2000))
    return "".join(chr(code) for block in blocks for code in block if test(chr(code)))


_CAPITALS = frozenset(_letters(lambda letter: letter.isupper() or letter.istitle()))
_UPPER = f"[{''.join(sorted(_CAPITALS))}]"
GAP = "[ \u00a0\u202f]"
_LETTER = r"[\w\u0300-\u036f]"  # with accents that stand by themselves
_REST = (  # of a word, after its capital
    rf"(?:\.(?:-?{_UPPER}\.)*|r\.(?<=\b[JS]r\.)|{_LETTER}{{0,3}}\.(?={GAP}{_UPPER})|{_LETTER}*(?:[-‐‑'’&]{_LETTER}+){{0,6}})"
)
_SMALL = (
    r"(?:d[eu]s?|da|dos?|das|di|del|dell[aeo]|la|le|(?<=\bde )l[oa]s|van|von|de[rn]|(?:in )?['’]t|ben|bin|ibn|bint|el"
    r"|al|abo?u|ould|zu|te[rn])"
)
_INNER = rf"(?:{_SMALL}{GAP}|(?:d|l|al|el|ad|ar|as|ash|ech|es|ez|at|an)['’\-])"
_QUOTED = rf"[\"“„«‘']{GAP}?{_UPPER}{_REST}(?:{GAP}{_UPPER}{_REST})?{GAP}?[\"”“»’']"
_BETWEEN_WORDS = rf"{GAP}(?:{_QUOTED}{GAP}|&{GAP})?(?:{_INNER}){{0,3}}"
# The lookbehind stands after the first letter, so that the search runs from capital to capital.
RUN = re.compile(rf"{_UPPER}(?<![\w@#].){_REST}(?:{_BETWEEN_WORDS}{_UPPER}{_REST}){{0,11}}")
WRAPPED_RUN = re.compile(RUN.pattern.replace(GAP, "[ \u00a0\u202f\n]"))
_TOKEN = re.compile(rf"{_UPPER}(?<!\w.){_REST}")
_NICKNAME = re.compile(rf"(?<={GAP}){_QUOTED}(?={GAP})")
_QUOTE_MARKS = frozenset("\"“”„«»‘’'")
WORD = re.compile(rf"{_LETTER}+")
_ELISION = re.compile(
    r"(?:(?P<article>[LJSCTQ]|Qu|Jusqu|Lorsqu|Puisqu|Quoiqu|All|Dall|Nell|Sull|Quest|Quell|Un)|[DMNP]|Dell)['’]"
)
_CLIPPED = re.compile(rf"(?:-?{_UPPER}\.)+$")
ROMAN = re.compile(r"[IVX]{1,5}$")
_DIGIT = re.compile(r"\d")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr drs prof st ste sr sra dra gen col lt capt sgt sen rep gov hon rev jr mme mlle".split()
)


class Token(NamedTuple):
    """A capitalised word of a run: offsets within the run, the word and its fold."""

    start: int
    end: int
    text: str
    folded: str


class State(IntEnum):
    FIRM = 0
    """Settled by the run alone."""
    HEAD = 1
    """May go on in small letters beyond the run: "Émirats arabes unis", "Banque centrale"."""
    OPEN = 2
    """To be judged by its surroundings."""


class Piece(NamedTuple):
    """A stretch of a run: offsets within the run, and what is known of it."""

    state: State
    start: int
    end: int
    kind: Kind
    name: Name
    """Without parts for a head that is no name without what follows."""
    tokens: tuple[Token, ...] = ()
    """Of several words that are still to be judged one by one."""
    titled: bool = False
    common: bool = False
    """Whether this is a single word, and one of the dictionary."""
    following: frozenset[str] = frozenset()
    """For a head, the folded words that may come next."""


# --- a run by itself --------------------------------------------------------------------------------------------------


@cache
def pieces(language: str | None) -> Memory:
    """Run → the names of it: known phrases, and what lies between titles, offices and ordinary words."""
    return Memory(lambda run: tuple(_pieces(run, language)), _LONGEST_RUN)


_LONGEST_RUN = 1_000
"""The longest run, in code points, that is remembered: a hostile text may be one."""


def _pieces(run: str, language: str | None) -> Iterator[Piece]:
    tokens = _tokens(run)
    plain = run.replace(" ", "").isalpha() and run.count(" ") < len(tokens)  # nothing but capitalised words
    if plain and all(_unlisted(token.folded, language) for token in tokens):
        return closed(run, tokens, False, language)
    return _split(run, tokens, language)


def _tokens(run: str) -> list[Token]:
    tokens: list[Token] = []
    if run.replace(" ", "").isalpha():
        at = 0
        for word in run.split(" "):
            if word[:1] in _CAPITALS:
                tokens.append(Token(at, at + len(word), word, fold(word)))
            at += len(word) + 1
        return tokens
    for found in _TOKEN.finditer(run):
        start, end = found.span()
        word = found[0]
        if word.isalpha():
            tokens.append(Token(start, end, word, fold(word).rstrip(".")))
            continue
        if word[-2:] in ("'s", "’s"):
            end -= 2
        elif word.rpartition("-")[2] in TAILS:
            end -= len(word) - word.rindex("-")
        elif word.endswith(".") and _full_stop(word[:-1], tokens[-1] if tokens else None, end == len(run)):
            end -= 1
        tokens.append(Token(start, end, run[start:end], fold(run[start:end]).rstrip(".")))
    return _unquoted(run, tokens) if not _QUOTE_MARKS.isdisjoint(run) else tokens


def _unquoted(run: str, tokens: list[Token]) -> list[Token]:
    """The words of a run less the nicknames in it: those in quotes behind a given name."""
    for quoted in _NICKNAME.finditer(run):
        before = [token for token in tokens if token.end <= quoted.start()][-2:]
        if any(given(token.folded) for token in before):
            tokens = [token for token in tokens if not quoted.start() < token.start < quoted.end()]
    return tokens


def _full_stop(word: str, before: Token | None, last: bool) -> bool:
    """Whether the dot after a word ends a sentence ("Philip V. Le …") instead of clipping the word ("A. Berg")."""
    if len(word) == 1:
        return last or (word in "IVX" and before is not None and given(before.folded))
    return "." not in word and fold(word) not in _ABBREVIATIONS


def _split(run: str, tokens: Sequence[Token], language: str | None) -> Iterator[Piece]:
    queue = list(reversed(tokens))
    segment: list[Token] = []
    titled = addressed = False
    title = ""
    done = 0
    shouted = len(tokens) > 1 and run.isupper()
    while queue:
        token = queue.pop()
        if token.start < done:
            continue
        after = queue[-1] if queue else None
        if segment and _parted(run, segment, token, after, language):
            yield from closed(run, segment, titled, language)
            segment, titled = [], False
        if titled and not segment and token.folded not in DOMAINS and _owned(run[done : token.start], title):
            titled = False
        if token.text.isalpha() and _unlisted(token.folded, language):
            segment.append(token)
            continue
        known = _known(run, token, after, segment, queue, titled, language)
        if known:
            if known.kind is Kind.ORGANISATION and known.start == token.start and _joins(segment, token):
                known = _opened_by(run, segment[0], known)
            else:
                yield from closed(run, segment, titled, language)
            segment, titled, done = [], False, known.end
            yield known
            if token.end > done and (rest := _remainder(run, token, done)):
                queue.append(rest)
        elif elided := _elided(run, token):
            queue.extend(elided)
        elif addressed and not segment and token.folded in CALENDAR:
            segment.append(token)  # "Frau Mai"
        elif _breaks(token, after, segment, titled, shouted, language):
            if not office(token.folded) or any(given(part.folded) for part in segment):
                yield from closed(run, segment, titled, language)  # but not "Defense" of "Defense Secretary Austin"
            segment, done, addressed, title = [], token.end, token.folded in TITLES, token.folded
            titled = token.folded in TITLES or token.folded in RULERS or office(token.folded) == STRONG
        else:
            segment.append(token)
    yield from closed(run, segment, titled, language)


def _unlisted(folded: str, language: str | None) -> bool:
    """Whether a word by its fold is in no table but those of parts of names, so that no name begins or ends with it."""
    if language == "de" or folded in _listed(language):
        return False
    return not (folded.endswith(_ENDINGS) and (office(folded) or demonym(folded)))


@lru_cache(maxsize=16)
def _listed(language: str | None) -> frozenset[str]:
    """Words that a name may begin or end with; in German places have endings, too."""
    words = TITLES | RULERS | ROLES | WEAK_ROLES | ORDINARY | STOPWORDS | ORGANISATION_FIRST
    return words.union(map(fold, PREFIXES | AFTER_NAMES), DEMONYMS, organisations(), places(language), ("l",))


_ENDINGS = (*ROLE_ENDINGS, *GERMAN_ENDINGS)
"""What an office or a nationality may end with that is in no table itself."""


def _owned(gap: str, title: str) -> bool:
    """Whether small words between an office and a name make it an office of that name: "Präsident der Fraktion".

    The "von" of nobles ("Kanzler von Papen") is none behind an office of places: "die Bürgermeisterin von Lund".
    """
    return bool(gap.strip()) and (gap.strip().lower() not in _NOBLE or title in OFFICES_OF_PLACES)


_NOBLE = frozenset(("von", "van", "de", "d'", "d’", "el", "al", "ben", "bin"))


def _joins(segment: Sequence[Token], token: Token) -> bool:
    """Whether one more capitalised word stands right before an organisation: "Royal" of "Royal Moroccan Army"."""
    return len(segment) == 1 and _adjacent(segment[0], token) and demonym(token.folded) is not None


def _opened_by(run: str, token: Token, piece: Piece) -> Piece:
    name = spaced(run[token.start : piece.end])
    return piece._replace(start=token.start, name=named(name))


def _remainder(run: str, token: Token, done: int) -> Token | None:
    """What is left of a hyphened word after a place ("-Israël" of "Maroc-Israël"), where it is capitalised too."""
    rest = run[done : token.end].lstrip("-‐‑/&")
    start = token.end - len(rest)
    return Token(start, token.end, rest, fold(rest)) if rest[:1].isupper() and start > done else None


def _elided(run: str, token: Token) -> list[Token]:
    """The word behind an elided article ("L'Algérie"); nothing but the marker where that is in small letters."""
    elision = _ELISION.match(token.text)
    if not elision:
        return []
    start = token.start + elision.end()
    rest = run[start : token.end]
    if not rest[:1].isupper():
        return [Token(token.end, token.end, "", "l")]
    return [Token(start, token.end, rest, fold(rest))] if elision["article"] else []


def _parted(run: str, segment: Sequence[Token], token: Token, after: Token | None, language: str | None) -> bool:
    """Whether what stands before a word parts it from the name so far: a full stop, an article, "de" and a person."""
    gap = run[segment[-1].end : token.start].strip().lower()
    if not gap or _NICKNAME.fullmatch(run, segment[-1].end + 1, token.start - 1):
        return False
    if gap == "&":  # two persons, but "Berg & Sons", "Simon & Schuster Inc"
        firm = after and after.folded in ORGANISATION_LAST and _adjacent(token, after)
        return not (firm or token.folded in PARTNERS)
    if gap in _QUOTE_MARKS:
        return True
    if gap.startswith((".", "'s", "’s")) or gap in _BARE_ARTICLES or (language, gap) == ("de", "das"):
        return True
    if (gap in _OF_THE and len(segment) > 1) or (
        token.text.isupper() and len(token.text) < 6 and not segment[0].text.isupper()
    ):
        return True  # "Olivier Faure du PS"
    person = given(segment[0].folded) and len(segment) < 4
    if language in {"de", "nl"} and not person and common(segment[-1].text, language):
        return True  # "Besuch von …"
    return not person and given(token.folded) and gap.partition(" ")[0] in _OF


_LEADING = frozenset(("de", "van", "von", "di", "da", "dos", "ben", "bin", "ibn", "abu", "abou", "ould", "al", "ait"))
_BARE_ARTICLES = frozenset(("la", "le", "der", "den", "les"))
_OF_THE = frozenset(("du", "des", "de l'", "de l’"))
_OF = frozenset(("de", "du", "des", "da", "do", "dos", "das", "di", "del", "della", "dello", "d'", "d’"))


LINK, FIELD, NONE, WEAK, STRONG = -2, -1, 0, 1, 2


@lru_cache(maxsize=1 << 14)
def office(folded: str) -> int:
    """Whether a folded word is an office: `STRONG`, `WEAK` where it has other senses, `NONE`."""
    if folded in ROLES or (len(folded) > 9 and folded.endswith(ROLE_ENDINGS)):
        return STRONG
    if "-" in folded and office(folded.rpartition("-")[2]):  # "CDU-Chef"
        return STRONG
    return WEAK if folded in WEAK_ROLES else NONE


def given(word: str) -> bool:
    """Whether a folded word is a common given name, or a compound that opens with one ("jean-luc")."""
    return word in GIVEN or word.partition("-")[0] in GIVEN


_DAYS_BARE = frozenset(("en", None))
"""Languages in which a day stands behind a name without a word between: "told Berg Friday"."""
_YOUNGER = frozenset(("jr", "sr"))


def _breaks(
    token: Token, after: Token | None, segment: Sequence[Token], titled: bool, shouted: bool, language: str | None
) -> bool:
    """Whether a capitalised word is no part of a name: a title, an office, a nationality, a word of the calendar."""
    word = token.folded
    if segment and token.text[1:] == "." and given(segment[-1].folded):
        return False
    if word == "l":
        return True
    if segment and token.text in AFTER_NAMES:
        return True
    if segment and word in _YOUNGER and given(segment[0].folded):
        return False
    parted = bool(segment) and not _adjacent(segment[-1], token)
    calendar = word in CALENDAR and (parted or language not in _DAYS_BARE)  # "María del Mar", "Paul Mars"
    if (
        segment
        and (calendar or word not in ORDINARY)
        and (segment[-1].folded in PARTICLES or given(segment[-1].folded))
    ):
        ordinary = word in STOPWORDS and word not in PARTICLES
        return ordinary and not (calendar or parted)  # the Maire of "Bruno Le Maire" is no mayor
    if token.text.endswith(".") and word not in TITLES:
        return False
    if word in TITLES or word in RULERS or office(word):
        return not (given(word) and after)
    if word in ORDINARY:
        return not (given(word) and after)
    if demonym(word):
        return not titled and not (given(word) and after)
    if word in STOPWORDS:
        if not (segment or titled or shouted) and token.text.isupper() and 1 < len(token.text) < 6:
            return False  # "CAN 2025"
        if word in PARTICLES:
            return not segment and not titled and (word not in _LEADING or not after)
        return bool(segment) or not (given(word) and after)
    return False


def _known(
    run: str,
    token: Token,
    after: Token | None,
    segment: Sequence[Token],
    queue: Sequence[Token],
    titled: bool,
    language: str | None,
) -> Piece | None:
    """A place or organisation of the tables, or one that its noun tells ("… Bank"), where it starts at this word."""
    if segment and given(segment[-1].folded):
        return None
    organisation = phrase(run, token.start, organisations(), Kind.ORGANISATION)
    place = phrase(run, token.start, places(language), Kind.PLACE) or _genitive(run, token, language)
    piece = _either(organisation, place)
    if piece and not piece.name.parts and segment and not segment[-1].text.isupper():
        piece = None  # "Times" may open "Times of Israel", but not in "Global Times"
    if piece is None and token.text in PREFIXES and after and _adjacent(token, after):
        return _prefixed(run, token, queue)
    if piece is None and token.folded in ORGANISATION_FIRST and not segment:
        return Piece(State.HEAD, token.start, token.end, Kind.ORGANISATION, named(""), (token,))
    if (piece and piece.kind is Kind.PLACE) or (piece is None and demonym(token.folded)):
        whole = _headed(run, token, queue)
        if whole:
            return whole
    if piece and piece.end <= token.end and after and (titled or given(token.folded)) and _adjacent(token, after):
        ordinary = after.folded in STOPWORDS or demonym(after.folded) or office(after.folded)
        return piece if ordinary else None  # "Jordan Bardella", "Israel Katz"
    return piece


def _either(organisation: Piece | None, place: Piece | None) -> Piece | None:
    """The organisation or the place that starts at a word, the longer one; a head where either may go on."""
    if organisation is None or place is None:
        return organisation or place
    piece = organisation if organisation.name.parts and organisation.end >= place.end else place
    following = organisation.following | place.following
    return piece._replace(state=State.HEAD if following else State.FIRM, following=following)


def _genitive(run: str, token: Token, language: str | None) -> Piece | None:
    """A place in the German genitive: "Israels"."""
    if language != "de" or not token.text.endswith("s") or len(token.text) < 5:
        return None
    piece = phrase(run[: token.end - 1], token.start, places(language), Kind.PLACE)
    return piece._replace(end=token.end) if piece and piece.end == token.end - 1 else None


def _prefixed(run: str, token: Token, queue: Sequence[Token]) -> Piece:
    """An organisation by what opens its name: "FC Barcelona", "Air Algérie"."""
    last = token
    for following in reversed(queue[-2:]):
        if not _adjacent(last, following) or office(following.folded) or following.folded in ORDINARY:
            break
        last = following
    return _piece(run, Kind.ORGANISATION, (token, last), None)


def _adjacent(one: Token, two: Token) -> bool:
    return two.start == one.end + 1


def _headed(run: str, token: Token, queue: Sequence[Token]) -> Piece | None:
    """A place or nationality that opens an organisation's name: "Moroccan Football Federation", "Manchester United"."""
    last = token
    for following in reversed(queue):
        if not _adjacent(last, following) or office(following.folded) or following.folded in ORDINARY:
            return None
        last = following
        if last.folded in ORGANISATION_LAST:
            name = spaced(run[token.start : last.end])
            return Piece(State.FIRM, token.start, last.end, Kind.ORGANISATION, named(name))
    return None


def phrase(run: str, start: int, phrases: Phrases, kind: Kind) -> Piece | None:
    """The longest phrase of a table that starts here; a HEAD where a longer one may go on beyond the run."""
    head = WORD.match(run, start)
    candidates = phrases.get(fold(head[0])) if head else None
    found: tuple[int, str] | None = None
    following: set[str] = set()
    for words, value, capitals in candidates or ():
        end = _match(run, start, words)
        if end == len(run) + 1:
            following.add(words[len(fold_words(run[start:]))])
        elif end and not (capitals and not run[start:end].isupper()):
            found = (end, value)
            break
    if not found and not (head and following):
        return None
    end, name = found or (len(run), "")
    if following and head and fold(head[0]) not in STOPWORDS:
        return Piece(State.HEAD, start, end, kind, named(name), following=frozenset(following))
    return Piece(State.FIRM, start, end, kind, named(name)) if name else None


def _match(text: str, start: int, words: Sequence[str]) -> int:
    """Where a phrase that starts here ends: 0 where the text differs, past the text's length where it stops short."""
    at = start
    for count, word in enumerate(words):
        if count:
            if at >= len(text):
                return len(text) + 1
            if text[at] not in _BETWEEN:
                return 0
            at += 3 if text[at : at + 3] == " & " else 2 if text[at] == "." and text[at + 1 : at + 2] == " " else 1
        piece = WORD.match(text, at)
        if not piece or fold(piece[0]) != word:
            return 0
        at = piece.end()
    return at + (text[at - 2 : at - 1] == "." and text[at : at + 1] == ".")


_BETWEEN = frozenset(" \n\u00a0\u202f-'’.‐‑")


def closed(run: str, segment: Sequence[Token], titled: bool, language: str | None) -> Iterator[Piece]:
    """What a stretch of capitalised words between two breaks is, as far as it tells by itself."""
    if not segment:
        return
    word = segment[0].folded
    if len(segment) > 1 and ROMAN.match(segment[-1].text):
        ruler = _ruler(segment)
        yield _piece(run, Kind.PERSON if ruler else Kind.TERM, ruler or segment, language)
    elif len(segment) > 1 and (
        any(two.folded in ORGANISATION_LAST and _adjacent(one, two) for one, two in pairwise(segment))
        or " & " in run[segment[0].end : segment[-1].start]
    ):
        yield _piece(run, Kind.ORGANISATION, segment, language)
    elif any(not token.text.isalpha() and _DIGIT.search(token.text) for token in segment):
        yield _piece(run, Kind.TERM, segment, language)
    elif titled and word not in DOMAINS:
        yield _piece(run, Kind.PERSON, segment, language)
    elif len(segment) > 1:
        person = _is_person(segment)
        yield _piece(run, Kind.PERSON if person else Kind.TERM, segment, language, State.FIRM if person else State.OPEN)
    elif language == "de" and (compound := _compound(segment[0], language)):
        yield from closed(run, [compound], titled, language)
    elif len(word) > 1 and not (word in DOMAINS or word in ORGANISATION_FIRST or word in PARTICLES):
        piece = _piece(run, Kind.TERM, segment, language, State.OPEN, titled)
        yield piece._replace(common=common(segment[0].text, language))


def _compound(token: Token, language: str) -> Token | None:
    """The name that opens a German compound ("Boeing" of "Boeing-Flugzeuge"), None where the word is none."""
    head, _, tail = token.text.rpartition("-")
    if not head or not common(tail, language) or common(head, language):
        return None
    return Token(token.start, token.start + len(head), head, fold(head))


def _ruler(segment: Sequence[Token]) -> Sequence[Token]:
    """The given names before a regnal number, with it; nothing where no given name stands there."""
    first = len(segment) - 1
    while first and given(segment[first - 1].folded):
        first -= 1
    return segment[first:] if first < len(segment) - 1 else ()


def _is_person(segment: Sequence[Token]) -> bool:
    """A given name or initials and what follows; or the Korean order ("Seo Ju-hyun")."""
    first = segment[0]
    if given(first.folded) or _CLIPPED.match(first.text):
        return len(segment) < 7
    return len(segment) == 2 and bool(_KOREAN.match(segment[1].text))


_KOREAN = re.compile(rf"{_UPPER}[a-z]+-[a-z]+$")


def _piece(
    run: str,
    kind: Kind,
    tokens: Sequence[Token],
    language: str | None,
    state: State = State.FIRM,
    titled: bool = False,
) -> Piece:
    start, end = tokens[0].start, tokens[-1].end
    judged = len(tokens) > 1 and (state is State.OPEN or language == "en")  # what is firm may stand in a headline there
    return Piece(state, start, end, kind, named(spaced(run[start:end])), tuple(tokens) if judged else (), titled)


@lru_cache(maxsize=1 << 14)
def named(name: str) -> Name:
    """The name of that wording."""
    return Name(name, fold_words(name))


def spaced(name: str) -> str:
    """A name with one plain space between its words, its accents composed."""
    joined = " ".join(name.split())  # a name in plain letters has nothing to compose
    return joined if joined.isascii() else normalize("NFC", _QUOTES.sub(r'"\1"', joined))


_QUOTES = re.compile(rf"[“„«]{GAP}?([^“”„«»]+?){GAP}?[”“»]")


@lru_cache(maxsize=1 << 15)
def alone(run: str, language: str | None) -> Piece | None:
    """What a run of one word or several is where it begins no known phrase."""
    if demonym(run) or fold(run) in STOPWORDS or fold(run) in ORDINARY:
        return None
    return next(closed(run, [Token(0, len(run), run, fold(run))], False, language), None)


@lru_cache(maxsize=1 << 15)
def common(word: str, language: str | None) -> bool:
    """Whether a capitalised word is, written small, an ordinary word of a language: each of its parts."""
    return all(fold(part) in STOPWORDS or _in_dictionary(part, language or "") for part in word.lower().split("-"))


def _in_dictionary(word: str, language: str) -> bool:
    adverb = language in LOCALES and len(word) > 6 and word.endswith(ADVERB_ENDINGS)
    return adverb or known(word, language) or word in _newsroom(language)


@cache
def _newsroom(language: str) -> frozenset[str]:
    """The words of the concepts' names, for dictionaries of forms leave some out ("memorandum")."""
    phrases = (phrase for concept in CONCEPTS.values() for phrase in (concept.words or {}).get(language, ()))
    return frozenset(word for phrase in phrases for word in phrase.split())


_CAMEL = re.compile(r"(?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bLe)(?<!\bDi)(?<=[a-z])[A-Z]")  # CloudTrek, but McCarthy


@lru_cache(maxsize=1 << 15)
def strange(name: str, language: str | None) -> bool:
    """Whether no word of a name is in the dictionary of its text's language or in English, and few words make it."""
    words = name.split()
    if len(words) > 5 or _CAMEL.search(name) or any(word.isupper() and len(word) < 5 for word in words):
        return False
    if any(fold(word) in THINGS for word in words):
        return False
    parts = [part for part in WORD.findall(name.lower()) if len(part) > 1 and fold(part) not in PARTICLES]
    return not any(known(part, code) for code in dict.fromkeys((language or "en", "en")) for part in parts)
