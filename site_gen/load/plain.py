"""Plain text, as typed or pasted from a web page, to an article. Front matter is optional; it is never Markdown."""

from site_gen.errors import Problem, problem_at
from site_gen.load.assemble import article_of, has_prose
from site_gen.load.body import Body, read_body
from site_gen.load.options import Loaded, LoadOptions, nothing_in
from site_gen.load.stated import stated_matter


def load_plain(text: str, path: str, options: LoadOptions) -> Loaded:
    """The article of a text; where it holds no prose, none, and a warning that says so."""
    matter = stated_matter(text, path, options)
    if not matter.usable:
        return Loaded((), matter.problems)
    body = read_body(text, options.lexicon, matter.body, bool(matter.stated.title))
    problems = matter.problems + _bad_date(text, path, body)
    if not has_prose(body):
        return Loaded((), (*problems, nothing_in(path, bool(body.blocks))))
    return Loaded((article_of(text, path, "txt", body, matter.stated, options),), problems)


def _bad_date(text: str, path: str, body: Body) -> tuple[Problem, ...]:
    """A date before the article that is none: the article is used without it."""
    if not body.bad_date:
        return ()
    day, at = body.bad_date
    return (problem_at(path, text, at, day.code, day.message, day.hint, "warning"),)
