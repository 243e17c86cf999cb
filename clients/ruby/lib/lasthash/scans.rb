# frozen_string_literal: true

module LastHash
  # `client.scans`
  class Scans < Resources::Scans
    FIRST_LOOK = 0.5 # seconds; doubled after each
    LONGEST_LOOK = 5 # seconds
    PATIENCE = 3600 # seconds
    private_constant :FIRST_LOOK, :LONGEST_LOOK, :PATIENCE

    # Begins a scan and gives it once it is done. A block is told of everything that the scan does, as it does it.
    #
    # @param patience [Numeric] seconds that it may take, queue included; it is not canceled after that
    # @raise [ScanFailedError] when it fails or is canceled
    # @raise [ScanTimeoutError] when it takes longer than `patience`
    def create_and_wait(patience: PATIENCE, options: {}, **params, &progress)
      scan = create(options: options, **params)
      wait(scan, patience: patience, options: options.reject { |name, _| name == :idempotency_key }, &progress)
    end

    # As `create_and_wait`, for a scan that has begun: the scan or its id.
    def wait(scan, patience: PATIENCE, options: {}, &progress)
      present = scan.is_a?(String) ? get(scan, options: options) : scan
      present = follow(present, patience, options, &progress) if progress && !ended?(present)
      waited = 0
      pause = FIRST_LOOK
      until ended?(present)
        raise ScanTimeoutError.new(present, patience) if waited + pause > patience

        @transport.clock.sleep(pause)
        waited += pause
        pause = [2 * pause, LONGEST_LOOK].min
        present = get(present.id, options: options)
      end
      raise ScanFailedError, present unless present.status == "done"

      present
    end

    private

    def follow(present, patience, options)
      deadline = @transport.clock.now + patience
      watch(present.id, options: options).each do |event|
        yield event
        present = event.data if event.event.start_with?("scan.")
        raise ScanTimeoutError.new(present, patience) if !ended?(present) && @transport.clock.now > deadline
      end
      present
    end

    def ended?(scan)
      raise Error, "The service gave a scan without a status." unless scan[:status]

      !%w[queued running].include?(scan[:status])
    end
  end
end
