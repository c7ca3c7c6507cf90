"""XML of strangers: no entities, no network, no depth beyond the parser's."""

from typing import Any

from site_gen.errors import Problem
from site_gen.load.refused import Refused

_AGAIN = "fetch or export the file again; it may have been cut short"


def parse_xml(data: bytes, file: str) -> Any:
    """The root of a document. Raises `Refused`, with line and column, where it is not well formed."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position or (0, 0)
        message = f"this XML is not well formed: {str(error.msg)[:120]}"
        raise Refused(Problem(file, line or 0, column or 0, "xml", message, _AGAIN)) from None
    except (ValueError, etree.LxmlError) as error:
        raise Refused(
            Problem(file, 0, 0, "xml", f"this XML cannot be read: {str(error)[:120]}", _AGAIN)
        ) from None
    if root is None:
        raise Refused(Problem(file, 0, 0, "xml", "this XML is empty", _AGAIN))
    return root


def local(name: Any) -> str:
    """A tag or attribute without its namespace; empty for what is no element."""
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def words_of(element: Any) -> str:
    """All text in an element."""
    return "".join(element.itertext())


def first_words(root: Any, *paths: str) -> str:
    """The words of the first element that one of the paths leads to, in one line; empty where none does."""
    for path in paths:
        for element in root.iterfind(path):
            if words := " ".join(words_of(element).split()):
                return words
    return ""
