"""What a claim says that its subject has not, or does not do, and a source says of that subject in so many words.

A long claim denies one thing among many: "has a pool and a garden, but no tennis court". A passage that has nothing
else of it may still have just that, in one piece: "Tennis court: open all year". Then it says what the claim denies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.lang.mood import Cue, breaks
from factcheck.lang.slots import slots
from factcheck.match.against.denials import BESIDE
from factcheck.match.against.polarity import LEFT_OPEN, LETTERS, negations
from factcheck.match.against.wording import Item, Place, Turned, alike, holding_item, mention, places
from factcheck.match.hits import Places
from factcheck.match.question import Question, Role
from factcheck.model import Kind, Mention, Qualifier, Relation
from factcheck.reading import NAME_KINDS, PAUSE, Reading, Sentence, Term, is_content, words_of

HAVING = frozenset({"offer", "provide", "consist", "own-hold", "give"})
"""Verbs that only say that something is there: a source need not say it with a verb at all."""

MANY = frozenset({"various", "numerous"})
"""Concepts that only say how much there is: who offers no guided tours offers no "range of" them."""

A_PIECE = 2
"""How many words a source must have in one piece to speak of the very thing."""

BY_ITSELF = 3
"""The same for a claim that does not name whom it speaks of."""

LOOK_BACK = 6
"""How many sentences before a passage may last have named its subject."""

Piece = tuple[Item, ...]


def held(question: Question, source: Reading, found: Places) -> Iterator[Turned]:
    """Where a source says what a claim plainly denies, and denies it nowhere itself."""
    laid_out = cache(lambda number: places(source.sentences[number], source.text))
    asked = question.reading.text
    for sentence in question.reading.sentences:
        for cue in (cue for cue in negations(sentence) if plain(cue, sentence, asked)):
            denied = denied_piece(cue, sentence, asked)
            named = subjects(question, cue, found)
            if len(denied.said) < (A_PIECE if named is not None or denied.verb else BY_ITSELF):
                continue
            stands = [
                Stand(piece, source.sentences[number], source.text)
                for number in holding_all(denied.said, source)
                for piece in pieces(denied.said, laid_out(number), source.text)
            ]
            if any(stand.reached(lambda c: c.qualifier is Qualifier.NEGATED) for stand in stands):
                continue
            for stand in stands:
                hits = (hit for by in found for hit in by.get(stand.sentence.number, ()))
                known = {hit.mention.start for hit in hits if hit.relation is Relation.EQUAL and hit.precise}
                whose = named is not None or len(denied.said) >= BY_ITSELF or same_verb(denied, stand)
                theirs = is_theirs(denied, stand, known) and of_the_same(question, stand, source, found, named)
                if whose and theirs and said_so(stand):
                    pairs = tuple((mention(a), mention(b)) for a, b in zip(denied.said, stand.piece, strict=True))
                    ours, other = pairs[-1]
                    why = f"the claim denies it ({cue.text}), the passage says it"
                    yield Turned(stand.sentence, ours, other, pairs[:-1], why)


# --- what a claim denies ---


@dataclass(frozen=True, slots=True)
class Denied:
    """The words that a denial is of; `there` says that it denies only that the thing is there, or is had, by `verb`."""

    said: Piece
    there: bool
    verb: Item | None = None


def plain(cue: Cue, sentence: Sentence, text: str) -> bool:
    """Whether a denial says no more than "not", "no" or "without": not "never", "hardly", "not yet" or "if not"."""
    small = slots(sentence.language)
    said = [w for w, start, _ in words_of(text, sentence.passage) if cue.end <= start < cue.scope.end]
    supposing = any(supposes(other) and other.scope.start <= cue.start < other.scope.end for other in sentence.cues)
    if supposing or any(word.lower() in small.lasting | small.yet for word in said):
        return False
    if cue.rule in ("nothing", "without"):
        return True
    return cue.rule == "negation" and not small.simply.isdisjoint(LETTERS.findall(cue.text.lower()))


def supposes(cue: Cue) -> bool:
    """Whether what a cue reaches is planned, asked, or said under a condition."""
    return cue.qualifier is Qualifier.INTENDED or cue.rule in ("conditional", "possibility", "question")


def denied_piece(cue: Cue, sentence: Sentence, text: str) -> Denied:
    """What a claim denies, up to the end of its clause or to "with", a verb that only says that it is there left out.

    Of a sort of things ("a range of tours") it is the things that are denied. A denial without a verb has that of the
    words before it: "saves time but not money".
    """
    small = slots(sentence.language)
    items = [place.item for place in places(sentence, text)]
    words = [(w.lower(), start) for w, start, _ in words_of(text, sentence.passage)]
    accompanied = (start for w, start in words if start >= cue.end and w in accompanying(sentence.language))
    end = min(accompanied, default=cue.scope.end)
    said = [item for item in items if cue.end <= item.start < min(end, cue.scope.end)]
    had = any(w in small.have for w, start in words if said and cue.end <= start < said[0].start)
    verb = said[0] if said and having(said[0]) else None
    said = said[1:] if verb else said
    ofs = [start for w, start in words if w in small.of]
    sorts = [item for item in said if sort(item, small.sort, ofs)]
    said = [item for item in said if item.start > max((s.start for s in sorts), default=-1)]
    before = next((w for w, start in reversed(words) if start < cue.start), "")
    parted = before == "," or before in breaks(sentence.language)
    if cue.rule != "negation":
        last = [item for item in items if item.end <= cue.start][-1:]
        bare = parted or before in accompanying(sentence.language) | small.have | small.copula
        return Denied(tuple(said) if bare or any(map(having, last)) else (), there=True)
    if len(said) == 1 and parted:
        governing = [i for i in items if i.end <= cue.start and not in_name(i, sentence)]
        return Denied((*governing[-2:-1], *said), there=False)
    return Denied(tuple(said), parted or had or verb is not None, verb)


def sort(item: Item, sorts: frozenset[str], ofs: Sequence[int]) -> bool:
    """Whether a word only says how much there is of what follows: "a range of"."""
    if not isinstance(item, Term):
        return False
    before_of = item.lemma in sorts and any(0 < at - item.end <= 1 for at in ofs)
    return before_of or (bool(item.concepts) and MANY.issuperset(item.concepts))


def accompanying(language: str) -> frozenset[str]:
    """With."""
    return slots(language).together - breaks(language) - {"&"}


def in_name(item: Item, sentence: Sentence) -> bool:
    return any(m.kind in NAME_KINDS and m.start <= item.start < m.end for m in sentence.mentions)


def having(item: Item) -> bool:
    return isinstance(item, Term) and not HAVING.isdisjoint(item.concepts)


# --- where it stands ---


def holding_all(wanted: Sequence[Item], source: Reading) -> list[int]:
    """The numbers of the sentences that have every word of a piece."""
    words = [set(holding_item(item, source)) for item in wanted if isinstance(item, Term)]
    return sorted(set.intersection(*words)) if words else []


def pieces(wanted: Sequence[Item], row: Sequence[Place], text: str) -> Iterator[Piece]:
    """The stretches of a sentence that have the wanted words in one piece, in any order, one word besides at most."""
    items = [place.item for place in row]
    for first in range(len(items)):
        stretch = items[first : first + len(wanted) + 1]
        taken: list[Item] = []
        for item in wanted:
            taken += [other for other in stretch if other not in taken and alike(item, other)][:1]
        if len(taken) == len(wanted) and items[first] in taken:
            start, end = min(i.end for i in taken), max(i.start for i in taken)
            if not PAUSE.search(text, start, end):
                yield tuple(taken)


@dataclass(frozen=True, slots=True)
class Stand:
    """A piece in its sentence."""

    piece: Piece
    sentence: Sentence
    text: str

    def reached(self, wanted: Callable[[Cue], bool]) -> bool:
        """Whether a cue of the wanted sort bears on the piece."""
        cues = filter(wanted, self.sentence.cues)
        return any(cue.scope.start <= item.start < cue.scope.end for cue in cues for item in self.piece)


def said_so(stand: Stand) -> bool:
    """Whether a sentence says what is denied, without leaving it open; what is on offer is there to be had."""
    terms = stand.sentence.terms
    offers = {t.start for t in terms if "offer" in t.concepts}

    def leaves_open(cue: Cue) -> bool:
        return (cue.rule in LEFT_OPEN or supposes(cue)) and not (cue.rule == "open" and cue.start in offers)

    ahead = any(0 < i.start - t.end <= BESIDE for i in stand.piece for t in terms if "before" in t.concepts)
    return not ahead and not stand.reached(leaves_open)


def is_theirs(denied: Denied, stand: Stand, known: set[int]) -> bool:
    """Whether a clause says a piece of nobody but the claim's own, `known` by where their words start.

    Of a thing it must say that it is there: by a verb for having it, by "with", or as a heading or an item of a list.
    Who loses its station, or calls for one, has none.
    """
    small, language = slots(stand.sentence.language), stand.sentence.language
    start, end = min(i.start for i in stand.piece), max(i.end for i in stand.piece)
    there = stand.text[end : end + 1] in (":", "\n", "")
    for word, at, _ in reversed([w for w in words_of(stand.text, stand.sentence.passage) if w[1] < start]):
        if PAUSE.match(word):
            break
        term = next((t for t in stand.sentence.terms if t.start <= at < t.end), None)
        had = word.lower() in accompanying(language) | small.have or bool(term and having(term))
        light = term and (having(term) or term.start in known)
        qualifying = term and not there and (term.attribute or term.lemma in small.sort)
        if is_content(word, language) and not (had or light or qualifying):
            return False  # "the next village has a station"
        there = there or had
    return there or not denied.there


def same_verb(denied: Denied, stand: Stand) -> bool:
    """Whether a sentence has a thing by the very verb that the claim denies: "they do not offer a night bus"."""
    start = min(item.start for item in stand.piece)
    return denied.verb is not None and any(alike(denied.verb, t) for t in stand.sentence.terms if t.end <= start)


# --- of whom ---


def subjects(question: Question, cue: Cue, found: Places) -> frozenset[int] | None:
    """The sentences that speak of what a claim names before its denial: by its names, or the first of its words.

    None where it names nothing there ("they do not offer …", "there is no …").
    """
    rows = [(e, by) for e, by in zip(question.elements, found, strict=True) if e.detail.end <= cue.start]
    names = [(e, by) for e, by in rows if e.role is Role.NAME]
    names = [(e, by) for e, by in names if e.detail.kind is not Kind.PLACE] or names
    first = min(rows, key=lambda row: row[0].detail.start, default=None)
    told = [by for _, by in names] or ([first[1]] if first and first[0].role is Role.TERM else [])
    if not told:
        return None
    return frozenset(
        number for by in told for number, hits in by.items() if any(h.relation is not Relation.CONFLICTS for h in hits)
    )


def of_the_same(question: Question, stand: Stand, source: Reading, found: Places, named: frozenset[int] | None) -> bool:
    """Whether a sentence, or one shortly before it, names the claim's subject, with nobody else in between.

    It must give a day and a place of the claim where that does.
    """
    before = [s for s in source.sentences[stand.sentence.number :: -1] if s.terms][:LOOK_BACK]
    nearest = 0 if named is None else next((n for n, s in enumerate(before) if s.number in named), None)
    if nearest is None:
        return False
    run = before[: nearest + 1]
    known = {hit.mention.start for by in found for s in run for hit in by.get(s.number, ())}
    strangers = ((m, s) for s in run for m in s.mentions if m.kind in NAME_KINDS and m.start not in known)
    if any(m.kind is Kind.PERSON or heads(m, s, source.text) for m, s in strangers):
        return False
    return all(
        any(s.number in by for s in run)
        for e, by in zip(question.elements, found, strict=True)
        if (e.detail.kind is Kind.DATE and e.role is Role.VALUE)
        or (e.role is Role.NAME and e.detail.kind is Kind.PLACE)
    )


def heads(mention: Mention, sentence: Sentence, text: str) -> bool:
    """Whether a name opens a sentence, and no mere heading ("Guided tours: …"): then that is about it."""
    before = text[sentence.passage.start : mention.start].lower().split()
    return set(before) <= slots(sentence.language).article and text[mention.end : mention.end + 1] != ":"
