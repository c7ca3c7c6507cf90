"""Bare text in, an article out: no metadata, no furniture, paragraphs by blank line or by line."""

import re

from site_gen.records import Article, ArticleId, Block, Published

_UNKNOWN = Published(None, "unknown", 0.0)


def prose_article(text: str, published: Published = _UNKNOWN, article_id: str = "text") -> Article:
    """`text` as one article of nothing but prose: what tests and scorers feed the extractors with."""
    separator = r"\n[ \t]*\n\s*" if re.search(r"\S\s*\n[ \t]*\n\s*\S", text) else r"\n"
    blocks: list[Block] = []
    start = 0
    for match in [*re.finditer(separator, text), None]:
        end = match.start() if match else len(text)
        if text[start:end].strip():
            blocks.append(Block("paragraph", start, end))
        start = match.end() if match else end
    reading = re.sub(r"[\s\u00a0\u2007\u202f]", " ", text)
    return Article(
        id=ArticleId(article_id),
        path=f"{article_id}.txt",
        format="txt",
        offsets="source",
        text=text,
        reading=reading,
        blocks=tuple(blocks),
        title="",
        title_basis="derived",
        title_span=None,
        published=published,
    )
