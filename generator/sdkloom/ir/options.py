"""What is a client told once, so that no call has to say it?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum as StandardEnum

from sdkloom.ir.base import Default, Docs, Json, Name
from sdkloom.ir.types import Scalar


class Destination(StandardEnum):
    """The part of a request that carries the value of a client's option."""

    HEADER = "header"
    QUERY = "query"
    PATH = "path"
    SERVER = "server"


@dataclass(frozen=True, slots=True)
class ClientOption:
    """An option of the client that is no credential.

    `parameter` is the name on the wire: of a header, of a query or path parameter, or of a variable in the
    address of a server. () in `values` allows any value. One that is `required` has no default.
    """

    name: Name
    place: Destination
    parameter: str
    kind: Scalar
    docs: Docs
    values: tuple[Json, ...] = ()
    default: Default | None = None
    required: bool = False
