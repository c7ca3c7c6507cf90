"""Expected records of the test stories: `python tests/stories/make_gold.py [--check]` writes each story's `gold.json`.

A story is a folder with `articles/` and `gold.yaml`, which an editor writes by marking phrases; this script looks
the phrases up and writes their offsets. A phrase must stand in its article exactly once; `[[...]]` inside a longer
phrase marks the part that is meant, ` ~ ` joins the two ends of a long one. Under `A1 A2` a phrase is looked up
in both articles. With `--check` nothing is written, and the exit code is 1 where a `gold.json` is not up to date.
"""

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
Span = dict[str, Any]


class Texts(dict[str, str]):
    """Texts of a story's articles by key."""

    def span(self, key: str, phrase: str) -> Span:
        """Where a marked phrase stands; ValueError where it is absent or ambiguous."""
        if " ~ " in phrase:
            first, last = (self.span(key, part) for part in phrase.split(" ~ "))
            start, end = first["start"], last["end"]
        else:
            before, marked, rest = phrase.partition("[[")
            inside, _, after = rest.partition("]]")
            whole = before + inside + after if marked else phrase
            count = self[key].count(whole)
            if count != 1:
                raise ValueError(f"{key}: {whole!r} stands there {count} times")
            start = self[key].index(whole) + len(before) * bool(marked)
            end = start + len(inside if marked else phrase)
        if end <= start:
            raise ValueError(f"{key}: {phrase!r} ends before it begins")
        return {"article": key, "start": start, "end": end, "text": self[key][start:end]}

    def spans(self, places: dict[str, Any]) -> Iterator[tuple[Span, Any]]:
        """Spans of `{"A1 A2": {phrase: value}}` or `{"A1": [phrase, ...]}`, with the values."""
        for keys, phrases in places.items():
            for phrase in phrases:
                value = phrases[phrase] if isinstance(phrases, dict) else None
                for place, key in enumerate(keys.split()):
                    yield self.span(key, phrase), value if place == 0 else repeated(value, key)


def repeated(value: Any, key: str) -> Any:
    """The value of a phrase for a further article: ids, and the ids it points to, get the article's key."""
    if not isinstance(value, dict):
        return value
    own = {k: f"{v}{key}" if k in ("id", "equivalent_of") else v for k, v in value.items()}
    if "from" in (value.get("change") or {}):
        own["change"] = {**value["change"], "from": value["change"]["from"] + key}
    return own


def located(texts: Texts, records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Records with their evidence looked up."""
    return [
        {
            **record,
            "optional": record.get("optional", False),
            "evidence": [s for s, _ in texts.spans(record["evidence"])],
        }
        for record in records
    ]


def claimed(texts: Texts, records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Conflicts with their claims looked up: `at` and `or` hold `A1 | phrase`."""

    def place(words: str) -> Span:
        key, _, phrase = words.partition(" | ")
        return texts.span(key, phrase)

    def claim(said: dict[str, Any]) -> Span:
        others = [place(words) for words in said.get("or", [])]
        return {**place(said["at"]), **({"or": others} if others else {})}

    return [{**record, "claims": [claim(c) for c in record["claims"]]} for record in records]


def gold_of(story: Path) -> dict[str, Any]:
    """The gold of one story in the form that the scorer reads."""
    marked = yaml.safe_load((story / "gold.yaml").read_text(encoding="utf-8"))
    texts, articles = Texts(), {}
    for key, article in marked["articles"].items():
        raw = (story / "articles" / article["file"]).read_bytes()
        texts[key] = raw.decode()
        articles[key] = {**article, "sha256": hashlib.sha256(raw).hexdigest()}
    return {
        "about": marked["about"],
        "articles": articles,
        "dates": [date_of(span, value) for span, value in texts.spans(marked["dates"])],
        "leaders": located(texts, marked["leaders"]),
        "agreements": located(texts, marked["agreements"]),
        "agreement_relations": marked.get("agreement_relations", []),
        "figures": [{**span, **value} for span, value in texts.spans(marked["figures"])],
        "quotes": [{**span, "speaker": who} for span, who in texts.spans(marked["quotes"])],
        "quotes_optional": [span for span, _ in texts.spans(marked.get("quotes_optional", {}))],
        "events": located(texts, marked["events"]),
        "lineages": marked["lineages"],
        "conflicts": claimed(texts, marked["conflicts"]),
        "not_conflicts": claimed(texts, marked["not_conflicts"]),
        "opinions": [{**span, **(value or {})} for span, value in texts.spans(marked.get("opinions", {}))],
        "furniture": [span for span, _ in texts.spans(marked.get("furniture", {}))],
    }


def date_of(span: Span, value: Any) -> dict[str, Any]:
    """A date of the gold: an EDTF string, or a mapping with more."""
    fields = dict(value) if isinstance(value, dict) else {"edtf": str(value)}
    role = fields.pop("role", "date" if fields.get("edtf") else "other")
    return {**span, "role": role, **fields}


def main(*options: str) -> int:
    """Write, or with `--check` compare, the gold of every story."""
    stale = 0
    for marked in sorted(HERE.glob("*/gold.yaml")):
        made = json.dumps(gold_of(marked.parent), ensure_ascii=False, indent=1) + "\n"
        path = marked.parent / "gold.json"
        if "--check" not in options:
            path.write_text(made, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != made:
            print(f"{path} is not what gold.yaml says: run make_gold.py")
            stale = 1
    return stale


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
