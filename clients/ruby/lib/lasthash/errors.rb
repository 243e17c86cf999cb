# frozen_string_literal: true

require "json"
require "time"

module LastHash
  # What everything that this library raises descends from.
  class Error < StandardError
  end

  # The service answered, and the answer is an error. Which class it is goes by the status, `code` says what happened.
  class APIError < Error
    attr_reader :status

    # From the catalogue of errors (ERROR_CODES); nil when something in front of the service answered.
    attr_reader :code

    # To name when asking for help.
    attr_reader :request_id

    # What failed to validate, and where: records with `pointer`, `parameter` or `header`, and `detail`.
    attr_reader :errors

    # The whole answer: an RFC 9457 problem with members of its own, or text from something in front of the service.
    attr_reader :body

    attr_reader :headers

    # Seconds, from `Retry-After`; nil when it says nothing.
    attr_reader :retry_after

    def initialize(response)
      @body = parsed(response.text)
      problem = @body.is_a?(Record) && (@body.key?(:code) || @body.key?(:detail)) ? @body : nil
      @status = response.status
      @headers = response.headers
      @code = problem && problem[:code]
      @request_id = (problem && problem[:request_id]) || response["request-id"]
      @retryable = (problem && problem[:retryable]) || false
      @errors = (problem && problem[:errors]) || []
      @retry_after = seconds(response["retry-after"])
      super(["#{[@status, @code].compact.join(" ")}:", said(problem)].join(" "))
    end

    # Whether the very same request may succeed later.
    def retryable?
      @retryable
    end

    # The error for an answer, by its status.
    def self.of(response)
      (BY_STATUS[response.status] || (response.status >= 500 ? ServerError : APIError)).new(response)
    end

    private

    def parsed(text)
      Record.wrap(JSON.parse(text))
    rescue JSON::ParserError
      text
    end

    def said(problem)
      return "The answer says no more." unless problem

      where = @errors.map { |error| [error[:pointer] || error[:parameter] || error[:header], error[:detail]].compact.join(": ") }
      "#{problem[:detail] || problem[:title]}#{" (#{where.join("; ")})" unless where.empty?}"
    end

    # A number, or the date until which to wait.
    def seconds(header)
      text = header.to_s.strip
      return text.to_f if text.match?(/\A\d+(\.\d+)?\z/)
      return unless text.match?(/\A[A-Z][a-z]{2}, /)

      [0, (Time.httpdate(text) - Time.now).ceil].max
    rescue ArgumentError
      nil
    end
  end

  # 400: what was sent does not validate; `errors` says where.
  class BadRequestError < APIError; end
  # 401: there is no key, or it is not valid.
  class AuthenticationError < APIError; end
  # 403: the key may not do that, or not from here.
  class PermissionDeniedError < APIError; end
  # 404: there is no such object.
  class NotFoundError < APIError; end
  # 409: the state of things does not allow it.
  class ConflictError < APIError; end
  # 410: withdrawn, or kept no longer.
  class GoneError < APIError; end
  # 412: the object is no longer what `if_match` says.
  class PreconditionFailedError < APIError; end
  # 422: the idempotency key was used for another request.
  class UnprocessableEntityError < APIError; end
  # 429: too many requests; `retry_after` says for how long.
  class RateLimitError < APIError; end
  # 5xx: something went wrong on the other side.
  class ServerError < APIError; end

  class APIError
    BY_STATUS = {
      400 => BadRequestError, 401 => AuthenticationError, 403 => PermissionDeniedError, 404 => NotFoundError,
      409 => ConflictError, 410 => GoneError, 412 => PreconditionFailedError, 422 => UnprocessableEntityError,
      429 => RateLimitError
    }.freeze
    private_constant :BY_STATUS
  end

  # No answer came: no connection, or it was cut.
  class APIConnectionError < Error; end

  # No answer came in time.
  class APITimeoutError < APIConnectionError; end

  # A webhook that must not be believed: its signature is wrong, missing or old.
  class WebhookVerificationError < Error; end

  # A scan that was waited for has failed or was canceled; `code` says why.
  class ScanFailedError < Error
    attr_reader :scan

    # Such as `target_unreachable`; `canceled` when somebody canceled it.
    attr_reader :code

    def initialize(scan)
      @scan = scan
      failure = scan[:error]
      @code = failure ? failure[:code] : scan[:status]
      super("The scan of #{scan[:url]} #{failure ? "failed: #{failure[:message]}" : "was canceled."}")
    end
  end

  # A scan that was waited for has not ended in time. It goes on.
  class ScanTimeoutError < Error
    attr_reader :scan

    def initialize(scan, seconds)
      @scan = scan
      super("The scan #{scan[:id]} of #{scan[:url]} is still #{scan[:status]} after #{seconds} s. It goes on.")
    end
  end
end
