"""The format for people: verdicts worst first, a grid of details and sources, then each source's own words.

Everything that comes from a registry or a source is put in as `Text`, never as markup, and only after `safe`. Every
state has a word or a sign, so that nothing is lost without colour. Any width of 40 columns or more will do.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factcheck.model import (
    ClaimResult,
    Detail,
    DiffReport,
    Evidence,
    Extraction,
    Finding,
    FindingRelation,
    Kind,
    Mention,
    Problem,
    Qualifier,
    Quote,
    Relation,
    Report,
    Source,
    SourceResult,
    Stance,
    Step,
    Verdict,
    ZoneName,
)
from factcheck.report import Explanation, Extractions, Outcome, Renderers, Screen
from factcheck.report.select import (
    counted,
    gravest_first,
    grouped,
    leading_relations,
    left_out,
    length_words,
    published,
    quoted,
    reason,
    remarks,
    set_aside,
    source_words,
    worst_first,
)
from factcheck.report.signs import (
    DRAWN,
    FINDING_NOUNS,
    FINDING_TITLES,
    FINDINGS,
    QUALIFIERS,
    RELATIONS,
    STANCES,
    VERDICTS,
)
from factcheck.report.text import Piece, clipped, line_of, pieces, place_of, safe, short_ids

PASSAGES = 2  # of one source under one claim; `factcheck explain` shows all
SPEAKERS = 10  # sources quoted under one claim; the grid shows all, and so does `factcheck explain`
PLACES = 4  # quoted of one side of a finding
LISTED = 12  # silent sources named on one line
NARROW = 60  # columns; below, columns are run on
NOT_COVERED = "language-not-covered"  # the rule's name
CATALOGUE = 60  # sources described at the end of a report

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
LINE_END = re.compile(r"(?: |\x1b\[[0-9;]*m)+$", re.MULTILINE)

View = Iterator[RenderableType]


# --- the four outcomes ----------------------------------------------------------------------------------------------


def verify(report: Report, screen: Screen) -> str:
    """The report of `factcheck verify`; with `quiet` one line for each claim that is not supported, nothing else."""
    return drawn(quiet_view(report, screen) if screen.quiet else verify_view(report, screen), screen)


def diff_sources(report: DiffReport, screen: Screen) -> str:
    """The report of `factcheck diff-sources`; with `quiet` one line for each conflict."""
    return drawn(diff_view(report, screen), screen)


def extract(report: Extractions, screen: Screen) -> str:
    """What `factcheck extract` sees: metadata, zones, mentions."""
    return drawn(extract_view(report, screen), screen)


def explain(explanation: Explanation, screen: Screen) -> str:
    """How one claim got its verdict, step by step."""
    return drawn(explain_view(explanation.report, screen), screen)


RENDERERS: Renderers = {Report: verify, DiffReport: diff_sources, Extractions: extract, Explanation: explain}


def view(outcome: Outcome, screen: Screen) -> View:
    """What a terminal shows of an outcome, for a console of the caller's own (a recording one, say)."""
    match outcome:
        case Report():
            return verify_view(outcome, screen)
        case DiffReport():
            return diff_view(outcome, screen)
        case Extractions():
            return extract_view(outcome, screen)
        case Explanation():
            return explain_view(outcome.report, screen)


def drawn(shown: Iterable[RenderableType], screen: Screen) -> str:
    """What is shown as text, with colours where the screen has them and no spaces at line ends."""
    paper = io.StringIO()
    console = Console(
        file=paper,
        width=max(screen.width, 20),
        force_terminal=screen.color,
        color_system="standard" if screen.color else None,
        no_color=not screen.color,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    for part in shown:
        console.print(part, soft_wrap=screen.quiet)
    said = LINE_END.sub(lambda end: "".join(COLOUR.findall(end[0])), paper.getvalue())
    return said.translate(DRAWN) if screen.ascii else said


# --- verify ---------------------------------------------------------------------------------------------------------


def verify_view(report: Report, screen: Screen) -> View:
    yield from summary_view(report, screen)
    yield from problems_view(report.problems, "not everything was checked" if report.claims else "nothing was checked")
    if report.claims:
        yield legend(screen)
    for result in worst_first(report.claims):
        yield Text()
        yield from claim_view(result, report.sources, screen, PASSAGES)
    yield from sources_view(report.sources, not_covered(report.claims))


def quiet_view(report: Report, screen: Screen) -> View:
    for result in worst_first(report.claims):
        if result.verdict is not Verdict.SUPPORTED and not result.waived:
            yield verdict_line(result, screen)


def verdict_line(result: ClaimResult, screen: Screen) -> Text:
    claim = result.claim
    place = f" ({safe(claim.path)}:{claim.line})" if claim.path else ""
    return joined(verdict_sign(result, screen), f"  {safe(claim.id)}: {safe(claim.statement)}{place}")


def summary_view(report: Report, screen: Screen) -> View:
    claims, sources = counted(len(report.claims), "claim"), counted(len(report.sources), "source")
    yield Text(f"{claims} checked against {sources}", style="bold")
    verdicts = Counter(result.verdict for result in report.claims)
    counts = [
        (f"{sign.drawn(screen.ascii)} {verdicts[verdict]} {verdict}", sign.style if verdicts[verdict] else "dim")
        for verdict, sign in VERDICTS.items()
    ]
    waived = sum(result.waived for result in report.claims)
    if waived:
        counts.append((f"{waived} waived", "dim"))
    if report.claims:
        yield Text("   ").join(Text(said, style=style) for said, style in counts)


def problems_view(problems: Sequence[Problem], undone: str = "not everything was checked") -> View:
    """What could not be checked, at the top, where nobody overlooks it."""
    if not problems:
        return
    yield Text(f"! {counted(len(problems), 'problem')}: {undone}", style="bold yellow")
    for problem in problems:
        yield bullet("-", Text(safe(str(problem))))


def legend(screen: Screen) -> Text:
    words = {Relation.ABSENT: "not said"}
    said = [
        joined(Text(sign.drawn(screen.ascii), sign.style), f" {words.get(relation, relation.value)}")
        for relation, sign in RELATIONS.items()
    ]
    return Text("   ").join([Text("Details:", style="dim"), *said])


def claim_view(result: ClaimResult, sources: Sequence[Source], screen: Screen, passages: int | None) -> View:
    """One claim: its verdict, the grid, what each source says, and who says nothing."""
    by_id = {source.id: source for source in sources}
    short = short_ids([found.source for found in result.sources])
    yield claim_heading(result, screen)
    yield indented(Text(f"“{safe(result.claim.statement)}”", style="bold"))
    yield from claim_remarks(result, short)
    speaking = [found for found in result.sources if found.stance is not Stance.SILENT]
    if speaking and result.details:
        yield Text()
        yield from grid_view(result.details, speaking, short, screen)
    quoted_ones = gravest_first(speaking)[: None if passages is None else SPEAKERS]
    for found in quoted_ones:
        yield Text()
        yield from source_result_view(found, by_id.get(found.source), short[found.source], screen, passages)
    if len(speaking) > len(quoted_ones):
        yield Text()
        more = counted(len(speaking) - len(quoted_ones), "more source")
        yield indented(Text(f"and {more}: factcheck explain {safe(result.claim.id)} quotes all", style="dim"))
    foreign = not_covered([result])
    silent = [
        short[found.source] + (" (language not covered)" if found.source in foreign else "")
        for found in result.sources
        if found.stance is Stance.SILENT
    ]
    if silent:
        yield Text()
        yield indented(joined(Text("silent: ", style="dim"), listed(silent)))
    if unasked := left_out(result, sources):
        yield indented(joined(Text("left out by the registry: ", style="dim"), listed(unasked)))


def claim_heading(result: ClaimResult, screen: Screen) -> RenderableType:
    claim = result.claim
    place = f"  {safe(claim.path)}:{claim.line}" if claim.path else ""
    sign, name = verdict_sign(result, screen), joined(Text(safe(claim.id), style="bold"), Text(place, style="dim"))
    if screen.width < NARROW:
        return joined(sign, "  ", name)
    return bullet(joined(sign, " "), name, 0)


def not_covered(results: Sequence[ClaimResult]) -> frozenset[str]:
    """The sources whose words are in a language without a table: said once, not again under each claim."""
    return frozenset(note.source for result in results for note in result.notes if note.rule == NOT_COVERED)


def verdict_sign(result: ClaimResult, screen: Screen) -> Text:
    sign = VERDICTS[result.verdict]
    waived = " (waived)" if result.waived else ""
    return Text(f"{sign.drawn(screen.ascii)} {result.verdict.value.upper()}{waived}", style=sign.style)


def claim_remarks(result: ClaimResult, short: dict[str, str]) -> View:
    """What the desk said of the claim, what an editor must see, and how many origins stand behind it."""
    claim = result.claim
    if claim.require > 1:
        origins = ", ".join(short.get(origin, safe(origin)) for origin in result.origins)
        named = f": {origins}" if origins else ""
        yield indented(Text(f"independent origins: {len(result.origins)} of {claim.require} required{named}"))
    if claim.waiver:
        until = f" until {claim.waiver.until}" if claim.waiver.until else ""
        state = "waived" if result.waived else "waiver over or not needed"
        yield indented(Text(f"{state}{until}, by {safe(claim.waiver.by)}: {safe(claim.waiver.reason)}"))
    if claim.note:
        yield indented(joined(Text("desk: ", style="dim"), safe(claim.note)))
    if not result.details:
        yield indented(Text("nothing in this statement could be checked", style="yellow"))
    for note in result.notes:
        if note.rule == NOT_COVERED:
            continue
        where = f" ({short.get(note.source, safe(note.source))})" if note.source else ""
        yield bullet(
            Text("!", style="bold yellow"), joined(Text(f"{note.rule}{where}: ", "yellow"), safe(note.message))
        )


# --- the grid -------------------------------------------------------------------------------------------------------


def grid_view(details: Sequence[Detail], found: Sequence[SourceResult], short: dict[str, str], screen: Screen) -> View:
    """Details × speaking sources at a glance: a column for each source, or a row for each where columns do not fit."""
    details = as_stated(details)
    label = max(len(one.kind.value) for one in details) + 2 + max(cell_len(clipped(one.text, 40)) for one in details)
    columns = sum(max(cell_len(short[result.source]), len(result.stance.value)) + 2 for result in found)
    if 2 + label + columns + 2 <= screen.width:
        yield indented(wide_grid(details, found, short, screen))
        return
    for at, detail in enumerate(details, 1):
        yield bullet(f"{at}", detail_text(detail))
    yield indented(tall_grid(details, gravest_first(found)[:CATALOGUE], short, screen))
    if len(found) > CATALOGUE:
        yield indented(Text(f"and {counted(len(found) - CATALOGUE, 'more source')} (all in --format json)", "dim"))


def as_stated(details: Sequence[Detail]) -> list[Detail]:
    """Details in the order of the statement; those that only the registry gives come last."""
    return sorted(details, key=lambda one: (not one.end, one.start, -one.end))


def plain_table() -> Table:
    return Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)


def wide_grid(details: Sequence[Detail], found: Sequence[SourceResult], short: dict[str, str], screen: Screen) -> Table:
    table = plain_table()
    table.add_column(no_wrap=True, style="dim")
    table.add_column(no_wrap=True)
    for _ in found:
        table.add_column(justify="center", no_wrap=True)
    table.add_row(Text(), Text(), *(Text(short[result.source], style="bold") for result in found))
    for detail in details:
        told = Text(detail.kind.value), Text(clipped(detail.text, 40))
        table.add_row(*told, *(cell(result, detail, screen) for result in found))
    table.add_row(Text(), Text(), *(Text(result.stance.value, style=STANCES[result.stance]) for result in found))
    return table


def tall_grid(details: Sequence[Detail], found: Sequence[SourceResult], short: dict[str, str], screen: Screen) -> Table:
    table = plain_table()
    table.add_column(overflow="fold")
    table.add_column(no_wrap=True)
    for _ in details:
        table.add_column(no_wrap=True, justify="center")
    table.add_row(Text(), Text(), *(Text(f"{at}", style="bold") for at in range(1, len(details) + 1)))
    for result in found:
        stance = Text(result.stance.value, style=STANCES[result.stance])
        cells = (cell(result, detail, screen) for detail in details)
        table.add_row(Text(short[result.source], style="bold"), stance, *cells)
    return table


def detail_text(detail: Detail) -> Text:
    return joined(Text(f"{detail.kind.value} ", style="dim"), clipped(detail.text, 40))


def cell(result: SourceResult, detail: Detail, screen: Screen) -> Text:
    return Text().join(relation_sign(relation, screen) for relation in leading_relations(result, detail))


def relation_sign(relation: Relation, screen: Screen) -> Text:
    sign = RELATIONS[relation]
    return Text(sign.drawn(screen.ascii), style=sign.style)


# --- a source's words -----------------------------------------------------------------------------------------------


def source_result_view(
    found: SourceResult, source: Source | None, short: str, screen: Screen, passages: int | None
) -> View:
    """What one source says of a claim: whose words, when, where; the quotes, marked; how they are qualified."""
    shown = found.evidence[:passages]
    yield indented(
        joined(Text(f"{short} {found.stance.value}", style=STANCES[found.stance]), Text(f"  {whose(source)}", "dim"))
    )
    for evidence in shown:
        yield from evidence_view(evidence, source, screen)
    left = len(found.evidence) - len(shown)
    if left:
        yield indented(Text(f"and {counted(left, 'more passage')}: factcheck explain shows all", style="dim"), 4)


def whose(source: Source | None) -> str:
    """A source's label and date, and where the date was read."""
    if source is None:
        return ""
    label = [clipped(source.label, 60)] if source.label and source.label != source.id else []
    return " · ".join([*label, published(source)])


def evidence_view(evidence: Evidence, source: Source | None, screen: Screen) -> View:
    where = f"{safe(source.path or source.id)}:{evidence.line}:{evidence.column}" if source else f"line {evidence.line}"
    more = evidence.quote.rstrip().count("\n")
    where += f" to line {evidence.line + more}" if more else ""
    yield indented(Text(f"{where}  {reason(evidence)}".rstrip(), style="dim"), 4)
    yield indented(quote_text(pieces(evidence), screen), 4)
    for relation, words in remarks(evidence, source):
        yield bullet(relation_sign(relation, screen), Text(words), 4)
    for qualifier in evidence.qualifiers:
        yield indented(qualifier_line(qualifier, evidence), 4)


def quote_text(parts: Sequence[Piece], screen: Screen) -> Text:
    """A quote with its marks: `“a versé ⟦=12 millions d’euros⟧ pour…”`."""
    said = Text("“")
    for piece in parts:
        if piece.relation:
            sign = RELATIONS[piece.relation]
            said.append(f"⟦{sign.drawn(screen.ascii)}{piece.text}⟧", style=sign.style)
        elif piece.qualified:
            said.append(piece.text, style="underline yellow")
        else:
            said.append(piece.text, style="dim" if piece.gap else "")
    return said.append("”")


def qualifier_line(qualifier: Qualifier, evidence: Evidence) -> Text:
    words = dict.fromkeys(clipped(mark.text, 80) for mark in evidence.marks if mark.qualifier is qualifier)
    said = ", ".join(f"“{word}”" for word in words)
    return joined(Text(f"{QUALIFIERS[qualifier]}: ", style="yellow"), said)


# --- sources --------------------------------------------------------------------------------------------------------


def sources_view(sources: Sequence[Source], foreign: frozenset[str] = frozenset()) -> View:
    """Every source with what is known of it, how much of it was set aside, and whether its words are understood."""
    if not sources:
        return
    yield Text()
    yield Text("Sources", style="bold")
    for source in sources[:CATALOGUE]:
        yield bullet("-", source_line(source, source.id in foreign))
    if len(sources) > CATALOGUE:
        yield bullet("-", Text(f"{len(sources) - CATALOGUE:,} more (all in --format json)"))


def source_line(source: Source, foreign: bool = False) -> Text:
    more = Text(" · language not covered: only names and figures were compared" if foreign else "", style="yellow")
    return joined(Text(safe(source.id), style="bold"), f"  {source_words(source)}", more)


# --- diff-sources ---------------------------------------------------------------------------------------------------


def diff_view(report: DiffReport, screen: Screen) -> View:
    by_relation = {
        relation: [finding for finding in report.findings if finding.relation is relation] for relation in FINDINGS
    }
    short = short_ids([source.id for source in report.sources])
    by_id = {source.id: source for source in report.sources}
    if screen.quiet:
        for finding in by_relation[FindingRelation.CONFLICT]:
            yield quiet_finding(finding, screen)
        return
    said = "compared with each other" if len(report.sources) > 1 else "read: it takes two to compare"
    yield Text(f"{counted(len(report.sources), 'source')} {said}", style="bold")
    counts = [
        Text(
            f"{sign.drawn(screen.ascii)} {counted(len(by_relation[relation]), FINDING_NOUNS[relation])}",
            style=sign.style,
        )
        for relation, sign in FINDINGS.items()
    ]
    yield Text("   ").join(counts)
    yield from problems_view(report.problems)
    for relation, findings in by_relation.items():
        if findings:
            yield Text()
            yield Text(FINDING_TITLES[relation], style="bold underline")
        for finding in findings:
            yield from finding_view(finding, by_id, short, screen)
    yield from sources_view(report.sources)


def finding_view(finding: Finding, sources: dict[str, Source], short: dict[str, str], screen: Screen) -> View:
    yield Text()
    sign = FINDINGS[finding.relation]
    yield bullet(Text(sign.drawn(screen.ascii), style=sign.style), finding_title(finding), 0)
    for side in finding.sides:
        value = safe(side.value)
        yield indented(Text(length_words(value) if finding.kind is Kind.DURATION else grouped(value), style="bold"))
        for quote in side.mentions[:PLACES]:
            yield bullet(place(quote, short), Text(f"“{quoted(quote, sources)}”"), 4)
        if len(side.mentions) > PLACES:
            yield indented(Text(f"and {counted(len(side.mentions) - PLACES, 'more place')}", style="dim"), 4)


def finding_title(finding: Finding) -> Text:
    message, subject = grouped(safe(finding.message)), safe(finding.subject)
    if subject in message:
        return joined(Text(f"{finding.kind.value}: ", style="bold"), message)
    return joined(f"{finding.kind.value} ", Text(subject, style="bold"), f": {message}" if message else "")


def quiet_finding(finding: Finding, screen: Screen) -> Text:
    sign = FINDINGS[finding.relation]
    return joined(Text(f"{sign.drawn(screen.ascii)} ", style=sign.style), finding_title(finding))


def place(quote: Quote, short: dict[str, str]) -> Text:
    return Text(f"{short.get(quote.source, safe(quote.source))}:{quote.line}", style="dim")


# --- extract --------------------------------------------------------------------------------------------------------


def extract_view(report: Extractions, screen: Screen) -> View:
    if screen.quiet:
        yield from (extraction_line(extraction) for extraction in report.sources)
        return
    yield from problems_view(report.problems, "not everything was read")
    for at, extraction in enumerate(report.sources):
        if at or report.problems:
            yield Text()
        yield from extraction_view(extraction, screen)


def extraction_line(extraction: Extraction) -> Text:
    source = extraction.source
    mentions = counted(len(extraction.mentions), "mention")
    return Text(f"{safe(source.path or source.id)}: {mentions}, {source_words(source)}")


def extraction_view(extraction: Extraction, screen: Screen) -> View:
    source = extraction.source
    yield Text(safe(source.path or source.id), style="bold")
    for key, told in metadata(source):
        yield indented(joined(Text(f"{key}: ", style="dim"), safe(told)))
    yield indented(joined(Text("zones: ", style="dim"), set_aside(source)))
    if source.zones:
        yield indented(zone_table(source, screen), 4)
    for zone_name in ZoneName:
        mentions = [mention for mention in extraction.mentions if mention.zone is zone_name]
        if mentions:
            never = ", never evidence" if zone_name is ZoneName.FURNITURE else ""
            yield Text()
            yield Text(f"{zone_name.value}: {counted(len(mentions), 'mention')}{never}", style="bold")
            yield from mentions_view(mentions, source, screen)


def metadata(source: Source) -> list[tuple[str, str]]:
    """What is known of a source, each with where it was read; that its day or language is not known is said."""
    keys = ("label", "publisher", "published", "url", "language", "origin", "retrieved")
    needed = ("published", "language")
    known = [(key, getattr(source, key)) for key in keys]
    told = [(key, str(value) if value else "not known") for key, value in known if value or key in needed]
    read = source.provenance
    return [(key, f"{value} ({read[key]})" if key in read else value) for key, value in told]


def zone_table(source: Source, screen: Screen) -> Table:
    """A source's zones: which lines, how many characters, how they begin."""
    table = plain_table()
    table.add_column(no_wrap=True, style="cyan")
    table.add_column(no_wrap=True, style="dim")
    table.add_column(no_wrap=True, justify="right")
    table.add_column(overflow="fold")
    room = min(max(screen.width - 40, 12), 60)
    for zone in source.zones:
        low, high = line_of(source, zone.start), line_of(source, max(zone.end - 1, zone.start))
        lines = f"line {low}" if low == high else f"lines {low}–{high}"
        opening = clipped(source.text[zone.start : min(zone.end, zone.start + 4 * room)], room - 2)
        table.add_row(Text(zone.zone.value), Text(lines), Text(f"{zone.end - zone.start:,}"), Text(f"“{opening}”"))
    return table


def mentions_view(mentions: Sequence[Mention], source: Source, screen: Screen) -> View:
    """Each mention with its place, kind, words and value: in columns, or run on where there is no room for them."""
    places = ["{}:{}".format(*place_of(source, mention.start)) for mention in mentions]
    if screen.width < NARROW:
        for where, mention in zip(places, mentions, strict=True):
            kind, value = Text(f"{mention.kind.value} ", style="cyan"), Text(f" {values(mention)}", style="bold")
            yield bullet(Text(where, "dim"), joined(kind, f"“{clipped(mention.text, 60)}”", value))
        return
    table = plain_table()
    table.add_column(no_wrap=True, style="dim")
    table.add_column(no_wrap=True, style="cyan")
    table.add_column(overflow="fold")
    table.add_column(overflow="fold", style="bold")
    for where, mention in zip(places, mentions, strict=True):
        cells = (where, mention.kind.value, clipped(mention.text, 60), values(mention))
        table.add_row(*map(Text, cells))
    yield indented(table)


def values(mention: Mention) -> str:
    """A mention's value, and the other readings where it has more than one."""
    others = [safe(str(value)) for value in mention.readings if value != mention.value]
    return safe(str(mention.value)) + (f" (or {', '.join(others)})" if others else "")


# --- explain --------------------------------------------------------------------------------------------------------


def explain_view(report: Report, screen: Screen) -> View:
    if screen.quiet:
        yield from (verdict_line(result, screen) for result in report.claims)
        return
    yield from problems_view(report.problems)
    for result in report.claims:
        short = short_ids([found.source for found in result.sources])
        yield from claim_view(result, report.sources, screen, passages=None)
        yield Text()
        yield Text("Step by step", style="bold")
        yield from steps_view(result.steps, short)
        for found in result.sources:
            if found.steps:
                yield indented(Text(f"{short[found.source]} {found.stance.value}", style=STANCES[found.stance]))
                yield from steps_view(found.steps, short, 4)
    yield from sources_view(report.sources, not_covered(report.claims))


def steps_view(steps: Sequence[Step], short: dict[str, str], indent: int = 2) -> View:
    for at, step in enumerate(steps, 1):
        where = f"{short.get(step.source, safe(step.source))}: " if step.source and indent == 2 else ""
        told = joined(f"{where}{grouped(safe(step.message))} ", Text(f"[{safe(step.rule)}]", style="dim"))
        yield bullet(f"{at}.", told, indent)


# --- small parts ----------------------------------------------------------------------------------------------------


def joined(*parts: str | Text) -> Text:
    """Texts one after the other, each with its own style, none with another's."""
    said = Text()
    for part in parts:
        said.append_text(Text(part) if isinstance(part, str) else part)
    return said


def indented(shown: RenderableType, columns: int = 2) -> Padding:
    return Padding(shown, (0, 0, 0, columns))


def bullet(sign: str | Text, said: Text, columns: int = 2) -> Padding:
    """A sign and what hangs from it."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row(Text(sign) if isinstance(sign, str) else sign, said)
    return indented(table, columns)


def listed(names: Sequence[str]) -> str:
    """Names on one line; of many the first, and how many there are beside."""
    more = len(names) - LISTED
    return ", ".join(names[:LISTED]) + (f" and {more:,} more (all in --format json)" if more > 0 else "")
