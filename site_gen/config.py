"""The settings of a site. Every one has a default: no file is needed."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field

from site_gen import __version__
from site_gen.exports import beside
from site_gen.limits import Limits

if TYPE_CHECKING:
    from site_gen.tables import SiteInfo


class TopicWords(Struct, frozen=True):
    """A topic of the editor's own list."""

    name: str
    """As it is shown."""
    terms: tuple[str, ...] = ()
    """Words and phrases that speak of it; the name itself is always one."""


class Feed(Struct, frozen=True):
    """A feed of the desk, for `site-gen fetch`."""

    url: str
    """Its address, http or https."""
    name: str = ""
    """The outlet, where the feed does not say it."""


class SiteConfig(Struct, frozen=True):
    """The settings of a site, as `site.yaml` gives them."""

    title: str = "The story so far"
    """Name of the site, on every page."""
    tagline: str = ""
    """One sentence under the title."""
    base_url: str = ""
    """Address at which the site will be published; needed for feeds, sitemap and canonical links alone."""
    language: str = "en"
    """Language of the site and of articles that do not say theirs."""
    author: str = ""
    """The desk or person that answers for the site."""
    licence: str = ""
    """Under which the site's own words and data may be used."""
    content: Path = Path("content")
    """Folder of articles, relative to the settings file."""
    output: Path = Path("output")
    """Folder of the published site, relative to the settings file."""
    date_order: Literal["", "dmy", "mdy"] = ""
    """How `03/04/2025` is meant; unset, such a date is an error."""
    day: str = ""
    """The day a build is for, as YYYY-MM-DD: embargoed articles wait for it, expired ones go."""
    topics: tuple[TopicWords, ...] = ()
    """The editor's own topics; without them topics are found in the texts."""
    feeds: tuple[Feed, ...] = ()
    """Feeds that `site-gen fetch` imports."""
    plugins: tuple[str, ...] | None = None
    """Plug-ins to use, by name; unset, all that are installed; an empty list, none."""
    exports: tuple[str, ...] = ("auto",)
    """Forms in which the records are published beside `records.json`; see the data page of a site."""
    limits: Limits = field(default_factory=Limits)
    """Bounds on what one file may hold."""

    @property
    def site(self) -> "SiteInfo":
        """The part that pages show."""
        from site_gen.tables import SiteInfo

        return SiteInfo(
            self.title,
            self.tagline,
            self.base_url,
            self.language,
            self.author,
            self.licence,
            __version__,
            beside(self.exports),
        )
