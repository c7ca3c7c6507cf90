"""Where a name leads. It is resolved once, every answer is checked, and the connection goes to what was checked."""

import ipaddress
import socket
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urlsplit

from site_gen.gather.network.rules import FetchError

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_METADATA = ipaddress.ip_network("fd00:ec2::/32")
_PORTS = {"http": 80, "https": 443}
_TARGET = "%/:?#[]@!$&'()*+,;=~-._"
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class Target(NamedTuple):
    """An address taken apart."""

    scheme: str
    host: str
    port: int
    path: str
    """With its query, fit for a request line."""

    @property
    def netloc(self) -> str:
        """Host for the Host header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def target_of(url: str) -> Target:
    """An http or https address taken apart. Raises `FetchError` for any other."""
    if any(ord(c) < 33 or c == "\\" for c in url.strip()):
        raise FetchError("address", "white space or a backslash in the address", "encode it as %20")
    try:
        parts: SplitResult = urlsplit(url.strip())
        host, port = parts.hostname or "", parts.port
        host = host if ":" in host else host.rstrip(".").encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as error:
        raise FetchError("address", f"this is no address: {str(error)[:80]}") from None
    if parts.scheme not in _PORTS or not host:
        raise FetchError(
            "address",
            f"'{parts.scheme or url[:20]}' is not fetched",
            "only http:// and https:// addresses are",
        )
    if parts.username or parts.password:
        raise FetchError("address", "the address holds a user name or a password", "leave it out")
    path = quote(parts.path or "/", safe=_TARGET) + (
        f"?{quote(parts.query, safe=_TARGET)}" if parts.query else ""
    )
    return Target(parts.scheme, host, port or _PORTS[parts.scheme], path)


def resolved(target: Target, allow_private: bool) -> str:
    """The IP address to connect to; every one that the name has must be public, unless private ones are allowed."""
    try:
        answers = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(
            "host",
            f"the host '{target.host}' is not known: {getattr(error, 'strerror', None) or error}",
            "is the name spelt right? is this machine online?",
        ) from None
    found = list(dict.fromkeys(str(answer[4][0]) for answer in answers))
    if found and all(map(is_nowhere, found)):
        message = f"'{target.host}' leads to {found[0]}, which is never fetched: no site is there"
        raise FetchError("private-address", message, "is the address right?")
    found = [address for address in found if not is_nowhere(address)]
    for address in found:
        if not allow_private and not is_public(address):
            message = (
                f"'{target.host}' leads to {address}, an address of this machine or of a private network"
            )
            raise FetchError("private-address", message, "use --allow-private if that is meant")
    if not found:
        raise FetchError("host", f"the host '{target.host}' has no address")
    return found[0]


def is_nowhere(address: str) -> bool:
    """Whether an IP address holds what no one publishes: the services of a cloud's machines, groups, all or none."""
    try:
        parsed: Address = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return True
    held = (parsed, *_inside(parsed))
    return (
        any(one.is_link_local or one.is_multicast or one.is_unspecified for one in held)
        or parsed in _METADATA
    )


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open Internet, in whatever form it is written."""
    try:
        parsed: Address = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(_open(one) for one in (parsed, *_inside(parsed)))


def _inside(address: Address) -> list[Address]:
    """IPv4 addresses that an IPv6 address stands for."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    held: list[Address | None] = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _NAT64 or int(address) >> 32 == 0:
        held.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return [one for one in held if one is not None]


def _open(address: Address) -> bool:
    mapped = isinstance(address, ipaddress.IPv6Address) and (address.ipv4_mapped or address in _NAT64)
    closed = address.is_multicast or address.is_reserved or address.is_unspecified or address.is_loopback
    return bool(mapped) or (address.is_global and not closed and not address.is_link_local)
