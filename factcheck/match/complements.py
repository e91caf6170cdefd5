"""What completes a noun: "the tax on tobacco" is not "the tax on diesel", though both are taxes.

A claim's noun may be found without its complement, or with another one. Then the sentence speaks of the like, perhaps,
but does not say it of what the claim names.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from factcheck.lang.concepts import CONCEPTS, opposites
from factcheck.lang.mood import breaks, complementisers
from factcheck.lang.slots import slots
from factcheck.match.hits import Hit, Places, mention_of
from factcheck.match.question import Question
from factcheck.match.whose.parts import parted
from factcheck.model import Mention
from factcheck.reading import Reading, Term
from factcheck.reading.side import Side
from factcheck.reading.voice import nominal

COMPLETED = "another one, by its complement"
"""How a hit tells that the noun has another complement than the claim's."""

JUXTAPOSING = frozenset({"en"})
"""Languages that set one noun before another without a small word: "tobacco tax"."""


def of_this(question: Question, source: Reading, found: Places) -> Places:
    """The hits, those marked that have another complement than the claim's, which their sentence has not."""
    completed = dict(complements(question, placed=False))
    return tuple(
        {
            number: tuple(
                replace(hit, why=COMPLETED) if of_another(hit, found[completed[place]], source, found) else hit
                for hit in hits
            )
            for number, hits in here.items()
        }
        if place in completed
        else here
        for place, here in enumerate(found)
    )


def of_another(hit: Hit, complement: dict[int, tuple[Hit, ...]], source: Reading, found: Places) -> bool:
    """Whether a noun has a complement here that is none of the claim's words, while the claim's is another noun's."""
    side = Side(source.sentences[hit.sentence], source.text)
    term = side.term_at(hit.mention.start)
    known = {h.mention.start for by in found for h in by.get(hit.sentence, ())}
    if term is None:
        return False
    stands = [h.mention for h in complement.get(hit.sentence, ())]
    if stands:
        return all(completes_another(mention, term, known, side) for mention in stands)
    theirs = completing(term, side, placed=False)
    return theirs is not None and theirs.start not in known


def completes_another(complement: Mention, head: Term, known: Collection[int], side: Side) -> bool:
    """Whether a word completes a noun that the claim has not: "the sister of the keeper, with the mother of both"."""
    between = [word.group() for word in side.words(head.end, complement.start)]
    if head.end <= complement.start and PAUSES.isdisjoint(between):
        return False
    heads = (t for t in side.sentence.terms if t.start not in known and t.end <= complement.start)
    for other in heads:
        own = completing(other, side, placed=False)
        if own is not None and own.start == complement.start:
            apart = side.words(min(head.end, other.end), max(head.start, other.start))
            joining = slots(side.language).together | slots(side.language).article
            return any(word.group().lower() not in joining for word in apart)
    return False


PAUSES = frozenset(",;:")


def changes_of_it(question: Question, source: Reading, found: Places) -> Places:
    """The places without the rises and falls of something else: "a fall in profit" is no "lower costs".

    Of a claim's noun for a change, with the word for what changes; that word's own change is told otherwise here.
    """
    changing = {
        place: thing
        for place, thing in complements(question, placed=True)
        if (term := question.elements[place].term) and any(map(opposites, term.concepts))
    }
    return tuple(
        {
            number: kept
            for number, hits in here.items()
            if (kept := tuple(hit for hit in hits if not of_something_else(hit, found[changing[place]], source, found)))
        }
        if place in changing
        else here
        for place, here in enumerate(found)
    )


def of_something_else(hit: Hit, thing: dict[int, tuple[Hit, ...]], source: Reading, found: Places) -> bool:
    """Whether a word for a change has a thing of its own here that is none of the claim's, which stands before it."""
    things = [h.mention for h in thing.get(hit.sentence, ())]
    side = Side(source.sentences[hit.sentence], source.text)
    term = side.term_at(hit.mention.start)
    if hit.opposite or term is None or not things:
        return False
    known = {h.mention.start for by in found for h in by.get(hit.sentence, ())}
    of = behind(term, side, placed=True) if named_change(hit.mention, side) else None
    theirs = touching(term, side) or [it for it in (of,) if it]
    joining = slots(side.language).together
    ways = ([word for word in side.words(term.end, m.start) if word.group().lower() not in joining] for m in things)
    nearer = any(way and not parted(way, side) for way in ways)
    return bool(theirs) and not nearer and known.isdisjoint(t.start for t in theirs)


def named_change(change: Mention, side: Side) -> bool:
    """Whether a word for a change is a noun: behind an article, or behind a preposition with one ("grazie al calo")."""
    small = slots(side.language)
    ahead = [word.group().lower() for word in side.words(side.sentence.passage.start, change.start)[-1:]]
    doing = change.text.endswith(tuple(small.doing))
    led = small.party | small.place | small.governing | small.possessive | small.of
    return nominal(change, side) or (not doing and not led.isdisjoint(ahead))


def touching(quality: Term, side: Side) -> list[Term]:
    """The nouns right behind a word that says how they change: "lower energy costs", "falling prices"."""
    qualifies = quality.attribute or any(CONCEPTS[id].kind == "attribute" for id in quality.concepts)
    if not (qualifies or quality.text.endswith(tuple(slots(side.language).doing))):
        return []
    found: list[Term] = []
    end = quality.end
    for term in side.sentence.terms:
        if term.start == end + 1 and term.text.islower() != (side.language in CAPITAL):
            found, end = [*found, term], term.end
    return found


CAPITAL = frozenset({"de"})
"""Languages that write nouns with a capital."""


def complements(question: Question, *, placed: bool) -> Iterator[tuple[int, int]]:
    """The places of a claim's nouns that have a complement among its words, each with that of its complement."""
    for sentence in question.reading.sentences:
        side = Side(sentence, question.reading.text)
        terms = {e.term.start: n for n, e in enumerate(question.elements) if e.term and e.detail.end}
        for head in sentence.terms:
            complement = completing(head, side, placed=placed) if head.start in terms else None
            if complement is not None and complement.start in terms:
                yield terms[head.start], terms[complement.start]


def completing(head: Term, side: Side, *, placed: bool) -> Term | None:
    """The word that completes a noun: behind a preposition, or in English right before it; None where it is no noun.

    Where the noun is, of which many things may be told ("a house on the site", "in the village"), only if so `placed`.
    """
    doing = not head.concepts or any(CONCEPTS[id].kind in DOING for id in head.concepts)
    if head.attribute or (doing and not nominal(mention_of(head), side)):
        return None
    return behind(head, side, placed=placed) or (None if doing else before(head, side))


DOING = frozenset({"act", "verb"})
"""Kinds of concepts that a verb may name; so may a word that the table has not."""


def behind(head: Term, side: Side, *, placed: bool) -> Term | None:
    """What stands behind a noun, its preposition and articles, words aside that only say what it is like."""
    small = slots(side.language)
    leading = (small.of | small.place | small.party | small.stop | small.governing) - small.together - small.relative
    leading -= breaks(side.language) | complementisers(side.language)
    led = False
    for word in side.words(head.end, head.end + REACH):
        said = word.group().lower()
        term = side.term_at(word.start())
        plain_word = said in leading | small.article | small.possessive
        if (term is None and not plain_word) or (said in small.place and not placed):
            return None
        if term is not None and not term.attribute:
            return term if led and plain(term) else None
        led = led or said in leading
    return None


def before(head: Term, side: Side) -> Term | None:
    """The noun right before a noun, where a language sets them so: it opens the clause, or has an article."""
    if side.language not in JUXTAPOSING:
        return None
    term = next((t for t in side.sentence.terms if t.end + 1 == head.start), None)
    if term is None or not plain(term) or term.act or term.attribute:
        return None
    small = slots(side.language)
    ahead = [word.group().lower() for word in side.words(side.sentence.passage.start, term.start)]
    return term if not ahead or ahead[-1] in small.article | small.possessive | small.of | small.stop else None


def plain(term: Term) -> bool:
    """Whether a word is none of a name, a value or a land's adjective."""
    return not (term.named or term.valued or term.territory)


REACH = 40
"""How many code points behind a noun its complement may begin ("the tax on all the very strong tobacco")."""


def uncompleted(question: Question, hits: Sequence[Hit | None]) -> bool:
    """Whether a complement of one of the claim's nouns is nowhere said, or the noun has another one here."""
    return any(
        question.elements[place].weight and (hits[place] is None or ((head := hits[noun]) and head.why == COMPLETED))
        for noun, place in complements(question, placed=True)
    )
