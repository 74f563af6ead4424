"""The resource `files`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.resource import AsyncResource, Resource, WithResponses
from .._core.response import AsyncBinaryResponse, BinaryResponse
from ..proxies import files as proxies
from ..types.file import File
from ..types.file_delete_response import FileDeleteResponse
from ..types.file_list_response import FileListResponse

if TYPE_CHECKING:
    from typing import Literal

    from typing_extensions import Unpack

    from .._core.options import RequestOptions
    from .._core.uploads import FileTypes


class Files(Resource, WithResponses[proxies.Raw, proxies.Streamed]):
    """Reached as `client.files`."""

    def list(self, **options: Unpack[RequestOptions]) -> FileListResponse:
        """List the files of your organization.

        Covers both the files you uploaded and those that batches wrote.
        """
        return self._get("/openai/v1/files", to=FileListResponse, **options)

    def create(
        self, *, file: FileTypes, purpose: Literal["batch"], **options: Unpack[RequestOptions]
    ) -> File:
        """Upload a file for use in later requests.

        Files for batches must be `.jsonl`, with one request per line in the batch input format,
        and no larger than 100 MB. If you need room for more, ask Groq support to raise the
        limit.

        Args:
            file: The file itself, not just its name.
            purpose: What the file is for. The input of a batch takes `batch`.
        """
        return self._post(
            "/openai/v1/files",
            multipart={"file": file, "purpose": purpose},
            files=("file",),
            to=File,
            **options,
        )

    def delete(self, file_id: str, **options: Unpack[RequestOptions]) -> FileDeleteResponse:
        """Delete a stored file.

        The contents are gone afterwards, so download anything you still need first.

        Args:
            file_id: Identifier of the file to delete.
        """
        return self._delete(
            "/openai/v1/files/{file_id}",
            path={"file_id": file_id},
            to=FileDeleteResponse,
            **options,
        )

    def info(self, file_id: str, **options: Unpack[RequestOptions]) -> File:
        """Get the name, size and purpose of a file.

        Tells you about the file only; download its content separately.

        Args:
            file_id: Identifier of the file to look up.
        """
        return self._get(
            "/openai/v1/files/{file_id}", path={"file_id": file_id}, to=File, **options
        )

    def content(self, file_id: str, **options: Unpack[RequestOptions]) -> BinaryResponse:
        """Download the content of a file.

        Answers with the bytes as they were stored. Use it to fetch the output and error files of
        a finished batch.

        Args:
            file_id: Identifier of the file to download.
        """
        return self._get(
            "/openai/v1/files/{file_id}/content",
            path={"file_id": file_id},
            to=BinaryResponse,
            **options,
        )


class AsyncFiles(AsyncResource, WithResponses[proxies.AsyncRaw, proxies.AsyncStreamed]):
    """Reached as `client.files`."""

    async def list(self, **options: Unpack[RequestOptions]) -> FileListResponse:
        """List the files of your organization.

        Covers both the files you uploaded and those that batches wrote.
        """
        return await self._get("/openai/v1/files", to=FileListResponse, **options)

    async def create(
        self, *, file: FileTypes, purpose: Literal["batch"], **options: Unpack[RequestOptions]
    ) -> File:
        """Upload a file for use in later requests.

        Files for batches must be `.jsonl`, with one request per line in the batch input format,
        and no larger than 100 MB. If you need room for more, ask Groq support to raise the
        limit.

        Args:
            file: The file itself, not just its name.
            purpose: What the file is for. The input of a batch takes `batch`.
        """
        return await self._post(
            "/openai/v1/files",
            multipart={"file": file, "purpose": purpose},
            files=("file",),
            to=File,
            **options,
        )

    async def delete(self, file_id: str, **options: Unpack[RequestOptions]) -> FileDeleteResponse:
        """Delete a stored file.

        The contents are gone afterwards, so download anything you still need first.

        Args:
            file_id: Identifier of the file to delete.
        """
        return await self._delete(
            "/openai/v1/files/{file_id}",
            path={"file_id": file_id},
            to=FileDeleteResponse,
            **options,
        )

    async def info(self, file_id: str, **options: Unpack[RequestOptions]) -> File:
        """Get the name, size and purpose of a file.

        Tells you about the file only; download its content separately.

        Args:
            file_id: Identifier of the file to look up.
        """
        return await self._get(
            "/openai/v1/files/{file_id}", path={"file_id": file_id}, to=File, **options
        )

    async def content(self, file_id: str, **options: Unpack[RequestOptions]) -> AsyncBinaryResponse:
        """Download the content of a file.

        Answers with the bytes as they were stored. Use it to fetch the output and error files of
        a finished batch.

        Args:
            file_id: Identifier of the file to download.
        """
        return await self._get(
            "/openai/v1/files/{file_id}/content",
            path={"file_id": file_id},
            to=AsyncBinaryResponse,
            **options,
        )
