import type {
  FunctionParameters,
  ResponseFormatJsonObject,
  ResponseFormatText,
} from './chat/completions.js';

/** What `responses.create` takes. */
export interface ResponseCreateParams {
  /** Model that writes the response. GroqCloud's list of models says which ones this endpoint takes. */
  model:
    | 'gemma2-9b-it'
    | 'llama-3.3-70b-versatile'
    | 'llama-3.1-8b-instant'
    | 'llama-guard-3-8b'
    | 'llama3-70b-8192'
    | 'llama3-8b-8192'
    | (string & {});

  /** What the model responds to. */
  input: string | Array<ResponseInputItem>;

  /** Instructions that are put before the input as a system or developer message. */
  instructions?: string | null;

  /** The most tokens that the model may write, including those it spends on reasoning. */
  max_output_tokens?: number | null;

  /**
   * How much chance plays into the choice of words, from 0 (nearly none) to 2. The higher, the more
   * varied and inventive the response.
   */
  temperature?: number | null;

  /**
   * Share of the probability from which words are drawn, from 0 to 1. At 0.1, only the likeliest
   * words that together make up 10% count.
   */
  top_p?: number | null;

  /**
   * The functions that the model may call, at most 128. No other kind of tool is supported at
   * present.
   */
  tools?: Array<ResponseTool> | null;

  /**
   * Which tools the model calls: none at all (`none`), whichever it sees fit, if any (`auto`), one
   * or more (`required`), or the very one that you name, as in `{"type": "function", "function":
   * {"name": "get_weather"}}`. Unless you say otherwise it is `auto` for a request with tools and
   * `none` for one without.
   */
  tool_choice?: ResponseToolChoiceOption;

  /** How to write the response: as plain text or as JSON. */
  text?: ResponseCreateParams.Text;

  /** How much a reasoning model reasons before it responds. Other models take no such settings. */
  reasoning?: ResponseCreateParams.Reasoning | null;

  /** Your own key-value pairs, at most 16. */
  metadata?: { [key: string]: string } | null;

  /** Whether the model may ask for several tool calls at once. */
  parallel_tool_calls?: boolean | null;

  /** Whether to keep the response on the server. For now only false and null are accepted. */
  store?: boolean | null;

  /** Whether the response arrives bit by bit as server-sent events. */
  stream?: boolean | null;

  /**
   * Your identifier for the end user behind the request, for keeping track of use and of
   * compliance.
   */
  user?: string;

  /** Latency tier in which the request is served. */
  service_tier?: 'auto' | 'default' | 'flex' | (string & {}) | null;

  /** Whether input too long for the model is cut (`auto`) or not (`disabled`). */
  truncation?: 'auto' | 'disabled' | null;
}

export namespace ResponseCreateParams {
  /** How to write the response: as plain text or as JSON. */
  export interface Text {
    /** Shape of the response: plain text, JSON that fits a schema of yours, or any valid JSON. */
    format?: ResponseFormatConfiguration;
  }

  /**
   * How much a reasoning model reasons before it responds.
   *
   * Other models take no such settings.
   */
  export interface Reasoning {
    /**
     * How much the model reasons. The lower, the sooner the response comes, and the less deeply it
     * is thought through.
     */
    effort?: 'low' | 'medium' | 'high' | null;
  }
}

/**
 * One item of the input: a message, a function call, the output of one, or a reference to another
 * item.
 */
export type ResponseInputItem =
  | ResponseEasyInputMessage
  | ResponseInputMessage
  | ResponseItemReference
  | ResponseFunctionCall
  | ResponseFunctionCallOutput;

/** A function that the model may call, and how to call it. */
export interface ResponseTool {
  /** Kind of tool, for now always `function`. */
  type: 'function';

  /**
   * Name of the function, made of Latin letters, digits, underscores and dashes. The limit is 64
   * characters.
   */
  name: string;

  /**
   * What the function is good for. The model goes by it when it decides whether to call the
   * function.
   */
  description?: string;

  /** The parameters that a function takes, as a JSON Schema for an object. */
  parameters?: FunctionParameters;

  /** Whether to guarantee that the arguments follow the schema exactly. */
  strict?: boolean | null;
}

/**
 * Which tools the model calls: none at all (`none`), whichever it sees fit, if any (`auto`), one or
 * more (`required`), or the very one that you name, as in `{"type": "function", "function":
 * {"name": "get_weather"}}`.
 *
 * Unless you say otherwise it is `auto` for a request with tools and `none` for one without.
 */
export type ResponseToolChoiceOption =
  'none' | 'auto' | 'required' | (string & {}) | ResponseNamedToolChoice | null;

/**
 * A message in short form, without a `type`.
 *
 * Its role says how much weight its instructions have.
 */
export interface ResponseEasyInputMessage {
  /** Who speaks. */
  role: 'user' | 'assistant' | 'system' | 'developer';

  /** What the message says. */
  content: string | Array<ResponseInputContent>;
}

/** A message in full form, with a `type`. */
export interface ResponseInputMessage {
  /** Always `message`. */
  type: 'message';

  /** Who speaks. A message of the `assistant` has to take the short form, without `type`. */
  role: 'user' | 'system' | 'developer';

  /** What the message says, in one part or several. */
  content: Array<ResponseInputContent>;

  /** How far the item has come. Set by the API on the items it returns. */
  status?: 'in_progress' | 'completed' | 'incomplete';
}

/** A reference to another item, in place of the item itself. */
export interface ResponseItemReference {
  /** Always `item_reference`. */
  type: 'item_reference';

  /** Identifier of the item meant. */
  id: string;
}

/** A function call that the model asked for, sent back as input. */
export interface ResponseFunctionCall {
  /** Always `function_call`. */
  type: 'function_call';

  /** Identifier of this item. */
  id?: string;

  /** Identifier that the model gave to the call. The output of the function repeats it. */
  call_id: string;

  /** Name of the function to run. */
  name: string;

  /** Arguments for the function, as JSON text. */
  arguments: string;

  /** How far the item has come. */
  status?: 'in_progress' | 'completed' | 'incomplete';
}

/** The result of a function call, handed to the model. */
export interface ResponseFunctionCallOutput {
  /** Always `function_call_output`. */
  type: 'function_call_output';

  /** Identifier of this item. */
  id?: string;

  /** Identifier that the model gave to the call which this answers. */
  call_id: string;

  /** What the function returned, as JSON text. */
  output: string;

  /** How far the item has come. */
  status?: 'in_progress' | 'completed' | 'incomplete';
}

/** The one function that the model has to call. */
export interface ResponseNamedToolChoice {
  /** Kind of tool, for now always `function`. */
  type: 'function';

  /** Which function to call. */
  function: ResponseNamedToolChoice.Function;
}

export namespace ResponseNamedToolChoice {
  /** Which function to call. */
  export interface Function {
    /** Name of the function that has to be called. */
    name: string;
  }
}

/** Shape of the response: plain text, JSON that fits a schema of yours, or any valid JSON. */
export type ResponseFormatConfiguration =
  ResponseFormatText | ResponseFormatJsonObject | TextResponseFormatJsonSchema;

/**
 * One part of a message in the input.
 *
 * Only text is supported.
 */
export type ResponseInputContent = ResponseInputTextContent;

/** A response in JSON that follows a schema of yours. */
export interface TextResponseFormatJsonSchema {
  /** Always `json_schema`. */
  type: 'json_schema';

  /**
   * Name of the format, made of Latin letters, digits, underscores and dashes. The limit is 64
   * characters.
   */
  name: string;

  /** What the response is for. The model takes it as guidance. */
  description?: string;

  /** What the response has to look like, as a JSON Schema. */
  schema: { [key: string]: unknown };

  /** Whether to guarantee that the response follows `schema` exactly. */
  strict?: boolean | null;
}

/** A piece of text in the input. */
export interface ResponseInputTextContent {
  /** Always `input_text`. */
  type: 'input_text';

  /** The words themselves. */
  text: string;
}

/** What a model produced for an input, and the settings it worked with. */
export interface Response {
  /** Identifier of the response. */
  id: string;

  /** Always `response`. */
  object: 'response';

  /** State of the response: finished, failed, still in progress, or cut short. */
  status: 'completed' | 'failed' | 'in_progress' | 'incomplete' | (string & {});

  /** When the response was created, in Unix seconds. */
  created_at: number;

  /** What the model produced, item by item. */
  output: Array<ResponseOutputItem>;

  /** Always null, as carrying on from an earlier response is not supported. */
  previous_response_id?: string | null;

  /** Model that wrote the response. */
  model: string;

  /** How a reasoning model was set to reason. */
  reasoning?: Response.Reasoning | null;

  /** The most tokens that the model was allowed to write, or null for no such limit. */
  max_output_tokens?: number | null;

  /** Instructions that were put before the input. */
  instructions?: string | null;

  /** How the response was to be written. */
  text?: Response.Text;

  /** The tools that the model could call. */
  tools: Array<ResponseTool>;

  /**
   * Which tools the model calls: none at all (`none`), whichever it sees fit, if any (`auto`), one
   * or more (`required`), or the very one that you name, as in `{"type": "function", "function":
   * {"name": "get_weather"}}`. Unless you say otherwise it is `auto` for a request with tools and
   * `none` for one without.
   */
  tool_choice: ResponseToolChoiceOption;

  /** Whether input too long for the model was to be cut (`auto`) or not (`disabled`). */
  truncation: 'auto' | 'disabled' | (string & {});

  /** Your own key-value pairs, as given with the request. */
  metadata: { [key: string]: string } | null;

  /** Temperature that the response was made with. */
  temperature: number;

  /** Share of the probability from which words were drawn. */
  top_p: number;

  /** Your identifier for the end user behind the request, if you gave one. */
  user?: string | null;

  /** Tier that served the request. */
  service_tier: 'auto' | 'default' | 'flex' | (string & {});

  /** Why the response failed, or null if it did not. */
  error: Response.Error | null;

  /** Why the response was cut short, or null if it was not. */
  incomplete_details: Response.IncompleteDetails | null;

  /** How many tokens a response used. */
  usage?: ResponseUsage;

  /** Whether the model could ask for several tool calls at once. */
  parallel_tool_calls: boolean;

  /** Whether the response was kept on the server. */
  store: boolean;

  /** Whether the response was made as background work, without the caller waiting. */
  background?: boolean;

  /** How many of the likeliest tokens are reported for each position. */
  top_logprobs?: number;

  /** The most tool calls that the model may make, or null for no such limit. */
  max_tool_calls?: number | null;
}

export namespace Response {
  /** How a reasoning model was set to reason. */
  export interface Reasoning {
    /** How much the model was set to reason. */
    effort?: 'low' | 'medium' | 'high' | (string & {}) | null;

    /** Always null, as summaries are not supported. */
    summary?: string | null;
  }

  /** How the response was to be written. */
  export interface Text {
    /** Shape of the response: plain text, JSON that fits a schema of yours, or any valid JSON. */
    format?: ResponseFormatConfiguration;
  }

  /** Why the response failed, or null if it did not. */
  export interface Error {
    /** Code of the failure, meant for programs. */
    code: string;

    /** Explanation of the failure, meant for people. */
    message: string;
  }

  /** Why the response was cut short, or null if it was not. */
  export interface IncompleteDetails {
    /** The reason for which it was cut short. */
    reason?: string;
  }
}

/** One event of a streamed response; `type` says which. */
export type ResponseStreamEvent =
  | ResponseCreatedEvent
  | ResponseInProgressEvent
  | ResponseOutputItemAddedEvent
  | ResponseContentPartAddedEvent
  | ResponseOutputTextDeltaEvent
  | ResponseOutputTextDoneEvent
  | ResponseContentPartDoneEvent
  | ResponseFunctionCallArgumentsDeltaEvent
  | ResponseFunctionCallArgumentsDoneEvent
  | ResponseOutputItemDoneEvent
  | ResponseCompletedEvent
  | ResponseIncompleteEvent
  | ResponseFailedEvent;

/** One item of the output: a message, a function call, or reasoning. */
export type ResponseOutputItem =
  ResponseOutputMessage | ResponseOutputFunctionCall | ResponseOutputReasoning;

/** How many tokens a response used. */
export interface ResponseUsage {
  /** Number of tokens that the model read. */
  input_tokens: number;

  /** What the tokens of the input consist of. */
  input_tokens_details: ResponseUsage.InputTokensDetails;

  /** Number of tokens that the model wrote. */
  output_tokens: number;

  /** What the tokens of the output consist of. */
  output_tokens_details: ResponseUsage.OutputTokensDetails;

  /** Sum of `input_tokens` and `output_tokens`. */
  total_tokens: number;
}

export namespace ResponseUsage {
  /** What the tokens of the input consist of. */
  export interface InputTokensDetails {
    /** Number of tokens that came from the cache. */
    cached_tokens: number;

    /** Number of tokens that belong to reasoning. */
    reasoning_tokens?: number;
  }

  /** What the tokens of the output consist of. */
  export interface OutputTokensDetails {
    /** Number of tokens that came from the cache. */
    cached_tokens: number;

    /** Number of tokens that the model spent on reasoning. */
    reasoning_tokens: number;
  }
}

/** The response was accepted; nothing is written yet. */
export interface ResponseCreatedEvent {
  /** Always `response.created`. */
  type: 'response.created';

  /** The position of this event in the stream, counted from 0. */
  sequence_number: number;

  /** The response as it stands at this moment. */
  response: Response;
}

/** The model has begun to write. */
export interface ResponseInProgressEvent {
  /** Always `response.in_progress`. */
  type: 'response.in_progress';

  /** The position of this event in the stream, counted from 0. */
  sequence_number: number;

  /** The response as it stands at this moment. */
  response: Response;
}

/** The model has begun a further item of the output. */
export interface ResponseOutputItemAddedEvent {
  /** Always `response.output_item.added`. */
  type: 'response.output_item.added';

  /** The position of this event in the stream, counted from 0. */
  sequence_number: number;

  /** The position of the item in the output. */
  output_index: number;

  /** The item as it stands at this moment. */
  item: ResponseOutputItem;
}

/** A message has got a further part. */
export interface ResponseContentPartAddedEvent {
  /** Always `response.content_part.added`. */
  type: 'response.content_part.added';

  /** The position of this event in the stream, counted from 0. */
  sequence_number: number;

  /** Identifier of the item that this belongs to. */
  item_id: string;

  /** The position of the item in the output. */
  output_index: number;

  /** The position of the part in the item's content. */
  content_index: number;

  /** The part as it stands at this moment. */
  part: ResponseOutputContent;
}

/** More text of the answer. */
export interface ResponseOutputTextDeltaEvent {
  /** Always `response.output_text.delta`. */
  type: 'response.output_text.delta';

  /** The position of this event in the stream, counted from 0. */
  sequence_number: number;

  /** Identifier of the item that this belongs to. */
  item_id: string;

  /** The position of the item in the output. */
  output_index: number;

  /** The position of the part in the item's content. */
  content_index: number;

  /** The text to append. */
  delta: string;
}

/** The text of a part is complete. */
export interface ResponseOutputTextDoneEvent {
  /** Always `response.output_text.done`. */
  type: 'response.output_text.done';

  /** The position of this event in the stream, counted from 0. */
  sequence_number: number;

  /** Identifier of the item that this belongs to. */
  item_id: string;

  /** The position of the item in the output. */
  output_index: number;

  /** The position of the part in the item's content. */
  content_index: number;

  /** The whole text of the part. */
  text: string;
}

/** A part of a message is complete. */
export interface ResponseContentPartDoneEvent {
  /** Always `response.content_part.done`. */
  type: 'response.content_part.done';

  /** The position of this event in the stream, counted from 0. */
  sequence_number: number;

  /** Identifier of the item that this belongs to. */
  item_id: string;

  /** The position of the item in the output. */
  output_index: number;

  /** The position of the part in the item's content. */
  content_index: number;

  /** The part as it stands at this moment. */
  part: ResponseOutputContent;
}

/** More of the arguments of a function call. */
export interface ResponseFunctionCallArgumentsDeltaEvent {
  /** Always `response.function_call_arguments.delta`. */
  type: 'response.function_call_arguments.delta';

  /** The position of this event in the stream, counted from 0. */
  sequence_number: number;

  /** Identifier of the item that this belongs to. */
  item_id: string;

  /** The position of the item in the output. */
  output_index: number;

  /** The text to append to the arguments, which are JSON once they are complete. */
  delta: string;
}

/** The arguments of a function call are complete. */
export interface ResponseFunctionCallArgumentsDoneEvent {
  /** Always `response.function_call_arguments.done`. */
  type: 'response.function_call_arguments.done';

  /** The position of this event in the stream, counted from 0. */
  sequence_number: number;

  /** Identifier of the item that this belongs to. */
  item_id: string;

  /** The position of the item in the output. */
  output_index: number;

  /** All arguments, as a JSON text. */
  arguments: string;
}

/** An item of the output is complete. */
export interface ResponseOutputItemDoneEvent {
  /** Always `response.output_item.done`. */
  type: 'response.output_item.done';

  /** The position of this event in the stream, counted from 0. */
  sequence_number: number;

  /** The position of the item in the output. */
  output_index: number;

  /** The item as it stands at this moment. */
  item: ResponseOutputItem;
}

/** The response is finished, and this is all of it. */
export interface ResponseCompletedEvent {
  /** Always `response.completed`. */
  type: 'response.completed';

  /** The position of this event in the stream, counted from 0. */
  sequence_number: number;

  /** The response as it stands at this moment. */
  response: Response;
}

/** The response ended early; `incomplete_details` of the response says why. */
export interface ResponseIncompleteEvent {
  /** Always `response.incomplete`. */
  type: 'response.incomplete';

  /** The position of this event in the stream, counted from 0. */
  sequence_number: number;

  /** The response as it stands at this moment. */
  response: Response;
}

/** The response failed; `error` of the response says why. */
export interface ResponseFailedEvent {
  /** Always `response.failed`. */
  type: 'response.failed';

  /** The position of this event in the stream, counted from 0. */
  sequence_number: number;

  /** The response as it stands at this moment. */
  response: Response;
}

/** A message that the model wrote. */
export interface ResponseOutputMessage {
  /** Always `message`. */
  type: 'message';

  /** Identifier of the message. */
  id: string;

  /** How far the message has come. */
  status?: 'in_progress' | 'completed' | 'incomplete' | (string & {});

  /** Who wrote the message, here always `assistant`. */
  role: 'assistant';

  /** What the message says, part by part. */
  content: Array<ResponseOutputContent>;
}

/**
 * A function call that the model asks for.
 *
 * Run it, then send the result as a `function_call_output` item.
 */
export interface ResponseOutputFunctionCall {
  /** Always `function_call`. */
  type: 'function_call';

  /** Identifier of this item. */
  id: string;

  /** How far the call has come. */
  status?: 'in_progress' | 'completed' | 'incomplete' | (string & {});

  /** Identifier that the model gave to the call. The output of the function repeats it. */
  call_id: string;

  /** Name of the function to run. */
  name: string;

  /** Arguments for the function, as JSON text. */
  arguments: string;
}

/**
 * The reasoning of a model before its answer.
 *
 * Only reasoning models send it.
 */
export interface ResponseOutputReasoning {
  /** Always `reasoning`. */
  type: 'reasoning';

  /** Identifier of this item. */
  id: string;

  /** Summary of the reasoning. Empty at present. */
  summary: Array<{ [key: string]: unknown }>;
}

/**
 * One part of a message in the output.
 *
 * Only text is supported.
 */
export type ResponseOutputContent = ResponseOutputTextContent;

/** A piece of text in the output. */
export interface ResponseOutputTextContent {
  /** Always `output_text`. */
  type: 'output_text';

  /** The words themselves. */
  text: string;

  /** The sources that the text rests on. */
  annotations: Array<ResponseAnnotation>;

  /** How likely the tokens of the text were, or null if that is not reported. */
  logprobs?: Array<string> | null;
}

/** A source for a passage of the text: a file or a web page. */
export type ResponseAnnotation = ResponseFileCitation | ResponseUrlCitation;

/** A file that the text rests on. */
export interface ResponseFileCitation {
  /** Always `file_citation`. */
  type: 'file_citation';

  /** Identifier of the file. */
  file_id: string;

  /** Place in the text to which the citation belongs. */
  index?: number;
}

/** A web page that the text rests on. */
export interface ResponseUrlCitation {
  /** Always `url_citation`. */
  type: 'url_citation';

  /** Address of the page. */
  url: string;

  /** Position in the message of the first character that rests on the page. */
  start_index?: number;

  /** Position in the message of the last character that rests on the page. */
  end_index?: number;

  /** Title of the page. */
  title?: string;
}
