import assert from 'node:assert/strict'
import { checkPrimeSync, generateKeyPairSync, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { hasRocaMark } from './roca.ts'

/** The product of the first 39 primes, as the chips used it for keys of 512 bits. */
const M = [
  2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109,
  113, 127, 131, 137, 139, 149, 151, 157, 163, 167,
].reduce((product, prime) => product * BigInt(prime), 1n)

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  for (let [b, e] = [base % modulus, exponent]; e > 0n; b = (b * b) % modulus, e >>= 1n) {
    if (e & 1n) result = (result * b) % modulus
  }
  return result
}

/** A prime as the flawed chips made them. */
function flawedPrime(): bigint {
  for (;;) {
    const k = BigInt(`0x${randomBytes(5).toString('hex')}`)
    const candidate = k * M + power(65_537n, BigInt(`0x${randomBytes(8).toString('hex')}`), M)
    if (checkPrimeSync(candidate)) return candidate
  }
}

test('keys made as the flawed chips made them carry the mark', () => {
  for (let n = 0; n < 5; n++) assert.equal(hasRocaMark(flawedPrime() * flawedPrime()), true)
})

test('keys of OpenSSL do not', () => {
  for (let n = 0; n < 20; n++) {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 512 })
    const modulus = BigInt(`0x${Buffer.from(publicKey.export({ format: 'jwk' }).n!, 'base64url').toString('hex')}`)
    assert.equal(hasRocaMark(modulus), false)
  }
})
