"""Calls from code samples, whatever language they are in."""

from __future__ import annotations

from pathlib import Path

import pytest
from unit.name.apis import Op, api, names_of

from sdkloom.config import Config, OperationChoice
from sdkloom.diagnostics import Report
from sdkloom.name.explain import explain_name
from sdkloom.name.settle import settle

_LINE = "GET /v1/files/{id}"

_FITTING = [
    'client = Groq(api_key="secret")\nprint(client.files.info("1"))',
    "async with Acme(key=os.environ.get('X')) as acme:\n    await acme.files.info(id='1')",
    'const client = new Acme();\nconst file = await client.files.info("1");\nconsole.log(file.id);',
    'const acme = require("acme")("key");\nacme.files.info("1").then(console.log);',
    'client := acme.NewClient("key")\nfile, err := client.Files.Info(ctx, "1")',
    'let client = Client::new("key");\nlet file = client\n    .files()\n    .info("1")\n    .await?;',
    'AcmeClient client = AcmeClient.builder().build();\nclient.files().info("1");',
    'let client = Client::new("key");\nlet file = client.files().info().send().await?;',
    '$client = new \\Acme\\Client("key");\n$client->files->info("1");',
    'client = Acme::Client.new(key: "k")\nclient.files.info("1")',
    'var client = new AcmeClient("key");\nvar file = client.Files.Info("1");',
    'response = acme.files.info("1")',
    'client = Acme()\nwith client.files.with_raw_response.info("1") as raw: ...',
    'client = Acme()\n# client.files.list("all")\nclient.files.info("1")',
    "client = Acme()\nbatch = client.batches.create()\nfile = client.files.info(batch.output)",
]


@pytest.mark.parametrize("source", _FITTING)
def test_a_sample_names_its_operation(source: str) -> None:
    found = api([Op(_LINE, samples=(source,))])
    (call,) = names_of(found).calls.values()
    assert call.dotted == "files.info"
    assert call.reason == "a code sample of the document calls it `files.info`"


_BY_HAND = [
    "curl https://api.acme.dev/v1/files/1 -H 'Authorization: Bearer x'",
    'response = requests.get("https://api.acme.dev/v1/files/1")',
    'conn = http.client.HTTPSConnection("api.acme.dev")\nconn.request("GET", "/v1/files/1")',
    'fetch("https://api.acme.dev/v1/files/1", {method: "GET"}).then(r => r.json())',
    'const client = axios.create();\nclient.get("/v1/files/1");',
    "OkHttpClient client = new OkHttpClient();\nResponse r = client.newCall(request).execute();",
    'client := &http.Client{}\nreq, _ := http.NewRequest("GET", url, nil)\nres, _ := client.Do(req)',
    'client = Client()\nclient.send(build_request("files"))',
    "",
    "((((((",
]


@pytest.mark.parametrize("source", _BY_HAND)
def test_a_request_sent_by_hand_names_nothing(source: str) -> None:
    (call,) = names_of(api([Op(_LINE, samples=(source,))])).calls.values()
    assert call.dotted == "files.retrieve"


@pytest.mark.parametrize(
    ("samples", "expected"),
    [
        (("info", "info", "get"), "files.info"),
        (("info", "get"), "files.retrieve"),
        (("info", "get", "find"), "files.retrieve"),
        (("fetchInfo", "fetch_info", "FetchInfo"), "files.fetch_info"),
    ],
)
def test_samples_that_disagree_are_ignored(samples: tuple[str, ...], expected: str) -> None:
    sources = tuple(f"client = Acme()\nclient.files.{method}(1)" for method in samples)
    (call,) = names_of(api([Op(_LINE, samples=sources)])).calls.values()
    assert call.dotted == expected


def test_two_calls_that_fit_equally_well_name_nothing() -> None:
    source = "client = Acme()\nclient.files.info(1)\nclient.files.scan(1)"
    (call,) = names_of(api([Op(_LINE, samples=(source,))])).calls.values()
    assert call.dotted == "files.retrieve"


def test_a_sample_stands_between_configuration_and_inference() -> None:
    found = api([Op(_LINE, "getFile", samples=(_FITTING[0],))])
    chosen = settle(
        found, Config(Path("api.yaml"), operations={"getFile": OperationChoice(("files.show",))}), Report()
    )
    assert explain_name(found, names_of(found), "getFile").endswith(
        "otherwise files.retrieve, because GET of one item of `files`"
    )
    assert explain_name(found, chosen, "getFile").endswith(
        "otherwise files.info, because a code sample of the document calls it `files.info`"
    )


def test_a_sampled_call_is_kept_where_an_inferred_one_wants_it_too() -> None:
    sampled = Op("POST /v1/documents/{id}", samples=("c = Client()\nc.documents.list(1)",))
    named = names_of(api([Op("GET /v1/documents"), sampled]))
    assert named.calls["post /v1/documents/{id}"].dotted == "documents.list"
    assert named.calls["get /v1/documents"].dotted == "documents.list_all"
