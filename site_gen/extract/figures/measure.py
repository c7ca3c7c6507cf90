"""What a figure measures, in the text's own words: a noun phrase beside it or the subject of its verb."""

from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens, is_digits

_LINKS = frozenset({"of", "on", "for", "in", "and", "to", "from", "with", "at", "by", "'s", "’s", "between", "per"})
_ARTICLES = frozenset({"a", "an", "the", "its", "their", "his", "her", "our", "this", "that", "these", "those", "some", "all", "both", "every", "each", "any", "my", "your", "just", "about"})
_AUXILIARIES = frozenset({"is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "will", "would", "could", "can", "may", "might", "must", "should", "to", "already", "also", "now", "still", "only", "just", "not", "then", "currently", "expected", "set", "likely", "projected", "forecast", "estimated", "sharply", "slightly", "later", "recently", "poised", "due", "back", "more", "than", "nearly", "about", "almost"})
_CLAUSE = frozenset({";", ":", "—", "–", "(", ")", "but", "while", "whereas", "although", "because", "that", "said", "says", "say", "if", "when", "where", "as", "after", "before", "since", "“", "”", '"'})
_WORDS = 10


def measure(tokens: Tokens, found: Quantity, words: Vocabulary, left: int) -> str:
    """At most about ten words; empty where nothing beside the figure says it. `left`: where its clause may begin."""
    after = _after(tokens, found, words)
    subject = _subject(tokens, found, words, left)
    if found.noun >= 0:
        counted = _text(tokens, found.noun, min(_extended(tokens, found.last, words), found.noun + 8))
        return _short(f"{subject} {counted}" if subject and _owns(tokens, found, words, left) else counted)
    if after:
        return _short(f"{subject} {after}" if subject and len(subject.split()) <= 4 else after)
    return _short(subject)


def _short(phrase: str) -> str:
    return " ".join(phrase.split()[:_WORDS])


def _text(tokens: Tokens, first: int, last: int) -> str:
    while first < last and tokens.low[first] in _ARTICLES:
        first += 1
    pieces = []
    for at in range(first, last):
        pieces.append(tokens.words[at] + ("" if tokens.glued(at) else " "))
    return "".join(pieces).strip(" ,;:-–—'\"“”‘’")


def _after(tokens: Tokens, found: Quantity, words: Vocabulary) -> str:
    """`60% of its revenue`, `a $150,000 contract`, `$1 billion in gains`."""
    at = found.last
    word = tokens.peek(at)
    if word in ("-", "–") and tokens.glued(at):
        at, word = at + 1, tokens.peek(at + 1)
    if word == "worth" and tokens.peek(at + 1) == "of":
        at, word = at + 1, "of"
    if word in ("of", "in") and not tokens.peek(at + 1)[:1].isdigit():
        end = _phrase(tokens, at + 1, words)
        return _text(tokens, at + 1, _extended(tokens, end, words)) if end > at + 1 and not _when(tokens, at + 1, end) else ""
    end = _phrase(tokens, at, words)
    return _text(tokens, at, _extended(tokens, end, words)) if end > at and found.kind != "duration" else ""


def _when(tokens: Tokens, first: int, last: int) -> bool:
    text = tokens.low[last - 1]
    return text in ("quarter", "year", "month", "week", "years", "months", "weeks", "days", "total", "trade", "trading", "half", "day", "season", "cash") or tokens.low[first] in (
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")


def _phrase(tokens: Tokens, at: int, words: Vocabulary) -> int:
    """Where a noun phrase that begins at a token ends."""
    where = at
    while where < len(tokens.low) and where - at < 8:
        word = tokens.low[where]
        if where == at and word in _ARTICLES:
            where += 1
            continue
        if not (word[0].isalpha() or word in ("'s", "’s", "&") or (word in "-–" and tokens.glued(where - 1))):
            break
        if word in words.breaks and word != "s":
            break
        where += 1
    while where > at and not tokens.low[where - 1][0].isalnum():
        where -= 1
    return where


def _extended(tokens: Tokens, end: int, words: Vocabulary) -> int:
    """One step over `of`, `on`, `for`, `in`, `from` to the noun phrase behind."""
    if tokens.peek(end) not in ("of", "on", "for", "in", "from", "to", "into"):
        return end
    more = _phrase(tokens, end + 1, words)
    return more if more > end + 1 and not _when(tokens, end + 1, more) else end


def _subject(tokens: Tokens, found: Quantity, words: Vocabulary, left: int) -> str:
    """The noun phrase to the left that the figure is said of."""
    at = found.lead - 1
    while at >= left and (tokens.low[at] in words.emphasis or tokens.low[at] in _ARTICLES):
        at -= 1
    while at >= left:
        word = tokens.low[at]
        if word in _CLAUSE and at < found.lead - 1 and word not in ("(", ")"):
            return ""
        if _nounish(tokens, at, words):
            end = at + 1
            begin = _begin(tokens, at, words, left)
            phrase = _text(tokens, begin, end)
            if phrase:
                return phrase
            at = begin
        at -= 1
    return ""


def _nounish(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    word = tokens.low[at]
    if not word[0].isalpha() or word in words.breaks or word in words.change_nouns or len(word) < 2:
        return False
    return word not in _AUXILIARIES and not word.endswith(("ly", "ed", "ing")) and word not in words.numbers.scales and not _is_unit(tokens, at)


def _is_unit(tokens: Tokens, at: int) -> bool:
    return at > 0 and is_digits(tokens.words[at - 1])


def _begin(tokens: Tokens, at: int, words: Vocabulary, left: int) -> int:
    """Back from the last word of a noun phrase to its first, over `of` and other links inside it."""
    begin = at
    while begin > left and at - begin < 12:
        word, before = tokens.low[begin - 1], tokens.peek(begin - 2)
        if word in _LINKS:
            if word == "to" or not before or not _link_ok(tokens, begin - 2, words):
                break
        elif word in _ARTICLES:
            if before not in _LINKS:
                break
        elif not (word[0].isalnum() or word in "-–&'’/") or (word in words.breaks and not _capital(tokens, begin - 1)):
            break
        begin -= 1
    while begin < at and (tokens.low[begin] in _LINKS or tokens.low[begin] in _ARTICLES):
        begin += 1
    return begin


def _link_ok(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    word = tokens.low[at]
    return at >= 0 and word[0].isalpha() and word not in words.breaks


def _capital(tokens: Tokens, at: int) -> bool:
    return at > 0 and tokens.words[at][0].isupper()


def _owns(tokens: Tokens, found: Quantity, words: Vocabulary, left: int) -> bool:
    """Whether a verb such as `has`, `employs`, `sold` stands between the subject and the counted noun."""
    at = found.lead - 1
    return any(tokens.low[where] in words.have for where in range(max(left, at - 2), at + 1))
