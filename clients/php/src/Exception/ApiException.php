<?php

declare(strict_types=1);

namespace LastHash\Exception;

use LastHash\Http\Response;

/** The service answered, and the answer is an error. Which class it is goes by the status, `$errorCode` says what happened. */
class ApiException extends LastHashException
{
    private const BY_STATUS = [
        400 => BadRequestException::class,
        401 => AuthenticationException::class,
        403 => PermissionDeniedException::class,
        404 => NotFoundException::class,
        409 => ConflictException::class,
        410 => GoneException::class,
        412 => PreconditionFailedException::class,
        422 => UnprocessableEntityException::class,
        429 => RateLimitException::class,
    ];

    public readonly int $status;

    /** From the catalogue of errors (`Types::ERROR_CODES`); null when something in front of the service answered. */
    public readonly ?string $errorCode;

    /** To name when asking for help. */
    public readonly ?string $requestId;

    /** Whether the very same request may succeed later. */
    public readonly bool $retryable;

    /** @var list<object> what failed to validate, and where: `pointer`, `parameter` or `header`, and `detail` */
    public readonly array $errors;

    /** The whole answer: an RFC 9457 problem with members of its own, or text from something in front of the service. */
    public readonly mixed $body;

    /** @var array<string, string> */
    public readonly array $headers;

    /** Seconds, from `Retry-After`. */
    public readonly ?float $retryAfter;

    final public function __construct(Response $response)
    {
        $text = $response->text();
        $this->body = json_decode($text) ?? $text;
        $problem = is_object($this->body) && (isset($this->body->code) || isset($this->body->detail)) ? $this->body : null;
        $this->status = $response->status;
        $this->errorCode = $problem->code ?? null;
        $this->requestId = $problem->request_id ?? $response->header('request-id');
        $this->retryable = $problem->retryable ?? false;
        $this->errors = $problem->errors ?? [];
        $this->headers = $response->headers;
        $this->retryAfter = self::seconds($response->header('retry-after'));
        $where = implode('; ', array_map(self::place(...), $this->errors));
        $said = $problem ? ($problem->detail ?? $problem->title ?? '') . ($where === '' ? '' : " ($where)") : 'The answer says no more.';
        parent::__construct($this->status . ($this->errorCode === null ? '' : " $this->errorCode") . ": $said", $this->status);
    }

    /** The exception for an answer, by its status. */
    public static function of(Response $response): self
    {
        $class = self::BY_STATUS[$response->status] ?? ($response->status >= 500 ? ServerException::class : self::class);
        return new $class($response);
    }

    private static function place(object $error): string
    {
        $place = $error->pointer ?? $error->parameter ?? $error->header ?? null;
        return $place === null ? $error->detail : "$place: $error->detail";
    }

    /** Seconds from `Retry-After`: a number, or the date until which to wait. */
    private static function seconds(?string $header): ?float
    {
        $text = trim($header ?? '');
        if (preg_match('~^\d+(\.\d+)?$~D', $text)) {
            return (float) $text;
        }
        $date = preg_match('~^[A-Z][a-z]{2}, ~', $text) ? strtotime($text) : false;
        return $date === false ? null : (float) max(0, $date - time());
    }
}
