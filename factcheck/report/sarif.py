"""The format of code hosts and editors: SARIF 2.1.0 (OASIS, 2020), a result for each claim or finding to look at.

Regions count in Unicode code points, as the sources' own offsets do.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote as percent_encoded

from factcheck.model import (
    ClaimResult,
    DiffReport,
    Evidence,
    FindingRelation,
    Problem,
    Quote,
    Report,
    Source,
    Verdict,
)
from factcheck.report import Renderers, Screen
from factcheck.report.json import ESCAPED, Object, escaped
from factcheck.report.select import worst_first
from factcheck.report.text import bracketed, pieces, safe
from factcheck.rules import RULES

LEVELS: dict[Verdict, str] = {
    Verdict.REFUTED: "error",
    Verdict.CONFLICTING: "error",
    Verdict.INSUFFICIENT: "warning",
    Verdict.SUPPORTED: "none",
}
FINDING_LEVELS: dict[FindingRelation, str] = {
    FindingRelation.CONFLICT: "error",
    FindingRelation.REVIEW: "warning",
    FindingRelation.VARIANT: "note",
    FindingRelation.AGREE: "none",
}
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def verify(report: Report, _: Screen) -> str:
    """The report of `factcheck verify`: each claim at its line in the registry, its evidence as related locations."""
    by_id = {source.id: source for source in report.sources}
    results = [claim_result(result, by_id) for result in worst_first(report.claims)]
    return log(results, report.problems, report.sources)


def diff_sources(report: DiffReport, _: Screen) -> str:
    """The report of `factcheck diff-sources`: each finding at the first place that it shows."""
    by_id = {source.id: source for source in report.sources}
    results = []
    for finding in report.findings:
        places = [
            quote_location(quote, by_id.get(quote.source), f"{side.value}: {quote.quote}")
            for side in finding.sides
            for quote in side.mentions
        ]
        level = FINDING_LEVELS[finding.relation]
        results.append(
            {
                "ruleId": finding.rule,
                "kind": "pass" if level == "none" else "fail",
                "level": level,
                "message": {"text": safe(f"{finding.kind} {finding.subject}: {finding.message or finding.relation}")},
                "locations": places[:1],
                "relatedLocations": numbered(places[1:]),
            }
        )
    return log(results, report.problems, report.sources)


RENDERERS: Renderers = {Report: verify, DiffReport: diff_sources}


def log(results: list[Object], problems: tuple[Problem, ...], sources: tuple[Source, ...]) -> str:
    rules = sorted({result["ruleId"] for result in results})
    run = {
        "tool": {"driver": {"name": "factcheck", "rules": [described(rule) for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not problems,
                "toolExecutionNotifications": [
                    {"level": "error", "message": {"text": safe(str(problem))}} for problem in problems
                ],
            }
        ],
        "artifacts": [
            {"location": {"uri": uri(source.path or source.id)}, "hashes": {"sha-256": source.sha256}}
            for source in sources
        ],
        "results": results,
    }
    record = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return ESCAPED.sub(escaped, json.dumps(record, ensure_ascii=False, indent=2)) + "\n"


def described(rule: str) -> Object:
    """A rule with its page, where it has one: `factcheck rule NAME` for programs."""
    page = RULES.get(rule)
    if page is None:
        return {"id": rule}
    return {"id": rule, "shortDescription": {"text": page.summary}, "fullDescription": {"text": page.page}}


def claim_result(result: ClaimResult, sources: dict[str, Source]) -> Object:
    claim = result.claim
    level = LEVELS[result.verdict]
    found: Object = {
        "ruleId": f"verdict-{result.verdict}",
        "kind": "pass" if level == "none" else "fail",
        "level": level,
        "message": {"text": safe(f"{result.verdict}: {claim.statement}")},
        "locations": [location(claim.path or "claims.yaml", {"startLine": max(claim.line, 1)})],
        "relatedLocations": numbered(
            [
                evidence_location(evidence, sources.get(one.source), f"{one.source} {one.stance}")
                for one in result.sources
                for evidence in one.evidence[:1]
            ]
        ),
        "partialFingerprints": {"claim/v1": claim.id},
    }
    if result.waived and claim.waiver:
        found["suppressions"] = [{"kind": "external", "justification": safe(claim.waiver.reason)}]
    return found


def numbered(locations: list[Object]) -> list[Object]:
    return [{"id": at, **place} for at, place in enumerate(locations, 1)]


def evidence_location(evidence: Evidence, source: Source | None, stance: str) -> Object:
    region = {
        "startLine": evidence.line,
        "startColumn": evidence.column,
        "charOffset": evidence.start,
        "charLength": evidence.end - evidence.start,
        "snippet": {"text": evidence.quote},
    }
    return location(path_of(source), region, f"{stance}: “{bracketed(pieces(evidence))}”")


def quote_location(quote: Quote, source: Source | None, message: str) -> Object:
    region = {
        "startLine": quote.line,
        "charOffset": quote.start,
        "charLength": quote.end - quote.start,
        "snippet": {"text": quote.quote},
    }
    return location(path_of(source), region, safe(message))


def location(path: str, region: dict[str, Any], message: str | None = None) -> Object:
    place: Object = {"physicalLocation": {"artifactLocation": {"uri": uri(path)}, "region": region}}
    return {**place, "message": {"text": message}} if message else place


def path_of(source: Source | None) -> str:
    return (source.path or source.id) if source else ""


def uri(path: str) -> str:
    return percent_encoded(path.replace("\\", "/"), safe="/", errors="surrogatepass")
