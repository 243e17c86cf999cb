import { OPEN_SERVICES, type OpenService } from '../../../data/open-services.ts'
import { defineCheck, type Fail, fail, verdictOf } from '../../check.ts'
import { type FoundFile, placeOf } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'exposure/open-service',
  question: 'Do inner services ask for a log-in?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 306,
  owasp_2021: ['A07:2021', 'A05:2021'],
  owasp_2025: ['A07:2025', 'A02:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/306.html'],
  distinct: ['parameter'],
  outcomes: {
    control: {
      severity: 'critical',
      cvss: vectors.control,
      title: 'A service that runs programs is open',
      why: 'No log-in is asked for. Whoever reaches such a service has it run programs or change machines, and so owns what it runs on.',
      fix: 'Take the service away from the internet at once, switch its log-in on, and look for traces of others.',
    },
    data: {
      severity: 'critical',
      cvss: vectors.data,
      title: 'A store of data is open',
      why: 'No log-in is asked for: anyone reads the data in it, and most such services let them change and delete it as well.',
      fix: 'Take the service away from the internet at once, switch its log-in on, and treat the data as copied.',
    },
    inside: {
      severity: 'medium',
      cvss: vectors.details,
      title: 'A service for administrators is open',
      why: 'No log-in is asked for: anyone reads figures, names and settings of what runs inside, which makes an attack quicker.',
      fix: 'Serve it on an inner address, or ask for a log-in.',
    },
  },
  run({ found_files }) {
    const seen = new Map<string, Fail<OpenService['reach']>>()
    for (const file of found_files) {
      for (const service of OPEN_SERVICES) {
        if (!seen.has(service.id) && isOpen(service, file)) seen.set(service.id, found(service, file))
      }
    }
    return verdictOf([...seen.values()])
  },
})

function isOpen({ paths, form, proof }: OpenService, { path, is_html, exchange, control }: FoundFile): boolean {
  if (!paths.includes(path) || (form === 'html') !== is_html) return false
  const shows = (text: string) => proof.every((pattern) => pattern.test(text))
  return shows(exchange.response.body) && !(control && shows(control.response.body))
}

function found({ id, name, reach }: OpenService, file: FoundFile): Fail<OpenService['reach']> {
  return fail(reach, placeOf(file, id), name)
}
