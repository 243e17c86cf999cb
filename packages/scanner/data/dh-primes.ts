/**
 * Primes for Diffie-Hellman that thousands of servers share, by the SHA-256 of their bytes without leading zeroes. Whoever
 * spends the work on one of them once can read the traffic of all (weakdh.org); at 1024 bits a state can. Sources: the RFCs
 * named, and the source code of the servers named. Longer shared primes, such as those of RFC 7919, are sound and not listed.
 */
export const COMMON_PRIMES: ReadonlyMap<string, string> = new Map([
  ['b52ba6a3026520a6c49d37e4587601801bee500123b3259b6bf03e7cecc3e63d', 'Oakley group 1 (RFC 2409)'],
  ['3f35a3f5f6c4376a744acad409bb22f8d897f949d2311d885adaa890981b67a0', 'Oakley group 2 (RFC 2409)'],
  ['44c55cfee5c075927cf682da5b681bdecbd5c3eb0784c14f5dce7610f0ef133d', 'RFC 5114 section 2.1'],
  ['8ae47dca3d24e9b64640062686da234dcabada26b0da6f090c5449c1338d9a11', 'built into nginx before 1.11'],
  ['f79d1db3c955a28fdeca462670a0712efee4b588c7858e4943883f903bd1354b', 'built into Apache 2.2'],
  ['db01e702899166da28c9bc7896af62bcdf0c96d0fb341950ba80e68bd51a57ef', 'built into Apache 2.2'],
  ['3cdb020b9ef298b2f3f6cf5a872af527337bf7b9f654b2e70c49da16a4d24137', 'built into Apache 2.0'],
  ['f26e2403f3f07946654404909f0ff81d9354de17250411b4c04b89af73178425', 'built into OpenSSL’s s_server and many copies'],
  ['73b391ec8da33ee197aed17d7cfce1321b94e04c5b55b3c02c1c7198eb88715b', 'built into Java'],
  ['ee5483fe4b96caa10cb5b863ec409aab2762e6bf43af4a8a0a42817fef4dd7f3', 'built into Java'],
  ['cc21a33dd1a3edf40bf636b5496e4aede198a437a8548e0cc1a621424e42419b', 'built into Java'],
])
