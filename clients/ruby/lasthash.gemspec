# frozen_string_literal: true

require_relative "lib/lasthash/version"

Gem::Specification.new do |spec|
  spec.name = "lasthash"
  spec.version = LastHash::VERSION
  spec.summary = "The LastHash API for Ruby: website security scans, vulnerabilities, reports, webhooks"
  spec.description = "Every operation of the LastHash API, with lists that page by themselves, retries under one idempotency key, typed errors and verified webhooks. Only the standard library."
  spec.authors = ["LastHash"]
  spec.homepage = "https://lasthash.com"
  spec.license = "Apache-2.0"
  spec.required_ruby_version = ">= 3.0"
  spec.files = Dir["lib/**/*.rb", "sig/**/*.rbs", "README.md", "CHANGELOG.md"]
  spec.metadata = { "rubygems_mfa_required" => "true" }
end
