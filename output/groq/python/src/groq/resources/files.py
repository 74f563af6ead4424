"""The resource `files`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from .._core.resource import AsyncResource, Resource, async_raw, async_streamed, raw, streamed
from .._core.response import AsyncBinaryResponse, BinaryResponse
from ..types.file import File
from ..types.file_delete_response import FileDeleteResponse
from ..types.file_list_response import FileListResponse

if TYPE_CHECKING:
    from typing import Literal

    from typing_extensions import Unpack

    from .._core.options import RequestOptions
    from .._core.uploads import FileTypes


class Files(Resource):
    """Reached as `client.files`."""

    @cached_property
    def with_raw_response(self) -> FilesWithRawResponse:
        """The same calls, answering with the HTTP response as a whole."""
        return FilesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> FilesWithStreamingResponse:
        """The same calls as context managers, answering with a response whose body is not read yet."""
        return FilesWithStreamingResponse(self)

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
            "/openai/v1/files", multipart={"file": file, "purpose": purpose}, to=File, **options
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


class AsyncFiles(AsyncResource):
    """Reached as `client.files`."""

    @cached_property
    def with_raw_response(self) -> AsyncFilesWithRawResponse:
        """The same calls, answering with the HTTP response as a whole."""
        return AsyncFilesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncFilesWithStreamingResponse:
        """The same calls as context managers, answering with a response whose body is not read yet."""
        return AsyncFilesWithStreamingResponse(self)

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
            "/openai/v1/files", multipart={"file": file, "purpose": purpose}, to=File, **options
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


class FilesWithRawResponse:
    def __init__(self, resource: Files) -> None:
        self._resource = resource
        self.list: Final = raw(resource.list)
        self.create: Final = raw(resource.create)
        self.delete: Final = raw(resource.delete)
        self.info: Final = raw(resource.info)
        self.content: Final = raw(resource.content)


class FilesWithStreamingResponse:
    def __init__(self, resource: Files) -> None:
        self._resource = resource
        self.list: Final = streamed(resource.list)
        self.create: Final = streamed(resource.create)
        self.delete: Final = streamed(resource.delete)
        self.info: Final = streamed(resource.info)
        self.content: Final = streamed(resource.content)


class AsyncFilesWithRawResponse:
    def __init__(self, resource: AsyncFiles) -> None:
        self._resource = resource
        self.list: Final = async_raw(resource.list)
        self.create: Final = async_raw(resource.create)
        self.delete: Final = async_raw(resource.delete)
        self.info: Final = async_raw(resource.info)
        self.content: Final = async_raw(resource.content)


class AsyncFilesWithStreamingResponse:
    def __init__(self, resource: AsyncFiles) -> None:
        self._resource = resource
        self.list: Final = async_streamed(resource.list)
        self.create: Final = async_streamed(resource.create)
        self.delete: Final = async_streamed(resource.delete)
        self.info: Final = async_streamed(resource.info)
        self.content: Final = async_streamed(resource.content)
