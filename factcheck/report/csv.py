"""The format for spreadsheets: a row for each claim and source, finding and place, or mention.

A cell that a spreadsheet would compute (`=`, `+`, `-`, `@` first) is given a leading apostrophe, as OWASP advises. The
byte order mark tells spreadsheets that this is UTF-8.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from factcheck.model import ClaimResult, DiffReport, Relation, Report, Source, SourceResult
from factcheck.report import Extractions, Renderers, Screen
from factcheck.report.select import worst_first
from factcheck.report.text import line_of, safe

BYTE_ORDER_MARK = "\ufeff"
COMPUTED = ("=", "+", "-", "@")

Row = dict[str, str | int]


def verify(report: Report, _: Screen) -> str:
    """A row for each claim and source, with the source's best passage; silent sources too."""
    by_id = {source.id: source for source in report.sources}
    rows = [
        claim_row(result, found, by_id.get(found.source))
        for result in worst_first(report.claims)
        for found in result.sources
    ]
    columns = ["claim", "statement", "verdict", "waived", "source", "path", "published", "stance", "line", "column"]
    columns += [relation.value for relation in Relation if relation is not Relation.ABSENT]
    return table([*columns, "not said", "qualifiers", "quote", "reason", "start", "end"], rows)


def diff_sources(report: DiffReport, _: Screen) -> str:
    """A row for each place that a finding shows."""
    rows: list[Row] = [
        {
            "relation": finding.relation.value,
            "rule": finding.rule,
            "kind": finding.kind.value,
            "subject": finding.subject,
            "value": side.value,
            "source": quote.source,
            "line": quote.line,
            "quote": quote.quote,
            "message": finding.message,
            "start": quote.start,
            "end": quote.end,
        }
        for finding in report.findings
        for side in finding.sides
        for quote in side.mentions
    ]
    columns = ["relation", "rule", "kind", "subject", "value", "source", "line", "quote", "message", "start", "end"]
    return table(columns, rows)


def extract(report: Extractions, _: Screen) -> str:
    """A row for each mention."""
    rows: list[Row] = [
        {
            "source": extraction.source.id,
            "zone": mention.zone.value,
            "line": line_of(extraction.source, mention.start),
            "kind": mention.kind.value,
            "text": mention.text,
            "value": str(mention.value),
            "readings": "; ".join(str(value) for value in mention.readings),
            "start": mention.start,
            "end": mention.end,
        }
        for extraction in report.sources
        for mention in extraction.mentions
    ]
    return table(["source", "zone", "line", "kind", "text", "value", "readings", "start", "end"], rows)


RENDERERS: Renderers = {Report: verify, DiffReport: diff_sources, Extractions: extract}


def claim_row(result: ClaimResult, found: SourceResult, source: Source | None) -> Row:
    row: Row = {
        "claim": result.claim.id,
        "statement": result.claim.statement,
        "verdict": result.verdict.value,
        "waived": "yes" if result.waived else "no",
        "source": found.source,
        "path": source.path if source else "",
        "published": source.published.isoformat() if source and source.published else "",
        "stance": found.stance.value,
    }
    for evidence in found.evidence[:1]:
        said = {relation: [m for m in evidence.details if m.relation is relation] for relation in Relation}
        for relation, matches in said.items():
            name = "not said" if relation is Relation.ABSENT else relation.value
            row[name] = "; ".join(m.detail.text + (f": {m.mention.text}" if m.mention else "") for m in matches)
        row |= {
            "line": evidence.line,
            "column": evidence.column,
            "qualifiers": ", ".join(qualifier.value for qualifier in evidence.qualifiers),
            "quote": evidence.quote,
            "reason": evidence.reason,
            "start": evidence.start,
            "end": evidence.end,
        }
    return row


def table(columns: Sequence[str], rows: Iterable[Row]) -> str:
    paper = io.StringIO()
    writer = csv.DictWriter(paper, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({column: cell(value) for column, value in row.items()} for row in rows)
    return BYTE_ORDER_MARK + paper.getvalue()


def cell(value: str | int) -> str | int:
    """A value on one line that no spreadsheet takes for a formula."""
    if isinstance(value, int):
        return value
    said = safe(value).strip()
    return f"'{said}" if said.startswith(COMPUTED) else said
