"""The base of all models: dataclasses that keep what they do not know, and know what they were not given."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import Field, fields, is_dataclass
from typing import TYPE_CHECKING, Any, Literal, cast

from .kinds import is_list, is_object
from .unset import Omit, is_unset

if TYPE_CHECKING:
    from typing_extensions import Self

_REPR_LIMIT = 1024
_State = tuple[dict[str, Any], dict[str, Any], "str | None"]


class BaseModel:
    """A JSON object with named fields.

    A field that was absent reads as `None`, is not in `model_fields_set`, and is not written back; a field
    that was null reads as `None` too, but is both. Fields that this version does not know are kept,
    readable as attributes, and written back.
    """

    # An absent field is an empty slot, so a decoded object holds just what was sent.
    __slots__ = ("__weakref__", "_extra", "_request_id")

    if TYPE_CHECKING:
        _extra: dict[str, Any]
        _request_id: str | None

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        # A dataclass keeps methods that the class body defines; so that ours win over those it would
        # generate, they have to stand in each class.
        for name in ("__repr__", "__eq__"):
            if name not in cls.__dict__:
                setattr(cls, name, getattr(BaseModel, name))

    def __post_init__(self) -> None:
        for name in _attributes(type(self)):
            if isinstance(getattr(self, name), Omit):
                object.__delattr__(self, name)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """The model of a JSON object. Values of unexpected types stay as they are; nothing is raised."""
        from .codec import decode

        return cast("Self", decode(cls, dict(data)))

    def to_dict(self) -> dict[str, Any]:
        """The JSON object: names as on the wire, without absent fields, with unknown ones."""
        from .codec import encode

        return cast("dict[str, Any]", encode(self))

    def to_json(self, *, indent: int | None = None) -> str:
        """The JSON text; `indent` is the number of spaces a level."""
        return json.dumps(self.to_dict(), indent=indent, ensure_ascii=False)

    def model_dump(
        self,
        *,
        mode: Literal["python", "json"] = "python",
        by_alias: bool = False,
        exclude_unset: bool = False,
        exclude_none: bool = False,
    ) -> dict[str, Any]:
        """The fields by the names of their attributes, those that are absent as None.

        For programs that know models of pydantic; `to_dict` gives the object as it is on the wire.
        """
        from .dumps import Dump

        data: dict[str, Any] = Dump(mode, by_alias, exclude_unset, exclude_none).of(self)
        return data

    def model_dump_json(
        self,
        *,
        indent: int | None = None,
        by_alias: bool = False,
        exclude_unset: bool = False,
        exclude_none: bool = False,
    ) -> str:
        """The same as JSON text."""
        from .dumps import Dump

        data = Dump("json", by_alias, exclude_unset, exclude_none).of(self)
        return json.dumps(data, indent=indent, ensure_ascii=False)

    @property
    def model_fields_set(self) -> frozenset[str]:
        """The attributes that hold a value, null included."""
        return frozenset(name for name, _ in set_fields(self))

    @property
    def model_extra(self) -> dict[str, Any]:
        """The fields that this version does not know, by their name on the wire."""
        return dict(extra_fields(self))

    if not TYPE_CHECKING:  # a checker should still find misspelt names

        def __getattr__(self, name: str) -> Any:
            if name in _attributes(type(self)) or name == "_request_id":
                return None
            if not name.startswith("__"):
                extra = extra_fields(self)
                if name in extra:
                    return extra[name]
            raise AttributeError(f"{type(self).__name__!r} has no field {name!r}")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, BaseModel):
            return NotImplemented
        if not (isinstance(other, type(self)) or isinstance(self, type(other))):
            return NotImplemented  # a page, though, equals the plain answer that it is as well
        same = dict(set_fields(self)) == dict(set_fields(other))
        return same and extra_fields(self) == extra_fields(other)

    def __repr__(self) -> str:
        text = ""
        for piece in _pieces(self):
            text += piece
            if len(text) > _REPR_LIMIT:  # an answer may be huge, and nobody reads it all
                return f"{text[: _REPR_LIMIT - 4]}...)"
        return text

    def __getstate__(self) -> _State:
        return dict(set_fields(self)), dict(extra_fields(self)), self._request_id

    def __setstate__(self, state: _State) -> None:
        values, extra, request_id = state
        for name, value in values.items():
            object.__setattr__(self, name, value)
        if extra:
            self._extra = extra
        if request_id is not None:
            self._request_id = request_id


class Unknown(BaseModel):
    """An object that is none of the variants this version knows.

    Its data is in `model_extra`, and can be read as attributes.
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...


def extra_fields(model: BaseModel) -> dict[str, Any]:
    """The unknown fields of a model; the dictionary itself, not a copy."""
    try:
        return cast("dict[str, Any]", object.__getattribute__(model, "_extra"))
    except AttributeError:
        return {}


def set_fields(model: BaseModel) -> list[tuple[str, Any]]:
    """The attributes that hold a value, in the order of the class."""
    found: list[tuple[str, Any]] = []
    for name in _attributes(type(model)):
        try:
            value = object.__getattribute__(model, name)
        except AttributeError:
            continue
        if not is_unset(value):  # whoever assigns `omit` takes the field away
            found.append((name, value))
    return found


_ATTRIBUTES: dict[type[BaseModel], dict[str, None]] = {}


def _attributes(cls: type[BaseModel]) -> dict[str, None]:
    found = _ATTRIBUTES.get(cls)
    if found is None:
        listed: tuple[Field[Any], ...] = fields(cls) if is_dataclass(cls) else ()
        found = _ATTRIBUTES[cls] = dict.fromkeys(part.name for part in listed)
    return found


def _pieces(value: Any) -> Iterator[str]:
    """The `repr` of a value, piece by piece, so that writing can stop."""
    if isinstance(value, BaseModel):
        yield f"{type(value).__name__}("
        for index, (name, part) in enumerate((*set_fields(value), *extra_fields(value).items())):
            yield f"{', ' if index else ''}{name}="
            yield from _pieces(part)
        yield ")"
    elif is_list(value):
        yield "["
        for index, part in enumerate(value):
            yield ", " if index else ""
            yield from _pieces(part)
        yield "]"
    elif is_object(value):
        yield "{"
        for index, (key, part) in enumerate(value.items()):
            yield f"{', ' if index else ''}{key!r}: "
            yield from _pieces(part)
        yield "}"
    else:
        is_long = isinstance(value, (str, bytes)) and len(value) > _REPR_LIMIT
        yield repr(value[: _REPR_LIMIT + 1] if is_long else value)
