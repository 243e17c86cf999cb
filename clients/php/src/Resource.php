<?php

declare(strict_types=1);

namespace LastHash;

use LastHash\Exception\LastHashException;
use LastHash\Http\Response;

/** What all resources are: methods over one transport. */
abstract class Resource
{
    final public function __construct(protected readonly Transport $transport)
    {
    }

    /** A part of a path that is data. */
    protected static function segment(string $name, string $value): string
    {
        if ($value === '' || $value === '.' || $value === '..') {
            throw new LastHashException("$name must be an id, and is " . json_encode($value) . '.');
        }
        return rawurlencode($value);
    }

    protected function json(string $operation, string $method, string $path, array $options, array $query = [], mixed $body = null): mixed
    {
        return $this->transport->send(new Request($operation, $method, $path, $query, $body, new Options($options)))->json();
    }

    protected function nothing(string $operation, string $method, string $path, array $options, array $query = [], mixed $body = null): void
    {
        $this->transport->send(new Request($operation, $method, $path, $query, $body, new Options($options)));
    }

    protected function page(string $items, string $operation, string $method, string $path, array $options, array $query = []): Page
    {
        return Page::first($this->transport, $items, new Request($operation, $method, $path, $query, null, new Options($options)));
    }

    /** JSON, text or bytes, as the answer says. */
    protected function file(string $operation, string $method, string $path, array $options, array $query = []): mixed
    {
        $request = new Request($operation, $method, $path, $query, null, new Options($options));
        $response = $this->transport->send($request->accepting('*/*'));
        $isJson = preg_match('~^application/json\b~i', $response->header('content-type') ?? '') === 1;
        return $isJson ? $response->json() : $response->text();
    }

    /** @return \Generator<int, ScanEvent> */
    protected function events(string $operation, string $method, string $path, array $options): \Generator
    {
        return EventStream::read($this->transport, new Request($operation, $method, $path, [], null, new Options($options)));
    }

    /**
     * One JSON value a line.
     *
     * @return \Generator<int, mixed>
     */
    protected function lines(string $operation, string $method, string $path, array $options, array $query = []): \Generator
    {
        $request = new Request($operation, $method, $path, $query, null, new Options($options));
        $rest = '';
        foreach ($this->transport->send($request->accepting('application/x-ndjson'), stream: true)->chunks() as $chunk) {
            $whole = explode("\n", $rest . $chunk);
            $rest = array_pop($whole);
            foreach ($whole as $line) {
                if ($line !== '') {
                    yield Response::decoded($line);
                }
            }
        }
        if ($rest !== '') {
            yield Response::decoded($rest);
        }
    }
}
