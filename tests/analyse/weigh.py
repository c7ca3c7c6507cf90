"""What each sign weighs that two figures are of one thing: `python -m tests.analyse.weigh`.

Reads all figures of the test stories, and of the pairs of short reports, that cannot both be so if they are of one
thing, and takes from the expected records which of them are. Weights are those of a logistic regression with a ridge,
fitted by Newton's method (Hastie, Tibshirani and Friedman 2009, 4.4). Prints what is found, and what is wrong, in
stories that were left out when the weights were fitted (ten parts); `--write` puts the weights of all into the lexicon.
`--stories`: prints what the weights of the lexicon give in other stories.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from math import exp, sqrt
from operator import mul
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import yaml

from site_gen import analyse, resolve
from site_gen.analyse.conflicts.twice.aligned.weights import log_odds
from site_gen.analyse.conflicts.twice.compare import pair_of
from site_gen.analyse.conflicts.twice.how_much.signs import candidates, sides_of
from site_gen.analyse.tellings import TOLD_TWICE
from site_gen.resolve.words import subject
from site_gen.tables import ARTICLES, CONFLICTS
from tests.resolve.engine import Memory, tell

HERE = Path(__file__).parent
STORIES = HERE.parent / "stories"
WEIGHTS = HERE.parents[1] / "site_gen/lexicon/weights.yaml"
CASES = ("pairs", "plain", "long_stories", "matters", "otherwise", "outcomes", "synonyms")
SURE, LEAST, LEAST_OF_PLAIN = 1.7, -0.25, -2.4
_PARTS, _RIDGE, _STEPS, _SHORT = 10, 33.0, 12, 0.3
"""Parts of the stories; strength of the ridge; steps of Newton's method; what a figure of a short report counts."""
Place = tuple[str, int, int]


class Example(NamedTuple):
    """Two figures, whether they are of one thing, and where."""

    signs: dict[str, float]
    is_one: bool
    story: str
    claim: str
    counts: float = 1.0


Told = tuple[dict[str, float], Place, Place]


def of_stories(folder: Path) -> Iterator[Example]:
    """The figures of stories, with the contradiction that they are."""
    for path in sorted(folder.glob("*/gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        keys = {PurePosixPath(article["file"]).name: key for key, article in gold["articles"].items()}
        texts = {name: (path.parent / "articles" / name).read_bytes().decode() for name in keys}
        for signs, one, other in _told(tell(_STAGES, texts), keys):
            found = [record for record in gold["conflicts"] if _are_claimed(one, other, record["claims"])]
            if not any(record.get("optional") for record in found):
                yield Example(signs, bool(found), path.parent.name, found[0]["id"] if found else "")


def of_cases() -> Iterator[Example]:
    """Those of pairs of short reports, of which the tests hold that what is told is so."""
    for name in CASES:
        for number, case in enumerate(yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8"))):
            memory = tell(_STAGES, {f"{n}.txt": text for n, text in enumerate(case["articles"])})
            values = [
                {e.start for claim in record.claims for e in claim.evidence}
                for record in memory.all(CONFLICTS)
                if record.kind == "value"
            ]
            for signs, one, other in _told(memory):
                is_one = any({one[1], other[1]} <= starts for starts in values)
                yield Example(signs, is_one, f"{name} {number}", "only", _SHORT)


def _told(memory: Memory, keys: dict[str, str] | None = None) -> Iterator[Told]:
    """Signs and places of all figures that cannot both be so."""
    names = {a.id: (keys or {}).get(PurePosixPath(a.path).name, a.id) for a in memory.all(ARTICLES)}
    for articles in memory.keys(TOLD_TWICE):
        pair = pair_of(articles, memory)
        if pair is None:
            continue
        sides = sides_of(pair, memory)
        for found in candidates(pair, sides, memory):
            told = sides.one.points[found.one].evidence, sides.other.points[found.other].evidence
            one, other = ((names[e.article], e.start, e.end) for e in told)
            yield dict(found.signs), one, other


def _are_claimed(one: Place, other: Place, claims: list[dict[str, Any]]) -> bool:
    """Whether they stand in two claims of one contradiction."""
    inside = [
        {
            n
            for n, claim in enumerate(claims)
            for place in (claim, *claim.get("or", ()))
            if place["article"] == at[0] and min(place["end"], at[2]) > max(place["start"], at[1])
        }
        for at in (one, other)
    ]
    return any(n != m for n in inside[0] for m in inside[1])


class Weights(NamedTuple):
    """The log-odds without any sign, and what each sign adds."""

    base: float
    signs: dict[str, float]

    def odds(self, example: Example) -> float:
        return self.base + log_odds(example.signs, self.signs)


def fitted(examples: Sequence[Example]) -> Weights:
    """The weights that make the examples likeliest, the larger of them held down by a ridge."""
    names = sorted({name for example in examples for name in example.signs})
    total = sum(e.counts for e in examples)
    means = [sum(e.counts * e.signs.get(n, 0.0) for e in examples) / total for n in names]
    spreads = [
        sqrt(sum(e.counts * (e.signs.get(n, 0.0) - mean) ** 2 for e in examples) / total) or 1.0
        for n, mean in zip(names, means, strict=True)
    ]
    rows = [
        [1.0, *((e.signs.get(n, 0.0) - m) / s for n, m, s in zip(names, means, spreads, strict=True))]
        for e in examples
    ]
    found = _newton(rows, [float(e.is_one) for e in examples], [e.counts for e in examples])
    weights = [w / s for w, s in zip(found[1:], spreads, strict=True)]
    return Weights(found[0] - sum(map(mul, weights, means)), dict(zip(names, weights, strict=True)))


def _newton(rows: list[list[float]], wanted: list[float], counts: list[float]) -> list[float]:
    size = len(rows[0])
    weights = [0.0] * size
    for _ in range(_STEPS):
        slope = [0.0] + [-_RIDGE * w for w in weights[1:]]
        bend = [[_RIDGE * (n == m and n > 0) for m in range(size)] for n in range(size)]
        for row, is_one, count in zip(rows, wanted, counts, strict=True):
            likely = 1 / (1 + exp(-sum(map(mul, weights, row))))
            error, spread = count * (is_one - likely), count * likely * (1 - likely)
            for n, value in enumerate(row):
                if value:
                    slope[n] += error * value
                    part, line = spread * value, bend[n]
                    for m in range(n + 1):
                        line[m] += part * row[m]
        for n in range(size):
            for m in range(n):
                bend[m][n] = bend[n][m]
        weights = [w + step for w, step in zip(weights, _solved(bend, slope), strict=True)]
    return weights


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a system of equations, by elimination."""
    size = len(right)
    lines = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for n in range(size):
        best = max(range(n, size), key=lambda m: abs(lines[m][n]))
        lines[n], lines[best] = lines[best], lines[n]
        for m in range(n + 1, size):
            part = lines[m][n] / lines[n][n]
            if part:
                lines[m] = [x - part * y for x, y in zip(lines[m], lines[n], strict=True)]
    found = [0.0] * size
    for n in reversed(range(size)):
        found[n] = (lines[n][size] - sum(map(mul, lines[n][n + 1 : size], found[n + 1 :]))) / lines[n][n]
    return found


def left_out(stories: Sequence[Example], cases: Sequence[Example]) -> list[tuple[float, Example]]:
    """The odds of each example by weights that were fitted without its story."""
    names = sorted({e.story for e in stories})
    found = []
    for part in range(_PARTS):
        held = set(names[part::_PARTS])
        weights = fitted([*(e for e in stories if e.story not in held), *cases])
        found += [(weights.odds(e), e) for e in stories if e.story in held]
    return found


def report(weighed: Sequence[tuple[float, Example]]) -> None:
    """Print what is found and what is wrong from some odds on."""
    wanted = {(e.story, e.claim) for _, e in weighed if e.is_one}
    for odds in (LEAST_OF_PLAIN, LEAST, 0.85, 1.4, SURE):
        above = [e for found, e in weighed if found >= odds]
        right = {(e.story, e.claim) for e in above if e.is_one}
        wrong = sum(not e.is_one for e in above)
        print(
            f"odds of {odds:5.2f}: {len(right)} of {len(wanted)} contradictions, {wrong} pairs that are none"
        )


def main() -> None:
    """Fit, check, print; write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--stories", type=Path)
    asked = parser.parse_args()
    known = subject("weights")["figures"]
    if asked.stories:
        weights = Weights(known["base"], known["signs"])
        report([(weights.odds(e), e) for e in of_stories(asked.stories)])
        return
    known |= {
        "sure": 99.0,
        "least": {"usual": -99.0, "plain": -99.0},
    }  # cases are told by what is no weighing
    stories, cases = [*of_stories(STORIES)], [*of_cases()]
    report(left_out(stories, cases))
    if asked.write:
        WEIGHTS.write_text(_written(fitted([*stories, *cases])), "utf-8")


def _written(weights: Weights) -> str:
    head = WEIGHTS.read_text("utf-8").partition("figures:")[0]
    signs = [f"    {name}: {weight:.2f}" for name, weight in weights.signs.items() if abs(weight) >= _LITTLE]
    least = f"  least: {{usual: {LEAST}, plain: {LEAST_OF_PLAIN}}}"
    first = ["figures:", f"  base: {weights.base:.2f}", f"  sure: {SURE}", least, "  signs:"]
    return head + "\n".join([*first, *signs]) + "\n"


_LITTLE = 0.05
_STAGES = (*resolve.STAGES, *analyse.STAGES)

if __name__ == "__main__":
    main()
