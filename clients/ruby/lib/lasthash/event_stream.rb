# frozen_string_literal: true

module LastHash
  # One thing that is told of a scan while it runs. `id` is the number to go on after, nil of what has none; `event` is `scan.queued`,
  # `scan.started`, `source`, `check`, `finding`, and at last `scan.completed`, `.failed` or `.canceled`; `data` goes by the event.
  ScanEvent = Struct.new(:id, :event, :data)

  # The grammar of event streams (WHATWG HTML section 9.2.6), over pieces that end anywhere.
  class EventStream
    LAST = /\Ascan\.(completed|failed|canceled)\z/
    PAUSE = 1 # second before a stream that was cut is opened again, unless the stream says another
    private_constant :LAST, :PAUSE

    def initialize(transport, request)
      @transport = transport
      @request = request
      @last_id = request.options[:last_event_id].to_s
      @retry = PAUSE
    end

    # Yields events until the last one. A stream that is cut is opened again after the last event that came.
    def each(&block)
      @cuts = 0
      until opened(&block)
        @cuts += 1
        if @cuts > @transport.max_retries(@request.options)
          raise APIConnectionError, "The events of the scan were cut again and again."
        end

        @transport.clock.sleep(@retry)
      end
    end

    private

    # @return whether that was the last of it
    def opened
      is_open = false
      @rest = +"".b
      clear
      headers = @last_id.empty? ? {} : { "last-event-id" => @last_id }
      @transport.stream(@request.with(accept: "text/event-stream", headers: headers)) do |response|
        is_open = true
        return true if response.status == 204

        response.each_chunk do |chunk|
          parse(chunk) do |event|
            @cuts = 0
            yield event
            return true if event.event.match?(LAST)
          end
        end
      end
      false
    rescue APIConnectionError
      raise unless is_open

      false
    end

    def parse(chunk)
      @rest << chunk
      # A CR at the end may be half of a CRLF.
      while (line_end = @rest.match(/\r\n|\n|\r(?!\z)/n))
        line = line_end.pre_match
        @rest = line_end.post_match.b
        if !line.empty?
          field(line)
        elsif @data.empty?
          clear
        else
          yield finish
        end
      end
    end

    def field(line)
      name, value = line.force_encoding(Encoding::UTF_8).split(":", 2)
      value = value.to_s.delete_prefix(" ")
      case name
      when "data" then @data << value
      when "event" then @event = value
      when "id" then @id = value unless value.include?("\0")
      when "retry" then @retry = value.to_i / 1000.0 if value.match?(/\A\d+\z/)
      end
    end

    def finish
      event = ScanEvent.new(@id, @event.empty? ? "message" : @event, Response.decoded(@data.join("\n")))
      @last_id = @id if @id
      clear
      event
    end

    def clear
      @id = nil
      @event = ""
      @data = []
    end
  end
end
