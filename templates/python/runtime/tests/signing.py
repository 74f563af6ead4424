"""Webhooks as the service signs them."""

from __future__ import annotations

import base64
import hashlib
import hmac
import time

_KEY = b"the secret of the webhooks"
SECRET = f"whsec_{base64.b64encode(_KEY).decode()}"


def signed(payload: str, prefix: str = "webhook") -> dict[str, str]:
    """The headers of a request with this body, sent now."""
    sent = str(int(time.time()))
    made = hmac.new(_KEY, f"msg_1.{sent}.{payload}".encode(), hashlib.sha256).digest()
    return {
        f"{prefix}-id": "msg_1",
        f"{prefix}-timestamp": sent,
        f"{prefix}-signature": f"v1,{base64.b64encode(made).decode()}",
    }


def digested(
    payload: str,
    header: str,
    prefix: str = "",
    template: str = "{body}",
    timestamp: str = "",
    encoding: str = "hex",
) -> dict[str, str]:
    """The same where a header holds a digest."""
    sent = str(int(time.time()))
    text = template.format(body=payload, timestamp=sent)
    made = hmac.new(SECRET.encode(), text.encode(), hashlib.sha256)
    shown = made.hexdigest() if encoding == "hex" else base64.b64encode(made.digest()).decode()
    if timestamp.endswith("="):
        return {header: f"{timestamp}{sent},{prefix}{shown}"}
    times = {timestamp: sent} if timestamp else {}
    return {header: f"{prefix}{shown}", **times}
