"""Frozen dataclasses that are made fast: reading one article makes hundreds."""

from dataclasses import MISSING, fields
from typing import TypeVar

Value = TypeVar("Value")


def quick(cls: type[Value]) -> type[Value]:
    """`cls`, a frozen dataclass with slots, whose values are filled through the slots themselves.

    What `dataclass` writes goes through `object.__setattr__`, which takes four times as long.
    """
    known = fields(cls)  # type: ignore[arg-type]
    names = {f"set_{f.name}": cls.__dict__[f.name].__set__ for f in known}
    names |= {f"default_{f.name}": f.default for f in known if f.default is not MISSING}
    given = [f.name if f.default is MISSING else f"{f.name}=default_{f.name}" for f in known]
    filled = [f"    set_{f.name}(self, {f.name})" for f in known]
    exec("\n".join([f"def __init__(self, {', '.join(given)}):", *filled]), names)
    cls.__init__ = names["__init__"]  # type: ignore[method-assign]
    return cls
