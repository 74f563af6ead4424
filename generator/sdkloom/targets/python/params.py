"""How is what a call takes written down as a TypedDict?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sdkloom.ir.api import Operation
from sdkloom.name.spell import Identifier
from sdkloom.targets.base import Code, Import
from sdkloom.targets.python.arguments import Argument, Arguments
from sdkloom.targets.python.docs import field_text, spaced
from sdkloom.targets.python.spelled import Home
from sdkloom.targets.python.types import TypeWriter
from sdkloom.targets.python.views import DefinitionView, FieldView

TYPED_DICT = Code("TypedDict", frozenset({Import("typing", "TypedDict")}))
_OPTIONS = Code("RequestOptions", frozenset({Import("._core.options", "RequestOptions")}))


@dataclass(frozen=True, slots=True)
class ParamsBuilder:
    """Writes the `…Params` of every operation; `arguments` and `calls` are keyed by operation id."""

    arguments: Mapping[str, Arguments]
    calls: Mapping[str, str]

    def define(self, operation: Operation, home: Home, writer: TypeWriter) -> Iterator[DefinitionView]:
        """One TypedDict, or two: what a signature names itself cannot be among what it unpacks."""
        arguments = self.arguments[operation.id]
        base = _OPTIONS if arguments.unpacked else TYPED_DICT
        what = f"What `{self.calls[operation.id]}` takes."
        if not arguments.has_base:
            yield self._typed_dict(home.name, what, base, arguments.named, writer)
            return
        shared, spelled = base_name(home), (*arguments.switches, *arguments.keyword)
        rest = f"{what[:-1]} besides {', '.join(f'`{argument.name}`' for argument in spelled)}."
        yield self._typed_dict(shared, rest, base, arguments.unpacked, writer)
        yield self._typed_dict(home.name, what, Code(shared), spelled, writer)

    def _typed_dict(
        self, name: Identifier, text: str, base: Code, listed: tuple[Argument, ...], writer: TypeWriter
    ) -> DefinitionView:
        writer = replace(writer, shadowed=frozenset(argument.name for argument in listed))
        fields = tuple(self._key(argument, writer) for argument in listed)
        return DefinitionView(name, text, True, is_typed_dict=True, base=base, fields=spaced(fields))

    def _key(self, argument: Argument, writer: TypeWriter) -> FieldView:
        annotation = writer.write(argument.type)
        if argument.required:
            annotation = annotation.around(
                "Required[", "]", Import("typing_extensions", "Required", typing_only=True)
            )
        docs = field_text(argument.docs, 4)
        return FieldView(argument.name, annotation, Code(""), docs, bool(docs))


def base_name(home: Home) -> Identifier:
    """The TypedDict of what a signature unpacks where it names other arguments as well."""
    return Identifier(f"{home.name}Base")
