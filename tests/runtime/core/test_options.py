"""Options of a client that are no credentials: where they come from, and where they go."""

from __future__ import annotations

from dataclasses import replace

import pytest
from _core.choices import ClientOption
from _core.errors import SDKError
from _core.options import DEFAULT_TIMEOUT
from server import Answer, json_answer
from toy import SETTINGS

OPTIONS = (
    ClientOption("team", "header", "X-Team"),
    ClientOption("age", "query", "maxAge", kind="integer"),
    ClientOption("share", "query", "share", kind="number", default=0.5),
    ClientOption("fresh", "query", "fresh", kind="boolean"),
    ClientOption("id", "path", "id"),
    ClientOption("region", "server", "region", default="eu", values=("eu", "us")),
    ClientOption("version", "server", "version", default="v1"),
)
VARIABLES = {**SETTINGS.variables, **{option.name: f"TOY_{option.name.upper()}" for option in OPTIONS}}
ADDRESS = "https://{region}.toy.invalid/{version}"


def told(*, options=OPTIONS, base_url=ADDRESS, **given):
    return {
        "settings": replace(SETTINGS, options=options, variables=VARIABLES, base_url=base_url),
        "options": given,
    }


@pytest.fixture(autouse=True)
def _no_variables(monkeypatch):
    for name in VARIABLES.values():
        monkeypatch.delenv(name, raising=False)


def test_options_of_the_client_travel_with_every_call(serve, caller):
    server = serve(json_answer({"id": "7"}))
    client = caller.client(server.url, **told(team="red", age=3, fresh=True, id="a/b"))
    caller.call(client, lambda c: c.things.retrieve(None))
    (request,) = server.received
    assert request.path == "/things/a%2Fb?maxAge=3&share=0.5&fresh=true"
    assert request.headers["x-team"] == "red"


def test_what_a_call_says_wins_over_options_of_the_client(serve, caller):
    server = serve(json_answer({"id": "7"}))
    client = caller.client(server.url, **told(team="red", age=3, id="a"))
    extras = {"extra_headers": {"x-team": "blue"}, "extra_query": {"maxAge": 4, "share": 1}}
    caller.call(client, lambda c: c.things.retrieve("b", **extras))
    (request,) = server.received
    assert (request.path, request.headers["x-team"]) == ("/things/b?maxAge=4&share=1", "blue")


def test_options_come_from_the_environment_as_what_they_are(serve, caller, monkeypatch):
    for name, text in {"TEAM": "red", "AGE": "3", "SHARE": "0.25", "FRESH": "false", "ID": "a"}.items():
        monkeypatch.setenv(f"TOY_{name}", text)
    server = serve(json_answer({"id": "7"}))
    client = caller.client(server.url, **told(team="blue"))
    assert [client._option(option.name) for option in OPTIONS[:5]] == ["blue", 3, 0.25, False, "a"]
    caller.call(client, lambda c: c.things.retrieve(None))
    assert server.received[0].path == "/things/a?maxAge=3&share=0.25&fresh=false"
    assert server.received[0].headers["x-team"] == "blue"


@pytest.mark.parametrize(("name", "text"), [("AGE", "three"), ("SHARE", "half"), ("FRESH", "maybe")])
def test_text_of_another_type_is_refused(caller, monkeypatch, name, text):
    monkeypatch.setenv(f"TOY_{name}", text)
    with pytest.raises(SDKError, match=f"{name.lower()} must be of type .*, unlike '{text}'"):
        caller.client("http://toy.invalid", **told())


def test_copies_keep_options_and_change_some(serve, caller):
    server = serve(*[json_answer({"id": "7"})] * 2)
    client = caller.client(server.url, **told(team="red", id="a"))

    def steps(c):
        yield c.things.retrieve(None)
        yield c.with_options(team="blue").copy(max_retries=0).things.retrieve(None)

    caller.call(client, steps)
    assert [one.headers["x-team"] for one in server.received] == ["red", "blue"]
    assert [one.path for one in server.received] == ["/things/a?share=0.5"] * 2
    with pytest.raises(TypeError, match="unknown options: teem"):
        client.copy(teem="green")


def test_a_path_needs_a_value_from_somewhere(serve, caller):
    server = serve()
    client = caller.client(server.url, **told())
    with pytest.raises(ValueError, match="the path needs id: pass it here or to the client, or set TOY_ID"):
        caller.call(client, lambda c: c.things.retrieve(None))
    assert server.received == []


def test_a_required_option_must_be_there(caller):
    options = (ClientOption("team", "header", "X-Team", required=True),)
    with pytest.raises(SDKError, match="Toy API needs team: pass team, or set TOY_TEAM"):
        caller.client("http://toy.invalid", **told(options=options))
    caller.client("http://toy.invalid", **told(options=options, team="red"))


def test_variables_of_servers_form_the_address(caller, monkeypatch):
    assert caller.client(**told()).base_url == "https://eu.toy.invalid/v1/"
    client = caller.client(**told(region="us"))
    assert client.base_url == "https://us.toy.invalid/v1/"
    assert client.copy(version="v2").base_url == "https://us.toy.invalid/v2/"
    assert client.copy(base_url="https://own.invalid/{region}").base_url == "https://own.invalid/us/"
    monkeypatch.setenv("TOY_VERSION", "v3")
    assert caller.client(**told()).base_url == "https://eu.toy.invalid/v3/"


def test_other_options_leave_the_address_of_a_copy(caller):
    client = caller.client("https://own.invalid", **told())
    assert client.copy(region="us", team="red").base_url == "https://own.invalid/"


@pytest.mark.parametrize("is_copy", [False, True])
def test_a_value_must_be_among_those_that_there_are(caller, is_copy):
    with pytest.raises(SDKError, match="region must be 'eu' or 'us', unlike 'mars'"):
        if is_copy:
            caller.client(**told()).copy(region="mars")
        else:
            caller.client(**told(region="mars"))


@pytest.mark.parametrize("value", ["evil.example/", "evil.example#", "me@evil.example", "x?y", "a\\b", "a b"])
def test_no_value_leads_to_another_host(caller, value):
    free = (ClientOption("region", "server", "region"),)
    with pytest.raises(SDKError, match="region stands in the name of a host"):
        caller.client(**told(options=free, base_url="https://{region}.toy.invalid", region=value))


def test_a_path_may_follow_the_name_of_a_host_at_once(caller):
    base = (ClientOption("base_path", "server", "basePath", default="/v1"),)
    address = "https://toy.invalid{basePath}"
    assert caller.client(**told(options=base, base_url=address)).base_url == "https://toy.invalid/v1/"
    for value in ("@evil.example/", "\\evil.example", "?x"):
        with pytest.raises(SDKError, match="base_path stands in the name of a host"):
            caller.client(**told(options=base, base_url=address, base_path=value))
    free = (ClientOption("region", "server", "region"),)
    for host in ("{region}.toy.invalid", "{region}", "api.{region}", "{region}.{region}"):
        with pytest.raises(SDKError, match="region stands in the name of a host"):
            caller.client(**told(options=free, base_url=f"https://{host}", region="/evil.example"))


def test_an_address_without_a_value_is_asked_for(caller):
    free = (ClientOption("region", "server", "region"),)
    with pytest.raises(SDKError, match="there is no address without region: pass it, or pass base_url"):
        caller.client(**told(options=free, base_url="https://{region}.toy.invalid"))


def test_what_is_empty_unless_chosen_may_stay_empty(caller):
    base = (ClientOption("base_path", "server", "basePath", default=""),)
    address = "https://toy.invalid/{basePath}v1"
    assert caller.client(**told(options=base, base_url=address)).base_url == "https://toy.invalid/v1/"
    client = caller.client(**told(options=base, base_url=address, base_path="old/"))
    assert client.base_url == "https://toy.invalid/old/v1/"
    assert client.copy(base_path="").base_url == "https://toy.invalid/v1/"


# What a request has where nobody says.


def test_headers_of_the_api_travel_with_every_call_unless_others_are_chosen(serve, caller):
    server = serve(*[json_answer({})] * 3)
    usual = replace(SETTINGS, headers={"Toy-Version": "1"})

    def steps(c):
        yield c.things.anything()
        yield c.things.anything(extra_headers={"toy-version": "2"})
        yield c.copy(default_headers={"Toy-Version": "3"}).things.anything()

    caller.call(caller.client(server.url, settings=usual), steps)
    assert [one.headers["toy-version"] for one in server.received] == ["1", "2", "3"]


def test_calls_that_change_something_have_a_key_for_all_their_attempts(serve, caller):
    server = serve(Answer(503), *[json_answer({"id": "7"})] * 4)
    usual = replace(SETTINGS, idempotency_header="Toy-Request")

    def steps(c):
        yield c.things.create(body={})
        yield c.things.create(body={})
        yield c.things.create(body={}, idempotency_key="mine")
        yield c.things.anything()

    caller.call(caller.client(server.url, settings=usual, max_retries=1), steps)
    first, again, second, third, fourth = (one.headers.get("toy-request") for one in server.received)
    assert first
    assert first == again
    assert second not in {None, first}
    assert (third, fourth) == ("mine", None)
    assert all("idempotency-key" not in one.headers for one in server.received)


def test_the_usual_timeout_is_that_of_the_api(caller):
    usual = replace(SETTINGS, timeout=90.0)
    assert caller.client("http://toy.invalid", settings=usual).timeout == 90.0
    assert caller.client("http://toy.invalid", settings=usual, timeout=5).timeout == 5
    assert caller.client("http://toy.invalid").timeout == DEFAULT_TIMEOUT


def test_a_call_may_have_a_timeout_of_its_own_unless_one_is_chosen(serve, caller):
    server = serve(*[json_answer({})] * 3)
    seen = []
    client = caller.client(server.url, before_request=lambda request: seen.append(request.extensions))

    def steps(c):
        yield c.things._get("/things", to=object, default_timeout=600.0)
        yield c.things._get("/things", to=object, default_timeout=600.0, timeout=7.0)
        yield c.copy(timeout=8.0).things._get("/things", to=object, default_timeout=600.0)

    caller.call(client, steps)
    assert [one["timeout"]["read"] for one in seen] == [600.0, 7.0, 8.0]


@pytest.mark.parametrize(
    ("client", "call", "sent"), [({}, 1, 2), ({"max_retries": 0}, 1, 1), ({"max_retries": 3}, 0, 1)]
)
def test_a_call_may_have_retries_of_its_own_unless_the_client_chose(serve, caller, client, call, sent):
    server = serve(*[Answer(503)] * 4)
    with pytest.raises(SDKError):
        caller.call(
            caller.client(server.url, **client),
            lambda c: c.things._get("/things", to=object, default_retries=call),
        )
    assert len(server.received) == sent
