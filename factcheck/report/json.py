"""The format for programs: one JSON object, keys in a fixed order, to which later versions only add.

Quotes are exact: `text[start:end] == quote`. Characters that could drive a terminal or turn the reading order are
written as JSON escapes, which leaves the value as it is.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

from factcheck.model import (
    ClaimResult,
    Detail,
    DetailMatch,
    DiffReport,
    Evidence,
    Extraction,
    Finding,
    Mention,
    Note,
    Problem,
    Report,
    Source,
    SourceResult,
    Step,
    Verdict,
)
from factcheck.report import Explanation, Extractions, Renderers, Screen
from factcheck.report.select import furniture
from factcheck.report.text import INVISIBLE

Object = dict[str, Any]

ESCAPED = re.compile(f"[{INVISIBLE}]")


def verify(report: Report, _: Screen) -> str:
    """The report of `factcheck verify`."""
    return written(
        {
            "schema": "factcheck/verify/1",
            "claims": [claim_object(result, report.sources) for result in report.claims],
            "sources": [source_object(source) for source in report.sources],
            "problems": [problem_object(problem) for problem in report.problems],
            "summary": summary(report),
        }
    )


def diff_sources(report: DiffReport, _: Screen) -> str:
    """The report of `factcheck diff-sources`."""
    return written(
        {
            "schema": "factcheck/diff-sources/1",
            "findings": [finding_object(finding) for finding in report.findings],
            "sources": [source_object(source) for source in report.sources],
            "problems": [problem_object(problem) for problem in report.problems],
        }
    )


def extract(report: Extractions, _: Screen) -> str:
    """What `factcheck extract` sees."""
    return written(
        {
            "schema": "factcheck/extract/1",
            "sources": [extraction_object(extraction) for extraction in report.sources],
            "problems": [problem_object(problem) for problem in report.problems],
        }
    )


def explain(explanation: Explanation, _: Screen) -> str:
    """How one claim got its verdict: the claim as `verify` shows it, with the steps of the claim and of each source."""
    report = explanation.report
    return written(
        {
            "schema": "factcheck/explain/1",
            "claims": [explained_object(result, report.sources) for result in report.claims],
            "sources": [source_object(source) for source in report.sources],
            "problems": [problem_object(problem) for problem in report.problems],
        }
    )


RENDERERS: Renderers = {Report: verify, DiffReport: diff_sources, Extractions: extract, Explanation: explain}


def written(record: Object) -> str:
    """A record as indented JSON, safe to show on a terminal and free of lone surrogates."""
    return ESCAPED.sub(escaped, json.dumps(record, ensure_ascii=False, indent=2)) + "\n"


def escaped(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]


def summary(report: Report) -> Object:
    """How many claims got each verdict; `waived` ones are counted under their verdict too."""
    verdicts = Counter(result.verdict for result in report.claims)
    return {
        "claims": len(report.claims),
        **{verdict.value: verdicts[verdict] for verdict in Verdict},
        "waived": sum(result.waived for result in report.claims),
        "problems": len(report.problems),
    }


def claim_object(result: ClaimResult, sources: tuple[Source, ...]) -> Object:
    claim = result.claim
    paths = {source.id: source.path for source in sources}
    return {
        "id": claim.id,
        "statement": claim.statement,
        "line": claim.line,
        "verdict": result.verdict.value,
        "details": [detail_object(detail) for detail in result.details],
        "notes": [note_object(note) for note in result.notes],
        "sources": [source_result_object(found, paths.get(found.source, "")) for found in result.sources],
        "origins": list(result.origins),
        "require": claim.require,
        "waived": result.waived,
        "note": claim.note,
        "path": claim.path,
    }


def explained_object(result: ClaimResult, sources: tuple[Source, ...]) -> Object:
    shown = claim_object(result, sources)
    steps = {found.source: [step_object(step) for step in found.steps] for found in result.sources}
    return {
        **shown,
        "sources": [{**found, "steps": steps[found["source"]]} for found in shown["sources"]],
        "steps": [step_object(step) for step in result.steps],
    }


def source_result_object(found: SourceResult, path: str) -> Object:
    return {
        "source": found.source,
        "stance": found.stance.value,
        "evidence": [evidence_object(evidence) for evidence in found.evidence],
        "path": path,
    }


def evidence_object(evidence: Evidence) -> Object:
    return {
        "stance": evidence.stance.value,
        "quote": evidence.quote,
        "start": evidence.start,
        "end": evidence.end,
        "line": evidence.line,
        "column": evidence.column,
        "qualifiers": [qualifier.value for qualifier in evidence.qualifiers],
        "details": [match_object(match) for match in evidence.details],
        "reason": evidence.reason,
        "rule": evidence.rule,
        "marks": [
            {"qualifier": mark.qualifier.value, "text": mark.text, "start": mark.start, "end": mark.end}
            for mark in evidence.marks
        ],
    }


def match_object(match: DetailMatch) -> Object:
    mention = match.mention
    return {
        "kind": match.detail.kind.value,
        "claim": match.detail.text,
        "relation": match.relation.value,
        "text": mention.text if mention else None,
        "value": str(mention.value) if mention else None,
        "start": mention.start if mention else None,
        "end": mention.end if mention else None,
        "why": match.why,
    }


def detail_object(detail: Detail) -> Object:
    return {
        "kind": detail.kind.value,
        "text": detail.text,
        "value": str(detail.value),
        "start": detail.start,
        "end": detail.end,
    }


def note_object(note: Note) -> Object:
    return {
        "rule": note.rule,
        "message": note.message,
        "source": note.source,
        "start": note.start,
        "end": note.end,
    }


def step_object(step: Step) -> Object:
    return {"rule": step.rule, "message": step.message, "source": step.source}


def finding_object(finding: Finding) -> Object:
    return {
        "rule": finding.rule,
        "kind": finding.kind.value,
        "relation": finding.relation.value,
        "subject": finding.subject,
        "sides": [
            {
                "value": side.value,
                "mentions": [
                    {
                        "source": quote.source,
                        "quote": quote.quote,
                        "start": quote.start,
                        "end": quote.end,
                        "line": quote.line,
                    }
                    for quote in side.mentions
                ],
            }
            for side in finding.sides
        ],
        "message": finding.message,
    }


def source_object(source: Source) -> Object:
    """A source's metadata, where each was read, and how many characters of how many were set aside as furniture."""
    return {
        "id": source.id,
        "path": source.path,
        "label": source.label,
        "publisher": source.publisher,
        "published": source.published.isoformat() if source.published else None,
        "language": source.language,
        "origin": source.origin,
        "sha256": source.sha256,
        "url": source.url,
        "retrieved": source.retrieved.isoformat() if source.retrieved else None,
        "provenance": dict(sorted(source.provenance.items())),
        "characters": len(source.text),
        "furniture": furniture(source),
    }


def extraction_object(extraction: Extraction) -> Object:
    return {
        **source_object(extraction.source),
        "zones": [{"zone": zone.zone.value, "start": zone.start, "end": zone.end} for zone in extraction.source.zones],
        "mentions": [mention_object(mention) for mention in extraction.mentions],
    }


def mention_object(mention: Mention) -> Object:
    return {
        "kind": mention.kind.value,
        "text": mention.text,
        "value": str(mention.value),
        "start": mention.start,
        "end": mention.end,
        "zone": mention.zone.value,
        "readings": [str(value) for value in mention.readings],
    }


def problem_object(problem: Problem) -> Object:
    return {
        "path": problem.path,
        "line": problem.line,
        "message": problem.message,
        "column": problem.column,
    }
