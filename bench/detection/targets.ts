import { startBadApache, startGoodApache } from '../../test/targets/apache.ts'
import { type ServerTarget, startBadNginx, startGoodNginx } from '../../test/targets/nginx.ts'

export type Target = ServerTarget

export const TARGETS: readonly { name: string; start(): Promise<Target> }[] = [
  { name: 'nginx, badly configured', start: startBadNginx },
  { name: 'nginx, well configured', start: startGoodNginx },
  { name: 'Apache, badly configured', start: startBadApache },
  { name: 'Apache, well configured', start: startGoodApache },
]
