"""The user's bilingual dictionaries: a word of a claim that no table of concepts knows is looked for in translation.

A dictionary knows no context, so what it finds is weaker than a concept: it is shown with the dictionary's name, it can
complete a support, and it never makes a conflict.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from factcheck.lang.concepts import LANGUAGES as WORDED
from factcheck.lang.concepts import lemma
from factcheck.lang.dictd import BadDictionary, Dictionary, find, translations
from factcheck.lang.fold import fold
from factcheck.match import retold
from factcheck.match.question import Element, Question, Translation
from factcheck.match.speech import quoted_evidence
from factcheck.model import Evidence, Note, Problem, Stance, Step
from factcheck.reading import Reading

Answer = tuple[list[Evidence], list[Step], tuple[Note, ...]]

RULE = "dictionary"


def opened(paths: Sequence[Path]) -> tuple[list[Dictionary], list[Problem]]:
    """The dictionaries at some paths, each once, and a problem for each path that has none."""
    found: dict[str, Dictionary] = {}
    problems = []
    for path in paths:
        try:
            dictionary = find(path)
        except BadDictionary as bad:
            problems.append(bad.problem)
        else:
            found.setdefault(dictionary.name, dictionary)
    return list(found.values()), problems


def with_dictionaries(
    questions: Sequence[Question], dictionaries: Sequence[Dictionary]
) -> tuple[list[Question], list[Problem]]:
    """The questions with what they are in the dictionaries' other languages, and the dictionaries that are broken."""
    helped = list(questions)
    problems: dict[str, Problem] = {}
    for dictionary in dictionaries:
        for backwards in (False, True):
            language, target = (dictionary.language, dictionary.target)[:: -1 if backwards else 1]
            asked = [q for q in questions if q.reading.language == language]
            wanted = {form for q in asked for e in (q.by_meaning or q).elements for form in forms(e, language, target)}
            try:
                found = translations(dictionary, wanted, backwards=backwards) if wanted else {}
            except BadDictionary as bad:
                problems.setdefault(dictionary.name, bad.problem)
                continue
            for place, question in enumerate(helped):
                if found and question.reading.language == language:
                    helped[place] = translated(question, found, dictionary.name, target)
    return helped, list(problems.values())


def forms(element: Element, language: str, target: str) -> tuple[str, ...]:
    """The forms under which a dictionary may have a word of the claim.

    None for names, which capitals show in most languages, and where the concepts serve both languages.
    """
    term = element.term
    if term is None or term.named or term.territory or (term.concepts and target in WORDED):
        return ()
    if term.text[0].isupper() and language != "de":
        return ()
    return (term.text.lower(), lemma(term.text, language).lower())


def translated(question: Question, found: Mapping[str, Sequence[str]], name: str, target: str) -> Question:
    """The question with a version of it for sources in the target language, if any of its words was found."""
    before = question.by_dictionary.get(target, question.by_meaning or question)
    elements = tuple(
        replace(
            element,
            translations=(
                *element.translations,
                *(
                    Translation(fold(lemma(said, target)), name)
                    for form in dict.fromkeys(forms(element, question.reading.language, target))
                    for said in found.get(form, ())
                ),
            ),
        )
        for element in before.elements
    )
    if elements == before.elements:
        return question
    return replace(question, by_dictionary={**question.by_dictionary, target: replace(before, elements=elements)})


def answered(question: Question, source: Reading, name: str) -> Answer:
    """The evidence of a source for a claim; by the user's dictionaries where the tables leave the claim open."""
    plain = quoted_evidence(question, source, name)
    helper = question.by_dictionary.get(source.language)
    if helper is None or any(piece.stance in (Stance.SUPPORTS, Stance.CONFLICTS) for piece in plain[0]):
        return plain
    asked = helper if question.by_meaning is None else replace(question, by_meaning=helper)
    found, steps, notes = quoted_evidence(asked, source, name)
    stances = {piece.stance for piece in found}
    if Stance.CONFLICTS in stances or not (Stance.SUPPORTS in stances or len(found) > len(plain[0])):
        return plain
    judged = [sourced(piece) for piece in found]
    return judged, [*retold(steps, found, judged), *(Step(RULE, why) for why in sorted(used(found)))], notes


def used(found: Sequence[Evidence]) -> Iterator[str]:
    """Which words were matched by which dictionary."""
    yield from {
        f"“{match.detail.text}” is “{match.mention.text}”, {match.why}"
        for piece in found
        for match in piece.details
        if match.mention and match.why.startswith(BY)
    }


BY = "by the dictionary"


def sourced(piece: Evidence) -> Evidence:
    """Evidence with the dictionaries that it rests on in its reason."""
    whys = sorted({match.why for match in piece.details if match.why.startswith(BY)})
    return replace(piece, reason="; ".join([piece.reason, *whys])) if whys else piece
