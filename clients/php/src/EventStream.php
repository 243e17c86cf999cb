<?php

declare(strict_types=1);

namespace LastHash;

use LastHash\Exception\ApiConnectionException;
use LastHash\Http\Response;

/** The grammar of event streams (WHATWG HTML section 9.2.6), over pieces that end anywhere. */
final class EventStream
{
    private const LAST = '~^scan\.(completed|failed|canceled)$~';
    private const PAUSE = 1.0; // second before a stream that was cut is opened again, unless the stream says another

    private ?float $retry = null;
    private string $rest = '';
    private ?string $id = null;
    private string $event = '';
    /** @var list<string> */
    private array $data = [];

    private function __construct(private string $lastId)
    {
    }

    /**
     * Events until the last one. A stream that is cut is opened again after the last event that came.
     *
     * @return \Generator<int, ScanEvent>
     */
    public static function read(Transport $transport, Request $request): \Generator
    {
        $stream = new self($request->options->lastEventId ?? '');
        for ($cuts = 0; ; ) {
            $headers = $stream->lastId === '' ? [] : ['last-event-id' => $stream->lastId];
            $response = $transport->send($request->accepting('text/event-stream', $headers), stream: true);
            if ($response->status === 204) {
                return;
            }
            try {
                foreach ($response->chunks() as $chunk) {
                    foreach ($stream->parse($chunk) as $event) {
                        $cuts = 0;
                        yield $event;
                        if (preg_match(self::LAST, $event->event)) {
                            return;
                        }
                    }
                }
            } catch (ApiConnectionException) {
                // Opened again below.
            }
            if (++$cuts > $transport->maxRetries($request->options)) {
                throw new ApiConnectionException('The events of the scan were cut again and again.');
            }
            $stream->rest = '';
            $stream->clear();
            $transport->clock->sleep($stream->retry ?? self::PAUSE);
        }
    }

    /** @return list<ScanEvent> */
    private function parse(string $chunk): array
    {
        $found = [];
        // A CR at the end may be half of a CRLF.
        $lines = preg_split('~\r\n|\n|\r(?!$)~D', $this->rest . $chunk);
        $this->rest = array_pop($lines);
        foreach ($lines as $line) {
            if ($line !== '') {
                $this->field($line);
            } elseif ($this->data !== []) {
                $found[] = $this->finish();
            } else {
                $this->clear();
            }
        }
        return $found;
    }

    private function field(string $line): void
    {
        [$name, $value] = [...explode(':', $line, 2), ''];
        $value = str_starts_with($value, ' ') ? substr($value, 1) : $value;
        if ($name === 'data') {
            $this->data[] = $value;
        } elseif ($name === 'event') {
            $this->event = $value;
        } elseif ($name === 'id' && !str_contains($value, "\0")) {
            $this->id = $value;
        } elseif ($name === 'retry' && ctype_digit($value)) {
            $this->retry = (int) $value / 1000;
        }
    }

    private function finish(): ScanEvent
    {
        $event = new ScanEvent($this->id, $this->event ?: 'message', Response::decoded(implode("\n", $this->data)));
        if ($this->id !== null) {
            $this->lastId = $this->id;
        }
        $this->clear();
        return $event;
    }

    private function clear(): void
    {
        $this->id = null;
        $this->event = '';
        $this->data = [];
    }
}
