"""Which origin does an address on the web belong to, and is an IP address one of the public internet?"""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

DEFAULT_PORTS = {"http": 80, "https": 443}
"""The schemes of addresses that can be fetched, and their usual ports."""

_HOST = re.compile(r"[a-z0-9._-]+|\[[0-9a-f:.]+\]")

# Spelled out, since what the standard library knows of them differs between its versions.
_SPECIAL = tuple(
    map(
        ip_network,
        (
            "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 "
            "192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 "
            "224.0.0.0/4 240.0.0.0/4 2001::/23 2001:db8::/32 3fff::/20"
        ).split(),
    )
)
_UNICAST = ip_network("2000::/3")
_NAT64 = ip_network("64:ff9b::/96")
_LOW = 0xFFFF_FFFF


def web_origin(url: str) -> str:
    """The scheme, host and port of an http(s) address, normalised. Raises ValueError where it has none.

    An address with a user or a password has none, since no credentials are ever sent.
    """
    parts = urlsplit(url)
    if parts.scheme not in DEFAULT_PORTS or not parts.hostname or "@" in parts.netloc:
        raise ValueError("this is not an address that can be fetched")
    host = parts.hostname
    shown = f"[{host}]" if ":" in host else host.encode("idna").decode("ascii").lower()
    if not _HOST.fullmatch(shown):
        raise ValueError("no host has this name")
    port = parts.port or DEFAULT_PORTS[parts.scheme]
    return f"{parts.scheme}://{shown}" + ("" if port == DEFAULT_PORTS[parts.scheme] else f":{port}")


def read_origin(text: str) -> str:
    """An origin as a user writes it, normalised. Raises ValueError where it is none, or more than one."""
    parts = urlsplit(text)
    if parts.path not in {"", "/"} or parts.query or parts.fragment or text != text.strip():
        raise ValueError("this is more than an origin")
    return web_origin(text)


def is_public(address: str) -> bool:
    """Is this neither private, loopback, link-local, multicast nor reserved, nor stands for one that is?"""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv4Address):
        return found.is_global and not _is_special(found)
    inner = _embedded(found)
    if inner is not None and not is_public(str(inner)):
        return False
    if found.ipv4_mapped is not None or found in _NAT64:
        return True  # it only stands for the address that it embeds
    return found in _UNICAST and not _is_special(found) and found.scope_id is None


def _is_special(found: IPv4Address | IPv6Address) -> bool:
    return any(found in network for network in _SPECIAL if network.version == found.version)


def _embedded(found: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that a mapped, NAT64, 6to4 or ISATAP address stands for."""
    if found.ipv4_mapped is not None:
        return found.ipv4_mapped
    if found in _NAT64:
        return IPv4Address(int(found) & _LOW)
    if found.sixtofour is not None:
        return found.sixtofour
    if (int(found) >> 32) & 0xFDFF_FFFF == 0x0000_5EFE:
        return IPv4Address(int(found) & _LOW)
    return None
