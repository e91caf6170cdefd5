"""A noun with what makes of it another thing: the next noun of a compound, or a word that says it is none.

"The school bus burned" says nothing of the school, nor "seized a toy gun" of a gun, nor "the Berg bridge" of Berg.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract import numbers
from factcheck.lang.concepts import CONCEPTS, kinds
from factcheck.lang.fold import fold
from factcheck.lang.slots import slots
from factcheck.match.look import Look
from factcheck.match.question import Element, Role
from factcheck.match.whose.owners import MEASURES
from factcheck.model import Kind, Mention
from factcheck.reading import TELLING, Sentence, Term
from factcheck.reading.side import Side
from factcheck.reading.voice import nominal

COMPOUNDING = frozenset({"en"})
"""Languages that write one noun before another, as two words."""


def of_a_compound(look: Look) -> Iterator[int]:
    """The claim's nouns that stand here only before another noun, of which the claim does not speak."""
    side = Side(look.sentence, look.text)
    if side.language not in COMPOUNDING:
        return
    for place in look.here:
        told = look.element(place)
        stands = look.stands(place)
        if told.term and stands and not led_on(told, look) and all(qualifies(m, look, side) for m in stands):
            yield place


def of_a_namesake(look: Look) -> Iterator[int]:
    """The claim's names that are here only those of what is called after somebody: "l'hôpital Pasteur a fermé"."""
    side = Side(look.sentence, look.text)
    for place in look.here:
        told, stands = look.element(place), look.stands(place)
        things = [thing for m in stands if (thing := namesake(m, side)) and thing.start not in look.heard]
        if told.role is Role.NAME and told.detail.kind in NAMED_AFTER and things and len(things) == len(stands):
            yield place


NAMED_AFTER = frozenset({Kind.PERSON, Kind.TERM})
"""Kinds of names after which things are called."""


def namesake(name: Mention, side: Side) -> Term | None:
    """The noun right beside a name of what is called by it: "rue Pasteur", in English behind it: "Kennedy bridge"."""
    beside = (t for t in side.sentence.terms if not t.named and not CALLED_AFTER.isdisjoint(t.concepts))
    if side.language in COMPOUNDING:
        return next((t for t in beside if t.start == name.end + 1 and t.text.islower()), None)
    return next((t for t in beside if t.end + 1 == name.start and t.text.islower()), None)


CALLED_AFTER = frozenset(
    "road avenue airport stadium bridge station award law hospital school university library theatre museum "
    "park".split()
)
"""Things that are called after people."""


def of_a_prefixed(look: Look) -> Iterator[int]:
    """The claim's words that a prefix makes another here: "anti-government", "pro-Russian"."""
    side = Side(look.sentence, look.text)
    claimed = [Side(sentence, look.question.reading.text) for sentence in look.question.reading.sentences]
    for place in look.here:
        told, stands = look.element(place), look.stands(place)
        if any(prefixed(told.detail.start, claim) for claim in claimed):
            continue
        if stands and all(prefixed(m.start, side) for m in stands):
            yield place


def prefixed(start: int, side: Side) -> bool:
    """Whether a hyphen and a prefix that turns a word's meaning stand right before it."""
    if side.text[start - 1 : start] not in HYPHENS or start <= side.sentence.passage.start:
        return False
    return any(word.group().lower() in slots(side.language).prefix for word in side.words(start - BESIDE, start)[-2:-1])


HYPHENS = ("-", "‐", "‑")
"""What joins a prefix to its word: the hyphen of a keyboard, the typeset one, and the one that does not break."""


def of_a_sham(look: Look) -> Iterator[int]:
    """The claim's nouns that are said here to be none: "a fake bomb", "un pistolet factice"."""
    side = Side(look.sentence, look.text)
    if any(shams(s) for s in look.question.reading.sentences):
        return
    for place in look.here if shams(look.sentence) else ():
        stands = look.stands(place)
        if look.element(place).role is Role.TERM and stands and all(called_sham(m, side) for m in stands):
            yield place


def shams(sentence: Sentence) -> bool:
    return not slots(sentence.language).sham.isdisjoint(sentence.words)


def called_sham(said: Mention, side: Side) -> bool:
    """Whether a word beside a noun says that it is none, an "of" between or not: "pistola de juguete"."""
    small = slots(side.language)
    ahead = [fold(word.group()) for word in side.words(said.start - BESIDE, said.start)][-1:]
    behind = [fold(word.group()) for word in side.words(said.end, said.end + BESIDE)]
    behind = behind[1:2] if behind and behind[0] in small.of else behind[:1]
    return not small.sham.isdisjoint((*ahead, *behind))


BESIDE = 16
"""How many code points beside a noun are read for the word that says it is none."""


def led_on(told: Element, look: Look) -> bool:
    """Whether a word of the claim only qualifies the next one there too: "school meeting"."""
    claimed = (Side(sentence, look.question.reading.text) for sentence in look.question.reading.sentences)
    return any(
        e.term and 0 <= e.detail.start - told.detail.end <= 1 and is_noun(e.term, claim)
        for claim in claimed
        for e in look.question.elements
    )


def qualifies(said: Mention, look: Look, side: Side) -> bool:
    """Whether a noun stands right before another that is not of the claim, nor a kind of it, nor a measure of it."""
    noun, head = side.term_at(said.start), next((t for t in side.sentence.terms if t.start >= said.end), None)
    if noun is None or head is None or side.text[said.end : head.start] != " ":
        return False
    if head.start in look.heard and not acts_on(head, said, look):
        return False
    sorting = not noun.concepts or is_noun(noun, side) or (noun.verbal and nominal(said, side))
    if not sorting or noun.territory or noun in side.sentence.classes:
        return False  # what somebody is by trade is told elsewhere: "is a handball player"
    if not (is_noun(head, side) or (head.text.endswith("s") and head.verbal and done_before(said, look, side))):
        return False
    wider = {kind for id in head.concepts for kind in kinds(id)} | set(head.concepts)
    return wider.isdisjoint(noun.concepts) and MEASURES.isdisjoint(wider) and MEMBERS.isdisjoint(wider)


def acts_on(head: Term, said: Mention, look: Look) -> bool:
    """Whether the claim has an act between the two nouns of a compound: "a bus hit a school" for "a school bus"."""
    rows = [(look.element(n).detail.start, {m.start for m in look.stands(n)}) for n in look.here]
    heads = [at for at, stands in rows if head.start in stands]
    words = [at for at, stands in rows if said.start in stands]
    acts = [e.detail.start for e in look.question.elements if e.term and e.term.verbal]
    return bool(heads) and all(any(h < at < w or w < at < h for at in acts) for h in heads for w in words)


def done_before(said: Mention, look: Look, side: Side) -> bool:
    """Whether the claim's act stands before a noun, which it is done to: what follows is no other verb."""
    rows = [(look.element(n), look.said(n)) for n in look.here]
    acts = [m for e, m in rows if e.role is Role.ACT and not (e.term and not TELLING.isdisjoint(e.term.concepts))]
    return any(act.end <= said.start <= act.end + OBJECT and not nominal(act, side) for act in acts)


OBJECT = 12
"""How many code points may lie between an act and the noun that it is done to ("bought a")."""


def is_noun(term: Term, side: Side) -> bool:
    """Whether a word is a noun: by its meaning, or a word not known, before its verb; "houses 300" is a verb."""
    if term.valued or term.named or term.text[0].isupper() or term.verbal or term.attribute or term.territory:
        return False
    small = slots(side.language)
    if term.text.split()[-1] in small.leading:
        return False  # "based in"
    behind = [word.group().lower() for word in side.words(term.end, term.end + GOVERNED)[:1]]
    if not term.concepts:
        return not (small.copula | small.passive | small.having).isdisjoint(behind)
    if any(CONCEPTS[id].kind in ("time", "relation") for id in term.concepts):
        return False
    governs = any(word in small.article | small.possessive or numbers(word, side.language) for word in behind)
    return not (governs or term.text.endswith(tuple(small.verbal)))


GOVERNED = 16
"""How many code points are read for the word that follows a verb."""

MEMBERS = frozenset({"police-officer", "soldier", "industry", "sector"})
"""What is as good as the noun before it: police officers are the police, who works in the film industry is in film."""
