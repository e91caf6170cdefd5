"""A land by its adjective: of what a demonym is said, and when it stands for the land that a claim names.

"Three Spanish tourists died" does not say that they died in Spain, nor "a Norwegian firm signed" that Norway did.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.extract.tense import past
from factcheck.lang import language
from factcheck.lang.concepts import CONCEPTS, kinds
from factcheck.lang.slots import slots
from factcheck.match.against.clashes import apart, gap, is_place
from factcheck.match.hits import BY_ADJECTIVE, Hit, Places, mention_of
from factcheck.match.question import Element, Question, Role
from factcheck.match.whose.owners import head_before, tells_act
from factcheck.match.whose.parties import Row, mention_of_detail
from factcheck.model import Kind, Mention, Relation
from factcheck.reading import HEAD_LAST, NAME_KINDS, Sentence, Term, is_content
from factcheck.reading.side import OWNS, Side
from factcheck.reading.voice import nominal

BESIDE = 12
"""How many code points may lie between a demonym and what it qualifies."""

HELD = 40
"""How many code points may lie between a demonym of a claim and what it qualifies in a source."""

TWO_LANDS = 24
"""How far a demonym may stand from what it qualifies where another stands beside it ("fonds turcs et chiliens")."""


# --- a demonym that the claim has ---


def lands(rows: list[Row], question: Question, here: Side, found: Places) -> Iterator[tuple[int, Hit | None]]:
    """The claim's demonyms that are said of something else here, with what denies them, or None."""
    sentence = here.sentence
    claim = Side(question.reading.sentences[0], question.reading.text)
    for place, land in rows:
        if land.term is None or land.term.territory is None:
            continue
        told = [hit.mention for hit in found[place].get(sentence.number, ())]
        if told and not tongue(mention_of(land.term), claim) and all(tongue(mention, here) for mention in told):
            yield place, None
            continue
        for other_place in () if by_itself(land.term, claim) else qualified(land, rows, question):
            things = [hit.mention for hit in found[other_place].get(sentence.number, ())]
            named = [hit.mention for hit in found[place].get(sentence.number, ())]
            another = other_land(land.term, things, sentence)
            reach = TWO_LANDS if another else HELD
            if not any(apart(a, b) <= reach and is_of(a, b, here) for a in things for b in named):
                yield place, None if named else another


def tongue(land: Mention, side: Side) -> bool:
    """Whether a demonym is a language: "speaks French", "writes in French", "teaches French to children"."""
    small = slots(side.language)
    behind = next((t for t in side.sentence.terms if 0 < t.start - land.end <= 1), None)
    adjective = side.term_at(land.start)
    if adjective is None or not adjective.territory or (behind and not behind.verbal):
        return False
    ahead = side.words(land.start - BESIDE, land.start)
    spoken = (term for word in ahead if (term := side.term_at(word.start())))
    return ahead[-1:] != [] and (
        ahead[-1].group().lower() in small.tongue or any(not LANGUAGES.isdisjoint(term.concepts) for term in spoken)
    )


def by_itself(land: Term, side: Side) -> bool:
    """Whether a demonym stands behind its article as a noun: "le russe", "the Dutch"."""
    small = slots(side.language)
    led = [word.group().lower() for word in side.words(land.start - BESIDE, land.start)][-1:]
    behind = next((t for t in side.sentence.terms if 0 < t.start - land.end <= 1), None)
    return bool(led) and led[0] in small.article - small.of and (behind is None or behind.verbal)


LANGUAGES = frozenset({"speak", "teach", "learn", "study", "translate", "language", "understand"})
"""What is done with a language."""


def is_of(thing: Mention, land: Mention, side: Side) -> bool:
    """Whether a thing is a land's where it stands in it: "a firm based in Norway", no tourists there or dead there."""
    small = slots(side.language)
    led = [word.group().lower() for word in side.words(thing.end, land.start)]
    if side.sentence.parts.get(land.start) != "in" or not small.whence.isdisjoint(led[-2:]):
        return True
    within = {id for t in side.sentence.terms if thing.start <= t.start < thing.end for id in t.concepts}
    between = [t for t in side.sentence.terms if thing.end <= t.start < land.start and not t.attribute]
    between = [t for t in between if not led_by_of(t, side)]  # "un fonds d'investissement basé en Norvège"
    lying = (t.named or is_place(t) or not LYING.isdisjoint(t.concepts) for t in between)
    return VISITING.isdisjoint(within) and all(lying)


def led_by_of(term: Term, side: Side) -> bool:
    """Whether a noun only completes the one before it: "fonds d'investissement"."""
    small = slots(side.language)
    return any(word.group().lower() in small.of for word in side.words(term.start - OF, term.start)[-1:])


VISITING = frozenset({"tourism", "visit", "foreigner", "migrant", "migration", "refugee", "diplomat", "ambassador"})
"""Concepts of people who are in another land than their own."""

LYING = frozenset({"located", "headquarters", "live-reside", "create"})
"""Concepts of words that say where something is, or was set up."""


def qualified(land: Element, rows: list[Row], question: Question) -> list[int]:
    """The places of the words that a demonym may qualify: those beside it or beside the demonym that it is joined to.

    A verb only where no noun stands there: in "les fonds chiliens achètent" the funds are Chilean.
    """
    lands = [land, *(e for _, e in rows if e.term and e.term.territory and joined(e, land, question))]
    words = [(place, e) for place, e in rows if not (e.term and e.term.territory) and (e.term or counted(e))]
    beside = [(place, e) for place, e in words if any(gap(one.detail, e.detail) <= BESIDE for one in lands)]
    nouns = [place for place, e in beside if not verbal(e, question)]
    return nouns or [place for place, _ in beside]


def counted(element: Element) -> bool:
    """Whether an element is a count of things: "three Spanish tourists"."""
    return element.detail.kind is Kind.QUANTITY


def joined(first: Element, second: Element, question: Question) -> bool:
    """Whether nothing but an "and" stands between two words of a claim."""
    between = question.reading.text[first.detail.end : second.detail.start].lower().split()
    return bool(between) and slots(question.reading.language).together.issuperset(between)


def verbal(element: Element, question: Question) -> bool:
    """Whether a word of a claim is an act that stands as a verb does: behind no article and no preposition."""
    small = slots(question.reading.language)
    sides = [Side(sentence, question.reading.text) for sentence in question.reading.sentences]
    act = mention_of_detail(element)
    of_something = any(word.group().lower() in small.of for s in sides for word in s.words(act.start - OF, act.start))
    return element.role is Role.ACT and not of_something and not any(nominal(act, side) for side in sides)


OF = 4
"""How many code points before a word are searched for an "of", which makes it a noun ("d'investissement")."""


def other_land(claimed: Term, things: list[Mention], sentence: Sentence) -> Hit | None:
    for term in sentence.terms:
        qualifies = term.territory and any(apart(mention_of(term), thing) <= BESIDE for thing in things)
        if qualifies and term.territory != claimed.territory:
            why = f"“{term.text}” is not “{claimed.text}”"
            return Hit(sentence.number, mention_of(term), Relation.CONFLICTS, why=why)
    return None


# --- a land that the claim names, and the source tells by a demonym ---


def by_adjective(question: Question, here: Side, found: Places) -> Iterator[tuple[int, bool]]:
    """The claim's lands of which a sentence has but the adjective of what does not stand for them.

    Each with whether something only lies or happens there, so that a neighbour may tell it.
    """
    rows = [(n, e) for n, e in enumerate(question.elements) if found[n].get(here.sentence.number)]
    for place, land in rows:
        hits = found[place][here.sentence.number] if land.detail.kind is Kind.PLACE else ()
        if not hits or any(hit.why != BY_ADJECTIVE for hit in hits):
            continue
        told = [term for hit in hits if (term := here.term_at(hit.mention.start))]
        wanted = asked(land, rows, question, here, found)
        if not any(stands_for(term, wanted, here) for term in told):
            yield place, wanted.lies


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a claim's land stands there: `lies` where something is or happens in it, `things` are the places in a source
    of that of which it is said ("unemployment in Spain"), and of what it does or has."""

    lies: bool
    things: frozenset[int]


def asked(land: Element, rows: list[Row], question: Question, here: Side, found: Places) -> Wanted:
    claim = next(
        Side(s, question.reading.text)
        for s in question.reading.sentences
        if s.passage.start <= land.detail.start < s.passage.end
    )
    small, name = slots(claim.language), mention_of_detail(land)
    ahead = [word.group().lower() for word in claim.words(claim.sentence.passage.start, name.start)]
    led = [word for word in ahead if word not in small.article]
    had = {word.group().lower() for word in claim.words(name.end, name.end + HAS)}
    given = any(e.term and not GIVING.isdisjoint(e.term.concepts) for _, e in rows)
    to = given and not small.party.isdisjoint(led[-1:])
    going = not given and not small.whither.isdisjoint(led[-1:])
    lies = going or (claim.sentence.parts.get(name.start) in ("in", "near") and not to)
    said_of = [
        place
        for place, e in rows
        if e.term and ((e.role is Role.ACT and not lies) or had & small.have or (not to and said(e, name, claim)))
    ]
    starts = (hit.mention.start for place in said_of for hit in found[place].get(here.sentence.number, ()))
    return Wanted(lies, frozenset(starts))


def said(thing: Element, land: Mention, claim: Side) -> bool:
    """Whether a claim says a thing of a land: "unemployment in Spain", "the president of Spain", "Spain's exports"."""
    if owning := OWNS.match(claim.text, land.end):
        return 0 <= thing.detail.start - owning.end() <= BESIDE
    between = [word.group() for word in claim.words(thing.detail.end, land.start)]
    return thing.role is not Role.ACT and bool(between) and not any(is_content(w, claim.language) for w in between)


HAS = 8
"""How many code points behind a land's name may tell that it has something."""

GIVING = frozenset({"sell", "give", "deliver", "supply", "export", "lend", "send", "offer", "donate", "transfer"})
"""Acts behind which "à" leads to whom, and not to where."""


def stands_for(land: Term, wanted: Wanted, side: Side) -> bool:
    """Whether a demonym stands for its land, as the claim speaks of it.

    Where something lies or happens is told by a place ("a Spanish prison"), or by what the claim itself says to be
    there ("Spanish unemployment"); what a land does, by those who act for it, or by its people as a whole.
    """
    told = nouns(land, side)
    if any(noun.start in wanted.things for noun in told):
        return True
    if any(map(part_of_land, told)):
        return True
    if wanted.lies:
        inside = within(told, land, side)
        return any(noun in side.sentence.classes or (inside and housed(noun)) for noun in told)
    return any(map(acts_for, told)) if told else not singled(land, side)


def part_of_land(noun: Term) -> bool:
    """Whether a noun names a place in a land, or its edge: a town, the capital, the coast."""
    return is_place(noun) or not {"capital", "coast", "border", "territory", "mountain"}.isdisjoint(noun.concepts)


def nouns(land: Term, side: Side) -> list[Term]:
    """The words that a demonym qualifies, and that of which they are: "le chef de l'armée chilienne"."""
    ahead = side.language in HEAD_LAST
    rest = [t for t in side.sentence.terms if (t.start >= land.end if ahead else t.end <= land.start)]
    told, last = list[Term](), land
    for term in rest if ahead else reversed(rest):
        between = side.text[last.end : term.start] if ahead else side.text[term.end : last.start]
        verb = ahead and tells_act(term) and (bool(told) or past(term.text, language(side.language)))
        if verb or (between.strip(" -") and not slots(side.language).together.issuperset(between.lower().split())):
            break
        if not term.territory:
            told.append(term)
        last = term
        if told and not ahead and not term.attribute:
            break
    while told and not ahead and (owner := head_before(mention_of(told[-1]), side)) and not tells_act(owner):
        told.append(owner)
    return told


def within(told: list[Term], land: Term, side: Side) -> bool:
    """Whether "in" or "at" leads to what a demonym qualifies."""
    start = min(term.start for term in (land, *told))
    before = [word.group().lower() for word in side.words(side.sentence.passage.start, start)]
    led = next((word for word in reversed(before) if word not in slots(side.language).article), "")
    return led in slots(side.language).place


def housed(noun: Term) -> bool:
    """Whether a noun names a body that has its place: a hospital, a court."""
    return any(CONCEPTS[id].kind == "institution" for id in noun.concepts)


def acts_for(noun: Term) -> bool:
    """Whether somebody does in a land's name what they do: a minister, the army, a delegation, a team."""
    return any(not STATE.isdisjoint((id, *kinds(id))) for id in noun.concepts)


STATE = frozenset(
    "government member-of-government head-of-government head-of-state president vice-president parliament ministry "
    "presidency monarchy monarchy-state regime authority official civil-servant country armed-forces soldier police "
    "court justice customs intelligence-service central-bank diplomatic-mission diplomat envoy diplomacy delegation "
    "negotiate spokesperson head-chief represent counterpart defence part-piece team population people".split()
)
"""Concepts of those who act for a land."""


def singled(land: Term, side: Side) -> bool:
    """Whether a demonym that stands alone names one of its people ("a Norwegian"), or qualifies a name."""
    small = slots(side.language)
    before = [word.group().lower() for word in side.words(side.sentence.passage.start, land.start)][-1:]
    named = any(0 < m.start - land.end <= 1 for m in side.sentence.mentions if m.kind in NAME_KINDS)
    return named or not small.indefinite.isdisjoint(before)
