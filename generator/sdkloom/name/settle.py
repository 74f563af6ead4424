"""Which name does everything have in the end?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sdkloom.config import Config
from sdkloom.diagnostics import Report
from sdkloom.ir.api import Api, Resource
from sdkloom.name.call import Call, ResourcePath
from sdkloom.name.calls import grow_tree, settle_all_calls
from sdkloom.name.held import find_held
from sdkloom.name.homes import find_homes, find_read, find_within
from sdkloom.name.pages import PageKey
from sdkloom.name.propose import spread_bodies
from sdkloom.name.published import UNPUBLISHED, Published
from sdkloom.name.type_names import TypeName, settle_types
from sdkloom.name.webhooks import place_webhooks, reserved_calls


@dataclass(frozen=True, slots=True)
class Names:
    """The table: a call for each operation, a name for each definition and for what each call takes, and
    the resource tree.

    `sent` names the form that is sent of what is received as well, for languages that have a form each way,
    and `pages` the class of an answer in pages, for languages that have one.
    `further` are other calls of an operation that are as good, `former` those that are kept for those who
    know them, and deprecated. `spread` maps definitions that live on only as the arguments of one operation
    to that operation. `webhooks` is the resource that checks and reads webhooks, if there is one.

    `homes` says of every definition that is not inline beside which resource it stands, () where none has it
    to itself. `read` are those that users can read though no call answers them. `within` maps those whose
    inline types stand with what an operation takes to that operation. `held` are the resources whose last
    name no type takes from them.
    """

    calls: Mapping[str, Call]
    further: Mapping[str, tuple[Call, ...]]
    former: Mapping[str, tuple[Call, ...]]
    types: Mapping[str, TypeName]
    params: Mapping[str, TypeName]
    sent: Mapping[str, TypeName]
    pages: Mapping[PageKey, TypeName]
    spread: Mapping[str, str]
    root: Resource
    webhooks: ResourcePath | None
    homes: Mapping[str, ResourcePath]
    read: frozenset[str]
    within: Mapping[str, str]
    held: frozenset[ResourcePath]


def settle(api: Api, config: Config, report: Report, published: Published = UNPUBLISHED) -> Names:
    """Settle every name: configuration first, then what is published, then the document.

    Clashes are settled by a rule that the order of the document plays no part in, and reported.
    """
    calls = settle_all_calls(api, config, report, published, reserved_calls(published))
    webhooks = place_webhooks(api, calls, config, report, published)
    spread = {id: of for id, of in spread_bodies(api).items() if published.type(id) is None}
    named = settle_types(api, calls.own, spread, config, published, report)
    root = grow_tree(api, calls, webhooks)
    homes = find_homes(api, calls.own, root, webhooks, published)
    read, within = find_read(api, spread, published), find_within(api, spread, published)
    listed = (named.types[id] for id, one in api.definitions.items() if one.owner is None)
    others = (*named.params.values(), *named.sent.values(), *named.pages.values())
    held = find_held(root, (*listed, *others), published)
    return Names(
        calls.own, calls.further, calls.former, named.types, named.params, named.sent, named.pages,
        spread, root, webhooks, homes, read, within, held,
    )  # fmt: skip
