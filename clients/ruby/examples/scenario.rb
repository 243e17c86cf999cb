# frozen_string_literal: true

# The scenario that all clients play against a running server, and print the same of: ../../conformance/scenario.md.
# LASTHASH_BASE_URL and LASTHASH_API_KEY (a test key of an organisation that has nothing yet) say where.

require "lasthash"

client = LastHash::Client.new

def name_of(error)
  error.class.name.split("::").last
end

puts "# A scan"
scan = client.scans.create_and_wait(url: "https://vulnerable.lasthash.test", scan_type: "full")
counts = scan.vulnerabilities
puts "#{scan.status} #{scan.security_score} #{scan.grade} #{counts.critical}/#{counts.high}/#{counts.medium}/#{counts.low}"

puts "# Its vulnerabilities, four at a time"
puts client.scans.vulnerabilities(scan.id, limit: 4).count
puts client.vulnerabilities.list(severity: "high").map(&:title).sort

puts "# A scan as it runs"
events = []
clean = client.scans.create_and_wait(url: "https://clean.lasthash.test", scan_type: "quick") { |event| events << event.event }
puts "#{clean.security_score} #{events.include?("scan.completed")}"

puts "# A target that is down"
begin
  client.scans.create_and_wait(url: "https://down.lasthash.test")
rescue LastHash::ScanFailedError => failure
  puts "#{failure.code} #{failure.scan.status}"
end

puts "# Websites"
shop = client.websites.create(url: "https://slow.lasthash.test", name: "Größe", tags: ["a & b"])
puts "#{shop.name} #{shop.url}"
begin
  client.websites.create(url: "https://slow.lasthash.test")
rescue LastHash::ConflictError => conflict
  is_known = conflict.body.website_id == shop.id
  puts "#{conflict.status} #{conflict.code} #{is_known} #{conflict.request_id.start_with?("req_")}"
end
tag = nil
client.websites.get(shop.id, options: { on_response: ->(response) { tag = response["etag"] } })
puts client.websites.update(shop.id, name: "Shop", options: { if_match: tag }).name
begin
  client.websites.update(shop.id, name: "Again", options: { if_match: tag })
rescue LastHash::APIError => refusal
  puts "#{name_of(refusal)} #{refusal.code}"
end
client.websites.list(tag: "a & b").each { |website| puts website.url }
client.websites.delete(shop.id)
begin
  client.websites.get(shop.id)
rescue LastHash::NotFoundError => missing
  puts "#{missing.status} #{missing.code}"
end

puts "# Once, whatever is repeated"
once = { idempotency_key: "scenario-#{scan.id}" }
first = client.scans.create(url: "https://clean.lasthash.test", options: once)
again = client.scans.create(url: "https://clean.lasthash.test", options: once)
puts first.id == again.id

puts "# What is refused"
stranger = client.with(api_key: "lh_live_not_a_key")
[
  -> { client.scans.create(url: "https://clean.lasthash.test", scan_type: "thorough") },
  -> { client.scans.vulnerabilities(scan.id, limit: 1000) },
  -> { stranger.usage.get }
].each do |call|
  call.call
rescue LastHash::APIError => refusal
  places = refusal.errors.map { |error| error[:pointer] || error[:parameter] }.join(",")
  puts "#{name_of(refusal)} #{refusal.code} #{places.empty? ? "-" : places}"
end

puts "# A report"
puts client.scans.report(scan.id, format: "html")[0, 15].downcase
document = client.scans.report(scan.id, format: "json")
puts "#{document.scan.id == scan.id} #{document.vulnerabilities.length}"

puts "# A webhook"
webhook = client.webhooks.create(url: "https://example.com/hook", events: ["scan.completed"])
puts webhook.secret.start_with?("whsec_")
client.webhooks.delete(webhook.id)
body = '{"id":"evt_1","type":"scan.completed","created_at":"2026-01-15T00:00:00Z","data":{"security_score":85}}'
headers = {
  "webhook-id" => "evt_1",
  "webhook-timestamp" => "1768435200",
  "webhook-signature" => "v1,Vp5tIBEXDpYbJR74fkTv+5rhA23kEdI3+Y//G3FN4HM="
}
event = LastHash::Webhooks.unwrap(body, headers, "your_webhook_secret", now: 1_768_435_200)
puts "#{event.type} #{event.data.security_score}"
begin
  LastHash::Webhooks.unwrap(body, headers, "your_webhook_secret")
rescue LastHash::WebhookVerificationError => refused
  puts name_of(refused)
end
