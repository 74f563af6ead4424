"""Documents of other hosts: refused, allowed, locked, and never from an address that is not public."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from reports import codes, places
from server import Answer, Received, Server

from sdkloom.config import Config
from sdkloom.diagnostics import Report
from sdkloom.load import Document, load
from sdkloom.load.addresses import is_public, read_origin
from sdkloom.load.fetch import Network
from sdkloom.load.locate import locate
from sdkloom.write import write_lock

_PET = b"Pet:\n  type: object\n  properties:\n    name: {type: string}\n"
_CERTIFICATE = Path(__file__).with_name("specs.example.com.pem")


def _loopback(_host: str, _port: int) -> tuple[str, ...]:
    return ("127.0.0.1",)


LOOPBACK = Network(resolve=_loopback, allows=lambda address: address == "127.0.0.1")


@dataclass
class Host:
    """A server whose answers can be changed, under a name that leads to it."""

    folder: Path
    answers: dict[str, Answer] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.server = Server(self._answer)
        self.origin = self.server.url.replace("127.0.0.1", "specs.example.com")
        self.lock = self.folder / "api.remote.lock"

    def _answer(self, request: Received) -> Answer:
        return self.answers.get(request.path, Answer(404))

    def say(self, path: str, body: bytes) -> str:
        self.answers[path] = Answer(body=body)
        return f"{self.origin}{path} sha256:{sha256(body).hexdigest()}\n"

    def asked(self) -> list[str]:
        return [request.path for request in self.server.received]

    def load(
        self, reference: str, network: Network = LOOPBACK, **more: str
    ) -> tuple[Document | None, Report]:
        text = "openapi: 3.1.0\ninfo: {title: Pets, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"
        found = {"A": reference, **more}
        text += "".join(f"    {name}: {{$ref: '{target}'}}\n" for name, target in found.items())
        (self.folder / "api.yaml").write_text(text)
        report = Report()
        document = load(Config(spec=Path("api.yaml"), remote=(self.origin,)), report, network)
        if document is not None and document.lock is not None and not report.failed:
            write_lock(self.lock, document.lock, report)
        return document, report

    def locked(self) -> str:
        """The lines of the lock file but the first, which explains it."""
        return "".join(self.lock.read_text().splitlines(keepends=True)[1:])


@pytest.fixture
def host(folder: Path) -> Iterator[Host]:
    found = Host(folder)
    yield found
    found.server.close()


def _said(report: Report) -> str:
    return "\n".join(report.render(locate))


def test_what_is_allowed_is_fetched_once_and_locked(host: Host) -> None:
    line = host.say("/pets.yaml", _PET)
    document, report = host.load(
        f"{host.origin}/pets.yaml#/Pet", B=f"{host.origin}/pets.yaml#/Pet/properties/name"
    )
    assert not codes(report)
    assert document is not None
    assert document.at(str(document.at("#/components/schemas/B/$ref"))) == {"type": "string"}
    assert host.locked() == line
    assert host.asked() == ["/pets.yaml"]
    host.server.close()
    again, report = host.load(f"{host.origin}/pets.yaml#/Pet")
    assert not codes(report)
    assert again is not None
    assert host.locked() == line


def test_no_credentials_and_the_name_that_was_asked_for(
    host: Host, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / ".netrc").write_text("default login me password secret\n")
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("NETRC", str(folder / ".netrc"))
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "https_proxy"):
        monkeypatch.setenv(name, "http://me:secret@127.0.0.1:1")
    host.say("/a%20b/p%C3%A9t.yaml?v=1&w=%C3%A9", _PET)
    _, report = host.load(f"{host.origin}/a b/pét.yaml?v=1&w=é#/Pet")
    assert not codes(report)
    (request,) = host.server.received
    assert request.headers["host"] == host.origin.removeprefix("http://")
    assert {name.lower() for name in request.headers} == {
        "host", "accept", "accept-encoding", "user-agent", "connection"
    }  # fmt: skip
    assert host.locked().startswith(f"{host.origin}/a%20b/pét.yaml?v=1&w=é sha256:")


def test_a_changed_document_is_an_error_until_its_line_is_removed(
    host: Host, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    old = host.say("/pets.yaml", _PET)
    host.load(f"{host.origin}/pets.yaml#/Pet")
    new = host.say("/pets.yaml", _PET + b"Owner: {}\n")
    _, report = host.load(f"{host.origin}/pets.yaml#/Pet")
    assert not codes(report), "the kept copy is still what was locked"
    monkeypatch.setenv("SDKLOOM_CACHE", str(tmp_path_factory.mktemp("elsewhere")))
    document, report = host.load(f"{host.origin}/pets.yaml#/Pet")
    assert document is None
    assert places(report) == ["E108 api.yaml:6:9"]
    for hash in (old.split()[1], new.split()[1], "`api.remote.lock`"):
        assert hash in _said(report)
    assert host.locked() == old
    host.lock.unlink()
    _, report = host.load(f"{host.origin}/pets.yaml#/Pet")
    assert not codes(report)
    assert host.locked() == new


def test_a_lock_is_sorted_and_forgets_only_what_could_have_been_asked_for(host: Host) -> None:
    lines = [host.say(f"/{name}.yaml", _PET) for name in "cab"]
    other = f"https://elsewhere.example/z.yaml sha256:{'0' * 64}\n"
    host.lock.write_text(f"{other}{host.origin}/old.yaml sha256:{'1' * 64}\n")
    a, b, c = (f"{host.origin}/{name}.yaml#/Pet" for name in "abc")
    host.load(c, B=a, C=b)
    assert host.locked() == "".join(sorted([*lines, other]))
    host.load("#/components/schemas/B", B=f"{host.origin}/a.yaml#/Pet")
    assert host.locked() == "".join(sorted([lines[1], other]))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("<<<<<<< ours\n", "E112 api.remote.lock:1:1"),
        (f"\nhttps://a.example/a sha256:{'0' * 63}\n", "E112 api.remote.lock:2:1"),
        (
            f"https://a.example/a sha256:{'0' * 64}\nhttps://a.example/a sha256:{'1' * 64}\n",
            "E112 api.remote.lock:2:1",
        ),
    ],
)
def test_a_damaged_lock_is_an_error(host: Host, text: str, place: str) -> None:
    host.say("/pets.yaml", _PET)
    host.lock.write_text(text)
    document, report = host.load(f"{host.origin}/pets.yaml#/Pet")
    assert document is None
    assert places(report) == [place]
    assert host.lock.read_text() == text


def test_references_inside_go_on_from_there(host: Host) -> None:
    host.say("/v1/pets.yaml", b"Pet: {$ref: '../shared/owner.yaml#/Owner'}\n")
    host.say(
        "/shared/owner.yaml",
        b"Owner:\n  properties:\n    name: {$ref: '#/Name'}\n    at: {$ref: '#/Nowhere'}\n",
    )
    document, report = host.load(f"{host.origin}/v1/pets.yaml#/Pet")
    assert document is not None
    assert host.asked() == ["/v1/pets.yaml", "/shared/owner.yaml"]
    file = f"{host.origin}/shared/owner.yaml"
    assert places(report) == [f"W105 {file}:3:12", f"W105 {file}:4:10"]
    assert "    name: {$ref: '#/Name'}" in _said(report)


@pytest.mark.parametrize(
    "inside",
    [
        "https://elsewhere.example/a.yaml", "//elsewhere.example/a.yaml", "file:///etc/passwd",
        "http://me:secret@specs.example.com/a.yaml", "ftp://specs.example.com/a.yaml", "http://[::1/a.yaml",
    ],
)  # fmt: skip
def test_what_a_fetched_document_may_not_reach(host: Host, inside: str) -> None:
    host.say("/pets.yaml", f"Pet: {{$ref: '{inside}#/Pet'}}\n".encode())
    document, report = host.load(f"{host.origin}/pets.yaml#/Pet")
    assert document is not None
    assert places(report) == [f"W106 {host.origin}/pets.yaml:1:7"]
    assert host.asked() == ["/pets.yaml"]


def test_a_refusal_prints_what_would_allow_it(host: Host) -> None:
    _, report = host.load("HTTPS://Specs.Example.com:443/a.yaml#/A", B="https://specs.example.com/a.yaml#/B")
    assert places(report) == ["W106 api.yaml:6:9"], "once for each document"
    assert "`--allow-remote https://specs.example.com`" in _said(report)
    assert "`remote: [https://specs.example.com]`" in _said(report)


_ENDLESS = (b"x" * 1000 for _ in iter(int, 1))


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer(404), "the server answers 404"),
        (Answer(302, headers={"Location": "https://elsewhere.example/a"}), "it redirects to `https://elsewhere.example`"),
        (Answer(302, headers={"Location": "http://specs.example.com/a"}), "it redirects to `http://specs.example.com`"),
        (Answer(302, headers={"Location": "file:///etc/passwd"}), "it redirects to something that is no address"),
        (Answer(302, headers={"Location": "/pets.yaml"}), "it redirects more than 5 times"),
        (Answer(body=b"{}", headers={"Content-Encoding": "gzip"}), "an encoding that was not asked for"),
        (Answer(body=b"x" * 5001), "it has more than 5,000 bytes"),
        (Answer(pieces=_ENDLESS), "it has more than 5,000 bytes"),
        (Answer(body=b"{}", breaks_off=True), "the answer breaks off"),
        (Answer(hangs_up=True), "Remote end closed connection"),
    ],
)  # fmt: skip
def test_failures_are_errors_that_say_why(host: Host, answer: Answer, reason: str) -> None:
    host.answers["/pets.yaml"] = answer
    small = Network(LOOPBACK.resolve, LOOPBACK.allows, size=5_000)
    document, report = host.load(f"{host.origin}/pets.yaml#/Pet", small)
    assert document is None
    assert places(report) == ["E109 api.yaml:6:9"]
    assert reason in _said(report)


def test_redirects_within_an_origin_are_followed(host: Host) -> None:
    host.answers["/old.yaml"] = Answer(301, headers={"Location": "new.yaml"})
    host.say("/new.yaml", _PET)
    document, report = host.load(f"{host.origin}/old.yaml#/Pet")
    assert document is not None
    assert not codes(report)
    assert host.asked() == ["/old.yaml", "/new.yaml"]


def test_a_slow_answer_is_not_waited_for(host: Host) -> None:
    is_over = threading.Event()

    def pieces() -> Iterator[bytes]:
        yield b"Pet: "
        is_over.wait()

    host.answers["/pets.yaml"] = Answer(pieces=pieces())
    hasty = Network(LOOPBACK.resolve, LOOPBACK.allows, seconds=0.2)
    _, report = host.load(f"{host.origin}/pets.yaml#/Pet", hasty)
    is_over.set()
    assert "it took more than 0.2 seconds" in _said(report)


def test_every_address_of_a_name_is_checked_and_the_name_is_looked_up_once(host: Host) -> None:
    host.say("/pets.yaml", _PET)
    looked_up: list[str] = []

    def resolve(*addresses: str) -> Callable[[str, int], tuple[str, ...]]:
        def run(name: str, _port: int) -> tuple[str, ...]:
            looked_up.append(name)
            return addresses

        return run

    _, report = host.load(
        f"{host.origin}/pets.yaml#/Pet", Network(resolve("127.0.0.1", "10.0.0.1"), LOOPBACK.allows)
    )
    assert "`specs.example.com` is at 10.0.0.1, which is not a public address" in _said(report)
    assert not host.asked()
    _, report = host.load(f"{host.origin}/pets.yaml#/Pet", Network(resolve("127.0.0.1"), LOOPBACK.allows))
    assert not codes(report)
    assert looked_up == ["specs.example.com"] * 2


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"]
)
def test_loopback_is_out_of_reach_however_it_is_written(host: Host, address: str) -> None:
    host.origin = read_origin(host.origin.replace("specs.example.com", address))
    host.say("/pets.yaml", _PET)
    document, report = host.load(f"{host.origin}/pets.yaml#/Pet", Network())
    assert document is None
    assert codes(report) == ["E109"]
    assert not host.asked()


_NOT_PUBLIC = (
    "0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.255.255.255 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.1 "
    "192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 "
    "255.255.255.255 :: ::1 ::127.0.0.1 ::ffff:10.0.0.1 ::ffff:127.0.0.1 ::ffff:169.254.169.254 fe80::1 fe80::1%1 "
    "fec0::1 fc00::1 fd00:ec2::254 ff02::1 64:ff9b::127.0.0.1 64:ff9b::a9fe:a9fe 64:ff9b:1::808:808 100::1 "
    "2001::1 2001:0:7f00:1::1 2001:2::1 2001:db8::1 2002:7f00:1::1 2002:a00:1::1 2002:c0a8:101::1 3fff::1 5f00::1 "
    "4000::1 2606:4700::5efe:10.0.0.1 2606:4700::200:5efe:10.0.0.1 words"
)


@pytest.mark.parametrize("address", _NOT_PUBLIC.split())
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    "8.8.8.8 172.15.0.1 172.32.0.1 2606:4700::1111 ::ffff:8.8.8.8 64:ff9b::808:808 2002:808:808::1".split(),
)
def test_addresses_that_are_public(address: str) -> None:
    assert is_public(address)


@dataclass
class _Secure:
    """What a server with a certificate for `specs.example.com` saw."""

    port: int
    names: list[str] = field(default_factory=list)


@pytest.fixture
def secure() -> Iterator[_Secure]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(_PET)

        def log_message(self, *_: object) -> None:
            pass

    class Quiet(HTTPServer):
        def handle_error(self, *_: object) -> None:
            """Clients that do not like a certificate leave."""

    server = Quiet(("127.0.0.1", 0), Handler)
    found = _Secure(server.server_port)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(_CERTIFICATE)
    context.sni_callback = lambda _socket, name, _context: found.names.append(str(name))
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield found
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("name", ["specs.example.com", "other.example.com"])
def test_the_certificate_must_be_for_the_name(host: Host, secure: _Secure, name: str) -> None:
    host.origin = f"https://{name}:{secure.port}"
    trusting = Network(
        LOOPBACK.resolve, LOOPBACK.allows, tls=lambda: ssl.create_default_context(cafile=str(_CERTIFICATE))
    )
    document, report = host.load(f"{host.origin}/pets.yaml#/Pet", trusting)
    assert secure.names == [name]
    assert codes(report) == ([] if name == "specs.example.com" else ["E109"])
    _, report = host.load(f"{host.origin}/pets.yaml#/Pet", LOOPBACK)
    assert codes(report) == ([] if document else ["E109"]), "a kept copy needs no connection"


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("https://specs.example.com", "https://specs.example.com"),
        ("HTTPS://Specs.Example.com:443/", "https://specs.example.com"),
        ("http://specs.example.com:80", "http://specs.example.com"),
        ("http://specs.example.com:443", "http://specs.example.com:443"),
        ("https://bücher.example", "https://xn--bcher-kva.example"),
        ("https://[2606:4700::1111]:8443", "https://[2606:4700::1111]:8443"),
    ],
)
def test_origins(given: str, meant: str) -> None:
    assert read_origin(given) == meant


@pytest.mark.parametrize(
    "given",
    "specs.example.com ftp://a.example https://a.example/specs https://a.example?x https://a.example#x "
    "https://me@a.example https://me:secret@a.example https://a.example:99999 https:// https://[::1 * https://*/".split(),
)
def test_what_is_no_origin(given: str) -> None:
    with pytest.raises(ValueError, match=r"origin|address|host|Port|URL"):
        read_origin(given)
