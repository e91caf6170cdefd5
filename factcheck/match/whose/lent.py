"""The names that a sentence's neighbours lend to it, where it tells of somebody or something else instead.

"Anna Berg is a doctor. A nurse resigned": Berg did not. "The doctor resigned", "she resigned" may stand for her.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from factcheck.lang.concepts import CONCEPTS
from factcheck.lang.mood import participle
from factcheck.lang.slots import slots
from factcheck.match.against.clashes import apart, other
from factcheck.match.hits import Hit, Places, mention_of
from factcheck.match.question import Element, Question, Role
from factcheck.match.whose.calls import calling, kin, one_name, same
from factcheck.match.whose.meant import ANYBODY, MANY, PARTS, Meant, Sort
from factcheck.match.whose.parties import does, done, holds, mention_of_detail, party
from factcheck.match.whose.parts import DOER, SUFFERER, marking, part
from factcheck.match.whose.subjects import (
    LOOK_ASIDE,
    Party,
    clause_before,
    named_subjects,
    own_object,
    own_subject,
    topic_does,
)
from factcheck.model import Kind, Mention, Span
from factcheck.reading import (
    HEAD_LAST,
    REMEMBERED,
    Reading,
    Sentence,
    Term,
    gender_of,
    opens_with,
    words_of,
)
from factcheck.reading.dropped import verb_alone
from factcheck.reading.genders import disagree, of_pronoun, of_words
from factcheck.reading.side import OWNS, Side
from factcheck.reading.voice import by_somebody, passive


def brought_in(
    question: Question,
    sentence: Sentence,
    hits: Sequence[Hit | None],
    source: Reading,
    found: Places,
    told: Meant | None,
) -> list[int]:
    """What neighbours lend to a sentence that says something else in its place, or lend of something else.

    `told` is what the noun means that opens the sentence.
    """
    side, claimed = Side(sentence, source.text), [Side(s, question.reading.text) for s in question.reading.sentences]
    lent = [
        (place, e, hit)
        for place, (e, hit) in enumerate(zip(question.elements, hits, strict=True))
        if hit and hit.sentence != sentence.number
    ]
    heard = {hit.mention.start for hit in hits if hit}
    return [
        *(
            place
            for place, e, hit in lent
            if told and told.is_of_another(hit.sentence, hit.mention)
            if told.noun.sort is Sort.OWNER or not any(beside_it(e, claim) for claim in claimed)
        ),
        *others_parties(question, sentence, hits, source, told),
        *(place for place, e, _ in lent if any(put_elsewhere(e, claim, side, heard) for claim in claimed)),
        *(
            place
            for place, e, hit in lent
            if (hit.sentence > sentence.number and of_the_next(e, hit, question, found, sentence.number))
            or any(otherwise_qualified(e, question, hits, claim, side, heard) for claim in claimed)
            or another_disaster(e, side, heard)
            or any(of_another_stage(e, hit, question, claim, source) for claim in claimed)
        ),
    ]


def beside_it(element: Element, claim: Side) -> bool:
    """Whether a claim tells of something else what a name is beside: "in Lund", "the mayor of Lund", "Berg's son"."""
    name = mention_of_detail(element)
    owning = OWNS.match(claim.text, name.end) is not None
    return holds(claim.sentence, element) and (owning or marking(name, claim) in ("in", "of", "aside"))


def of_another_stage(element: Element, hit: Hit, question: Question, claim: Side, source: Reading) -> bool:
    """Whether a place is where somebody was at another time of their life: who was born in Lund need not die there."""
    if element.role is not Role.NAME or not beside_it(element, claim):
        return False
    claimed = {id for e in question.elements for id in (e.term.concepts if e.term else ())}
    there = Side(source.sentences[hit.sentence], source.text)
    before = [t for t in there.sentence.terms if t.end <= hit.mention.start and (t.act or t.verbal)]
    lived = LIFE.intersection(before[-1].concepts) if before and marking(hit.mention, there) in ("in", "to") else set()
    return bool(lived) and not LIFE.isdisjoint(claimed) and lived.isdisjoint(claimed)


LIFE = frozenset({"be-born", "grow-up", "live-reside", "study", "graduate", "marry", "move", "funeral", "die", "dead"})
"""What somebody does at several places, each at its time."""


def put_elsewhere(element: Element, claim: Side, here: Side, heard: Collection[int]) -> bool:
    """Whether a sentence itself says whence or of what something is: who is "from Lund" is not from Orvik."""
    if element.role is not Role.NAME or not holds(claim.sentence, element) or not is_of(element.detail.start, claim):
        return False
    return any(m.start not in heard and is_of(m.start, here) for m in here.sentence.names)


def is_of(start: int, side: Side) -> bool:
    """Whether a name stands behind "is" and a preposition, "all" or the like between or not: "sono tutte di Lund"."""
    small = slots(side.language)
    said = [word.group().lower() for word in side.words(start - OF_BEHIND, start)]
    before = [word for word in said if word not in small.of | small.place | small.every | small.article]
    return side.sentence.parts.get(start) in ("in", "of") and bool(before) and before[-1] in small.copula


OF_BEHIND = 24
"""How far before a name, in code points, "is" may stand ("sono quasi tutte di Lund")."""


def another_disaster(element: Element, here: Side, heard: Collection[int]) -> bool:
    """Whether a sentence tells of another disaster than the one that is lent: "three died in an avalanche"."""
    mine = disasters(element.term) if element.term else set()
    theirs = [told for t in here.sentence.terms if t.start not in heard and (told := disasters(t))]
    return bool(mine) and any(mine.isdisjoint(told) and DISASTER not in mine | told for told in theirs)


def disasters(term: Term) -> set[str]:
    return {id for id in term.concepts if CONCEPTS[id].kind == DISASTER}


DISASTER = "disaster"


def of_the_next(element: Element, hit: Hit, question: Question, found: Places, number: int) -> bool:
    """Whether a word of the sentence behind belongs to another thing there, which this one names without it.

    "Lund won the slalom. Ek won the giant slalom": the one that Lund won is not said to be the giant one.
    """
    if element.term is None:
        return False
    return any(
        near(mention_of_detail(element), mention_of_detail(e))
        and any(near(hit.mention, other.mention) for other in by_number.get(hit.sentence, ()))
        for e, by_number in zip(question.elements, found, strict=True)
        if e is not element and e.term and not e.term.act and number in by_number
    )


def otherwise_qualified(
    element: Element, question: Question, hits: Sequence[Hit | None], claim: Side, here: Side, heard: Collection[int]
) -> bool:
    """Whether the noun that a word tells apart in the claim is told apart by another one here.

    "They gave up raising the petrol tax. The tobacco tax will rise": the petrol tax is not said to rise.
    """
    if element.term is None or not telling_apart(element.term) or not holds(claim.sentence, element):
        return False
    nouns = [
        hit.mention
        for e, hit in zip(question.elements, hits, strict=True)
        if hit and hit.sentence == here.sentence.number and e.term and not verbal(e.term)
        if element.term in qualifying(mention_of_detail(e), claim)
    ]
    theirs = [term for noun in nouns for term in qualifying(noun, here)]
    return any(telling_apart(term) for term in theirs) and not any(term.start in heard for term in theirs)


def verbal(term: Term) -> bool:
    """Whether a word is a verb, or not known to be none."""
    return not term.concepts or term.verbal


def telling_apart(term: Term) -> bool:
    return not (term.act or term.attribute or term.territory or term.valued or term.named)


def qualifying(noun: Mention, side: Side) -> Iterator[Term]:
    """The nouns that tell which one a noun means: right before it, or behind "of" or "on": "the tax on tobacco"."""
    small = slots(side.language)
    links = small.of | small.on | small.article
    for term in side.sentence.terms:
        between = side.text[noun.end : term.start].replace("’", "'").replace("'", "' ").lower().split()
        led = (small.of | small.on) & set(between[:1]) and links.issuperset(between)
        behind = bool(led) and 0 < term.start - noun.end <= QUALIFIED
        nouns = not small.closing or term.text[:1].isupper()
        before = term.end + 1 == noun.start and side.language in HEAD_LAST and nouns
        if behind or before:
            yield term


QUALIFIED = 12
"""How many code points may lie between a noun and what tells which one it is ("la taxe sur le tabac")."""


def near(one: Mention, two: Mention) -> bool:
    """Whether two words stand next to each other, nothing but a small ending between: "the men's race"."""
    return 0 < apart(one, two) <= NEXT


NEXT = 3
"""How many code points may lie between two words of one noun phrase."""


def others_parties(
    question: Question, sentence: Sentence, hits: Sequence[Hit | None], source: Reading, told: Meant | None
) -> list[int]:
    """The names that neighbours lend to a sentence which itself says of whom the claim's act is.

    "Built by the army", "officers seized a ship": none of the sentence before did; "she" stands for one of them.
    """
    rows = list(enumerate(question.elements))
    lent = [
        (place, e, hit)
        for place, e in rows
        if (hit := hits[place])
        and hit.sentence != sentence.number
        and (e.role is Role.NAME or (e.role is Role.TERM and party(e, question.reading.language)))
        and e.detail.kind is not Kind.PLACE
        and not (told and told.is_of(hit.sentence, hit.mention))
    ]
    if not lent:
        return []
    side, claimed = Side(sentence, source.text), [Side(s, question.reading.text) for s in question.reading.sentences]
    here = [(e, hit.mention) for n, e in rows if (hit := hits[n]) and is_act(e, rows, claimed)]
    suffered = any(passive(mention_of_detail(e), s) for _, e in rows if e.role is Role.ACT for s in claimed)
    if not suffered and any(passive(m, side) and by_somebody(m, side) for e, m in here if e.role is Role.ACT):
        return [place for place, e, _ in lent if e.role is Role.NAME]
    heard = {hit.mention.start for hit in hits if hit and hit.sentence == sentence.number}
    known = [act for act, m in here if topic_does(m, side)]
    return [
        place
        for place, e, hit in lent
        if any(
            (theirs.fresh or theirs.term.start not in heard) and not stands_for(theirs, e, hit, source)
            for act, said in here
            for theirs in parties_here(e, act, said, claimed, side)
        )
        or any(of_another_one(hit, e, act, said, claimed, side, source) for act, said in here)
        or any(
            name.start not in heard and not called_so(name, hit, source)
            for act, said in here
            if place_here(e, act, said, claimed, side) == SUBJECT
            for name in named_subjects(said, side)
        )
        or (another_topic(e, hit, sentence, source) and any(does(e, act, s) for act in known for s in claimed))
    ]


def called_so(name: Mention, hit: Hit, source: Reading) -> bool:
    """Whether the sentence that lends a word calls somebody so who is named here: "the Dutch singer Ida Lie", "Lie"."""
    lender, at = source.sentences[hit.sentence], hit.mention.start
    called = ((m, term) for m in lender.names for term in calling(m, lender, source.text))
    return any((at == term.start or term.end < at < m.start) and one_name(name.value, m.value) for m, term in called)


def parties_here(element: Element, act: Element, said: Mention, claimed: Sequence[Side], side: Side) -> Iterator[Party]:
    """Whoever or whatever plays here the part that a claim gives a name in its act."""
    found = {SUBJECT: own_subject, OBJECT: own_object}
    where = place_here(element, act, said, claimed, side)
    if where and (theirs := found[where](said, side)):
        yield theirs


SUBJECT, OBJECT = "subject", "object"
"""Where a sentence has whoever plays the part that a claim gives a name: before its act, or right behind it."""


def place_here(element: Element, act: Element, said: Mention, claimed: Sequence[Side], side: Side) -> str:
    doing = any(acts_itself(element, act, s) for s in claimed)
    suffering = any(acted_on(element, act, s) for s in claimed)
    suffered = passive(said, side)
    if (doing and not suffered) or (suffering and suffered):
        return SUBJECT
    return OBJECT if suffering else ""


def of_another_one(
    hit: Hit, element: Element, act: Element, said: Mention, claimed: Sequence[Side], side: Side, source: Reading
) -> bool:
    """Whether a pronoun, or a verb alone, plays the part that a claim gives a name, and cannot stand for that name.

    It is of another gender, or no topic is known and somebody else stands before the name in its sentence.
    """
    where = place_here(element, act, said, claimed, side)
    pronoun = pronoun_of(said, side, where) if where else None
    if pronoun is None:
        return False
    said_here = side.text[pronoun.start : pronoun.end]
    if disagree(of_pronoun(said_here, side.language), gender_of(hit.mention, side.language)):
        return True
    if said_here.lower() in slots(side.language).it and hit.mention.kind is Kind.PERSON:
        return True
    return element.role is Role.NAME and side.sentence.topic is None and overshadowed(hit, source)


def overshadowed(hit: Hit, source: Reading) -> bool:
    """Whether the sentence that names somebody is about another: whom it names or calls "she" before."""
    sentence, name = source.sentences[hit.sentence], hit.mention
    small = slots(sentence.language)
    words = words_of(source.text, sentence.passage)
    earlier = any(m.start < name.start and m.kind is not Kind.PLACE for m in sentence.names)
    called = any(start < name.start and word.lower() in small.pronoun for word, start, _ in words)
    return earlier or called or subjectless(sentence, source.text) is not None


def pronoun_of(act: Mention, side: Side, where: str) -> Span | None:
    """The pronoun that is an act's subject or object, or its verb where it has no subject."""
    small = slots(side.language)
    if where == OBJECT:
        behind = side.words(act.end, act.end + LOOK_ASIDE)[:1]
        behind += clause_before(act, side) if small.closing else []  # "der sie betreut"
        return next((Span(w.start(), w.end()) for w in behind if w.group().lower() in small.pronoun), None)
    said = [w for w in clause_before(act, side) if w.group().lower() in small.pronoun]
    if said:
        return Span(said[-1].start(), said[-1].end())
    alone = subjectless(side.sentence, side.text)
    return alone if alone and alone.start <= act.start <= alone.end + LOOK_ASIDE else None


def subjectless(sentence: Sentence, text: str) -> Span | None:
    """The verb with which a sentence begins that names no subject."""
    acts = {t.start for t in sentence.terms if t.act}
    return verb_alone(words_of(text, sentence.passage), sentence.mentions, acts, sentence.language)


def acts_itself(element: Element, act: Element, claim: Side) -> bool:
    name, said = mention_of_detail(element), mention_of_detail(act)
    small = slots(claim.language)
    helping = small.having | small.copula
    between = [word.group().lower() for word in claim.words(name.end, said.start)] if name.end <= said.start else [""]
    right_before = helping.issuperset(between)  # "Berg est mort", "the bus crash"
    return not passive(said, claim) and (right_before or part(name, said, claim) == DOER)


def acted_on(element: Element, act: Element, claim: Side) -> bool:
    """Whether a claim's act is done to a name, which stands before it, or right behind it with no preposition."""
    name, said = mention_of_detail(element), mention_of_detail(act)
    if passive(said, claim):
        return name.end <= said.start and part(name, said, claim) == SUFFERER
    return said.end <= name.start and part(name, said, claim) not in (DOER, "") and not marking(name, claim)


def is_act(element: Element, rows: Sequence[tuple[int, Element]], claimed: Sequence[Side]) -> bool:
    """Whether a word of a claim tells what somebody does."""
    return any(
        holds(side.sentence, element)
        and (done(element, rows, side) or has_been(mention_of_detail(element), side) or is_so(element, side))
        for side in claimed
    )


def is_so(element: Element, side: Side) -> bool:
    """Whether a word stands right behind "is": "is missing"."""
    before = side.words(side.sentence.passage.start, element.detail.start)[-1:]
    copula = slots(side.language).copula
    return element.term is not None and any(word.group().lower() in copula for word in before)


def has_been(word: Mention, side: Side) -> bool:
    """Whether a word that no table has for an act is one by its form and place: "a paralysé"."""
    before = side.words(side.sentence.passage.start, word.start)[-1:]
    helped = any(w.group().lower() in slots(side.language).having for w in before)
    return helped and participle(word.text, side.language)


def another_topic(element: Element, hit: Hit, sentence: Sentence, source: Reading) -> bool:
    """Whether a sentence is about somebody else than a name lent to it, and no nearer one is about that name."""
    topic = sentence.topic
    if topic is None or element.role is not Role.NAME or not other(element, topic):
        return False
    theirs = source.sentences[hit.sentence]
    return hit.mention.start < topic.start or theirs.passage.start <= topic.start or not opens_with(hit.mention, theirs)


def setting(question: Question, claimed: Sequence[Side], here: Side, hits: Sequence[Hit | None]) -> set[int]:
    """The words of a claim that only say in what it was, if the sentence before told of it and this one of no other.

    "A fire broke out. Three people died" says that three died in the fire; "three died in the flood" does not.
    """
    heard = {hit.mention.start for hit in hits if hit}
    number = here.sentence.number
    if any(t.start not in heard and marking(mention_of(t), here) for t in here.sentence.terms):
        return set()
    return {
        place
        for place, (e, hit) in enumerate(zip(question.elements, hits, strict=True))
        if e.role is Role.TERM and hit and hit.precise and hit.sentence == number - 1
        if any(holds(side.sentence, e) and marking(mention_of_detail(e), side) == "in" for side in claimed)
    }


# --- who may be meant ---


def stands_for(theirs: Party, element: Element, hit: Hit, source: Reading) -> bool:
    """Whether a noun may be whom or what the claim names: "the minister" somebody, "the company" what is nobody.

    Only a definite one, of the kind; not what the text calls somebody else, nor what it would name without having told
    of it ("the nurse", "the police"), where it calls the name something else.
    """
    kind = element.detail.kind
    institution = any(CONCEPTS[id].kind == "institution" for id in theirs.term.concepts)
    person = theirs.term.somebody and not institution
    if not theirs.definite or (kind is not Kind.TERM and person is not (kind is Kind.PERSON)):
        return False
    recent = source.sentences[max(0, hit.sentence - REMEMBERED) : hit.sentence + REMEMBERED]
    called = [(m, term) for s in recent for m in s.names for term in calling(m, s, source.text)]
    own = [term for m, term in called if same(element, m) and (kind is not Kind.PERSON or term.somebody)]
    if any(kin(theirs.term, term) for term in own):
        return True
    if any(kin(theirs.term, term) for m, term in called if not same(element, m)):
        return False
    if own and theirs.term.somebody is not any(term.somebody for term in own):
        return False
    if disagree(gender_of(hit.mention, source.language), of_words(theirs.term.concepts)):
        return False
    if beside_them(theirs.term, hit, source):
        return False
    if person and ANYBODY.isdisjoint(theirs.term.concepts):
        return False
    return not introduced(theirs.term, known=bool(own))


def beside_them(noun: Term, hit: Hit, source: Reading) -> bool:
    """Whether the sentence that names somebody tells of another by a noun: "Berg questioned the banker"."""
    terms = source.sentences[hit.sentence].terms
    behind = [t for t in terms if hit.mention.end <= t.start]
    return any(
        t.lemma == noun.lemma and t.start != noun.start and any(verbal(act) and act.start < t.start for act in behind)
        for t in behind
    )


def introduced(term: Term, *, known: bool) -> bool:
    """Whether a noun is told with "the" though nothing was told of it before: an office, a body of which there is one.

    A company, a club or a man that is told so is one told before; so is a player, where it is not `known` what else the
    text calls whom it names.
    """
    roles = ROLES | PARTS if known else ROLES
    return any(
        (term.somebody and CONCEPTS[id].kind in roles and id not in ANY_ROLE)
        or (CONCEPTS[id].kind == "institution" and id not in MANY)
        for id in term.concepts
    )


ROLES = frozenset({"office", "transport", "health", "relation"})
"""Kinds of what people are by their trade."""

ANY_ROLE = frozenset({"politician"})
