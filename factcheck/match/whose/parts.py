"""Which part a name plays in an act: who does it, whom it is done to, who only stands beside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.extract import numbers
from factcheck.lang.concepts import lemma
from factcheck.lang.fold import fold
from factcheck.lang.mood import breaks, complementisers, participle
from factcheck.lang.slots import slots
from factcheck.match.against.clashes import apart
from factcheck.match.hits import mention_of
from factcheck.model import Kind, Mention
from factcheck.reading import HEAD_LAST, NAME_KINDS, TELLING, Sentence, Term, is_content
from factcheck.reading.side import Side
from factcheck.reading.voice import (
    PARTY_REACH,
    PASSIVE_REACH,
    acting,
    agent,
    agentive,
    done_alone,
    helped,
    infinite,
    led,
    names_doer,
    nominal,
    of_something,
    passive,
    perfect,
)

DOER, SUFFERER, OTHER = "doer", "sufferer", "other"
"""Who does an act; what stands before an act that it suffers; to whom or what it is done."""


NOT_DOER, EARLIER, LATER = "not the doer", "earlier", "later"
"""Whoever else is named where "by" tells who does it; what stands in another clause than the act."""


BYSTANDER = "bystander"
"""Who is only there ("in the presence of Ek"), loses what another is given ("elected against Ek"), or judges it."""


def part(name: Mention, act: Mention, side: Side) -> str:
    """What somebody is to an act: `doer`, `other`, the preposition's part, or nothing where it cannot be told."""
    name = whole_of(name, side) or name
    if apart(name, act) > PARTY_REACH or name.start == act.start:
        return ""
    name = listed(apposed(name, side), side) if act.end <= name.start else name
    if stands_by(name, act, side) or judges(name, act, side) or moved_by(name, act, side):
        return BYSTANDER
    does = agent(act, side)
    if name.start == does:
        return DOER
    plays = ordered(name, act, side) or (NOT_DOER if does is not None and name.start < does else "")
    return SUFFERER if plays == DOER and done_alone(act, side) else plays


def stands_by(name: Mention, act: Mention, side: Side) -> bool:
    """Whether somebody is only there when an act is done, or is passed over: "elected against the mayor Ek"."""
    small, term = slots(side.language), side.term_at(act.start)
    counted = any(m.start < act.start < m.end for m in side.sentence.mentions)  # "los siete detenidos"
    noun = (counted or nominal(act, side)) and not (of_something(act, side) or owner_of(act, side))
    if not (noun or helped(act, side)) or (term and names_doer(term, side.language)):
        return False  # "la derrota de Lund ante Ek", "ganadora ante Ek"
    words = side.words(name.start - PARTY_REACH, name.start)
    plain = small.article - small.of
    while words and (words[-1].group().lower() in plain or ((t := side.term_at(words[-1].start())) and not t.act)):
        words.pop()
    ahead = " ".join(word.group().lower() for word in words)
    behind = act.end <= name.start or bool(small.closing)
    if behind and any(f" {ahead}".endswith(f" {phrase}") for phrase in small.witness):
        return True
    before = [word.group().lower() for word in words if word.group().lower() not in small.party][-1:]
    return not small.facing.isdisjoint(before) and helped(act, side)


JUDGING = frozenset({"criticise", "praise", "thank", "congratulate", "forgive", "condemn", "blame", "reproach"})
"""Acts behind which it is told what somebody else did: "criticised the mayor for closing the school"."""


def judges(name: Mention, act: Mention, side: Side) -> bool:
    """Whether somebody only criticises, praises or thanks another for an act."""
    small = slots(side.language)
    judging = [t for t in side.sentence.terms if not JUDGING.isdisjoint(t.concepts) and name.end <= t.start < act.start]
    if not judging or helped(mention_of(judging[-1]), side):
        return False
    nouns = (t.end for t in side.sentence.terms if judging[-1].end < t.start and t.end < act.start and not t.attribute)
    judged = next(nouns, act.start)
    words = [word.group().lower() for word in side.words(judged, act.start)]
    last = max((place for place, word in enumerate(words) if word in small.charge), default=None)
    if last is None:
        return False
    behind = words[last + 1 :]
    if small.closing:
        return bool(behind) and behind[0] in small.pronoun - small.article | {"sie"}
    return len(behind) <= HELPING and (small.article | small.possessive | small.together | {","}).isdisjoint(behind)


HELPING = 2
"""How many words may stand between "for" and what another is judged for ("por no haber cerrado")."""


def moved_by(name: Mention, act: Mention, side: Side) -> bool:
    """Whether somebody only condemns or regrets a deed, or is shocked by it: "said he was shocked by the murder of"."""
    felt = JUDGING | MOVED
    between = (t for t in side.sentence.terms if name.end <= t.start < act.start)
    feeling = [t for t in between if not felt.isdisjoint(t.concepts)]
    if not feeling or not (nominal(act, side) and of_something(act, side)):
        return False
    small, words = slots(side.language), side.words(feeling[-1].end, act.start)
    return all(word.group().lower() in small.article | small.leading | small.governing | small.by for word in words)


MOVED = frozenset({"shock-stun", "regret", "angry", "surprise", "fear", "rejoice", "pay-tribute", "remember"})
"""What somebody feels or says at a deed of others."""


def ordered(name: Mention, act: Mention, side: Side) -> str:
    """The same by the order of the words, for whoever is not named behind "by"."""
    mark = marking(name, side)
    if plays := by_noun_of_doer(name, act, side):
        return plays
    if nominal(act, side):
        return of_deed(name, act, side, mark)
    suffered = passive(act, side)
    if in_object_case(name, act, side) or heads_object_clause(name, act, side):
        return OTHER
    if name.end <= act.start and heads_relative(name, act, side):
        return SUFFERER if suffered else DOER
    if slots(side.language).closing and prenominal(act, side):
        return DOER if mark == "by" and name.end <= act.start else SUFFERER if name.start == act.end + 1 else ""
    if opens_participle(name, act, side) or apposed_participle(name, act, side):
        return SUFFERER
    if not mark and tells_which(name, act, side):
        return SUFFERER
    if opens_noun(name, act, side):
        return DOER
    if mark == "by" and name.start < act.start and not slots(side.language).closing:
        return ""
    if mark == "by":
        return DOER if suffered else OTHER
    if mark == "to":
        return OTHER
    return before(name, act, side, mark, suffered) if name.start < act.start else after(name, act, side, mark, suffered)


def by_noun_of_doer(name: Mention, act: Mention, side: Side) -> str:
    """What somebody is beside a noun for who does it: "Norvik founder Anna Ek", "Norvik's founder, Anna Ek, …"."""
    term, small = side.term_at(act.start), slots(side.language)
    if term is None or side.language not in HEAD_LAST or small.closing or not names_doer(term, side.language):
        return ""
    ahead, behind = side.text[name.end : act.start], side.text[act.end : name.start]
    names = [m for m in side.sentence.mentions if m.kind in NAME_KINDS and m.start >= act.end]
    called = any(side.text[act.end : m.start] in CALLED and not marking(m, side) for m in names)
    if name.end <= act.start and called and ahead in OWNING:
        return OTHER
    if name.end < act.start and called and any(ahead.lower().startswith(f" {of} ") for of in small.of):
        return OTHER  # "the brother of the mill's owner, Holm"
    closed = behind == " " or side.text[name.end : name.end + 1] in (",", ".")
    owned = any(side.text[m.end : act.start] in OWNING for m in side.sentence.mentions if m.end < act.start)
    return DOER if act.end < name.start and behind in CALLED and closed and owned else ""


CALLED = (" ", ", ")
"""What stands between a noun for who does it and the name of who that is."""

OWNING = (" ", "-", "'s ", "’s ")
"""What stands between what is done and a noun for who does it."""


def of_deed(name: Mention, act: Mention, side: Side, mark: str) -> str:
    """What somebody is to an act that a noun names: "the murder of Ek by Holm", "Ek's attack on Holm".

    Whose the deed is alone tells nothing ("Ek's arrest", "the criticism of Ek"); a defeat is theirs who suffer it.
    """
    lost = not LOST.isdisjoint(term.concepts) if (term := side.term_at(act.start)) else False
    lost = lost and not (of_something(act, side) and owner_of(act, side))  # "Holm's defeat of Ek"
    does, suffers = (OTHER, DOER) if lost else (DOER, OTHER)
    behind = side.words(act.end, name.start)
    if name.end <= act.start:
        return does if owns(name, act, side) and (lost or of_something(act, side)) else ""
    if marking_word(behind, side) in slots(side.language).toward:
        return suffers if owner_of(act, side) or of_something(act, side) else ""
    if mark == "to":
        return OTHER
    if not of_something(act, side) or parted(behind, side):
        return ""
    if agent(act, side) is not None or owner_of(act, side):
        return OTHER
    return does if lost or onto(name, side) else ""


LOST = frozenset({"lose", "defeat"})
"""Deeds that are told by a noun of whoever suffers them: "the defeat of Ek"."""


def owns(name: Mention, act: Mention, side: Side) -> bool:
    """Whether a deed is somebody's: "Ek's arrest", "Ek's brutal arrest"."""
    between = [word for word in side.words(name.end, act.start) if word.group() not in ("'", "’", "s")]
    plain = (side.term_at(word.start()) for word in between)
    return side.text[name.end : name.end + 1] in ("'", "’") and all(term and term.attribute for term in plain)


def owner_of(noun: Mention, side: Side) -> Mention | None:
    """The name or noun that stands before a noun as its owner's: "Ek's arrest"."""
    nouns = (mention_of(t) for t in side.sentence.terms)
    return next((m for m in (*side.sentence.mentions, *nouns) if m.end < noun.start and owns(m, noun, side)), None)


def onto(name: Mention, side: Side) -> bool:
    """Whether somebody whom a deed is done to follows somebody: "the victory of Ek over Holm"."""
    small = slots(side.language)
    words = side.words(name.end, name.end + PARTY_REACH)
    led = next((n for n, word in enumerate(words) if word.group().lower() in small.toward), None)
    if led is None or any(side.term_at(word.start()) or word.group() in ",;:" for word in words[:led]):
        return False
    ahead = (word for word in words[led + 1 :] if word.group().lower() not in small.article | small.party)
    first = next(ahead, None)
    names = {m.start for m in side.sentence.mentions if m.kind in NAME_KINDS - {Kind.PLACE}}
    term = side.term_at(first.start()) if first else None
    return first is not None and (first.start() in names or (term is not None and agentive(term, side.language)))


def marking_word(words: Sequence[re.Match[str]], side: Side) -> str:
    """The small word that leads what stands behind some words, its articles apart."""
    small = slots(side.language)
    ahead = (word.group().lower() for word in reversed(words))
    return next((word for word in ahead if word not in small.article - small.toward), "")


def heads_relative(name: Mention, act: Mention, side: Side) -> bool:
    """Whether a name, whatever stands before it, is who does the act right behind: "to Ida Falk, 22, who won"."""
    between = [word for word in side.words(name.end, act.start) if not (word.group() == "," or word.group().isdigit())]
    if not between or between[0].group().lower() not in slots(side.language).relative:
        return False
    words = [t.start for t in side.sentence.terms]
    words += [m.start for m in side.sentence.mentions if m.kind in NAME_KINDS]
    return not any(between[0].start() < at < act.start for at in words)


def heads_object_clause(name: Mention, act: Mention, side: Side) -> bool:
    """Whether a clause about a name, whom its act is done to, follows: "the man whom", "l'homme qu'a vu", "al que"."""
    if act.start < name.end:
        return False
    words = side.words(name.end, act.start)
    behind = side.text[words[0].start() : act.start].lower() if words else ""
    small = slots(side.language)
    led = next((phrase for phrase in small.whom if opens_with(phrase, behind)), None)
    if led is None or any(word.group() == "," for word in words[1:]):
        return False
    inner = [word for word in words if word.start() >= words[0].start() + len(led)]
    names = {m.start for m in side.sentence.mentions if m.kind in NAME_KINDS}
    opening = small.article | small.having | small.pronoun
    return not inner or inner[0].group().lower() in opening or inner[0].start() in names


def opens_with(phrase: str, text: str) -> bool:
    """Whether a text begins with a phrase, whole; what an apostrophe ends is joined to the word behind it."""
    return text.startswith(phrase) and not (phrase[-1].isalpha() and text[len(phrase) :][:1].isalpha())


def in_object_case(name: Mention, act: Mention, side: Side) -> bool:
    """Whether an article right before a noun tells that it does not do what a verb says: "Den Hund biss die Katze"."""
    small, ahead = slots(side.language), led(name, side)
    if name.kind in NAME_KINDS and ahead[:1] == [","]:
        return False  # "der Roman, den Berg schrieb"
    last = small.object_case.intersection(ahead[-1:])
    return bool(last) and small.leading.isdisjoint(ahead) and not nominal(act, side)


def prenominal(act: Mention, side: Side) -> bool:
    """Whether an act stands as a participle before the noun that suffers it: "der vom Rat gewählte Leiter"."""
    small = slots(side.language)
    behind = [word.group() for word in side.words(act.end, act.end + PASSIVE_REACH)[:1]]
    if not behind or not behind[0][0].isupper() or not act.text.islower():
        return False
    ahead = [word.group().lower() for word in side.words(act.start - PARTY_REACH, act.start)]
    opened = any(article in small.article and by in small.by for article, by in pairwise(ahead))
    return opened and any(participle(act.text.removesuffix(end), side.language) for end in DECLINED)


DECLINED = ("e", "er", "en", "em", "es")
"""How a German participle ends before a noun."""


def opens_participle(name: Mention, act: Mention, side: Side) -> bool:
    """Whether an act opens the sentence as a participle that a name behind its comma suffers: "Sold in May, Olm …"."""
    return participle(act.text.split()[0], side.language) and opens_for(name, act, side)


def opens_noun(name: Mention, act: Mention, side: Side) -> bool:
    """Whether a noun for who does it opens the sentence for a name behind its comma: "Winner of the cup, Ida …"."""
    term = side.term_at(act.start)
    return term is not None and names_doer(term, side.language) and opens_for(name, act, side)


def opens_for(name: Mention, act: Mention, side: Side) -> bool:
    """Whether an act opens the sentence, and the comma behind it a clause about a name."""
    if act.end > name.start or act.start != side.sentence.passage.start:
        return False
    words = side.words(act.end, name.start)
    valued = [m for m in side.sentence.mentions if m.start < name.start]  # "Sold on May 4, 2019, Olm …"
    commas = (word.start() for word in words if word.group() == ",")
    comma = next((at for at in commas if not any(m.start < at < m.end for m in valued)), None)
    if comma is None or name.start - comma > SUBJECT_REACH:
        return False
    names = (m.start for m in side.sentence.mentions if m.kind in NAME_KINDS)
    done = (t.start for t in side.sentence.terms if t.act and not t.named)
    return not any(comma < at < name.start for at in (*names, *done))


def apposed_participle(name: Mention, act: Mention, side: Side) -> bool:
    """Whether an act stands as a participle right behind a name and its comma: "Olm, founded in 1901, …".

    Behind a comma before the name it is what is done: "the mayor, Anna Berg, blamed …", "Holm, who met Lund, left".
    """
    if any(word.group() == "," for word in side.words(side.sentence.passage.start, name.start)):
        return False
    between = [word.group() for word in side.words(name.end, act.start)] if name.end <= act.start else []
    return between == [","] and participle(act.text.split()[0], side.language)


def tells_which(name: Mention, act: Mention, side: Side) -> bool:
    """Whether an act stands as a participle behind what a name is called: "Olm, one of two men arrested in Lund, …".

    It has no object, as a past tense has: "said Olm, the firm sold the mill".
    """
    small = slots(side.language)
    between = side.words(name.end, act.start) if name.end <= act.start else []
    noun = next(
        (t for t in side.sentence.terms if t.end + 1 == act.start and (t.somebody or not (t.verbal or t.attribute))),
        None,
    )
    if small.closing or noun is None or not participle(act.text.split(" ")[0], side.language):
        return False
    told = [word for word in between if not (noun.start <= word.start() < noun.end)]
    if [word.group() for word in told[:1]] != [","] or not all(leads_to(word, side) for word in told[1:]):
        return False
    behind = [word.group().lower() for word in side.words(act.end, act.end + PASSIVE_REACH)[:1]]
    return not behind or behind[0] in (small.leading | small.governing | set(",.")) - small.article


def leads_to(word: re.Match[str], side: Side) -> bool:
    """Whether a word may open what somebody is called: "a", "one of the four", "an American"."""
    small, term = slots(side.language), side.term_at(word.start())
    said = word.group().lower()
    like = term is not None and (term.attribute or bool(term.territory))
    return like or said in small.article | small.one or bool(numbers(said, side.language)) or one_of(word, side)


def one_of(word: re.Match[str], side: Side) -> bool:
    small = slots(side.language)
    ahead = [w.group().lower() for w in side.words(word.start() - PASSIVE_REACH, word.start())][-1:]
    return word.group().lower() in small.of and ahead != [] and ahead[0] in small.one


SUBJECT_REACH = 30
"""How many code points may lie between a comma and the name that closes the subject behind it ("la société Olm")."""


def before(name: Mention, act: Mention, side: Side, mark: str, suffered: bool) -> str:
    between = side.words(name.end, act.start)
    between = [] if set_between(between, side) else between
    between = between[1:] if between and between[0].group() == "," else between
    if any(0 < that - name.end <= 3 and governed_by_another(that, act, side) for that in side.sentence.thats):
        return OTHER
    if not mark and goes_on(name, between, side):
        return NOT_DOER
    closed = next((place for place, word in enumerate(between) if word.group() == ","), 0)
    if between and closed and between[0].group().lower() in slots(side.language).relative:
        between = between[closed + 1 :]  # "Lie, whom Ek had invited, sold …"
    if between and opens(between[0], side):
        between = between[1:]
        if somebody_opens(between, side):
            return OTHER
    if any(opens(word, side) for word in between):
        return EARLIER
    between = between if mark else shared(name, between, side)
    if mark or parted(between, side):
        return ""
    goes_on_doing = act.text.endswith(tuple(slots(side.language).doing))
    if not suffered and between and between[-1].group().lower() in slots(side.language).copula and not goes_on_doing:
        return ""  # "est arrivé" is done, "est accusé" is suffered, and "is asking" is done
    inner = side.text[name.end : name.end + 1] != "," and to_be_done(act, side)
    return SUFFERER if suffered else OTHER if inner or second(name, act, side) else DOER


def set_between(words: Sequence[re.Match[str]], side: Side) -> bool:
    """Whether nothing stands before a verb but what somebody is called, between commas: "Olm, a tourist, arrested"."""
    small = slots(side.language)
    commas = [place for place, word in enumerate(words) if word.group() == ","]
    if len(commas) != 2 or commas[0] != 0:
        return False
    nouns = [w for w in words[1 : commas[1]] if (t := side.term_at(w.start())) and not (t.verbal or t.attribute)]
    opening = (word for word in words[1 : commas[1]] if word not in nouns)
    helping = {word.group().lower() for word in words[commas[1] + 1 :]} <= small.having | small.passive
    return len(nouns) == 1 and helping and all(leads_to(word, side) for word in opening)


def to_be_done(act: Mention, side: Side) -> bool:
    """Whether a German act closes a clause as an infinitive, what it is done to before it: "aufzubauen", "zu haben"."""
    small = slots(side.language)
    inner = any(act.text.startswith(f"{first}zu") for first in small.separable)
    beside = [*side.words(act.start - 3, act.start), *side.words(act.end, act.end + 3)]
    return bool(small.closing) and (inner or any(word.group() == "zu" for word in beside))


def goes_on(name: Mention, between: Sequence[re.Match[str]], side: Side) -> bool:
    """Whether a name is only what another act is done to, whose doer goes on: "Ek met Lind and arrested Moe"."""
    small = slots(side.language)
    said = [word.group().lower() for word in between]
    subject = small.article | small.possessive | small.pronoun
    if small.closing or not said or said[0] not in small.together or not subject.isdisjoint(said):
        return False
    if any(is_content(word.group(), side.language) for word in between[1:]):
        return False
    done = max((t for t in side.sentence.terms if t.act and t.end <= name.start), key=lambda t: t.end, default=None)
    if done is None or done.text[0].isupper() or nominal(mention_of(done), side) or passive(mention_of(done), side):
        return False
    if any(word.group().islower() and word.group() not in small.article for word in side.words(done.end, name.start)):
        return False
    names = NAME_KINDS - {Kind.PLACE}
    doers = [m.end for m in side.sentence.mentions if m.kind in names and m.end <= done.start]
    doers += [t.end for t in side.sentence.terms if t.somebody and not t.named and t.end <= done.start]
    return any(not parted(side.words(end, done.start), side) for end in doers)


def own_verb(that: int, act: Mention, side: Side) -> bool:
    """Whether the clause that a "that" opens has a verb before an act, which is then said of what stands before it."""
    if not slots(side.language).closing and infinite(act, side):
        return False
    inner = (t for t in side.sentence.terms if that < t.start < act.start and t.verbal)
    return any(not nominal(mention_of(t), side) for t in inner)


def shared(name: Mention, between: list[re.Match[str]], side: Side) -> list[re.Match[str]]:
    """The words before an act without a first act of the same subject: "Holm fled and was shot", "fled and shot"."""
    small = slots(side.language)
    joint = max((place for place, word in enumerate(between) if word.group().lower() in small.together), default=0)
    rest = between[joint + 1 :]
    helping = small.having | small.passive | small.copula
    if not joint or small.closing or not all(word.group().lower() in helping for word in rest):
        return between
    joined = between[joint].start()
    first = next((t for t in side.sentence.terms if t.act and name.end <= t.start < joined), None)
    alone = first is not None and not parted(side.words(name.end, first.start), side)
    return rest if alone and not any(word.group() in ",;:" for word in between) else between


def governed_by_another(that: int, act: Mention, side: Side) -> bool:
    """Whether somebody stands between "that" and an act: "the bank that she founded", not "che aveva fondato".

    What a preposition opens is nobody: "che per vivere vendette la casa".
    """
    small = slots(side.language)
    between = [word.group().lower() for word in side.words(that, act.start)][1:]
    if own_verb(that, act, side):
        return False  # "a fire that broke out overnight destroyed"
    if between and between[0] in small.governing and small.article.isdisjoint(between):
        return False
    if "," in between or all(word in small.having | small.passive | small.copula for word in between):
        return False
    named = {m.start for m in side.sentence.mentions if m.kind in NAME_KINDS}
    nouns = {t.start for t in side.sentence.terms if t.concepts and not (t.act or t.attribute)} | named
    subject = small.article | small.possessive | small.pronoun
    return not subject.isdisjoint(between) or any(word.start() in nouns for word in side.words(that, act.start))


def apposed(name: Mention, side: Side) -> Mention:
    """A name between commas in the place of the noun before it: "sentenced a former judge, Ida Lie, to two years"."""
    before = side.words(side.sentence.passage.start, name.start)[-1:]
    closed = side.words(name.end, name.end + 1)[:1]
    if not before or before[0].group() != "," or not closed or closed[0].group() not in ",.":
        return name
    noun = next((t for t in side.sentence.terms if t.end == before[0].start() and (t.somebody or t.office)), None)
    return replace(name, start=noun.start, end=noun.end) if noun else name


def whole_of(member: Mention, side: Side) -> Mention | None:
    """Those counted of whom somebody is one: the five of "five councillors voted against it, including Ann Moe"."""
    small, opened = slots(side.language), side.sentence.passage.start
    counted = [m for m in side.sentence.mentions if m.kind is Kind.QUANTITY and m.end < member.start]
    if not counted or not small.share:
        return None
    opening = "|".join(map(re.escape, sorted(small.share, key=len, reverse=True)))
    share = re.search(
        rf"[,(]\s*(?:{opening})\s(?P<between>[^,;()]*(?:,\s*)?)$", side.text[opened : member.start].lower()
    )
    leading = small.leading | small.governing | small.to | small.party | small.by
    led = share is None or not leading.isdisjoint(share["between"].split())
    behind = opened + share.start() if share else opened
    return None if led else next((m for m in reversed(counted) if m.end <= behind), None)


def listed(name: Mention, side: Side) -> Mention:
    """The first name of the list in which a name stands: what goes for it goes for all."""
    joining = slots(side.language).together | {","}
    for first in reversed(side.sentence.mentions):
        between = side.words(first.end, name.start)
        if first.kind in NAME_KINDS and first.end < name.start and between:
            name = first if all(word.group().lower() in joining for word in between) else name
    return name


def somebody_opens(words: Sequence[re.Match[str]], side: Side) -> bool:
    """Whether some words begin with a subject: "Trisk, which Halden bought", "Moe, whom the police arrested".

    In German what stands there may as well be the object: "Moe, der die Firma leitete".
    """
    small = slots(side.language)
    if words and words[0].group().lower() in small.article | small.possessive and not small.closing:
        return True
    names = {m.start for m in side.sentence.mentions if m.kind in NAME_KINDS}
    first = next((word for word in words if word.group().lower() not in small.article), None)
    return first is not None and first.start() in names


def after(name: Mention, act: Mention, side: Side, mark: str, suffered: bool) -> str:
    joining = slots(side.language).together
    if parted([word for word in side.words(act.end, name.start) if word.group().lower() not in joining], side):
        return LATER
    if suffered or any(term.act and act.end <= term.start < name.start for term in side.sentence.terms):
        return ""
    tells = (term := side.term_at(act.start)) is not None and telling(term) and first_beside(name, act, side.sentence)
    behind = inverted(name, act, side) or closing_subject(name, act, side) or resumed(act, side)
    return mark or (DOER if tells or behind else OTHER)


def resumed(act: Mention, side: Side) -> bool:
    """Whether a pronoun right before a verb takes up an object that opens the clause: "Al ladrón lo detuvo Ek"."""
    small = slots(side.language)
    words = [word.group().lower() for word in side.words(side.sentence.passage.start, act.start)]
    return len(words) > 2 and words[0] in small.marked and words[-1] in small.object


def closing_subject(name: Mention, act: Mention, side: Side) -> bool:
    """Whether a subject closes a clause that its verb opens, behind a thing: "Ha vinto la gara Anna Berg".

    In Spanish it may follow the verb at once, for whom an act is done to stands there behind "a".
    """
    small = slots(side.language)
    if not small.third or name.kind is not Kind.PERSON:
        return False
    words = side.words(side.sentence.passage.start, act.start)
    opened = max((word.end() for word in words if ends_clause(word, side)), default=side.sentence.passage.start)
    ahead = [word.group().lower() for word in words if word.start() >= opened]
    between = [word.group().lower() for word in side.words(act.end, name.start)]
    alone = not between and bool(small.marked)
    rest = small.governing | small.article
    thing = len(between) > 1 and between[0] in small.article and rest.isdisjoint(between[1:])
    return (alone or thing) and set(ahead) <= small.having | small.beside


def inverted(name: Mention, act: Mention, side: Side) -> bool:
    """Whether a subject stands right behind its verb, as in German if the clause opens otherwise: "1980 kaufte Ek"."""
    return opened_otherwise(act, side) and subject_behind(name, act, side)


def opened_otherwise(act: Mention, side: Side) -> bool:
    """Whether a German clause opens before its verb with no subject: with a day, a preposition, an adverb or a clause.

    Whatever else stands there may be the subject.
    """
    small = slots(side.language)
    if not small.opening or not act.text.islower():
        return False
    before = side.words(side.sentence.passage.start, act.start)
    if before and before[-1].group() == ",":  # "Als sie starb, verkaufte Ek", but "Die Ministerin, 40, räumte ein"
        return before[0].group().lower() not in small.nominative
    opened = max((word.end() for word in before if ends_clause(word, side)), default=side.sentence.passage.start)
    clause = [word for word in before if word.start() >= opened]
    first = next((word for word in clause if word.group().lower() not in small.together), None)
    helping = small.having | small.copula | small.passive
    if any(word.group().lower() in helping for word in clause):
        return False  # "Am Montag hat Ek verkauft"
    if first is None or any(m.kind is Kind.PERSON and opened <= m.start < act.start for m in side.sentence.mentions):
        return False
    valued = any(m.start <= first.start() < m.end and m.kind not in NAME_KINDS for m in side.sentence.mentions)
    return valued or first.group().lower() in small.opening


def subject_behind(name: Mention, act: Mention, side: Side) -> bool:
    """Whether a name or noun behind a verb may be its subject: it follows at once, or behind an article of subjects.

    A name may follow its noun behind an article that only a subject has: "kaufte der Reeder Ek".
    """
    small = slots(side.language)
    between = side.words(act.end, name.start)
    they = name.text.lower() in small.pronoun and act.text.endswith(tuple(small.several))
    if they or not between:
        return not they
    told = [term for word in between[1:] if (term := side.term_at(word.start()))]
    if any(act.end <= m.start < name.start for m in side.sentence.mentions if m.kind in NAME_KINDS):
        return False
    plain = name.kind is Kind.TERM and all(term.attribute or term.territory for term in told)
    return between[0].group() in (small.nominative if plain else small.masculine)


def ends_clause(word: re.Match[str], side: Side) -> bool:
    return word.group() in ",;:" or word.group().lower() in breaks(side.language) - slots(side.language).together


def opens(word: re.Match[str], side: Side) -> bool:
    """Whether a word right behind a name opens a clause about it: "Holm, who …"; "and" opens none."""
    small = slots(side.language)
    return word.group().lower() in (breaks(side.language) | small.relative) - small.together


def parted(between: Sequence[re.Match[str]], side: Side) -> bool:
    """Whether another clause begins between two places: what stands between two commas is only put in."""
    said = [word.group().lower() for word in between]
    return said.count(",") % 2 == 1 or any(word in ";:" or word in breaks(side.language) for word in said)


def second(name: Mention, act: Mention, side: Side) -> bool:
    """Whether an act closes its clause, and somebody stands before this one: "Holm hat Ek erschossen"."""
    bare = infinite(act, side)
    if not slots(side.language).closing or not (bare or perfect(act, side)):
        return False
    return opened_by_noun(name, side, bare=bare) or any(
        m.kind in NAME_KINDS
        and m.end <= name.start
        and not marking(m, side)
        and not parted(side.words(m.end, name.start), side)
        for m in side.sentence.mentions
    )


def opened_by_noun(name: Mention, side: Side, *, bare: bool) -> bool:
    """Whether a noun opens the clause before "hat", and somebody stands behind: "Die Polizei hat Ek", "Olm hat Ek".

    Before a bare infinitive that may be "will" or the like: "Die Polizei wird Ek verhaften".
    """
    small = slots(side.language)
    words = side.words(side.sentence.passage.start, name.start)
    said = [word.group().lower() for word in words]
    helping = [word in small.having or (bare and fold(lemma(word, side.language)) in small.light) for word in said]
    having = next((place for place, helps in enumerate(helping) if helps), 0)
    if not having or said[0] in small.opening:
        return False
    opened = having > 1 if said[0] in small.article else all(side.term_at(word.start()) for word in words[:having])
    return opened and not parted(words[:having], side) and not marking(name, side)


LOOK_BACK = 6
"""How many words before a party are searched for the small word that tells its part."""


def marking(name: Mention, side: Side) -> str:
    """The part that a small word before a party gives it: `by`, `to`, `of`, `in`, `aside`; nothing where none does."""
    small = slots(side.language)
    words = side.words(name.start - PARTY_REACH, name.start)[-LOOK_BACK:]
    ends = {m.end for m in side.sentence.mentions if m.kind in NAME_KINDS}
    for place, word in reversed(list(enumerate(words))):
        said = word.group().lower()
        if said in breaks(side.language) | complementisers(side.language) or not word.group()[0].isalpha():
            return ""
        if said in small.by:
            return "by"
        if said in small.party and not (name.kind is Kind.PLACE and said in small.place):
            return "to"
        if said in small.place:
            return "in"
        if said in small.of and not (said in small.article and not genitive(words[:place])):
            return "of"
        if said in small.article:
            continue
        if said in small.stop:
            return "aside"
        if said in small.having | small.passive | small.copula or word.end() in ends or acting(word.start(), side):
            return ""
    return ""


def genitive(before: Sequence[re.Match[str]]) -> bool:
    """Whether an article stands behind a noun: "der Bruder der Ministerin", not "gestern hat der Minister"."""
    return bool(before) and before[-1].group()[0].isupper()


def telling(term: Term) -> bool:
    return not TELLING.isdisjoint(term.concepts)


SPEAKS = 8
"""How many code points may lie between a speaker and the word that tells ("Berg has said")."""


def first_beside(name: Mention, act: Mention, sentence: Sentence) -> bool:
    """Whether nobody else stands right before an act, or between it and the name that follows it."""
    return not any(
        0 <= act.start - m.end <= SPEAKS or act.end <= m.start < name.start
        for m in sentence.mentions
        if m.kind is Kind.PERSON
    )
