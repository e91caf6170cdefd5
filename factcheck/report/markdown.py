"""The format for notes, wikis and comments on a change: CommonMark with GitHub's tables.

A source's words are escaped, so that they cannot turn into headings, links, images, tables or HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.model import ClaimResult, DiffReport, Evidence, Finding, Problem, Report, Source, SourceResult, Stance
from factcheck.report import Renderers, Screen
from factcheck.report.select import (
    leading_relations,
    left_out,
    quoted,
    remarks,
    source_words,
    summary_words,
    worst_first,
)
from factcheck.report.signs import FINDING_TITLES, FINDINGS, QUALIFIERS, RELATIONS, VERDICTS
from factcheck.report.text import bracketed, pieces, safe, short_ids

SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#|~!&$])")
AUTOLINK = re.compile(r"(?i)\b(https?|ftp|mailto):|\bwww\.|@")


def verify(report: Report, _: Screen) -> str:
    """The report of `factcheck verify`: a table of verdicts, then each claim with its evidence."""
    return "\n".join(verify_lines(report)) + "\n"


def diff_sources(report: DiffReport, _: Screen) -> str:
    """The report of `factcheck diff-sources`."""
    return "\n".join(diff_lines(report)) + "\n"


RENDERERS: Renderers = {Report: verify, DiffReport: diff_sources}

Lines = Iterator[str]


def verify_lines(report: Report) -> Lines:
    yield "# Claims and sources"
    yield ""
    yield summary_words(report)
    yield from problem_lines(report.problems)
    results = worst_first(report.claims)
    if results:
        yield ""
        yield "| Verdict | Claim | Statement |"
        yield "|---|---|---|"
    for result in results:
        yield f"| {verdict_words(result)} | {plain(result.claim.id)} | {plain(result.claim.statement)} |"
    for result in results:
        yield from claim_lines(result, report.sources)
    yield from source_list(report.sources)


def claim_lines(result: ClaimResult, sources: Sequence[Source]) -> Lines:
    by_id = {source.id: source for source in sources}
    short = short_ids([found.source for found in result.sources])
    speaking = [found for found in result.sources if found.stance is not Stance.SILENT]
    silent = [plain(short[found.source]) for found in result.sources if found.stance is Stance.SILENT]
    yield ""
    yield f"## {verdict_words(result)}: {plain(result.claim.id)}"
    yield ""
    yield f"**{plain(result.claim.statement)}**"
    for note in result.notes:
        yield ""
        yield f"! {note.rule} ({plain(short.get(note.source, note.source))}): {plain(note.message)}"
    if speaking and result.details:
        yield ""
        yield f"| Detail | {' | '.join(plain(short[found.source]) for found in speaking)} |"
        yield f"|---|{':-:|' * len(speaking)}"
        for detail in result.details:
            cells = " | ".join("".join(RELATIONS[r].sign for r in leading_relations(f, detail)) for f in speaking)
            yield f"| {detail.kind} {plain(detail.text)} | {cells} |"
        yield f"| | {' | '.join(found.stance.value for found in speaking)} |"
    for found in speaking:
        yield from source_lines(found, by_id.get(found.source))
    if silent:
        yield ""
        yield f"Silent: {', '.join(silent)}"
    if unasked := left_out(result, sources):
        yield ""
        yield f"Left out by the registry: {', '.join(map(plain, unasked))}"


def source_lines(found: SourceResult, source: Source | None) -> Lines:
    label = plain(source.label) if source and source.label else plain(found.source)
    for evidence in found.evidence:
        yield ""
        yield f"- **{found.stance}**: {label}, line {evidence.line}{qualified(evidence)}"
        yield ""
        yield f"  > “{plain(bracketed(pieces(evidence)))}”"
        for relation, words in remarks(evidence, source):
            yield f"  - {RELATIONS[relation].sign} {plain(words)}"


def qualified(evidence: Evidence) -> str:
    """How a passage is qualified, in words."""
    return "".join(f"; {QUALIFIERS[qualifier]}" for qualifier in evidence.qualifiers)


def diff_lines(report: DiffReport) -> Lines:
    yield "# Sources compared"
    yield from problem_lines(report.problems)
    for relation, sign in FINDINGS.items():
        findings = [finding for finding in report.findings if finding.relation is relation]
        if findings:
            yield ""
            yield f"## {sign.sign} {FINDING_TITLES[relation]}"
        for finding in findings:
            yield from finding_lines(finding, {source.id: source for source in report.sources})
    yield from source_list(report.sources)


def finding_lines(finding: Finding, sources: dict[str, Source]) -> Lines:
    message = f": {plain(finding.message)}" if finding.message else ""
    yield ""
    yield f"- {finding.kind} **{plain(finding.subject)}**{message}"
    for side in finding.sides:
        quotes = "; ".join(f"{plain(q.source)}:{q.line} “{plain(quoted(q, sources))}”" for q in side.mentions)
        yield f"  - **{plain(side.value)}** {quotes}"


def source_list(sources: Sequence[Source]) -> Lines:
    if sources:
        yield ""
        yield "## Sources"
        yield ""
    for source in sources:
        yield f"- **{plain(source.id)}** {plain(source_words(source))}"


def problem_lines(problems: Sequence[Problem]) -> Lines:
    if problems:
        yield ""
        yield "**Not everything was checked:**"
        yield ""
    for problem in problems:
        yield f"- {plain(str(problem))}"


def verdict_words(result: ClaimResult) -> str:
    waived = " (waived)" if result.waived else ""
    return f"{VERDICTS[result.verdict].sign} {result.verdict}{waived}"


def plain(text: str) -> str:
    """A stranger's words, with nothing left in them that Markdown reads."""
    escaped = SPECIAL.sub(r"\\\1", safe(text))
    return AUTOLINK.sub(lambda m: m[0].replace(":", "&#58;").replace(".", "&#46;").replace("@", "&#64;"), escaped)
