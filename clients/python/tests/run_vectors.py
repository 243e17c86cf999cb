"""Does what the conformance vectors say: ``python run_vectors.py ADDRESS`` for all of them, by both clients."""

from __future__ import annotations

import asyncio
import inspect
import json
import keyword
import re
import sys
from typing import Any

import httpx

import lasthash
from lasthash import AsyncLastHash, LastHash, LastHashError, Model


def plain(value: Any) -> Any:
    """As it came over the wire."""
    if isinstance(value, Model):
        return value.to_dict()
    if isinstance(value, list):
        return [plain(one) for one in value]
    if isinstance(value, lasthash.ScanEvent):
        return {"id": value.id, "event": value.event, "data": value.data}
    return value


def told(error: LastHashError) -> dict[str, Any]:
    name = re.sub(r"^API(?=.)|Error$", "", type(error).__name__)
    kind = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", re.sub(r"^API$", "api", name)).lower() or "api"
    names = ("status", "code", "request_id", "retryable", "retry_after", "errors")
    return {"kind": kind, "message": str(error), **{one: getattr(error, one, None) for one in names}}


class Run:
    """One vector, with one of the two clients."""

    def __init__(self, vector: dict[str, Any], address: str) -> None:
        self.vector = vector
        self.outcome: dict[str, Any] = {"sleeps": [], "warnings": []}
        self.raw: list[httpx.Response] = []
        given = dict(vector.get("client", {}))
        self.settings = {
            "api_key": given.pop("api_key", "test-key"),
            "base_url": address,
            "on_warning": self.outcome["warnings"].append,
            "chance": lambda: vector.get("random", 0),
            **given,
        }

    def call(self) -> tuple[str, str, list[str], dict[str, Any]]:
        call = self.vector["call"]
        resource, name = call["method"].split(".")
        params = {f"{key}_" if keyword.iskeyword(key) else key: value for key, value in call.get("params", {}).items()}
        options = dict(call.get("options", {}))
        for key in ("patience", "last_event_id"):
            if key in options:
                params[key] = options.pop(key)
        if call.get("progress"):
            self.outcome["progress"] = []
            params["on_progress"] = lambda event: self.outcome["progress"].append(event.event)
        if call.get("take") == "raw":
            options["on_response"] = self.raw.append
        return resource, name, call.get("ids", []), {**params, **({"options": options} if options else {})}

    def keep(self, value: Any) -> None:
        if self.raw:
            answer = self.raw[-1]
            value = {"status": answer.status_code, "etag": answer.headers.get("etag"), "text": answer.text}
        self.outcome["result"] = plain(value)

    @property
    def take(self) -> Any:
        return self.vector["call"].get("take", "first")

    @property
    def times(self) -> int:
        return int(self.vector["call"].get("times", 1))

    def unwrap(self) -> None:
        about = self.vector["unwrap"]
        more = {"tolerance": about["tolerance"]} if "tolerance" in about else {}
        event = lasthash.unwrap(about["body"], about["headers"], about["secret"], now=about["now"], **more)
        self.outcome["result"] = plain(event)

    def sync(self, http: httpx.Client) -> dict[str, Any]:
        try:
            if "unwrap" in self.vector:
                self.unwrap()
                return self.outcome
            client = LastHash(http_client=http, sleep=self.outcome["sleeps"].append, **self.settings)
            for _ in range(self.times):
                resource, name, ids, kwargs = self.call()
                value = getattr(getattr(client, resource), name)(*ids, **kwargs)
                if self.take in ("first", "raw"):
                    self.keep(value.first_page().data if isinstance(value, lasthash.Pager) else value)
                    continue
                items = self.outcome["items"] = []
                for item in value:
                    items.append(plain(item))
                    if len(items) == self.take:
                        break
        except LastHashError as error:
            self.outcome["error"] = told(error)
        return self.outcome

    async def asynchronous(self, http: httpx.AsyncClient) -> dict[str, Any]:
        async def sleep(seconds: float) -> None:
            self.outcome["sleeps"].append(seconds)

        try:
            if "unwrap" in self.vector:
                self.unwrap()
                return self.outcome
            client = AsyncLastHash(http_client=http, sleep=sleep, **self.settings)
            for _ in range(self.times):
                resource, name, ids, kwargs = self.call()
                value = getattr(getattr(client, resource), name)(*ids, **kwargs)
                if self.take in ("first", "raw"):
                    value = await value if inspect.isawaitable(value) else (await value.first_page()).data
                    self.keep(value)
                    continue
                items = self.outcome["items"] = []
                async for item in value:
                    items.append(plain(item))
                    if len(items) == self.take:
                        break
        except LastHashError as error:
            self.outcome["error"] = told(error)
        return self.outcome


async def main(address: str) -> int:
    failed = 0
    async with httpx.AsyncClient() as http:
        with httpx.Client() as server:
            vectors = server.get(f"{address}/vectors").json()
            for index, vector in enumerate(vectors):
                for kind in ("sync", "async"):
                    run = Run(vector, f"{address}/v/{index}")
                    outcome = run.sync(server) if kind == "sync" else await run.asynchronous(http)
                    content = json.dumps(outcome, default=repr)
                    answer = server.post(f"{address}/outcome/{index}", content=content, timeout=60).json()
                    for one in answer["differences"]:
                        print(f"{vector['name']} ({kind}): {one}")
                    failed += bool(answer["differences"])
    print(f"{len(vectors)} vectors by both clients, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1])))
