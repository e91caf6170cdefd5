"""The main jobs: `verify` claims against sources, `diff_sources` among themselves, and what a source holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from factcheck.calendar_notes import calendar_notes
from factcheck.dictionaries import answered, with_dictionaries
from factcheck.diff import findings
from factcheck.engine import executor
from factcheck.extract import extract
from factcheck.lang.concepts import LANGUAGES as WORDED
from factcheck.lang.dictd import Dictionary
from factcheck.match.question import Question, ask
from factcheck.model import (
    Claim,
    ClaimResult,
    DiffReport,
    Extraction,
    Note,
    Problem,
    Report,
    Source,
    SourceResult,
    Stance,
    Step,
)
from factcheck.origins import Origin, claim_links, joined, origins
from factcheck.reading import UNKNOWN, Reading, read_source
from factcheck.verdict import stance_of, verdict_of
from factcheck.whatif import would_change

Progress = Callable[[str], None]
"""Called with a source's id when its part of the work is done."""


def verify(
    claims: Sequence[Claim],
    sources: Sequence[Source],
    *,
    jobs: int = 1,
    strict: bool = False,
    dictionaries: Sequence[Dictionary] = (),
    today: date | None = None,
    problems: Sequence[Problem] = (),
    progress: Progress | None = None,
) -> Report:
    """Checks every claim against every source. The order and number of `jobs` never change the answer.

    `strict` counts hedged and attributed evidence as partial; `dictionaries` are the user's own; `today` is the day
    that waivers are held against.
    """
    questions, broken = with_dictionaries([ask(claim) for claim in claims], dictionaries)
    columns = list(check_all(questions, sources, jobs, strict, progress))
    known = {source.id: source for source in sources}
    witnesses = origins(sources)
    day = today or date.today()  # noqa: DTZ011 — a waiver ends with a day of the desk's own calendar
    results = [
        judged(question, [column[row] for column in columns], known, witnesses, day)
        for row, question in enumerate(questions)
    ]
    faults = [Problem(q.claim.path, q.claim.line, q.claim.column, message) for q in questions for message in q.unread]
    return Report(tuple(results), tuple(sources), (*problems, *broken, *faults))


def check_all(
    questions: Sequence[Question], sources: Sequence[Source], jobs: int, strict: bool, progress: Progress | None
) -> Iterator[list[SourceResult | None]]:
    """For each source, in order, its result for each claim; None where the claim leaves the source out."""
    with executor(jobs, len(sources)) as pool:
        for source, future in [(source, pool.submit(check, questions, source, strict)) for source in sources]:
            yield future.result()
            if progress:
                progress(source.id)


def check(questions: Sequence[Question], source: Source, strict: bool) -> list[SourceResult | None]:
    """One source against every claim: it is read once."""
    reading = read_source(source)
    return [
        answer(question, source, reading, strict) if asked(question.claim, source) else None for question in questions
    ]


def asked(claim: Claim, source: Source) -> bool:
    return (not claim.only or source.id in claim.only) and source.id not in claim.exclude


def answer(question: Question, source: Source, reading: Reading, strict: bool) -> SourceResult:
    found, steps, unquoted = answered(question, reading, source.id)
    stance = stance_of(found, strict=strict, accept=question.claim.accept)
    notes = calendar_notes(question, source.id, reading) if found else ()
    notes = (*notes, *unquoted, *language_notes(source.id, reading))
    return SourceResult(source.id, stance, tuple(found), tuple(steps), notes)


def language_notes(source: str, reading: Reading) -> tuple[Note, ...]:
    """That a source's language has no table of words, so that its silence is no answer."""
    if reading.language in WORDED:
        return ()
    if reading.language == UNKNOWN:
        message = "its language was not recognised: only names, figures and absolute dates were compared"
        return (Note("language-not-covered", message, source),)
    message = f"no table of words for “{reading.language}”: only names, figures and absolute dates were compared"
    return (Note("language-not-covered", message, source),)


def judged(
    question: Question,
    answers: Sequence[SourceResult | None],
    sources: Mapping[str, Source],
    apart: Mapping[str, Origin],
    today: date,
) -> ClaimResult:
    claim = question.claim
    results = tuple(result for result in answers if result is not None)
    witnesses = joined(apart, claim_links(results, sources))
    supporting = sorted({witnesses[r.source].name for r in results if r.stance is Stance.SUPPORTS})
    verdict = verdict_of((r.stance for r in results), len(supporting), claim.require)
    notes = (
        *calendar_notes(question, "", question.reading),
        *(note for r in results for note in r.notes),
        *one_origin(results, witnesses, claim.require),
    )
    steps = (
        *steps_of(question, results, witnesses),
        Step("would-change", would_change(verdict, results, question.details, len(supporting), claim.require)),
    )
    waived = claim.waiver is not None and (claim.waiver.until is None or claim.waiver.until >= today)
    return ClaimResult(
        claim,
        verdict,
        question.details,
        notes,
        results,
        tuple(supporting),
        steps,
        waived,
    )


def one_origin(results: Sequence[SourceResult], witnesses: dict[str, Origin], require: int) -> Iterator[Note]:
    """That supporting sources are fewer origins than sources, where the claim asks for more than one."""
    told: set[str] = set()
    for result in results if require > 1 else ():
        origin = witnesses[result.source]
        if result.stance is Stance.SUPPORTS and origin.name in told:
            yield Note("one-origin", f"counts with {origin.name} as one origin: {origin.why}", result.source)
        told |= {origin.name} if result.stance is Stance.SUPPORTS else set()


def steps_of(question: Question, results: Sequence[SourceResult], witnesses: dict[str, Origin]) -> tuple[Step, ...]:
    """How the verdict came about, for `explain`."""
    read = ", ".join(f"{d.kind} “{d.text}” = {d.value}" for d in question.details) or "nothing that can be checked"
    steps = [Step("read-claim", f"read in {question.reading.language}: {read}")]
    for stance in Stance:
        ids = [r.source for r in results if r.stance is stance]
        if ids:
            steps.append(Step("stances", f"{stance}: {', '.join(ids)}"))
    joined = [f"{r.source} ({witnesses[r.source].why})" for r in results if witnesses[r.source].why]
    if joined:
        steps.append(Step("origins", "not independent: " + "; ".join(joined)))
    return tuple(steps)


def diff_sources(
    sources: Sequence[Source], *, jobs: int = 1, problems: Sequence[Problem] = (), progress: Progress | None = None
) -> DiffReport:
    """Where the sources agree, conflict and spell differently; no registry is needed."""
    readings: dict[str, Reading] = {}
    with executor(jobs, len(sources)) as pool:
        for source, future in [(source, pool.submit(read_source, source)) for source in sources]:
            readings[source.id] = future.result()
            if progress:
                progress(source.id)
    return DiffReport(tuple(findings(readings)), tuple(sources), tuple(problems))


def extract_source(source: Source) -> Extraction:
    """Every mention of a source, furniture too, with its zone."""
    return Extraction(
        source,
        tuple(extract(source.text, language=source.language, published=source.published, zones=source.zones)),
    )
