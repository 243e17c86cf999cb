# frozen_string_literal: true

require "erb"

module LastHash
  # What all resources are: methods over one transport.
  class Resource
    def initialize(transport)
      @transport = transport
    end

    private

    # A part of a path that is data.
    def segment(name, value)
      text = value.is_a?(String) || value.is_a?(Symbol) || value.is_a?(Integer) ? value.to_s : ""
      raise Error, "#{name} must be an id, and is #{value.inspect}." if ["", ".", ".."].include?(text)

      ERB::Util.url_encode(text)
    end

    def json(operation, method, path, options, query: nil, body: nil)
      @transport.send_request(Request.new(operation, method, path, query, body, options)).json
    end

    def nothing(operation, method, path, options, query: nil, body: nil)
      @transport.send_request(Request.new(operation, method, path, query, body, options))
      nil
    end

    def page(items, operation, method, path, options, query: nil)
      Page.new(@transport, items, Request.new(operation, method, path, query, nil, options))
    end

    # JSON, text or bytes, as the answer says.
    def file(operation, method, path, options, query: nil)
      response = @transport.send_request(Request.new(operation, method, path, query, nil, options, "*/*"))
      response["content-type"].to_s.match?(%r{\Aapplication/json\b}i) ? response.json : response.text
    end

    def events(operation, method, path, options)
      request = Request.new(operation, method, path, nil, nil, options)
      Enumerator.new { |events| EventStream.new(@transport, request).each { |event| events << event } }
    end

    # One JSON value a line.
    def lines(operation, method, path, options, query: nil)
      request = Request.new(operation, method, path, query, nil, options, "application/x-ndjson")
      Enumerator.new do |values|
        @transport.stream(request) do |response|
          rest = +"".b
          response.each_chunk do |chunk|
            *whole, rest = (rest + chunk).split("\n", -1)
            whole.each { |line| values << Response.decoded(line.force_encoding(Encoding::UTF_8)) unless line.empty? }
          end
          values << Response.decoded(rest.force_encoding(Encoding::UTF_8)) unless rest.to_s.empty?
        end
      end
    end
  end
end
