"""Templates compiled our way write what Jinja writes."""

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined

from site_gen.pages.page import RawFile
from site_gen.render.compiled import QuickEnvironment
from site_gen.render.environment import _rendered, environment
from tests.pages.stories import ferry_story
from tests.pages.whole import all_pages

PIECES = """
{% macro link(l) %}<a href="{{ l.href }}">{{ l.title }}</a>{% endmacro %}
{% macro tagged(word, level=2, open=1) %}<h{{ level }}>{{ word }}{{ '!' if open else '' }}</h{{ level }}>{% endmacro %}
{% macro held() %}[{{ caller() }}]{% endmacro %}
{% macro many() %}{{ varargs|join("-") }}{{ kwargs['sep'] }}{% endmacro %}
"""
CASES = {
    "text is escaped": ("{{ v.title }}", "a &lt;b&gt; &amp; &#39;c&#39; &#34;d&#34;"),
    "numbers and truth": ("{{ 1 }}{{ 1.5 }}{{ v.none }}{{ 2 > 1 }}", "11.5NoneTrue"),
    "a macro is called": ("{{ p.link(v) }}", '<a href="x">a &lt;b&gt; &amp; &#39;c&#39; &#34;d&#34;</a>'),
    "a macro's text is no plain text": ("{% set t = p.tagged('<') %}{{ t }}", "<h2>&lt;!</h2>"),
    "a macro's text through a filter": ("{{ p.tagged('<')|upper }}", "<H2>&LT;!</H2>"),
    "arguments by place": ("{{ p.tagged('a', 3, false) }}", "<h3>a</h3>"),
    "arguments by name": ("{{ p.tagged('a', open=false) }}", "<h2>a</h2>"),
    "a block is handed to a macro": ("{% call p.held() %}{{ v.title[0] }}{% endcall %}", "[a]"),
    "any number of arguments": ("{{ p.many(1, 2, sep=';') }}", "1-2;"),
    "methods": ("{{ v.title.partition(' ')[0] }}", "a"),
    "a condition without else": ("{{ 'x' if v.none }}", ""),
    "items": ("{{ v.rows[1] }}{{ v.rows[-1:]|length }}", "21"),
    "loops": ("{% for r in v.rows %}{{ r }}{{ ',' if not loop.last }}{% endfor %}", "1,2"),
    "own macros": (
        "{% macro m(a, b='z') %}{{ a }}{{ b }}{% endmacro %}{{ m('y') }}{{ m(b=1, a=2) }}",
        "yz21",
    ),
}


class View:
    title = "a <b> & 'c' \"d\""
    href = "x"
    none = None
    rows = (1, 2)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("kind", [Environment, QuickEnvironment])
def test_both_write_the_same(kind: type[Environment], case: str) -> None:
    source, expected = CASES[case]
    templates = {"parts": PIECES, "page": '{% import "parts" as p %}' + source}
    made = kind(loader=DictLoader(templates), autoescape=True, undefined=StrictUndefined)
    assert made.get_template("page").render(v=View()) == expected


def test_pages_of_a_story_are_rendered_our_way_as_by_jinja() -> None:
    desk = ferry_story()
    for page in all_pages(desk).values():
        if not isinstance(page.view, RawFile):
            ours = _rendered(page, desk.site, environment(kind=QuickEnvironment))
            assert ours == _rendered(page, desk.site, environment()), page.path


def test_what_only_jinja_understands_raises() -> None:
    made = QuickEnvironment(autoescape=True, undefined=StrictUndefined)
    with pytest.raises(AttributeError):
        made.from_string("{{ v.key }}").render(v={"key": 1})
