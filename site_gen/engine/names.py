"""One address for one article: ids that several articles want are told apart, whichever file was there first.

Every article says which id it wants. The one file that is called so keeps it; the others (those that state it as
their slug, entries of feeds, or all of several files that are called so) get the digest of their paths added and a
warning each. So an id does not depend on the order of files, no slug moves another article's page, and a file that
holds no article has no say.
"""

import json

from msgspec.structs import replace

from site_gen.engine.shelves import raw_rows, values
from site_gen.engine.store import Store
from site_gen.errors import Problem
from site_gen.load.identify import apart, article_id
from site_gen.records import Article, ArticleId
from site_gen.tables import Table

WANTED: Table[str] = Table("wanted ids", str)
"""Id -> claims of the articles that want it."""
Contested = dict[str, list[str]]
"""Ids that several articles want, with their claims, sorted."""
_FILE, _STATED = "file", "slug"
_FACT = "contested ids"


def remembered(store: Store) -> Contested:
    """The contested ids of the last build."""
    found = store.fact(_FACT)
    return dict(json.loads(found)) if found else {}


def contested(store: Store) -> Contested:
    """The contested ids as they are now; they are remembered."""
    found: Contested = {}
    for (key,) in store.select("SELECT key FROM keys WHERE tbl = ? AND n > 1", WANTED.name):
        found[key] = _claims(key, store)
    sorted_found = {key: sorted(paths) for key, paths in sorted(found.items())}
    store.set_fact(_FACT, json.dumps(sorted_found).encode())
    return sorted_found


def claim(article: Article, file: str) -> str:
    """What an article of `file` puts forward for the id it wants: the name of its file, or less."""
    return "\0".join((_FILE if article_id(article.path) == article.id else _STATED, file, article.path))


def files_between(old: Contested, new: Contested, store: Store) -> set[str]:
    """Files whose articles wanted an id that became, or ceased to be, contested, or by other articles."""
    changed = [key for key in {*old, *new} if old.get(key) != new.get(key)]
    return {one.split("\0")[1] for key in changed for one in _claims(key, store)}


def _claims(key: str, store: Store) -> list[str]:
    return list(values(raw_rows(store, WANTED, key), str))


def settled(article: Article, file: str, known: Contested) -> tuple[Article, tuple[Problem, ...]]:
    """The article under an id that is its own, and a warning where that is not the one it wanted."""
    mine, claims = claim(article, file), known.get(article.id, [])
    others = [one for one in claims if one != mine]
    alone = mine.startswith(_FILE) and not any(one.startswith(_FILE) for one in others)
    if not others or alone:
        return article, ()
    name, other = apart(article.id, article.path), others[0].split("\0")[2]
    message = f"'{other}' wants the address '{article.id}' too; this article is published as '{name}'"
    hint = "give one of them a `slug` of its own"
    problem = Problem(file, 0, 0, "slug-collision", message, hint, severity="warning")
    return named(article, name), (problem,)


def named(article: Article, name: str) -> Article:
    """The article under another id."""
    if article.id == name:
        return article
    published = article.published
    if published.evidence is not None:
        published = replace(published, evidence=replace(published.evidence, article=ArticleId(name)))
    return replace(article, id=ArticleId(name), published=published)
