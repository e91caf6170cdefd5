"""The command line: options → one call → a report → an exit code. Everything heavy is imported where it is used."""

# ruff: noqa: PLC0415  # `factcheck --help` must not wait for the libraries of a run

from __future__ import annotations

import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from factcheck.errors import Exit, FactcheckError

if TYPE_CHECKING:
    from factcheck.model import Claim, DiffReport, Extraction, Problem, Registry, Report, Source
    from factcheck.report import Outcome, Screen

app = typer.Typer(
    name="factcheck",
    help=(
        "Checks every claim of a registry against every source, and shows what each source says, in its own words.\n\n"
        "Start with `factcheck verify`, which reads `claims.yaml`; without a registry, `factcheck diff-sources FOLDER` "
        "shows where sources agree and conflict with each other."
    ),
    epilog="Exit codes: 0 nothing to report, 1 findings, 2 bad input, 3 fault of the program, 130 interrupted.",
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

WIDEST = 120  # columns; longer lines are hard to read, however wide the screen
DRAWN_SIGNS = "✓✗≠⟦⟧…“”·×"
PATIENCE = 0.7  # seconds before a run is said to be under way


@dataclass(frozen=True, slots=True)
class Options:
    """What every command takes: how to show its outcome, and how to run."""

    format: str
    output: Path | None
    quiet: bool
    no_color: bool
    jobs: int
    exit_zero: bool
    debug: bool


# --- options --------------------------------------------------------------------------------------------------------


def format_names() -> list[str]:
    from factcheck.report import FORMATS

    return list(FORMATS)


def claim_ids() -> list[str]:
    """The ids that the shell offers: those of ./claims.yaml, none where it cannot be read."""
    from factcheck.registry import load

    with suppress(Exception):
        return [claim.id for claim in load(Path("claims.yaml")).claims]
    return []


def known_format(name: str | None) -> str | None:
    """A format's name as given, or a usage error that says which there are."""
    if name is not None and name not in format_names():
        raise typer.BadParameter(f"no format {name!r}; there are {', '.join(format_names())}")
    return name


def show_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import PackageNotFoundError, version

        try:
            typer.echo(f"factcheck {version('factcheck')}")
        except PackageNotFoundError:
            typer.echo("factcheck (not installed)")
        raise typer.Exit


FormatOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="NAME",
        callback=known_format,
        autocompletion=format_names,
        help="How to show it: terminal, json, markdown, csv, html, sarif, junit.  [default: by --output's ending, "
        "else terminal]",
        show_default=False,
    ),
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", dir_okay=False, help="Write to FILE instead of the screen; - is the screen."
    ),
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Only what needs an editor, one line each.")]
NoColorOption = Annotated[bool, typer.Option("--no-color", help="No colours; NO_COLOR in the environment does it too.")]
JobsOption = Annotated[int, typer.Option("--jobs", "-j", metavar="N", min=1, help="Processes to work with.")]
SourcesOption = Annotated[
    list[str] | None,
    typer.Option(
        "--sources", "-s", metavar="PATH", help="A source, folder or glob, instead of the registry's; repeatable."
    ),
]
DictionaryOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--dictionary",
        "-d",
        metavar="PATH",
        help="A bilingual dictionary (dictd: .index and .dict.dz), beside the registry's; repeatable.",
    ),
]
ExitZeroOption = Annotated[bool, typer.Option("--exit-zero", help="End with 0 where it would be 1.")]
StrictOption = Annotated[
    bool, typer.Option("--strict", help="Hedged or attributed statements do not support a claim on their own.")
]
DebugOption = Annotated[bool, typer.Option("--debug", help="On a fault, show where in the program it happened.")]
ClaimsOption = Annotated[Path, typer.Option("--claims", "-c", metavar="CLAIMS", help="The registry.")]


@app.callback()
def main_options(
    version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Options of the program itself."""


# --- commands -------------------------------------------------------------------------------------------------------


@app.command()
def verify(
    claims: Annotated[Path, typer.Argument(metavar="CLAIMS", help="The registry.")] = Path("claims.yaml"),
    sources: SourcesOption = None,
    dictionary: DictionaryOption = None,
    strict: StrictOption = False,
    format: FormatOption = None,
    output: OutputOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
    jobs: JobsOption = 1,
    exit_zero: ExitZeroOption = False,
    debug: DebugOption = False,
) -> None:
    """Check every claim of a registry against every source.

    Ends with 0 where every claim is supported or validly waived, 1 where one is not, 2 where something could not be
    checked.

    - `factcheck verify` checks claims.yaml
    - `factcheck verify desk/claims.yaml --sources archive/ --jobs 4`
    - `factcheck verify --format json --output report.json`
    - `factcheck verify --quiet` names only what is not supported
    """
    options = options_of(format, output, quiet, no_color, jobs, exit_zero, debug)
    with failures(debug):
        registry, found, problems = inputs(claims, sources)
        report = checked(registry, found, problems, options, strict, dictionary or ())
        show(report, options)
        raise typer.Exit(verify_exit(report, options))


@app.command("diff-sources")
def diff_sources(
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="SOURCES", help="Sources, folders or globs.  [default: those of claims.yaml]"),
    ] = None,
    format: FormatOption = None,
    output: OutputOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
    jobs: JobsOption = 1,
    exit_zero: ExitZeroOption = False,
    debug: DebugOption = False,
) -> None:
    """Show where sources agree and conflict with each other; needs no registry.

    Ends with 1 where there is a conflict.

    - `factcheck diff-sources seeds/`
    - `factcheck diff-sources morning.txt evening.txt --format json`
    """
    options = options_of(format, output, quiet, no_color, jobs, exit_zero, debug)
    with failures(debug):
        from factcheck.model import DiffReport
        from factcheck.run import diff_sources as compared
        from factcheck.sources import read_sources

        if sources:
            found, problems = read_sources(sources, Path())
        else:
            _, found, problems = inputs(Path("claims.yaml"), None)
        with working("comparing sources", len(found), options) as done:
            report = compared(found, jobs=jobs, progress=done) if found else DiffReport((), ())
        report = replace(report, problems=(*problems, *report.problems, *nothing_read(found, problems)))
        show(report, options)
        raise typer.Exit(diff_exit(report, options))


@app.command()
def extract(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE", help="Sources, folders or globs.")],
    format: FormatOption = None,
    output: OutputOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
    jobs: JobsOption = 1,
    debug: DebugOption = False,
) -> None:
    """Show what the tool sees in a source: metadata, zones, dates, amounts, names.

    - `factcheck extract seeds/story.txt`
    - `factcheck extract seeds/ --format json`
    """
    options = options_of(format, output, quiet, no_color, jobs, False, debug)
    with failures(debug):
        from factcheck.report import Extractions
        from factcheck.sources import read_sources

        found, problems = read_sources(sources, Path())
        with working("reading sources", len(found), options) as done:
            seen = tuple(extracted(found, jobs, done))
        seen_all = Extractions(seen, (*problems, *nothing_read(found, problems)))
        show(seen_all, options)
        raise typer.Exit(Exit.BAD_INPUT if seen_all.problems else Exit.FINE)


@app.command()
def explain(
    claim_id: Annotated[
        str, typer.Argument(metavar="CLAIM_ID", autocompletion=claim_ids, help="A claim's id in the registry.")
    ],
    claims: ClaimsOption = Path("claims.yaml"),
    sources: SourcesOption = None,
    dictionary: DictionaryOption = None,
    strict: StrictOption = False,
    format: FormatOption = None,
    output: OutputOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
    jobs: JobsOption = 1,
    debug: DebugOption = False,
) -> None:
    """Tell why a claim got its verdict, step by step, source by source.

    - `factcheck explain mou-signed`
    - `factcheck explain mou-signed --claims desk/claims.yaml --format json`
    """
    options = options_of(format, output, quiet, no_color, jobs, False, debug)
    with failures(debug):
        from factcheck.report import Explanation

        registry, found, problems = inputs(claims, sources)
        wanted = replace(registry, claims=(claim_of(registry, claim_id),))
        explanation = Explanation(checked(wanted, found, problems, options, strict, dictionary or ()))
        show(explanation, options)
        raise typer.Exit(Exit.BAD_INPUT if explanation.report.problems else Exit.FINE)


@app.command()
def rule(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="A rule's name; without it, all are listed.")
    ] = None,
) -> None:
    """Tell what a rule of the program says, with texts that fire it and texts that do not.

    - `factcheck rule` lists them
    - `factcheck rule weekday-mismatch`
    """
    with failures(False):
        from factcheck.rules import RULES

        if name is None:
            write(rule_list(), "terminal")
        elif name in RULES:
            write(rule_page(name), "terminal")
        else:
            raise FactcheckError(f"no rule {name!r}{nearest(name, RULES)}; `factcheck rule` lists them")


def main() -> None:
    """The console script."""
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(Exit.INTERRUPTED)


# --- the work -------------------------------------------------------------------------------------------------------


def options_of(
    format: str | None, output: Path | None, quiet: bool, no_color: bool, jobs: int, exit_zero: bool, debug: bool
) -> Options:
    from factcheck.report import format_of

    chosen = format or format_of(str(output or ""))
    return Options(chosen, None if str(output) == "-" else output, quiet, no_color, jobs, exit_zero, debug)


def inputs(claims: Path, sources: Sequence[str] | None) -> tuple[Registry, tuple[Source, ...], tuple[Problem, ...]]:
    """A registry, its sources (or those given instead), and everything wrong with either."""
    from factcheck.registry import load, unknown_ids
    from factcheck.sources import read_sources

    registry = load(claims)
    if sources:
        found, problems = read_sources(sources, Path())
    else:
        found, problems = read_sources(registry.sources, claims.parent)
    strangers = unknown_ids(registry.claims, [source.id for source in found])
    return registry, found, (*registry.problems, *problems, *strangers)


def checked(
    registry: Registry,
    sources: tuple[Source, ...],
    problems: tuple[Problem, ...],
    options: Options,
    strict: bool,
    dictionaries: Sequence[Path],
) -> Report:
    """The report of a registry's claims; an empty one, with a problem, where there is no claim or no source."""
    from factcheck.dictionaries import opened
    from factcheck.model import Problem, Report
    from factcheck.run import verify as settled

    if not registry.claims or not sources:
        what = "no claim to check" if not registry.claims else "no source to check against"
        return Report((), sources, (*problems, Problem(str(registry.path), 0, 0, f"{what}: nothing was checked")))
    beside = [registry.path.parent / named for named in registry.dictionaries]
    known, unknown = opened([*beside, *dictionaries])
    with working("checking sources", len(sources), options) as done:
        report = settled(registry.claims, sources, jobs=options.jobs, strict=strict, dictionaries=known, progress=done)
    return replace(report, problems=(*problems, *unknown, *report.problems))


def extracted(sources: Sequence[Source], jobs: int, done: Callable[[str], None]) -> Iterator[Extraction]:
    """What the tool sees in each source, in order."""
    from factcheck.engine import executor
    from factcheck.run import extract_source

    with executor(jobs, len(sources)) as pool:
        for source, extraction in zip(sources, pool.map(extract_source, sources), strict=True):
            yield extraction
            done(source.id)


def nothing_read(sources: Sequence[Source], problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """The problem that there is no source at all, where no other problem says so."""
    from factcheck.model import Problem

    return () if sources or problems else (Problem("", 0, 0, "no source to read"),)


def claim_of(registry: Registry, claim_id: str) -> Claim:
    """A registry's claim by its id; FactcheckError, with the nearest id, where there is none."""
    found = {claim.id: claim for claim in registry.claims}
    if claim_id not in found:
        raise FactcheckError(
            f"{registry.path}: no claim {claim_id!r}{nearest(claim_id, found)}", problems=registry.problems
        )
    return found[claim_id]


def nearest(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), 1)
    return f"; did you mean {close[0]!r}?" if close else ""


def rule_list() -> str:
    """Every rule with its summary, at the width of the screen."""
    from textwrap import fill

    from factcheck.rules import RULES

    longest, width = max(map(len, RULES)) + 2, max(screen_width(), 40)
    lines = (
        fill(one.summary, width, initial_indent=f"{one.name:<{longest}}", subsequent_indent=" " * longest)
        for one in RULES.values()
    )
    return "\n".join(lines) + "\n"


def rule_page(name: str) -> str:
    """A rule's page at the width of the screen: what it means, and what fires it and what does not."""
    from textwrap import fill

    from factcheck.rules import RULES

    one = RULES[name]
    width = screen_width()
    parts = [fill(f"{one.name}: {one.summary}", width), fill(one.page, width)]
    for title, examples in (("Fires on", one.fires), ("Silent on", one.silent)):
        told = [fill(str(text), width, initial_indent="  - ", subsequent_indent="    ") for text in examples]
        parts += ["\n".join([title, *told])] if told else []
    return "\n\n".join(parts) + "\n"


def verify_exit(report: Report, options: Options) -> Exit:
    from factcheck.model import Verdict

    if report.problems:
        return Exit.BAD_INPUT
    settled = all(result.verdict is Verdict.SUPPORTED or result.waived for result in report.claims)
    return Exit.FINE if settled or options.exit_zero else Exit.FINDINGS


def diff_exit(report: DiffReport, options: Options) -> Exit:
    from factcheck.model import FindingRelation

    if report.problems:
        return Exit.BAD_INPUT
    clash = any(finding.relation is FindingRelation.CONFLICT for finding in report.findings)
    return Exit.FINDINGS if clash and not options.exit_zero else Exit.FINE


# --- the screen -----------------------------------------------------------------------------------------------------


def show(outcome: Outcome, options: Options) -> None:
    """Puts an outcome on the screen or in a file. Problems go to stderr too where no person reads the report."""
    from factcheck.report import Explanation, renderers

    report = outcome.report if isinstance(outcome, Explanation) else outcome
    if options.format != "terminal" or options.output or options.quiet:
        say_problems(report.problems)
    shown = renderers(options.format).get(type(outcome))
    if shown is None:
        raise FactcheckError(f"the format {options.format} cannot show this command's outcome; try json or terminal")
    write(shown(outcome, screen(options)), options.format, options.output)


def screen(options: Options) -> Screen:
    """The screen at hand: 80 columns and no colour where the output goes to a pipe or a file."""
    from factcheck.report import Screen

    if options.output:
        return Screen(width=80, quiet=options.quiet)
    return Screen(screen_width(), colors(options.no_color), not draws(sys.stdout), options.quiet)


def screen_width() -> int:
    """The columns of the terminal, or of COLUMNS, or 80; never more than can be read."""
    return min(shutil.get_terminal_size((80, 24)).columns, WIDEST)


def colors(no_color: bool) -> bool:
    """Colours on a terminal that has them, unless refused by the option or by NO_COLOR (no-color.org)."""
    refused = no_color or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not refused and bool(sys.stdout.isatty() or os.environ.get("FORCE_COLOR"))


def draws(stream: TextIO) -> bool:
    """Whether a stream's encoding has the signs of a report."""
    try:
        DRAWN_SIGNS.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def write(text: str, format: str, output: Path | None = None) -> None:
    """Writes a report: to a file whole or not at all, to the screen in its encoding, to programs in UTF-8.

    A reader that goes away early (`| head`) is no fault.
    """
    if output:
        write_file(text, output)
        return
    for_people = format == "terminal"
    encoding = (sys.stdout.encoding if for_people else "utf-8") or "utf-8"
    try:
        sys.stdout.buffer.write(text.encode(encoding, "backslashreplace"))
        sys.stdout.flush()
    except OSError as error:
        with suppress(OSError):  # else the interpreter complains of the same stream when it closes it
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise FactcheckError(f"the output cannot be written: {error.strerror or error}") from error


def write_file(text: str, path: Path) -> None:
    """Writes a file by way of a neighbour that takes its place at the end; devices and pipes directly."""
    encoded = text.encode("utf-8", "backslashreplace")
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(encoded)
            return
        place = path.resolve()
        beside = place.with_name(f".{place.name}.{os.getpid()}")
        try:
            beside.write_bytes(encoded)
            if place.exists():
                shutil.copymode(place, beside)
            beside.replace(place)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise FactcheckError(f"{path}: cannot be written: {error.strerror or error}") from error


@contextmanager
def working(what: str, total: int, options: Options) -> Iterator[Callable[[str], None]]:
    """A bar on a terminal's stderr once a run has gone on for a while; gives what to call when a source is done."""
    if options.quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True, no_color=options.no_color or None)
    bar = Progress(*columns, console=console, transient=True)
    task = bar.add_task(what, total=total)
    timer = threading.Timer(PATIENCE, bar.start)
    timer.daemon = True
    timer.start()
    try:
        yield lambda _: bar.advance(task)
    finally:
        timer.cancel()
        timer.join()
        bar.stop()


# --- failures -------------------------------------------------------------------------------------------------------


@contextmanager
def failures(debug: bool) -> Iterator[None]:
    """Every way that a command can fail, told in a line, with its exit code; a traceback only with `--debug`."""
    try:
        yield
    except typer.Exit:
        raise
    except FactcheckError as error:
        complain(f"factcheck: {error}")
        say_problems(error.problems)
        raise typer.Exit(Exit.BAD_INPUT) from None
    except KeyboardInterrupt:
        complain("factcheck: interrupted")
        raise typer.Exit(Exit.INTERRUPTED) from None
    except Exception as error:  # noqa: BLE001  # the one place where every fault ends
        if debug:
            import traceback

            traceback.print_exc()
        else:  # the message could hold a source's words
            complain(f"factcheck: a fault of the program ({type(error).__name__}); --debug shows where")
        raise typer.Exit(Exit.FAULT) from None


def say_problems(problems: Sequence[Problem]) -> None:
    for problem in problems:
        complain(str(problem))


def complain(message: str) -> None:
    """One line on stderr, safe to show."""
    from factcheck.report.text import safe

    with suppress(OSError):
        typer.echo(safe(message), err=True)


if __name__ == "__main__":
    main()
