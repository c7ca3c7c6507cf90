"""Score quotations and speakers against PolNeAR: `python tests/quality/quotes.py GOLD_DIR SCORER [--bare]`.

GOLD_DIR holds `attributions/*.ann` and `text/*.txt`; SCORER is the script that dumps their texts
(`--dump FILE`) and scores a JSONL file of quotations (`--jsonl FILE`). With `--bare` the people of a text are
not looked for first. Further arguments go to the scorer (`--show N`).
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from site_gen.extract.dates import find_dates
from site_gen.extract.people import find_people
from site_gen.extract.places import find_places
from site_gen.extract.quotes import find_quotes
from site_gen.lexicon import Lexicon, load_lexicon
from site_gen.load import LoadOptions, load_file
from site_gen.records import PersonFinding, QuoteFinding
from site_gen.text.document import Document, read_document

_MARKS = "\"'“”‘’«»"


def people_of(doc: Document, lexicon: Lexicon) -> tuple[PersonFinding, ...]:
    """The people of a document, as the whole extract stage finds them."""
    return find_people(doc, lexicon, find_dates(doc, lexicon, []), find_places(doc, lexicon, []), [])


def row_of(quote: QuoteFinding) -> list[int]:
    """Span without the marks, and span of the speaker's words, or -1."""
    exact, start, end = quote.evidence.exact, quote.evidence.start, quote.evidence.end
    words = exact.strip(_MARKS + "`")
    lead = exact.index(words)
    speaker = quote.speaker.evidence if quote.speaker else None
    end = start + lead + len(words) if quote.closed else end
    return [start + lead, end, speaker.start if speaker else -1, speaker.end if speaker else -1]


def main(gold: str, scorer: str, *options: str) -> None:
    """Dump the texts, read them, score them."""
    lexicon = load_lexicon()
    with tempfile.TemporaryDirectory() as folder:
        dump, found = Path(folder, "dump"), Path(folder, "found")
        _run(scorer, gold, "--dump", str(dump))
        documents = [json.loads(line) for line in dump.read_text("utf-8").splitlines()]
        rows, clock = [], 0.0
        for document in documents:
            loaded = load_file(document["text"].encode(), "article.txt", LoadOptions(lexicon=lexicon))
            doc = read_document(loaded.articles[0])
            people = () if "--bare" in options else people_of(doc, lexicon)
            begun = time.process_time()
            quotes = find_quotes(doc, lexicon, people, [])
            clock += time.process_time() - begun
            rows.append({"id": document["id"], "quotes": [row_of(quote) for quote in quotes]})
        found.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        _run(scorer, gold, "--jsonl", str(found), *(o for o in options if o != "--bare"))
    size = sum(len(document["text"]) for document in documents)
    print(f"{size} characters in {clock:.2f} s CPU")


def _run(scorer: str, *arguments: str) -> None:
    subprocess.run([sys.executable, scorer, *arguments], check=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
