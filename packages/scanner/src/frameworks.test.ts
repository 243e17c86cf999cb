import assert from 'node:assert/strict'
import { test } from 'node:test'
import { APART } from '../data/frameworks/index.ts'
import { UNSEEN } from '../data/frameworks/table.ts'
import { exampleFinding } from './catalogue.ts'
import { checks } from './checks/index.ts'
import { complianceOf, frameworkName, frameworks, speaksTo } from './frameworks.ts'

test('every check that a framework names exists', () => {
  for (const { id, requirements } of frameworks()) {
    for (const { number, patterns } of requirements) {
      for (const pattern of patterns) {
        const named = checks.filter((check) =>
          pattern.endsWith('*') ? check.id.startsWith(pattern.slice(0, -1)) : check.id === pattern,
        )
        assert.ok(named.length > 0, `${id} ${number} names ${pattern}, which is no check`)
      }
    }
  }
})

test('every requirement has a number of its own, a title, and checks or a reason why there is none', () => {
  for (const framework of frameworks()) {
    const numbers = framework.requirements.map(({ number }) => number)
    assert.equal(new Set(numbers).size, numbers.length, `${framework.id} has a number twice`)
    for (const requirement of framework.requirements) {
      const { number, title, unseen } = requirement
      assert.match(title, /\S/, `${framework.id} ${number}`)
      assert.ok(unseen === null || Object.values(UNSEEN).includes(unseen), `${framework.id} ${number}: unknown reason`)
      const spoken = checks.some((check) => speaksTo(check, framework, requirement))
      assert.ok(spoken || unseen !== null, `${framework.id} ${number}: neither a check nor a reason`)
    }
  }
})

test('every check speaks to a category of both Top 10 lists and to a requirement of another framework, or says why not', () => {
  for (const check of checks) {
    const { owasp_2021, owasp_2025, ...others } = complianceOf(check)
    if (Object.hasOwn(APART, check.id)) continue
    assert.ok(owasp_2021 && owasp_2025, `${check.id} is in no category of the OWASP Top 10`)
    assert.ok(Object.keys(others).length > 0, `${check.id} speaks to no requirement`)
  }
  for (const id of Object.keys(APART))
    assert.ok(
      checks.some((check) => check.id === id),
      `${id} is no check`,
    )
})

test('the frameworks are whole: as many requirements as their publishers count', () => {
  const counts = Object.fromEntries(frameworks().map(({ id, requirements }) => [id, requirements.length]))
  assert.deepEqual([counts.owasp_2025, counts.owasp_2021, counts.asvs_5, counts.iso_27001], [10, 10, 345, 93])
  const levels = frameworks()
    .find(({ id }) => id === 'asvs_5')!
    .requirements.map(({ level }) => level)
  assert.deepEqual(
    [1, 2, 3].map((level) => levels.filter((one) => one === level).length),
    [70, 183, 92],
  )
})

test('the payment page requirements of PCI DSS are answered by checks', () => {
  const pci = frameworks().find(({ id }) => id === 'pci_dss_4')!
  for (const number of ['6.4.3', '11.6.1', '4.2.1', '6.3.3']) {
    const requirement = pci.requirements.find((one) => one.number === number)!
    assert.ok(requirement.patterns.length > 0 && requirement.unseen === null, number)
  }
})

test('a finding tells the requirements that its check speaks to', () => {
  const hsts = checks.find(({ id }) => id === 'transport/hsts')!
  const { compliance } = exampleFinding(hsts, 'missing')
  assert.deepEqual(compliance.owasp_2025, ['A04:2025'])
  assert.deepEqual(compliance.asvs_5, ['3.4.1'])
  assert.ok(compliance.pci_dss_4!.includes('4.2.1'))
  assert.ok(compliance.hipaa!.includes('164.312(e)(2)(ii)'))
  compliance.asvs_5!.length = 0
  assert.deepEqual(exampleFinding(hsts, 'missing').compliance.asvs_5, ['3.4.1'], 'each finding has its own')
})

test('frameworks have names for people', () => {
  assert.equal(frameworkName('pci_dss_4'), 'PCI DSS 4.0.1')
  assert.equal(frameworkName('of_somebody_else'), 'of_somebody_else')
})
