import { TAKEOVER_SERVICES, type TakeoverService } from '../../data/takeover-services.ts'

/** The services that `target`, the name which a CNAME points to, belongs to. */
export function servicesOf(target: string): readonly TakeoverService[] {
  const name = target.toLowerCase().replace(/\.$/, '')
  return TAKEOVER_SERVICES.filter(({ hosts }) => hosts.some((host) => belongs(name, host)))
}

function belongs(name: string, host: string): boolean {
  return host.startsWith('.') ? name.endsWith(host) : name === host
}
