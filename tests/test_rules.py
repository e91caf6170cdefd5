"""Every rule has texts that fire it and texts that must not, they behave, and every name that is printed has a page."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from datetime import date
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import factcheck
from factcheck import Claim, Source, diff_sources, verify
from factcheck.diff import VALUE_KINDS
from factcheck.lang.dictd import Dictionary, find
from factcheck.model import Verdict
from factcheck.rules import RULES, Example
from tests.dictionary_made import written


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Dictionary:
    """A dictionary in which “gloriette” is “gazebo”."""
    return find(written(tmp_path_factory.mktemp("dictionary")))


def fired(example: Example, known: Dictionary) -> set[str]:
    """The names of every finding, or of all evidence, notes and steps, that the example gives."""
    texts = [example.source, example.other] if example.other else [example.source]
    sources = [
        Source.from_text(f"s{n}", text, language=example.language, published=date(2019, 5, 10))
        for n, text in enumerate(texts)
    ]
    if not example.claim:
        return {finding.rule for finding in diff_sources(sources).findings}
    claim = Claim("c", example.claim, language="en", require=len(sources))
    result = verify([claim], sources, dictionaries=[known]).claims[0]
    evidence = {piece.rule for source in result.sources for piece in source.evidence}
    steps = {step.rule for steps in (result.steps, *(source.steps for source in result.sources)) for step in steps}
    return evidence | steps | {note.rule for note in result.notes} | {f"verdict-{result.verdict}"}


@pytest.mark.parametrize(("name", "example"), [(r.name, e) for r in RULES.values() for e in r.fires], ids=str)
def test_fires(name: str, example: Example, known: Dictionary) -> None:
    assert name in fired(example, known)


@pytest.mark.parametrize(("name", "example"), [(r.name, e) for r in RULES.values() for e in r.silent], ids=str)
def test_is_silent(name: str, example: Example, known: Dictionary) -> None:
    assert name not in fired(example, known)


def test_every_rule_has_both_kinds_of_text() -> None:
    assert [rule.name for rule in RULES.values() if not rule.fires or bool(rule.silent) is rule.always] == []


def module_of(path: Path, package: Path) -> str:
    """A file's dotted name: `factcheck.match` for `match/__init__.py`."""
    return ".".join(path.relative_to(package.parent).with_suffix("").parts).removesuffix(".__init__")


def test_every_rule_that_can_be_printed_has_a_page() -> None:
    package = Path(factcheck.__file__).parent
    named = {
        name: path.name
        for path in sorted(package.rglob("*.py"))
        if path.name != "rules.py" and path.parent.name != "lang"
        for name in rules_named(ast.parse(path.read_text("utf-8")), import_module(module_of(path, package)))
    }
    named |= {f"verdict-{verdict}": "sarif.py" for verdict in Verdict}
    assert len(named) > 20
    assert {name: where for name, where in named.items() if name not in RULES} == {}
    assert RULES.keys() - named.keys() == set()


RECORDS = ("Step", "Note", "Finding")
"""The records whose first field is a rule's name."""


def rules_named(tree: ast.AST, module: ModuleType) -> Iterator[str]:
    """The rules that a module puts into a record, sets by keyword, or returns beside a stance."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=made), args=[first, *_]) if made in RECORDS:
                yield from strings(first, module)
            case ast.keyword(arg="rule", value=value):
                yield from strings(value, module)
            case ast.Tuple(elts=[ast.Attribute(value=ast.Name(id="Stance")), rule, _]):
                yield from strings(rule, module)


def strings(node: ast.expr, module: ModuleType) -> Iterator[str]:
    """What an expression can be: itself, a constant or a table of the module, or one string for each kind of value."""
    match node:
        case ast.Constant(value=str(said)) if said:
            yield said
        case ast.Name(id=constant) if isinstance(getattr(module, constant, None), str):
            yield getattr(module, constant)
        case ast.Subscript(value=ast.Name(id=table)) if isinstance(getattr(module, table, None), Mapping):
            yield from getattr(module, table).values()
        case ast.JoinedStr(values=[ast.Constant(value=str(opening)), ast.FormattedValue(value=ast.Name(id="kind"))]):
            yield from (f"{opening}{kind}" for kind in VALUE_KINDS)
