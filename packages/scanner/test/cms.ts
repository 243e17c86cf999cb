import type { CmsEvidence, Evidence } from '../src/evidence.ts'
import { exchange, type PageOptions } from './evidence.ts'

type Kind = CmsEvidence['probes'][number]['kind']
export interface ProbeOptions extends Omit<PageOptions, 'url'> {
  kind: Kind
  path: string
}

/** What a CMS at `https://site.test/` answered; everything else is a page that says it is not there. */
export function cms(name: string, ...probes: readonly ProbeOptions[]): Pick<Evidence, 'cms_probes'> {
  return {
    cms_probes: {
      seen: [{ cms: name, base: 'https://site.test/', plugins: [], themes: [] }],
      soft_404: exchange({ url: 'https://site.test/none', status: 404, body: '<title>Not found</title>' }),
      probes: probes.map(({ kind, path, ...options }) => ({
        cms: name,
        kind,
        path,
        exchange: exchange({ ...options, url: new URL(path, 'https://site.test/').href }),
      })),
    },
  }
}
