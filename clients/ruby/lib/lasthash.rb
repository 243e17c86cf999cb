# frozen_string_literal: true

require_relative "lasthash/version"
require_relative "lasthash/errors"
require_relative "lasthash/record"
require_relative "lasthash/response"
require_relative "lasthash/net_http"
require_relative "lasthash/transport"
require_relative "lasthash/page"
require_relative "lasthash/event_stream"
require_relative "lasthash/resource"
require_relative "lasthash/surface"
require_relative "lasthash/client"

# The LastHash API: `LastHash::Client.new(api_key: "lh_live_…")`.
module LastHash
end
