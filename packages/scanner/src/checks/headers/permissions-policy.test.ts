import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './permissions-policy.ts'

const sends = (...values: string[]) => ({ page: page({ headers: { 'Permissions-Policy': values } }) })

testCheck(check, {
  fires: [
    { name: 'nothing sent', evidence: { page: page() }, outcome: 'missing' },
    {
      name: 'only the old name',
      evidence: { page: page({ headers: { 'Feature-Policy': "camera 'none'" } }) },
      outcome: 'legacy',
      seen: "camera 'none'",
    },
    {
      name: 'the old grammar under the new name',
      evidence: sends("camera 'none'; microphone 'none'"),
      outcome: 'invalid',
      seen: "camera 'none'; microphone 'none'",
    },
    { name: 'semicolons for commas', evidence: sends('camera=(); microphone=()'), outcome: 'invalid' },
    { name: 'quoted self', evidence: sends("geolocation=('self')"), outcome: 'invalid' },
    { name: 'a comma at the end', evidence: sends('fullscreen=(self),'), outcome: 'invalid' },
    { name: 'a broken second field spoils the first', evidence: sends('camera=()', 'USB=()'), outcome: 'invalid' },
  ],
  silent: [
    { name: 'the usual three', evidence: sends('camera=(), geolocation=(), microphone=()'), verdict: 'pass' },
    { name: 'self, origins and star', evidence: sends('fullscreen=(self "https://a.test"), usb=*'), verdict: 'pass' },
    { name: 'the topics opt-out', evidence: sends('interest-cohort=(), browsing-topics=()'), verdict: 'pass' },
    { name: 'with a report group', evidence: sends('camera=();report-to="main"'), verdict: 'pass' },
    { name: 'two fields', evidence: sends('camera=()', 'usb=()'), verdict: 'pass' },
    {
      name: 'both names',
      evidence: { page: page({ headers: { 'Feature-Policy': "camera 'none'", 'Permissions-Policy': 'camera=()' } }) },
      verdict: 'pass',
    },
    { name: 'JSON', evidence: { page: page({ headers: { 'Content-Type': 'application/json' } }) }, verdict: 'skip' },
  ],
})
