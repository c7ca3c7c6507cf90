"""One content file in, its articles out."""

from site_gen.errors import Problem
from site_gen.load.bounds import refuse_long_lines
from site_gen.load.decode import decode
from site_gen.load.detect import format_of
from site_gen.load.options import Loaded, LoadOptions
from site_gen.load.plain import load_plain
from site_gen.load.refused import Refused


def load_file(raw: bytes, path: str, options: LoadOptions) -> Loaded:
    """The articles of one content file, and what was wrong with it.

    `path` is relative to the content folder, with `/`. Never raises for any bytes: a file that cannot be used
    gives no article and a problem of severity `error`.
    """
    try:
        if len(raw) > options.limits.file_bytes:
            message = (
                f"the file has {len(raw):,} bytes; the limit is {options.limits.file_bytes:,} (file_bytes)"
            )
            return Loaded(
                (),
                (
                    Problem(
                        path, 0, 0, "file-size", message, "split it, or raise limits.file_bytes in site.yaml"
                    ),
                ),
            )
        text, warnings = decode(raw, path)
        loaded = _loaded(text, path, options)
    except RecursionError:
        message = "what stands in this file is nested too deeply to be read"
        return Loaded((), (Problem(path, 0, 0, "nesting", message, "save it again, or flatten it"),))
    except Refused as refused:
        return Loaded((), refused.problems)
    return Loaded(loaded.articles, (*warnings, *loaded.problems))


def _loaded(text: str, path: str, options: LoadOptions) -> Loaded:
    """By format; a library is imported only when a file needs it."""
    kind = format_of(text, path)
    if kind in ("md", "txt"):
        refuse_long_lines(text, path, options.limits)
    match kind:
        case "md":
            from site_gen.load.markdown import load_markdown

            return load_markdown(text, path, options)
        case "html":
            from site_gen.load.html import load_page

            return load_page(text, path, options)
        case "feed":
            from site_gen.load.feed import load_feed

            return load_feed(text, path, options)
        case "jsonfeed":
            from site_gen.load.feed import load_json_feed

            return load_json_feed(text, path, options)
        case "txt":
            return load_plain(text, path, options)
        case "xml":
            from site_gen.load.feed import load_unnamed_feed

            return load_unnamed_feed(text, path, options)
        case other:
            hint = "articles are .txt, .md, saved .html pages, RSS, Atom and JSON Feed"
            return Loaded((), (Problem(path, 0, 0, "format", f"this {other.upper()} file is no feed", hint),))
