"""What makes an article the same one when it comes again: its guid, else its canonical address, else its words."""

from hashlib import blake2b
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_OWN = ("http://", "https://", "urn:", "tag:", "mid:")
_MARKS = dict.fromkeys(map(ord, '<>"`'), " ")
_TRACKING = ("utm_", "at_", "fbclid", "gclid", "mc_cid", "mc_eid", "cmpid", "ocid", "smid", "ref_src")


def identity(guid: str, url: str, words: str, outlet: str = "") -> str:
    """One line that stands for the article; `words` are looked at where it has neither guid nor address."""
    guid, outlet = _line(guid, 500), _line(outlet, 200)
    if guid.lower().startswith(_OWN[:2]):
        return address_key(guid)
    if guid.startswith(_OWN):
        return guid
    if guid and outlet:
        return f"{outlet}#{guid}"
    if url:
        return address_key(url)
    return f"guid:{guid}" if guid else f"hash:{_digest(words)}"


def address_key(url: str) -> str:
    """An address without what does not change the page: fragment, tracking, letter case of the host, closing slash."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "") + (f":{parts.port}" if parts.port else "")
    except ValueError:
        return url.strip()
    query = urlencode(
        [(k, v) for k, v in parse_qsl(parts.query, True) if not k.lower().startswith(_TRACKING)]
    )
    return urlunsplit((parts.scheme.lower(), host, parts.path.rstrip("/") or "/", query, ""))


def _line(words: str, most: int) -> str:
    """One line without the marks of markup."""
    return " ".join(words.translate(_MARKS).split())[:most]


def _digest(words: str) -> str:
    return blake2b(" ".join(words.split()).encode("utf-8", "replace"), digest_size=10).hexdigest()
