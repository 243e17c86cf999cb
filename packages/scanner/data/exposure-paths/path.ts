import type { Technology } from '../../src/derive/technology-signs.ts'

/** One place that should not be served to strangers, and what it would give away. */
export interface ExposurePath {
  /** From the root of the website, beginning with a slash. */
  path: string
  reason: string
  /** Group, for the checks that judge the answers. */
  kind:
    | 'version_control'
    | 'environment'
    | 'backup'
    | 'configuration'
    | 'manifest'
    | 'credential'
    | 'debug'
    | 'log'
    | 'status'
    | 'actuator'
    | 'api_description'
    | 'console'
    | 'service'
    | 'panel'
    | 'shell'
  /** Asked only where the site shows signs of one of these, or may hide them. Default: always. */
  only?: readonly Technology[]
  /** Asked only once this other path has proved to be there: no use without it. */
  after?: string
}

type Bounds = Pick<ExposurePath, 'only' | 'after'>

/** Several places of one kind that would give away the same. */
export function places(
  kind: ExposurePath['kind'],
  reason: string,
  paths: readonly string[],
  bounds: Bounds = {},
): ExposurePath[] {
  return paths.map((path) => ({ kind, path, reason, ...bounds }))
}
