"""Connections that are secured: which servers are trusted, and when that is found out."""

from __future__ import annotations

import ssl
from concurrent.futures import ThreadPoolExecutor

import pytest
import trustme
from _core.errors import APIConnectionError, SDKError
from _core.transport import DefaultHttpxClient
from server import event_stream, json_answer
from toy import Thing, Toy

THING = json_answer({"id": "a"})


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


@pytest.fixture(scope="module")
def secured(authority):
    """What makes a server one whose certificate the authority has signed."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    return context


@pytest.fixture
def trusted(authority, tmp_path, monkeypatch):
    """The user trusts the authority."""
    path = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(path)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))


@pytest.mark.usefixtures("trusted")
def test_a_server_with_a_certificate_is_called(serve, caller, secured):
    server = serve(THING, event_stream(b'data: {"id": "b"}\n\n', b"data: [DONE]\n\n"), tls=secured)

    def steps(client):
        thing = yield client.things.retrieve("a")
        stream = yield client.things.watch()
        return [thing, *(yield caller.listed(stream))]

    assert server.url.startswith("https://")
    assert caller.call(caller.client(server.url), steps) == [Thing(id="a"), Thing(id="b")]


def test_a_server_whose_certificate_nobody_vouches_for_gets_no_request(serve, caller, secured):
    server = serve(THING, tls=secured)
    with pytest.raises(APIConnectionError, match="CERTIFICATE_VERIFY_FAILED"):
        caller.call(caller.client(server.url, max_retries=0), lambda c: c.things.retrieve("a"))
    assert server.received == []


@pytest.mark.usefixtures("trusted")
def test_a_server_with_the_certificate_of_another_gets_no_request(serve, caller, secured):
    server = serve(THING, tls=secured)
    url = server.url.replace("127.0.0.1", "localhost")
    with pytest.raises(APIConnectionError, match="CERTIFICATE_VERIFY_FAILED"):
        caller.call(caller.client(url, max_retries=0), lambda c: c.things.retrieve("a"))
    assert server.received == []


def test_a_redirect_to_a_server_that_nobody_vouches_for_is_not_followed(serve, caller, secured):
    elsewhere = serve(THING, tls=secured)
    server = serve(json_answer({}, 307, location=elsewhere.url))
    with pytest.raises(APIConnectionError, match="CERTIFICATE_VERIFY_FAILED"):
        caller.call(caller.client(server.url, max_retries=0), lambda c: c.things.retrieve("a"))
    assert elsewhere.received == []


@pytest.mark.usefixtures("trusted")
def test_a_redirect_to_a_server_that_is_trusted_is_followed(serve, caller, secured):
    elsewhere = serve(THING, tls=secured)
    server = serve(json_answer({}, 307, location=elsewhere.url))
    assert caller.call(caller.client(server.url), lambda c: c.things.retrieve("a")) == Thing(id="a")


def test_certificates_are_read_only_where_they_are_needed(serve, caller, monkeypatch, tmp_path, secured):
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "missing.pem"))
    plain, server = serve(THING), serve(THING, tls=secured)

    def steps(client):
        thing = yield client.things.retrieve("a")
        with pytest.raises(SDKError, match="the certificates of the system cannot be read"):
            yield client.with_options(base_url=server.url).things.retrieve("a")
        return thing

    assert caller.call(caller.client(plain.url), steps) == Thing(id="a")


@pytest.mark.usefixtures("trusted")
def test_rule_52_threads_can_share_a_client_from_its_first_secured_connection(serve, secured):
    server = serve(THING, tls=secured)
    with Toy(api_key="k", base_url=server.url) as client, ThreadPoolExecutor(20) as pool:
        assert list(pool.map(client.things.retrieve, "abcdefghijklmnopqrst")) == [Thing(id="a")] * 20


def test_users_say_whom_they_trust(serve, secured, authority):
    server = serve(THING, tls=secured)
    context = ssl.create_default_context()
    authority.configure_trust(context)
    for verify in (context, False):
        with DefaultHttpxClient(verify=verify) as http_client:
            client = Toy(api_key="k", base_url=server.url, http_client=http_client)
            assert client.things.retrieve("a") == Thing(id="a")
