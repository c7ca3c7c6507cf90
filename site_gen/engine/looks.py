"""What all pages share: the templates of the site and of the theme, and what the config says on every page."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from site_gen.engine.codec import digest
from site_gen.engine.settings import BuildRequest, template_folders
from site_gen.engine.store import Store
from site_gen.errors import Problem
from site_gen.exports import beside
from site_gen.plugins import Toolbox
from site_gen.sources import tree_digest

if TYPE_CHECKING:
    from site_gen.render import Theme

_FACT = "looks"


class Looks:
    """Templates and the words of the config."""

    def __init__(self, request: BuildRequest, store: Store) -> None:
        config = request.config
        self._store = store
        self._own = _own_templates(request)
        shown = (
            config.title,
            config.tagline,
            config.base_url,
            config.language,
            config.author,
            config.licence,
            beside(config.exports),
        )
        trees = map(tree_digest, (*self._own, *template_folders()))
        self._digest = digest(repr(shown).encode() + b"".join(trees))

    @cached_property
    def changed(self) -> bool:
        """Whether they are others than those of the published pages."""
        return self._store.fact(_FACT) != self._digest

    def keep(self) -> None:
        """Remember them as those of the published pages."""
        self._store.set_fact(_FACT, self._digest)

    def folders(self, theirs: tuple[Path, ...]) -> tuple[Path, ...]:
        """Folders of templates: the site's own, those of plug-ins, the packaged one."""
        return (*self._own, *theirs, *template_folders())

    def theme(self, tools: Toolbox) -> "Theme":
        """What renders the pages."""
        from site_gen.render import Theme

        return Theme(self.folders(tools.templates), tools.filters, self._digest)

    def notes(self, tools: Toolbox) -> tuple[Problem, ...]:
        """What has no effect in the site's own templates, if it has any."""
        if not self._own:
            return ()
        from site_gen.render.lint import template_notes

        return template_notes(self._own[0], self.theme(tools))


def _own_templates(request: BuildRequest) -> tuple[Path, ...]:
    """The site's own templates, beside its content, if it has any."""
    own = request.content.resolve().parent / "templates"
    return (own,) if own.is_dir() and own not in template_folders() else ()
