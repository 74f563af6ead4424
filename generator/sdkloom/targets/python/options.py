"""How are the client's options written that are no credentials?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from sdkloom.ir.api import Api
from sdkloom.ir.options import ClientOption, Destination
from sdkloom.ir.types import Scalar
from sdkloom.name.spell import Identifier
from sdkloom.targets.base import Code, Import
from sdkloom.targets.layout import wrap_prose
from sdkloom.targets.python.auth import option_name, tuple_code
from sdkloom.targets.python.docs import plain
from sdkloom.targets.python.types import value_code
from sdkloom.targets.python.views import OptionView

_WIDTH = 84  # what the docstring of a constructor has room for
_KINDS: Mapping[Scalar, str] = {
    Scalar.STRING: "str",
    Scalar.INTEGER: "int",
    Scalar.NUMBER: "float",
    Scalar.BOOLEAN: "bool",
}

_PLACES: Mapping[Destination, str] = {
    Destination.HEADER: "Sent in the header `{}`",
    Destination.QUERY: "Sent in the query as `{}`",
    Destination.PATH: "The path parameter `{}` of calls that do not say it",
    Destination.SERVER: "The variable `{}` in the address of the API",
}


def option_views(
    api: Api, taken: set[Identifier], resources: set[Identifier], variable: Callable[[str], str]
) -> Iterator[OptionView]:
    """The options by names that are not taken; `variable` tells the environment variable behind one."""
    taken = set(taken)
    for option in api.options:
        name = option_name(option.name.words)
        while name in taken:
            name = Identifier(f"{name}_")
        taken.add(name)
        yield OptionView(
            name=name,
            annotation=_annotation(option),
            returns=_returns(option),
            setting=_setting(option, name),
            variable=variable(name),
            docs=_docs(option, name, variable(name)),
            has_property=name not in resources,
        )


def _annotation(option: ClientOption) -> Code:
    if option.values:
        return Code(f"Literal{_listed(option)}", frozenset({Import("typing", "Literal", True)}))
    return Code(_KINDS[option.kind])


def _listed(option: ClientOption) -> str:
    return f"[{', '.join(value_code(value).text for value in option.values)}]"


def _returns(option: ClientOption) -> Code:
    is_known = option.default is not None or option.required
    return _annotation(option) if is_known else _annotation(option).around("", " | None")


def _setting(option: ClientOption, name: Identifier) -> Code:
    parts = [value_code(text).text for text in (name, option.place.value, option.parameter)]
    if option.kind is not Scalar.STRING:
        parts.append(f"kind={value_code(option.kind.value).text}")
    if option.default is not None:
        parts.append(f"default={value_code(option.default.value).text}")
    if option.values:
        texts = tuple(value for value in option.values if isinstance(value, str))
        every = ", ".join(value_code(value).text for value in option.values)
        parts.append(f"values={tuple_code(texts) if len(texts) == len(option.values) else f'({every},)'}")
    if option.required:
        parts.append("required=True")
    return Code(f"ClientOption({', '.join(parts)})", frozenset({Import("._core.choices", "ClientOption")}))


def _docs(option: ClientOption, name: Identifier, variable: str) -> str:
    where = _PLACES[option.place].format(option.parameter)
    said = plain(option.docs, where, 0).split("\n")[0].rstrip(".")
    usual = f", else {value_code(option.default.value).text}" if option.default is not None else ""
    return option_docs(f"{name}: {said}; by default the value of `{variable}`{usual}.").rstrip("\n")


def option_docs(text: str) -> str:
    """An entry of the constructor's docstring."""
    return wrap_prose(text, _WIDTH).replace("\n", "\n    ") + "\n"
