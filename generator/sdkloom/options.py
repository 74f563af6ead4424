"""Which options does a client have besides its credentials, and where do their values go?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sdkloom.config import Config, OptionChoice
from sdkloom.diagnostics import Report
from sdkloom.ir.api import Api, Operation, Parameter, Place, Server
from sdkloom.ir.base import Default, Docs, Name
from sdkloom.ir.options import ClientOption, Destination
from sdkloom.ir.types import Scalar
from sdkloom.name.matching import did_you_mean
from sdkloom.name.words import split_words

_VARIABLE = re.compile(r"\{([^{}]+)\}")


def add_options(api: Api, config: Config, report: Report) -> Api:
    """The API with the options that its client has: those of the configuration, and variables of servers.

    A path parameter that the client may know need not be given to a call. What names nothing is reported.
    """
    adder = _Adder(api, config, report)
    chosen = {name: _option(name, choice) for name, choice in config.options.items()}
    variables = {
        variable.parameter: variable
        for server in reversed(api.servers)
        for variable in (server.variables if server is api.servers[0] or config.servers else ())
    }
    # An option that serves a variable says only what is to be said beyond the document.
    for option in chosen.values():
        if option.place is Destination.SERVER:
            variables[option.parameter] = _joined(option, variables.get(option.parameter))
    servers = tuple(adder.servers(variables)) or tuple(_filled(api.servers, variables))
    used = {name for server in servers[: None if config.servers else 1] for name in _variables(server)}
    adder.report_unused(chosen, used)
    known = {option.parameter for option in chosen.values() if option.place is Destination.PATH}
    listed = [option for option in chosen.values() if option.place is not Destination.SERVER]
    return replace(
        api,
        servers=servers,
        operations=tuple(_without(operation, known) for operation in api.operations),
        options=(*listed, *(option for name, option in variables.items() if name in used)),
    )


@dataclass(frozen=True, slots=True)
class _Adder:
    api: Api
    config: Config
    report: Report

    def servers(self, variables: Mapping[str, ClientOption]) -> Iterator[Server]:
        """The servers of the configuration; a variable in their addresses must be known."""
        for name, url in self.config.servers.items():
            unknown = [wire for wire in _VARIABLE.findall(url) if wire not in variables]
            for wire in unknown:
                hint = f"write e.g. `{wire}: {{place: server, default: …}}` under `options`"
                self._miss(("servers", name), f"variable `{wire}` of a server", hint)
            if unknown:
                continue
            template = url if "{" in url else ""
            yield Server(_with_defaults(url, variables), Docs(), name, template)

    def report_unused(self, chosen: Mapping[str, ClientOption], used: set[str]) -> None:
        """Report options whose values no path and no address has a place for."""
        paths = {
            parameter.name.wire
            for operation in self.api.operations
            for parameter in operation.parameters
            if parameter.place is Place.PATH
        }
        for name, option in chosen.items():
            if option.place is Destination.PATH and option.parameter not in paths:
                detail = f"path parameter `{option.parameter}`"
                self._miss(("options", name), detail, did_you_mean(option.parameter, paths))
            if option.place is Destination.SERVER and option.parameter not in used:
                detail = f"variable `{option.parameter}` of a server"
                self._miss(("options", name), detail, "name it in braces in the URL of a server")

    def _miss(self, keys: tuple[str, ...], detail: str, hint: str) -> None:
        self.config.report_missing(self.report, keys, detail, hint)


def _option(name: str, choice: OptionChoice) -> ClientOption:
    return ClientOption(
        Name(name, split_words(name)),
        Destination(choice.place),
        choice.name or name,
        Scalar(choice.type),
        Docs(summary=choice.docs),
        choice.values,
        Default(choice.default) if choice.default is not None else None,
        choice.required and choice.default is None,
    )


def _joined(option: ClientOption, known: ClientOption | None) -> ClientOption:
    if known is None:
        return option
    return replace(
        option,
        docs=option.docs if option.docs.summary else known.docs,
        values=option.values or known.values,
        default=option.default or known.default,
    )


def _filled(servers: tuple[Server, ...], variables: Mapping[str, ClientOption]) -> Iterator[Server]:
    """The servers of the document; what the configuration says of their variables holds."""
    for server in servers:
        url = _with_defaults(server.template, variables) if _variables(server) <= variables.keys() else ""
        yield replace(server, url=url or server.url)


def _variables(server: Server) -> set[str]:
    return set(_VARIABLE.findall(server.template)) if "://" in server.template else set()


def _with_defaults(url: str, variables: Mapping[str, ClientOption]) -> str:
    for name, option in variables.items():
        if option.default is not None:
            url = url.replace(f"{{{name}}}", str(option.default.value))
    return url


def _without(operation: Operation, known: set[str]) -> Operation:
    """The operation as a call that need not say what the client knows."""
    parameters = tuple(_freed(parameter, known) for parameter in operation.parameters)
    return replace(operation, parameters=parameters)


def _freed(parameter: Parameter, known: set[str]) -> Parameter:
    is_known = parameter.place is Place.PATH and parameter.name.wire in known
    return replace(parameter, required=False) if is_known else parameter
