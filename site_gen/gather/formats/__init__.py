"""Formats that a build does not read: mail, office documents, web archives of one page, news agencies' XML and JSON."""

from collections.abc import Callable

from site_gen.load.feed.entry import Entry

_HEAD = 4_000


def entries_of(data: bytes, file: str) -> list[Entry] | None:
    """The articles in `data`; None where it is of none of these formats. Raises `Refused` where it is damaged."""
    reader = _reader(data, file)
    return None if reader is None else reader(data, file)


def _reader(data: bytes, file: str) -> Callable[[bytes, str], list[Entry]] | None:
    """By content, then by name; a module is imported only when a source needs it."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    suffix = file.rpartition(".")[2].lower()
    if data.startswith(b"PK\x03\x04") and suffix == "docx":
        from site_gen.gather.formats.docx import docx_entries

        return docx_entries
    if suffix in ("eml", "mht", "mhtml") or _looks_like_mail(head):
        from site_gen.gather.formats.mail import mail_entries

        return mail_entries
    if head.startswith(b"<") and any(
        name in data[:_HEAD] for name in (b"<nitf", b"newsItem", b"newsMessage", b"packageItem")
    ):
        from site_gen.gather.formats.newsml import xml_entries

        return xml_entries
    if _looks_like_json(head, suffix) and b"jsonfeed.org/version" not in data[:_HEAD]:
        from site_gen.gather.formats.ninjs import ninjs_entries

        return ninjs_entries
    return None


def _looks_like_json(head: bytes, suffix: str) -> bool:
    """A text may begin with a bracket as well."""
    opening = b"".join(head[:60].split())[:2]
    return opening in (b'{"', b"[{") or (suffix in ("json", "ninjs") and opening[:1] in (b"{", b"["))


def page_in(data: bytes, file: str) -> tuple[str, str] | None:
    """(HTML, address) of the page in `data`, where it is a page saved as one file."""
    suffix = file.rpartition(".")[2].lower()
    if suffix not in ("mht", "mhtml") and b"snapshot-content-location:" not in data[:_HEAD].lower():
        return None
    from site_gen.gather.formats.mail import archived_page

    return archived_page(data, file)


def _looks_like_mail(head: bytes) -> bool:
    """Whether it opens with header lines, among them those that every mail has."""
    lines = head.replace(b"\r\n", b"\n").partition(b"\n\n")[0].lower().split(b"\n")
    names = {line.partition(b":")[0] for line in lines if b":" in line}
    return b"mime-version" in names and bool(names & {b"from", b"subject", b"content-type"})
