"""Files that tell machines where things are: sitemap, robots.txt, and headers for hosts that read them."""

from collections.abc import Iterator, Sequence
from html import escape

from site_gen.export.fragment import Listing
from site_gen.pages import urls
from site_gen.pages.page import Page, PageKind, RawFile
from site_gen.tables import SITE, Reader, SiteInfo

_MOST = 50_000
"""Addresses that one sitemap may hold (sitemaps.org)."""
_XML = '<?xml version="1.0" encoding="utf-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_HEADERS = """/*
  Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
connect-src 'self'; base-uri 'none'; form-action 'self'
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Cross-Origin-Opener-Policy: same-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=()
"""


def headers() -> str:
    """`_headers`: the policy of every file, and who may show it in a frame."""
    alone = [*sorted(f"{folder}/*" for folder in urls.FOLDERS - {"embed"}), *urls.AT_THE_TOP, ""]
    rules = "".join(f"/{path}\n  Content-Security-Policy: frame-ancestors 'none'\n" for path in alone)
    return f"{_HEADERS}{rules}/embed/*\n  Content-Security-Policy: frame-ancestors *\n"


def sitemap(paths: Sequence[str], site: SiteInfo) -> Iterator[tuple[str, str]]:
    """`sitemap.xml` with every page, or with parts of at most 50,000; none without the site's address."""
    base = site.base_url
    if not base:
        return
    pages = [p for p in paths if p.endswith(".html") and p != urls.NOT_FOUND]
    parts = [pages[at : at + _MOST] for at in range(0, len(pages), _MOST)]
    if len(parts) < 2:
        yield "sitemap.xml", _urls(base, pages)
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield name, _urls(base, part)
    listed = "".join(f"<sitemap><loc>{escape(base + name)}</loc></sitemap>\n" for name in names)
    yield "sitemap.xml", f"{_XML}<sitemapindex {_SPACE}>\n{listed}</sitemapindex>\n"


def _urls(base: str, paths: Sequence[str]) -> str:
    listed = "".join(f"<url><loc>{escape(base + path)}</loc></url>\n" for path in paths)
    return f"{_XML}<urlset {_SPACE}>\n{listed}</urlset>\n"


def _for_machines(_key: str, rows: tuple[SiteInfo, ...], _story: Reader) -> Iterator[Page]:
    base = rows[0].base_url
    found = f"\nSitemap: {base}sitemap.xml\n" if base else ""
    yield Page("robots.txt", "", RawFile(f"User-agent: *\nAllow: /\n{found}"))
    yield Page("_headers", "", RawFile(headers()))


SITEMAP = Listing("sitemap", sitemap)
FOR_MACHINES: PageKind[SiteInfo] = PageKind("for machines", SITE, _for_machines)
