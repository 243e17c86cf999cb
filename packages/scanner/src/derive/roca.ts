/**
 * Primes by which the flawed generator of Infineon's chips leaves its mark (CVE-2017-15361): it made each prime as
 * k·M + (65537^a mod M), where M is the product of the first primes, so that the modulus, too, is a power of 65537 by each.
 */
const PRIMES = [
  3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109, 113,
  127, 131, 137, 139, 149, 151, 157, 163, 167,
]
const GENERATOR = 65_537
const POWERS = PRIMES.map((prime) => powersBy(prime))

function powersBy(prime: number): ReadonlySet<number> {
  const powers = new Set<number>()
  for (let power = 1; !powers.has(power); power = (power * GENERATOR) % prime) powers.add(power)
  return powers
}

/** Whether an RSA modulus carries the mark. By chance one in some hundred million does. */
export function hasRocaMark(modulus: bigint): boolean {
  return PRIMES.every((prime, index) => POWERS[index]!.has(Number(modulus % BigInt(prime))))
}
