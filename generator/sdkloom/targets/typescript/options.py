"""How are the client's options written that are no credentials?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from sdkloom.ir.api import Api
from sdkloom.ir.base import Json
from sdkloom.ir.options import ClientOption, Destination
from sdkloom.ir.types import Scalar
from sdkloom.name.spell import Identifier
from sdkloom.targets.base import Code
from sdkloom.targets.typescript.auth import option_name
from sdkloom.targets.typescript.types import value_code
from sdkloom.targets.typescript.views import OptionView

_TYPES: Mapping[Scalar, str] = {
    Scalar.STRING: "string",
    Scalar.INTEGER: "number",
    Scalar.NUMBER: "number",
    Scalar.BOOLEAN: "boolean",
}

_PLACES: Mapping[Destination, str] = {
    Destination.HEADER: "Sent in the header `{}`",
    Destination.QUERY: "Sent in the query as `{}`",
    Destination.PATH: "The path parameter `{}` of calls that do not say it",
    Destination.SERVER: "The variable `{}` in the address of the API",
}


def option_views(api: Api, taken: set[Identifier], variable: Callable[[str], str]) -> Iterator[OptionView]:
    """The options by names that are not taken; `variable` tells the environment variable behind one."""
    for option, name in option_names(api, taken):
        named = variable("_".join(option.name.words))
        listed = " | ".join(value_code(value).text for value in option.values)
        yield OptionView(
            name, Code(listed or _TYPES[option.kind]), _setting(option, name), named, _docs(option, named)
        )


def option_names(api: Api, taken: set[Identifier]) -> Iterator[tuple[ClientOption, Identifier]]:
    """Each option with its name."""
    taken = set(taken)
    for option in api.options:
        name = option_name(option.name.words)
        while name in taken:
            name = Identifier(f"{name}_")
        taken.add(name)
        yield option, name


def _setting(option: ClientOption, name: Identifier) -> Code:
    parts: dict[str, Json] = {
        "name": name,
        "place": option.place.value,
        "parameter": option.parameter,
    }
    if option.kind is not Scalar.STRING:
        parts["kind"] = option.kind.value
    if option.default is not None:
        parts["usual"] = option.default.value
    if option.values:
        parts["values"] = list(option.values)
    if option.required:
        parts["required"] = True
    return value_code(parts)


def _docs(option: ClientOption, variable: str) -> str:
    where = _PLACES[option.place].format(option.parameter)
    said = (option.docs.summary or option.docs.body or where).split("\n")[0].rstrip(".")
    usual = f", else {value_code(option.default.value).text}" if option.default is not None else ""
    return f"{said}; by default the value of `{variable}`{usual}."
