"""What went wrong in a template, as a `Problem`: file, line, the line itself, and how to mend it."""

import linecache
import re
import sys
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from types import TracebackType

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError, UndefinedError

from site_gen.errors import Problem
from site_gen.records.fields import field_names

_NO_FIELD = re.compile(r"'([\w.]+) object' has no attribute '(\w+)'")
_NO_NAME = re.compile(r"'(\w+)' is undefined")
_CONTEXT = ("view", "site", "path", "root", "urls")


def template_problem(error: Exception, page: str, folders: Sequence[Path], made: Environment) -> Problem:
    """The problem that `error` is, which came up while `page` was rendered with templates of `folders`.

    The place is the innermost line of the site's own templates (all folders but the last, which is the
    packaged one), or of any template where none of them had a part in it.
    """
    if isinstance(error, TemplateSyntaxError):
        file, line = error.filename or error.name or "", error.lineno
        message = error.message or "cannot be read"
    else:
        file, line = _place(error, folders)
        message = _message(error)
    told = f"{message} (in the making of {page})" if page else message
    shown = _excerpt(file, line)
    return Problem(_shown(file, folders), line, 0, "template", told, _hint(error, made), shown)


def _place(error: Exception, folders: Sequence[Path]) -> tuple[str, int]:
    """The innermost line of the first folder that has one in the traceback."""
    frames = list(_frames(error.__traceback__))
    for part in (folders[:-1], folders[-1:]):
        inside = [f for f in frames if any(Path(f[0]).is_relative_to(folder) for folder in part)]
        if inside:
            return inside[-1]
    return "", 0


def _frames(trace: TracebackType | None) -> Iterator[tuple[str, int]]:
    while trace is not None:
        yield trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next


def _message(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f"there is no template '{error.name}'"
    text = str(error)
    lacking = _NO_FIELD.search(text)
    if lacking:
        return f"{lacking[1].rpartition('.')[2]} has no field '{lacking[2]}'"
    return text if isinstance(error, UndefinedError) else f"{type(error).__name__}: {text}"


def _hint(error: Exception, made: Environment) -> str:
    """The name that was probably meant, else all that could be."""
    if isinstance(error, TemplateSyntaxError):
        return _nearest(*_unknown(error, made))
    if isinstance(error, TemplateNotFound):
        return _nearest(str(error.name or ""), made.list_templates(extensions=["html"]))
    text = str(error)
    if lacking := _NO_FIELD.search(text):
        return _nearest(lacking[2], _fields(lacking[1]))
    if lacking := _NO_NAME.search(text):
        return _nearest(lacking[1], [*_CONTEXT, *made.globals])
    return "docs/reference/templates.md lists what each page's template may read"


def _unknown(error: TemplateSyntaxError, made: Environment) -> tuple[str, list[str]]:
    named = re.search(r"(?:filter|test|tag) (?:named )?'(\w+)'", error.message or "")
    return (named[1] if named else "", list(made.filters) if "filter" in (error.message or "") else [])


def _nearest(word: str, known: Sequence[str]) -> str:
    near = get_close_matches(word, known, 1, 0.5)
    if near:
        return f"did you mean '{near[0]}'?"
    listed = ", ".join(sorted(name for name in known if not name.startswith("default/"))[:12])
    return f"known: {listed}" if listed else ""


def _fields(path: str) -> list[str]:
    module, _, name = path.rpartition(".")
    kind = getattr(sys.modules.get(module), name, None)
    return list(field_names(kind))


def _excerpt(file: str, line: int) -> str:
    linecache.checkcache(file)
    return linecache.getline(file, line).strip()[:200] if file and line else ""


def _shown(file: str, folders: Sequence[Path]) -> str:
    """`templates/leader.html` for the site's own; the whole path for another's."""
    for folder in folders[:-1]:
        if file and Path(file).is_relative_to(folder):
            return (Path(folder.name) / Path(file).relative_to(folder)).as_posix()
    return file or "templates"
