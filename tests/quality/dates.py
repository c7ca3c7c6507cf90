"""Score date expressions against TimeML gold: `python tests/quality/dates.py GOLD_DIR SCORER [--told]`.

GOLD_DIR holds `*.tml` files; SCORER is the script that dumps their texts (`--dump FILE`) and scores a JSONL
file of spans (`--jsonl FILE`). Each text is read as published on its document date, or with `--told` as a
narrative whose date of publication is unknown. Further arguments go to the scorer (`--show N`).
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from site_gen.extract.dates import find_dates
from site_gen.lexicon import Lexicon, load_lexicon
from site_gen.load import prose_article
from site_gen.records import Published
from site_gen.text.document import read_document

_UNKNOWN = Published(None, "unknown", 0.0)


def spans_of(text: str, day: str | None, lexicon: Lexicon) -> list[tuple[int, int, str]]:
    """Start, end and TIMEX3 value of every date expression of `text`, published on `day`."""
    published = Published(day, "stated", 1.0) if day else _UNKNOWN
    found = find_dates(read_document(prose_article(text, published)), lexicon, [])
    return [(date.evidence.start, date.evidence.end, date.timex.value) for date in found]


def main(gold: str, scorer: str, *options: str) -> None:
    """Dump the texts, read them, score them."""
    told = "--told" in options
    lexicon = load_lexicon()
    with tempfile.TemporaryDirectory() as folder:
        dump, found = Path(folder, "dump"), Path(folder, "found")
        _run(scorer, gold, "--dump", str(dump))
        documents = [json.loads(line) for line in dump.read_text("utf-8").splitlines()]
        clock = time.process_time()
        rows = [
            {"id": d["id"], "spans": spans_of(d["text"], None if told else d["dct"], lexicon)}
            for d in documents
        ]
        clock = time.process_time() - clock
        found.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        _run(scorer, gold, "--jsonl", str(found), *(o for o in options if o != "--told"))
    size = sum(len(d["text"]) for d in documents)
    print(f"{size} characters in {clock:.2f} s CPU")


def _run(scorer: str, *arguments: str) -> None:
    subprocess.run([sys.executable, scorer, *arguments], check=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
