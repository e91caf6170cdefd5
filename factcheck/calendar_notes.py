"""Calendar sense: a weekday that does not fall on its day is shown with the arithmetic, never swallowed."""

from __future__ import annotations

from factcheck.compare import calendar_clash, month_day
from factcheck.match.question import Question
from factcheck.model import DateValue, Kind, Note
from factcheck.reading import Reading

RULE = "weekday-mismatch"
MEANS = "either the weekday is wrong or another year is meant"


def calendar_notes(question: Question, source: str, reading: Reading) -> tuple[Note, ...]:
    """The days of a text whose weekday does not fit the year of the claim's own date, or their own year."""
    claimed = [e.detail.value for e in question.elements if isinstance(e.detail.value, DateValue)]
    notes = []
    for mention in reading.mentions:
        if mention.kind is not Kind.DATE or not isinstance(mention.value, DateValue) or mention.value.weekday is None:
            continue
        for year in years_meant(mention.value, claimed):
            if clash := calendar_clash(mention.value, year):
                message = f"“{mention.text}”: {clash}; {MEANS}"
                notes.append(Note(RULE, message, source, mention.start, mention.end))
                break
    return tuple(notes)


def years_meant(stated: DateValue, claimed: list[DateValue]) -> list[int]:
    """The year that the text itself states, and those of the claim's dates on the same day and month."""
    own, *day = month_day(stated)
    years = [own] if own is not None else []
    return years + [year for value in claimed if (year := month_day(value)[0]) and list(month_day(value)[1:]) == day]
