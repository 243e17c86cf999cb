<?php

declare(strict_types=1);

namespace LastHash;

use LastHash\Exception\LastHashException;

/**
 * A page of a list. To iterate over it goes on over all pages after it, and asks for no page more than is needed.
 *
 * @template T
 * @implements \IteratorAggregate<int, T>
 */
final class Page implements \IteratorAggregate
{
    public readonly bool $hasMore;

    /** @param list<T> $data the rows of this page */
    private function __construct(
        private readonly Transport $transport,
        private readonly string $items,
        private readonly Request $request,
        public readonly array $data,
        public readonly ?string $nextCursor,
    ) {
        $this->hasMore = $nextCursor !== null;
    }

    /** @internal */
    public static function first(Transport $transport, string $items, Request $request): self
    {
        $body = $transport->send($request)->json();
        $cursor = ($body->has_more ?? false) ? $body->next_cursor ?? null : null;
        return new self($transport, $items, $request, $body->$items ?? [], $cursor);
    }

    /**
     * The page after this one; null after the last.
     *
     * @return ?self<T>
     */
    public function nextPage(): ?self
    {
        if ($this->nextCursor === null) {
            return null;
        }
        $next = self::first($this->transport, $this->items, $this->request->after($this->nextCursor));
        if ($next->nextCursor === $this->nextCursor) {
            throw new LastHashException('The list does not go on: the cursor is the same.');
        }
        return $next;
    }

    /** @return \Generator<int, self<T>> */
    public function pages(): \Generator
    {
        for ($page = $this; $page; $page = $page->nextPage()) {
            yield $page;
        }
    }

    /** @return \Generator<int, T> */
    public function getIterator(): \Generator
    {
        $number = 0;
        foreach ($this->pages() as $page) {
            foreach ($page->data as $row) {
                yield $number++ => $row;
            }
        }
    }
}
