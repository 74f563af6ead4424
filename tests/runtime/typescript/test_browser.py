"""The package in a browser: it loads from a page, and a stream arrives there."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from nodes import check
from server import Answer, Received, event_stream, serving

_ENTRY = """
import Groq from 'groq-sdk';

const say = (text) => fetch('/said', { method: 'POST', body: text });
const params = { messages: [{ role: 'user', content: 'hi' }], model: 'm', stream: true };
try {
  const options = { apiKey: 'k', baseURL: location.origin };
  let refused = '';
  try {
    new Groq(options);
  } catch (error) {
    refused = error.message.includes('dangerouslyAllowBrowser') ? 'refused' : String(error);
  }
  const client = new Groq({ ...options, dangerouslyAllowBrowser: true });
  const seen = [refused];
  for await (const chunk of await client.chat.completions.create(params)) seen.push(chunk.n);
  await say(seen.join(' '));
} catch (error) {
  await say(`failed: ${error.stack}`);
}
"""

# A machine without a network of its own refuses what a browser looks for in the background.
_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --virtual-time-budget=20000 --dump-dom"
).split()


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser; Debian's package brings it."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        pytest.skip("Chromium is not there, so TypeScript packages are not tested in a browser")
    return found


def test_a_stream_arrives_in_a_page(chromium: str, user: Path, tools: Path, tmp_path: Path) -> None:
    entry = user / "page.mjs"
    entry.write_text(_ENTRY, encoding="utf-8")
    script = tmp_path / "page.js"
    check([tools / "esbuild", entry, "--bundle", "--format=esm", f"--outfile={script}"], user)
    said: list[str] = []

    def answer(request: Received) -> Answer:
        match request.path:
            case "/":
                return Answer(
                    body=b'<script type="module" src="/page.js"></script>', content_type="text/html"
                )
            case "/page.js":
                return Answer(body=script.read_bytes(), content_type="text/javascript")
            case "/said":
                said.append(request.body.decode())
                return Answer()
            case "/openai/v1/chat/completions":
                return event_stream(b'data: {"n":1}\n\n', b'data: {"n":2}\n\ndata: [DONE]\n\n')
        return Answer(404)

    with serving(answer) as server:
        command: list[Any] = [chromium, *_FLAGS, f"--user-data-dir={tmp_path / 'profile'}", server.url]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
        calls = [request for request in server.received if request.path.startswith("/openai")]
    assert said == ["refused 1 2"], done.stderr[-2000:]
    assert [call.headers["authorization"] for call in calls] == ["Bearer k"]
