# frozen_string_literal: true

# Does what the vectors say with the client for Ruby, and prints what of them came out otherwise than it must:
#   ruby -Ilib test/run_vectors.rb <address of clients/conformance/server.ts>

require "json"
require "net/http"
require "lasthash"

# Pauses are written down instead of slept, and chance is what the vector says.
class ScriptedClock < LastHash::Clock
  attr_reader :sleeps, :random

  def initialize(random)
    super()
    @random = random
    @sleeps = []
  end

  def sleep(seconds)
    @sleeps << seconds
  end
end

# What is plain JSON of whatever a call gave.
def plain(value)
  case value
  when LastHash::Page then plain(value.data)
  when LastHash::Record then value.to_h
  when LastHash::ScanEvent then { "id" => value.id, "event" => value.event, "data" => plain(value.data) }
  when Array then value.map { |one| plain(one) }
  else value
  end
end

def told(error)
  kind = error.class.name.delete_prefix("LastHash::").sub(/\AAPI(?=.)/, "").sub(/Error\z/, "")
  kind = kind.gsub(/(?<=[a-z])(?=[A-Z])/, "_").downcase
  kind = "api" if error.instance_of?(LastHash::APIError)
  kind = "last_hash" if error.instance_of?(LastHash::Error)
  members = %i[status code request_id retry_after errors].select { |name| error.respond_to?(name) }
  members = members.to_h { |name| [name, plain(error.public_send(name))] }
  members[:retryable] = error.retryable? if error.respond_to?(:retryable?)
  { kind: kind, message: error.message, **members }
end

def symbols(members)
  (members || {}).transform_keys(&:to_sym)
end

def make_call(client, call, outcome)
  resource, name = call["method"].split(".")
  options = symbols(call["options"])
  arguments = symbols(call["params"])
  arguments[:patience] = options.delete(:patience) if options.key?(:patience)
  progress = nil
  if call["progress"]
    outcome[:progress] = []
    progress = ->(event) { outcome[:progress] << event.event }
  end
  raw = nil
  options[:on_response] = ->(response) { raw = response } if call["take"] == "raw"
  arguments[:options] = options unless options.empty?
  value = client.public_send(resource).public_send(name, *(call["ids"] || []), **arguments, &progress)
  case call["take"]
  when "raw" then outcome[:result] = { status: raw.status, etag: raw["etag"], text: raw.text }
  when nil, "first" then outcome[:result] = plain(value)
  else
    outcome[:items] = []
    value.each do |item|
      outcome[:items] << plain(item)
      break if outcome[:items].length == call["take"]
    end
  end
end

def outcome_of(vector, base_url)
  clock = ScriptedClock.new(vector["random"] || 0)
  outcome = { sleeps: clock.sleeps, warnings: [] }
  if (unwrap = vector["unwrap"])
    options = { tolerance: unwrap["tolerance"], now: unwrap["now"] }.compact
    outcome[:result] = plain(LastHash::Webhooks.unwrap(unwrap["body"], unwrap["headers"], unwrap["secret"], **options))
  else
    settings = { api_key: "test-key", base_url: base_url, clock: clock, on_warning: ->(message) { outcome[:warnings] << message } }
    client = LastHash::Client.new(**settings, **symbols(vector["client"]))
    (vector["call"]["times"] || 1).times { make_call(client, vector["call"], outcome) }
  end
  outcome
rescue LastHash::Error => error
  outcome.merge(error: told(error))
end

address = ARGV.fetch(0)
vectors = JSON.parse(Net::HTTP.get(URI("#{address}/vectors")))
differences = vectors.each_with_index.flat_map do |vector, index|
  outcome = outcome_of(vector, "#{address}/v/#{index}")
  type = { "content-type" => "application/json" }
  verdict = JSON.parse(Net::HTTP.post(URI("#{address}/outcome/#{index}"), JSON.generate(outcome), type).body)
  verdict["differences"].map { |difference| "#{verdict["name"]}: #{difference}" }
end
puts differences, "#{vectors.length} vectors, #{differences.length} differences"
exit differences.empty?
