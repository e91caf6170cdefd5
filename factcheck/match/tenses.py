"""What a sentence or a claim tells of: what is past or done, and what is now or to come."""

from __future__ import annotations

from factcheck.lang.mood import of_the_past, participle
from factcheck.lang.slots import slots
from factcheck.match.question import Question
from factcheck.reading import Sentence


def of_now(question: Question) -> bool:
    """Whether a claim tells of nothing past; a perfect may still tell of now ("has been planted")."""
    return not any(in_the_past(s, question.reading.text) for s in question.reading.sentences)


def done(question: Question) -> bool:
    """Whether a claim tells of what is done: in the past, or in the perfect."""
    return not of_now(question) or any(map(perfect, question.reading.sentences))


def in_the_past(sentence: Sentence, text: str) -> bool:
    return of_the_past(text, sentence.passage.start, sentence.passage.end, sentence.language)


def perfect(sentence: Sentence) -> bool:
    """Whether an act stands as a participle, with "has" or "is" beside: "hat geschlossen", "ist zurückgetreten"."""
    small = slots(sentence.language)
    helped = any(word.lower() in small.having | small.copula for word in sentence.words)
    doing = (t for t in sentence.terms if not t.concepts or t.verbal)
    return helped and any(participle(t.text, sentence.language) and not t.named for t in doing)
