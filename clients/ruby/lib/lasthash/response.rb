# frozen_string_literal: true

require "json"

module LastHash
  # An answer.
  class Response
    attr_reader :status

    # Names in lower case.
    attr_reader :headers

    # @param chunks [#each] pieces of the body, as they come
    def initialize(status, headers, chunks)
      @status = status
      @headers = headers
      @chunks = chunks
    end

    def [](name)
      @headers[name.downcase]
    end

    # The whole body.
    def text
      return @text if @text

      text = +"".b
      @chunks.each { |chunk| text << chunk }
      @text = utf8(text)
    end

    # The body as bytes, as they come, once.
    def each_chunk(&block)
      @text ? block.call(@text) : @chunks.each(&block)
    end

    # The body as JSON, with records as objects.
    def json
      Response.decoded(text, "#{status}, and no JSON")
    end

    def self.decoded(text, otherwise = "A line is no JSON")
      Record.wrap(JSON.parse(text))
    rescue JSON::ParserError
      raise Error, "#{otherwise}: #{text[0, 80].inspect}"
    end

    private

    # What is no UTF-8 stays bytes.
    def utf8(text)
      as_text = text.dup.force_encoding(Encoding::UTF_8)
      as_text.valid_encoding? ? as_text : text
    end
  end
end
