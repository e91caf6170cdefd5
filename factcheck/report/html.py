"""The format to send: one page that needs nothing else, runs no script and loads nothing.

Every word that is not the program's own is escaped, and marked with its language and its own reading direction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from factcheck.model import (
    ClaimResult,
    DiffReport,
    Evidence,
    Finding,
    Problem,
    Relation,
    Report,
    Source,
    SourceResult,
    Stance,
)
from factcheck.report import Renderers, Screen
from factcheck.report.select import (
    leading_relations,
    left_out,
    quoted,
    reason,
    remarks,
    source_words,
    summary_words,
    worst_first,
)
from factcheck.report.signs import FINDING_TITLES, FINDINGS, QUALIFIERS, RELATIONS, VERDICTS
from factcheck.report.text import Piece, pieces, safe, short_ids

STYLE = """
:root { color-scheme: light dark; --red: #b3261e; --green: #1b6e3c; --blue: #1d5f8a; --grey: #6a6a6a; }
@media (prefers-color-scheme: dark) { :root { --red: #ff8a80; --green: #7ddb9b; --blue: #8ec9f5; --grey: #a0a0a0; } }
body { font: 1rem/1.5 Georgia, serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3, table, .remark { font-family: system-ui, sans-serif; }
h2 { margin-top: 2.5rem; font-size: 1.1rem; }
table { border-collapse: collapse; font-size: .9rem; }
th, td { padding: .15rem .7rem; text-align: center; }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
blockquote { margin: .3rem 0; padding-left: 1rem; border-left: 3px solid; overflow-wrap: anywhere; }
mark { background: none; color: inherit; font-weight: bold; }
.refuted, .conflicts, .conflict { color: var(--red); }
.supported, .supports, .equal, .agree { color: var(--green); }
.conflicting, .partial, .compatible, .variant { color: var(--blue); }
.insufficient, .absent, .silent, .remark, .review { color: var(--grey); }
.qualified { text-decoration: underline dotted; }
"""

# No script, nothing from the net, no form: what is left to a page made of strangers' words.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

Lines = Iterator[str]


def verify(report: Report, _: Screen) -> str:
    """The report of `factcheck verify`."""
    return page("Claims and sources", verify_lines(report))


def diff_sources(report: DiffReport, _: Screen) -> str:
    """The report of `factcheck diff-sources`."""
    return page("Sources compared", diff_lines(report))


RENDERERS: Renderers = {Report: verify, DiffReport: diff_sources}


def page(title: str, lines: Lines) -> str:
    head = (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    )
    return head + "\n".join(lines) + "\n</body>\n</html>\n"


def verify_lines(report: Report) -> Lines:
    yield f"<p>{summary_words(report)}</p>"
    yield from problem_lines(report.problems)
    legend = ", ".join(f"{sign.sign} {relation}" for relation, sign in RELATIONS.items())
    yield f'<p class="remark">Details: {legend}</p>'
    for result in worst_first(report.claims):
        yield from claim_lines(result, report.sources)
    yield from source_list(report.sources)


def claim_lines(result: ClaimResult, sources: Sequence[Source]) -> Lines:
    by_id = {source.id: source for source in sources}
    short = short_ids([found.source for found in result.sources])
    speaking = [found for found in result.sources if found.stance is not Stance.SILENT]
    silent = [shown(short[found.source]) for found in result.sources if found.stance is Stance.SILENT]
    waived = " (waived)" if result.waived else ""
    sign = VERDICTS[result.verdict].sign
    yield f'<section><h2><span class="{result.verdict}">{sign} {result.verdict}{waived}</span> {shown(result.claim.id)}'
    yield f'</h2><p dir="auto"><strong>{shown(result.claim.statement)}</strong></p>'
    for note in result.notes:
        where = shown(short.get(note.source, note.source))
        yield f'<p class="remark">! {shown(note.rule)} {where}: {shown(note.message)}</p>'
    if speaking and result.details:
        yield from grid_lines(result, speaking, short)
    for found in speaking:
        for evidence in found.evidence:
            yield from evidence_lines(found, evidence, by_id.get(found.source))
    if silent:
        yield f'<p class="remark">silent: {", ".join(silent)}</p>'
    if unasked := left_out(result, sources):
        yield f'<p class="remark">left out by the registry: {", ".join(map(shown, unasked))}</p>'
    yield "</section>"


def grid_lines(result: ClaimResult, speaking: Sequence[SourceResult], short: dict[str, str]) -> Lines:
    heads = "".join(f'<th scope="col">{shown(short[found.source])}</th>' for found in speaking)
    yield f"<table><tr><td></td>{heads}</tr>"
    for detail in result.details:
        cells = "".join(f"<td>{signs(leading_relations(found, detail))}</td>" for found in speaking)
        yield f'<tr><th scope="row">{detail.kind} {shown(detail.text)}</th>{cells}</tr>'
    stances = "".join(f'<td class="{found.stance}">{found.stance}</td>' for found in speaking)
    yield f"<tr><td></td>{stances}</tr></table>"


def signs(relations: Sequence[Relation]) -> str:
    return "".join(f'<span class="{r}" title="{r}">{RELATIONS[r].sign}</span>' for r in relations)


def evidence_lines(found: SourceResult, evidence: Evidence, source: Source | None) -> Lines:
    label = shown(source.label or source.id) if source else shown(found.source)
    day = f", {source.published}" if source and source.published else ""
    qualified = "".join(f"; {QUALIFIERS[qualifier]}" for qualifier in evidence.qualifiers)
    language = f' lang="{shown(source.language)}"' if source and source.language else ""
    quote = "".join(marked(piece) for piece in pieces(evidence))
    yield (
        f'<p class="remark"><span class="{found.stance}">{found.stance}</span> {label}{day}, '
        f"line {evidence.line}{qualified}</p>"
    )
    yield f'<blockquote dir="auto"{language}>“{quote}”</blockquote>'
    told = [f"{signs([relation])} {shown(words)}" for relation, words in remarks(evidence, source)]
    if reason(evidence):
        told.insert(0, shown(reason(evidence)))
    if told:
        yield f'<p class="remark">{"<br>".join(told)}</p>'


def marked(piece: Piece) -> str:
    """A piece of a quote: marked words carry their sign, so that no colour is needed."""
    if piece.relation:
        return f'<mark class="{piece.relation}">⟦{signs([piece.relation])}{escape(piece.text)}⟧</mark>'
    return f'<span class="qualified">{escape(piece.text)}</span>' if piece.qualified else escape(piece.text)


def diff_lines(report: DiffReport) -> Lines:
    yield from problem_lines(report.problems)
    for relation, sign in FINDINGS.items():
        findings = [finding for finding in report.findings if finding.relation is relation]
        if findings:
            yield f'<h2 class="{relation}">{sign.sign} {FINDING_TITLES[relation]}</h2>'
        for finding in findings:
            yield from finding_lines(finding, {source.id: source for source in report.sources})
    yield from source_list(report.sources)


def finding_lines(finding: Finding, sources: dict[str, Source]) -> Lines:
    message = f": {shown(finding.message)}" if finding.message else ""
    yield f"<p>{finding.kind} <strong>{shown(finding.subject)}</strong>{message}</p><ul>"
    for side in finding.sides:
        quotes = "; ".join(f"{shown(q.source)}:{q.line} <q>{shown(quoted(q, sources))}</q>" for q in side.mentions)
        yield f"<li><strong>{shown(side.value)}</strong> {quotes}</li>"
    yield "</ul>"


def source_list(sources: Sequence[Source]) -> Lines:
    if sources:
        known = "".join(f"<li><strong>{shown(one.id)}</strong> {shown(source_words(one))}</li>" for one in sources)
        yield f'<h2>Sources</h2><ul class="remark">{known}</ul>'


def problem_lines(problems: Sequence[Problem]) -> Lines:
    if problems:
        told = "".join(f"<li>{shown(str(problem))}</li>" for problem in problems)
        yield f"<p><strong>Not everything was checked:</strong></p><ul>{told}</ul>"


def shown(text: str) -> str:
    """A stranger's words, safe in HTML text and in quoted attributes."""
    return escape(safe(text))
