"""Figures against the CQE test sets: `python tests/quality/figures.py [--show N] [--data FOLDER]`.

Values and units are scored by the data's own scorer (`gold_quantity.py`), direction of change and measured
thing here. `measure(folder)` gives all of it as a mapping for the gate. Nothing of the data is kept.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from site_gen.extract.figures import find_figures
from site_gen.lexicon import Lexicon, load_lexicon
from site_gen.load.prose import prose_article
from site_gen.records import FigureFinding
from site_gen.text.document import read_document

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold"
SETS = {"newsquant": "NewsQuant", "currency": "currency-model", "dimension": "dimension-model"}
_FILLERS = frozenset("the a an of on in for and to its their his her by at with from".split())
_DIRECTIONS = {"up": "up", "down": "down", "more": ">", "less": "<", "approximate": "~", "same": "="}


def scorer(gold: Path = GOLD) -> ModuleType:
    """The data's own scorer as a module."""
    spec = importlib.util.spec_from_file_location("gold_quantity", gold / "gold_quantity.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def find(text: str, lexicon: Lexicon) -> tuple[FigureFinding, ...]:
    """The figures of one sentence, dates included where the date extractor finds any."""
    doc = read_document(prose_article(text))
    dates: Any = ()
    try:
        from site_gen.extract.dates import find_dates

        dates = find_dates(doc, lexicon, [])
    except Exception as error:  # another part in the middle of a change must not stop the figures
        print("dates:", repr(error)[:80], file=sys.stderr)
    return find_figures(doc, lexicon, dates, (), (), (), [])


def spoken(figures: tuple[FigureFinding, ...], names: dict[str, str], text_read: str) -> list[dict[str, Any]]:
    """Figures in the words of the data: currency names, cents as such, `from A to B` as one range."""
    merged = {f.change.from_figure: i for i, f in enumerate(figures) if f.change and _pair(figures, i)}
    out = []
    for index, figure in enumerate(figures):
        if index in merged:
            continue
        unit, value = _unit(figure, names)
        start = figures[figure.change.from_figure] if index in merged.values() and figure.change else None
        text = f"{_unit(start, names)[1]}-{value}" if start else value
        out.append(
            {
                "value": text,
                "unit": unit,
                "change": _change(figure, text_read, start is not None),
                "concept": figure.measure,
            }
        )
    return out


def _pair(figures: tuple[FigureFinding, ...], index: int) -> bool:
    """`from A to B`, which the data write as a range; `B, up from A` stay two."""
    figure = figures[index]
    return figure.change is not None and 0 <= figure.change.from_figure < index and figure.low is None


def _change(figure: FigureFinding, text: str, pair: bool) -> str:
    """The data give a direction to the size of a change, not to the level reached or to vague plurals."""
    if figure.change is None or pair or figure.rule.endswith("vague"):
        return "="
    level = re.search(
        r"\bto (?:just |only |a |the |about |around |nearly |[A-Z]+ ?)*$", text[: figure.evidence.start]
    )
    noun = re.match(
        r"[- ]?(?:\w+ )?(?:drop|rise|fall|gain|increase|decrease|decline|cut|hike|improvement|jump|boost)\b",
        text[figure.evidence.end :].lstrip(" -"),
    )
    if noun and not figure.qualifier:
        return "="
    if level and figure.change.direction in ("up", "down"):
        return "="
    return _DIRECTIONS[figure.change.direction]


def _unit(figure: FigureFinding, names: dict[str, str]) -> tuple[str, str]:
    unit, factor = figure.unit, 1.0
    if figure.unit_kind == "money":
        unit = names.get(unit, unit)
        minor = not re.search("dollar|euro|pound", figure.evidence.exact) and re.search(
            r"\b(cents?|pence|penny|sen)\b|(?<=\d)\s?(p)\b", figure.evidence.exact
        )
        if minor:
            factor, unit = (
                100.0,
                {"p": "point", "pence": "penny", "cents": "cent"}.get(
                    minor.group(1) or "p", minor.group(1) or "point"
                ),
            )
        unit = f"{unit} per {figure.per}" if figure.per else unit
    unit = {"time": "count"}.get(unit, unit)
    ends = [figure.value] if figure.low is None or figure.high is None else [figure.low, figure.high]
    return unit, "-".join(f"{round(end * factor, 6)!r}" if factor != 1 else repr(end) for end in ends)


def _content(text: str) -> set[str]:
    return {word.rstrip("s") for word in re.findall(r"[a-z0-9]+", text.lower())} - _FILLERS


def _f1(hit: int, system: int, gold: int) -> float:
    return round(200 * hit / (system + gold), 1) if system + gold else 0.0


def score(
    data: list[dict[str, Any]], found: list[list[dict[str, Any]]], gold: ModuleType, show: int = 0
) -> dict[str, float]:
    """value, value+unit, change (its direction) and concept (a content word in common, or none named).

    `change` and `concept` are F1 over all; `change on found` and `concept on found` are shares of the
    values found.
    """
    counts = dict.fromkeys(("gold", "system", "value", "unit", "change", "concept"), 0)
    for entry, system in zip(data, found, strict=True):
        wanted = entry["quantities"]
        counts["gold"] += len(wanted)
        counts["system"] += len(system)
        used: set[int] = set()
        for want in wanted:
            unit = gold.unorm(want.get("normalized_unit"))
            same = [
                i
                for i, got in enumerate(system)
                if i not in used and gold.eq(gold.num(got["value"]), gold.num(want["value"]))
            ]
            same.sort(key=lambda i: gold.unorm(system[i]["unit"]) != unit)
            if not same:
                _show(show, "MISS", entry, want, None)
                continue
            used.add(same[0])
            got = system[same[0]]
            checks = {
                "value": True,
                "unit": gold.unorm(got["unit"]) == unit,
                "change": got["change"] == want.get("change", "="),
                "concept": _same_concept(got["concept"], want.get("referred_concepts", "-")),
            }
            for name, good in checks.items():
                counts[name] += good
                if not good:
                    _show(show, name.upper(), entry, want, got)
        for i, got in enumerate(system):
            if i not in used:
                _show(show, "EXTRA", entry, None, got)
    hits = max(counts["value"], 1)
    figures = {
        name: _f1(counts[name], counts["system"], counts["gold"])
        for name in ("value", "unit", "change", "concept")
    }
    figures["change on found"] = round(100 * counts["change"] / hits, 1)
    figures["concept on found"] = round(100 * counts["concept"] / hits, 1)
    return figures | {"gold": counts["gold"], "system": counts["system"]}


def _same_concept(got: str, want: str | None) -> bool:
    return bool(_content(got) & _content(want)) if want and want != "-" else True


def _show(show: int, kind: str, entry: dict[str, Any], want: Any, got: Any) -> None:
    if show:
        short = None if want is None else {k: v for k, v in want.items() if k != "unit"}
        print(f"{kind:8}{entry['text'][:170]}\n        want {short}\n        got  {got}")


def measure(folder: Path = GOLD / "dev" / "quantities", show: int = 0) -> dict[str, float]:
    """All figures, keyed `set measure` (`newsquant value`)."""
    lexicon, gold = load_lexicon(), scorer()
    names = lexicon["currencies"]["names"]
    result: dict[str, float] = {}
    for key, name in SETS.items():
        for path in sorted(folder.glob(f"{name}*.json")):
            data = json.loads(path.read_text(encoding="utf-8"))
            found = [spoken(find(entry["text"], lexicon), names, entry["text"]) for entry in data]
            for part, value in score(data, found, gold, show).items():
                if key == "newsquant" or part in ("value", "unit", "gold", "system"):
                    result[f"{key} {part}"] = value
    return result


def write(data: Path, out: Path) -> None:
    """The JSONL that `gold_quantity.py --jsonl` wants: a line for each sentence of `data`."""
    lexicon = load_lexicon()
    names = lexicon["currencies"]["names"]
    lines = []
    for entry in json.loads(data.read_text(encoding="utf-8")):
        lines.append(
            json.dumps(
                [[q["value"], q["unit"]] for q in spoken(find(entry["text"], lexicon), names, entry["text"])]
            )
        )
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Print the figures; with --show also what was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=GOLD / "dev" / "quantities")
    parser.add_argument(
        "--jsonl", type=Path, help="write the lines for the scorer of one test set: --data FILE"
    )
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    if options.jsonl:
        write(options.data, options.jsonl)
        return
    for name, value in measure(options.data, options.show).items():
        print(f"{name:28}{value}")


if __name__ == "__main__":
    main()
