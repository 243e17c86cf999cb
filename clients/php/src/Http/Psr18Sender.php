<?php

declare(strict_types=1);

namespace LastHash\Http;

use LastHash\Exception\ApiConnectionException;
use LastHash\Exception\ApiTimeoutException;
use Psr\Http\Client\ClientExceptionInterface;
use Psr\Http\Client\ClientInterface;
use Psr\Http\Message\RequestFactoryInterface;
use Psr\Http\Message\StreamFactoryInterface;
use Psr\Http\Message\StreamInterface;

/**
 * A PSR-18 client. How long it waits, and through which proxy it goes, are settings of its own. Most give an answer once all of it is there:
 * what has to come piece by piece goes to `$streaming`, where there is one.
 */
final class Psr18Sender implements Sender
{
    private const PIECE = 8192; // bytes

    public function __construct(
        private readonly ClientInterface $client,
        private readonly RequestFactoryInterface&StreamFactoryInterface $factory,
        private readonly ?Sender $streaming = null,
    ) {
    }

    public function send(string $method, string $url, array $headers, ?string $body, float $limit, bool $stream): Response
    {
        if ($stream && $this->streaming) {
            return $this->streaming->send($method, $url, $headers, $body, $limit, $stream);
        }
        $request = $this->factory->createRequest($method, $url);
        foreach ($headers as $name => $value) {
            $request = $request->withHeader($name, $value);
        }
        if ($body !== null) {
            $request = $request->withBody($this->factory->createStream($body));
        }
        try {
            $response = $this->client->sendRequest($request);
        } catch (ClientExceptionInterface $error) {
            throw self::failure('The service cannot be reached', $error);
        }
        $received = [];
        foreach (array_keys($response->getHeaders()) as $name) {
            $received[strtolower((string) $name)] = $response->getHeaderLine((string) $name);
        }
        return new Response($response->getStatusCode(), $received, self::pieces($response->getBody()));
    }

    /** @return \Generator<int, string> */
    private static function pieces(StreamInterface $body): \Generator
    {
        try {
            while (!$body->eof()) {
                yield $body->read(self::PIECE);
            }
        } catch (\RuntimeException $error) {
            throw self::failure('The answer was cut', $error);
        }
    }

    /** PSR-18 has no exception of its own for what takes too long; clients say it in words. */
    private static function failure(string $what, \Throwable $error): ApiConnectionException
    {
        $isLate = preg_match('~timed out|timeout|max duration~i', $error->getMessage()) === 1;
        $message = "$what: {$error->getMessage()}";
        return $isLate ? new ApiTimeoutException($message, previous: $error) : new ApiConnectionException($message, previous: $error);
    }
}
