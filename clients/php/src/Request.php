<?php

declare(strict_types=1);

namespace LastHash;

/** A call of the API, before it is sent. */
final class Request
{
    /**
     * @param string $operation as in the API's description: `createScan`
     * @param array<string, mixed> $query
     * @param array<string, string> $headers
     */
    public function __construct(
        public readonly string $operation,
        public readonly string $method,
        public readonly string $path,
        public readonly array $query = [],
        public readonly mixed $body = null,
        public readonly Options $options = new Options([]),
        public readonly string $accept = 'application/json',
        public readonly array $headers = [],
    ) {
    }

    /** The same, but for what is asked for. */
    public function accepting(string $accept, array $headers = []): self
    {
        return new self($this->operation, $this->method, $this->path, $this->query, $this->body, $this->options, $accept, $headers);
    }

    /** The same of a list, from there on. */
    public function after(string $cursor): self
    {
        $query = ['cursor' => $cursor] + $this->query;
        return new self($this->operation, $this->method, $this->path, $query, $this->body, $this->options, $this->accept, $this->headers);
    }

    /** With its `?`, or nothing. What is null is left out; a list is joined by commas, a date is its RFC 3339 form. */
    public function queryString(): string
    {
        $pairs = [];
        foreach ($this->query as $name => $value) {
            if ($value !== null) {
                $pairs[] = rawurlencode((string) $name) . '=' . rawurlencode(self::text($value));
            }
        }
        return $pairs === [] ? '' : '?' . implode('&', $pairs);
    }

    private static function text(mixed $value): string
    {
        return match (true) {
            is_bool($value) => $value ? 'true' : 'false',
            is_array($value) => implode(',', array_map(self::text(...), $value)),
            $value instanceof \DateTimeInterface => gmdate('Y-m-d\TH:i:s\Z', $value->getTimestamp()),
            default => (string) $value,
        };
    }
}
