"""Front matter as stated metadata of an article, whatever the format of the body."""

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from site_gen.errors import Problem
from site_gen.load.assemble import Stated
from site_gen.load.options import LoadOptions
from site_gen.records import Source

if TYPE_CHECKING:
    from site_gen.load.front_matter.fields import FrontMatter
    from site_gen.load.front_matter.split import Split

_HEADER = re.compile(r"[A-Za-z][\w -]{0,30}:[ \t]+\S[^\n]*\n[A-Za-z][\w -]{0,30}:(?:[ \t]|\r?\n)")

_FENCED = re.compile(r"(?:[ \t]*\r?\n){0,20}(?:---|- - -|[—–])")

_SURE = {"url": 0.9, "text": 0.9, "guess": 0.6}
"""How sure a date is that an import did not find in metadata."""
_NAMES = {"url": "the address", "text": "the page's text", "guess": "the page's text, as a guess"}


class Matter(Struct, frozen=True):
    """Stated metadata, where the body begins, and whether the article may be used."""

    stated: Stated
    body: int
    problems: tuple[Problem, ...]
    usable: bool


def stated_matter(text: str, path: str, options: LoadOptions) -> Matter:
    """The front matter of `text`; an empty `Stated` where it has none. Raises `Refused` where it cannot be read."""
    split = front_matter_at(text, path, options)
    if split is None:
        return Matter(Stated(), 0, (), True)
    from site_gen.load.front_matter.fields import read_front_matter

    found = read_front_matter(text, path, split, options)
    if split.form == "yaml" and split.fence != "---":
        from site_gen.load.front_matter.split import fence_problem

        found.problems.append(fence_problem(text, path, split.fence))
    problems = tuple(sorted(found.problems))
    if _draft(found):
        message = "left out: its front matter says that it is a draft"
        return Matter(
            Stated(), split.body, (*problems, Problem(path, 0, 0, "draft", message, severity="note")), False
        )
    return Matter(_stated(found), split.body, problems, found.usable)


def front_matter_at(text: str, path: str, options: LoadOptions) -> "Split | None":
    """Where front matter stands, in whichever form it is written; no module is loaded for a text without."""
    if _FENCED.match(text):
        from site_gen.load.front_matter.split import split_front_matter

        return split_front_matter(text, path, options.limits)
    if not text.startswith("+++") and not _HEADER.match(text):
        return None
    from site_gen.load.front_matter.other_forms import header_split, spellings, toml_split

    if text.startswith("+++"):
        return toml_split(text, path, options.limits)
    return header_split(text, spellings(options.lexicon))


def _draft(found: "FrontMatter") -> bool:
    return found.flags.get("draft", False) or found.texts.get("status", "").lower() in ("draft", "hidden")


def _stated(found: "FrontMatter") -> Stated:
    texts, lists, dates = found.texts, found.lists, found.dates
    date, date_span = dates.get("date", ("", None))
    return Stated(
        title=texts.get("title", ""),
        title_span=found.spans.get("title"),
        date=date,
        date_span=date_span,
        date_note=_note(found) if date else "",
        date_confidence=_SURE.get(found.texts.get("date_basis", ""), 1.0),
        editor="date_basis" not in found.texts,
        source=_source(found),
        slug=texts.get("slug", "").strip("/").rpartition("/")[2],
        tags=lists.get("tags", ()),
        topics=lists.get("topics", ()),
        summary=texts.get("summary", ""),
        language=texts.get("language", ""),
        kind=texts.get("kind", ""),
        aliases=lists.get("aliases", ()),
        overrides=found.overrides,
        updated=dates.get("updated", ("", None))[0],
        embargo=dates.get("embargo", ("", None))[0],
        expires=dates.get("expires", ("", None))[0],
        completeness=texts.get("completeness", ""),
        corrections=found.corrections,
    )


def _note(found: "FrontMatter") -> str:
    basis = found.texts.get("date_basis", "")
    return f"front matter, imported from {_NAMES.get(basis, basis)}" if basis else "front matter"


def _source(found: "FrontMatter") -> Source:
    source = found.source
    return Source(
        name=source.get("name", ""),
        url=web_address(source.get("url") or found.texts.get("source_url", "")),
        agency=source.get("agency") or found.texts.get("agency", ""),
        authors=found.lists.get("authors", ()),
        retrieved=source.get("retrieved") or found.dates.get("retrieved", ("", None))[0],
    )


def web_address(url: str) -> str:
    """`url` where it is an http or https address, else an empty string."""
    url = "".join(c for c in url if c.isprintable()).strip()
    return (
        url
        if url.lower().startswith(("http://", "https://")) and not any(c in url for c in " <>\"'`")
        else ""
    )
