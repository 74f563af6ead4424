"""How are names written in TypeScript?"""

from __future__ import annotations

from pathlib import Path

from sdkloom.name.spell import Spelling, camel, pascal, screaming, snake

_RESERVED = frozenset(Path(__file__).with_name("reserved.txt").read_text(encoding="utf-8").split())

# What every object has, or what would make an object something else: a promise, or a constructor.
_OBJECT = frozenset(
    "constructor prototype then toString toLocaleString valueOf toJSON hasOwnProperty isPrototypeOf "
    "propertyIsEnumerable __proto__ __defineGetter__ __defineSetter__ __lookupGetter__ "
    "__lookupSetter__".split()
)

# What every client has of its own: a resource or a call of that name would hide it.
CLIENT = frozenset(
    "get post put patch delete request withOptions baseURL timeout deadline maxRetries".split()
)

# Names that the body of a method uses.
_VARIABLES = frozenset(
    "params given options first second third places path styled asJSON bare named placed renamed formerly "
    "body query form multipart headers cookies content querystring".split()
)

# Types that the language has of its own, and those that generated files import or use.
_TYPES = frozenset(
    "any bigint boolean never null number object string symbol unknown undefined void Array Omit Formerly "
    "APIResource Promise".split()
)

# What the package itself exports, or will where the API comes to have pages or webhooks: a type of that name
# gets another.
EXPORTED = frozenset(
    "APIPromise Page PagePromise Stream Uploadable FileOptions Content ClientOptions RequestOptions "
    "Fetch OutgoingRequest Logger LogLevel HeadersLike QueryLike WithResponse APIError APIConnectionError "
    "APIConnectionTimeoutError APIUserAbortError APIResponseValidationError StreamError BadRequestError "
    "AuthenticationError PermissionDeniedError NotFoundError ConflictError UnprocessableEntityError "
    "RateLimitError InternalServerError InvalidWebhookSignatureError InvalidWebhookPayloadError "
    "ReceivedHeaders VerifyOptions ReceivedBody VerifyKey".split()
)

# A file that there is anyway, and names that no file can have on some systems.
_FILES = frozenset(
    "shared con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 "
    "lpt7 lpt8 lpt9".split()
)

SPELLING = Spelling(
    casing={
        "type": pascal,
        "function": camel,
        "variable": camel,
        "constant": screaming,
        "module": snake,
        "member": snake,
    },
    reserved=frozenset({"constructor", "__proto__", "prototype"}),
    also_reserved={
        "type": _RESERVED | _TYPES,
        "function": _OBJECT,
        "variable": _RESERVED | _VARIABLES,
        "constant": _RESERVED,
        "module": _FILES,
        "member": _OBJECT,
    },
)
