"""A call that sends a file."""

from pathlib import Path

from groq import Groq

client = Groq()

result = client.audio.transcriptions.create(file=Path("recording.m4a"), model="whisper-large-v3")
print(result)
