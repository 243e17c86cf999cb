# frozen_string_literal: true

require "erb"
require "json"
require "securerandom"
require "time"
require "uri"

module LastHash
  # Time and chance, to be replaced in tests.
  class Clock
    def sleep(seconds)
      Kernel.sleep(seconds)
    end

    # From 0 up to 1.
    def random
      Kernel.rand
    end

    # Seconds, from any beginning.
    def now
      Process.clock_gettime(Process::CLOCK_MONOTONIC)
    end
  end

  # A call of the API, before it is sent. `operation` is as in the API's description: `createScan`.
  Request = Struct.new(:operation, :method, :path, :query, :body, :options, :accept, :headers) do
    # With its `?`, or nothing. What is nil is left out; a list is joined by commas, a time is its RFC 3339 form.
    def query_string
      pairs = (query || {}).reject { |_, value| value.nil? }
      pairs.empty? ? "" : "?#{pairs.map { |name, value| "#{encoded(name)}=#{encoded(text(value))}" }.join("&")}"
    end

    # The same, but for these members.
    def with(**members)
      dup.tap { |copy| members.each { |name, value| copy[name] = value } }
    end

    private

    def encoded(value)
      ERB::Util.url_encode(value.to_s)
    end

    def text(value)
      case value
      when Array then value.map { |one| text(one) }.join(",")
      when Time then value.getutc.strftime("%Y-%m-%dT%H:%M:%SZ")
      else value.to_s
      end
    end
  end

  # Sends requests, and sends them again where that may help.
  class Transport
    FIRST_PAUSE = 0.5 # seconds; doubled after each try
    LONGEST_PAUSE = 8 # seconds
    JITTER = 0.25 # so much of a pause is left to chance, that clients do not come back all at once
    LONGEST_RETRY_AFTER = 60 # seconds; who is to wait longer is told so by the error
    RETRIED = [408, 429, 500, 502, 503, 504].freeze
    REDIRECTS = [301, 302, 303, 307, 308].freeze
    MOST_REDIRECTS = 5
    OPTIONS = %i[timeout max_retries headers organization idempotency_key if_match wait on_response last_event_id].freeze
    private_constant :FIRST_PAUSE, :LONGEST_PAUSE, :JITTER, :LONGEST_RETRY_AFTER, :RETRIED, :REDIRECTS, :MOST_REDIRECTS, :OPTIONS

    attr_reader :clock, :base_url

    def initialize(api_key:, base_url:, organization:, timeout:, max_retries:, headers:, user_agent:, http:, on_warning:, clock:)
      raise Error, "There is no API key: give `api_key`, or set LASTHASH_API_KEY." if api_key.to_s.empty?
      raise Error, "base_url must begin with http:// or https://: #{base_url}" unless base_url.match?(%r{\Ahttps?://[^/]})

      @api_key = api_key
      @base_url = base_url.sub(%r{/+\z}, "")
      @organization = organization
      @timeout = timeout
      @max_retries = max_retries
      @headers = headers
      @user_agent = user_agent
      @http = http
      @on_warning = on_warning
      @clock = clock
      @warned = {}
    end

    def max_retries(options)
      options.fetch(:max_retries, @max_retries)
    end

    # The answer with its whole body, after as many tries as it takes and is allowed.
    def send_request(request)
      answered(request, stream: false) { |response| response.tap(&:text) }
    end

    # Yields the answer, whose body comes piece by piece. What is raised in the block is not tried again.
    def stream(request)
      answered(request, stream: true) { |response| yield response }
    end

    private

    def answered(request, stream:)
      options = request.options
      unknown = options.keys - OPTIONS
      raise Error, "There is no option #{unknown.first.inspect}: #{OPTIONS.join(", ")}." unless unknown.empty?

      headers = headers_of(request)
      body = request.body.nil? ? nil : JSON.generate(request.body)
      tried = 0
      begin
        is_begun = false
        once(request, headers, body, stream) do |response|
          is_begun = stream
          result = yield response
          warn_of(request.operation, response)
          options[:on_response]&.call(response)
          return result
        end
      rescue APIError, APIConnectionError => error
        pause = is_begun ? nil : pause_after(error, tried)
        raise if pause.nil? || tried >= max_retries(options)

        tried += 1
        @clock.sleep(pause)
        retry
      end
    end

    def once(request, headers, body, stream)
      url = @base_url + request.path + request.query_string
      limit = request.options.fetch(:timeout, @timeout) + request.options.fetch(:wait, 0)
      (0..MOST_REDIRECTS).each do
        elsewhere = nil
        @http.call(request.method, url, headers, body, limit, stream: stream) do |response|
          elsewhere = location(response, url) if request.method == :get
          next response.text if elsewhere

          raise APIError.of(response) unless response.status.between?(200, 299)

          yield response
        end
        break unless elsewhere

        # The key is for the service alone.
        headers = headers.reject { |name, _| name == "authorization" } unless origin(elsewhere) == origin(url)
        url = elsewhere
      end
      raise Error, "#{request.path} is redirected again and again."
    end

    # Where a redirect leads to; nil when it is none.
    def location(response, url)
      return unless REDIRECTS.include?(response.status) && response["location"]

      URI.join(url, response["location"]).to_s
    end

    def origin(url)
      URI(url).then { |uri| [uri.scheme, uri.host, uri.port] }
    end

    def headers_of(request)
      options = request.options
      organization = options[:organization] || @organization
      all = {
        "accept" => request.accept || "application/json",
        "authorization" => "Bearer #{@api_key}",
        "user-agent" => [@user_agent, "lasthash-ruby/#{VERSION}", "ruby/#{RUBY_VERSION}"].compact.join(" "),
        "lasthash-organization" => organization,
        "idempotency-key" => (options[:idempotency_key] || SecureRandom.uuid if request.method == :post),
        "if-match" => options[:if_match],
        "prefer" => ("wait=#{options[:wait]}" if options[:wait]),
        "content-type" => ("application/json" unless request.body.nil?)
      }
      [request.headers, @headers, options[:headers]].compact.each do |headers|
        headers.each { |name, value| all[name.to_s.downcase] = value }
      end
      all.compact
    end

    # Seconds until the next try; nil when there is to be none.
    def pause_after(error, tried)
      if error.is_a?(APIError)
        return unless RETRIED.include?(error.status) || error.code == "idempotency_key_in_use"

        after = error.retry_after
        return (after if after <= LONGEST_RETRY_AFTER) if after
      end
      [FIRST_PAUSE * (2**tried), LONGEST_PAUSE].min * (1 - (JITTER * @clock.random))
    end

    def warn_of(operation, response)
      return if response["deprecation"].nil? || @warned[operation]

      @warned[operation] = true
      sunset = response["sunset"]
      successor = response["link"].to_s[/<([^>]+)>;\s*rel="successor-version"/, 1]
      message = "LastHash: #{operation} is deprecated#{" and will be withdrawn on #{sunset}" if sunset}."
      message += " Use #{successor} instead." if successor
      @on_warning ? @on_warning.call(message) : Kernel.warn(message)
    end
  end
end
