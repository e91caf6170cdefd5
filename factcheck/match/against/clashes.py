"""What in a sentence denies an element of a claim: another value in its own slot, another name, another class.

A sentence that speaks of something else denies nothing: each rule first asks whether the slot is the claim's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from factcheck.extract import numbers
from factcheck.lang.concepts import CONCEPTS, concepts, exclude, kinds
from factcheck.lang.slots import slots
from factcheck.lang.wordlists import city_territory, continent
from factcheck.match.hits import COMPARING, SUCCESSIVE, Hit, Places, compare_places, mention_of
from factcheck.match.question import CAPITALISING, Element, Question, Role
from factcheck.model import Amount, DateValue, Detail, Kind, Mention, Name, Qualifier, Quantity, Relation, Value
from factcheck.names import NameLikeness, same_name
from factcheck.reading import NAME_KINDS, TELLING, WORD, Reading, Sentence, Term, words_of


def clash(
    element: Element, hits: tuple[Hit, ...], sentence: Sentence, question: Question, found: Places, text: str
) -> Hit | None:
    """What the sentence gives in place of the element; None where it gives nothing, or may speak of another thing."""
    if element.quotation is not None:
        return next((hit for hit in hits if hit.relation is Relation.CONFLICTS), None)
    match element.role:
        case Role.VALUE:
            return other_value(element, hits, sentence, question, found, text)
        case Role.NAME:
            return other_name(element, sentence, question, found, text)
        case Role.TERM:
            return other_class(element, sentence, question, found)
    return None


# --- values ---


def other_value(
    element: Element, hits: tuple[Hit, ...], sentence: Sentence, question: Question, found: Places, text: str
) -> Hit | None:
    """The other value that this sentence gives for the element's own slot; None where it may be of another thing."""
    taken = {
        hit.mention
        for e, by_number in zip(question.elements, found, strict=True)
        for hit in by_number.get(sentence.number, ())
        if hit.relation is Relation.EQUAL or hit.mention.value == e.detail.value
    }
    rivals = [hit for hit in hits if hit.relation is Relation.CONFLICTS and hit.mention not in taken]
    rivals = [hit for hit in rivals if not only_served(hit.mention, sentence, question)]
    if one_more(element, question) or told_of_a_share(element, sentence, text):
        return None
    if (
        not rivals
        or stated_elsewhere(element, question, found, sentence.number)
        or not subject_here(sentence, question, found)
    ):
        return None
    if element.detail.kind is Kind.DATE:
        if nobody_named(question) and not things_here(sentence, question, found):
            return None
        return next((hit for hit in rivals if dates_the_act(hit.mention, sentence, question, found, text)), None)
    anchors = anchor_places(element, sentence, question, found)
    if not anchors or not things_here(sentence, question, found) or another_thing(sentence, question, found):
        return None
    if bare_figure(element.detail.value, sentence, text):
        return None
    return min(rivals, key=lambda hit: min(apart(hit.mention, place) for place in anchors))


def told_of_a_share(element: Element, sentence: Sentence, text: str) -> bool:
    """Whether a sentence gives a claim's figure for some of those counted: "27 blessés, dont six graves"."""
    claimed, share = element.detail.value, slots(sentence.language).share
    if not isinstance(claimed, Quantity):
        return False
    same = (m for m in sentence.mentions if isinstance(m.value, Quantity) and m.value.amount == claimed.amount)
    ahead = (text[sentence.passage.start : m.start].lower().rstrip() for m in same)
    return any(before.endswith(tuple(f" {word}" for word in share)) for before in ahead)


def one_more(element: Element, question: Question) -> bool:
    """Whether a claim tells that there is another one of a row: "had a second season", which a first one had before."""
    if element.detail.kind is not Kind.ORDINAL:
        return False
    indefinite = slots(question.reading.language).indefinite
    words = question.reading.text[: element.detail.start].lower().replace("'", "' ").replace("’", "’ ").split()
    return bool(words) and words[-1] in indefinite


IN_PRISON = frozenset({"prison", "imprison", "prison-sentence"})
PUNISHING = IN_PRISON | {"sentence", "convict"}


def only_served(mention: Mention, sentence: Sentence, question: Question) -> bool:
    """Whether a time is one in prison ("three years in jail"), and the claim tells of no sentence: a ban is longer."""
    punished = any(not PUNISHING.isdisjoint(t.concepts) for s in question.reading.sentences for t in s.terms)
    return (
        not punished
        and mention.kind is Kind.DURATION
        and any(
            not IN_PRISON.isdisjoint(t.concepts) and mention.start <= t.start <= mention.end + RIGHT_BESIDE
            for t in sentence.terms
        )
    )


def bare_figure(value: object, sentence: Sentence, text: str) -> bool:
    """Whether the claim's very figure stands here too, of what cannot be told: "sold two in Lima and three in Rome"."""
    amount = getattr(value, "amount", None)
    taken = {at for m in sentence.mentions if m.kind not in NAME_KINDS for at in range(m.start, m.end)}
    start, end = sentence.passage.start, sentence.passage.end
    return amount is not None and any(
        figure.low == amount.low and start + first not in taken
        for first, _, figure in numbers(text[start:end], sentence.language)
    )


def things_here(sentence: Sentence, question: Question, found: Places) -> bool:
    """Whether the sentence itself holds at least half of what the claim speaks of, as precisely."""
    weights = [
        (e.weight, any(hit.precise for hit in hits.get(sentence.number, ())))
        for e, hits in zip(question.elements, found, strict=True)
        if e.role is Role.TERM
    ]
    return 2 * sum(weight for weight, here in weights if here) >= sum(weight for weight, _ in weights)


def another_thing(sentence: Sentence, question: Question, found: Places) -> bool:
    """Whether a claim about nobody opens with words that the sentence has not, and the sentence with another one."""
    rows = list(zip(question.elements, found, strict=True))
    said = min((e.detail.start for e, _ in rows if e.role in (Role.ACT, Role.VALUE)), default=0)
    opening = [hits for e, hits in rows if e.role is Role.TERM and e.detail.end and e.detail.end <= said]
    if not opening or not nobody_named(question) or any(sentence.number in hits for hits in opening):
        return False
    first = next((t for t in sentence.terms if not t.valued and not t.attribute), None)
    return first is not None and not first.act and not known(mention_of(first), sentence, found)


def beside_ours(mention: Mention, sentence: Sentence, question: Question, found: Places) -> bool:
    """Whether the word nearest to a name, titles apart, is one of the claim's own."""
    words = [t for t in sentence.terms if not (t.named or t.valued or t.office or t.territory)]
    nearest = min(words, key=lambda term: apart(mention_of(term), mention), default=None)
    ours = [hits.get(sentence.number, ()) for e, hits in zip(question.elements, found, strict=True) if e.term]
    return nearest is not None and any(h.precise and h.mention.start == nearest.start for hits in ours for h in hits)


def stated_elsewhere(element: Element, question: Question, found: Places, here: int = -1) -> bool:
    """Whether another passage gives the claimed value beside something else that the claim names.

    For a date it must have as many of the claim's other values as the passage `here`: else it dates another thing.
    """
    own = question.elements.index(element)
    dated = element.detail.kind is Kind.DATE
    agreeing = {
        n
        for n, hits in found[own].items()
        if any(
            hit.relation is not Relation.CONFLICTS
            and (hit.precise or not dated)
            and not (hit.other or falls_in(element, hit))
            for hit in hits
        )
    }
    values = [
        hits
        for place, (e, hits) in enumerate(zip(question.elements, found, strict=True))
        if place != own and e.role is Role.VALUE
    ]
    wanted = agreeing_in(values, here) if dated else 0
    return any(
        number in by_number and agreeing_in(values, number) >= wanted
        for place, (other, by_number) in enumerate(zip(question.elements, found, strict=True))
        for number in agreeing
        if place != own and other.role is not Role.VALUE and other.detail.kind is not Kind.PLACE
    )


def falls_in(element: Element, hit: Hit) -> bool:
    """Whether one figure only happens to lie in the range that a claim gives: it does not state that range."""
    mine, theirs = (getattr(value, "amount", None) for value in (element.detail.value, hit.mention.value))
    ranged = isinstance(mine, Amount) and None not in (mine.low, mine.high) and mine.low != mine.high
    return ranged and isinstance(theirs, Amount) and theirs.low == theirs.high


def agreeing_in(values: list[dict[int, tuple[Hit, ...]]], number: int) -> int:
    """How many of the values a passage states."""
    return sum(any(hit.precise and hit.relation is not Relation.CONFLICTS for hit in v.get(number, ())) for v in values)


def nobody_named(question: Question) -> bool:
    """Whether the claim names only places: then what it speaks of is in its words."""
    return all(e.detail.kind is Kind.PLACE for e in question.elements if e.role is Role.NAME)


def subject_here(sentence: Sentence, question: Question, found: Places) -> bool:
    """Whether the sentence itself names whom or what the claim is about, and not only as somebody's relation."""
    rows = list(zip(question.elements, found, strict=True))
    names = [(e, by_number) for e, by_number in rows if e.role is Role.NAME]
    names = [(e, by_number) for e, by_number in names if e.detail.kind is not Kind.PLACE] or names
    terms = [by_number for e, by_number in rows if e.role is Role.TERM and e.weight]
    if terms and all(sentence.number in by_number for by_number in terms):
        return True
    others = any(m.kind is Kind.PERSON for m in sentence.mentions if not known(m, sentence, found))
    told = [hit for _, by_number in names for hit in by_number.get(sentence.number, ())]
    return not names or any(not others or sentence.parts.get(hit.mention.start) != "of" for hit in told)


def known(mention: Mention, sentence: Sentence, found: Places) -> bool:
    """Whether a mention of the sentence speaks of some element of the claim."""
    return any(hit.mention.start == mention.start for hits in found for hit in hits.get(sentence.number, ()))


def dates_the_act(mention: Mention, sentence: Sentence, question: Question, found: Places, text: str) -> bool:
    """Whether a date is the claimed act's own: no other act is nearer; without an act, all words are here."""
    rows = list(zip(question.elements, found, strict=True))
    acts = [
        h.mention.start
        for e, hits in rows
        if e.role is Role.ACT
        for h in hits.get(sentence.number, ())
        if h.precise and not h.opposite
    ]
    acts += presence_shown(sentence, question)
    rivals = [
        term
        for term in sentence.terms
        if (term.act and not term.valued and not merely_says(term, sentence) and not purpose(term, mention, sentence))
        or term.start in acts
    ]
    nearest = min(rivals, key=lambda term: removed(mention, mention_of(term), text), default=None)
    if not any(e.role is Role.ACT for e in question.elements):
        terms = [hits.get(sentence.number) for e, hits in rows if e.role is Role.TERM and e.weight]
        ours = [removed(mention, hit.mention, text) for hits in terms if hits for hit in hits]
        return all(terms) and (nearest is None or min(ours, default=0) <= removed(mention, mention_of(nearest), text))
    return nearest is not None and nearest.start in acts


A_CLAUSE = 40
"""How many code points a mark between two words counts for: what stands in another clause is further off."""


def removed(value: Mention, word: Mention, text: str) -> int:
    """How far a word is from a value; what follows the next mark is further off than what stands before the last."""
    between = text[min(value.end, word.end) : max(value.start, word.start)]
    marks = sum(between.count(mark) for mark in ",;:()")
    return apart(value, word) + A_CLAUSE * marks + (A_CLAUSE // 2 if marks and word.start > value.start else 0)


def purpose(term: Term, mention: Mention, sentence: Sentence) -> bool:
    """Whether an act is only what something before it is done for: "arrived on 23 November to sign"."""
    return term.start > mention.start and any(
        cue.qualifier is Qualifier.INTENDED and cue.start <= term.start < cue.end for cue in sentence.cues
    )


VISITING = frozenset({"visit", "travel"})
SHOWS_PRESENCE = frozenset({"meet", "receive-guest", "arrive"})
"""Acts that show somebody to have been in the place where they are done."""


def presence_shown(sentence: Sentence, question: Question) -> list[int]:
    """For a claimed visit: the starts of the acts that show it."""
    visits = any(e.term and not VISITING.isdisjoint(e.term.concepts) for e in question.elements)
    return [t.start for t in sentence.terms if visits and not SHOWS_PRESENCE.isdisjoint(t.concepts)]


def merely_says(term: Term, sentence: Sentence) -> bool:
    """Whether an act is only the telling: in "announced on Wednesday to have signed", the day dates the signing too.

    Not so before a "that": "confirmed on Monday that it was shot".
    """
    return not TELLING.isdisjoint(term.concepts) and not any(term.end <= that for that in sentence.thats)


def anchor_places(element: Element, sentence: Sentence, question: Question, found: Places) -> list[Mention]:
    """Where the sentence names what stands nearest to the value in the claim: a word, or a name where it has none."""
    words = [(e, hits) for e, hits in zip(question.elements, found, strict=True) if e.term is not None and e.weight]
    names = [(e, hits) for e, hits in zip(question.elements, found, strict=True) if e.role is Role.NAME]
    for _, by_number in sorted(words or names, key=lambda row: abs(row[0].detail.start - element.detail.start)):
        hits = [hit.mention for hit in by_number.get(sentence.number, ()) if not hit.opposite]
        if hits:
            return hits
    return []


def apart(a: Mention, b: Mention) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


# --- opposites ---


BESIDE = 30
"""How many code points may lie between an opposite and what the claim's own word stands beside."""


def opposite(
    element: Element, hits: tuple[Hit, ...], sentence: Sentence, question: Question, found: Places, text: str
) -> Hit | None:
    """The opposite of the claim's word, said of the same thing: it stands beside what the claim's word stands beside.

    Right beside a value of the claim it is firm ("up 5 %", "down 5 %"); else half the claim's words must be here.
    """
    turned = [hit for hit in hits if hit.opposite and not told_of_others(element, hit, sentence, text)]
    if (
        element.term
        and not SUCCESSIVE.isdisjoint(element.term.concepts)
        and not counted_here(sentence, question, found)
    ):
        turned = [hit for hit in turned if both_stand(element, hit, sentence, question, text)]
        turned = [hit for hit in turned if opens_with_ours(hit, sentence, found)]
    here = {hit.mention.start for hit in turned}
    said = [element.term, *(term for term in sentence.terms if term.start in here)]
    if any(term and not ONES_OWN.isdisjoint(term.concepts) for term in said):
        turned = [hit for hit in turned if opens_with_ours(hit, sentence, found)]
    if told := next((hit for hit in turned if of_one_class(element, hit, sentence, question, found)), None):
        return told
    if any(sentence.number not in found[place] for place in belonging(element, question)):
        return None  # "a small collection of stamps", "a large collection of coins"
    near = sorted(
        (gap(element.detail, e.detail), place) for place, e in enumerate(question.elements) if e is not element
    )[:2]
    reach = BESIDE
    if attributive(element):  # says something of one word only
        near, reach = [(far, place) for far, place in near if far <= NEXT], NEXT
    beside = [
        (hit, e.role is Role.VALUE and e.detail.kind is not Kind.DATE and apart_in_claim <= RIGHT_BESIDE)
        for apart_in_claim, place in near
        for e in (question.elements[place],)
        for hit in found[place].get(sentence.number, ())
        if hit.relation is Relation.EQUAL
    ]
    for hit in turned:
        if any(valued and apart(hit.mention, other.mention) <= RIGHT_BESIDE for other, valued in beside):
            return replace(hit, firm=True)
    if not things_here(sentence, question, found):
        return None
    return next((hit for hit in turned if any(apart(hit.mention, other.mention) <= reach for other, _ in beside)), None)


def told_of_others(element: Element, turned: Hit, sentence: Sentence, text: str) -> bool:
    """Whether the opposite of an act only names people by what they do: who met opponents opposes nothing."""
    said = next((t for t in sentence.terms if t.start == turned.mention.start), None)
    return element.role is Role.ACT and said is not None and of_nobody_here(said, sentence, text)


def of_nobody_here(noun: Term, sentence: Sentence, text: str) -> bool:
    """Whether a noun for people is said of nobody who is named beside it, nor of the sentence's subject."""
    called = any(
        (text[m.end : noun.start].startswith(",") and noun.start - m.end <= RIGHT_BESIDE)
        or text[noun.end : m.start] in (" ", ", ")
        for m in sentence.names
    )
    return noun.somebody and noun not in sentence.classes and not called


def of_one_class(element: Element, turned: Hit, sentence: Sentence, question: Question, found: Places) -> bool:
    """Whether both words qualify what one subject is said to be: "a public school", "a private boarding school"."""
    said = {term.start for term in sentence.classes}
    rows = zip(question.elements, found, strict=True)
    heads = [by_number.get(sentence.number, ()) for e, by_number in rows if e.term in question.heads]
    return (
        element.term in question.classed - question.heads
        and turned.mention.start in said
        and any(hit.mention.start in said and not hit.opposite for hits in heads for hit in hits)
        and subject_before(sentence, question, found)
    )


ONES_OWN = frozenset({"go-ahead"})
"""Concepts whose opposite is often told of something else: one concert is cancelled, the next will go ahead."""


def opens_with_ours(turned: Hit, sentence: Sentence, found: Places) -> bool:
    """Whether a passage speaks of nothing but what the claim names before the opposite: not of "the shop next door"."""
    ours = {hit.mention.start for by_number in found for hit in by_number.get(sentence.number, ())}
    linking = slots(sentence.language).stands
    starts = {term.start for term in sentence.terms if term.text.lower() not in linking}
    starts |= {mention.start for mention in sentence.mentions if mention.text.lower() not in linking}
    return all(start in ours for start in starts if start < turned.mention.start)


def both_stand(element: Element, turned: Hit, sentence: Sentence, question: Question, text: str) -> bool:
    """Whether claim and passage say in what state a thing is now, on no day or the same ones: "closed on Mondays"."""
    here = days(sentence)
    days_claimed = [day for s in question.reading.sentences for day in days(s)]
    dated = [value for value in (*here, *days_claimed) if "WXX" not in value.timex]
    same = {day.timex for day in days_claimed} <= {day.timex for day in here}
    claimed = any(stands(element.detail, s, question.reading.text) for s in question.reading.sentences)
    known = bool(here) == bool(days_claimed) and same and not dated
    return known and claimed and stands(turned.mention, sentence, text)


def days(sentence: Sentence) -> list[DateValue]:
    return [m.value for m in sentence.mentions if isinstance(m.value, DateValue)]


def stands(word: Detail | Mention, sentence: Sentence, text: str) -> bool:
    """Whether a word closes its clause, its days apart, right behind a verb for how a thing is: "remains shut"."""
    before = [said.lower() for said, _, end in words_of(text, sentence.passage) if end <= word.start]
    day = next((m for m in sentence.mentions if m.kind is Kind.DATE and m.start > word.end), None)
    led = day is not None and len(text[word.end : day.start].split()) <= 1
    closes = led or not text[word.end : sentence.passage.end].strip() or text[word.end] in ".,;"
    return closes and before[-1:] != [] and before[-1] in slots(sentence.language).stands


def belonging(element: Element, question: Question) -> Iterator[int]:
    """The place of what stands behind the "of" of the noun right behind a word: "a small collection of stamps"."""
    behind = sorted(
        (e.detail.start, place) for place, e in enumerate(question.elements) if e.detail.start >= element.detail.end
    )
    small, text = slots(question.reading.language), question.reading.text
    for (_, noun), (start, place) in pairwise(behind[:2]):
        first = question.elements[noun].detail.start
        between = text[first:start].lower().split()[1:]
        if first - element.detail.end <= 1 and between[:1] and between[0] in small.of:
            yield place


NEXT = 5
"""How many code points may lie between an attribute and its word: "a weak market", "the market is weak"."""


def attributive(element: Element) -> bool:
    """Whether a word only qualifies the one beside it; what singles something out is said of the whole sentence."""
    term = element.term
    return term is not None and term.attribute and not element.peak and COMPARING.isdisjoint(term.concepts)


def counted_here(sentence: Sentence, question: Question, found: Places) -> bool:
    """Whether the sentence states an amount or count of the claim: then it is one deal, not an earlier or later one."""
    return any(
        hit.relation is Relation.EQUAL
        for e, by_number in zip(question.elements, found, strict=True)
        if e.role is Role.VALUE and e.detail.kind in (Kind.MONEY, Kind.QUANTITY)
        for hit in by_number.get(sentence.number, ())
    )


RIGHT_BESIDE = 12
"""How many code points may lie between a word and the value that it turns ("rose by some 5 %")."""


def gap(a: Detail, b: Detail) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


# --- names ---


REACH = 60
"""How many code points may lie between an act and the name that plays a part in it."""


def other_name(element: Element, sentence: Sentence, question: Question, found: Places, text: str) -> Hit | None:
    """Another name in the same part of the same act: "directed by B" where the claim says "directed by A"."""
    claimed = question.reading.sentences
    part = next((s.parts.get(element.detail.start) for s in claimed if element.detail.start in s.parts), None)
    if elsewhere := (
        other_ruler(element, sentence, question, found)
        or lies_elsewhere(element, sentence, question, found)
        or serves_elsewhere(element, sentence, question, found, text)
    ):
        return elsewhere
    act = nearest_act(element, question, found, sentence)
    if (
        part not in ("by", "in")
        or act is None
        or (part == "by" and not once(act, question, found))
        or (nobody_named(question) and not things_here(sentence, question, found))
    ):
        return None
    known = {hit.mention.start for by_number in found for hit in by_number.get(sentence.number, ())}
    for mention in sentence.mentions:
        follows = 0 <= mention.start - act.mention.end <= REACH
        plays = follows and mention.start not in known and sentence.parts.get(mention.start) == part
        if plays and (why := other(element, mention)):
            return Hit(sentence.number, mention, Relation.CONFLICTS, why=why)
    return None


REGNAL = re.compile(r"[ivx]{1,6}")


def name_parts(value: Value) -> tuple[str, ...]:
    return value.parts if isinstance(value, Name) else ()


def other_ruler(element: Element, sentence: Sentence, question: Question, found: Places) -> Hit | None:
    """The same name with another number, beside a word of the claim: Philip V is not Philip VI."""
    mine = name_parts(element.detail.value)
    if len(mine) < 2 or not REGNAL.fullmatch(mine[-1]):
        return None
    for mention in sentence.mentions:
        theirs = name_parts(mention.value)
        same_base = len(theirs) > 1 and theirs[:-1] == mine[:-1] and theirs[-1] != mine[-1]
        if same_base and REGNAL.fullmatch(theirs[-1]) and beside_ours(mention, sentence, question, found):
            why = f"{mention.value} is not {element.detail.value}"
            return Hit(sentence.number, mention, Relation.CONFLICTS, why=why)
    return None


def lies_elsewhere(element: Element, sentence: Sentence, question: Question, found: Places) -> Hit | None:
    """For a claim that says no more than where something is: the other place where the sentence says that it lies."""
    if not says_where(element, question):
        return None
    for there in lies_in(sentence, question, found):
        if why := other(element, there):
            return Hit(sentence.number, there, Relation.CONFLICTS, why=why)
    return None


def says_where(place: Element, question: Question) -> bool:
    """Whether a claim says of a thing, by words alone, that it is or lies in a place: "Olm is (a town) in Norway"."""
    if place.detail.kind is not Kind.PLACE:
        return False
    rest = [e for e in question.elements if e is not place and not (e.term and qualifies_place(e.term))]
    if not rest:
        return False
    if any(e.role in (Role.ACT, Role.VALUE) or e.detail.start > place.detail.start for e in rest):
        return False
    last = max(rest, key=lambda e: e.detail.end)
    if question.heads:
        return last.term in question.heads and within_one_land(last.term)
    between = question.reading.text[last.detail.end : place.detail.start].lower().split()
    is_there = not slots(question.reading.language).copula.isdisjoint(between)
    return is_there or (last.term is not None and "located" in last.term.concepts)


def lies_in(sentence: Sentence, question: Question, found: Places) -> Iterator[Mention]:
    """The places in which the sentence says that the claim's subject lies: "is a town in Norway", "is located in"."""
    if not sentence.classes or not subject_before(sentence, question, found):
        return
    for there in sentence.mentions:
        before = [t for t in sentence.terms if 0 < there.start - t.end <= LIES]
        before = [t for t in before if t in sentence.classes or not (qualifies_place(t) or is_place(t))]
        if there.kind is Kind.PLACE and sentence.parts.get(there.start) in ("in", "of") and before:
            spot = before[-1] in sentence.classes and within_one_land(before[-1])
            if spot or "located" in before[-1].concepts:
                yield there


LIES = 36
"""How many code points may lie between what lies somewhere and the place: "a town in the north of Norway"."""

SPREADING = frozenset(
    "river mountain sea ocean lake desert valley continent forest landform gulf highland peninsula territory canal "
    "road bridge tunnel border".split()
)
"""What may lie in several countries at once."""


def is_place(term: Term) -> bool:
    return any(CONCEPTS[id].root == "place" or "region" in kinds(id) for id in term.concepts)


def spreads(term: Term | None) -> bool:
    return term is not None and not SPREADING.isdisjoint(term.concepts)


def within_one_land(term: Term) -> bool:
    """Whether a word is that of a place that lies in one country: a town, not a river."""
    return is_place(term) and not spreads(term)


def qualifies_place(term: Term) -> bool:
    """Whether a word only says which part of a place is meant, or of which kind it is: "in northern Norway"."""
    told = [CONCEPTS[id] for id in term.concepts]
    side = bool(told) and all(concept.kind == "geography" and not concept.root for concept in told)
    return term.attribute or term.territory is not None or side


GOVERNS_ONE = frozenset(
    "capital mayor governor president head-of-state prime-minister head-of-government chancellor king queen monarch "
    "emperor sultan emir viceroy foreign-minister defence-minister interior-minister finance-minister health-minister "
    "justice-minister education-minister trade-minister economy-minister".split()
)
"""What somebody or something is of one land or town only: who is mayor of Lyon is not mayor of Lille."""


def serves_elsewhere(element: Element, sentence: Sentence, question: Question, found: Places, text: str) -> Hit | None:
    """For a claim that somebody is at the head of a place: the other place that the sentence says the same of."""
    rows = list(zip(question.elements, found, strict=True))
    heads = [by for e, by in rows if e.term and right_of(e.detail, element.detail, question.reading)]
    subjects = [by for e, by in rows if e.role is Role.NAME and e is not element]
    if len(heads) != 1 or len(subjects) != 1 or element.detail.kind is not Kind.PLACE:
        return None
    if any(not slots(s.language).past.isdisjoint(s.words) for s in question.reading.sentences):
        return None
    here, small = sentence.number, slots(sentence.language)
    for office in heads[0].get(here, ()):
        near = [m for m in sentence.mentions if 0 < m.start - office.mention.end <= RIGHT_BESIDE]
        there = next((m for m in near if m.kind is Kind.PLACE and sentence.parts.get(m.start) == "of"), None)
        held = office.precise and office.relation is Relation.EQUAL
        if not held or there is None or not (why := other(element, there)):
            continue
        is_said = any(t.start == office.mention.start for t in sentence.classes)
        for name in subjects[0].get(here, ()):
            between = {word.lower() for word in WORD.findall(text[name.mention.end : office.mention.start])}
            apposed = name.mention.end <= office.mention.start and between <= small.article | {","}
            if apposed or (
                is_said and name.mention.end <= sentence.classes[0].start and between.isdisjoint(small.past)
            ):
                return Hit(here, there, Relation.CONFLICTS, why=why)
    return None


def right_of(office: Detail, place: Detail, claim: Reading) -> bool:
    """Whether an office that is held once only, and the place that it is held of, stand together in a claim."""
    told = [t for s in claim.sentences for t in s.terms if t.start == office.start]
    of = any(s.parts.get(place.start) == "of" for s in claim.sentences)
    bound = any(not GOVERNS_ONE.isdisjoint(t.concepts) for t in told)
    return of and bound and 0 < place.start - office.end <= RIGHT_BESIDE


def nearest_act(element: Element, question: Question, found: Places, sentence: Sentence) -> Hit | None:
    """Where the sentence names the act that stands nearest before the name in the claim."""
    before = [
        (element.detail.start - e.detail.end, place)
        for place, e in enumerate(question.elements)
        if (e.role is Role.ACT or (e.term in question.heads and not spreads(e.term)) or made(e) or in_one_place(e))
        and 0 <= element.detail.start - e.detail.end <= REACH
    ]
    for _, place in sorted(before)[:1]:
        return next((hit for hit in found[place].get(sentence.number, ()) if hit.precise and not hit.opposite), None)
    return None


ONE_PLACE = frozenset({"headquarters", "grow-up", "located", "originate"})
"""What is so of one place only, though no act: who grew up in Lund did not in Oslo."""


def in_one_place(element: Element) -> bool:
    return element.term is not None and not ONE_PLACE.isdisjoint(element.term.concepts)


ONCE = frozenset(
    "create build produce write film-shoot record-song translate invent discover launch kill murder sign author "
    "authorship design publish adopt-child play-role direct-film convict".split()
)
"""Acts that are done to one thing once: who did them is one person, or one list of persons."""


def once(act: Hit, question: Question, found: Places) -> bool:
    """Whether an act is done to one thing once, or the word names a work or what something is."""
    told = [e for e, by_number in zip(question.elements, found, strict=True) if act in by_number.get(act.sentence, ())]
    return any(e.term and (e.role is not Role.ACT or not ONCE.isdisjoint(e.term.concepts)) for e in told)


def made(element: Element) -> bool:
    """Whether a word names a work that somebody made ("a novel by …")."""
    return element.term is not None and any(CONCEPTS[id].root == "work" for id in element.term.concepts)


LAND = re.compile(r"[A-Z]{2}")
"""The code of a territory in ISO 3166-1."""


def other(element: Element, mention: Mention) -> str:
    """Why two names cannot be of one; empty where they may be."""
    mine, theirs = element.detail.value, mention.value
    if not isinstance(mine, Name) or not isinstance(theirs, Name):
        return ""
    if set(mine.parts) <= set(theirs.parts) or set(theirs.parts) <= set(mine.parts):
        return ""
    kinds = {element.detail.kind, mention.kind}
    if kinds == {Kind.PLACE}:
        continents = {continent(name.name) for name in (mine, theirs)}
        if None not in continents and len(continents) > 1:
            return f"{theirs} is not {mine}"
        if not all(LAND.fullmatch(city_territory(name.name) or name.name) for name in (mine, theirs)):
            return ""  # a region may hold the other
        lands = {city_territory(name.name) or name.name for name in (mine, theirs)}
        apart = len(lands) > 1 or (
            compare_places(mine, theirs) is None and mine.name not in lands and theirs.name not in lands
        )
        return f"{theirs} is not {mine}" if apart else ""
    if Kind.PERSON in kinds and Kind.PLACE not in kinds:
        likeness = same_name(mine, theirs, kind=Kind.PERSON)
        return f"{theirs} is not {mine}" if likeness is NameLikeness.OTHER else ""
    return ""


# --- classes ---


def other_class(element: Element, sentence: Sentence, question: Question, found: Places) -> Hit | None:
    """The sentence says that the subject is something which the claimed thing excludes: a city is no country."""
    mine = element.term
    if mine is None or not any(says_what(mine, s) for s in question.reading.sentences):
        return None
    if not sentence.classes or not subject_before(sentence, question, found):
        return None
    capitals = sentence.language in CAPITALISING
    for theirs in (term for term in sentence.classes if says_what(term, sentence)):
        if theirs.text[0].isupper() and theirs.somebody and not capitals:
            continue  # a name: "is a Norwegian Pointer"
        if why := excluding(mine, theirs, sentence.classes):
            return Hit(sentence.number, mention_of(theirs), Relation.CONFLICTS, why=why)
    return None


def says_what(term: Term, sentence: Sentence) -> bool:
    """Whether a word says what something is, or of which land: not "village" of "is a village poet"."""
    classes = sentence.classes
    if term not in classes:
        return False
    behind = classes[classes.index(term) + 1 :][:1]
    if term.territory:  # not "American" of "American football"
        return not any(concepts(f"{term.lemma} {t.lemma}", sentence.language) for t in behind)
    return all(t.named or (t.concepts and all(CONCEPTS[id].kind in TOLD_OF_IT for id in t.concepts)) for t in behind)


TOLD_OF_IT = frozenset({"act", "verb", "relation", "attribute"})
"""Kinds of words that may follow on what something is: "a capital called Lund", "a film directed by Berg"."""


def subject_before(sentence: Sentence, question: Question, found: Places) -> bool:
    """Whether the first thing that the claim names stands before what the sentence says that something is.

    A claim that names nobody must have all words of its subject there: "Drift is a party", "the old mill is a bakery".
    """
    rows = list(zip(question.elements, found, strict=True))
    told = [s.classes[0].start for s in question.reading.sentences if s.classes] or [
        e.detail.start for e, _ in rows[1:] if e.detail.kind is Kind.PLACE or (e.term and "located" in e.term.concepts)
    ]
    said = min(told, default=0)
    names = [(e, by_number) for e, by_number in rows if e.role is Role.NAME]
    opening = [by_number for e, by_number in names if e.detail.start < said][:1]
    opening = opening or [by_number for e, by_number in rows if e.term and e.detail.end <= said]
    subject = opening or [by_number for _, by_number in names][:1]
    first = sentence.classes[0].start
    return bool(subject) and all(any(h.mention.end <= first for h in by.get(sentence.number, ())) for by in subject)


def excluding(mine: Term, theirs: Term, said: tuple[Term, ...]) -> str:
    if mine.territory and theirs.territory:
        lands = {term.territory for term in said if term.territory}
        apart = not any(one_holds_other(mine.territory, land) for land in lands)
        return f"“{theirs.text}” is not “{mine.text}”" if apart else ""
    if any(set(mine.concepts) & set(term.concepts) for term in said):
        return ""
    clash = exclude(mine.concepts, theirs.concepts)
    return f"what is “{theirs.text}” is not “{mine.text}”" if clash else ""


def one_holds_other(a: str, b: str) -> bool:
    """Whether of two territories one may lie in the other: England and Britain, Europe and France."""
    return a[:2] == b[:2] or not (is_land(a) and is_land(b))


def is_land(territory: str) -> bool:
    """Whether a code is a country's, or a part's of one; the Union's and a continent's are not."""
    return bool(LAND.match(territory)) and territory not in ("EU", "UN")
