"""The types of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.lazy import lazily

if TYPE_CHECKING:
    from . import audio, chat
    from .annotation import Annotation
    from .batch import Batch
    from .batch import Batch as BatchCancelResponse
    from .batch import Batch as BatchCreateResponse
    from .batch import Batch as BatchRetrieveResponse
    from .batch_create_params import BatchCreateParams
    from .batch_list_response import BatchListResponse
    from .batch_request_input import BatchRequestInput
    from .batch_request_input_param import BatchRequestInputParam
    from .batch_request_output import BatchRequestOutput
    from .batch_request_output_param import BatchRequestOutputParam
    from .browser_result import BrowserResult
    from .chart import Chart
    from .chart_element import ChartElement
    from .chat_completion_document_param import ChatCompletionDocumentParam
    from .chat_completion_document_source_json_param import ChatCompletionDocumentSourceJSONParam
    from .chat_completion_document_source_param import ChatCompletionDocumentSourceParam
    from .chat_completion_document_source_text_param import ChatCompletionDocumentSourceTextParam
    from .chat_completion_functions_param import ChatCompletionFunctionsParam
    from .chat_completion_message_executed_tools import ChatCompletionMessageExecutedTools
    from .chat_completion_message_tool_call_chunk import ChatCompletionMessageToolCallChunk
    from .chat_completion_message_tool_calls import ChatCompletionMessageToolCalls
    from .chat_completion_message_tool_calls_param import ChatCompletionMessageToolCallsParam
    from .chat_completion_request_message_content_part_document_param import (
        ChatCompletionRequestMessageContentPartDocumentParam,
    )
    from .chat_completion_stream_options import ChatCompletionStreamOptions
    from .chat_completion_stream_response_delta import ChatCompletionStreamResponseDelta
    from .chat_completion_usage_breakdown import ChatCompletionUsageBreakdown
    from .code_execution_result import CodeExecutionResult
    from .completion_usage import CompletionUsage
    from .create_embedding_response import CreateEmbeddingResponse
    from .debug_data import DebugData
    from .delete_fine_tuning_response import DeleteFineTuningResponse
    from .document_citation import DocumentCitation
    from .embedding import Embedding
    from .embedding_create_params import EmbeddingCreateParams
    from .error_object import ErrorObject
    from .error_response import ErrorResponse
    from .file import File
    from .file import File as FileCreateResponse
    from .file import File as FileInfoResponse
    from .file_create_params import FileCreateParams
    from .file_delete_response import FileDeleteResponse
    from .file_list_response import FileListResponse
    from .fine_tuning_create_params import FineTuningCreateParams
    from .function_citation import FunctionCitation
    from .function_definition import FunctionDefinition
    from .function_parameters import FunctionParameters
    from .function_parameters_param import FunctionParametersParam
    from .list_fine_tunings_response import ListFineTuningsResponse
    from .model import Model
    from .model_deleted import ModelDeleted
    from .model_list_response import ModelListResponse
    from .read_fine_tuning_response import ReadFineTuningResponse
    from .reranking_create_params import RerankingCreateParams
    from .reranking_response import RerankingResponse
    from .reranking_result import RerankingResult
    from .response import Response
    from .response_annotation import ResponseAnnotation
    from .response_completed_event import ResponseCompletedEvent
    from .response_content_part_added_event import ResponseContentPartAddedEvent
    from .response_content_part_done_event import ResponseContentPartDoneEvent
    from .response_create_params import ResponseCreateParams
    from .response_created_event import ResponseCreatedEvent
    from .response_easy_input_message_param import ResponseEasyInputMessageParam
    from .response_failed_event import ResponseFailedEvent
    from .response_file_citation import ResponseFileCitation
    from .response_format_configuration import ResponseFormatConfiguration
    from .response_format_configuration_param import ResponseFormatConfigurationParam
    from .response_format_json_object import ResponseFormatJsonObject
    from .response_format_json_object_param import ResponseFormatJsonObjectParam
    from .response_format_json_schema_param import ResponseFormatJsonSchemaParam
    from .response_format_json_schema_schema_param import ResponseFormatJsonSchemaSchemaParam
    from .response_format_text import ResponseFormatText
    from .response_format_text_param import ResponseFormatTextParam
    from .response_function_call_arguments_delta_event import (
        ResponseFunctionCallArgumentsDeltaEvent,
    )
    from .response_function_call_arguments_done_event import ResponseFunctionCallArgumentsDoneEvent
    from .response_function_call_output_param import ResponseFunctionCallOutputParam
    from .response_function_call_param import ResponseFunctionCallParam
    from .response_in_progress_event import ResponseInProgressEvent
    from .response_incomplete_event import ResponseIncompleteEvent
    from .response_input_content_param import ResponseInputContentParam
    from .response_input_item_param import ResponseInputItemParam
    from .response_input_message_param import ResponseInputMessageParam
    from .response_input_text_content_param import ResponseInputTextContentParam
    from .response_item_reference_param import ResponseItemReferenceParam
    from .response_named_tool_choice import ResponseNamedToolChoice
    from .response_named_tool_choice_param import ResponseNamedToolChoiceParam
    from .response_output_content import ResponseOutputContent
    from .response_output_function_call import ResponseOutputFunctionCall
    from .response_output_item import ResponseOutputItem
    from .response_output_item_added_event import ResponseOutputItemAddedEvent
    from .response_output_item_done_event import ResponseOutputItemDoneEvent
    from .response_output_message import ResponseOutputMessage
    from .response_output_reasoning import ResponseOutputReasoning
    from .response_output_text_content import ResponseOutputTextContent
    from .response_output_text_delta_event import ResponseOutputTextDeltaEvent
    from .response_output_text_done_event import ResponseOutputTextDoneEvent
    from .response_stream_event import ResponseStreamEvent
    from .response_tool import ResponseTool
    from .response_tool_choice_option import ResponseToolChoiceOption
    from .response_tool_choice_option_param import ResponseToolChoiceOptionParam
    from .response_tool_param import ResponseToolParam
    from .response_url_citation import ResponseUrlCitation
    from .response_usage import ResponseUsage
    from .text_response_format_json_schema import TextResponseFormatJsonSchema
    from .text_response_format_json_schema_param import TextResponseFormatJsonSchemaParam
    from .x_groq import XGroq
    from .x_groq_non_streaming import XGroqNonStreaming

__all__ = [
    "Annotation",
    "Batch",
    "BatchCancelResponse",
    "BatchCreateParams",
    "BatchCreateResponse",
    "BatchListResponse",
    "BatchRequestInput",
    "BatchRequestInputParam",
    "BatchRequestOutput",
    "BatchRequestOutputParam",
    "BatchRetrieveResponse",
    "BrowserResult",
    "Chart",
    "ChartElement",
    "ChatCompletionDocumentParam",
    "ChatCompletionDocumentSourceJSONParam",
    "ChatCompletionDocumentSourceParam",
    "ChatCompletionDocumentSourceTextParam",
    "ChatCompletionFunctionsParam",
    "ChatCompletionMessageExecutedTools",
    "ChatCompletionMessageToolCallChunk",
    "ChatCompletionMessageToolCalls",
    "ChatCompletionMessageToolCallsParam",
    "ChatCompletionRequestMessageContentPartDocumentParam",
    "ChatCompletionStreamOptions",
    "ChatCompletionStreamResponseDelta",
    "ChatCompletionUsageBreakdown",
    "CodeExecutionResult",
    "CompletionUsage",
    "CreateEmbeddingResponse",
    "DebugData",
    "DeleteFineTuningResponse",
    "DocumentCitation",
    "Embedding",
    "EmbeddingCreateParams",
    "ErrorObject",
    "ErrorResponse",
    "File",
    "FileCreateParams",
    "FileCreateResponse",
    "FileDeleteResponse",
    "FileInfoResponse",
    "FileListResponse",
    "FineTuningCreateParams",
    "FunctionCitation",
    "FunctionDefinition",
    "FunctionParameters",
    "FunctionParametersParam",
    "ListFineTuningsResponse",
    "Model",
    "ModelDeleted",
    "ModelListResponse",
    "ReadFineTuningResponse",
    "RerankingCreateParams",
    "RerankingResponse",
    "RerankingResult",
    "Response",
    "ResponseAnnotation",
    "ResponseCompletedEvent",
    "ResponseContentPartAddedEvent",
    "ResponseContentPartDoneEvent",
    "ResponseCreateParams",
    "ResponseCreatedEvent",
    "ResponseEasyInputMessageParam",
    "ResponseFailedEvent",
    "ResponseFileCitation",
    "ResponseFormatConfiguration",
    "ResponseFormatConfigurationParam",
    "ResponseFormatJsonObject",
    "ResponseFormatJsonObjectParam",
    "ResponseFormatJsonSchemaParam",
    "ResponseFormatJsonSchemaSchemaParam",
    "ResponseFormatText",
    "ResponseFormatTextParam",
    "ResponseFunctionCallArgumentsDeltaEvent",
    "ResponseFunctionCallArgumentsDoneEvent",
    "ResponseFunctionCallOutputParam",
    "ResponseFunctionCallParam",
    "ResponseInProgressEvent",
    "ResponseIncompleteEvent",
    "ResponseInputContentParam",
    "ResponseInputItemParam",
    "ResponseInputMessageParam",
    "ResponseInputTextContentParam",
    "ResponseItemReferenceParam",
    "ResponseNamedToolChoice",
    "ResponseNamedToolChoiceParam",
    "ResponseOutputContent",
    "ResponseOutputFunctionCall",
    "ResponseOutputItem",
    "ResponseOutputItemAddedEvent",
    "ResponseOutputItemDoneEvent",
    "ResponseOutputMessage",
    "ResponseOutputReasoning",
    "ResponseOutputTextContent",
    "ResponseOutputTextDeltaEvent",
    "ResponseOutputTextDoneEvent",
    "ResponseStreamEvent",
    "ResponseTool",
    "ResponseToolChoiceOption",
    "ResponseToolChoiceOptionParam",
    "ResponseToolParam",
    "ResponseUrlCitation",
    "ResponseUsage",
    "TextResponseFormatJsonSchema",
    "TextResponseFormatJsonSchemaParam",
    "XGroq",
    "XGroqNonStreaming",
    "audio",
    "chat",
]
FOLDERS = (
    "audio",
    "chat",
)

if not TYPE_CHECKING:
    __getattr__ = lazily(
        __name__,
        {
            "Annotation": ".annotation",
            "Batch": ".batch",
            "BatchCancelResponse": ".batch:Batch",
            "BatchCreateParams": ".batch_create_params",
            "BatchCreateResponse": ".batch:Batch",
            "BatchListResponse": ".batch_list_response",
            "BatchRequestInput": ".batch_request_input",
            "BatchRequestInputParam": ".batch_request_input_param",
            "BatchRequestOutput": ".batch_request_output",
            "BatchRequestOutputParam": ".batch_request_output_param",
            "BatchRetrieveResponse": ".batch:Batch",
            "BrowserResult": ".browser_result",
            "Chart": ".chart",
            "ChartElement": ".chart_element",
            "ChatCompletionDocumentParam": ".chat_completion_document_param",
            "ChatCompletionDocumentSourceJSONParam": ".chat_completion_document_source_json_param",
            "ChatCompletionDocumentSourceParam": ".chat_completion_document_source_param",
            "ChatCompletionDocumentSourceTextParam": ".chat_completion_document_source_text_param",
            "ChatCompletionFunctionsParam": ".chat_completion_functions_param",
            "ChatCompletionMessageExecutedTools": ".chat_completion_message_executed_tools",
            "ChatCompletionMessageToolCallChunk": ".chat_completion_message_tool_call_chunk",
            "ChatCompletionMessageToolCalls": ".chat_completion_message_tool_calls",
            "ChatCompletionMessageToolCallsParam": ".chat_completion_message_tool_calls_param",
            "ChatCompletionRequestMessageContentPartDocumentParam": ".chat_completion_request_message_content_part_document_param",
            "ChatCompletionStreamOptions": ".chat_completion_stream_options",
            "ChatCompletionStreamResponseDelta": ".chat_completion_stream_response_delta",
            "ChatCompletionUsageBreakdown": ".chat_completion_usage_breakdown",
            "CodeExecutionResult": ".code_execution_result",
            "CompletionUsage": ".completion_usage",
            "CreateEmbeddingResponse": ".create_embedding_response",
            "DebugData": ".debug_data",
            "DeleteFineTuningResponse": ".delete_fine_tuning_response",
            "DocumentCitation": ".document_citation",
            "Embedding": ".embedding",
            "EmbeddingCreateParams": ".embedding_create_params",
            "ErrorObject": ".error_object",
            "ErrorResponse": ".error_response",
            "File": ".file",
            "FileCreateParams": ".file_create_params",
            "FileCreateResponse": ".file:File",
            "FileDeleteResponse": ".file_delete_response",
            "FileInfoResponse": ".file:File",
            "FileListResponse": ".file_list_response",
            "FineTuningCreateParams": ".fine_tuning_create_params",
            "FunctionCitation": ".function_citation",
            "FunctionDefinition": ".function_definition",
            "FunctionParameters": ".function_parameters",
            "FunctionParametersParam": ".function_parameters_param",
            "ListFineTuningsResponse": ".list_fine_tunings_response",
            "Model": ".model",
            "ModelDeleted": ".model_deleted",
            "ModelListResponse": ".model_list_response",
            "ReadFineTuningResponse": ".read_fine_tuning_response",
            "RerankingCreateParams": ".reranking_create_params",
            "RerankingResponse": ".reranking_response",
            "RerankingResult": ".reranking_result",
            "Response": ".response",
            "ResponseAnnotation": ".response_annotation",
            "ResponseCompletedEvent": ".response_completed_event",
            "ResponseContentPartAddedEvent": ".response_content_part_added_event",
            "ResponseContentPartDoneEvent": ".response_content_part_done_event",
            "ResponseCreateParams": ".response_create_params",
            "ResponseCreatedEvent": ".response_created_event",
            "ResponseEasyInputMessageParam": ".response_easy_input_message_param",
            "ResponseFailedEvent": ".response_failed_event",
            "ResponseFileCitation": ".response_file_citation",
            "ResponseFormatConfiguration": ".response_format_configuration",
            "ResponseFormatConfigurationParam": ".response_format_configuration_param",
            "ResponseFormatJsonObject": ".response_format_json_object",
            "ResponseFormatJsonObjectParam": ".response_format_json_object_param",
            "ResponseFormatJsonSchemaParam": ".response_format_json_schema_param",
            "ResponseFormatJsonSchemaSchemaParam": ".response_format_json_schema_schema_param",
            "ResponseFormatText": ".response_format_text",
            "ResponseFormatTextParam": ".response_format_text_param",
            "ResponseFunctionCallArgumentsDeltaEvent": ".response_function_call_arguments_delta_event",
            "ResponseFunctionCallArgumentsDoneEvent": ".response_function_call_arguments_done_event",
            "ResponseFunctionCallOutputParam": ".response_function_call_output_param",
            "ResponseFunctionCallParam": ".response_function_call_param",
            "ResponseInProgressEvent": ".response_in_progress_event",
            "ResponseIncompleteEvent": ".response_incomplete_event",
            "ResponseInputContentParam": ".response_input_content_param",
            "ResponseInputItemParam": ".response_input_item_param",
            "ResponseInputMessageParam": ".response_input_message_param",
            "ResponseInputTextContentParam": ".response_input_text_content_param",
            "ResponseItemReferenceParam": ".response_item_reference_param",
            "ResponseNamedToolChoice": ".response_named_tool_choice",
            "ResponseNamedToolChoiceParam": ".response_named_tool_choice_param",
            "ResponseOutputContent": ".response_output_content",
            "ResponseOutputFunctionCall": ".response_output_function_call",
            "ResponseOutputItem": ".response_output_item",
            "ResponseOutputItemAddedEvent": ".response_output_item_added_event",
            "ResponseOutputItemDoneEvent": ".response_output_item_done_event",
            "ResponseOutputMessage": ".response_output_message",
            "ResponseOutputReasoning": ".response_output_reasoning",
            "ResponseOutputTextContent": ".response_output_text_content",
            "ResponseOutputTextDeltaEvent": ".response_output_text_delta_event",
            "ResponseOutputTextDoneEvent": ".response_output_text_done_event",
            "ResponseStreamEvent": ".response_stream_event",
            "ResponseTool": ".response_tool",
            "ResponseToolChoiceOption": ".response_tool_choice_option",
            "ResponseToolChoiceOptionParam": ".response_tool_choice_option_param",
            "ResponseToolParam": ".response_tool_param",
            "ResponseUrlCitation": ".response_url_citation",
            "ResponseUsage": ".response_usage",
            "TextResponseFormatJsonSchema": ".text_response_format_json_schema",
            "TextResponseFormatJsonSchemaParam": ".text_response_format_json_schema_param",
            "XGroq": ".x_groq",
            "XGroqNonStreaming": ".x_groq_non_streaming",
            "audio": ".audio:*",
            "chat": ".chat:*",
        },
    )


def __dir__() -> list[str]:
    return list(__all__)
