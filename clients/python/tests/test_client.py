from __future__ import annotations

import copy
import datetime
import pickle
import warnings
from typing import Any, Callable

import httpx
import pytest

import lasthash
from lasthash import LastHash, LastHashError
from lasthash.types import Scan


def client_of(answer: Callable[[httpx.Request], httpx.Response], **settings: Any) -> LastHash:
    http = httpx.Client(transport=httpx.MockTransport(answer))
    return LastHash(**{"api_key": "test-key", "base_url": "http://test", "http_client": http, **settings})


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[httpx.Request] = []
    monkeypatch.setenv("LASTHASH_API_KEY", "from-the-environment")
    monkeypatch.setenv("LASTHASH_BASE_URL", "http://environment/below/")

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json={})

    LastHash(http_client=httpx.Client(transport=httpx.MockTransport(answer))).usage.get()
    assert str(seen[0].url) == "http://environment/below/v1/usage"
    assert seen[0].headers["authorization"] == "Bearer from-the-environment"


def test_without_a_key_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LASTHASH_API_KEY", raising=False)
    with pytest.raises(LastHashError, match="LASTHASH_API_KEY"):
        LastHash()


def test_an_address_without_a_scheme_is_refused() -> None:
    with pytest.raises(LastHashError, match="http://"):
        LastHash(api_key="key", base_url="lasthash.example")


def test_a_deprecation_is_a_warning_once() -> None:
    client = client_of(lambda _: httpx.Response(200, json={}, headers={"deprecation": "@1"}))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        client.usage.get()
        client.usage.get()
    assert [one.category for one in caught] == [lasthash.LastHashDeprecationWarning]
    assert "getUsage" in str(caught[0].message)


def test_times_are_sent_in_utc() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json={"data": [], "has_more": False, "next_cursor": None})

    zone = datetime.timezone(datetime.timedelta(hours=2))
    at = datetime.datetime(2026, 1, 15, 2, 0, tzinfo=zone)
    client_of(answer).vulnerabilities.list(first_seen_after=at).first_page()  # type: ignore[arg-type]
    assert seen[0].url.params["first_seen_after"] == "2026-01-15T00:00:00Z"


def test_a_list_asks_nothing_before_it_is_read() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        raise AssertionError(request.url)

    client_of(answer).websites.list()


def test_any_operation_can_be_asked_for() -> None:
    client = client_of(lambda request: httpx.Response(200, json={"path": request.url.path}))
    assert client.request("GET", "/v1/something-new").json() == {"path": "/v1/something-new"}


def test_a_client_that_was_given_is_not_closed() -> None:
    http = httpx.Client(transport=httpx.MockTransport(lambda _: httpx.Response(200, json={})))
    with LastHash(api_key="key", http_client=http) as client:
        client.usage.get()
    assert not http.is_closed


SCAN = {"id": "scan_1", "vulnerabilities": {"high": 2}, "gate": {"reasons": [{"detail": "a"}]}, "error": None, "new": 1}


def test_members_are_attributes_and_items() -> None:
    scan = Scan(SCAN)
    assert scan.id == scan["id"] == "scan_1"
    assert scan.vulnerabilities.high == 2
    assert scan.gate is not None and scan.gate.reasons[0].detail == "a"
    assert scan.error is None
    assert scan["new"] == 1
    assert "new" in scan and "other" not in scan


def test_what_an_older_service_does_not_give_is_none() -> None:
    assert Scan({"id": "scan_1"}).grade is None


def test_what_does_not_exist_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="Scan has no 'colour'"):
        _ = Scan(SCAN).colour  # type: ignore[attr-defined]


def test_objects_can_be_copied_pickled_and_compared() -> None:
    scan = Scan(SCAN)
    assert copy.deepcopy(scan) == scan == pickle.loads(pickle.dumps(scan))
    assert scan.to_dict() == SCAN
    assert repr(scan).startswith("Scan(id='scan_1', ")
