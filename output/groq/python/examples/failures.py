"""What may go wrong, and how to tell."""

import groq
from groq import Groq

client = Groq()

try:
    result = client.chat.completions.create(
        messages=[
            {"role": "system", "content": "You answer in two sentences at most."},
            {"role": "user", "content": "Why does bread rise?"},
        ],
        model="llama-3.3-70b-versatile",
    )
    print(result)
except groq.APIConnectionError as error:
    print("The server could not be reached:", error.__cause__)
except groq.RateLimitError:
    print("Too many requests; slow down.")
except groq.APIStatusError as error:
    print(error.status_code, error.request_id, error.body)
