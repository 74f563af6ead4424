"""A first call, asynchronously."""

import asyncio

from groq import AsyncGroq

client = AsyncGroq()


async def main() -> None:
    result = await client.chat.completions.create(
        messages=[
            {"role": "system", "content": "You answer in two sentences at most."},
            {"role": "user", "content": "Why does bread rise?"},
        ],
        model="llama-3.3-70b-versatile",
    )
    print(result)


asyncio.run(main())
