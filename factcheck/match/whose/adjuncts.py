"""What stands behind a noun and a preposition does and suffers nothing: "houses near the bridge were destroyed".

A claim that says of the bridge itself that it was destroyed finds the words here, of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.lang.concepts import CONCEPTS
from factcheck.lang.mood import participle
from factcheck.lang.slots import slots
from factcheck.match.look import Look
from factcheck.match.question import Element, Role
from factcheck.match.whose.converses import SCORING
from factcheck.match.whose.owners import GATHERED
from factcheck.match.whose.parties import PLAIN, acts, mention_of_detail, party
from factcheck.match.whose.parts import DOER, marking, part
from factcheck.model import Kind, Mention
from factcheck.reading import NAME_KINDS, Term, near_by
from factcheck.reading.side import Side
from factcheck.reading.voice import nominal


def of_an_adjunct(look: Look) -> Iterator[int]:
    """The claim's nouns that do or suffer its act, and here only tell where or about what another noun is."""
    side = Side(look.sentence, look.text)
    for act_place, act, claim in acts([(n, look.element(n)) for n in look.here], look.question):
        done = look.stands(act_place)
        if not any(nominal(m, side) for m in done):
            yield from (place for place in look.here if stands_aside(place, act, done, claim, look))


def stands_aside(place: int, act: Element, done: Sequence[Mention], claim: Side, look: Look) -> bool:
    """Whether what does or suffers a claim's act there stands here only behind another noun and its preposition."""
    side, noun, stands = Side(look.sentence, look.text), look.element(place), look.stands(place)
    claimed = mention_of_detail(noun)
    plays = part(claimed, mention_of_detail(act), claim)
    if not stands or not party(noun, claim.language) or plays not in PLAIN or ahead_of(claimed, claim):
        return False
    if act.term and not SCORING.isdisjoint(act.term.concepts) and all(marking(m, side) in ("in", "to") for m in stands):
        return False  # "beat Lund in the final": won it
    if noun.role is Role.NAME:
        whole = noun.detail.kind is not Kind.PLACE and plays != DOER
        return whole and all(only_part(m, look, side) for m in stands)
    if plays == DOER and not all(m.end <= a.start for m in stands for a in done):
        return False  # "300 are employed in Lund at the mill"
    return all(aside(m, look, side) for m in stands)


def of_another_place(look: Look) -> Iterator[int]:
    """The claim's places where here something else is, or is done: "set in Lund, it was shot in Malm".

    So says a participle right before the place, where what the claim tells has a place of its own.
    """
    side = Side(look.sentence, look.text)
    acts_here = [m.start for n in look.here if look.element(n).role is not Role.NAME for m in look.stands(n)]
    own = [led_by(m, side) for m in look.strangers if look.part(m) == "in"]
    if not any(led is not None and led.start in acts_here for led in own):
        return
    for place in look.here:
        if look.element(place).role is Role.NAME and all(look.part(m) == "in" for m in look.stands(place)):
            leading = [led_by(m, side) for m in look.stands(place)]
            if leading and all(led and led.start not in acts_here and tells(led, look) for led in leading):
                yield place


def led_by(name: Mention, side: Side) -> Term | None:
    """The word right before a name and its preposition: "set" in "set in Lund"."""
    small = slots(side.language)
    words = side.words(side.sentence.passage.start, name.start)
    while words and words[-1].group().lower() in small.article | small.place | small.leading | small.governing:
        words.pop()
    return next((t for t in side.sentence.terms if words and t.end == words[-1].end()), None)


def tells(word: Term, look: Look) -> bool:
    """Whether a word may be a verb or its participle, by what it is or by the comma before it: ", set in Lund"."""
    aside = not word.concepts and look.text[: word.start].endswith(", ")
    return aside or word.verbal or "located" in word.concepts or participle(word.text, look.sentence.language)


def only_part(name: Mention, look: Look, side: Side) -> bool:
    """Whether a name stands behind another thing and its "of", "in" or "from": "acquired a stake in Tavira"."""
    small = slots(side.language)
    words = side.words(side.sentence.passage.start, name.start)
    leading = small.of | small.place | small.whence
    while words and words[-1].group().lower() in small.article - leading:
        words.pop()
    if not words or words[-1].group().lower() not in leading:
        return False
    ends = words[-1].start() - 1, words[-1].end()  # "division of" is one word
    thing = next((t for t in side.sentence.terms if t.end in ends and t.start < words[-1].start()), None)
    if thing is None or thing.start in look.heard or not GATHERED.isdisjoint(thing.concepts):
        return False
    return names_thing(thing, of_it=words[-1].group().lower() in small.of - small.whence)


def names_thing(term: Term, *, of_it: bool) -> bool:
    """Whether a word is known to name a thing, a part or a share: no person, firm or deed, nor "the city of"."""
    told = {CONCEPTS[id].kind for id in term.concepts}
    other = NO_THING | ({"geography", "place-kind"} if of_it else set())
    return bool(told) and told.isdisjoint(other) and not (term.valued or term.somebody or term.named)


NO_THING = frozenset({"institution", "act", "verb", "attribute", "office", "person", "relation"})
"""Kinds of concepts that are no thing."""


def aside(noun: Mention, look: Look, side: Side) -> bool:
    """Whether a noun stands behind a preposition, and that behind another noun, which the claim does not speak of."""
    words = ahead_of(noun, side)
    if not words:
        return False
    last = next((m for m in side.sentence.mentions if m.kind in NAME_KINDS and m.end == words[-1].end()), None)
    term = next((t for t in side.sentence.terms if t.end == words[-1].end()), None)
    if words[-1].group() == ",":
        return True
    at = last.start if last else term.start if term else None
    plain = term is None or not (term.act or term.only_verb or term.attribute or term.valued)
    return at is not None and plain and at not in look.heard


def ahead_of(noun: Mention, side: Side) -> Sequence[re.Match[str]]:
    """The words before the preposition that leads to a noun; none where there is no preposition."""
    small = slots(side.language)
    prepositions = (small.leading | small.governing) - small.by - small.of - small.party - small.article
    words = side.words(side.sentence.passage.start, noun.start)
    while words and ((term := side.term_at(words[-1].start())) and (term.attribute or term.named or term.territory)):
        words.pop()  # "at its Lund factory"
    bare = list(words)
    while bare and bare[-1].group().lower() in small.article | small.possessive | small.of:
        bare.pop()
    said = [word.group().lower() for word in bare]
    if near := near_by(said, side.language):
        return bare[:-near]
    while words and words[-1].group().lower() in (small.article | small.possessive) - prepositions:
        words.pop()
    if not words or words[-1].group().lower() not in prepositions:
        return ()
    shares = words[-1].group().lower() in small.company and [w.group() for w in words[-2:-1]] == [","]
    return () if shares else words[:-1]  # "the drug, with aspirin, is"
