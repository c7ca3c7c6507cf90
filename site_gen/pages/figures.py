"""A page for each series of figures, and the table of them all."""

from collections import Counter

from msgspec import Struct

from site_gen.pages import urls
from site_gen.pages.amounts import heading, told_together
from site_gen.pages.notes import Link, Notes, Proof
from site_gen.pages.page import Page
from site_gen.pages.parts import Head, crumbs, plural, related
from site_gen.pages.shelves import Shelf, by_letter
from site_gen.records import Article, Figure, Series, SeriesPoint
from site_gen.tables import FIGURES, MARKS, SERIES, Reader, SiteInfo

_SPARK = 24
"""Values that a sparkline shows: the last ones."""
ON_ONE_PAGE = 200
"""Series that the table shows on one page; above that it has a page for each first letter."""


class Amount(Struct, frozen=True):
    """A value with its unit, as normalised."""

    value: float
    """The number."""
    low: float | None
    """Lower end of a range."""
    high: float | None
    """Upper end of a range."""
    unit: str
    """ISO 4217, `percent`, an ISO 8601 duration unit, or the counted noun."""
    kind: str
    """money, percent, count, duration, ratio or physical."""


class FigureView(Struct, frozen=True):
    """One figure of one article."""

    id: str
    """Also its anchor on the page of its series."""
    written: str
    """As the article writes it."""
    amount: Amount
    """As normalised."""
    assumed: bool
    """The currency is not named and was assumed."""
    approximate: bool
    """The article says that it is not exact."""
    qualifier: str
    """The article's own word: nearly, over, up to."""
    title: str
    """What it is of, as a heading."""
    measure: str
    """What it measures, in the article's words."""
    period: str
    """EDTF; empty where not told."""
    deadline: str
    """EDTF by which it is to be reached; empty for others."""
    place: str
    """Where; empty where not told."""
    status: str
    """actual, target, commitment or estimate."""
    change: str
    """up, down, same, more, less, approximate; empty where no change is told."""
    origin: Amount | None
    """The figure that it started from."""
    restates: Amount | None
    """The figure that it restates in another unit."""
    rate: float | None
    """How many of its units make one of the restated figure's; None where it restates none."""
    speaker: str
    """Who says it; empty for the article itself."""
    speaker_link: Link | None
    """The speaker's page, where there is one."""
    opinion: bool
    """It stands in a part marked as opinion."""
    editor: bool
    """Set by an editor."""
    proof: Proof
    """Its sentence."""


class PointView(Struct, frozen=True):
    """One point of a chart or a row of its table."""

    period: str
    """EDTF; empty where not told."""
    value: float
    """The number."""
    status: str
    """actual, target, commitment, estimate; or derived."""
    href: str
    """The figure it stands for; empty for a derived one."""
    formula: str
    """How a derived value was computed."""


class SeriesView(Struct, frozen=True):
    """The page of one series."""

    head: Head
    """Title, way here."""
    id: str
    """Stable id."""
    title: str
    """What is measured, as a title."""
    measure: str
    """What is measured, in words of the articles."""
    unit: str
    """Its unit."""
    unit_kind: str
    """money, percent, count, duration, ratio or physical."""
    figures: tuple[FigureView, ...]
    """Every figure of every article, in order of period."""
    points: tuple[PointView, ...]
    """Reported values in order of period."""
    derived: tuple[PointView, ...]
    """Values of our own making, with their formula."""
    notes: tuple[str, ...]
    """Cautions."""
    topics: tuple[Link, ...]
    """Threads of the story it belongs to."""
    agreements: tuple[Link, ...]
    """Agreements it is told with."""
    conflicts: tuple[Link, ...]
    """Open contradictions about it."""


class SeriesLine(Struct, frozen=True):
    """A series in a list, at its latest value."""

    link: Link
    """Its page."""
    amount: Amount
    """The latest reported value, or the only one."""
    written: str
    """As the article writes it."""
    period: str
    """EDTF; may be empty."""
    status: str
    """actual, target, commitment or estimate."""
    spark: tuple[float, ...]
    """Values of the series in order, for a sparkline; fewer than two for none."""
    count: int
    """Figures in the series."""
    proofs: tuple[Proof, ...]
    """Where the latest value stands; of a value told by several articles the first few."""
    before: str = ""
    """The article's words before the value, where the title does not have them; may be empty."""
    after: str = ""
    """Those behind it."""


class FiguresView(Struct, frozen=True):
    """The table of figures, or one letter of it."""

    head: Head
    """Title and way here."""
    groups: tuple[tuple[str, tuple[SeriesLine, ...]], ...]
    """Kind of unit, in words, and its series and single figures by unit and title."""
    shelves: tuple[Shelf, ...]
    """Pages by letter, where the table is long."""
    count: int
    """All figures."""


class ArticleFiguresView(Struct, frozen=True):
    """Figures of one article that belong to no series."""

    head: Head
    """Title and way here."""
    article: Link
    """The article."""
    figures: tuple[FigureView, ...]
    """In the order of the text."""


_BEFORE, _BEHIND = 70, 60
"""Characters of its sentence that a line shows before and behind a value."""
_CITED = 4
"""Articles of one amount that are cited beside it."""
_KINDS = {
    "money": "Money",
    "percent": "Shares and rates",
    "ratio": "Ratios",
    "count": "Counts",
    "duration": "Lengths of time",
    "physical": "Physical quantities",
}


def series_pages(_key: str, rows: tuple[Series, ...], story: Reader) -> tuple[Page, ...]:
    """The page of one series."""
    return tuple(_series_page(series, story) for series in rows[:1])


def article_figure_pages(key: str, rows: tuple[Article, ...], story: Reader) -> tuple[Page, ...]:
    """The figures of one article that belong to no series; no page where there are none."""
    marked = dict.fromkeys(mark.id for mark in story.rows(MARKS, key) if mark.kind == "figure")
    found = (story.one(FIGURES, id) for id in marked)
    alone = [figure for figure in found if figure is not None and not figure.series]
    if not alone or not rows:
        return ()
    path = urls.article_figures(key)
    notes = Notes(story, path)
    article = notes.link("article", key)
    alone.sort(key=lambda figure: (figure.evidence.start, figure.id))
    head = Head(
        f"Figures: {article.title}",
        f"{plural(len(alone), 'figure')} of “{article.title}”, each with its sentence.",
        "figures",
        crumbs(notes, ("Figures", urls.index("figure"))),
    )
    view = ArticleFiguresView(head, article, tuple(figure_view(notes, figure) for figure in alone))
    return (Page(path, "article-figures.html", view),)


def figures_index(_key: str, _rows: tuple[SiteInfo, ...], story: Reader) -> tuple[Page, ...]:
    """The table of all series; with many, one page for each first letter."""
    path = urls.index("figure")
    ids, count = story.keys(SERIES), story.count(FIGURES)
    if len(ids) <= ON_ONE_PAGE:
        return (_index(story, path, "Figures", ids, (), count),)
    letters = by_letter(story, "series", ids)
    shelves = tuple(Shelf(letter.upper(), f"in-{letter}.html", len(part)) for letter, part in letters.items())
    pages = tuple(
        _index(story, f"figures/in-{letter}.html", f"Figures: {letter.upper()}", part, (), len(part))
        for letter, part in letters.items()
    )
    return (_index(story, path, "Figures", (), shelves, count), *pages)


def series_line(notes: Notes, series: Series) -> SeriesLine:
    """A series as one line of a list, at its latest value."""
    ids = (*(p.figure for p in reversed(series.points) if p.figure), *reversed(series.figures))
    last = next(f for id in ids if (f := notes.story.one(FIGURES, id)) is not None)
    link = Link("series", series.id, series.title, notes.to(urls.record("series", series.id)))
    spark = tuple(p.value for p in series.points if p.status == "actual")[-_SPARK:]
    return SeriesLine(
        link,
        _amount(last),
        _written(last),
        last.period or "",
        last.status,
        spark,
        len(series.figures),
        (notes.proof(last.evidence),),
        *_words_around(notes.proof(last.evidence), series.title),
    )


def amount_line(notes: Notes, told: tuple[Figure, ...]) -> SeriesLine:
    """An amount that belongs to no series, as one line of a list: a figure, or what several articles tell alike."""
    first = told[0]
    address = notes.to(urls.figure(first.id, first.series, first.article))
    title = heading(notes.story, told)
    link = Link("figure", first.id, title, address)
    period = next((f.period for f in told if f.period), "")
    cited = {f.article: f.evidence for f in reversed(told)}
    proofs = tuple(notes.proof(cited[id]) for id in sorted(cited)[:_CITED])
    status = Counter(f.status for f in told).most_common(1)[0][0]
    return SeriesLine(
        link,
        _amount(first),
        _written(first),
        period or "",
        status,
        (),
        len(told),
        proofs,
        *_words_around(notes.proof(first.evidence), title),
    )


def _words_around(proof: Proof, title: str) -> tuple[str, str]:
    """What stands around a value in its sentence; nothing where its title is words of that sentence, value and all."""
    if proof.exact in title:
        return "", ""
    before, after = proof.before, proof.after
    if len(before) > _BEFORE:
        before = "… " + before[-_BEFORE:].partition(" ")[2]
    if len(after) > _BEHIND:
        after = after[:_BEHIND].rpartition(" ")[0].rstrip(" ,;:…") + " …"
    return before, after


def figure_view(notes: Notes, figure: Figure) -> FigureView:
    """One figure with all that is known about it."""
    origin = notes.story.one(FIGURES, figure.change_from) if figure.change_from else None
    restated = notes.story.one(FIGURES, figure.equivalent_of) if figure.equivalent_of else None
    rate = figure.value / restated.value if restated and restated.value else None
    return FigureView(
        id=figure.id,
        written=_written(figure),
        amount=_amount(figure),
        assumed=figure.currency_assumed,
        approximate=figure.approximate,
        qualifier=figure.qualifier,
        title=heading(notes.story, (figure,)),
        measure=figure.measure,
        period=figure.period or "",
        deadline=figure.deadline or "",
        place=figure.place,
        status=figure.status,
        change=figure.change_direction,
        origin=_amount(origin) if origin else None,
        restates=_amount(restated) if restated else None,
        rate=rate,
        speaker=figure.speaker,
        speaker_link=notes.link("leader", figure.speaker_id) if figure.speaker_id else None,
        opinion=figure.opinion,
        editor=figure.basis == "editor",
        proof=notes.proof(figure.evidence),
    )


def figures_alone(story: Reader) -> list[Figure]:
    """Figures of no series; none where there are too many to list."""
    ids = story.keys(FIGURES)
    if len(ids) > 2 * ON_ONE_PAGE:
        return []
    return [figure for id in ids if (figure := story.one(FIGURES, id)) is not None and not figure.series]


def _index(
    story: Reader, path: str, title: str, ids: tuple[str, ...], shelves: tuple[Shelf, ...], count: int
) -> Page:
    notes = Notes(story, path)
    found = [series for id in ids if (series := story.one(SERIES, id)) is not None and series.figures]
    alone = figures_alone(story) if path == urls.index("figure") else []
    lines = [series_line(notes, s) for s in found] + [
        amount_line(notes, told) for told in told_together(story, alone)
    ]
    groups = (
        (name, tuple(sorted((line for line in lines if line.amount.kind == kind), key=_by_unit)))
        for kind, name in _KINDS.items()
    )
    about = f"{plural(count, 'figure')} with value, period, status and source."
    if path == urls.index("figure") and len(story.keys(FIGURES)) > 2 * ON_ONE_PAGE:
        about += " This list has those that several reports give; the rest are at the foot of their articles."
    head = Head(title, about, "figures", crumbs(notes))
    return Page(path, "figures.html", FiguresView(head, tuple(g for g in groups if g[1]), shelves, count))


def _by_unit(line: SeriesLine) -> tuple[str, str, str]:
    return line.amount.unit, line.link.title.casefold(), line.link.id


def _series_page(series: Series, story: Reader) -> Page:
    path = urls.record("series", series.id)
    notes = Notes(story, path)
    key = f"series/{series.id}"
    figures = [f for id in series.figures if (f := story.one(FIGURES, id)) is not None]
    views = tuple(figure_view(notes, f) for f in sorted(figures, key=lambda f: (f.period or "9", f.id)))
    trail = crumbs(notes, ("Figures", urls.index("figure")))
    view = SeriesView(
        head=Head(
            series.title, f"{series.title}: {plural(len(views), 'figure')} with sources.", "figures", trail
        ),
        id=series.id,
        title=series.title,
        measure=series.measure,
        unit=series.unit,
        unit_kind=series.unit_kind,
        figures=views,
        points=tuple(_point(p) for p in series.points),
        derived=tuple(_point(p) for p in series.derived),
        notes=series.notes,
        topics=related(notes, key, "topic"),
        agreements=related(notes, key, "agreement"),
        conflicts=related(notes, key, "conflict"),
    )
    return Page(path, "series.html", view)


def _point(point: SeriesPoint) -> PointView:
    href = f"#{point.figure}" if point.figure else ""
    return PointView(point.period or "", point.value, point.status, href, point.formula)


def _amount(figure: Figure) -> Amount:
    return Amount(figure.value, figure.low, figure.high, figure.unit, figure.unit_kind)


def _written(figure: Figure) -> str:
    return " ".join(figure.evidence.exact.split())
