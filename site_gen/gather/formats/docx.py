"""Word documents (`.docx`): paragraphs, headings, lists and tables as HTML, the properties as metadata."""

import io
import zipfile
from html import escape
from typing import Any

from site_gen.errors import Problem
from site_gen.gather.formats.xml import local, parse_xml, words_of
from site_gen.load.feed.entry import Entry
from site_gen.load.refused import Refused

_MOST = 50_000_000
_RATIO = 200
_PARTS = {"word/document.xml": "document", "docProps/core.xml": "core"}


def docx_entries(data: bytes, file: str) -> list[Entry]:
    """The one article of a document."""
    parts = _unpacked(data, file)
    if "document" not in parts:
        raise Refused(
            Problem(file, 0, 0, "docx", "this file is no Word document", "save it as .docx or as text")
        )
    body = parse_xml(parts["document"], file)
    core = parse_xml(parts["core"], file) if "core" in parts else None
    said = {local(e.tag): " ".join(words_of(e).split()) for e in core} if core is not None else {}
    blocks = [block for child in body.iter("{*}body") for block in _blocks(child)]
    first = next((words for kind, words in blocks if words), "")
    title = next((words for kind, words in blocks if kind in ("title", "h1")), "") or said.get("title", "")
    return [
        Entry(
            key="",
            title=title or (first if len(first) < 120 else ""),
            html="\n".join(_html(kind, words) for kind, words in blocks if words and kind != "title"),
            published="",
            authors=tuple(filter(None, (said.get("creator", ""),))),
            tags=tuple(word.strip() for word in said.get("keywords", "").split(",") if word.strip()),
            language=said.get("language", ""),
        )
    ]


def _unpacked(data: bytes, file: str) -> dict[str, bytes]:
    """The parts that are read, each within bounds."""
    found: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name, part in _PARTS.items():
                if name in archive.namelist():
                    found[part] = _part(archive, name, len(data), file)
    except Refused:
        raise
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, ValueError, OSError, EOFError) as error:
        raise Refused(Problem(file, 0, 0, "docx", f"this document is damaged: {str(error)[:100]}")) from None
    except Exception as error:  # zlib.error and kin
        raise Refused(Problem(file, 0, 0, "docx", f"this document is damaged: {str(error)[:100]}")) from None
    return found


def _part(archive: zipfile.ZipFile, name: str, size: int, file: str) -> bytes:
    most = min(_MOST, max(1_000_000, _RATIO * size))
    with archive.open(name) as part:
        unpacked = part.read(most + 1)
    if len(unpacked) > most:
        message = f"{name} unpacks to more than {most:,} bytes from {size:,} (ratio of unpacking {_RATIO})"
        hint = "if the document is really that large, save it as text, in parts"
        raise Refused(Problem(file, 0, 0, "unpacking", message, hint))
    return unpacked


def _blocks(body: Any) -> list[tuple[str, str]]:
    """(kind, words) of each paragraph, cell rows as one block of their own HTML."""
    found: list[tuple[str, str]] = []
    for element in body:
        name = local(element.tag)
        if name == "p":
            found.append((_kind(element), _runs(element)))
        elif name == "tbl":
            found.append(("table", _table(element)))
        elif name == "sdt":
            found += [block for content in element.iter("{*}sdtContent") for block in _blocks(content)]
    return found


def _kind(paragraph: Any) -> str:
    styles = [v for e in paragraph.iter("{*}pStyle") for k, v in e.attrib.items() if local(k) == "val"]
    style = styles[0].lower().replace(" ", "") if styles else ""
    if style.startswith("heading") and style[7:8].isdigit():
        return f"h{min(6, max(1, int(style[7])))}"
    if next(paragraph.iter("{*}numPr"), None) is not None or style.startswith("list"):
        return "li"
    return {
        "title": "title",
        "quote": "blockquote",
        "intensequote": "blockquote",
        "caption": "figcaption",
    }.get(style, "p")


def _runs(paragraph: Any) -> str:
    """The words of a paragraph; what a reviewer struck out is not in it."""
    parts: list[str] = []
    for element in paragraph.iter("{*}t", "{*}tab", "{*}br", "{*}noBreakHyphen"):
        name = local(element.tag)
        parts.append((element.text or "") if name == "t" else "-" if name == "noBreakHyphen" else " ")
    return " ".join("".join(parts).split(" ")).strip()


def _table(table: Any) -> str:
    rows = []
    for row in table.iter("{*}tr"):
        cells = (" ".join(_runs(p) for p in cell.iter("{*}p")) for cell in row.iter("{*}tc"))
        rows.append("".join(f"<td>{escape(words)}</td>" for words in cells))
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def _html(kind: str, words: str) -> str:
    if kind == "table":
        return words
    return f"<ul><li>{escape(words)}</li></ul>" if kind == "li" else f"<{kind}>{escape(words)}</{kind}>"
