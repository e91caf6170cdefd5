"""What a noun beside has or is: "Norvik bought a firm with 300 employees" does not say that Norvik has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.lang.mood import participle, postposed
from factcheck.lang.slots import slots
from factcheck.match.look import Look
from factcheck.match.whose.asides import parted, phrase_start, subjects
from factcheck.match.whose.theirs import Asked, asked, may_tell
from factcheck.model import Kind, Span
from factcheck.reading import HEAD_LAST, NAME_KINDS, Term, Word, words_of
from factcheck.reading.side import Side


def of_the_noun_beside(look: Look) -> Iterator[int]:
    """What a claim says of its subject, where the sentence tells it of a noun to which its subject does something."""
    claim = asked(look.question)
    if claim is None or any((hit := look.hits[n]) and hit.converse for n in claim.said):
        return
    ahead = subjects(look, claim)
    opened = min((span.end for span in ahead), default=None)
    stands = {n: [m.start for m in look.stands(n)] for n in (*claim.said, *claim.values) if n in look.here}
    behind = [at for starts in stands.values() for at in starts if opened is not None and at >= opened]
    if not behind:
        return
    words = words_of(look.text, look.sentence.passage)
    first = next((n for n, word in enumerate(words) if word[1] >= min(behind)), 0)
    place = qualified(look, claim, words, first)
    place = holder(look, words, first) if place is None else place
    if place is None:
        return
    start = phrase_start(words, place, look)
    if any(span.end <= start and does(look, span, start, words) for span in ahead):
        item = look.item(min(behind))
        theirs = [n for n, starts in stands.items() if starts and all(min(behind) <= at < item.end for at in starts)]
        yield from theirs if claim.key in theirs or not stands.get(claim.key) else ()


def qualified(look: Look, claim: Asked, words: Sequence[Word], first: int) -> int | None:
    """The place of the noun that the claim's "is closed" stands before as an adjective: "a closed stadium"."""
    key = look.element(claim.key).detail.start
    (claimed,) = look.question.reading.sentences  # as what is asked has but one
    before = Side(claimed, look.question.reading.text).words(claimed.passage.start, key)[-1:]
    predicative = any(word.group().lower() in slots(claimed.language).copula for word in before)
    if not predicative or first + 1 >= len(words) or look.sentence.language not in HEAD_LAST:
        return None
    noun = Side(look.sentence, look.text).term_at(words[first + 1][1])
    known = noun is not None and may_tell(noun) and not says(noun) and noun.start not in look.heard
    return first + 1 if known and any(m.start == words[first][1] for m in look.stands(claim.key)) else None


def holder(look: Look, words: Sequence[Word], first: int) -> int | None:
    """The place of the noun that has or is what begins at a word: "a firm with 300", "a mill that cost 40 million"."""
    small, side = look.small, Side(look.sentence, look.text)
    passing = small.of | small.company | small.article | small.linking | small.aged
    passing |= small.have | small.having | small.copula | small.passive | small.simply
    named = {m.end for m in look.sentence.mentions if m.kind in NAME_KINDS}
    if any(m.start == words[first][1] and m.kind is Kind.PLACE for m in look.sentence.mentions):
        passing |= small.place
    for place in range(first - 1, max(first - REACH, 0), -1):
        word, at, end = words[place]
        term = side.term_at(at)
        relative = word == "," and words[place + 1][0].lower() in small.linking | small.relative | small.nominative
        if relative or word.lower() in passing or (term and term.attribute):
            continue
        if term is None or term.named or says(term) or not may_tell(term) or at in look.heard or end in named:
            return None
        return place if led(words[place + 1 : first + 1], side) else None
    return None


def led(between: Sequence[Word], side: Side) -> bool:
    """Whether what begins behind a noun is said of it: a verb only in a clause of its own, or as a participle."""
    small, (word, at, _) = slots(side.language), between[-1]
    term = side.term_at(at)
    if term is None or not says(term):
        compound = len(between) == 1 and term is not None and not term.valued and side.language in HEAD_LAST
        return not compound  # "a drama film"
    relative = any(said.lower() in small.linking | small.relative for said, _, _ in between)
    return relative or (len(between) == 1 and postposed(word, side.language))


REACH = 7
"""How many words may stand between a noun and what it has ("a firm that has more than 300")."""


def does(look: Look, subject: Span, start: int, words: Sequence[Word]) -> bool:
    """Whether the claim's subject does something of which the claim does not speak to what begins at a place."""
    side, small = Side(look.sentence, look.text), look.small
    between = [word for word in words if subject.end <= word[1] < start]
    if not between or not parted(look, subject, start, words) or between[-1][0].lower() in small.have | small.copula:
        return False
    asked = {hit.mention.start for hits in look.found for hit in hits.get(look.sentence.number, ())}
    terms = [term for word in between if (term := side.term_at(word[1]))]
    if between[0][0] == ",":  # "Berg, delegate of the union, who"
        terms = [term for term in terms if term.concepts and not participle(term.text, side.language)]
    return any(says(term) and term.start not in asked for term in terms)


def says(term: Term) -> bool:
    """Whether a word is a verb, or not known to be none."""
    return term.verbal or (not term.concepts and term.text.islower())
