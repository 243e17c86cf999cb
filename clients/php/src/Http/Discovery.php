<?php

declare(strict_types=1);

namespace LastHash\Http;

use Http\Discovery\Psr18ClientDiscovery;
use LastHash\Exception\LastHashException;
use Psr\Http\Client\ClientInterface;
use Psr\Http\Message\RequestFactoryInterface;
use Psr\Http\Message\StreamFactoryInterface;

/** Which HTTP client there is. */
final class Discovery
{
    /** PSR-17 factories of requests and bodies alike. */
    private const FACTORIES = ['GuzzleHttp\Psr7\HttpFactory', 'Nyholm\Psr7\Factory\Psr17Factory', 'Http\Discovery\Psr17Factory'];

    /**
     * The client that was given; one that is installed, with cURL beside it for what has to come piece by piece; or cURL alone.
     *
     * @param float $timeout seconds
     *
     * @throws LastHashException when there is none of them
     */
    public static function sender(?ClientInterface $client, ?string $proxy, float $timeout): Sender
    {
        $curl = extension_loaded('curl') ? new CurlSender($proxy) : null;
        if ($client) {
            $factory = self::factory($client) ?? throw new LastHashException(
                'The HTTP client that was given needs PSR-17 factories beside it: install nyholm/psr7 or guzzlehttp/psr7.',
            );
            return new Psr18Sender($client, $factory);
        }
        $found = $proxy === null && interface_exists(ClientInterface::class) ? self::installed($timeout) : null;
        $factory = $found ? self::factory($found) : null;
        if ($found && $factory) {
            return new Psr18Sender($found, $factory, $curl);
        }
        return $curl ?? throw new LastHashException(
            'There is nothing to send requests with: install the curl extension, or a PSR-18 client and PSR-17 factories.',
        );
    }

    /** Guzzle, which most programs have, is told the time limit; php-http/discovery knows others. */
    private static function installed(float $timeout): ?ClientInterface
    {
        if (is_subclass_of('GuzzleHttp\Client', ClientInterface::class)) {
            return new \GuzzleHttp\Client(['timeout' => $timeout]);
        }
        try {
            return class_exists(Psr18ClientDiscovery::class) ? Psr18ClientDiscovery::find() : null;
        } catch (\RuntimeException) {
            return null;
        }
    }

    /** @return (RequestFactoryInterface&StreamFactoryInterface)|null */
    private static function factory(ClientInterface $client): ?object
    {
        if ($client instanceof RequestFactoryInterface && $client instanceof StreamFactoryInterface) {
            return $client;
        }
        foreach (self::FACTORIES as $class) {
            if (is_subclass_of($class, RequestFactoryInterface::class) && is_subclass_of($class, StreamFactoryInterface::class)) {
                return new $class();
            }
        }
        return null;
    }
}
