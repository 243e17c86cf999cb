<?php

declare(strict_types=1);

namespace LastHash\Http;

use LastHash\Exception\LastHashException;

/** An answer. */
final class Response
{
    private ?string $text = null;

    /**
     * @param array<string, string> $headers names in lower case
     * @param iterable<string> $pieces of the body, as they come
     */
    public function __construct(
        public readonly int $status,
        public readonly array $headers,
        private readonly iterable $pieces,
    ) {
    }

    public function header(string $name): ?string
    {
        return $this->headers[strtolower($name)] ?? null;
    }

    /** The whole body. */
    public function text(): string
    {
        if ($this->text === null) {
            $text = '';
            foreach ($this->pieces as $piece) {
                $text .= $piece;
            }
            $this->text = $text;
        }
        return $this->text;
    }

    /**
     * The body as it comes, once.
     *
     * @return iterable<string>
     */
    public function chunks(): iterable
    {
        return $this->text === null ? $this->pieces : [$this->text];
    }

    /** The body as JSON: objects are objects. */
    public function json(): mixed
    {
        return self::decoded($this->text(), "$this->status, and no JSON");
    }

    /** @internal */
    public static function decoded(string $text, string $otherwise = 'A line is no JSON'): mixed
    {
        try {
            return json_decode($text, flags: JSON_THROW_ON_ERROR);
        } catch (\JsonException $error) {
            throw new LastHashException("$otherwise: " . json_encode(substr($text, 0, 80), JSON_INVALID_UTF8_SUBSTITUTE), previous: $error);
        }
    }
}
