"""What is measured, in a process of its own: `tasks.py TASK WHO URL` prints microseconds of CPU, or MiB.

`WHO` is `package`, whichever `groq` can be imported, or `raw`: the HTTP library and `json` alone.
"""

from __future__ import annotations

import gc
import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import answers

MESSAGES = [{"role": "user", "content": "Why does bread rise?"}]
PATH = "/openai/v1/chat/completions"
GIB = 1 << 30


class Raw:
    """The HTTP library and `json`."""

    def __init__(self, url: str) -> None:
        import httpx2

        self._http = httpx2.Client(base_url=url, headers={"authorization": "Bearer key"})

    def call(self) -> Any:
        return self._http.post(PATH, json={"messages": MESSAGES, "model": "m"}).json()

    def stream(self, events: int, together: int) -> Iterator[Any]:
        body = {"messages": MESSAGES, "model": "m", "stream": True}
        query = {"events": events, "together": together}
        with self._http.stream("POST", PATH, json=body, params=query) as response:
            for line in response.iter_lines():
                data = line.removeprefix("data: ")
                if data == "[DONE]":
                    return
                if data:
                    yield json.loads(data)


class Package:
    """A package named `groq`."""

    def __init__(self, url: str) -> None:
        from groq import Groq

        self.client = Groq(api_key="key", base_url=url)

    def call(self) -> Any:
        return self.client.chat.completions.create(messages=MESSAGES, model="m")

    def stream(self, events: int, together: int) -> Iterator[Any]:
        query = {"events": events, "together": together}
        create: Any = self.client.chat.completions.create
        return create(messages=MESSAGES, model="m", stream=True, extra_query=query)


def seconds(do: Callable[[], object], repeat: int = 5) -> float:
    """The least CPU time that it took."""
    found = []
    for _ in range(repeat):
        gc.collect()
        start = time.process_time()
        do()
        found.append(time.process_time() - start)
    return min(found)


def times(count: int, do: Callable[[], object]) -> Callable[[], None]:
    """It, so many times."""

    def run() -> None:
        for _ in range(count):
            do()

    return run


def decoding(who: str, data: Any, typename: str, count: int) -> float:
    """Microseconds from the text of an answer to its value."""
    import groq.types
    import groq.types.chat

    text = json.dumps(data)
    do: Callable[[], object] = lambda: json.loads(text)
    if who == "package":
        kind = getattr(groq.types.chat, typename, None) or getattr(groq.types, typename)
        if hasattr(kind, "model_validate"):  # what that package does with an answer
            from groq._models import construct_type

            do = lambda: construct_type(value=json.loads(text), type_=kind)
        else:
            from groq._core.codec import reader

            read = reader(kind)
            do = lambda: read(json.loads(text))
    do()
    return seconds(times(count, do)) / count * 1e6


def drained(stream: Iterator[Any], count: int) -> None:
    """Read it to its end, which must not come early."""
    found = sum(1 for _ in stream)
    if found != count:
        raise SystemExit(f"{found} of {count} events came")


def growth(do: Callable[[], object]) -> float:
    """MiB by which the largest resident set grows meanwhile."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    do()
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024


def upload(package: Package, path: str) -> None:
    """Send a sparse file of 1 GiB."""
    with open(path, "wb") as file:
        file.truncate(GIB)
    with open(path, "rb") as file:
        package.client.audio.transcriptions.create(file=("big.wav", file), model="m")


def download(package: Package, path: str) -> None:
    """Store an answer of 1 GiB."""
    create: Any = package.client.audio.speech.create
    create(model="m", voice="v", input="i", extra_query={"bytes": GIB}).write_to_file(path)


def main(task: str, who: str, url: str, path: str) -> float:
    match task:
        case "completion":
            return decoding(who, answers.COMPLETION, "ChatCompletion", 3000)
        case "chunk":
            return decoding(who, answers.CHUNK, "ChatCompletionChunk", 5000)
        case "models":
            return decoding(who, answers.MODELS, "ModelListResponse", 3)
        case "unknown":
            return decoding(who, answers.UNKNOWN, "ModelListResponse", 3)
    made = Raw(url) if who == "raw" else Package(url)
    made.call()
    match task:
        case "call":
            return seconds(times(300, made.call), 3) / 300 * 1e6
        case "stream":
            return seconds(lambda: drained(made.stream(20_000, 1), 20_000), 3) / 20_000 * 1e6
        case "stream together":
            return seconds(lambda: drained(made.stream(20_000, 10), 20_000), 3) / 20_000 * 1e6
    assert isinstance(made, Package)
    match task:
        case "million":
            drained(made.stream(1000, 1), 1000)
            return growth(lambda: drained(made.stream(1_000_000, 10), 1_000_000))
        case "upload":
            return growth(lambda: upload(made, path))
        case "download":
            return growth(lambda: download(made, path))
    raise SystemExit(f"there is no task {task!r}")


if __name__ == "__main__":
    print(main(*sys.argv[1:]))
