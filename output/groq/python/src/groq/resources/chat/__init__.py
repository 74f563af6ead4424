"""The resource `chat`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..._core.resource import AsyncResource, Resource, WithResponses
from ...proxies import chat as proxies

if TYPE_CHECKING:
    from .completions import AsyncCompletions, Completions


class Chat(Resource, WithResponses[proxies.Raw, proxies.Streamed]):
    """Reached as `client.chat`. Further resources: `completions`."""

    @cached_property
    def completions(self) -> Completions:
        from .completions import Completions

        return Completions(self._client)


class AsyncChat(AsyncResource, WithResponses[proxies.AsyncRaw, proxies.AsyncStreamed]):
    """Reached as `client.chat`. Further resources: `completions`."""

    @cached_property
    def completions(self) -> AsyncCompletions:
        from .completions import AsyncCompletions

        return AsyncCompletions(self._client)
