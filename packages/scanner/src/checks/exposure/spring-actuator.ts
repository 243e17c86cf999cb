import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const LINKS = /^\s*\{\s*"_links"\s*:\s*\{/
/** Doors that tell more than health and info do. */
const INNER =
  /"(?:beans|conditions|configprops|env|loggers|logfile|mappings|metrics|threaddump|httptrace|httpexchanges|sessions|shutdown|scheduledtasks|caches|flyway|liquibase|jolokia|gateway)"\s*:\s*\{\s*"href"/

const PROOFS: readonly Proof<'environment' | 'heapdump' | 'requests' | 'structure' | 'health'>[] = [
  {
    outcome: 'environment',
    paths: /\/actuator\/env$/,
    proof: [/^\s*\{[\s\S]{0,500}?"propertySources"\s*:\s*\[/, /"activeProfiles"\s*:/],
  },
  {
    outcome: 'environment',
    paths: /^\/(?:env|manage(?:ment)?\/env)$/,
    proof: [/^\s*\{[\s\S]{0,200}?"profiles"\s*:\s*\[/, /"system(?:Properties|Environment)"\s*:\s*\{/],
  },
  {
    outcome: 'requests',
    paths: /\/actuator\/http(?:trace|exchanges)$/,
    proof: /^\s*\{\s*"(?:traces|exchanges)"\s*:\s*\[\s*\{/,
  },
  { outcome: 'heapdump', paths: /\/actuator$/, proof: [/"heapdump"\s*:\s*\{\s*"href"/, LINKS] },
  { outcome: 'structure', paths: /\/actuator$/, proof: [INNER, LINKS] },
  {
    outcome: 'structure',
    paths: /\/actuator\/(?:configprops|mappings|beans)$/,
    proof: /^\s*\{\s*"contexts"\s*:\s*\{[\s\S]{0,400}?"(?:beans|mappings)"\s*:/,
  },
  {
    outcome: 'structure',
    paths: /\/actuator\/loggers$/,
    proof: [/^\s*\{\s*"levels"\s*:\s*\[/, /"loggers"\s*:\s*\{/],
  },
  {
    outcome: 'structure',
    paths: /\/actuator\/threaddump$/,
    proof: [/^\s*\{\s*"threads"\s*:\s*\[/, /"threadName"\s*:/],
  },
  {
    outcome: 'structure',
    paths: /\/actuator\/gateway\/routes$/,
    proof: /^\s*\[\s*\{[\s\S]{0,400}?"route_(?:id|definition)"\s*:/,
  },
  {
    outcome: 'requests',
    paths: /\/actuator\/logfile$/,
    proof: /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}[^\n]{0,40}(?:INFO|DEBUG|WARN|ERROR) /m,
  },
  {
    outcome: 'environment',
    paths: /\/jolokia\/list$/,
    proof: [/^\s*\{\s*"request"\s*:\s*\{\s*"type"\s*:\s*"list"/, /"java\.lang"\s*:/],
  },
  {
    outcome: 'health',
    paths: /\/actuator\/health$/,
    proof: /^\s*\{[\s\S]{0,200}?"(?:components|details)"\s*:\s*\{\s*"/,
  },
]

export default defineCheck({
  id: 'exposure/spring-actuator',
  question: 'Are the inner doors of Spring closed?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 497,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: [
    'https://cwe.mitre.org/data/definitions/497.html',
    'https://docs.spring.io/spring-boot/reference/actuator/endpoints.html',
  ],
  outcomes: {
    environment: {
      severity: 'high',
      cvss: vectors.data,
      title: 'The environment of the Spring application can be read',
      why: 'It lists all settings and environment variables, with secrets wherever masking misses them.',
      fix: 'Expose health only: management.endpoints.web.exposure.include=health.',
    },
    heapdump: {
      severity: 'high',
      cvss: vectors.credentials,
      title: 'The memory of the Spring application can be downloaded',
      why: 'The actuator offers a dump of the memory, which holds passwords, keys and sessions in plain text. We did not fetch it.',
      fix: 'Expose health only: management.endpoints.web.exposure.include=health.',
    },
    requests: {
      severity: 'high',
      cvss: vectors.data,
      title: 'Requests of other visitors can be read',
      why: 'The actuator shows the last requests with their cookies and tokens, with which an attacker takes over sessions.',
      fix: 'Expose health only: management.endpoints.web.exposure.include=health.',
    },
    structure: {
      severity: 'low',
      cvss: vectors.details,
      title: 'The inner structure of the Spring application can be read',
      why: 'The actuator shows routes, beans or the list of its own doors, which makes an attack quicker.',
      fix: 'Expose health only: management.endpoints.web.exposure.include=health.',
    },
    health: {
      severity: 'info',
      title: 'The health page of the Spring application shows details',
      why: 'It names databases, queues and disks.',
      fix: 'Set management.endpoint.health.show-details=when-authorized.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
