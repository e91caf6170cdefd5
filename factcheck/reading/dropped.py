"""Verbs without a subject, as Italian, Portuguese and Spanish have them: whoever was told of before does it.

"Rita Falcão nasceu em Évora. Em 1980 fundou uma escola": the second sentence is about her, and names nobody.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from factcheck.lang.concepts import lemma
from factcheck.lang.slots import Slots, slots
from factcheck.model import Kind, Mention, Span

Word = tuple[str, int, int]
"""A word of a text with its start and end."""

NAMES = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.TERM})


def verb_alone(words: Sequence[Word], mentions: Sequence[Mention], acts: Collection[int], language: str) -> Span | None:
    """Where a sentence opens with a verb of one person whom it does not name; `acts` are the places of its verbs.

    Before the verb there may be days, adverbs and what prepositions govern; any other noun may be its subject. So may
    whoever stands right behind it ("Ha vinto Anna Berg").
    """
    small = slots(language)
    inside = {at: mention for mention in mentions for at in range(mention.start, mention.end)}
    governed = filled = False
    for place, (word, start, end) in enumerate(words if small.third else ()):
        said, mention = word.lower(), inside.get(start)
        if said == "," or (mention and mention.kind not in NAMES):
            governed = filled = False
        elif said in small.governing:
            governed, filled = True, False
        elif governed and not filled:
            filled = said not in small.article | small.possessive
        elif said in small.object and clitic(words[place + 1 :], acts, small, language):
            continue
        elif said in small.indefinite:
            return None
        elif not mention and (said in small.having | small.copula or finite(said, start in acts, small, language)):
            return Span(start, end) if third(said, small) and not named_behind(words[place:], inside, small) else None
        elif not (said in small.beside or said.endswith("mente") or (filled and said not in small.article)):
            return None
    return None


def clitic(behind: Sequence[Word], acts: Collection[int], small: Slots, language: str) -> bool:
    """Whether a verb of one person follows: "la denunció", and no noun, "la denuncia"."""
    if not behind:
        return False
    said, start = behind[0][0].lower(), behind[0][1]
    helping = said in small.having
    ended = said.endswith(tuple(small.third & ACCENTED)) and finite(said, start in acts, small, language)
    return helping or ended


ACCENTED = frozenset({"ó", "ò", "é", "í", "ì", "ou", "eu", "iu"})
"""Endings that no noun has, of verbs in the past."""


def finite(said: str, act: bool, small: Slots, language: str) -> bool:
    """Whether a word is a form of a verb: no infinitive, participle ("abitato", not "abita") or gerund."""
    whole = lemma(said, language)
    verb = act or whole.endswith(tuple(small.doing))
    unbound = said.endswith(tuple(small.unbound)) and not whole.startswith(said[:-1])
    return verb and not unbound and not said.endswith(tuple(small.doing))


def third(said: str, small: Slots) -> bool:
    """Whether a verb is said of one person who neither speaks nor is spoken to."""
    return said.endswith(tuple(small.third)) and not said.endswith(tuple(small.several))


def named_behind(words: Sequence[Word], inside: Mapping[int, Mention], small: Slots) -> bool:
    """Whether a name follows a verb at once, or behind its participle; or a noun, where the verb has no object."""
    being = words[0][0].lower() in small.copula | small.passive
    for word, start, _ in words[1:]:
        mention, said = inside.get(start), word.lower()
        if mention and mention.kind in NAMES:
            return True
        if not (said in small.beside or said in small.passive or said.endswith(tuple(small.unbound))):
            return being and said in small.article
    return False
