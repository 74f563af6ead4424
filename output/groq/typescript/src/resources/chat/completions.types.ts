/** What `chat.completions.create` takes. */
export interface CompletionCreateParams {
  /** The conversation so far, oldest message first. */
  messages: Array<ChatCompletionMessageParam>;

  /** Model that writes the answer. GroqCloud's list of models says which ones can chat. */
  model:
    | 'compound-beta'
    | 'compound-beta-mini'
    | 'gemma2-9b-it'
    | 'llama-3.1-8b-instant'
    | 'llama-3.3-70b-versatile'
    | 'meta-llama/llama-4-maverick-17b-128e-instruct'
    | 'meta-llama/llama-4-scout-17b-16e-instruct'
    | 'meta-llama/llama-guard-4-12b'
    | 'moonshotai/kimi-k2-instruct'
    | 'openai/gpt-oss-120b'
    | 'openai/gpt-oss-20b'
    | 'qwen/qwen3-32b'
    | 'qwen/qwen3.6-27b'
    | (string & {});

  /**
   * Whether to pass on calls of tools that are not among `tools` instead of rejecting them. `none`
   * and `required` still work as `tool_choice`, but naming one particular tool does not.
   */
  disable_tool_validation?: boolean;

  /**
   * Penalty on repeated words, from -2 to 2, which grows each time a word appears. Above 0 the text
   * repeats itself less. No model supports it yet.
   */
  frequency_penalty?: number | null;

  /**
   * Whether the answer comes with the model's reasoning, in a field of that name. Not to be
   * combined with `reasoning_format`.
   */
  include_reasoning?: boolean | null;

  /** By how much to raise or lower the chance of certain tokens. No model supports it yet. */
  logit_bias?: { [key: string]: number } | null;

  /**
   * Whether to report the log probability of each token in the `content` of the message. No model
   * supports it yet.
   */
  logprobs?: boolean | null;

  /**
   * How many of the likeliest candidates to report for each position, from 0 to 20. Needs
   * `logprobs` set to `true`, and no model supports it yet.
   */
  top_logprobs?: number | null;

  /**
   * Former name of `max_completion_tokens`, which says the same: the most tokens that the model may
   * write. Together with the input they have to fit its context.
   *
   * @deprecated
   */
  max_tokens?: number | null;

  /** The most tokens that the model may write. Together with the input they have to fit its context. */
  max_completion_tokens?: number | null;

  /** How many answers to write. Anything but 1 is refused with status 400 for now. */
  n?: number | null;

  /**
   * Penalty on words that have appeared before, from -2 to 2, no matter how often they did. Above 0
   * the text turns to new subjects sooner. No model supports it yet.
   */
  presence_penalty?: number | null;

  /**
   * Shape of the answer: plain text, JSON that fits a schema of yours (`json_schema`), or any valid
   * JSON (`json_object`). Prefer the schema to the older `json_object` where the model supports it;
   * not all do.
   */
  response_format?: ResponseFormatText | ResponseFormatJsonSchema | ResponseFormatJsonObject | null;

  /**
   * Number that makes chance repeatable, so that equal requests with an equal seed should get equal
   * answers. It is no guarantee, and a new `system_fingerprint` shows that the servers have
   * changed.
   */
  seed?: number | null;

  /**
   * How the request is served, which is `on_demand` unless you say otherwise. `auto` takes the
   * highest tier that your organization's rate limits leave open, while `flex` either goes through
   * or fails fast.
   */
  service_tier?: 'auto' | 'on_demand' | 'flex' | 'performance' | (string & {}) | null;

  /** Up to 4 texts, any of which makes the model stop. The answer ends just before it. */
  stop?: string | Array<string> | null;

  /**
   * How much the model reasons before it answers. Qwen 3 models take `none` to switch reasoning
   * off, and `default` or null to leave it on; `openai/gpt-oss-120b` and its smaller sibling
   * `openai/gpt-oss-20b` take `low`, `medium` (their default) or `high`.
   */
  reasoning_effort?: 'none' | 'default' | 'low' | 'medium' | 'high' | null;

  /**
   * Where the model's reasoning goes: nowhere (`hidden`), into the text (`raw`), or into a field of
   * its own (`parsed`). Not to be combined with `include_reasoning`.
   */
  reasoning_format?: 'hidden' | 'raw' | 'parsed' | null;

  /**
   * Whether the answer arrives piece by piece, while it is being written, as server-sent events
   * that carry only `data`. The stream closes with `data: [DONE]`.
   */
  stream?: boolean | null;

  /**
   * How much chance plays into the choice of words, from 0 (nearly none) to 2. Values around 0.2
   * keep the answer to the point, and those around 0.8 make it more varied. Change this or `top_p`,
   * never both.
   */
  temperature?: number | null;

  /**
   * Share of the probability from which words are drawn, from 0 to 1. At 0.1, only the likeliest
   * words that together make up 10% count. Change this or `temperature`, never both.
   */
  top_p?: number | null;

  /**
   * The tools that the model may call, above all functions of yours, for which it writes JSON
   * arguments. There may be at most 128.
   */
  tools?: Array<ChatCompletionToolParam> | null;

  /**
   * Which tools the model calls: none at all (`none`), whichever it sees fit, if any (`auto`), one
   * or more (`required`), or the very one that you name, as in `{"type": "function", "function":
   * {"name": "get_weather"}}`. Unless you say otherwise it is `auto` for a request with tools and
   * `none` for one without.
   */
  tool_choice?: ChatCompletionToolChoiceOptionParam;

  /** Whether the model may ask for several tool calls at once. */
  parallel_tool_calls?: boolean | null;

  /**
   * Your identifier for the end user behind the request, different for each of them. It helps Groq
   * to notice abuse.
   */
  user?: string | null;

  /**
   * Which function the model calls: none at all (`none`), whichever it sees fit, if any (`auto`),
   * or the very one that you name, as in `{"name": "get_weather"}`. Unless you say otherwise it is
   * `auto` for a request with `functions` and `none` for one without. Use `tool_choice` instead.
   *
   * @deprecated
   */
  function_call?: 'none' | 'auto' | 'required' | ChatCompletionFunctionCallOptionParam | null;

  /**
   * The functions that the model may write JSON arguments for. Use `tools` instead.
   *
   * @deprecated
   */
  functions?: Array<ChatCompletionFunctions> | null;

  /** Not supported at present. */
  metadata?: { [key: string]: string } | null;

  /** Not supported at present. */
  store?: boolean | null;

  /**
   * Domains to which a web search is limited. Use `include_domains` in `search_settings` instead.
   *
   * @deprecated
   */
  include_domains?: Array<string> | null;

  /**
   * Domains that a web search leaves out. Use `exclude_domains` in `search_settings` instead.
   *
   * @deprecated
   */
  exclude_domains?: Array<string> | null;

  /** What a web search may return, for models that search the web. */
  search_settings?: CompletionCreateParams.SearchSettings | null;

  /** Which models and tools a compound system uses for this request. */
  compound_custom?: CompletionCreateParams.CompoundCustom | null;

  /** Documents that the model can draw on, and cite, in its answer. */
  documents?: Array<ChatCompletionDocument> | null;

  /** Whether the answer cites its sources, be they your documents or pages from a web search. */
  citation_options?: 'enabled' | 'disabled' | null;
}

export namespace CompletionCreateParams {
  /** What a web search may return, for models that search the web. */
  export interface SearchSettings {
    /** Domains to which the search is limited. */
    include_domains?: Array<string> | null;

    /** Domains that the search leaves out. */
    exclude_domains?: Array<string> | null;

    /** Whether the search returns images too. */
    include_images?: boolean | null;

    /** English name of the country whose pages come first, such as `germany`. */
    country?: string | null;
  }

  /** Which models and tools a compound system uses for this request. */
  export interface CompoundCustom {
    /** The models to use in place of the usual ones. */
    models?: CompletionCreateParams.CompoundCustomModels | null;

    /** Which tools the system may use, and their settings. */
    tools?: CompletionCreateParams.CompoundCustomTools | null;
  }

  /** The models to use in place of the usual ones. */
  export interface CompoundCustomModels {
    /** Model that does the reasoning. */
    reasoning_model?: string | null;

    /** Model that writes the answer. */
    answering_model?: string | null;
  }

  /** Which tools the system may use, and their settings. */
  export interface CompoundCustomTools {
    /** Names of the tools that the request may use. */
    enabled_tools?: Array<string> | null;

    /** Settings for the Wolfram tool. */
    wolfram_settings?: CompletionCreateParams.CompoundCustomToolsWolframSettings | null;
  }

  /** Settings for the Wolfram tool. */
  export interface CompoundCustomToolsWolframSettings {
    /** Your API key for Wolfram, with which the tool signs in. */
    authorization?: string | null;
  }
}

/** One message of the conversation; its `role` says who speaks. */
export type ChatCompletionMessageParam =
  | ChatCompletionSystemMessageParam
  | ChatCompletionUserMessageParam
  | ChatCompletionAssistantMessageParam
  | ChatCompletionToolMessageParam
  | ChatCompletionFunctionMessageParam;

/** An answer in plain text, as you get if you ask for nothing else. */
export interface ResponseFormatText {
  /** Always `text`. */
  type: 'text';
}

/** An answer in JSON that follows a schema of yours. */
export interface ResponseFormatJsonSchema {
  /** Always `json_schema`. */
  type: 'json_schema';

  /** The schema to follow, with a name and settings. */
  json_schema: ResponseFormatJsonSchema.JsonSchema;
}

export namespace ResponseFormatJsonSchema {
  /** The schema to follow, with a name and settings. */
  export interface JsonSchema {
    /** What the answer is for. The model takes it as guidance. */
    description?: string;

    /**
     * Name of the format, made of Latin letters, digits, underscores and dashes. The limit is 64
     * characters.
     */
    name: string;

    /** What the answer has to look like, as a JSON Schema. */
    schema?: ResponseFormatJsonSchemaSchema;

    /**
     * Whether to guarantee that the answer follows `schema` exactly. With `true`, the schema may
     * use only part of JSON Schema.
     */
    strict?: boolean | null;
  }
}

/**
 * An answer that is valid JSON of any shape.
 *
 * Tell the model in a system or user message to write JSON, or it will not. Prefer `json_schema` to
 * this older way where the model supports it.
 */
export interface ResponseFormatJsonObject {
  /** Always `json_object`. */
  type: 'json_object';
}

/** A tool that the model may use: a function of yours, or a tool that is built in. */
export interface ChatCompletionToolParam {
  /** Kind of tool. */
  type: 'function' | 'browser_search' | 'code_interpreter' | (string & {});

  /** A function that the model may call, and how to call it. */
  function?: FunctionDefinition;
}

/**
 * Which tools the model calls: none at all (`none`), whichever it sees fit, if any (`auto`), one or
 * more (`required`), or the very one that you name, as in `{"type": "function", "function":
 * {"name": "get_weather"}}`.
 *
 * Unless you say otherwise it is `auto` for a request with tools and `none` for one without.
 */
export type ChatCompletionToolChoiceOptionParam =
  'none' | 'auto' | 'required' | ChatCompletionNamedToolChoiceParam | null;

/** The one function that the model has to call. */
export interface ChatCompletionFunctionCallOptionParam {
  /** Name of the function that has to be called. */
  name: string;
}

/**
 * A function that the model may call.
 *
 * A tool of the kind `function` takes its place.
 *
 * @deprecated
 */
export interface ChatCompletionFunctions {
  /**
   * What the function is good for. The model goes by it when it decides whether and how to call the
   * function.
   */
  description?: string;

  /**
   * Name of the function, made of Latin letters, digits, underscores and dashes. The limit is 64
   * characters.
   */
  name: string;

  /** The parameters that a function takes, as a JSON Schema for an object. */
  parameters?: FunctionParameters;
}

/** A document that the model can draw on, and cite, in its answer. */
export interface ChatCompletionDocument {
  /** Identifier of your choice, by which citations in the answer name the document. */
  id?: string | null;

  /** The content of a document, given as text or as JSON. No other form is accepted yet. */
  source: ChatCompletionDocumentSource;
}

/** Instructions to the model that stand above the conversation. */
export interface ChatCompletionSystemMessageParam {
  /** The instructions. */
  content: string | Array<ChatCompletionContentPartTextParam>;

  /** Who speaks, here the author of the instructions, called either `system` or `developer`. */
  role: 'system' | 'developer';

  /** Name of the speaker, so that the model can tell apart several with the same role. */
  name?: string;
}

/** A message from the person, or the program, that talks to the model. */
export interface ChatCompletionUserMessageParam {
  /** What the user says. */
  content: string | Array<ChatCompletionContentPartParam>;

  /** Who speaks, here always `user`. */
  role: 'user';

  /** Name of the speaker, so that the model can tell apart several with the same role. */
  name?: string;
}

/** An earlier answer of the model, sent back as part of the conversation. */
export interface ChatCompletionAssistantMessageParam {
  /** What the model said. It may be missing or null only beside `tool_calls` or `function_call`. */
  content?: string | Array<ChatCompletionContentPartTextParam> | null;

  /**
   * Reasoning that came with the answer, if a reasoning model made it with `reasoning_format` set
   * to `parsed`.
   */
  reasoning?: string | null;

  /** Who speaks, here always `assistant`. */
  role: 'assistant';

  /** Name of the speaker, so that the model can tell apart several with the same role. */
  name?: string;

  /** The tools that the model wants to have called, each with its arguments. */
  tool_calls?: ChatCompletionMessageToolCalls;

  /**
   * Function that the model asked for, with arguments. Newer conversations use `tool_calls`
   * instead.
   *
   * @deprecated
   */
  function_call?: ChatCompletionAssistantMessageParam.FunctionCall;
}

export namespace ChatCompletionAssistantMessageParam {
  /**
   * Function that the model asked for, with arguments.
   *
   * Newer conversations use `tool_calls` instead.
   *
   * @deprecated
   */
  export interface FunctionCall {
    /**
     * Arguments for the function, as JSON text written by the model. The text may be malformed or
     * hold parameters you never declared, so check it before you use it.
     */
    arguments?: string;

    /** Name of the function that the model asked for. */
    name?: string;
  }
}

/** The result of a tool call, handed to the model. */
export interface ChatCompletionToolMessageParam {
  /** Who speaks, here always `tool`. */
  role: 'tool';

  /** What the tool returned. */
  content: string | Array<ChatCompletionContentPartParam>;

  /** Identifier of the tool call that this answers. */
  tool_call_id: string;
}

/**
 * The result of a function call, handed to the model.
 *
 * A message with the role `tool` takes its place.
 *
 * @deprecated
 */
export interface ChatCompletionFunctionMessageParam {
  /** Who speaks, here always `function`. */
  role: 'function';

  /** What the function returned, or null for nothing. */
  content: string | null;

  /** Name of the function that was called. */
  name: string;
}

/** A function that the model may call, and how to call it. */
export interface FunctionDefinition {
  /**
   * What the function is good for. The model goes by it when it decides whether and how to call the
   * function.
   */
  description?: string;

  /**
   * Name of the function, made of Latin letters, digits, underscores and dashes. The limit is 64
   * characters.
   */
  name: string;

  /** The parameters that a function takes, as a JSON Schema for an object. */
  parameters?: FunctionParameters;

  /**
   * Whether to guarantee that the arguments follow the schema exactly. With `true`, the schema may
   * use only part of JSON Schema.
   */
  strict?: boolean;
}

/** The one function that the model has to call. */
export interface ChatCompletionNamedToolChoiceParam {
  /** Kind of tool, for now always `function`. */
  type: 'function';

  /** Which function to call. */
  function: ChatCompletionNamedToolChoiceParam.Function;
}

export namespace ChatCompletionNamedToolChoiceParam {
  /** Which function to call. */
  export interface Function {
    /** Name of the function that has to be called. */
    name: string;
  }
}

/** The parameters that a function takes, as a JSON Schema for an object. */
export type FunctionParameters = { [key: string]: unknown };

/**
 * The content of a document, given as text or as JSON.
 *
 * No other form is accepted yet.
 */
export type ChatCompletionDocumentSource =
  ChatCompletionDocumentSourceText | ChatCompletionDocumentSourceJSON;

/** A piece of text within a message. */
export interface ChatCompletionContentPartTextParam {
  /** Always `text`, which marks the part as text. */
  type: 'text';

  /** The words themselves. */
  text: string;
}

/** One part of a message: a text, an image or a document. */
export type ChatCompletionContentPartParam =
  | ChatCompletionContentPartTextParam
  | ChatCompletionContentPartImageParam
  | ChatCompletionRequestMessageContentPartDocument;

/** The tools that the model wants to have called, each with its arguments. */
export type ChatCompletionMessageToolCalls = Array<ChatCompletionMessageToolCall>;

/** What the answer has to look like, as a JSON Schema. */
export type ResponseFormatJsonSchemaSchema = { [key: string]: unknown };

/** The content of a document as text within the request. */
export interface ChatCompletionDocumentSourceText {
  /** Always `text`, which says that the content is plain text. */
  type: 'text';

  /** The document, word for word. */
  text: string;
}

/** The content of a document as a JSON object within the request. */
export interface ChatCompletionDocumentSourceJSON {
  /** Always `json`, which says that the content is a JSON object. */
  type: 'json';

  /** The document as an object. */
  data: { [key: string]: unknown };
}

/** An image within a message. */
export interface ChatCompletionContentPartImageParam {
  /** Always `image_url`, which marks the part as an image. */
  type: 'image_url';

  /** The image and how closely to look at it. */
  image_url: ChatCompletionContentPartImageParam.ImageUrl;
}

export namespace ChatCompletionContentPartImageParam {
  /** The image and how closely to look at it. */
  export interface ImageUrl {
    /** Web address of the image, or its data in base64. */
    url: string;

    /** How closely the model looks at the image. `auto` leaves it to the model. */
    detail?: 'auto' | 'low' | 'high';
  }
}

/** A JSON document within a message. */
export interface ChatCompletionRequestMessageContentPartDocument {
  /** Always `document`, which marks the part as a document. */
  type: 'document';

  /** The document and, if you like, a name for it. */
  document: ChatCompletionRequestMessageContentPartDocument.Document;
}

export namespace ChatCompletionRequestMessageContentPartDocument {
  /** The document and, if you like, a name for it. */
  export interface Document {
    /** Content of the document as a JSON object. */
    data: { [key: string]: unknown };

    /** Identifier of your choice that tells this document from others, or null for none. */
    id?: string | null;
  }
}

/**
 * A call that the model wants to have made.
 *
 * Run it, then send the result back in a message with the role `tool`.
 */
export interface ChatCompletionMessageToolCall {
  /** Identifier of the call, to be repeated as `tool_call_id` with its result. */
  id: string;

  /** Kind of tool, for now always `function`. */
  type: 'function';

  /** Which function to run, and with what. */
  function: ChatCompletionMessageToolCall.Function;
}

export namespace ChatCompletionMessageToolCall {
  /** Which function to run, and with what. */
  export interface Function {
    /** Name of the function to run. */
    name: string;

    /**
     * Arguments for the function, as JSON text written by the model. The text may be malformed or
     * hold parameters you never declared, so check it before you use it.
     */
    arguments: string;
  }
}

/** The answer of a model to a conversation, with the tokens it took. */
export interface ChatCompletion {
  /** Identifier of this answer. */
  id: string;

  /** The answers, one for each that `n` asked for. */
  choices: Array<ChatCompletion.Choice>;

  /** When the answer was made, in Unix seconds. */
  created: number;

  /** Model that wrote the answer. */
  model: string;

  /**
   * Mark of the server setup behind the model. If it changes, the same `seed` may give another
   * answer.
   */
  system_fingerprint?: string;

  /** Always `chat.completion`. */
  object: 'chat.completion';

  /** How many tokens a request used, and how long it took. */
  usage?: CompletionUsage;

  /** The token counts of each model, if a compound system used several. */
  usage_breakdown?: ChatCompletionUsageBreakdown;

  /** Tier that served the request. */
  service_tier?: 'auto' | 'on_demand' | 'flex' | 'performance' | (string & {}) | null;

  /** The tools that the connected MCP servers offer. */
  mcp_list_tools?: Array<ChatCompletion.McpListTool> | null;

  /** What Groq adds to an answer that arrives in one piece. */
  x_groq?: XGroqNonStreaming;
}

export namespace ChatCompletion {
  /** One answer of the model. */
  export interface Choice {
    /**
     * Why the model stopped: `stop` at a natural end or at a `stop` text, `length` at the token
     * limit, `tool_calls` to have tools called, or `function_call`, the deprecated form of that.
     */
    finish_reason: 'stop' | 'length' | 'tool_calls' | 'function_call' | (string & {});

    /** Position of the answer in `choices`. */
    index: number;

    /** The message that the model wrote. */
    message: ChatCompletionMessage;

    /** How likely the tokens of the answer were, or null if you did not ask. */
    logprobs: ChatCompletion.ChoiceLogprobs | null;
  }

  /** How likely the tokens of the answer were, or null if you did not ask. */
  export interface ChoiceLogprobs {
    /** The tokens of the message, each with its log probability. */
    content: Array<ChatCompletionTokenLogprob> | null;
  }

  /** What one MCP server offers. */
  export interface McpListTool {
    /** Identifier of this list of tools. */
    id?: string;

    /** Kind of item. */
    type?: string;

    /** Name of the MCP server for people to read. */
    server_label?: string;

    /** The tools found on the server. */
    tools?: Array<ChatCompletion.McpListToolTool>;
  }

  /** One tool of an MCP server. */
  export interface McpListToolTool {
    /** Further details that the server gives about the tool. */
    annotations?: unknown;

    /** What the tool is good for. */
    description?: string;

    /** The parameters that the tool takes, as a JSON Schema. */
    input_schema?: { [key: string]: unknown };

    /** Name by which the server knows the tool. */
    name?: string;
  }
}

/** One chunk of a streamed answer. */
export interface ChatCompletionChunk {
  /** Identifier of the answer, the same in all its chunks. */
  id: string;

  /** What the chunk adds to each answer. There are several if `n` asks for more than one. */
  choices: Array<ChatCompletionChunk.Choice>;

  /** When the answer was begun, in Unix seconds, the same in all its chunks. */
  created: number;

  /** Model that writes the answer. */
  model: string;

  /**
   * Mark of the server setup behind the model. If it changes, the same `seed` may give another
   * answer.
   */
  system_fingerprint?: string;

  /** Always `chat.completion.chunk`. */
  object: 'chat.completion.chunk';

  /** What Groq adds to the chunks of a stream. Not every chunk carries every field. */
  x_groq?: XGroq;
}

export namespace ChatCompletionChunk {
  /** What a chunk adds to one answer. */
  export interface Choice {
    /** What one chunk of a stream adds to the message. */
    delta: ChatCompletionStreamResponseDelta;

    /** How likely the new tokens were, or null if you did not ask. */
    logprobs?: ChatCompletionChunk.ChoiceLogprobs | null;

    /**
     * Why the model stopped: `stop` at a natural end or at a `stop` text, `length` at the token
     * limit, `tool_calls` to have tools called, or `function_call`, the deprecated form of that.
     * Null while the model is still writing.
     */
    finish_reason: 'stop' | 'length' | 'tool_calls' | 'function_call' | (string & {}) | null;

    /** Position of the answer in `choices`. */
    index: number;
  }

  /** How likely the new tokens were, or null if you did not ask. */
  export interface ChoiceLogprobs {
    /** The new tokens of the message, each with its log probability. */
    content: Array<ChatCompletionTokenLogprob> | null;
  }
}

/** How many tokens a request used, and how long it took. */
export interface CompletionUsage {
  /** Time that the request waited for its turn, in seconds. */
  queue_time?: number;

  /** Time that the model took to write, in seconds. */
  completion_time?: number;

  /** Number of tokens that the model wrote. */
  completion_tokens: number;

  /** Time that the model took to read the input, in seconds. */
  prompt_time?: number;

  /** Number of tokens that the model read. */
  prompt_tokens: number;

  /** Sum of `prompt_time` and `completion_time`, in seconds. */
  total_time?: number;

  /** Sum of `prompt_tokens` and `completion_tokens`. */
  total_tokens: number;

  /** What the tokens of the input consist of. */
  prompt_tokens_details?: CompletionUsage.PromptTokensDetails | null;

  /** What the tokens of the answer consist of. */
  completion_tokens_details?: CompletionUsage.CompletionTokensDetails | null;
}

export namespace CompletionUsage {
  /** What the tokens of the input consist of. */
  export interface PromptTokensDetails {
    /** Number of tokens that did not have to be read again, because they were in the cache. */
    cached_tokens: number;
  }

  /** What the tokens of the answer consist of. */
  export interface CompletionTokensDetails {
    /** Number of tokens that a reasoning model spent on its reasoning. */
    reasoning_tokens: number;
  }
}

/** The tokens that a compound system used, by model. */
export interface ChatCompletionUsageBreakdown {
  /** The models that took part, each with its own counts. */
  models: Array<ChatCompletionUsageBreakdown.Model>;
}

export namespace ChatCompletionUsageBreakdown {
  /** The share of one model. */
  export interface Model {
    /** Name of the model. */
    model: string;

    /** How many tokens a request used, and how long it took. */
    usage: CompletionUsage;
  }
}

/** What Groq adds to an answer that arrives in one piece. */
export interface XGroqNonStreaming {
  /** Identifier of the request. Quote it when you ask Groq support about it. */
  id: string;

  /** Seed that the answer was made with; see `seed` of the request. */
  seed?: number | null;

  /** Counts of the tokens that the caches of Groq's hardware supplied. */
  usage?: XGroqNonStreaming.Usage | null;

  /** The tokens that went in and came out, if you asked for them. */
  debug?: DebugData | null;
}

export namespace XGroqNonStreaming {
  /** Counts of the tokens that the caches of Groq's hardware supplied. */
  export interface Usage {
    /** Number of tokens that came from the cache in SRAM. */
    sram_cached_tokens?: number;

    /** Number of tokens that came from the cache in DRAM. */
    dram_cached_tokens?: number;
  }
}

/**
 * What Groq adds to the chunks of a stream.
 *
 * Not every chunk carries every field.
 */
export interface XGroq {
  /**
   * Identifier of the request, in the first chunk and the last. Quote it when you ask Groq support
   * about it.
   */
  id?: string | null;

  /** Seed that the answer was made with, in the last chunk. */
  seed?: number | null;

  /** Token counts and times of the whole stream, in the last chunk only. */
  usage?: CompletionUsage | null;

  /** The token counts of each model, if a compound system used several, in the last chunk only. */
  usage_breakdown?: ChatCompletionUsageBreakdown | null;

  /** Why the stream broke off early, if it did. */
  error?: string | null;

  /** The tokens that went in and came out, if you asked for them. */
  debug?: DebugData | null;
}

/** The message that the model wrote. */
export interface ChatCompletionMessage {
  /** The words of the message, or null if there are none. */
  content: string | null;

  /**
   * Reasoning that led to the answer. Only reasoning models send it, and only with
   * `reasoning_format` set to `parsed`.
   */
  reasoning?: string | null;

  /** The tools that the model wants to have called, each with its arguments. */
  tool_calls?: ChatCompletionMessageToolCalls;

  /** The tools that a compound system ran on the server while it worked on the answer. */
  executed_tools?: ChatCompletionMessageExecutedTools;

  /** Who wrote the message, here always `assistant`. */
  role: 'assistant';

  /**
   * Function that the model asks for, with arguments. Newer programs read `tool_calls` instead.
   *
   * @deprecated
   */
  function_call?: ChatCompletionMessage.FunctionCall;

  /** The sources that the message rests on, each tied to a passage of its text. */
  annotations?: Array<Annotation>;
}

export namespace ChatCompletionMessage {
  /**
   * Function that the model asks for, with arguments.
   *
   * Newer programs read `tool_calls` instead.
   *
   * @deprecated
   */
  export interface FunctionCall {
    /**
     * Arguments for the function, as JSON text written by the model. The text may be malformed or
     * hold parameters you never declared, so check it before you use it.
     */
    arguments: string;

    /** Name of the function to run. */
    name: string;
  }
}

/**
 * The tokens that went into the model and came out of it.
 *
 * Only requests with `debug` set to `true` get them.
 */
export interface DebugData {
  /** Numbers of the tokens that went in. */
  input_token_ids?: Array<number>;

  /** Texts of the tokens that went in. */
  input_tokens?: Array<string>;

  /** Numbers of the tokens that came out. */
  output_token_ids?: Array<number>;

  /** Texts of the tokens that came out. */
  output_tokens?: Array<string>;
}

/** What one chunk of a stream adds to the message. */
export interface ChatCompletionStreamResponseDelta {
  /** The next words of the message. */
  content?: string | null;

  /**
   * The next words of the reasoning. Only reasoning models send it, and only with
   * `reasoning_format` set to `parsed`.
   */
  reasoning?: string | null;

  /**
   * Function that the model asks for, with arguments. Newer programs read `tool_calls` instead.
   *
   * @deprecated
   */
  function_call?: ChatCompletionStreamResponseDelta.FunctionCall;

  /** The next pieces of the tool calls. */
  tool_calls?: Array<ChatCompletionMessageToolCallChunk>;

  /** The tools that a compound system ran on the server while it worked on the answer. */
  executed_tools?: ChatCompletionMessageExecutedTools;

  /** Who writes the message. */
  role?: 'system' | 'user' | 'assistant' | 'tool' | (string & {});

  /** The sources that the message rests on, each tied to a passage of its text. */
  annotations?: Array<Annotation>;
}

export namespace ChatCompletionStreamResponseDelta {
  /**
   * Function that the model asks for, with arguments.
   *
   * Newer programs read `tool_calls` instead.
   *
   * @deprecated
   */
  export interface FunctionCall {
    /**
     * Arguments for the function, or the next piece of them, as JSON text written by the model. The
     * finished text may be malformed or hold parameters you never declared, so check it before you
     * use it.
     */
    arguments?: string;

    /** Name of the function to run. */
    name?: string;
  }
}

/** The tools that a compound system ran on the server while it worked on the answer. */
export type ChatCompletionMessageExecutedTools =
  Array<ChatCompletionMessageExecutedTools.ChatCompletionMessageExecutedTool>;

export namespace ChatCompletionMessageExecutedTools {
  /** One run of a tool on the server. */
  export interface ChatCompletionMessageExecutedTool {
    /** Position of the run among all runs. */
    index: number;

    /** Kind of tool that was run. */
    type: string;

    /** What the tool was given, as JSON text. */
    arguments: string;

    /** What the tool returned, or null if it returned nothing. */
    output?: string | null;

    /** What a search found, or null if the tool does not search. */
    search_results?: ChatCompletionMessageExecutedTools.SearchResults | null;

    /** What running code produced. */
    code_results?: Array<CodeExecutionResult>;

    /** What the browser saw. */
    browser_results?: Array<BrowserResult>;
  }

  /** What a search found, or null if the tool does not search. */
  export interface SearchResults {
    /** The pages found. */
    results?: Array<ChatCompletionMessageExecutedTools.SearchResult>;

    /** Addresses of the images found. */
    images?: Array<string>;
  }

  /** One page that a search found. */
  export interface SearchResult {
    /** Title of the page. */
    title?: string;

    /** Address of the page. */
    url?: string;

    /** Text taken from the page. */
    content?: string;

    /** How well the page fits the search. */
    score?: number;
  }
}

/** A source for a passage of the message: a document or the result of a tool call. */
export interface Annotation {
  /** Kind of source, which says which of the other fields is set. */
  type: 'document_citation' | 'function_citation' | (string & {});

  /** A passage of the message that rests on one of the documents in the request. */
  document_citation?: DocumentCitation;

  /** A passage of the message that rests on what a function or other tool returned. */
  function_citation?: FunctionCitation;
}

/** A token of the answer, how likely it was, and what else was likely in its place. */
export interface ChatCompletionTokenLogprob {
  /** Text of the token. */
  token: string;

  /**
   * Log probability of the token. It is `-9999.0`, for very unlikely, if the token is not among the
   * 20 likeliest.
   */
  logprob: number;

  /**
   * The token as UTF-8 bytes, or null if it has none. Join the bytes of neighbouring tokens where
   * one character is spread over several.
   */
  bytes: Array<number> | null;

  /** The likeliest tokens at this position. Now and then there are fewer than you asked for. */
  top_logprobs: Array<ChatCompletionTokenLogprob.TopLogprob>;
}

export namespace ChatCompletionTokenLogprob {
  /** A token that could stand here, and how likely it was. */
  export interface TopLogprob {
    /** Text of the token. */
    token: string;

    /**
     * Log probability of the token. It is `-9999.0`, for very unlikely, if the token is not among
     * the 20 likeliest.
     */
    logprob: number;

    /**
     * The token as UTF-8 bytes, or null if it has none. Join the bytes of neighbouring tokens where
     * one character is spread over several.
     */
    bytes: Array<number> | null;
  }
}

/** A piece of a tool call, as it arrives in a stream. */
export interface ChatCompletionMessageToolCallChunk {
  /** Position of the call in the list. Pieces with the same position belong together. */
  index: number;

  /** Identifier of the call. */
  id?: string;

  /** Kind of tool, for now always `function`. */
  type?: 'function';

  /** The function, as far as this piece tells. */
  function?: ChatCompletionMessageToolCallChunk.Function;
}

export namespace ChatCompletionMessageToolCallChunk {
  /** The function, as far as this piece tells. */
  export interface Function {
    /** Name of the function to run. */
    name?: string;

    /**
     * Arguments for the function, or the next piece of them, as JSON text written by the model. The
     * finished text may be malformed or hold parameters you never declared, so check it before you
     * use it.
     */
    arguments?: string;
  }
}

/** A passage of the message that rests on one of the documents in the request. */
export interface DocumentCitation {
  /** Position in the message at which the passage begins, counted in characters. */
  start_index: number;

  /** Position in the message at which the passage ends, counted in characters. */
  end_index: number;

  /** Identifier of the document, as the request gives it. */
  document_id: string;
}

/** A passage of the message that rests on what a function or other tool returned. */
export interface FunctionCitation {
  /** Position in the message at which the passage begins, counted in characters. */
  start_index: number;

  /** Position in the message at which the passage ends, counted in characters. */
  end_index: number;

  /** Identifier of the tool call, as it stands in the conversation. */
  tool_call_id: string;
}

/** A result of running code: text, an image or a chart. */
export interface CodeExecutionResult {
  /** The result in words. */
  text?: string;

  /** The result as a PNG image in base64. */
  png?: string;

  /** A chart that executed code drew, as data that can be drawn again. */
  chart?: Chart;

  /** The charts that a superchart consists of. */
  charts?: Array<Chart>;
}

/** A browser window that a tool opened. */
export interface BrowserResult {
  /** Address of the page in the window. */
  url: string;

  /** Title that the window shows. */
  title: string;

  /** Address at which to watch the window as it is used. */
  live_view_url?: string;

  /** What the page says. */
  content?: string;
}

/** A chart that executed code drew, as data that can be drawn again. */
export interface Chart {
  /** Kind of chart. A `superchart` consists of other charts. */
  type:
    | 'bar'
    | 'box_and_whisker'
    | 'line'
    | 'pie'
    | 'scatter'
    | 'superchart'
    | 'unknown'
    | (string & {});

  /** Heading of the chart. */
  title?: string;

  /** Name of the horizontal axis. */
  x_label?: string;

  /** Name of the vertical axis. */
  y_label?: string;

  /** Unit of the values along the horizontal axis. */
  x_unit?: string;

  /** Unit of the values along the vertical axis. */
  y_unit?: string;

  /** Values at which the horizontal axis has marks. */
  x_ticks?: Array<number>;

  /** Values at which the vertical axis has marks. */
  y_ticks?: Array<number>;

  /** Texts beside the marks of the horizontal axis. */
  x_tick_labels?: Array<string>;

  /** Texts beside the marks of the vertical axis. */
  y_tick_labels?: Array<string>;

  /** Kind of scale that the horizontal axis has, such as `linear`. */
  x_scale?: string;

  /** Kind of scale that the vertical axis has, such as `linear`. */
  y_scale?: string;

  /** What the chart shows, such as bars, slices or series of points. */
  elements: Array<ChartElement>;
}

/**
 * One thing that a chart shows, such as a bar, a slice, a box or a series of points.
 *
 * Which fields are set depends on the kind of chart.
 */
export interface ChartElement {
  /** Name of the element. */
  label: string;

  /** Name of the group that it is part of. */
  group?: string;

  /** Value that the element stands for. */
  value?: number;

  /** Points of a series, each a list of its coordinates. */
  points?: Array<Array<number>>;

  /** Angle of a slice. */
  angle?: number;

  /** Radius of a slice. */
  radius?: number;

  /** Lowest value of a box plot. */
  min?: number;

  /** Value that a quarter of the data stay below. */
  first_quartile?: number;

  /** Value in the middle of the data. */
  median?: number;

  /** Value that three quarters of the data stay below. */
  third_quartile?: number;

  /** Highest value of a box plot. */
  max?: number;

  /** Values that lie far from the rest. */
  outliers?: Array<number>;
}
