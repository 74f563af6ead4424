"""A first call."""

from groq import Groq

client = Groq()

result = client.chat.completions.create(
    messages=[
        {"role": "system", "content": "You answer in two sentences at most."},
        {"role": "user", "content": "Why does bread rise?"},
    ],
    model="llama-3.3-70b-versatile",
)
print(result)
