"""What a sentence says of somebody or something else than the claim does: each predicate has a subject of its own.

"The driver was unhurt and the cyclist is missing", "the mill, run by Berg, was sold": the driver is not missing, and
Berg was not sold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from factcheck.lang.concepts import CONCEPTS, related
from factcheck.lang.slots import Slots, slots
from factcheck.match.against.polarity import ADVERBS
from factcheck.match.look import CITED, Look
from factcheck.match.question import Element, Question, Role
from factcheck.match.whose.owners import head_before
from factcheck.match.whose.parties import mention_of_detail
from factcheck.match.whose.parts import marking, whole_of
from factcheck.match.whose.statements import Noun, Statement, joining, may_do, statements, told_of, verb_of
from factcheck.model import Kind, Mention, Qualifier, Span
from factcheck.reading import NAME_KINDS, Term, Word, is_content, words_of
from factcheck.reading.side import Side
from factcheck.reading.voice import agent, nominal, passive


@dataclass(frozen=True, slots=True)
class Asked:
    """A claim's subject and what it says of it, as places of its elements; `key` is what it says first."""

    subject: tuple[int, ...]
    key: int
    said: tuple[int, ...]
    values: tuple[int, ...]
    complements: tuple[int, ...]
    suffered: bool
    verb: bool


def asked(question: Question) -> Asked | None:
    """A claim of one statement taken apart; None where it is another, or its subject cannot be told."""
    if len(question.reading.sentences) != 1:
        return None
    sentence, text = question.reading.sentences[0], question.reading.text
    told = statements(sentence, text)
    if not told and (verb := verb_of(sentence, text)) is not None:
        told = statements(sentence, text, frozenset({verb}))
    if not told or not told[0].verbs or told[0].pronoun or told[0].aside:
        return None
    verb, heads = told[0].verbs[0], told[0].heads
    rows = [(n, e) for n, e in enumerate(question.elements) if e.detail.end]
    subject = tuple(n for n, e in rows if any(within(e, noun.span) for noun in heads) and e.detail.end <= verb)
    said = tuple(n for n, e in rows if e.detail.start >= verb and e.role is not Role.VALUE)
    if not subject or not said:
        return None
    closing = [n for n in said if question.elements[n].detail.start in told[0].verbs[1:]]
    if not slots(sentence.language).closing or not closing:
        closing = list(said)  # "hat die Mühle geschlossen" says first that it was closed
    key = min(closing, key=lambda n: question.elements[n].detail.start)
    if question.elements[key].role is Role.NAME:
        return None
    act = mention_of_detail(question.elements[key])
    values = tuple(n for n, e in rows if e.detail.start >= verb and n not in said)
    governed = [noun.span for noun in told[0].nouns if noun.governed]
    of = tuple(n for n, e in rows if any(within(e, span) for span in governed) and n not in subject)
    suffered = passive(act, Side(sentence, text))
    return Asked(subject, key, said, values, of, suffered, act.start in told[0].verbs)


def within(element: Element, span: Span) -> bool:
    return span.start <= element.detail.start < span.end or element.detail.start <= span.start < element.detail.end


def of_another_statement(look: Look) -> Iterator[tuple[int, None]]:
    """What a claim says of its subject, where the sentence says it of another one only."""
    claim = asked(look.question)
    if claim is None or claim.key not in look.here or not any(n in look.here for n in claim.subject):
        return
    hit = look.hits[claim.key]
    if hit is None or hit.converse or hit.opposite:
        return
    if any(h is None and e.weight for e, h in zip(look.question.elements, look.hits, strict=True)):
        return
    subject = [m for n in claim.subject for m in look.stands(n)]
    keys = look.stands(claim.key)
    told = statements(look.sentence, look.text, frozenset(m.start for m in keys if claim.verb))
    side = Side(look.sentence, look.text)
    if not keys or not subject or all(whole_of(m, side) for m in subject):
        return  # what is said of five is said of each: "…, including Ann Moe"
    mine = {place for m in keys for place in carriers(look, claim, m, subject, told)}
    theirs = {place for m in keys if (place := statement_at(m.start, told)) is not None} - mine
    for place in {claim.key, *claim.said, *claim.values}.intersection(look.here):
        stands = {statement_at(m.start, told) for m in look.stands(place)}
        if stands and (of_others(look, place, stands, mine, told) if mine else stands <= theirs):
            yield place, None


def carriers(
    look: Look, claim: Asked, key: Mention, subject: Sequence[Mention], told: Sequence[Statement]
) -> Iterator[int]:
    """The statements that have a word of the claim for their verb and may tell it of the claim's subject."""
    place = statement_at(key.start, told)
    if place is None:
        return
    if not said_of_another(look, claim, key, subject, told):
        yield place
    for behind, one in enumerate(told[place + 1 :], place + 1):
        if not one.gapped:
            return
        if any(noun.span.start in look.heard for noun in one.nouns):
            yield behind


def of_others(
    look: Look, place: int, stands: AbstractSet[int | None], mine: AbstractSet[int], told: Sequence[Statement]
) -> bool:
    """Whether something stands behind other verbs only, and the claim's own verb has another of the kind behind it."""
    others = [told[n] for n in stands if n is not None]
    if len(others) < len(stands) or not stands.isdisjoint(mine) or any(one.aside or one.under for one in others):
        return False
    kind, said = look.said(place).kind, look.stands(place)
    behind = all(
        one.gapped or any(at < m.start for at in one.verbs) for one in others for m in said if one.holds(m.start)
    )
    own = [m for n in mine for m in look.sentence.mentions if m.kind is kind and told[n].holds(m.start)]
    asked_for = kind in WHERE_AND_WHEN or all(one.gapped for one in others)
    return behind and asked_for and any(m.start not in look.heard for m in own)


WHERE_AND_WHEN = frozenset({Kind.PLACE, Kind.DATE})
"""What each act has for itself, and may stand behind no other: an amount may be told once for two."""


def statement_at(at: int, told: Sequence[Statement]) -> int | None:
    return next((place for place, one in enumerate(told) if one.holds(at)), None)


def said_of_another(
    look: Look, claim: Asked, key: Mention, subject: Sequence[Mention], told: Sequence[Statement]
) -> bool:
    """Whether what is said at a place has a subject, and that is none of the claim's."""
    place = statement_at(key.start, told)
    if place is not None and of_another_kind(look, claim, told[place], told):
        return True
    if place is None or any(called(look, m) for m in subject):
        return False
    if told_by := antecedent(look, key):
        noun, clause = told_by
        if any(m.start <= noun.start < m.end for m in subject):
            return False
        if all(clause <= m.start < key.start for m in subject):
            return True
    if any(m.start <= at < m.end for at in [told_which(look, key)] for m in subject):
        return False
    side = Side(look.sentence, look.text)
    by_them = [m for m in subject if marking(m, side) == "by" or in_aside(m, told)]  # "appointed by Berg, the head …"
    if any(agent(key, side) == m.start for m in subject):
        return False
    here = [m for m in subject if m not in by_them and told[place].holds(m.start)]
    if not all(only_governed(look, claim, m, key, told[place]) for m in here):
        return False
    if told[place].joined and behind_verb(look, told[place]):
        return False
    if told[place].joined and any(m.end == told[place].span.start and not in_aside(m, told) for m in subject):
        return False  # "Berg, head of the bank"
    if deed(look, key) or ((key.start not in told[place].verbs) and not classed(look, key, told[place])):
        return False
    nouns = told_of(place, told)
    if not nouns or any(noun.span.start < m.end and m.start < noun.span.end for noun in nouns for m in subject):
        return False
    if claim.suffered and turned_to(look, told[place]):
        return False
    known = look.heard if claim.suffered or look.small.closing else things(look) | {m.start for m in subject}
    if look.small.closing and not (claim.suffered or here or told[place].joined):
        nouns = nouns[:1]  # behind it may stand what is done: "dass die Leitung das Werk schloss"
    return not any(
        noun.span.start in known
        or (not here and len(by_them) < len(subject) and may_be(look, noun, claim))
        or listed(look, noun, subject)
        for noun in nouns
    )


def antecedent(look: Look, key: Mention) -> tuple[Term, int] | None:
    """The noun whose verb stands behind a clause that only tells which is meant, and where that clause begins.

    "The guard who saw the thief ran away", "the guard the thief had seen ran away": the guard ran away.
    """
    words = words_of(look.text, look.sentence.passage)
    at = next((n for n, word in enumerate(words) if word[1] == key.start), 0)
    own = verb_group(words, at, look.small)
    opened = next(((n, noun) for n in range(own - 1, 0, -1) if (noun := told_apart(words, n, look))), None)
    if opened is None:
        return None
    place, noun = opened
    clause = words[place + (words[place][0].lower() in look.small.linking) : own]
    wanted = words[own - 1][0].lower() in look.small.to or words[own][0].lower().endswith(tuple(look.small.doing))
    if wanted or any(joining(word, look.small) for word, _, _ in clause):
        return None  # "que el guardia quería vender"
    behind = own_subject_end(clause, look)
    verb = next((word for word in clause if word[1] >= behind), None)
    return (noun, words[place][1]) if verb and may_say(verb, look) else None


def told_which(look: Look, key: Mention) -> int:
    """Where the noun stands that a clause behind it tells of by a verb: "a deal that cuts taxes"; or -1."""
    words, side = words_of(look.text, look.sentence.passage), Side(look.sentence, look.text)
    at = next((n for n, word in enumerate(words) if word[1] == key.start), 0)
    opened = verb_group(words, at, look.small) - 1
    if opened < 1 or words[opened][0].lower() not in look.small.linking:
        return -1
    qualified = (n for n in range(opened - 1, -1, -1) if not ((term := side.term_at(words[n][1])) and term.attribute))
    noun = side.term_at(words[next(qualified, 0)][1])
    return noun.start if noun and may_tell(noun) else -1


def own_subject_end(clause: Sequence[Word], look: Look) -> int:
    """Where the subject that opens a clause ends; where the clause begins if it opens with none."""
    start = clause[0][1] if clause else 0
    named = next((m.end for m in look.sentence.mentions if m.start == start and m.kind in NAME_KINDS), None)
    if named or not clause or clause[0][0].lower() not in look.small.article | look.small.possessive:
        return named or start
    return next((t.end for t in look.sentence.terms if t.start > start and not (t.attribute or t.territory)), start)


def verb_group(words: Sequence[Word], at: int, small: Slots) -> int:
    """Where the small verbs and adverbs before a verb begin: "has not been seen"."""
    helping = small.having | small.copula | small.passive | small.simply | small.lasting
    while at and words[at - 1][0].lower() in helping:
        at -= 1
    return at


def told_apart(words: Sequence[Word], place: int, look: Look) -> Term | None:
    """The noun right before a word that opens a clause about it: "who", "that", or an article of its own."""
    small, word, before = look.small, words[place][0].lower(), place - 1
    if word in small.linking and words[before][0].lower() in small.party | small.marked:
        before -= 1  # "al que", "à qui"
    noun = Side(look.sentence, look.text).term_at(words[before][1])
    if noun is None or not may_tell(noun) or before < 1:
        return None
    linkless = look.sentence.language in LINKLESS and before == 1 and word in small.article
    return noun if words[before - 1][0].lower() in small.article and (word in small.linking or linkless) else None


LINKLESS = frozenset({"en"})
"""Languages in which a clause may follow its noun with nothing between: "the guard the thief had seen"."""


def may_tell(noun: Term) -> bool:
    """Whether a noun names somebody or something of which a clause may tell which: no "time"."""
    plain = noun.act or noun.attribute or noun.valued
    return bool(noun.concepts) and not plain and all(CONCEPTS[id].kind != "time" for id in noun.concepts)


def may_say(word: Word, look: Look) -> bool:
    """Whether a word may be a verb, known or not."""
    small, term = look.small, Side(look.sentence, look.text).term_at(word[1])
    helping = small.having | small.copula | small.passive
    valued = any(m.start <= word[1] < m.end for m in look.sentence.mentions)
    known = term is not None and may_do(term) and not valued and not word[0].endswith(ADVERBS)
    return word[0].lower() in helping or (known and word[0].islower())


def only_governed(look: Look, claim: Asked, name: Mention, key: Mention, statement: Statement) -> bool:
    """Whether a name only stands behind a verb and a preposition: "resigned over the arrest of Berg".

    What "in place of" and the like leave open of it is told by themselves.
    """
    if cited(look, name) and not claim.suffered:
        return True
    if claim.suffered or look.small.closing or key.start not in statement.verbs or name.start < key.end:
        return False
    unsaid = (c.scope for c in look.sentence.cues if c.rule == "except" and key.end <= c.start)
    if any(scope.start <= name.start < scope.end for scope in unsaid):
        return False
    return name.kind is Kind.PERSON and marking(name, Side(look.sentence, look.text)) in ("of", "aside")


def cited(look: Look, name: Mention) -> bool:
    """Whether a name only says who tells it: "according to Berg, the owners sold"."""
    cues = (c for c in look.sentence.cues if c.qualifier is Qualifier.ATTRIBUTED)
    return any(0 <= name.start - cue.end <= CITED for cue in cues)


def behind_verb(look: Look, statement: Statement) -> bool:
    """Whether a pronoun stands behind a German verb, as its subject may: "gebaut wurde sie"."""
    words = Side(look.sentence, look.text).words(statement.span.start, statement.span.end)
    pronouns = look.small.pronoun
    return bool(look.small.closing) and not pronouns.isdisjoint(word.group().lower() for word in words)


def of_another_kind(look: Look, claim: Asked, mine: Statement, told: Sequence[Statement]) -> bool:
    """Whether the subject's noun is told of another thing or place here: "sales of boots", not "sales of hats"."""
    stands = [m for n in claim.complements for m in look.stands(n)]
    own = [noun for noun in mine.nouns if noun.governed and noun.span.start not in look.heard]
    apart = [one for one in told if one is not mine and not one.aside and not mine.under]
    return (
        bool(stands and own)
        and not any(mine.holds(m.start) for m in stands)
        and all(any(overlaps(m, noun) for one in apart for noun in one.nouns) for m in stands)
    )


def overlaps(mention: Mention, noun: Noun) -> bool:
    return noun.span.start < mention.end and mention.start < noun.span.end


def in_aside(mention: Mention, told: Sequence[Statement]) -> bool:
    return any(one.aside and one.holds(mention.start) for one in told)


def deed(look: Look, key: Mention) -> bool:
    """Whether a word for an act is a noun here: "the decline", "a 5% decline"."""
    side = Side(look.sentence, look.text)
    bare = {Kind.PERCENT, Kind.MONEY, Kind.DURATION, Kind.ORDINAL}
    valued = any(0 <= key.start - m.end <= 1 and m.kind in bare for m in look.sentence.mentions)
    opened = key.text.lower().split()[0] in look.small.article
    return opened or nominal(key, side) or (valued and not look.small.closing)


def classed(look: Look, key: Mention, statement: Statement) -> bool:
    """Whether a small verb leads to what something is or is like: "is missing", "is now minister"."""
    helping = look.small.copula | look.small.passive | look.small.having
    words = Side(look.sentence, look.text).words(statement.span.start, key.start)
    said = [word.group().lower() for word in words]
    return not helping.isdisjoint(said) and "," not in said[1:]


def called(look: Look, name: Mention) -> bool:
    """Whether a name is only another one for what is named before it: "known as Olm", "(born Ada Kent)"."""
    before = [word.group().lower() for word in Side(look.sentence, look.text).words(name.start - LOOK_BACK, name.start)]
    return not look.small.naming.isdisjoint(before[-2:])


LOOK_BACK = 16
"""How many code points before a name are searched for the word that makes it another name."""


def things(look: Look) -> frozenset[int]:
    """Where the sentence speaks of what the claim has that is nobody: what is raised may be said to rise."""
    rows = [n for n in look.here if (term := look.element(n).term) and not (term.somebody or term.office)]
    return frozenset(m.start for n in rows for m in look.stands(n))


def turned_to(look: Look, statement: Statement) -> bool:
    """Whether a pronoun stands for whom a statement's act is done to: "and the police arrested him"."""
    words = Side(look.sentence, look.text).words(statement.span.start, statement.span.end)
    small, language = look.small, look.sentence.language
    return any(
        word.group().lower() in small.object
        and (
            behind.start() in statement.verbs
            or behind.group().lower() in small.having
            or not (word.group().lower() in small.article or is_content(behind.group(), language))
        )
        for word, behind in pairwise(words)
    ) or bool(words and words[-1].group().lower() in small.object - small.article)


def of_an_aide(look: Look) -> Iterator[tuple[int, None]]:
    """An office that the passage has only behind somebody who is not the claim's: "assistant to the director"."""
    side = Side(look.sentence, look.text)
    names = {m.start for m in look.sentence.mentions if m.kind in NAME_KINDS}
    if any(hit is None and e.weight for e, hit in zip(look.question.elements, look.hits, strict=True)):
        return
    for place in look.here:
        term, stands = look.element(place).term, look.stands(place)
        if term is None or not term.office or not stands:
            continue
        heads = [head_before(m, side) for m in stands if not names & {m.end + 1, m.end + 2}]
        held = (h for h in heads if h and h.somebody and h.text.lower() not in look.small.unheld)
        if len(heads) == len(stands) == sum(h.start not in look.heard for h in held):
            yield place, None


def of_the_owner(look: Look) -> Iterator[tuple[int, None]]:
    """What a claim says of somebody's own, where the sentence says it of the owner: "Berg resigned over his firm"."""
    claim = asked(look.question)
    if claim is None or claim.key not in look.here:
        return
    named = {n for n in (*claim.subject, *claim.complements) if look.element(n).role is Role.NAME}
    owner = [m for n in named for m in look.stands(n)]
    own = [m for n in claim.subject if n not in named for m in look.stands(n)]
    keys = look.stands(claim.key)
    told = statements(look.sentence, look.text, frozenset(m.start for m in keys))
    for key in keys:
        place = statement_at(key.start, told)
        heads = told_of(place, told) or () if place is not None else ()
        if not any(any(overlaps(m, noun) for noun in heads) if heads else m.end <= key.start for m in owner):
            return
        if deed(look, key) or not all(key.end <= m.start and governed_own(m, key, look) for m in own):
            return
    if keys and own:
        yield claim.key, None


def governed_own(thing: Mention, key: Mention, look: Look) -> bool:
    """Whether a noun is "his" behind a preposition or another verb, and does nothing with its owner: "by his wife"."""
    side, small = Side(look.sentence, look.text), look.small
    opening = side.words(thing.start, thing.end)[:1]  # a phrase may hold it: "sa femme"
    words = [*side.words(look.sentence.passage.start, thing.start), *opening]
    words = words if opening and opening[0].group().lower() in small.possessive else words[: len(words) - len(opening)]
    if not words or words[-1].group().lower() not in small.possessive:
        return False
    ahead = [word.group().lower() for word in words[-LED:-1]]
    leading = small.governing | small.leading | small.by | small.of | small.party | small.place | small.amid
    verb = side.term_at(words[-2].start()) if len(words) > 1 else None
    kinds = {CONCEPTS[id].kind for id in verb.concepts} if verb and verb.start != key.start else set()
    together = small.company | small.together
    return together.isdisjoint(ahead) and (
        not kinds.isdisjoint(("act", "verb")) or bool(ahead and ahead[-1] in leading)
    )


LED = 4
"""How many words before a noun may tell that it shares in what its owner does ("junto a su mujer")."""


def may_be(look: Look, noun: Noun, claim: Asked) -> bool:
    """Whether a noun with its article may stand for the one that the claim names: "the minister", "the company"."""
    term = Side(look.sentence, look.text).term_at(noun.span.start)
    if term is None or not noun.definite:
        return False
    institution = any(CONCEPTS[id].kind == "institution" or CONCEPTS[id].root == "organisation" for id in term.concepts)
    for place in range(len(look.question.elements)) if claim.suffered else claim.subject:
        element = look.element(place)
        if element.role is Role.NAME and (
            term.office if element.detail.kind is Kind.PERSON else institution or term.office
        ):
            return True
        if element.term and any(related(a, b) != "none" for a in element.term.concepts for b in term.concepts):
            return True
    return False


def listed(look: Look, noun: Noun, subject: Sequence[Mention]) -> bool:
    """Whether nothing but commas and an "and" stand between a noun and the claim's subject: both do it."""
    small, side = look.small, Side(look.sentence, look.text)
    joining = small.together | small.article | {","}
    return any(
        bool(between := [word.group().lower() for word in side.words(m.end, noun.span.start)])
        and joining.issuperset(between)
        for m in subject
        if m.end <= noun.span.start
    )
