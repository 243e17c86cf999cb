<?php

// For programs without Composer: require this file, and every class of LastHash is there.

declare(strict_types=1);

spl_autoload_register(static function (string $class): void {
    if (!str_starts_with($class, 'LastHash\\')) {
        return;
    }
    $file = __DIR__ . '/src/' . str_replace('\\', '/', substr($class, strlen('LastHash\\'))) . '.php';
    if (is_file($file)) {
        require $file;
    }
});
