"""Hostile cases out of the data files: every fault, and every payload in every place where it may stand."""

import base64
import json
import os
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

import yaml

HERE = Path(__file__).parent
CALL = "alert('HOSTILE-RAN')"


@dataclass(frozen=True, slots=True)
class Put:
    """One thing that is put into the content folder: bytes, a link, or a special file."""

    name: bytes
    raw: bytes = b""
    link: str = ""
    special: str = ""

    def make(self, folder: Path) -> None:
        """Put it into `folder`."""
        path = os.path.join(os.fsencode(folder), self.name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if self.link:
            os.symlink(self.link, path)
        elif self.special == "fifo":
            os.mkfifo(path)
        elif self.special == "socket":
            _socket(path)
        elif self.special == "folder":
            os.makedirs(path, exist_ok=True)
        else:
            with open(path, "wb") as file:
                file.write(self.raw)


@dataclass(frozen=True, slots=True)
class Case:
    """Hostile content, and what the report must say of it."""

    name: str
    puts: tuple[Put, ...]
    says: str = ""
    """Code that must be reported; empty where the content is usable."""
    line: int = 0
    """Line that must be named with it."""
    literal: str = ""
    """Words that must come out as they are, if the article is published."""


def all_cases() -> list[Case]:
    """Every case, faults first."""
    return [*fault_cases(), *payload_cases()]


def fault_cases() -> Iterator[Case]:
    """The cases of `faults.yaml`."""
    for group, entries in _data("faults.yaml").items():
        for entry in entries:
            puts = tuple(_put(one) for one in entry.get("files", [entry]))
            yield Case(f"{group}/{entry['name']}", puts, entry.get("says", ""), entry.get("line", 0))


def payload_cases(step: int = 1) -> Iterator[Case]:
    """Payloads in places; with `step` above 1 only every so many of them, another choice in every place."""
    payloads = _data("payloads.yaml")
    for number, place in enumerate(_data("places.yaml")):
        chosen = [(kind, n, words) for kind in place["for"] for n, words in enumerate(payloads[kind])]
        for kind, n, words in chosen[number % step :: step]:
            text = filled(place["text"], words.replace("ALERT", CALL))
            literal = words if kind == "templates" and len(words) < 30 else ""
            put = Put(place["file"].encode(), text.encode("utf-8", "surrogatepass"))
            yield Case(f"xss/{place['name']}-{kind}-{n}", (put,), literal=literal)


def filled(text: str, words: str) -> str:
    """A place with hostile words in it."""
    escaped = quoteattr(words)[1:-1]
    text = text.replace("PAYLOAD_YAML", json.dumps(words).replace("\\ud", "\\\\ud"))
    text = text.replace("PAYLOAD_XML", escaped.replace("\x01", "&#1;"))
    text = text.replace("PAYLOAD_CDATA", f"<![CDATA[{words}]]>").replace("PAYLOAD_JSON", json.dumps(words))
    return text.replace("PAYLOAD", words)


def _put(entry: dict[str, Any]) -> Put:
    if "raw-name" in entry:
        name = base64.b64decode(entry["raw-name"])
    elif "repeat-name" in entry:
        name = _repeated(entry["repeat-name"]).encode()
    else:
        name = entry["file"].encode()
    if "link" in entry or "special" in entry:
        return Put(name, link=entry.get("link", ""), special=entry.get("special", ""))
    if "base64" in entry:
        return Put(name, base64.b64decode(entry["base64"]))
    text = _repeated(entry["repeat"]) if "repeat" in entry else entry["text"]
    return Put(name, text.encode("utf-8", "surrogatepass"))


def _repeated(parts: list[Any]) -> str:
    opening, piece, times, closing = parts
    return str(opening + piece * times + closing)


def _socket(path: bytes) -> None:
    made = socket.socket(socket.AF_UNIX)
    here = os.getcwd()
    os.chdir(os.path.dirname(path))  # the whole path may be longer than a socket's name may be
    try:
        made.bind(os.path.basename(path))
    finally:
        os.chdir(here)
        made.close()


def _data(name: str) -> Any:
    return yaml.load((HERE / name).read_text("utf-8"), Loader=yaml.CSafeLoader)
