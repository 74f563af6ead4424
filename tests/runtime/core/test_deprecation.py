"""Former names: they do what they always did, and warn."""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import Mapping

import pytest
from _core.deprecation import deprecated, formerly
from _core.lazy import lazily


@deprecated("use `new`")
def _old(value: int) -> int:
    """Add one."""
    return value + 1


@formerly(q="query", size="limit")
def _search(query: str, *, limit: int = 10) -> tuple[str, int]:
    return query, limit


def test_a_former_call_warns_where_it_is_called() -> None:
    with pytest.warns(DeprecationWarning, match="use `new`") as caught:
        assert _old(1) == 2
    assert caught[0].filename == __file__
    assert (_old.__name__, _old.__doc__) == ("_old", "Add one.")
    assert _old.__deprecated__ == "use `new`"


def test_a_former_asynchronous_call_warns() -> None:
    @deprecated("use `new`")
    async def old() -> str:
        return "answer"

    with pytest.warns(DeprecationWarning, match="use `new`"):
        assert asyncio.run(old()) == "answer"


def test_a_former_name_of_an_argument_is_taken_with_a_warning() -> None:
    with pytest.warns(DeprecationWarning, match="'q' is deprecated: use 'query' instead") as caught:
        assert _search(q="cats", limit=1) == ("cats", 1)  # type: ignore[call-arg]
    assert caught[0].filename == __file__


def test_names_of_today_do_not_warn() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert _search("cats", limit=1) == ("cats", 1)


def test_an_argument_under_both_names_is_refused() -> None:
    with pytest.raises(TypeError, match="'size' is a former name of 'limit'; give only one of them"):
        _search("cats", limit=1, size=2)  # type: ignore[call-arg]


def test_a_former_public_name_warns_whenever_it_is_asked_for() -> None:
    load = lazily("collections", {"Old": ".abc:Mapping"}, {"Old": "use `Mapping`"})
    for _ in range(2):
        with pytest.warns(DeprecationWarning, match="use `Mapping`"):
            assert load("Old") is Mapping
