"""Thousands of attacks, multiplied from the parts in `matrix.yaml`, in eight places of a desk.

`python -m tests.hostile.matrix [--step N] [--browser]` builds desks that hold every Nth (all, without it) and judges
each published file; with `--browser` Chromium shows the pages too.
"""

import argparse
import base64
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, product
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

import yaml

from site_gen.config import SiteConfig
from site_gen.engine.build import build
from site_gen.engine.settings import BuildRequest
from tests.hostile.cases import CALL
from tests.hostile.together import site_dangers

_FILE = Path(__file__).with_name("matrix.yaml")
_GOOD = "The harbour council of Lima met on 4 May 2024 and voted 12 to 3 for the bridge.\n"
_OURS = "search.html: <noscript>"
_DESK = 400
"""Attacks in one desk."""


def attacks() -> list[str]:
    """Every attack once, in a fixed order."""
    with_call = (words.replace("ALERT", CALL) for words in _attacks(_parts()))
    return list(dict.fromkeys(with_call))


@cache
def _parts() -> dict[str, Any]:
    parts: dict[str, Any] = yaml.load(_FILE.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return parts


def _attacks(parts: dict[str, Any]) -> Iterator[str]:
    for tag, handler in product(parts["tags"], parts["handlers"]):
        yield f"<{tag} {handler}=ALERT>x</{tag}>"
    for number, (gap, quoted) in enumerate(product(parts["gaps"], parts["quotes"])):
        for tag in parts["tags"][number % 9 :: 9]:
            handler = parts["handlers"][(number * 7 + len(tag)) % len(parts["handlers"])]
            yield f"<{tag}{gap}{handler}={quoted.format('ALERT')}>"
    for carrier, scheme in product((*parts["carriers"], *parts["markdown"]), parts["schemes"]):
        yield carrier.replace("{}", f"{scheme}ALERT")
    cores = [before + core for before, core in product(parts["breakouts"], parts["cores"])]
    yield from cores
    for coding, core in product(parts["encodings"], cores[:: len(cores) // 16]):
        yield encoded(core, coding)


def encoded(words: str, coding: str) -> str:
    """The attack in another writing."""
    points = [ord(c) for c in words]
    writings = {
        "entities": lambda: "".join(f"&#{n};" for n in points),
        "hex-entities": lambda: "".join(f"&#x{n:x};" for n in points),
        "bare-entities": lambda: "".join(f"&#{n:07}" for n in points),
        "twice": lambda: escape(escape(words)),
        "percent": lambda: quote(words),
        "percent-twice": lambda: quote(quote(words)),
        "unicode-escapes": lambda: "".join(f"\\u{n:04x}" for n in points),
        "hex-escapes": lambda: "".join(f"\\x{n:02x}" for n in points),
        "fullwidth": lambda: "".join(chr(n + 0xFEE0) if 0x20 < n < 0x7F else chr(n) for n in points),
        "base64": lambda: "data:text/html;base64," + base64.b64encode(words.encode()).decode(),
        "utf-7": lambda: words.encode("utf-7").decode() + words.replace("<", "+ADw-").replace(">", "+AD4-"),
        "zero-width": lambda: "\u200b".join(words),
        "long-s": lambda: words.replace("s", "\u017f").replace("k", "\u212a"),
        "upper": words.upper,
    }
    return str(writings[coding]()) if coding in writings else words


def put(words: Sequence[str], content: Path) -> None:
    """Eight places for each attack: text, Markdown, HTML body, title, author, tag, address, entry of a feed."""
    content.mkdir(parents=True)
    entries = []
    for number, one in enumerate(words):
        said = json.dumps(one)
        head = f"title: {said}\nauthors: [{said}]\ntags: [{said}]\nsource: {{name: {said}, url: {said}}}\n"
        (content / f"m{number}.md").write_text(f"---\n{head}---\n\n{_GOOD}\n{one}\n\n{_GOOD}", "utf-8")
        entries.append(
            f"<item><title>{escape(one)}</title><author>{escape(one)}</author><link>{escape(one)}</link><guid>g{number}</guid>"
            f"<category>{escape(one)}</category><description>{escape(one)} {_GOOD}</description></item>"
        )
    for number, some in enumerate(_parted(words, 20)):
        body = "".join(f"<p>{one}</p>\n<p>{_GOOD}</p>\n" for one in some)
        attributes = "".join(f"<p title={quoteattr(one)}>{_GOOD}</p>" for one in some)
        head = f"<html><head><title>Harbour {number}</title></head>"
        page = f"{head}<body><article>{body}{attributes}</article></body></html>"
        (content / f"h{number}.html").write_text(page, "utf-8")
        (content / f"t{number}.txt").write_text("\n\n".join(f"{_GOOD}\n{one}" for one in some), "utf-8")
    feed = f"<rss version='2.0'><channel><title>Wire</title>{''.join(entries)}</channel></rss>"
    (content / "feed.rss").write_text("".join(c for c in feed if c >= " " or c in "\t\n\r"), "utf-8")


def faults(words: Sequence[str], folder: Path) -> list[str]:
    """What is dangerous in the site that holds these attacks."""
    put(words, folder / "content")
    config = SiteConfig(content=folder / "content", output=folder / "site", base_url="https://news.example/")
    report = build(BuildRequest(config.content, config.output, config, processes=1))
    lost = [] if report.articles >= len(words) else [f"only {report.articles} of {len(words)} are published"]
    return lost + [danger for danger in site_dangers(config.output) if danger != _OURS]


def _parted(words: Sequence[str], size: int) -> Iterator[list[str]]:
    rest = iter(words)
    while part := list(islice(rest, size)):
        yield part


def main() -> int:
    """Build, judge, print what is wrong and a summary; 1 where anything is."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--step", type=int, default=1)
    arguments.add_argument("--browser", action="store_true")
    given = arguments.parse_args()
    words = attacks()[:: given.step]
    found = []
    for part in _parted(words, _DESK):
        with tempfile.TemporaryDirectory() as folder:
            found += faults(part, Path(folder))
            found += _in_browser(Path(folder) / "site") if given.browser else []
        print(len(found), "faults so far", flush=True)
    for fault in found[:100]:
        print(fault[:300])
    print({"attacks": len(words), "places": 8, "faults": len(found)})
    return 1 if found else 0


def _in_browser(site: Path) -> list[str]:
    """What ran or was asked for when Chromium showed every page."""
    from playwright.sync_api import sync_playwright

    from tests.browser.test_hostile_pages import hostile_things

    with sync_playwright() as tool:
        opened = tool.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        try:
            return hostile_things(opened, sorted(site.rglob("*.html")))
        finally:
            opened.close()


if __name__ == "__main__":
    sys.exit(main())
