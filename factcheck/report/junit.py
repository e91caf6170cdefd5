"""The format of test dashboards: a test for each claim, which fails where the claim is not supported.

A waived claim is skipped; a problem with an input is an error. The element names are those of Apache Ant's JUnit
report, as the dashboards read them.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element, SubElement

from factcheck.model import ClaimResult, Problem, Report, Stance, Verdict
from factcheck.report import Renderers, Screen
from factcheck.report.text import bracketed, pieces, safe


def verify(report: Report, _: Screen) -> str:
    """The report of `factcheck verify` as one test suite."""
    failures = sum(failed(result) for result in report.claims)
    skipped = sum(result.waived for result in report.claims)
    counts = {"tests": len(report.claims) + len(report.problems), "failures": failures}
    suite = Element("testsuite", name="factcheck")
    for name, number in {**counts, "errors": len(report.problems), "skipped": skipped}.items():
        suite.set(name, str(number))
    suite.extend([claim_test(result) for result in report.claims])
    suite.extend([problem_test(problem) for problem in report.problems])
    suites = Element("testsuites")
    suites.append(suite)
    ET.indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(suites, encoding="unicode") + "\n"


RENDERERS: Renderers = {Report: verify}


def failed(result: ClaimResult) -> bool:
    return result.verdict is not Verdict.SUPPORTED and not result.waived


def claim_test(result: ClaimResult) -> Element:
    claim = result.claim
    test = Element("testcase", classname=safe(claim.path) or "claims", name=safe(claim.id), line=str(claim.line))
    message = f"{result.verdict}: {safe(claim.statement)}"
    if result.waived and claim.waiver:
        SubElement(test, "skipped", message=f"waived by {safe(claim.waiver.by)}: {safe(claim.waiver.reason)}")
    elif failed(result):
        SubElement(test, "failure", type=result.verdict.value, message=message).text = evidence_lines(result)
    elif result.sources:
        SubElement(test, "system-out").text = evidence_lines(result)
    return test


def evidence_lines(result: ClaimResult) -> str:
    """What each speaking source says, a line each; then the silent ones."""
    said = [
        f"{safe(found.source)}:{evidence.line} {found.stance}: “{bracketed(pieces(evidence))}”"
        for found in result.sources
        for evidence in found.evidence[:1]
    ]
    silent = [safe(found.source) for found in result.sources if found.stance is Stance.SILENT]
    return "\n".join([*said, f"silent: {', '.join(silent)}"] if silent else said)


def problem_test(problem: Problem) -> Element:
    test = Element("testcase", classname="inputs", name=safe(problem.path) or "inputs")
    SubElement(test, "error", type="problem", message=safe(str(problem)))
    return test
