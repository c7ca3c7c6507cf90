"""What the editor might settle: open questions of the story, most important first, with their answers."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from site_gen.engine.publish import state_folder
from site_gen.engine.reader import TracingReader
from site_gen.engine.settings import BuildRequest, decision_files
from site_gen.engine.store import Store, read_store
from site_gen.pages.questions import in_full
from site_gen.records import Conflict, Evidence, Leader
from site_gen.tables import AGREEMENTS, ARTICLES, CONFLICTS, DATED, DECISIONS, LEADERS
from site_gen.text.date_words import dated

_HEAD = "# What the editor decided. Wins over every rule.\n"
_HOW_TO_DATE = "Put `date: YYYY-MM-DD` into its front matter, or ` date YYYY-MM-DD ` before its first word."


class Answer(Struct, frozen=True):
    """A way to settle a question: a key to press, what it means, and the decision it writes."""

    key: str
    label: str
    decision: str
    """Lines of YAML; `{}` in it stands for words that the editor types."""


class Question(Struct, frozen=True):
    """Something the rules left open."""

    about: str
    weight: float
    """How much hangs on it: places in the texts that it concerns."""
    asks: str
    sentences: tuple[str, ...]
    answers: tuple[Answer, ...]


def questions(request: BuildRequest) -> list[Question]:
    """The open questions of the site as last built, most important first."""
    store = read_store(state_folder(request.output) / "cache.db")
    try:
        return sorted(_questions(store), key=lambda q: (-q.weight, q.about))
    finally:
        store.close()


def decide(request: BuildRequest, decision: str) -> Path:
    """Add a decision to decisions.yaml; returns the file."""
    found = decision_files(request.content)
    path = found[0] if found else request.content.resolve().parent / "decisions.yaml"
    before = path.read_text("utf-8") if path.is_file() else _HEAD
    path.write_text(before + ("" if before.endswith("\n") else "\n") + decision + "\n", "utf-8")
    return path


def _questions(store: Store) -> Iterator[Question]:
    story = TracingReader(store)
    for key in story.keys(LEADERS):
        leader = story.one(LEADERS, key)
        yield from _same_person(story, leader) if leader else ()
        yield from _one_post(story, leader) if leader else ()
    yield from _same_agreement(story)
    for key in story.keys(CONFLICTS):
        conflict = story.one(CONFLICTS, key)
        if conflict and conflict.kind != "identity" and not story.rows(DECISIONS, f"conflict/{key}"):
            yield _conflict(conflict)
    yield from _undated(story)


def _same_person(story: TracingReader, leader: Leader) -> Iterator[Question]:
    for other_id, reason in leader.possibly_same:
        other = story.one(LEADERS, other_id)
        if other is None or (len(other.mentions), other.id) > (len(leader.mentions), leader.id):
            continue
        evidence = [leader.mentions[0].evidence, other.mentions[0].evidence]
        yield Question(
            f"leader/{leader.id}",
            float(len(leader.mentions) + len(other.mentions)),
            f"Are {leader.name} and {other.name} one person? ({reason})",
            tuple(_sentence(story, one) for one in evidence),
            (
                Answer("y", "yes", f"- merge: leader/{other.id}\n  into: leader/{leader.id}"),
                Answer("n", "no", f"- apart: leader/{other.id}\n  from: leader/{leader.id}"),
            ),
        )


def _one_post(story: TracingReader, leader: Leader) -> Iterator[Question]:
    for shared in leader.shared_posts:
        other = story.one(LEADERS, shared.holder)
        if other is None or other.id > leader.id or story.rows(DECISIONS, f"leader/{leader.id}"):
            continue
        yield Question(
            f"leader/{leader.id}",
            float(len(leader.mentions) + len(other.mentions)),
            f"Who was {shared.post}: {leader.name} or {other.name}? Reports of about one time tell of both.",
            tuple(_sentence(story, one) for one in shared.evidence),
            (
                Answer("n", "add a note", f"- note: leader/{leader.id}\n  value: {{}}"),
                Answer("y", "one person", f"- merge: leader/{other.id}\n  into: leader/{leader.id}"),
            ),
        )


def _same_agreement(story: TracingReader) -> Iterator[Question]:
    for key in story.keys(AGREEMENTS):
        agreement = story.one(AGREEMENTS, key)
        for relation in agreement.relations if agreement else ():
            other = story.one(AGREEMENTS, relation.target)
            if agreement is None or other is None or relation.type != "possibly same" or other.id > key:
                continue
            yield Question(
                f"agreement/{key}",
                float(len(agreement.mentions) + len(other.mentions)),
                f"Are “{agreement.name}” and “{other.name}” one agreement? ({relation.reason})",
                tuple(_sentence(story, one) for one in (*agreement.mentions[:1], *other.mentions[:1])),
                (
                    Answer("y", "yes", f"- same: agreement/{key}\n  as: agreement/{other.id}"),
                    Answer("n", "no", f"- apart: agreement/{key}\n  from: agreement/{other.id}"),
                ),
            )


def _conflict(conflict: Conflict) -> Question:
    told = [claim for claim in conflict.claims if claim.evidence]
    claims = tuple(
        f"{dated(claim.says)}: “{claim.evidence[0].exact}” ({claim.evidence[0].article})" for claim in told
    )
    about = in_full(conflict.about).rstrip(".")
    return Question(
        f"conflict/{conflict.id}",
        float(
            len({(place.article, place.sentence) for claim in conflict.claims for place in claim.evidence})
        ),
        f"Reports disagree: {about}{'' if about.endswith('…') else '.'} {conflict.reading}".strip(),
        claims,
        (
            Answer("n", "add a note", f"- note: conflict/{conflict.id}\n  value: {{}}"),
            Answer("h", "hide it", f"- hide: conflict/{conflict.id}"),
        ),
    )


def _undated(story: TracingReader) -> Iterator[Question]:
    for key in story.keys(DATED):
        dated, article = story.one(DATED, key), story.one(ARTICLES, key)
        if dated and article and dated.published.basis in ("unknown", "bound", "other articles"):
            known = dated.published.edtf or "nothing"
            asks = f"When was “{article.title}” ({article.path}) published? Known so far: {known}."
            yield Question(f"article/{key}", 0.5, asks, (_HOW_TO_DATE,), ())


def _sentence(story: TracingReader, evidence: Evidence) -> str:
    """The words of the evidence, with where they stand."""
    article = story.one(ARTICLES, evidence.article)
    if article is None:
        return evidence.exact
    line = article.text.count("\n", 0, evidence.start) + 1
    line_start = article.text.rfind("\n", 0, evidence.start) + 1
    start = max(article.text.rfind(". ", 0, evidence.start) + 2, line_start)
    end = article.text.find(". ", evidence.end)
    words = " ".join(article.text[start : end + 1 if end >= 0 else evidence.end + 120].split())
    return f"{article.path}:{line}: {words[:240]}"
