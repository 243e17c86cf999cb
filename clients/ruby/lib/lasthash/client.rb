# frozen_string_literal: true

module LastHash
  # The LastHash API.
  class Client < Surface
    # @param api_key [String] `LASTHASH_API_KEY` unless given
    # @param base_url [String] `LASTHASH_BASE_URL` unless given, or `http://127.0.0.1:8080`
    # @param organization [String] an organisation under yours to act for: `org_…`
    # @param timeout [Numeric] seconds that one try may take
    # @param max_retries [Integer] how often a failed request is tried again
    # @param headers [Hash] sent with every request
    # @param user_agent [String] your program's name and version, put before ours in `User-Agent`
    # @param proxy [String] such as `http://proxy:3128`; `http_proxy` and `https_proxy` in the environment are known too
    # @param http [#call] what sends requests instead of Net::HTTP: see NetHTTP#call
    # @param on_warning [#call] told once of each operation that will be withdrawn, instead of `warn`
    # @raise [Error] when there is no API key, neither given nor in the environment
    def initialize(api_key: nil, base_url: nil, organization: nil, timeout: 60, max_retries: 2, headers: {}, user_agent: nil,
                   proxy: nil, http: nil, on_warning: nil, clock: nil)
      @settings = { api_key: api_key, base_url: base_url, organization: organization, timeout: timeout, max_retries: max_retries,
                    headers: headers, user_agent: user_agent, proxy: proxy, http: http, on_warning: on_warning, clock: clock }
      @transport = Transport.new(
        api_key: api_key || from_environment("LASTHASH_API_KEY"),
        base_url: base_url || from_environment("LASTHASH_BASE_URL") || "http://127.0.0.1:8080",
        organization: organization, timeout: timeout, max_retries: max_retries, headers: headers, user_agent: user_agent,
        http: http || NetHTTP.new(proxy: proxy), on_warning: on_warning, clock: clock || Clock.new
      )
      super(@transport)
    end

    # Another client, with these settings in place of its own: `client.with(organization: "org_…")`.
    def with(**settings)
      Client.new(**@settings, **settings)
    end

    # Any operation, such as one that this version does not know: `client.request(:get, "/v1/usage").json`.
    def request(method, path, query: {}, body: nil, options: {})
      verb = method.to_s.downcase.to_sym
      @transport.send_request(Request.new("#{verb.upcase} #{path}", verb, path, query, body, options))
    end

    # Without the key.
    def inspect
      "#<LastHash::Client #{@transport.base_url}>"
    end

    private

    def from_environment(name)
      value = ENV.fetch(name, "")
      value.empty? ? nil : value
    end
  end
end
