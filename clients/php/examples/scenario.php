<?php

// The scenario that all clients play against a running server, and print the same of: ../../conformance/scenario.md.
// LASTHASH_BASE_URL and LASTHASH_API_KEY (a test key of an organisation that has nothing yet) say where.

declare(strict_types=1);

use LastHash\Client;
use LastHash\Exception\ApiException;
use LastHash\Exception\ConflictException;
use LastHash\Exception\NotFoundException;
use LastHash\Exception\ScanFailedException;
use LastHash\Exception\WebhookVerificationException;
use LastHash\ScanEvent;
use LastHash\Webhooks;

require getenv('LASTHASH_AUTOLOAD') ?: __DIR__ . '/../autoload.php';

$client = new Client();

function say(string|int|bool|null ...$words): void
{
    echo implode(' ', array_map(fn ($word) => is_bool($word) ? ($word ? 'true' : 'false') : $word, $words)), "\n";
}

/** What the other languages call it: they have errors where PHP has exceptions. */
function name(Exception $exception): string
{
    return str_replace('Exception', 'Error', (new ReflectionClass($exception))->getShortName());
}

say('# A scan');
$scan = $client->scans->createAndWait(['url' => 'https://vulnerable.lasthash.test', 'scan_type' => 'full']);
$counts = $scan->vulnerabilities;
say($scan->status, $scan->security_score, $scan->grade, "$counts->critical/$counts->high/$counts->medium/$counts->low");

say('# Its vulnerabilities, four at a time');
say(iterator_count($client->scans->vulnerabilities($scan->id, ['limit' => 4])->getIterator()));
$titles = [];
foreach ($client->vulnerabilities->list(['severity' => 'high']) as $found) {
    $titles[] = $found->title;
}
sort($titles);
array_map(say(...), $titles);

say('# A scan as it runs');
$events = [];
$clean = $client->scans->createAndWait(
    ['url' => 'https://clean.lasthash.test', 'scan_type' => 'quick'],
    ['on_progress' => function (ScanEvent $event) use (&$events): void {
        $events[] = $event->event;
    }],
);
say($clean->security_score, in_array('scan.completed', $events, true));

say('# A target that is down');
try {
    $client->scans->createAndWait(['url' => 'https://down.lasthash.test']);
} catch (ScanFailedException $failure) {
    say($failure->errorCode, $failure->scan->status);
}

say('# Websites');
$shop = $client->websites->create(['url' => 'https://slow.lasthash.test', 'name' => 'Größe', 'tags' => ['a & b']]);
say($shop->name, $shop->url);
try {
    $client->websites->create(['url' => 'https://slow.lasthash.test']);
} catch (ConflictException $conflict) {
    $isKnown = $conflict->body->website_id === $shop->id;
    say($conflict->status, $conflict->errorCode, $isKnown, str_starts_with($conflict->requestId ?? '', 'req_'));
}
$client->websites->get($shop->id, ['on_response' => function ($response) use (&$tag): void {
    $tag = $response->header('etag');
}]);
say($client->websites->update($shop->id, ['name' => 'Shop'], ['if_match' => $tag])->name);
try {
    $client->websites->update($shop->id, ['name' => 'Again'], ['if_match' => $tag]);
} catch (ApiException $refusal) {
    say(name($refusal), $refusal->errorCode);
}
foreach ($client->websites->list(['tag' => 'a & b']) as $website) {
    say($website->url);
}
$client->websites->delete($shop->id);
try {
    $client->websites->get($shop->id);
} catch (NotFoundException $missing) {
    say($missing->status, $missing->errorCode);
}

say('# Once, whatever is repeated');
$once = ['idempotency_key' => "scenario-$scan->id"];
$first = $client->scans->create(['url' => 'https://clean.lasthash.test'], $once);
$again = $client->scans->create(['url' => 'https://clean.lasthash.test'], $once);
say($first->id === $again->id);

say('# What is refused');
$stranger = $client->with(apiKey: 'lh_live_not_a_key');
$calls = [
    fn () => $client->scans->create(['url' => 'https://clean.lasthash.test', 'scan_type' => 'thorough']),
    fn () => $client->scans->vulnerabilities($scan->id, ['limit' => 1000]),
    fn () => $stranger->usage->get(),
];
foreach ($calls as $call) {
    try {
        $call();
    } catch (ApiException $refusal) {
        $places = array_map(fn ($error) => $error->pointer ?? $error->parameter ?? '', $refusal->errors);
        say(name($refusal), $refusal->errorCode, implode(',', $places) ?: '-');
    }
}

say('# A report');
say(strtolower(substr($client->scans->report($scan->id, ['format' => 'html']), 0, 15)));
$document = $client->scans->report($scan->id, ['format' => 'json']);
say($document->scan->id === $scan->id, count($document->vulnerabilities));

say('# A webhook');
$webhook = $client->webhooks->create(['url' => 'https://example.com/hook', 'events' => ['scan.completed']]);
say(str_starts_with($webhook->secret, 'whsec_'));
$client->webhooks->delete($webhook->id);
$body = '{"id":"evt_1","type":"scan.completed","created_at":"2026-01-15T00:00:00Z","data":{"security_score":85}}';
$headers = [
    'webhook-id' => 'evt_1',
    'webhook-timestamp' => '1768435200',
    'webhook-signature' => 'v1,Vp5tIBEXDpYbJR74fkTv+5rhA23kEdI3+Y//G3FN4HM=',
];
$event = Webhooks::unwrap($body, $headers, 'your_webhook_secret', now: 1768435200);
say($event->type, $event->data->security_score);
try {
    Webhooks::unwrap($body, $headers, 'your_webhook_secret');
} catch (WebhookVerificationException $refused) {
    say(name($refused));
}
