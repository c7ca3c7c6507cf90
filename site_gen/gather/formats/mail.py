"""Mail (`.eml`) and pages saved as one file (`.mhtml`): the article in the body, its page's own metadata first."""

import re
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr

from site_gen.errors import Problem, visible
from site_gen.load.feed.entry import Entry
from site_gen.load.refused import Refused

_PARTS = 500
_PREFIX = re.compile(r"(?:(?:Fwd?|Re|AW|WG|TR|RV)\s?:\s*){1,9}", re.IGNORECASE)
_SIGNATURE = re.compile(r"\n--[ \t]*\n")
_SIGNED = 1_000
"""Characters of a signature at most."""
_FORWARDED = re.compile(
    r"\s*(?:-{2,12} ?(?:Forwarded message|Original Message) ?-{2,12}|Begin forwarded message:)\s{1,9}"
    r"(?P<header>(?:[A-Z][A-Za-z-]{1,20}:[^\n]{0,998}\n){1,20})",
    re.IGNORECASE,
)


def archived_page(data: bytes, file: str) -> tuple[str, str] | None:
    """(HTML, address) of a page saved as one file; None where the message is a mail."""
    message = _parsed(data, file)
    where = _header(message, "Snapshot-Content-Location")
    html, _ = _bodies(message)
    if not html or not (where or file.lower().endswith((".mht", ".mhtml"))):
        return None
    return html, where or _header(message, "Content-Location")


def mail_entries(data: bytes, file: str) -> list[Entry]:
    """The one article of a message."""
    message = _parsed(data, file)
    html, words = _bodies(message)
    if not html and not words:
        raise Refused(
            Problem(file, 0, 0, "mail", "this message has no text", "save the article as a page instead")
        )
    first, words = _first_sent(words)
    name, address = parseaddr(first.get("from", "") or _header(message, "From"))
    return [
        Entry(
            key=f"mid:{_header(message, 'Message-ID').strip('<> ')}" if message["Message-ID"] else "",
            title=_PREFIX.sub("", first.get("subject", "") or _header(message, "Subject"), count=1),
            html="" if words else html,
            words=words,
            published=first.get("date", "") or first.get("sent", "") or _header(message, "Date"),
            authors=(name,) if name and "@" not in name else (),
            outlet="" if name else address.rpartition("@")[2],
            basis="header",
            left=_attached(message),
        )
    ]


def _first_sent(words: str) -> tuple[dict[str, str], str]:
    """The header of the message that is forwarded in this one, empty where none is, and the words without signature."""
    words = words.replace("\r\n", "\n")
    forwarded = _FORWARDED.match(words)
    lines = forwarded["header"].splitlines() if forwarded else ()
    header = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    words = words[forwarded.end() :] if forwarded else words
    signature = _SIGNATURE.search(words, max(0, len(words) - _SIGNED))
    return header, words[: signature.start()] if signature and words[: signature.start()].strip() else words


def _attached(message: EmailMessage) -> tuple[str, ...]:
    """Names of the files that came with a message; they are named to the editor and never written."""
    names: list[str] = []
    for number, part in enumerate(message.walk()):
        if number > _PARTS:
            break
        try:
            named = part.get_content_disposition() == "attachment"
            name = (part.get_filename() or part.get_content_type()) if named else ""
        except Exception:  # as below: hostile headers raise what they like
            name = ""
        if name:
            names.append(visible(name.replace("\\", "/").rpartition("/")[2])[:80])
    return tuple(names)


def _parsed(data: bytes, file: str) -> EmailMessage:
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
    except Exception as error:  # the parser of the standard library raises what it likes on hostile headers
        raise Refused(
            Problem(file, 0, 0, "mail", f"this message cannot be read: {str(error)[:100]}")
        ) from None
    assert isinstance(message, EmailMessage)
    return message


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message[name] or "").split())
    except Exception:  # as above, on access
        return ""


def _bodies(message: EmailMessage) -> tuple[str, str]:
    """(HTML, plain text) of the message: the first of each that is no attachment."""
    found = {"text/html": "", "text/plain": ""}
    for number, part in enumerate(message.walk()):
        if number > _PARTS:
            break
        kind = part.get_content_type()
        if kind in found and not found[kind] and not part.is_multipart():
            found[kind] = _text(part)
    return found["text/html"], found["text/plain"]


def _text(part: EmailMessage) -> str:
    try:
        if part.get_content_disposition() == "attachment":
            return ""
        return str(part.get_content())
    except Exception:  # a wrong charset or encoding in the part's header
        raw = part.get_payload(decode=True)
        return raw.decode("utf-8", "replace") if isinstance(raw, bytes) else ""
