<?php

// Does what the vectors say with the client for PHP, and prints what of them came out otherwise than it must:
//   php test/run-vectors.php <address of clients/conformance/server.ts> [--psr18]
// With --psr18 it is another client than ours that sends them, which knows no time limit of a single call.

declare(strict_types=1);

use LastHash\Client;
use LastHash\Clock;
use LastHash\Exception\ApiConnectionException;
use LastHash\Exception\LastHashException;
use LastHash\Exception\WebhookVerificationException;
use LastHash\Page;
use LastHash\Webhooks;

require getenv('LASTHASH_AUTOLOAD') ?: __DIR__ . '/../autoload.php';

$address = $argv[1];
$found = 0;
$vectors = json_decode(fetch("$address/vectors"), flags: JSON_THROW_ON_ERROR);
$isOurs = ($argv[2] ?? '') !== '--psr18';
foreach ($vectors as $index => $vector) {
    if (!$isOurs && isset($vector->call->options->timeout)) {
        continue;
    }
    $outcome = outcome($vector, "$address/v/$index");
    $verdict = json_decode(fetch("$address/outcome/$index", json_encode($outcome, JSON_THROW_ON_ERROR | JSON_PRESERVE_ZERO_FRACTION)));
    foreach ($verdict->differences ?? ['The outcome was not understood.'] as $difference) {
        $found++;
        echo $verdict->name ?? $vector->name, ": $difference\n";
    }
}
echo count($vectors), " vectors, $found differences\n";
exit($found === 0 ? 0 : 1);

function outcome(object $vector, string $base): array
{
    $outcome = ['sleeps' => [], 'warnings' => []];
    try {
        if (isset($vector->unwrap)) {
            $unwrap = $vector->unwrap;
            $outcome['result'] = Webhooks::unwrap($unwrap->body, (array) $unwrap->headers, $unwrap->secret, $unwrap->tolerance ?? 300, $unwrap->now);
        } else {
            $client = client($vector, $base, $outcome);
            for ($time = 0; $time < ($vector->call->times ?? 1); $time++) {
                call($client, $vector->call, $outcome);
            }
        }
    } catch (LastHashException $error) {
        $outcome['error'] = told($error);
    }
    return $outcome;
}

function client(object $vector, string $base, array &$outcome): Client
{
    $clock = new class ((float) ($vector->random ?? 0), $outcome) extends Clock {
        public function __construct(private readonly float $chance, private array &$outcome)
        {
        }

        public function sleep(float $seconds): void
        {
            $this->outcome['sleeps'][] = $seconds;
        }

        public function random(): float
        {
            return $this->chance;
        }
    };
    $settings = [];
    foreach ((array) ($vector->client ?? []) as $name => $value) {
        $settings[camel($name)] = is_object($value) ? (array) $value : $value;
    }
    $warn = function (string $message) use (&$outcome): void {
        $outcome['warnings'][] = $message;
    };
    return new Client(...$settings + ['apiKey' => 'test-key', 'baseUrl' => $base, 'clock' => $clock, 'onWarning' => $warn]);
}

function call(Client $client, object $call, array &$outcome): void
{
    [$resource, $method] = array_map(camel(...), explode('.', $call->method));
    $options = array_map(static fn ($value) => is_object($value) ? (array) $value : $value, (array) ($call->options ?? []));
    if ($call->progress ?? false) {
        $outcome['progress'] = [];
        $options['on_progress'] = function ($event) use (&$outcome): void {
            $outcome['progress'][] = $event->event;
        };
    }
    $take = $call->take ?? 'first';
    $raw = null;
    if ($take === 'raw') {
        $options['on_response'] = function ($response) use (&$raw): void {
            $raw = $response;
        };
    }
    $function = new ReflectionMethod($client->$resource, $method);
    $arguments = [...($call->ids ?? []), ...(isset($call->params) ? [(array) $call->params] : [])];
    // Options come last, also where the vector has no params.
    if ($options !== [] && count($arguments) < $function->getNumberOfParameters() - 1) {
        $arguments[] = $function->getParameters()[count($arguments)]->getDefaultValue();
    }
    $value = $function->invoke($client->$resource, ...$arguments, ...($options === [] ? [] : [$options]));
    if ($take === 'raw') {
        $outcome['result'] = ['status' => $raw->status, 'etag' => $raw->header('etag'), 'text' => $raw->text()];
    } elseif ($take === 'first') {
        $outcome['result'] = $value instanceof Page ? $value->data : $value;
    } else {
        $outcome['items'] = [];
        foreach ($value as $item) {
            $outcome['items'][] = $item;
            if (count($outcome['items']) === $take) {
                break;
            }
        }
    }
}

function told(LastHashException $error): array
{
    $kind = preg_replace(['~^.*\\\\~', '~^Api(?=.)~', '~Exception$~'], '', $error::class);
    $kind = strtolower(preg_replace('~(?<=[a-z])(?=[A-Z])~', '_', $kind)) ?: 'api';
    $members = ['kind' => $kind, 'message' => $error->getMessage()];
    foreach (['status' => 'status', 'code' => 'errorCode', 'request_id' => 'requestId', 'retryable' => 'retryable', 'retry_after' => 'retryAfter', 'errors' => 'errors'] as $name => $property) {
        if (property_exists($error, $property)) {
            $members[$name] = $error->$property;
        }
    }
    return $members;
}

function camel(string $name): string
{
    return lcfirst(str_replace('_', '', ucwords($name, '_')));
}

function fetch(string $url, ?string $body = null): string
{
    $http = ['ignore_errors' => true, 'header' => 'content-type: application/json'];
    return file_get_contents($url, false, stream_context_create(['http' => $http + ($body === null ? [] : ['method' => 'POST', 'content' => $body])]));
}
