"""What a report picks and in which order; shared by the formats for people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from factcheck.model import (
    ClaimResult,
    Detail,
    DetailMatch,
    Evidence,
    Mention,
    Name,
    Quote,
    Relation,
    Report,
    Source,
    SourceResult,
    ZoneName,
)
from factcheck.report.signs import STANCES, VERDICTS
from factcheck.report.text import by_value, clipped, in_context, inside, line_of, safe

LONG_NUMBER = re.compile(r"(?<![\d.,])[1-9]\d{4,}(?!\d)", re.ASCII)
DAY = re.compile(r"(?<![\w-])(XXXX|\d{4})-(\d\d)(?:-(\d\d))?(?:T(MO|AF|EV|NI))?(?![\w-])", re.ASCII)
LENGTH = re.compile(r"P(T?)(\d+)([YMWDH])", re.ASCII)
MONTHS = "January February March April May June July August September October November December".split()
PARTS = {"MO": " morning", "AF": " afternoon", "EV": " evening", "NI": " night", None: ""}
UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute"}
LONG_QUOTE = 160  # characters; a longer one needs no words around it


def worst_first(results: Sequence[ClaimResult]) -> list[ClaimResult]:
    """Refuted claims first, supported ones last; waived ones after the others of their verdict; else as they came."""
    order = list(VERDICTS)
    return sorted(results, key=lambda result: (order.index(result.verdict), result.waived))


def gravest_first(found: Sequence[SourceResult]) -> list[SourceResult]:
    """Sources that conflict, then those that support, then those that say a part, each as they came."""
    order = list(STANCES)
    return sorted(found, key=lambda result: order.index(result.stance))


def left_out(result: ClaimResult, sources: Sequence[Source]) -> list[str]:
    """The sources that the registry keeps from a claim, by id."""
    asked = {found.source for found in result.sources}
    return [safe(source.id) for source in sources if source.id not in asked]


def leading_relations(result: SourceResult, detail: Detail) -> list[Relation]:
    """How a source stands to one detail: by its best passage that states it, and by one that says the opposite."""
    relations = [match.relation for one in result.evidence for match in one.details if match.detail == detail]
    stated = [relation for relation in relations if relation is not Relation.ABSENT]
    opposed = [relation for relation in stated if (relation is Relation.CONFLICTS) != (stated[0] is Relation.CONFLICTS)]
    return [*stated[:1], *opposed[:1]] or [Relation.ABSENT]


def counted(number: int, noun: str) -> str:
    """A number and its noun: `1 claim`, `1,200 sources`."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def summary_words(report: Report) -> str:
    """`12 claims checked against 5 sources: 2 refuted, 0 conflicting, 3 insufficient, 7 supported`."""
    verdicts = Counter(result.verdict for result in report.claims)
    counts = ", ".join(f"{verdicts[verdict]} {verdict}" for verdict in VERDICTS)
    claims, sources = counted(len(report.claims), "claim"), counted(len(report.sources), "source")
    return f"{claims} checked against {sources}: {counts}"


def detail_label(detail: Detail) -> str:
    """A detail by kind and words: `money $84M`."""
    return f"{detail.kind.value} {clipped(detail.text, 40)}"


def remarks(evidence: Evidence, source: Source | None) -> list[tuple[Relation, str]]:
    """What the marks alone do not explain: a detail that conflicts, is not quite the same, or is put in other words."""
    return [
        (match.relation, remark(match, match.mention, evidence, source))
        for match in evidence.details
        if match.mention and not speaks_for_itself(match, match.mention, evidence)
    ]


def speaks_for_itself(match: DetailMatch, mention: Mention, evidence: Evidence) -> bool:
    """Whether the marked words alone show why they are equal: they share a word, or there is nothing to add."""
    shared = set(match.detail.text.casefold().split()) & set(mention.text.casefold().split())
    here = inside(mention.start, mention.end, evidence)
    return match.relation is Relation.EQUAL and here and bool(shared or not match.why)


def remark(match: DetailMatch, mention: Mention, evidence: Evidence, source: Source | None) -> str:
    """`money €21M: the source has “12 millions d’euros” (EUR 12,000,000); why`."""
    if match.why and by_value(match, evidence):
        return f"{detail_label(match.detail)}: {safe(match.why)}"
    outside = source is not None and not inside(mention.start, mention.end, evidence)
    elsewhere = f", line {line_of(source, mention.start)}" if source and outside else ""
    value = "" if isinstance(mention.value, Name) else f" ({grouped(safe(str(mention.value)))})"
    why = f"; {grouped(safe(match.why))}" if match.why else ""
    return f"{detail_label(match.detail)}: the source has “{clipped(mention.text, 80)}”{elsewhere}{value}{why}"


def reason(evidence: Evidence) -> str:
    """Why a passage has its stance, where no remark says the same."""
    said = evidence.reason in {match.why for match in evidence.details if match.mention}
    return "" if said else grouped(safe(evidence.reason))


def grouped(text: str) -> str:
    """Values as people read them: `USD 48,000,000`, `24 November without a year`, `2021-11-23 evening`."""
    return LONG_NUMBER.sub(lambda number: f"{int(number[0]):,}", DAY.sub(day_words, text))


def day_words(found: re.Match[str]) -> str:
    """A TIMEX3 date in words where it holds what only programs read: an unknown year, a part of the day."""
    year, month, day, part = found.groups()
    if not 1 <= int(month) <= 12:
        return found[0]
    if year == "XXXX":
        said = f"{int(day)} {MONTHS[int(month) - 1]}" if day else MONTHS[int(month) - 1]
        return f"{said}{PARTS[part]} without a year"
    return "-".join(one for one in (year, month, day) if one) + PARTS[part]


def length_words(value: str) -> str:
    """A TIMEX3 duration in words, `48 hours`, where it is of one unit."""
    found = LENGTH.fullmatch(value)
    unit = found and UNITS.get(found[1] + found[3])
    return counted(int(found[2]), unit) if found and unit else value


def quoted(quote: Quote, sources: dict[str, Source]) -> str:
    """A quote marked in the words around it: `…ont conclu ⟦mercredi⟧ un accord-cadre…`."""
    source = sources.get(quote.source)
    if source is None or quote.end - quote.start > LONG_QUOTE:
        return clipped(quote.quote, 240)
    before, said, after = in_context(source.text, quote.start, quote.end)
    return f"{before}⟦{said}⟧{after}"


def source_words(source: Source) -> str:
    """What is known of a source, safe to show: label, day, origin, language, and how much of it was set aside."""
    label = [clipped(source.label, 60)] if source.label and source.label != source.id else []
    origin = [f"origin {safe(source.origin)}"] if source.origin else []
    language = safe(source.language) if source.language else "language unknown"
    return " · ".join([*label, published(source), *origin, language, set_aside(source)])


def published(source: Source) -> str:
    """The day of publication and where it was read; said where it is not known."""
    if source.published is None:
        return "undated"
    read = source.provenance.get("published")
    return f"published {source.published}" + (f" ({safe(read)})" if read else "")


def set_aside(source: Source) -> str:
    """How much of a source is furniture, in characters and in percent."""
    characters, of = furniture(source), len(source.text)
    if not characters:
        return "nothing set aside as furniture"
    return f"{characters:,} of {of:,} characters set aside as furniture ({100 * characters / of:.0f} %)"


def furniture(source: Source) -> int:
    """How many characters of a source are set aside: menus, tickers, boxes."""
    return sum(zone.end - zone.start for zone in source.zones if zone.zone is ZoneName.FURNITURE)
