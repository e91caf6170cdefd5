"""Who holds which office, of which land, and of whom it is said: the words of a claim stand in the same relations here.

A sentence may hold every word of a claim and say something else: another minister's office, another army's chief. Each
check looks at two elements that belong together in the claim, and asks whether they do here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.extract.tense import past
from factcheck.lang import language
from factcheck.lang.concepts import CONCEPTS, related
from factcheck.lang.fold import fold
from factcheck.lang.slots import Slots, slots
from factcheck.match.against.clashes import apart, gap
from factcheck.match.hits import Hit, Places, mention_of
from factcheck.match.question import Element, Question, Role
from factcheck.match.whose.belonging import owned_otherwise
from factcheck.match.whose.comparisons import compared_otherwise, compares, of_another_degree
from factcheck.match.whose.directions import turned_round
from factcheck.match.whose.exchanges import MUTUAL_TIES, exchanges
from factcheck.match.whose.lands import lands
from factcheck.match.whose.owners import owners, tells_act, told_another_s
from factcheck.match.whose.parties import Row, acts, does, mention_of_detail, parties, party
from factcheck.match.whose.pro_contra import other_side
from factcheck.match.whose.rivals import rivals
from factcheck.model import Kind, Mention, Relation, Span
from factcheck.reading import Reading, Sentence, Term
from factcheck.reading.side import Side
from factcheck.reading.voice import names_doer, nominal

HELD = 40
"""How many code points may lie between an office and its holder in a claim ("…, new foreign minister of Norway")."""

HELD_HERE = 80
"""The same in a source, whose apposition may be longer; never with another person between them."""


def misplaced(question: Question, source: Reading, found: Places, hits: list[Hit | None]) -> dict[int, Hit | None]:
    """The elements that are named but of somebody or something else, with what denies them, or None."""
    wrong: dict[int, Hit | None] = {}
    for number in sorted({hit.sentence for hit in hits if hit}):
        rows = [
            (place, e) for place, e in enumerate(question.elements) if (hit := hits[place]) and hit.sentence == number
        ]
        sentence = source.sentences[number]
        here = Side(sentence, source.text)
        wrong.update(subject(rows, question, sentence, hits, source.text))
        wrong.update(owners(rows, question, here, found, hits))
        wrong.update(told_another_s(rows, question, here, found))
        wrong.update(owned_otherwise(rows, question, here, found))
        wrong.update(offices(rows, question, sentence, found, hits))
        wrong.update(told_to_be(rows, question, sentence, found, hits, source.text))
        wrong.update(doers(rows, question, sentence, found, hits, source.text))
        wrong.update(lands(rows, question, here, found))
        wrong.update(qualities(rows, question, sentence, found))
        wrong.update(turned_round(rows, question, here, hits))
        if not compares(question):
            wrong.update(parties(rows, question, here, found))
        wrong.update(compared_otherwise(rows, question, here, found))
        wrong.update(of_another_degree(rows, question, here, found))
        wrong.update(rivals(rows, question, here, found))
        wrong.update(exchanges(rows, question, here, found))
        wrong.update(other_side(rows, question, here, found))
    return wrong


# --- offices and their holders ---


def offices(
    rows: list[Row], question: Question, sentence: Sentence, found: Places, hits: list[Hit | None]
) -> Iterator[tuple[int, Hit | None]]:
    for place, office in enumerate(question.elements):
        if office.term is None or not office.term.office:
            continue
        for holder_place, holder in rows:
            held = hits[holder_place]
            if holder.role is not Role.NAME or holder.detail.kind is Kind.PLACE or held is None:
                continue
            if gap(office.detail, holder.detail) > HELD or parted(office, holder, question):
                continue
            here = [hit.mention for hit in found[place].get(sentence.number, ())]
            if not any(belong(mention, held.mention, sentence) for mention in here):
                taken = all(held_by_another(mention, held.mention, sentence) for mention in here)
                yield place, other_office(office.term, held.mention, sentence) if taken else None


def still_held(question: Question, source: Reading, found: Places) -> Places:
    """The hits with every office short of the claim's that is held no more, not yet, or not in full.

    A tie may be no more too: who was somebody's wife is not said to be.
    """
    return tuple(
        {
            number: tuple(as_held(hit, source, allowed, ties) for hit in hits)
            for allowed in (claimed(element, question) | (frozenset() if ties.isdisjoint(LAPSING) else AS_TIE),)
            for number, hits in here.items()
        }
        if (ties := lapsing(element))
        else here
        for element, here in zip(question.elements, found, strict=True)
    )


def lapsing(element: Element) -> frozenset[str]:
    """What may be no more of what a word of a claim says: an office, a tie, or what is done in an office."""
    if element.term is None:
        return frozenset()
    offices = {id for id in element.term.concepts if CONCEPTS[id].kind == "office"}
    return frozenset(offices or (LAPSING | DONE_IN_POST).intersection(element.term.concepts))


def as_held(hit: Hit, source: Reading, allowed: frozenset[str], ties: frozenset[str]) -> Hit:
    terms = source.sentences[hit.sentence].terms
    if ties <= DONE_IN_POST and not any((t.office or t.somebody) and t.start == hit.mention.start for t in terms):
        return hit  # "the former minister leads the bank"
    short = standing(hit.mention, source.sentences[hit.sentence], source.text) - allowed
    if hit.relation is Relation.CONFLICTS or not short:
        return hit
    return replace(hit, relation=Relation.COMPATIBLE, precise=False, why=f"{STANDINGS[min(short)]} here")


LAPSING = frozenset({"wife", "husband", "woman", "partner", "owner", "member", "employee"})
"""Concepts of ties that end: "his ex-wife", "a former member"."""

IN_OFFICE = "lead"
"""The concept of what somebody does by holding an office: who was the head of a bank leads it no more."""

AT_WORK = "work-act"
"""The concept of what an employee does."""

DONE_IN_POST = frozenset({IN_OFFICE, AT_WORK})

AS_TIE = frozenset({"unheld", "whose"})
"""What stands beside an office, and says nothing of a tie."""

STANDINGS = {
    "lapsed": "only formerly so",
    "unheld": "an office not yet held, or not in full,",
    "whose": "only a word for somebody's thing",
}
"""In which ways an office may not be held by whoever is named beside it, as a report says it."""

FORMER_REACH = 24
"""How many code points may lie between "former" and the office ("the former Chilean fisheries minister")."""

BESIDE_OFFICE = 3
"""How many words beside an office may tell whether it is held: "candidate for mayor", "maire par intérim"."""


def standing(office: Mention, sentence: Sentence, text: str) -> frozenset[str]:
    """What a sentence says of an office besides: `lapsed` ("former"), `unheld` ("acting"), `whose` ("the mayor's")."""
    small = slots(sentence.language)
    start = max(office.start - FORMER_REACH, sentence.passage.start)
    told = PAUSE.split(text[start : office.start])[-1]
    ahead = LETTERS.findall(told if start == sentence.passage.start else told.partition(" ")[2])[-BESIDE_OFFICE:]
    behind = LETTERS.findall(PAUSE.split(text[office.end : office.end + FORMER_REACH])[0])[: BESIDE_OFFICE - 1]
    before = [t for t in sentence.terms if 0 <= office.start - t.end <= FORMER_REACH and not t.territory][-2:]
    former = any("former" in t.concepts and not PAUSE.search(text, t.end, office.start) for t in before)
    said = {
        "lapsed": former or not small.lapsed.isdisjoint(word.lower() for word in ahead),
        "unheld": not small.unheld.isdisjoint(word.lower() for word in (*ahead, *behind)),
        "whose": text[office.end : office.end + 2] in ("'s", "’s") and not does_it(office, sentence),
    }
    return frozenset(name for name, holds in said.items() if holds)


def held_now(office: Mention, side: Side) -> bool:
    """Whether nothing beside an office or a tie says that it is one of old, of the future, or not held in full."""
    return standing(office, side.sentence, side.text).isdisjoint({"lapsed", "unheld"})


def does_it(owner: Mention, sentence: Sentence) -> bool:
    """Whether what is somebody's is a deed of theirs: "the king's visit", "the director's sudden resignation"."""
    deed = next((t for t in sentence.terms if t.start > owner.end and not t.attribute), None)
    return deed is not None and deed.start - owner.end <= FORMER_REACH and tells_act(deed)


LETTERS = re.compile(r"[^\W\d_]+")
ELIDED = re.compile(LETTERS.pattern + "['’]?")
"""Words with the apostrophe that makes an article or a preposition of them ("l'")."""

PAUSE = re.compile(r"[,;:.()]")
"""A mark behind which "former" is said of something else."""


def claimed(office: Element, question: Question) -> frozenset[str]:
    """How the claim itself puts the office: what it says besides, and `lapsed` where it speaks of the past."""
    for sentence in question.reading.sentences:
        if sentence.passage.start <= office.detail.start < sentence.passage.end:
            said = standing(mention_of_detail(office), sentence, question.reading.text)
            told = question.reading.text[sentence.passage.start : office.detail.end]
            was = not slots(sentence.language).past.isdisjoint(map(fold, LETTERS.findall(told))) or (
                bool(office.term and office.term.act) and past(told, language(sentence.language))
            )
            return said | {"lapsed"} if was else said
    return frozenset()


def parted(a: Element, b: Element, question: Question) -> bool:
    """Whether another word or value of the claim stands between two elements; demonyms and light words part nothing."""
    first, last = sorted((a.detail, b.detail), key=lambda detail: detail.start)
    return any(
        first.end <= e.detail.start and e.detail.end <= last.start
        for e in question.elements
        if e.role is not Role.NAME and e.weight and not (e.term and e.term.territory)
    )


def belong(office: Mention, holder: Mention, sentence: Sentence) -> bool:
    """Whether an office and a name stand together: nobody between them, nor an act where the office is another's."""
    first, last = sorted((office, holder), key=lambda mention: mention.start)
    acts = [t for t in sentence.terms if first.end <= t.start < last.start and t.act and not t.office]
    does = next((t for t in sentence.terms if 0 < t.start - holder.end <= DOES), None)
    if does and does.start < office.start and does_else(does):
        return False  # "Berg thanked the minister"
    taken = any(
        apart(office, m) <= APPOSED for m in sentence.mentions if m.kind is Kind.PERSON and m.start != holder.start
    ) and any(APPOINTING.isdisjoint(t.concepts) for t in acts)
    return apart(office, holder) <= HELD_HERE and not taken and not person_between(office, holder, sentence)


APPOINTING = frozenset({"appoint", "elect", "take-office", "become", "name-call", "succeed-in-office"})
"""Acts that give somebody an office."""

DOES = 8
"""How many code points may lie between a name and what somebody does ("Berg a été …")."""


def does_else(term: Term) -> bool:
    """Whether a word tells of an act behind which an office is somebody else's."""
    return tells_act(term) and HOLDING.isdisjoint(term.concepts)


HOLDING = APPOINTING | {"serve-as", "resign", "dismiss", "stay", "return", "leave", "work-act", "member", "win"}
"""Acts behind which an office is that of whoever does or suffers them."""

APPOSED = 6
"""How many code points may lie between a name and its office: "Berg, the mayor"."""


def held_by_another(office: Mention, holder: Mention, sentence: Sentence) -> bool:
    """Whether somebody else is named between an office and its holder, or right behind the office."""
    others = [m for m in sentence.mentions if m.kind is Kind.PERSON and m != holder]
    behind = any(0 < m.start - office.end <= len(", ") for m in others)
    return behind or person_between(office, holder, sentence)


def person_between(a: Mention, b: Mention, sentence: Sentence) -> bool:
    first, last = sorted((a, b), key=lambda mention: mention.start)
    return any(m.kind is Kind.PERSON and first.end <= m.start and m.end <= last.start for m in sentence.mentions)


def other_office(claimed: Term, holder: Mention, sentence: Sentence) -> Hit | None:
    """Another ministry that the sentence gives the holder; None where it gives none, or one that may be the same."""
    for term in sentence.terms:
        if (
            term.office
            and belong(mention_of(term), holder, sentence)
            and apart(mention_of(term), holder) <= HELD
            and any(sisters(a, b) for a in claimed.concepts for b in term.concepts)
        ):
            why = f"“{term.text}” is not “{claimed.text}”"
            return Hit(sentence.number, mention_of(term), Relation.CONFLICTS, why=why)
    return None


def sisters(a: str, b: str) -> bool:
    """Whether two offices are different kinds of one: two ministries."""
    return related(a, b) == "none" and bool(CONCEPTS[a].broader & CONCEPTS[b].broader) and CONCEPTS[a].kind == "office"


# --- what something is ---


def told_to_be(
    rows: list[Row], question: Question, sentence: Sentence, found: Places, hits: list[Hit | None], text: str
) -> Iterator[tuple[int, None]]:
    """What a claim says that a name is, where the sentence says it of something else: "Berg met the owner"."""
    for place, name_place in told_of(rows, question):
        name = hits[name_place]
        here = [h.mention for h in found[place].get(sentence.number, ()) if h.relation is not Relation.CONFLICTS]
        doing = any(t.act for t in sentence.terms for m in here if t.start == m.start)
        head = question.elements[place].term
        mutual = head is not None and not MUTUAL_TIES.isdisjoint(head.concepts)
        told = [h.mention for n, e in rows if e.role is Role.NAME and (n == name_place or mutual) and (h := hits[n])]
        if name and here and not doing and not any(attached(m, one, sentence, text) for m in here for one in told):
            yield place, None


def called_elsewhere(question: Question, source: Reading, found: Places, hits: Sequence[Hit | None]) -> Iterator[int]:
    """What a claim says that a name is, told in a sentence without that name of somebody: "A firefighter was hurt".

    What a sentence says that its own subject is, that may stand for the name: "The company is a brewer"; and so may a
    noun that another sentence holds beside the name: "Lund is a village. The village is old".
    """
    for place, name_place in told_of(list(enumerate(question.elements)), question):
        hit, name, head = hits[place], question.elements[name_place].detail, question.elements[place].detail
        besides = (e for e in question.elements if e.term and e.term not in question.classed)
        between = any(name.end <= e.detail.start < head.start for e in besides)
        if hit is None or hits[name_place] is None or between:
            continue
        if not {hit.sentence, *found[place]}.isdisjoint(found[name_place]):
            continue
        here = Side(source.sentences[hit.sentence], source.text)
        said = here.term_at(hit.mention.start)
        told = said is not None and (said in here.sentence.classes or (said.act and not nominal(hit.mention, here)))
        if not told:  # "is the author of it", where the text has "she wrote it"
            yield place


def doers(
    rows: list[Row], question: Question, sentence: Sentence, found: Places, hits: list[Hit | None], text: str
) -> Iterator[tuple[int, None]]:
    """What a claim says that somebody does, where another is called its doer: "Berg met the founder of the bank"."""
    names = [(place, e) for place, e in rows if party(e, question.reading.language) and e.detail.kind is not Kind.PLACE]
    for place, act, claim in acts(rows, question):
        if act.term and employing(act.term):
            continue  # an employee is who is employed
        does_it = [hit.mention for n, e in names if does(e, act, claim) and (hit := hits[n])]
        led = [hit.mention for n, e in names if not does(e, act, claim) and (hit := hits[n])]
        here = [h.mention for h in found[place].get(sentence.number, ()) if h.relation is not Relation.CONFLICTS]
        nouns = {t.start for t in sentence.terms if names_doer(t, sentence.language)}
        called = bool(here) and nouns.issuperset(m.start for m in here)
        theirs = [m for m in here if any(attached(m, one, sentence, text) for one in does_it)]
        if act.term and IN_OFFICE in act.term.concepts and led:
            when = any(e.detail.kind is Kind.DATE for e in question.elements)  # no office tells since when it is held
            theirs = [m for m in theirs if not when and any(heads(m, thing, sentence, text) for thing in led)]
        if act.term and AT_WORK in act.term.concepts and led:
            theirs = [m for m in theirs if any(employs(thing, m) for thing in led)]
        if does_it and called and not theirs:
            yield place, None


def employing(term: Term) -> bool:
    """Whether a word says that somebody has employees, and is not itself one for them."""
    return "employ" in term.concepts and "employee" not in term.concepts


def employs(thing: Mention, employee: Mention) -> bool:
    """Whether a name is an employee's employer: "employee of Varno", "Varno employee", no "of Lund, employee"."""
    return employee.end <= thing.start <= employee.end + HELD or thing.end + 1 == employee.start


def heads(office: Mention, thing: Mention, sentence: Sentence, text: str) -> bool:
    """Whether an office is that of the head of a whole thing: no "sales director" of it nor "head of sales at" it."""
    small = slots(sentence.language)
    before = next((t for t in sentence.terms if 0 < office.start - t.end <= 1), None)
    whole = before is None or before.attribute or before.office or before.territory or before.start >= thing.start
    if not whole and before and APPOINTING.isdisjoint(before.concepts):
        return False
    if thing.end <= office.start:
        return True
    plain = {word for t in sentence.terms if t.attribute or t.territory for word in words_between(t.start, t.end, text)}
    return plain.union(small.of, small.article, small.place).issuperset(words_between(office.end, thing.start, text))


def told_of(rows: list[Row], question: Question) -> Iterator[tuple[int, int]]:
    """The words of a claim that say what a name is, with the name: before "is a", or where it is what is called so."""
    names = [(n, e) for n, e in rows if e.role is Role.NAME]
    for place, head in rows:
        before = [n for n, e in names if e.detail.end <= head.detail.start]
        if before and head.term in question.heads and head.term and not head.term.office:
            yield place, before[0]
    called = next((e for e in question.elements if e.term and set(e.term.concepts) == {"name-call"}), None)
    if called is None or called.weight:
        return
    behind = [n for n, e in names if e.detail.start > called.detail.end]
    kinds = [(n, e) for n, e in rows if e.role is Role.TERM and e.weight]
    if behind and kinds:
        ahead = [row for row in kinds if called.detail.end < row[1].detail.start]
        yield (ahead or kinds)[0][0], behind[-1]


def attached(head: Mention, name: Mention, sentence: Sentence, text: str) -> bool:
    """Whether a sentence may say that a name is something: it is not what another act there is done to, nor of it."""
    small = slots(sentence.language)
    first, last = sorted((head, name), key=lambda mention: mention.start)
    acts = [t for t in sentence.terms if first.end <= t.start < last.start and does_else(t) and not t.named]
    if first is head and (aside := relative_aside(first.end, last.start, text, small)):
        acts = [t for t in acts if not aside.start <= t.start < aside.end]
    between = words_between(first.end, last.start, text)
    if not small.together.isdisjoint(between) and (small.together | small.article).issuperset(between):
        return False  # "Lund and the capital"
    if first is head:
        named = any(first.end <= m.start < last.start for m in sentence.names)
        if between and between[-1] in small.together and not named:
            return False  # "the director of the museum and Berg"
        if "," in text[first.end : last.start]:  # "a client of Lund since 1990, Norvik"
            between = words_between(text.rindex(",", first.end, last.start), last.start, text)
        owner = between[:1] and between[0] in small.of and not PARTED.search(text, first.end, last.start)
        if owner and not of_a_place(head, sentence):
            return False  # "a subsidiary of the German giant Lund"
        return not acts and (not depends(between, small) or of_a_place(head, sentence))
    behind = words_between(acts[-1].end, last.start, text) if acts else []
    plain = {word.lower() for t in sentence.terms if t.attribute or t.territory for word in LETTERS.findall(t.text)}
    led = small.article.union(plain, small.together)  # "met the owner", "dined with the owner"
    done_to = not small.article.isdisjoint(behind) and led.issuperset(behind)
    while between and between[-1] in plain - small.article:
        between.pop()  # "on the bank of a small river"
    return not done_to and not depends(between, small)


def relative_aside(start: int, end: int, text: str, small: Slots) -> Span | None:
    """The clause between commas that tells more of what stands before a name: "head of the club, which he runs, Ek"."""
    opening = text.find(",", start, end)
    closing = text.rfind(",", opening + 1, end) if opening >= 0 else -1
    words = words_between(opening, closing, text) if closing >= 0 else []
    return Span(opening, closing) if words and words[0] in small.relative | small.linking else None


PARTED = re.compile(r"[,;:()A-ZÀ-Þ]")
"""A mark or another name, behind which a name need not be what the noun before is of: "maire de Lyon Anna Berg"."""


def words_between(start: int, end: int, text: str) -> list[str]:
    return [word.lower() for word in ELIDED.findall(text[start:end])]


def depends(words: list[str], small: Slots) -> bool:
    """Whether a noun behind these words stands behind a preposition: "is near the capital"; in "one of" it does not."""
    plain = [word for word in words if word not in small.article - small.of]
    leading = small.of | small.place | small.to | small.party | small.by | small.against | small.behind
    led = bool(plain) and plain[-1] in leading
    before = words[: len(words) - words[::-1].index(plain[-1]) - 1] if led else []
    return led and not (plain[-1] in small.of and before and before[-1] in small.one)


def of_a_place(head: Mention, sentence: Sentence) -> bool:
    """Whether what something is stands before its name with an "of": "the city of Lund"."""
    kinds = {CONCEPTS[id].kind for t in sentence.terms if t.start == head.start for id in t.concepts}
    return not {"geography", "place-kind"}.isdisjoint(kinds)


def qualities(rows: list[Row], question: Question, sentence: Sentence, found: Places) -> Iterator[tuple[int, None]]:
    """What a claim says that something is like, where it is said of another thing: "a town with a large harbour"."""
    said = {term.start for term in sentence.classes}
    heads = {
        h.mention.start for place, e in rows if e.term in question.heads for h in found[place].get(sentence.number, ())
    }
    for place, quality in rows:
        if quality.term is None or not quality.term.attribute or quality.term not in question.classed:
            continue
        here = [hit.mention for hit in found[place].get(sentence.number, ()) if hit.relation is not Relation.CONFLICTS]
        if heads & said and here and all(m.start not in said and of_another(m, heads, sentence) for m in here):
            yield place, None


def of_another(quality: Mention, heads: set[int], sentence: Sentence) -> bool:
    """Whether a word for what something is like stands right beside a noun, and none of the given ones."""
    beside = [t for t in sentence.terms if 0 < apart(mention_of(t), quality) <= TOUCHING]
    nouns = [t for t in beside if not t.attribute and not t.act and not t.valued]
    return bool(nouns) and heads.isdisjoint(t.start for t in nouns)


TOUCHING = 1
"""How many code points lie between a word and the one beside it."""


# --- of whom it is said ---

LIST_GAP = 6
"""How many code points may lie between the names of a list ("Berg et Lund")."""


def subject(
    rows: list[Row], question: Question, sentence: Sentence, hits: list[Hit | None], text: str
) -> Iterator[tuple[int, Hit | None]]:
    """The person of whom the claim says an act, or the act, where here it is said of somebody else.

    "Berg's sister resigned", "after Berg met Lund, who resigned" do not say that Berg did.
    """
    acts = [(place, e) for place, e in rows if e.term and any(CONCEPTS[id].kind == "act" for id in e.term.concepts)]
    people = [(place, e) for place, e in rows if e.role is Role.NAME and e.detail.kind is Kind.PERSON]
    for act_place, act in acts[:1]:
        for place, name in people[:1]:
            told, done = hits[place], hits[act_place]
            if told is None or done is None or done.converse or name.detail.end > act.detail.start:
                continue
            after = done.mention.end <= told.mention.start
            if (
                after
                and (
                    another_s_act(done.mention, told.mention, sentence, hits)
                    or next_subject(done.mention, told.mention, sentence, hits, text)
                )
            ) or (
                told.mention.end <= done.mention.start
                and somebody_between(told.mention, done.mention, sentence, hits, text)
            ):
                yield act_place, None
            elif relative(told.mention, sentence, text) and not claims_relative(name, question):
                yield place, None


def another_s_act(act: Mention, name: Mention, sentence: Sentence, hits: list[Hit | None]) -> bool:
    """Whether an act is done to somebody else, and another to this one: "jailed Moe and acquitted Berg"."""
    heard = {hit.mention.start for hit in hits if hit}
    first = next((m for m in sentence.mentions if m.kind is Kind.PERSON and act.end <= m.start), None)
    if first is None or first.end > name.start or first.start in heard:
        return False
    return any(t.act and t.start not in heard and first.end <= t.start < name.start for t in sentence.terms)


def next_subject(act: Mention, name: Mention, sentence: Sentence, hits: list[Hit | None], text: str) -> bool:
    """Whether somebody stands right before an act, and a name behind the comma after it has an act of its own."""
    heard = {hit.mention.start for hit in hits if hit}
    people = [m for m in sentence.mentions if m.kind is Kind.PERSON and m.start not in heard]
    own = any(t.act and t.start not in heard and t.start > name.end for t in sentence.terms)
    before = any(0 <= act.start - m.end <= SUBJECT_REACH for m in people)
    return own and before and any(mark in text[act.end : name.start] for mark in ",;")


SUBJECT_REACH = 15
"""How many code points may lie between somebody and what is said of them: "Max Lehr was acquitted"."""


def somebody_between(name: Mention, act: Mention, sentence: Sentence, hits: list[Hit | None], text: str) -> bool:
    """Whether another person stands between a name and an act, not in one list with the name or between two commas."""
    ours = {hit.mention.start for hit in hits if hit}
    last = name.end
    for other in sentence.mentions:
        if other.kind is not Kind.PERSON or not name.end <= other.start < act.start or other.value == name.value:
            continue
        if other.start in ours or other.start - last <= LIST_GAP or birth_name(other, sentence):
            last = other.end
            continue
        inserted = text[name.end : name.end + 2].lstrip()[:1] in (",", "(") and any(
            m in text[other.end : act.start] for m in ",)"
        )
        return not inserted
    return False


def birth_name(name: Mention, sentence: Sentence) -> bool:
    """Whether a name is what somebody named before was called: "Ada Byrne (born Ada Kent)"."""
    return any("be-born" in t.concepts and 0 < name.start - t.end <= LIST_GAP for t in sentence.terms)


def relative(name: Mention, sentence: Sentence, text: str) -> bool:
    """Whether a name only tells whose somebody is: "the sister of Berg", "l'avocat de l'ancien ministre Berg"."""
    for term in sentence.terms:
        of = text[term.end : name.start]
        whose = (
            0 < len(of) <= WHOSE_REACH
            and not PAUSE.search(of)
            and set(of.lower().split()[:1]) & slots(sentence.language).of
        )
        if whose and any(is_tie(id) or id in SPEAKING_FOR for id in term.concepts):
            return True
    return False


def is_tie(id: str) -> bool:
    """Whether a concept tells what somebody is to somebody else: "sister", not "name" or "located"."""
    return CONCEPTS[id].kind == "relation" and id not in OF_THINGS


OF_THINGS = frozenset({"name-call", "located", "consist", "exclude"})
"""Relations that say something of whatever they are said of: the name of Berg is Berg's."""

WHOSE_REACH = 40
"""How many code points may lie between "sister" and the name that says whose ("of the former minister Berg")."""

SPEAKING_FOR = frozenset({"spokesperson", "lawyer"})
"""Whoever speaks or acts for somebody is not that somebody."""


def claims_relative(name: Element, question: Question) -> bool:
    return any(relative(mention_of_detail(name), s, question.reading.text) for s in question.reading.sentences)
