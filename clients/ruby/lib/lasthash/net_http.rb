# frozen_string_literal: true

require "net/http"
require "openssl"
require "uri"
require "zlib"

module LastHash
  # Ruby's own HTTP. Connections are kept for the requests that follow.
  class NetHTTP
    FAILURES = [SystemCallError, SocketError, IOError, OpenSSL::SSL::SSLError, Net::HTTPBadResponse, Net::HTTPHeaderSyntaxError,
                Net::ProtocolError, Zlib::Error].freeze
    LATE = [Net::OpenTimeout, Net::ReadTimeout, Net::WriteTimeout].freeze
    private_constant :FAILURES, :LATE

    def initialize(proxy: nil)
      @proxy = proxy && URI(proxy)
      @idle = Hash.new { |idle, origin| idle[origin] = Queue.new }
    end

    # Sends a request once, follows no redirect, and yields the answer whose body is still to come.
    #
    # @param limit [Numeric] seconds until the whole answer is there; of a stream, between two pieces of it
    # @raise [APIConnectionError] or what the block raises
    def call(method, url, headers, body, limit, stream: false)
      uri = URI(url)
      connection = nil
      is_reusable = false
      connection = connected(uri, limit)
      is_reusable = exchange(connection, request(method, uri, headers, body), limit, stream) { |response| yield response }
    rescue *LATE
      raise APITimeoutError, "No whole answer from #{uri.host} within #{limit} s."
    rescue *FAILURES => error
      raise APIConnectionError, "#{uri.host} cannot be reached: #{error.message}"
    ensure
      keep(uri, connection, is_reusable) if connection
    end

    private

    def request(method, uri, headers, body)
      request = Net::HTTPGenericRequest.new(method.to_s.upcase, !body.nil?, true, uri.request_uri)
      request.initialize_http_header(headers.reject { |_, value| value.nil? })
      request.body = body
      request["accept-encoding"] ||= "identity" # so that the length can be checked
      request["content-length"] = "0" if body.nil? && method != :get
      request
    end

    # @return whether the connection can be used again
    def exchange(connection, request, limit, stream)
      deadline = now + limit
      is_whole = false
      connection.request(request) do |answer|
        headers = answer.to_hash.transform_values { |values| values.join(", ") }
        missing = answer.content_length || 0
        chunks = Enumerator.new do |pieces|
          answer.read_body do |piece|
            missing -= piece.bytesize
            pieces << piece
            next if stream

            raise Net::ReadTimeout if now > deadline

            connection.read_timeout = [deadline - now, 0.001].max
          end
          # Net::HTTP takes a body that is too short for whole.
          raise EOFError, "the answer was cut" if missing.positive?

          is_whole = true
        end
        yield Response.new(answer.code.to_i, headers, chunks)
      end
      is_whole
    end

    def connected(uri, limit)
      kept = @idle[origin(uri)]
      connection = kept.empty? ? fresh(uri) : kept.pop(true)
      connection.open_timeout = connection.read_timeout = connection.write_timeout = limit
      connection.start unless connection.started?
      connection
    rescue ThreadError
      connection = fresh(uri)
      retry
    end

    def fresh(uri)
      proxy = @proxy ? [@proxy.host, @proxy.port, @proxy.user, @proxy.password] : [:ENV]
      connection = Net::HTTP.new(uri.host, uri.port, *proxy)
      connection.use_ssl = uri.scheme == "https"
      connection.max_retries = 0 # ours are counted, and told
      connection
    end

    def keep(uri, connection, is_reusable)
      is_reusable && connection.started? ? @idle[origin(uri)].push(connection) : finish(connection)
    end

    def finish(connection)
      connection.finish if connection.started?
    rescue IOError
      nil
    end

    def origin(uri)
      [uri.scheme, uri.host, uri.port]
    end

    def now
      Process.clock_gettime(Process::CLOCK_MONOTONIC)
    end
  end
end
