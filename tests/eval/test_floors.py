"""The quick sets keep their floors. The whole is `python -m tests.eval`."""

from __future__ import annotations

import pytest

from tests.eval.__main__ import QUICK, measure
from tests.eval.bench import BENCH
from tests.eval.figures import floors

pytestmark = pytest.mark.skipif(not BENCH.is_dir(), reason="the public sets are not beside the repository")


@pytest.mark.parametrize("name", QUICK)
def test_every_figure_keeps_its_floor(name: str) -> None:
    kept = floors()["floors"]
    figures = measure(name)
    assert all(figure.n for figure in figures), [figure.misses for figure in figures if not figure.n]
    below = [
        f"{figure.name}: {float(figure.value):.4f}, floor {kept[figure.name]}"
        for figure in figures
        if figure.name in kept and not figure.keeps(kept[figure.name])
    ]
    assert not below
