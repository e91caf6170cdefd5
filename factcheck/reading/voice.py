"""How an act stands in its clause: as a verb or a noun, done or suffered, and by whom it says that it is done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.lang.concepts import CONCEPTS, concepts, kinds
from factcheck.lang.mood import breaks, complementisers, infinitive, participle
from factcheck.lang.slots import slots
from factcheck.model import Kind, Mention
from factcheck.reading import NAME_KINDS, Term, is_content
from factcheck.reading.side import Side

PARTY_REACH = 80
"""How many code points may lie between an act and who does or suffers it."""


def of_something(act: Mention, side: Side) -> bool:
    """Whether an "of" follows a deed at once."""
    small = slots(side.language)
    behind = side.words(act.end, act.end + OF_REACH)[:1]
    return any(word.group().lower() in small.of | small.genitive for word in behind)


OF_REACH = 8
"""How many code points behind an act hold the "of" that follows it, whole."""


def led(name: Mention, side: Side) -> list[str]:
    """The last two words before a noun or name, what it is like and a title apart: "dem" of "dem alten Hafen"."""
    words = side.words(side.sentence.passage.start, name.start)
    titled = name.kind is Kind.PERSON
    while (
        words and (term := side.term_at(words[-1].start())) and (term.attribute or (titled and term.text[0].isupper()))
    ):
        words.pop()
    return [word.group().lower() for word in words[-2:]]


def acting(start: int, side: Side) -> bool:
    term = side.term_at(start)
    return term is not None and term.act


PASSIVE_REACH = 24
"""How many code points may lie between "was" and the act that is suffered ("was warmly received")."""


def passive(act: Mention, side: Side) -> bool:
    """Whether an act is suffered by what stands before it: "was shot", "saluée par …", "verkauft worden"."""
    return helped(act, side) or (agent(act, side) is not None and not slots(side.language).closing)


def helped(act: Mention, side: Side) -> bool:
    """Whether a small word makes an act one that is suffered: right before it, or in German around its clause."""
    small = slots(side.language)
    verb = act.text if small.closing else act.text.split(" ")[0]  # "cité à comparaître"
    if any(verb.endswith(ending) for ending in small.doing):
        return False
    reach = PARTY_REACH if small.closing else PASSIVE_REACH
    behind = side.words(act.end, act.end + PASSIVE_REACH)[:1]
    if any(word.group().lower() in small.closing for word in behind) or closes_aside(act, side):
        return True
    being = small.being if participle(verb, side.language) and not by_itself(verb, side.language) else ()
    words = [word.group().lower() for word in side.words(act.start - reach, act.start)]
    for place, said in reversed(list(enumerate(words))):
        if said in small.passive:
            return True
        if said in being:
            near = {word.rstrip("'’") for word in words[max(place - 1, 0) :]}
            return near.isdisjoint(small.having | small.reflexive)  # "s'est rendu"
        if said in ",;:" or (not small.closing and said in small.stop | small.article):
            return False
    return False


def infinite(act: Mention, side: Side) -> bool:
    """Whether a verb is an infinitive; in English, where most plain words may be, only behind "to"."""
    led = [word.group().lower() for word in side.words(act.start - PASSIVE_REACH, act.start)[-1:]]
    behind_to = side.language != "en" or not slots(side.language).to.isdisjoint(led)
    return behind_to and infinitive(act.text.lower(), side.language)


def done_alone(act: Mention, side: Side) -> bool:
    """Whether a thing does by itself what may be done to it: "the mill closed", as in "they closed the mill".

    Not told of German, where what stands behind the verb may be its subject.
    """
    small, term = slots(side.language), side.term_at(act.start)
    told = {kind for id in term.concepts for kind in (id, *kinds(id))} if term else frozenset()
    if small.closing or TURNING.isdisjoint(told) or nominal(act, side) or passive(act, side):
        return False
    before = side.words(act.start - PASSIVE_REACH, act.start)[-1:]
    if any(word.group().lower() in small.copula | small.being for word in before):
        return False  # "is open" tells how it is
    words = [w for w in side.words(act.end, act.end + OBJECT_REACH) if not w.group().endswith(ADVERBIAL)]
    words = words[2:] if [word.group() for word in words[:2]] == [",", ","] else words  # "opened, respectively, the"
    return not opens_object(words, side)


def opens_object(words: Sequence[re.Match[str]], side: Side) -> bool:
    """Whether the words behind a verb open with what it is done to: "its", a count, a name, a noun, "my office"."""
    small = slots(side.language)
    if not words:
        return False
    said, at = words[0].group().lower(), words[0].start()
    reach = words[1].start() if said in small.article and words[1:] else at  # "el 1 de julio"
    here = next((m for m in side.sentence.mentions if m.start <= reach < m.end), None)
    if here is not None and (reach == at or here.kind in BARE):
        return here.kind not in BARE
    if said in small.article | small.possessive:
        return True
    leading = small.leading | small.governing | small.together | breaks(side.language)
    small_word = said.isalpha() and not is_content(said, side.language) and said not in leading
    determined = small_word and any(is_thing(word.start(), side) for word in words[1:2])
    return determined or is_thing(at, side)


BARE = frozenset({Kind.DATE, Kind.DURATION, Kind.PERCENT})
"""Kinds of values that may stand behind a verb and are not what it is done to."""


def is_thing(at: int, side: Side) -> bool:
    """Whether a known noun stands at a place, and none of a time."""
    term = side.term_at(at)
    if term is None or not term.concepts or term.verbal or term.attribute:
        return False
    return not any(CONCEPTS[id].kind == "time" for id in term.concepts)


TURNING = frozenset(
    "open close start shipwreck burn change explosion derail disband divide double spread improve worsen "
    "break-act".split()
)
"""Acts of which one verb tells what somebody does to a thing and what the thing does by itself."""

OBJECT_REACH = 40
"""How many code points behind a verb are read for what it is done to."""

ADVERBIAL = ("ly", "ment", "mente")
"""How adverbs of manner end that may stand between a verb and its object."""


def closes_aside(act: Mention, side: Side) -> bool:
    """Whether a German participle without a verb of its own closes what is set between commas: "1990 gegründet,"."""
    small = slots(side.language)
    plain = participle(act.text, side.language) and act.text.islower() and not by_itself(act.text, side.language)
    if not small.closing or not plain or side.text[act.end : act.end + 1] != ",":
        return False
    ahead = [word.group().lower() for word in side.words(act.start - PARTY_REACH, act.start)]
    opened = next((n for n, word in reversed(list(enumerate(ahead))) if word == ","), None)
    if opened is None or ahead[opened + 1 : opened + 2] == [] or ahead[opened + 1] in small.article | small.relative:
        return False  # "Norvik, das Papier verkauft, …"
    others = breaks(side.language) | complementisers(side.language) | small.pronoun
    return (small.having | small.passive | small.copula | small.being | others).isdisjoint(ahead[opened + 1 :])


def by_itself(word: str, language: str) -> bool:
    """Whether "is" before a participle tells of what somebody did: "est arrivé", "ist gekommen", not "est accusé"."""
    small, said = slots(language), word.lower()
    if small.closing:
        return said.endswith(tuple(small.by_itself))
    return any(said.startswith(stem) and len(said) - len(stem) <= AGREEING for stem in small.by_itself)


AGREEING = 2
"""How many letters a participle may take on to agree with whom it is said of ("arrivées")."""


def perfect(act: Mention, side: Side) -> bool:
    """Whether "has" or the like stands before an act, in its clause, and no "been" between."""
    small = slots(side.language)
    reach = PARTY_REACH if small.closing else PASSIVE_REACH
    for word in reversed(side.words(act.start - reach, act.start)):
        if word.group().lower() in small.having:
            return True
        if word.group() in ",;:" or word.group().lower() in small.passive:
            return False
    return False


def agent(act: Mention, side: Side) -> int | None:
    """Where the one is named who did an act that is suffered: behind the first "by" after it, no other act between."""
    small = slots(side.language)
    if perfect(act, side) or act.text.endswith(tuple(small.finite)):
        return None
    named = named_agent(act, side)
    return noun_agent(act, side) if named is None else named


def named_agent(act: Mention, side: Side) -> int | None:
    """Where somebody is named behind the first "by" after an act, no other act between."""
    small = slots(side.language)
    by = joined = False
    leading = agents_words(act, side)
    for word in side.words(act.end, act.end + PARTY_REACH):
        said = word.group().lower()
        if by and any(m.start == word.start() and m.kind in NAME_KINDS for m in side.sentence.mentions):
            return word.start()
        joining = said in small.together
        if said in small.passive and not small.closing:
            return None  # "the detainees were heard by Ek"
        another = not is_content(word.group(), side.language) if joined else acting(word.start(), side)
        if another or said in ",;:" or (said in breaks(side.language) and not joining):
            return None
        by, joined = by or said in leading, joining
    return None


def agents_words(act: Mention, side: Side) -> frozenset[str]:
    """What leads whoever did an act; behind a noun "von" may as well be an "of": "die Übernahme von Olm durch Ek"."""
    small = slots(side.language)
    return small.by - small.of if nominal(act, side) else small.by


def noun_agent(act: Mention, side: Side) -> int | None:
    """Where a noun behind "by" tells who did an act: right after it, or after what the deed is of.

    "Fired by the manager", "was bitten on Monday by a dog", "the killing of the guard by his brother".
    """
    small = slots(side.language)
    words = side.words(act.end, act.end + PARTY_REACH)
    said = [word.group().lower() for word in words]
    leading = agents_words(act, side)
    at = next((place for place, word in enumerate(said) if word in leading), None)
    helping = frozenset[str]() if small.closing else small.passive
    ends = breaks(side.language) | helping
    if at is None or any(word in ",;:" or word in ends for word in said[:at]):
        return None
    if at and not (helped(act, side) or (nominal(act, side) and of_something(act, side))):
        return None
    between = [term for word in words[:at] if (term := side.term_at(word.start()))]
    if any(term.act and not names_doer(term, side.language) for term in between):
        return None
    led = said[at] in small.by_the
    for word in words[at + 1 :]:
        term = side.term_at(word.start())
        if word.group().lower() in small.on_part:
            continue
        leads = term is None and word.group().lower() not in small.stop - small.of
        if leads or word.group().lower() in small.article | small.possessive:
            led = True
        elif term is None or not (term.attribute or term.territory):
            return term.start if term and agentive(term, side.language) and (led or able(term)) else None
    return None


def able(noun: Term) -> bool:
    """Whether a noun names somebody, a body or an animal: "by police", but "by accident", "by post"."""
    meant = (CONCEPTS[kind] for id in noun.concepts for kind in (id, *kinds(id)))
    return any(it.root in ("person", "organisation", "animal") or it.kind == "institution" for it in meant)


def agentive(noun: Term, language: str) -> bool:
    """Whether a noun may be who does an act: it names no act, place or time, nor how something is done."""
    meant = {CONCEPTS[kind].kind for id in noun.concepts for kind in (id, *kinds(id))}
    doing = not (noun.valued or (noun.act and not names_doer(noun, language)))
    return doing and (able(noun) or meant.isdisjoint(NO_AGENT))


NO_AGENT = frozenset({"geography", "place-kind", "time", "transport", "relation"})
"""Kinds of nouns that do nothing themselves: "killed by the lake", "left by the train", "known by another name"."""


def by_somebody(act: Mention, side: Side) -> bool:
    """Whether "by" and somebody or something follow an act right away: "built by the army"."""
    return any(word.group().lower() in slots(side.language).by for word in side.words(act.end, act.end + 4)[:1])


def nominal(act: Mention, side: Side) -> bool:
    """Whether an act stands as a noun: behind an article or a preposition, or in German with a capital."""
    small = slots(side.language)
    words = side.words(act.start - PASSIVE_REACH, act.start)
    if small.closing and words and act.text[:1].isupper():
        return True
    said = words[-1].group().lower() if words else ""
    if side.text[max(0, act.start - 3) : act.start].lower() in OWNED:
        term = side.term_at(act.start)  # "Berg's fell" tells what something of Berg's did
        return term is not None and term.text.lower().removesuffix("s") == term.lemma.removesuffix("s")
    first = act.text.split(" ")[0].lower()
    if first in small.article and " " in act.text:
        return True  # "a fine", which "fine" alone is not
    aside = small.stop - small.party - breaks(side.language) - complementisers(side.language)
    return said in small.article or (said in aside and not first.endswith(tuple(small.doing)))


OWNED = ("'s ", "’s ", "s' ", "s’ ")
"""What stands before a noun that is somebody's: "Berg's arrest"."""


def names_doer(term: Term, language: str) -> bool:
    """Whether a noun names who does something: "author", "leader", and by its ending "founder"; no "offer"."""
    if slots(language).closing and term.text.islower():
        return False  # "beschäftigte"
    if term.office or term.somebody:
        return True
    said = term.text.lower().removesuffix("s")
    for row in slots(language).doer:
        ending, checked, instead = row.partition("=")
        stem = said.removesuffix(ending)
        meant = {kind for id in term.concepts for kind in (id, *kinds(id))}
        if stem != said and (not checked or not meant.isdisjoint(verbs(stem, instead, language))):
            return True
    return False


def verbs(stem: str, ending: str, language: str) -> set[str]:
    """What the verbs mean that a stem may belong to, its last letter doubled in the noun or not: "win" of "winner"."""
    undoubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
    return {id for verb in (stem, undoubled) for id in concepts(verb + ending, language)}
