"""Sources about other things must change nothing: the open gold's cells, with and without many strangers beside."""

from __future__ import annotations

from factcheck import Claim, Source, verify
from tests.eval.bench import records
from tests.eval.crosslingual import cells, seeds, translations
from tests.eval.figures import Figure, count

STRANGERS = 60


def strangers() -> list[Source]:
    """Texts of two public sets in two languages, none of which speaks of the seeds' events."""
    texts = {r["source"]: r["language"] for name in ("rte3_fr", "fever_symmetric") for r in records(name)[:STRANGERS]}
    return [Source.from_text(f"stranger-{n}", text, language=lang) for n, (text, lang) in enumerate(texts.items())]


def measure() -> list[Figure]:
    alone = cells("en")
    claims = [Claim(claim["id"], claim["en"], language="en") for claim in translations()]
    crowd = verify(claims, [*strangers(), *seeds()])
    beside = {(r.claim.id, s.source): s for r in crowd.claims for s in r.sources}
    changed = [
        f"{claim} in {source}: {beside[claim, source].stance.value}, alone {answer.stance.value}"
        for (claim, source), answer in alone.items()
        if beside[claim, source] != answer
    ]
    heard = [
        f"{claim} in {source}: {answer.stance.value}"
        for (claim, source), answer in beside.items()
        if (claim, source) not in alone and answer.stance.value in ("supports", "conflicts")
    ]
    return [
        count("unrelated.changed", len(changed), len(alone), changed),
        count("unrelated.heard", len(heard), len(beside) - len(alone), heard),
    ]
