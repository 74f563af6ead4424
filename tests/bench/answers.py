"""The answers that are measured: what the API of `spec/` says, with every field that its description requires."""

from __future__ import annotations

from typing import Any

COMPLETION: dict[str, Any] = {
    "id": "chatcmpl-4b1d",
    "object": "chat.completion",
    "created": 1764000000,
    "model": "llama-3.3-70b-versatile",
    "system_fingerprint": "fp_4f2a",
    "choices": [
        {
            "index": 0,
            "message": {"role": "assistant", "content": "Yeast eats sugar and gives off gas. " * 8},
            "logprobs": None,
            "finish_reason": "stop",
        }
    ],
    "usage": {
        "queue_time": 0.0181,
        "prompt_tokens": 44,
        "prompt_time": 0.0021,
        "completion_tokens": 61,
        "completion_time": 0.2217,
        "total_tokens": 105,
        "total_time": 0.2238,
    },
    "x_groq": {"id": "req_01"},
    "service_tier": "on_demand",
}

CHUNK: dict[str, Any] = {
    "id": "chatcmpl-4b1d",
    "object": "chat.completion.chunk",
    "created": 1764000000,
    "model": "llama-3.3-70b-versatile",
    "system_fingerprint": "fp_4f2a",
    "choices": [{"index": 0, "delta": {"content": " lighthouse"}, "logprobs": None, "finish_reason": None}],
}

MODELS: dict[str, Any] = {
    "object": "list",
    "data": [
        {"id": f"model-{n}", "object": "model", "created": 1764000000 + n, "owned_by": "Somebody"}
        for n in range(10_000)
    ],
}

UNKNOWN: dict[str, Any] = {
    "object": "list",
    "data": [
        {**model, "active": True, "tier": 3, "public": None, "window": 4096} for model in MODELS["data"]
    ],
}
"""The same with as many fields again that the description does not know."""
