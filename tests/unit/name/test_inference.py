"""Inference: what an operation is called by its path, its method, its id and its tags."""

from __future__ import annotations

import pytest
from unit.name.apis import Op, api, call, calls, names_of

from sdkloom.ir.base import Docs, Name, Source
from sdkloom.ir.types import Field, ListType, Model, PrimitiveType, RefType, Scalar, Type
from sdkloom.name.explain import explain_name


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("GET /users", "users.list"),
        ("POST /users", "users.create"),
        ("GET /users/{id}", "users.retrieve"),
        ("PATCH /users/{id}", "users.update"),
        ("PUT /users/{id}", "users.update"),
        ("POST /users/{id}", "users.update"),
        ("DELETE /users/{id}", "users.delete"),
        ("GET /users/{id}/keys/{key}", "users.keys.retrieve"),
        ("HEAD /users/{id}", "users.head"),
        ("GET /categories", "categories.list"),
        ("GET /oauthClients/{id}", "oauth_clients.retrieve"),
        ("GET /APIKeys", "api_keys.list"),
    ],
)
def test_collections_and_items(line: str, expected: str) -> None:
    assert call(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("GET /v1/users", "users.list"),
        ("GET /api/v2/users", "users.list"),
        ("GET /openai/v1/models", "models.list"),
        ("GET /apis/apps/v1beta2/deployments", "deployments.list"),
        ("GET /2010-04-01/Users.json", "users.list"),
        ("GET /3.0/lists", "lists.list"),
        ("GET /rest/users", "users.list"),
        ("GET /public/api/users", "users.list"),
        ("GET /images/v1/variants", "variants.list"),
        ("PATCH /marketing/segments/2.0/{segment_id}", "marketing.segments.update"),
        ("GET /models/v3", "models.v3"),
        ("GET /releases/latest", "releases.latest"),
        ("GET /containers/json", "containers.list"),
        ("GET /containers/{id}/json", "containers.retrieve"),
        ("GET /api/2/issues", "issues.list"),
        ("GET /apis/{owner}", "apis.retrieve"),
        ("GET /records.{format}", "records.list"),
        ("GET /projects{.format}", "projects.list"),
        ("GET /records/{id}.{format}", "records.retrieve"),
        ("POST /updates/{id}/share{media_extension}", "updates.share"),
        ("GET /food/barcode.php", "food.barcode"),
        ("GET /sounds/{id}.mp3", "sounds.retrieve"),
        ("GET /videos/{id}/live.m3u8", "videos.live"),
        ("POST /responses?beta=true", "beta.responses.create"),
        ("POST /reports/v1/get", "reports.retrieve"),
        ("POST /billing/reports/v1/get", "reports.retrieve"),
    ],
)
def test_prefixes_versions_formats_and_flags(line: str, expected: str) -> None:
    assert call(line) == expected


def test_a_version_that_is_not_stable_is_told_where_others_are() -> None:
    early = [
        Op("GET /v1beta/connectors"),
        Op("POST /v1alpha1/admin/routes"),
        Op("GET /beta/credit/v1/reports"),
    ]
    assert set(calls(*early).values()) == {"connectors.list", "admin.routes.create", "reports.list"}
    with_stable = calls(Op("GET /v1/models"), *early)
    assert set(with_stable.values()) == {
        "models.list",
        "beta.connectors.list",
        "alpha.admin.routes.create",
        "beta.reports.list",
    }


def test_what_stands_before_the_version_is_told_where_it_differs() -> None:
    clouds = (Op("GET /dns/v2/zones"), Op("GET /cdn/v1/zones"), Op("GET /cdn/v1/zones/{id}"))
    assert set(calls(*clouds).values()) == {"dns.zones.list", "cdn.zones.list", "cdn.zones.retrieve"}
    assert set(calls(*clouds[1:]).values()) == {"zones.list", "zones.retrieve"}


def test_several_verbs_in_front_of_one_thing_are_its_methods() -> None:
    found = calls(
        Op("POST /create-agent"),
        Op("GET /get-agent/{agent_id}"),
        Op("GET /v2/list-agents"),
        Op("GET /list-agent-versions/{agent_id}"),
        Op("PATCH /end-agent/{agent_id}"),
        Op("POST /clone-voice"),
    )
    assert set(found.values()) == {
        "agent.create",
        "agent.retrieve",
        "agent.list",
        "agent.list_versions",
        "agent.end",
        "clone_voice",
    }
    named = calls(Op("POST /create-agent", "createAgent"), Op("POST /get-agent", "getAgent"))
    assert set(named.values()) == {"create_agent", "get_agent"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("POST /documents/add-document", "documents.add"),
        ("POST /documents/get-document-info", "documents.get_info"),
        ("POST /documents/list-documents", "documents.list"),
        ("POST /documents/{id}/update-document-title", "documents.update_document_title"),
        ("POST /status/get-status", "status.get_status"),
    ],
)
def test_an_action_does_not_repeat_what_it_is_done_to(line: str, expected: str) -> None:
    assert call(line) == expected


def test_items_in_front_of_an_item_say_where_it_is() -> None:
    disks = (
        Op("GET /disks/{project}/{region}"),
        Op("POST /disks/{project}/{region}"),
        Op("DELETE /disks/{project}/{region}"),
        Op("GET /disks/{project}/{region}/{disk_id}"),
        Op("DELETE /disks/{project}/{region}/{disk_id}"),
    )
    assert list(calls(*disks).values()) == [
        "disks.list",
        "disks.create",
        "disks.delete_by_region",
        "disks.retrieve",
        "disks.delete",
    ]
    assert list(calls(*disks[:2]).values()) == ["disks.retrieve", "disks.update"]


def test_a_second_format_tells_itself_apart() -> None:
    found = calls(Op("GET /zones/{area}"), Op("GET /zones/{area}.txt"))
    assert list(found.values()) == ["zones.retrieve", "zones.retrieve_txt"]


def test_what_a_path_asks_for_tells_it_apart() -> None:
    found = calls(Op("GET /now?city={city}"), Op("GET /now?lat={lat}&lon={lon}"))
    assert list(found.values()) == ["now.retrieve", "now.retrieve_by_lat_lon"]


def test_what_follows_a_number_sign_is_an_action_where_it_has_a_value() -> None:
    found = calls(
        Op("POST /#X-Amz-Target=Shield_20160616.ListAttacks", "ListAttacks"),
        Op("GET /#Action=AddTags", "GET_AddTags"),
        Op("POST /#Action=AddTags", "POST_AddTags"),
        Op("GET /shared#folders"),
    )
    assert list(found.values()) == ["list_attacks", "add_tags", "add_tags_by_post", "shared.folders.list"]


def test_what_each_operation_id_begins_with_says_nothing() -> None:
    beside = Op("GET /v1/{parent}/policies", "storage.projects.policies.list")
    found = calls(Op("GET /v1/{name}", "storage.projects.policies.get"), beside)
    assert list(found.values()) == ["projects.policies.retrieve", "projects.policies.list"]
    found = calls(Op("GET /orders/{id}", "orders.get"), Op("GET /orders", "orders.list"))
    assert list(found.values()) == ["orders.retrieve", "orders.list"]


def test_a_group_in_each_operation_id_is_the_resource() -> None:
    vaults = "/subscriptions/{sub}/providers/Example.Keys/vaults"
    listing = Op(f"GET {vaults}", "Vaults_ListBySubscription")
    found = calls(Op(f"GET {vaults}/{{name}}", "Vaults_Get"), listing)
    assert list(found.values()) == ["vaults.retrieve", "vaults.list_by_subscription"]
    found = calls(Op("GET /vaults/{name}", "Vaults_Get"), Op("GET /keys", "listKeys"))
    assert list(found.values()) == ["vaults.retrieve", "keys.list"]


def test_what_is_asked_by_post_as_well() -> None:
    found = calls(
        Op("GET /cases/get_info"),
        Op("POST /cases/get_info"),
        Op("POST /cases.find_one"),
        Op("GET /cases.find_one"),
    )
    assert list(found.values()) == [
        "cases.get_info",
        "cases.get_info_by_post",
        "cases.find_one_by_post",
        "cases.find_one",
    ]


def test_what_a_framework_makes_of_a_class_and_a_method_is_no_name() -> None:
    assert call("GET /strains/total", "getTotalUsingGET_1") == "strains.total"
    assert call("GET /accounts/{id}/places", "AccountCtrl.placesOf") == "account.places_of"


def test_words_of_acronyms_in_the_plural() -> None:
    assert call("GET /userIDs") == "user_ids.list"
    assert call("GET /APIsAndURLs") == "apis_and_urls.list"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("POST /batches/{id}/cancel", "batches.cancel"),
        ("POST /v1/operations/{name}:cancel", "operations.cancel"),
        ("POST /documents:batchGet", "documents.batch_get"),
        ("GET /files/{id}/content", "files.content"),
        ("GET /files/{id}/download", "files.download"),
        ("PATCH /files/{id}/close", "files.close"),
        ("PATCH /files/close-all", "files.close_all"),
        ("PUT /events/{id}/deprecate", "events.deprecate"),
        ("PATCH /agents/{id}/tools/attach/{tool}", "agents.tools.attach"),
        ("POST /access/add/{user}/{agent}", "access.add"),
        ("GET /contacts/all", "contacts.list_all"),
        ("DELETE /contacts/all", "contacts.delete_all"),
        ("POST /describe_index", "describe_index"),
        ("POST /events/search-ids", "events.search_ids"),
        ("POST /items/search", "items.search"),
        ("GET /items/search", "items.search"),
        ("POST /messages/count_tokens", "messages.count_tokens"),
        ("POST /runs/{id}/submit_tool_outputs", "runs.submit_tool_outputs"),
        ("GET /pets/findByStatus", "pets.find_by_status"),
        ("POST /accounts/{id}/retry_micro_deposits", "accounts.retry_micro_deposits"),
        ("POST /cards/{id}/web_provision", "cards.web_provision"),
        ("POST /messages/async", "messages.create_async"),
        ("POST /users/bulk-update", "users.bulk_update"),
        ("POST /plans/{id}/change-plan/preview", "plans.preview_change_plan"),
        ("GET /axons/{id}/subscribe/sse", "axons.subscribe_sse"),
        ("POST /simulate/payments/receipt", "payments.simulate_receipt"),
        ("POST /simulate/tokens", "tokens.simulate"),
        ("POST /simulate/clearing", "simulate.clearing"),
        ("POST /transactions/sync", "transactions.sync"),
        ("POST /item/get", "item.retrieve"),
        ("POST /link/token/create", "link.token.create"),
        ("POST /disconnect", "disconnect"),
        ("GET /health", "health"),
    ],
)
def test_actions(line: str, expected: str) -> None:
    assert call(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("POST /export/jobs", "export.jobs.create"),
        ("GET /search_indexes", "search_indexes.list"),
        ("GET /guilds/{id}/join_requests", "guilds.join_requests.list"),
        ("POST /sites/{id}/login_links", "sites.login_links.create"),
        ("GET /recordings/{id}/AddOnResults", "recordings.add_on_results.list"),
        ("POST /check_deposits", "check_deposits.create"),
        ("POST /connect/sessions", "connect.sessions.create"),
        ("GET /test_clocks", "test_clocks.list"),
    ],
)
def test_a_verb_in_front_of_a_plural_is_no_action(line: str, expected: str) -> None:
    assert call(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("POST /chat.postMessage", "chat.post_message"),
        ("GET /users.list", "users.list"),
        ("GET /admin.users.session.getSettings", "admin.users.session.get_settings"),
        ("POST /sendMessage", "send_message"),
        ("GET /getUser", "get_user"),
    ],
)
def test_procedures(line: str, expected: str) -> None:
    assert call(line) == expected


@pytest.mark.parametrize(
    ("line", "beside", "expected"),
    [
        ("GET /runs/{id}/usage", "", "runs.usage"),
        ("GET /runs/{id}/usage", "GET /steps/{id}/usage", "runs.usage.retrieve"),
        ("GET /runs/{id}/usage", "GET /runs/{id}/usage/{day}", "runs.usage.list"),
        ("GET /runs/{id}/usage", "PUT /runs/{id}/usage", "runs.usage.retrieve"),
        ("GET /steps/{id}/metrics", "", "steps.metrics"),
        ("GET /users/me", "", "users.me"),
        ("GET /users/me", "GET /users/me/posts", "users.me.retrieve"),
        ("GET /balance", "", "balance.retrieve"),
        ("POST /audio/speech", "", "audio.speech"),
        ("POST /audio/speech", "POST /audio/transcriptions", "audio.speech.create"),
        ("POST /me/player/next", "GET /me/player", "me.player.next"),
        ("GET /credits/{id}/ledger", "", "credits.ledger.list"),
        ("GET /agents/{id}/schedule", "GET /agents/{id}/schedule/{item}", "agents.schedule.list"),
        ("POST /agents/{id}/schedule", "GET /agents/{id}/schedule/{item}", "agents.schedule.create"),
        ("POST /org/spend_limit", "GET /org/spend_limit", "org.spend_limit.update"),
        ("POST /pay/{id}/refund", "GET /pay/{id}/refund", "pay.refund.create"),
        ("PUT /users/{id}", "PATCH /users/{id}", "users.replace"),
        ("POST /users/{id}", "PUT /users/{id}", "users.post"),
        ("DELETE /docs", "DELETE /docs/{id}", "docs.delete_all"),
        ("PUT /tools", "PATCH /tools/{id}", "tools.upsert"),
        ("PATCH /tools", "PATCH /tools/{id}", "tools.update_all"),
        ("POST /pay/{id}/retry", "GET /pay/{id}/retry", "pay.retry"),
        ("GET /pay/{id}/retry", "POST /pay/{id}/retry", "pay.retrieve_retry"),
        ("DELETE /flows/{id}/lock", "PUT /flows/{id}/lock", "flows.delete_lock"),
        ("GET /hooks/{id}/{token}", "GET /hooks/{id}", "hooks.retrieve_by_token"),
        ("DELETE /folders/{id}/{file_id}", "DELETE /folders/{id}", "folders.delete_file"),
        ("GET /repos/{owner}/{repo}", "", "repos.retrieve"),
    ],
)
def test_single_things_and_what_the_family_tells(line: str, beside: str, expected: str) -> None:
    assert call(line, beside=beside) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("GET /users/email/{email}", "users.retrieve_by_email"),
        ("GET /customers/external_customer_id/{external_customer_id}", "customers.retrieve_by_external_id"),
        (
            "GET /customers/external_customer_id/{external_customer_id}/costs",
            "customers.costs.list_by_external_id",
        ),
        ("GET /users/by-username/{username}", "users.retrieve_by_username"),
        ("POST /alerts/customer_id/{customer_id}", "alerts.create_for_customer"),
        ("GET /shows/{show}/season/{season}", "shows.season.retrieve"),
    ],
)
def test_keys_are_no_collections(line: str, expected: str) -> None:
    assert call(line) == expected


@pytest.mark.parametrize(
    ("line", "id", "tags", "expected"),
    [
        ("GET /orgs/{org}/repos", "repos/list-for-org", (), "repos.list_for_org"),
        ("GET /emails/{id}", "emails/get", (), "emails.retrieve"),
        ("POST /v2/checkout/orders/{id}/capture", "orders.capture", (), "orders.capture"),
        ("GET /api/v1/app", "v1.application.list", (), "application.list"),
        ("GET /aliases/{name}", "aliases.get.alias", (), "aliases.retrieve"),
        ("GET /users/{id}", "GetUserById", (), "users.retrieve"),
        ("GET /files", "listFiles", (), "files.list"),
        ("POST /items/", "create_item_items__post", (), "items.create"),
        ("PUT /items/{item_id}", "upsert_item_items__item_id__put", (), "items.upsert"),
        ("PUT /guilds/{id}/bans/{user}", "ban_user_from_guild", (), "guilds.bans.ban"),
        ("PUT /users/{id}", "UsersController_update", (), "users.update"),
        ("POST /hooks/{id}", "execute_webhook", (), "hooks.execute"),
        ("POST /hooks/{id}", "PostHooksId", (), "hooks.update"),
        ("HEAD /tables/{id}", "tableExists", (), "tables.exists"),
        ("GET /containers/{id}/top", "ContainerTop", (), "containers.top"),
        ("POST /bookings/{id}/payment", "create-booking-payment", (), "bookings.payment.create"),
        ("POST /image/reframe", "reframeImage", (), "image.reframe"),
        ("GET /", "GetRoot", (), "get_root"),
        ("GET /{id}", "GetThing", ("Things",), "things.retrieve"),
        ("GET /getUser", "getUser", ("Users",), "users.retrieve"),
        ("POST /ingest", "", ("Events",), "events.ingest"),
        ("POST /login", "", ("default",), "login"),
    ],
)
def test_operation_ids_and_tags(line: str, id: str, tags: tuple[str, ...], expected: str) -> None:
    assert call(line, id, tags=tags) == expected


def test_a_tag_means_the_resource_that_paths_begin_with() -> None:
    named = calls(Op("POST /build", tags=("Image",)), Op("GET /images"))
    assert named["POST /build"] == "images.build"


@pytest.mark.parametrize(
    ("line", "id", "tags", "beside", "expected"),
    [
        ("GET /accounts/{account_id}/zones", "listZones", (), "GET /accounts", "zones.list"),
        ("GET /Accounts/{Sid}/Messages.json", "ListMessage", (), "", "messages.list"),
        ("GET /accounts/{id}/people", "listAccountPeople", (), "", "accounts.people.list"),
        ("GET /accounts/{id}/people", "GetAccountsIdPeople", (), "", "accounts.people.list"),
        ("GET /accounts/{id}/people", "", ("People",), "GET /accounts", "people.list"),
        ("GET /accounts/{id}/people", "", (), "GET /accounts/{id}", "accounts.people.list"),
        ("GET /accounts/{id}/people", "", (), "", "people.list"),
        ("GET /accounts/{id}", "getAccount", (), "", "accounts.retrieve"),
        ("GET /pets/{id}/toys", "listToys", (), "", "pets.toys.list"),
    ],
)
def test_scopes(line: str, id: str, tags: tuple[str, ...], beside: str, expected: str) -> None:
    assert call(line, id, tags=tags, beside=beside) == expected


def _model(**fields: Type) -> Model:
    id = "#/components/schemas/Answer"
    at = Source("api.yaml", id)
    parts = tuple(Field(Name(n, (n,)), type, True, None, Docs(), at) for n, type in fields.items())
    return Model(id, Name("Answer", ("answer",)), None, parts, None, Docs(), at)


_STRING = PrimitiveType(Scalar.STRING)


@pytest.mark.parametrize(
    ("line", "fields", "expected"),
    [
        ("GET /menu", {"data": ListType(_STRING)}, "menu.list"),
        ("GET /menu", {"dishes": ListType(_STRING), "total": _STRING}, "menu.list"),
        ("GET /menu", {"dishes": ListType(_STRING), "name": _STRING}, "menu.retrieve"),
        ("GET /limits", {"daily": _STRING}, "limits.retrieve"),
        ("GET /limits", {"limits": ListType(_STRING), "name": _STRING}, "limits.list"),
        ("POST /limits", {"daily": _STRING}, "limits.create"),
    ],
)
def test_what_is_answered_tells_a_list_from_one_thing(
    line: str, fields: dict[str, Type], expected: str
) -> None:
    model = _model(**fields)
    found = api([Op(line, answer=RefType(model.id))], {model.id: model})
    (call,) = names_of(found).calls.values()
    assert call.dotted == expected


def test_why_tells_what_decided_and_what_was_second() -> None:
    found = api([Op("GET /orgs/{org}/repos", "repos/list-for-org"), Op("GET /runs/{id}/usage")])
    named = names_of(found)
    assert explain_name(found, named, "repos/list-for-org") == (
        "repos.list_for_org: GET /orgs/{org}/repos\n"
        "  because the operation id `repos/list-for-org` marks off its resource\n"
        "  otherwise orgs.repos.list, because GET of the collection `repos`"
    )
    assert explain_name(found, named, "GET /runs/{id}/usage") == (
        "runs.usage: GET /runs/{id}/usage\n"
        "  because `usage` ends the path, is read there, and stands in no other path"
    )
    assert explain_name(found, named, "nothing") == ""


def test_forms_of_one_answer_are_told_apart_by_words() -> None:
    found = calls(
        Op("GET /hosts/{id}/state", "GetHostState"),
        Op("GET /hosts/{id}/state.xml", "GetHostState_2"),
        Op("GET /templates/{id}"),
        Op("GET /templates/{id}?full=true"),
    )
    assert list(found.values()) == [
        "hosts.state",
        "hosts.state_xml",
        "templates.retrieve",
        "templates.retrieve_full",
    ]
