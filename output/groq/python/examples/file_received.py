"""A call that answers with a file."""

from groq import Groq

client = Groq()

result = client.audio.speech.create(
    model="playai-tts",
    voice="Fritz-PlayAI",
    input="The 9:40 to Lisbon now boards at gate 12.",
    response_format="wav",
)
result.write_to_file("download.bin")
