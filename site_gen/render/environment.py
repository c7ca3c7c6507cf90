"""The Jinja environment: which templates win, what they may call, and how a page becomes bytes."""

from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup
from msgspec import Struct

from site_gen.errors import TemplateError, problem_text
from site_gen.export.citing import citation
from site_gen.pages import urls
from site_gen.pages.alternates import alternates
from site_gen.pages.jsonld import page_data
from site_gen.pages.page import Page
from site_gen.pages.questions import asked
from site_gen.pages.telling import kind_word
from site_gen.render import amounts, drawing, prose
from site_gen.render.bytecode import KeptTemplates
from site_gen.render.compiled import QuickEnvironment
from site_gen.render.faults import template_problem
from site_gen.tables import SiteInfo
from site_gen.text import date_words as dates

_PACKAGED = Path(__file__).parents[1] / "templates"
DEFAULT = _PACKAGED if _PACKAGED.is_dir() else Path(__file__).parents[2] / "templates"
"""The theme that comes with the package; beside it in a checkout."""
THEME = "static/theme.css"
"""A site's own file of custom properties, linked after the packaged style sheet where it is there."""


class Theme(Struct, frozen=True):
    """Where templates are, and what they may call besides what every template may."""

    folders: tuple[Path, ...] = ()
    """Searched in this order, before the packaged one."""
    filters: tuple[tuple[str, Callable[..., Any]], ...] = ()
    """Name and function of filters from plug-ins."""
    digest: bytes = b""
    """Stands for the bytes of the templates: others are read anew."""


PLAIN = Theme()
"""The packaged theme alone."""


def render(page: Page, site: SiteInfo, theme: Theme = PLAIN) -> bytes:
    """The page as UTF-8.

    `TemplateError` where a template is broken or reads what its view does not hold.
    """
    with suppress(Exception):  # whatever it is, Jinja's own code knows how to go on or what to say
        return _rendered(page, site, environment(theme, QuickEnvironment))
    made = environment(theme)
    try:
        return _rendered(page, site, made)
    except Exception as error:
        folders = tuple(dict.fromkeys((*theme.folders, DEFAULT)))
        raise TemplateError(problem_text(template_problem(error, page.path, folders, made))) from error


def _rendered(page: Page, site: SiteInfo, made: Environment) -> bytes:
    shown = {"view": page.view, "site": site, "path": page.path, "root": urls.root(page.path), "urls": urls}
    return made.get_template(page.template).render(shown).encode("utf-8", "replace")


@lru_cache(maxsize=4)
def environment(theme: Theme = PLAIN, kind: type[Environment] = Environment) -> Environment:
    """The environment for a site with its own templates. `default/NAME` is always the packaged one."""
    templates = theme.folders
    folders = [str(folder) for folder in dict.fromkeys((*templates, DEFAULT))]
    packaged = FileSystemLoader(str(DEFAULT))
    made = kind(
        loader=ChoiceLoader([FileSystemLoader(folders), PrefixLoader({"default": packaged})]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=KeptTemplates() if kind is QuickEnvironment else None,
        cache_size=-1,
    )
    made.filters.update(
        edtf=dates.in_words,
        point=dates.point_in_words,
        at=dates.at_in_words,
        dated=dates.dated,
        machine=dates.machine,
        amount=amounts.in_words,
        number=amounts.number,
        unit=amounts.unit_name,
        plural=prose.plural,
        sentence=prose.sentence,
        lowered=prose.lowered,
        asked=asked,
        basis=prose.published_basis,
        tie=prose.tie,
        kindname=prose.kind_name,
        eventkind=kind_word,
        policy_hash=_policy_hash,
    )
    made.filters.update(theme.filters)
    made.globals["jsonld"] = lambda view, path, site: Markup(page_data(view, path, site))  # escaped there
    made.globals["citation"] = citation
    made.globals["alternates"] = alternates
    made.globals["themed"] = any((folder / THEME).is_file() for folder in templates)
    made.globals.update(line_chart=drawing.line_chart, spark=drawing.spark, bars=drawing.bars)
    made.globals.update(told_points=drawing.told_points, named_points=drawing.named_points)
    return made


def _policy_hash(text: str) -> Markup:
    """How a Content-Security-Policy names an inline block; checkers ask for it even of data."""
    from base64 import b64encode
    from hashlib import sha256

    return Markup(f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'")
