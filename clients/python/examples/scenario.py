"""The scenario that all clients play against a running server, and print the same of: ../../conformance/scenario.md.

LASTHASH_BASE_URL and LASTHASH_API_KEY (a test key of an organisation that has nothing yet) say where.
"""

import httpx

from lasthash import APIError, ConflictError, LastHash, NotFoundError, ScanFailedError, WebhookVerificationError, unwrap

client = LastHash()


def told(truth: bool) -> str:
    return "true" if truth else "false"


print("# A scan")
scan = client.scans.create_and_wait(url="https://vulnerable.lasthash.test", scan_type="full")
counts = scan.vulnerabilities
print(scan.status, scan.security_score, scan.grade, f"{counts.critical}/{counts.high}/{counts.medium}/{counts.low}")

print("# Its vulnerabilities, four at a time")
print(sum(1 for _ in client.scans.vulnerabilities(scan.id, limit=4)))
for title in sorted(found.title for found in client.vulnerabilities.list(severity="high")):
    print(title)

print("# A scan as it runs")
events: "set[str]" = set()
clean = client.scans.create_and_wait(
    url="https://clean.lasthash.test", scan_type="quick", on_progress=lambda event: events.add(event.event)
)
print(clean.security_score, told("scan.completed" in events))

print("# A target that is down")
try:
    client.scans.create_and_wait(url="https://down.lasthash.test")
except ScanFailedError as failure:
    print(failure.code, failure.scan.status)

print("# Websites")
shop = client.websites.create(url="https://slow.lasthash.test", name="Größe", tags=["a & b"])
print(shop.name, shop.url)
try:
    client.websites.create(url="https://slow.lasthash.test")
except ConflictError as conflict:
    known = conflict.body["website_id"] == shop.id
    print(conflict.status, conflict.code, told(known), told((conflict.request_id or "").startswith("req_")))
answers: "list[httpx.Response]" = []
client.websites.get(shop.id, options={"on_response": answers.append})
tag = answers[0].headers["etag"]
changed = client.websites.update(shop.id, name="Shop", options={"if_match": tag})
print(changed.name)
try:
    client.websites.update(shop.id, name="Again", options={"if_match": tag})
except APIError as refusal:
    print(type(refusal).__name__, refusal.code)
for website in client.websites.list(tag="a & b"):
    print(website.url)
client.websites.delete(shop.id)
try:
    client.websites.get(shop.id)
except NotFoundError as missing:
    print(missing.status, missing.code)

print("# Once, whatever is repeated")
key = f"scenario-{scan.id}"
first = client.scans.create(url="https://clean.lasthash.test", options={"idempotency_key": key})
again = client.scans.create(url="https://clean.lasthash.test", options={"idempotency_key": key})
print(told(first.id == again.id))

print("# What is refused")
stranger = LastHash(api_key="lh_live_not_a_key")
for call in (
    lambda: client.scans.create(url="https://clean.lasthash.test", scan_type="thorough"),  # type: ignore[arg-type]
    lambda: client.scans.vulnerabilities(scan.id, limit=1000).first_page(),
    lambda: stranger.usage.get(),
):
    try:
        call()
    except APIError as refusal:
        places = [one.get("pointer") or one.get("parameter") or "" for one in refusal.errors]
        print(type(refusal).__name__, refusal.code, ",".join(places) or "-")

print("# A report")
report = client.scans.report(scan.id, format="html")
assert isinstance(report, str)
print(report[:15].lower())
document = client.scans.report(scan.id, format="json")
assert not isinstance(document, (str, bytes))
print(told(document.scan.id == scan.id), len(document.vulnerabilities))

print("# A webhook")
webhook = client.webhooks.create(url="https://example.com/hook", events=["scan.completed"])
print(told((webhook.secret or "").startswith("whsec_")))
client.webhooks.delete(webhook.id)
body = '{"id":"evt_1","type":"scan.completed","created_at":"2026-01-15T00:00:00Z","data":{"security_score":85}}'
headers = {
    "webhook-id": "evt_1",
    "webhook-timestamp": "1768435200",
    "webhook-signature": "v1,Vp5tIBEXDpYbJR74fkTv+5rhA23kEdI3+Y//G3FN4HM=",
}
event = unwrap(body, headers, "your_webhook_secret", now=1768435200)
print(event.type, event.data["security_score"])
try:
    client.webhooks.unwrap(body, headers, "your_webhook_secret")
except WebhookVerificationError as refused:
    print(type(refused).__name__)
