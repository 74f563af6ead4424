"""An answer that arrives piece by piece."""

from groq import Groq

client = Groq()

with client.chat.completions.create(
    messages=[
        {"role": "system", "content": "You answer in two sentences at most."},
        {"role": "user", "content": "Why does bread rise?"},
    ],
    model="llama-3.3-70b-versatile",
    stream=True,
) as stream:
    for event in stream:
        print(event)
