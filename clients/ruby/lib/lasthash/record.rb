# frozen_string_literal: true

require "json"

module LastHash
  # An object that the service gave: `scan.status`, `scan[:status]`, `scan.dig(:score_cap, :limit)`, and in pattern matching. What
  # it lacks is nil with brackets and a NoMethodError as a method. Members that every object in Ruby has, such as `class`, are there by brackets.
  class Record
    # Hashes become records, all the way down.
    def self.wrap(value)
      case value
      when Hash then new(value.transform_values { |one| wrap(one) })
      when Array then value.map { |one| wrap(one) }
      else value
      end
    end

    def initialize(members)
      @members = members.freeze
      freeze
    end

    def [](name)
      @members[name.to_s]
    end

    def dig(name, *rest)
      value = self[name]
      rest.empty? || value.nil? ? value : value.dig(*rest)
    end

    def key?(name)
      @members.key?(name.to_s)
    end

    # Plain hashes, with strings as keys.
    def to_h
      @members.transform_values { |value| plain(value) }
    end

    def to_json(*options)
      to_h.to_json(*options)
    end

    def deconstruct_keys(_names)
      @members.transform_keys(&:to_sym)
    end

    def ==(other)
      other.is_a?(Record) && to_h == other.to_h
    end
    alias eql? ==

    def hash
      to_h.hash
    end

    def inspect
      "#<LastHash #{to_h.inspect}>"
    end

    private

    def plain(value)
      case value
      when Record then value.to_h
      when Array then value.map { |one| plain(one) }
      else value
      end
    end

    def method_missing(name, *arguments)
      return super unless arguments.empty? && key?(name)

      self[name]
    end

    def respond_to_missing?(name, include_private = false)
      key?(name) || super
    end
  end
end
