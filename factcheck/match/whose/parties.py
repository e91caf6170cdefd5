"""Who did it to whom: the parties of a claim's act play the same parts here, by the order of the words around it.

"Holm shot Ek" and "Ek was shot by Holm" say the same, "Ek shot Holm" does not. What an act means is not asked: the
parts are read off the order of the words and the small words before each party, and where they cannot be told nothing
is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from factcheck.lang.concepts import CONCEPTS
from factcheck.lang.mood import participle
from factcheck.lang.slots import slots
from factcheck.match.against.clashes import ONCE, other
from factcheck.match.hits import Hit, Places, mention_of
from factcheck.match.question import LIGHT, Element, Question, Role
from factcheck.match.whose.parts import (
    BYSTANDER,
    DOER,
    EARLIER,
    LATER,
    NOT_DOER,
    OTHER,
    SUFFERER,
    heads_relative,
    part,
)
from factcheck.model import Kind, Mention, Relation
from factcheck.reading import NAME_KINDS, Sentence, Term
from factcheck.reading.side import Side
from factcheck.reading.voice import (
    PASSIVE_REACH,
    TURNING,
    able,
    agent,
    done_alone,
    helped,
    led,
    names_doer,
    nominal,
    opens_object,
    passive,
)

Row = tuple[int, Element]
"""An element with its place among the claim's elements."""


MUTUAL = frozenset(
    "meet sign agree normalise restore-ties break-ties marry divorce trade cooperate negotiate draw talk discuss merge "
    "disagree reach-amount cost spend be-born die visit travel arrive leave star-in grow-up".split()
)
"""Acts that bind their parties alike, or that are done to nobody."""


RETURNED = frozenset("visit criticise praise thank congratulate support love hate admire invite threaten".split())
"""Acts that are often done back: that the mayor praised the union denies nothing of the union's praise for him."""


TURNED = "the other way round: who does it here is the one it is done to in the claim, or the reverse"


def parties(rows: Sequence[Row], question: Question, here: Side, found: Places) -> Iterator[tuple[int, Hit | None]]:
    """What a passage turns round of a claim's acts: their doer and sufferer, or what only one of them is."""
    number = here.sentence.number
    yield from led_otherwise(rows, question, here, found)
    for act_place, act, claim in acts(rows, question):
        at = found[act_place].get(number, ())
        if any(hit.converse for hit in at) or (act.term and not LIGHT.isdisjoint(act.term.concepts)):
            continue  # its parts are told already
        if act.role is Role.TERM and all(hit.relation is Relation.COMPATIBLE for hit in at if agrees(hit)):
            continue  # another verb may have its parts the other way round: "inspired by", "rests on"
        said = [hit.mention for hit in at if agrees(hit)] or [hit.mention for hit in at if hit.opposite]
        them = by_name([(place, e) for place, e in rows if place != act_place and party(e, claim.language)])
        if not said or not them or (any(mutual(m, here) for m in said) and not of_persons(act, rows)):
            continue
        if turned_alone(act, them, claim) and (slots(claim.language).closing or slots(here.language).closing):
            continue  # in German what stands behind such a verb may be its subject
        mine = {place: part(mention_of_detail(e), mention_of_detail(act), claim) for place, e in them}
        mine |= {place: "" for place, e in them if ousted_from(mention_of_detail(e), act, claim)}
        by = {act_here: agent(act_here, here) for act_here in said if helped(act_here, here)}
        agents = frozenset(by.values()) - {None}
        theirs = [parts_here(them, act_here, here, found, agents - {by.get(act_here)}) for act_here in said]
        told = max(theirs, key=lambda parts: len(known(parts))) if agents else theirs[0]
        if any(kept(mine, other) and known(told) <= known(other) for other in theirs):
            continue
        swapped = [place for place, _ in them if turned(mine[place], told[place])]
        names = [place for place, e in them if place in swapped and e.role is Role.NAME]
        denied = all(not agrees(hit) for hit in at)
        if denied and any(mine[place] == DOER and DOER not in told[place] for place, e in them if e.role is Role.NAME):
            yield act_place, None  # somebody else does the opposite
            continue
        if len({mine[place] == DOER for place in swapped}) == 2:
            plain = names == swapped and not is_returned(act) and not any(told[place] & UNCERTAIN for place in names)
            if not plain:
                yield act_place, None
            for place in swapped:
                mention = next(h.mention for h in found[place][number] if agrees(h))
                yield place, Hit(number, mention, Relation.CONFLICTS, why=TURNED) if plain else None
        for place in names:
            plain = told[place] <= UNCERTAIN or {mine[place], *told[place]} <= PLAIN
            if len(names) == 1 and (plain or exchanged(place, mine, told, them)):
                yield place, None
        carried = not all(e.term for _, e in rows)  # by a name or a figure, though a word of the claim is not said
        for place in swapped if not names and len(swapped) == 1 else ():
            if (
                mine[place] == SUFFERER
                and told[place] == {DOER}
                and (turns(act) or all(governs(m, here) for m in said))
            ) or (mine[place] in PLAIN - {DOER} and told[place] == {DOER} and who_does(found[place], said, here)):
                yield place, None  # "the bank opened a branch"
            if mine[place] == DOER and told[place] <= {SUFFERER, OTHER, BYSTANDER}:
                yield place, None
                dative = slots(here.language).dative
                to_them = any(dative.intersection(led(h.mention, here)[-1:]) for h in found[place].get(number, ()))
                another = told[place] == {OTHER} and (to_them or able_to_do(question.elements[place]))
                yield from [(act_place, None)] if carried and another else []
        if act.detail.text.islower() and addressee_does(them, mine, told):
            others = [(n, e) for n, e in enumerate(question.elements) if party(e, claim.language)]
            yield act_place, None
            yield from ((n, None) for n, e in others if mine.get(n) == OTHER or does(e, act, claim))


def is_returned(act: Element) -> bool:
    return act.term is not None and not RETURNED.isdisjoint(act.term.concepts)


def by_name(them: Sequence[Row]) -> list[Row]:
    """The parties without the nouns right beside a name, which only say what it names: "the Rudd family"."""
    names = [e.detail for _, e in them if e.role is Role.NAME]
    return [
        (place, e)
        for place, e in them
        if e.role is Role.NAME
        or not any(e.detail.start == name.end + 1 or name.start == e.detail.end + 1 for name in names)
    ]


def ousted_from(name: Mention, act: Element, claim: Side) -> bool:
    """Whether somebody is ousted from what may have done it: who "was expelled from the party", the party expelled."""
    ousting = act.term is not None and not OUSTING.isdisjoint(act.term.concepts)
    away = slots(claim.language).whence | slots(claim.language).of
    return ousting and passive(mention_of_detail(act), claim) and not away.isdisjoint(led(name, claim))


OUSTING = frozenset({"deport", "dismiss", "remove", "suspend", "exclude", "ban"})
"""What is done to somebody by whom they are of."""


def who_does(by_number: Mapping[int, Sequence[Hit]], acts_here: Sequence[Mention], here: Side) -> bool:
    """Whether a clause about somebody says that they did it: "arrested a man who shot a dog"."""
    whose = slots(here.language).whose
    pairs = [(h.mention, act) for h in by_number.get(here.sentence.number, ()) for act in acts_here]
    behind = [(m, act) for m, act in pairs if m.end <= act.start and heads_relative(m, act, here)]
    return any(whose.isdisjoint(w.group().lower() for w in here.words(m.end, act.start)) for m, act in behind)


def led_otherwise(rows: Sequence[Row], question: Question, here: Side, found: Places) -> Iterator[tuple[int, None]]:
    """Whoever is named behind "by" in a claim, and here behind another preposition: "was signed near the king".

    What binds its parties alike is signed "with" whoever signs it.
    """
    number, small = here.sentence.number, slots(here.language)
    others = (small.leading | small.governing) - small.by - small.article
    for claim in (Side(sentence, question.reading.text) for sentence in question.reading.sentences):
        suffered = [(n, e) for n, e in rows if e.term and holds(claim.sentence, e) and passive_in(e, claim)]
        for place, party_here in rows:
            mention = mention_of_detail(party_here)
            before = [n for n, e in suffered if e.detail.end <= mention.start]
            behind = [n for n, e in suffered if e.detail.start >= mention.end and e.term and e.term.verbal]
            act = before[-1:] or (behind[:1] if slots(claim.language).closing else [])
            if not act or leading_word(mention, claim) not in slots(claim.language).by:
                continue
            said = [hit.mention for hit in found[act[0]].get(number, ()) if hit.relation is Relation.EQUAL]
            stands = [hit.mention for hit in found[place].get(number, ()) if agrees(hit)]
            wrong = others - small.company if any(mutual(act, here) for act in said) else others
            helps = (helped(act, here) and (act.end <= m.start or small.closing) for m in stands for act in said)
            if stands and said and all(helps) and all(leading_word(m, here) in wrong for m in stands):
                yield place, None


def passive_in(element: Element, claim: Side) -> bool:
    mention = mention_of_detail(element)
    return helped(mention, claim) and not nominal(mention, claim)


def leading_word(name: Mention, side: Side) -> str:
    """The last word before a noun or name, its article and what it is like apart."""
    small = slots(side.language)
    plain = (small.article | small.dative | (small.of if small.closing else frozenset())) - small.by
    return next((word for word in reversed(led(name, side)) if word not in plain), "")


def addressee_does(them: Sequence[Row], mine: Mapping[int, str], told: Mapping[int, frozenset[str]]) -> bool:
    """Whether somebody to whom an act is done in the claim does it here, and who does it in the claim is not here.

    "The club paid 3 million" says nothing of what the bank paid the club.
    """
    does_it = [place for place, e in them if told[place] == {DOER}]
    turned = [place for place in does_it if mine[place] == OTHER]
    return (
        DOER not in mine.values()
        and bool(turned)
        and turned == does_it
        and all(able_to_do(e) for place, e in them if place in turned)
    )


def able_to_do(element: Element) -> bool:
    """Whether an element names somebody, or a body or place that acts as one: "the city"."""
    term = element.term
    return term is None or able(term) or any(CONCEPTS[id].kind == "geography" for id in term.concepts)


def exchanged(doer: int, mine: Mapping[int, str], told: Mapping[int, frozenset[str]], them: Sequence[Row]) -> bool:
    """Whether the doer stands here behind a preposition, and whom the claim names behind one behind none."""
    others = [place for place, e in them if e.role is Role.NAME and place != doer]
    return (
        mine[doer] == DOER
        and not told[doer] & {"", DOER}
        and any(mine[place] not in ("", DOER) and told[place] == {""} for place in others)
    )


def other_doers(question: Question, here: Side, found: Places) -> Iterator[tuple[int, Hit]]:
    """Who did here, by name, what the claim says that somebody else did; only of what is done to a thing once.

    All else that the claim names must be here: who wrote another book did not write this one.
    """
    number = here.sentence.number
    rows = list(enumerate(question.elements))
    for act_place, act, claim in acts(rows, question):
        said = [hit.mention for hit in found[act_place].get(number, ()) if agrees(hit)]
        mine = [(place, e) for place, e in rows if e.detail.kind is Kind.PERSON and does(e, act, claim)]
        if not (mine and said and act.term and not ONCE.isdisjoint(act.term.concepts)):
            continue
        rest = [place for place, e in rows if e.weight and e.role is not Role.VALUE and (place, e) not in mine]
        if len(rest) < 2 or not all(any(map(agrees, found[place].get(number, ()))) for place in rest):
            continue
        theirs = [m for m in here.sentence.mentions if m.kind in NAME_KINDS and part(m, said[0], here) == DOER]
        for place, element in mine:
            reasons = [other(element, m) for m in theirs]
            if theirs and all(reasons):
                yield place, Hit(number, theirs[0], Relation.CONFLICTS, why=reasons[0])


def does(element: Element, act: Element, claim: Side) -> bool:
    return part(mention_of_detail(element), mention_of_detail(act), claim) == DOER


def acts(rows: Sequence[Row], question: Question) -> Iterator[tuple[int, Element, Side]]:
    """The acts of a claim that one does to another, each with its sentence."""
    for place, element in rows:
        claim = next((Side(s, question.reading.text) for s in question.reading.sentences if holds(s, element)), None)
        bound = element.term is not None and binds(element.term) and not of_persons(element, rows)
        if claim and element.term and not bound and done(element, rows, claim):
            yield place, element, claim


def of_persons(act: Element, rows: Sequence[Row]) -> bool:
    """Whether a claim tells of somebody's visit to somebody, not to a place: who visits is not visited."""
    people = [e for _, e in rows if e.role is Role.NAME and e.detail.kind is Kind.PERSON]
    return act.term is not None and "visit" in act.term.concepts and len(people) > 1


def governs(act: Mention, side: Side) -> bool:
    """Whether an act stands as a verb right before what it is done to; not told of German."""
    behind = side.words(act.end, act.end + PASSIVE_REACH)
    return not (slots(side.language).closing or nominal(act, side) or passive(act, side)) and opens_object(behind, side)


def turns(act: Element) -> bool:
    """Whether one verb tells what somebody does to a thing and what the thing does by itself: "closed"."""
    return act.term is not None and not TURNING.isdisjoint(act.term.concepts)


def turned_alone(act: Element, them: Sequence[Row], claim: Side) -> bool:
    """Whether a claim says by such a verb what a thing does by itself."""
    return turns(act) and (
        len(them) == 1 if slots(claim.language).closing else done_alone(mention_of_detail(act), claim)
    )


def holds(sentence: Sentence, element: Element) -> bool:
    return sentence.passage.start <= element.detail.start < sentence.passage.end


def done(element: Element, rows: Sequence[Row], claim: Side) -> bool:
    """Whether a word of a claim tells what somebody does: it can name an act, or it stands as a verb does."""
    term = element.term
    if term is None or term.named or term.territory or nominal(mention_of(term), claim):
        return False
    if term.act and names_doer(term, claim.language):
        return False
    if term.verbal:
        named = any(e.role is Role.NAME and e.detail.end + 1 == term.start for _, e in rows)
        earlier = any(e.term and e.term.act and e.detail.end < term.start for _, e in rows)
        return term.act or not (named and earlier)  # "won the Lund competition"
    return stands_as_verb(term, rows, claim)


def stands_as_verb(term: Term, rows: Sequence[Row], claim: Side) -> bool:
    """Whether what may be no verb stands as one: right behind a name, or between a noun and an article of another.

    "Lund flurbed", "the ship rammed the ferry", "la nave ha speronato"; without another act, "cats outsell dogs".
    """
    small = slots(claim.language)
    before = [e for _, e in rows if e.term is not term and party(e, claim.language) and e.detail.end <= term.start]
    subject = max(before, key=lambda e: e.detail.end, default=None)
    if subject is None or not term.text.islower():
        return False
    between = {word.group().lower() for word in claim.words(subject.detail.end, term.start)}
    if not between <= small.having | small.passive:
        return False
    plain = all(CONCEPTS[id].kind == "attribute" for id in term.concepts)
    if term.somebody or not (plain or participle(term.text, claim.language)) or term.text in small.leading:
        return False
    if subject.role is Role.NAME and plain:
        return True
    behind = claim.words(term.end, term.end + PASSIVE_REACH)[:1]
    governs = any(word.group().lower() in small.article for word in behind)
    alone = plain and not any(e.term and e.term.act for _, e in rows) and any(may_name(word, claim) for word in behind)
    return bool(between) or governs or alone


def may_name(word: re.Match[str], side: Side) -> bool:
    """Whether a word of a sentence may name somebody or something."""
    term = side.term_at(word.start())
    return term is not None and not (term.act or term.attribute or term.text in slots(side.language).leading)


def party(element: Element, language: str) -> bool:
    """Whether an element may be somebody or something that does or suffers: a killer does what murder is."""
    term = element.term
    if term is None or element.role is Role.NAME:
        return element.role is Role.NAME
    plain = not (term.attribute or term.valued) and (not term.act or names_doer(term, language))
    return bool(element.weight) and plain


def agrees(hit: Hit) -> bool:
    return hit.relation is not Relation.CONFLICTS and not hit.opposite


def mutual(act: Mention, side: Side) -> bool:
    term = side.term_at(act.start)
    return term is not None and binds(term)


def binds(act: Term) -> bool:
    """Whether an act binds its parties alike, in all that it may mean: who saw another need not have been seen."""
    one_sided = (id for id in act.concepts if id not in MUTUAL and CONCEPTS[id].kind in ("act", "verb"))
    return not MUTUAL.isdisjoint(act.concepts) and not any(one_sided)


def mention_of_detail(element: Element) -> Mention:
    detail = element.detail
    return Mention(detail.kind, detail.start, detail.end, detail.text, detail.value)


UNCERTAIN = frozenset({NOT_DOER, EARLIER, LATER, BYSTANDER})
"""Parts that deny the claimed one and tell of no other."""


PLAIN = frozenset({DOER, SUFFERER, OTHER})
"""Parts that can be told without a preposition of the act's own ("called on")."""


def parts_here(
    them: Sequence[Row], act: Mention, here: Side, found: Places, agents: frozenset[int | None]
) -> dict[int, frozenset[str]]:
    """The parts that each of a claim's parties plays in an act of the passage, one for each place that names it.

    What the `agents` of the claim's other acts here are to this one cannot be told: "won a set and was beaten by Moe".
    """
    return {
        place: frozenset(
            "" if hit.mention.start in agents else part(hit.mention, act, here)
            for hit in found[place].get(here.sentence.number, ())
            if agrees(hit)
        )
        for place, _ in them
    }


def kept(mine: Mapping[int, str], told: Mapping[int, frozenset[str]]) -> bool:
    """Whether some party plays its part in the claim here too, and none another one."""
    return any(said in told[place] for place, said in mine.items() if said) and not any(
        turned(said, told[place]) for place, said in mine.items()
    )


def known(told: Mapping[int, frozenset[str]]) -> set[int]:
    """The parties whose part can be told."""
    return {place for place, parts in told.items() if parts and parts.isdisjoint({"", NOT_DOER})}


def turned(mine: str, told: frozenset[str]) -> bool:
    """Whether the doer is none here, somebody else is the doer, or it stands in another clause than the act."""
    if not mine or not told or "" in told or mine in told:
        return False
    if NOT_DOER in told:
        return mine == DOER and told == {NOT_DOER}
    if told <= {EARLIER, LATER}:
        return told == {LATER if mine in (DOER, SUFFERER) else EARLIER}
    if told == {BYSTANDER}:
        return mine in (DOER, SUFFERER)
    return (mine == DOER) != (DOER in told)
