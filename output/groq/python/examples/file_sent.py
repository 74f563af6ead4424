"""A call that sends a file."""

from pathlib import Path

from groq import Groq

client = Groq()

result = client.audio.transcriptions.create(model="whisper-large-v3", file=Path("recording.m4a"))
print(result)
