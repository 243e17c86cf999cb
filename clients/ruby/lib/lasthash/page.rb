# frozen_string_literal: true

module LastHash
  # A page of a list. As an Enumerable it goes on over all pages after it, and asks for no page more than is needed:
  # `client.websites.list.each { … }`, `.first(3)`, `.lazy.select { … }`.
  class Page
    include Enumerable

    # The rows of this page.
    attr_reader :data

    # Nil on the last page.
    attr_reader :next_cursor

    def initialize(transport, items, request)
      body = transport.send_request(request).json
      @transport = transport
      @items = items
      @request = request
      @data = body[items] || []
      @next_cursor = body[:next_cursor] if body[:has_more]
    end

    def more?
      !@next_cursor.nil?
    end

    # The page after this one; nil after the last.
    def next_page
      return unless more?

      query = { **(@request.query || {}), cursor: @next_cursor }
      following = Page.new(@transport, @items, @request.with(query: query))
      raise Error, "The list does not go on: the cursor is the same." if following.next_cursor == @next_cursor

      following
    end

    # Each row, on this page and on all after it.
    def each(&block)
      return enum_for(:each) unless block

      each_page { |page| page.data.each(&block) }
      self
    end

    def each_page
      return enum_for(:each_page) unless block_given?

      page = self
      while page
        yield page
        page = page.next_page
      end
    end

    def inspect
      "#<LastHash::Page #{data.length}#{" and more" if more?}>"
    end
  end
end
