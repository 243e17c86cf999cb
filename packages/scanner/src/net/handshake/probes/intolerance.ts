import { EXTENSION, groupsOf, type Offer } from '../client-hello.ts'
import type { Dialer } from '../dialer.ts'
import type { Intolerance } from '../evidence.ts'
import { CODES } from '../versions.ts'
import { u16, vec8, vec16 } from '../wire.ts'

/** Reserved so that servers learn to pass over what they do not know (RFC 8701). */
const GREASE = { suite: 0x0a0a, extension: 0x1a1a, group: 0x2a2a, version: 0x3a3a }
const UNASSIGNED_EXTENSION = 0x7fa5
const FUTURE_VERSION = 0x0305 // what TLS 1.4 might have been; servers answer with the newest that they know
const LONG = 4_096 // bytes of padding; hellos with post-quantum shares are nearly as long

/**
 * Which hellos that every server has to take make this one fail, though the plain one, `offer`, was answered. A failure
 * counts only when it comes twice.
 */
export async function probeIntolerances(dialer: Dialer, offer: Offer): Promise<Intolerance[]> {
  if (offer.bare || offer.version === 'SSLv3') return []
  const variants = variantsOf(offer)
  const failed = await Promise.all(
    variants.map(async ([, hello]) => !(await passes(dialer, hello)) && !(await passes(dialer, hello))),
  )
  return variants.flatMap(([name], index) => (failed[index] ? [name] : []))
}

function variantsOf(offer: Offer): [Intolerance, Offer][] {
  const { suites, version } = offer
  const groups = offer.groups ?? groupsOf(version)
  return [
    ...(version === 'TLSv1.3'
      ? []
      : [['version', { ...offer, legacy_version: FUTURE_VERSION }] as [Intolerance, Offer]]),
    ['extension', { ...offer, extensions: new Map([[UNASSIGNED_EXTENSION, Buffer.alloc(0)]]) }],
    ['length', { ...offer, extensions: new Map([[EXTENSION.padding, Buffer.alloc(LONG)]]) }],
    [
      'grease',
      {
        ...offer,
        suites: [GREASE.suite, ...suites],
        extensions: new Map([
          [GREASE.extension, Buffer.alloc(0)],
          ...(version === 'TLSv1.3'
            ? ([[EXTENSION.supported_versions, vec8(u16(GREASE.version, CODES[version]))]] as const)
            : []),
        ]),
      },
    ],
    [
      'groups',
      { ...offer, extensions: new Map([[EXTENSION.supported_groups, vec16(u16(GREASE.group, 0x7fff, ...groups))]]) },
    ],
  ]
}

async function passes(dialer: Dialer, offer: Offer): Promise<boolean> {
  const { hello } = await dialer.greet(offer)
  return hello !== null
}
