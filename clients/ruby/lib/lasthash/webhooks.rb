# frozen_string_literal: true

require "json"
require "openssl"

module LastHash
  # `client.webhooks`
  class Webhooks < Resources::Webhooks
    TOLERANCE = 300 # seconds: Standard Webhooks

    # The event of a webhook, once its signature is shown to be right and fresh (Standard Webhooks). Needs no client.
    #
    # Keep the ids of events that you have dealt with: a delivery can come twice.
    #
    # @param body [String] the raw body as it came, before anything parsed it
    # @param headers [#each] names and values, also as Rack has them in its environment (`HTTP_WEBHOOK_ID`)
    # @param tolerance [Integer] how many seconds the timestamp may be off, either way
    # @param now [Numeric] seconds since the epoch, instead of the present
    # @raise [WebhookVerificationError] when it must not be believed
    def self.unwrap(body, headers, secret, tolerance: TOLERANCE, now: Time.now.to_i)
      id, time, signatures = %w[webhook-id webhook-timestamp webhook-signature].map { |name| header(headers, name) }
      unless id && time && signatures
        raise WebhookVerificationError, "It lacks webhook-id, webhook-timestamp or webhook-signature."
      end
      unless time.match?(/\A\d{1,12}\z/)
        raise WebhookVerificationError, "webhook-timestamp is not seconds since the epoch."
      end

      off = now.to_i - time.to_i
      if off.abs > tolerance
        raise WebhookVerificationError, "It was signed #{off.abs} s #{off.positive? ? "ago" : "ahead of our clock"}."
      end

      expected = OpenSSL::HMAC.digest("SHA256", key(secret), "#{id}.#{time}.".b + body.b)
      unless right?(expected, signatures)
        raise WebhookVerificationError, "No signature is right: another secret, or a body that was changed."
      end

      Record.wrap(JSON.parse(body.dup.force_encoding(Encoding::UTF_8)))
    rescue JSON::ParserError
      raise WebhookVerificationError, "It is signed, but is no JSON."
    end

    # The same as `Webhooks.unwrap`.
    def unwrap(...)
      self.class.unwrap(...)
    end

    class << self
      private

      # Every one is compared, so that the time tells nothing.
      def right?(expected, signatures)
        signatures.split(" ").map do |signature|
          version, value = signature.split(",", 2)
          given = decoded(value.to_s) if version == "v1"
          !given.nil? && given.bytesize == expected.bytesize && OpenSSL.fixed_length_secure_compare(expected, given)
        end.any?
      end

      def header(headers, name)
        rack = "http_#{name.tr("-", "_")}"
        found = headers.to_h.find { |key, _| [name, rack].include?(key.to_s.downcase) }&.last
        text = (found.is_a?(Array) ? found.first : found).to_s
        text.empty? ? nil : text
      end

      # `whsec_` and base64, or any other text as it is.
      def key(secret)
        raise WebhookVerificationError, "There is no secret to verify it with." if secret.to_s.empty?
        return secret.b unless secret.start_with?("whsec_")

        bytes = decoded(secret.delete_prefix("whsec_")).to_s
        raise WebhookVerificationError, "The secret begins with whsec_, but is not base64 after that." if bytes.empty?

        bytes
      end

      def decoded(text)
        text.unpack1("m0")
      rescue ArgumentError
        nil
      end
    end
  end
end
