"""A site's own templates: they win, they extend the packaged ones, and their mistakes are named with line and hint."""

import pytest

from site_gen.errors import UsageError
from tests.build.conftest import Desk

EXTENDS = '{% extends "default/leader.html" %}\n'


def _template(desk: Desk, name: str, text: str) -> None:
    path = desk.folder / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def test_one_block_is_overridden_and_the_rest_stays(desk: Desk) -> None:
    _template(desk, "leader.html", EXTENDS + "{% block kind %}{{ super() }} mine{% endblock %}\n")
    assert desk.build().problems == ()
    page = desk.files()["leaders/ingrid-solvang.html"].decode()
    assert 'class="page leader mine"' in page
    assert "Evidence, article by article" in page


def test_a_changed_template_is_seen_by_the_next_build_of_the_same_process(desk: Desk) -> None:
    for word in ("first", "second"):
        _template(
            desk, "base.html", '{% extends "default/base.html" %}{% block footer %}' + word + "{% endblock %}"
        )
        desk.build()
        assert word in desk.files()["index.html"].decode()


def test_own_static_files_and_colours_are_published_and_removed_again(desk: Desk) -> None:
    _template(desk, "static/theme.css", ":root { --brand: #123456; }\n")
    _template(desk, "static/pictures/logo.svg", "<svg/>\n")
    desk.build()
    assert "static/theme.css" in desk.files()["index.html"].decode()
    assert desk.files()["static/pictures/logo.svg"] == b"<svg/>\n"
    for file in ("theme.css", "pictures/logo.svg"):
        (desk.folder / "templates/static" / file).unlink()
    desk.build()
    assert "static/theme.css" not in desk.files()["index.html"].decode()
    assert "static/theme.css" not in desk.files()
    assert "static/pictures/logo.svg" not in desk.files()


def test_what_has_no_effect_is_told(desk: Desk) -> None:
    _template(
        desk, "leader.html", EXTENDS + "{% block contents %}{% block inner %}{% endblock %}{% endblock %}\n"
    )
    _template(desk, "leadr.html", EXTENDS)
    _template(desk, "shared/box.html", "box")
    _template(
        desk,
        "event.html",
        '{% extends "default/event.html" %}{% block footer %}{% include "shared/box.html" %}{% endblock %}',
    )
    told = [(p.path, p.line, p.code, p.severity, p.hint) for p in desk.build().problems]
    assert told == [
        ("templates/leader.html", 2, "template-block", "warning", "did you mean 'content'?"),
        ("templates/leadr.html", 0, "template-unused", "warning", "did you mean 'leader.html'?"),
    ]
    (desk.folder / "templates/leadr.html").unlink()
    _template(desk, "leader.html", EXTENDS)
    assert desk.build().problems == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            EXTENDS + "{% block content %}\n{{ view.nam }}\n{% endblock %}",
            ["templates/leader.html:3: error[template]: LeaderView has no field 'nam'", "{{ view.nam }}", "'name'?"],
        ),
        (EXTENDS + "{% block content %}{{ viw.name }}{% endblock %}", ["leader.html:2", "'viw'", "'view'?"]),
        (EXTENDS + "{% block content %}\n\n{% if %}{% endblock %}", ["leader.html:4", "{% if %}"]),
        (EXTENDS + "{% block content %}{{ view.name|plurl }}{% endblock %}", ["leader.html:2", "'plural'?"]),
        ('{% extends "default/leadr.html" %}', ["no template 'default/leadr.html'", "'default/leader.html'?"]),
        (EXTENDS + "{% block content %}{{ 1 / 0 }}{% endblock %}", ["leader.html:2", "ZeroDivisionError"]),
        (
            EXTENDS + '{% import "parts.html" as p %}{% block content %}\n{{ p.event(view) }}{% endblock %}',
            ["templates/leader.html:3", "LeaderView has no field 'status'"],
        ),
    ],
    ids=["field", "name", "syntax", "filter", "no template", "fault", "macro of the package"],
)  # fmt: skip
def test_a_mistake_is_named_with_line_and_hint_and_nothing_is_published(
    desk: Desk, text: str, told: list[str]
) -> None:
    desk.build()
    before = desk.files()
    _template(desk, "leader.html", text)
    with pytest.raises(UsageError) as refused:
        desk.build()
    for words in told:
        assert words in str(refused.value)
    assert desk.files() == before
    _template(desk, "leader.html", EXTENDS)
    assert desk.build().problems == ()
