import { failsWith } from '../support/planted'
import { doorFaults } from './door-faults'
import { slowLessonFaults } from './planted'
import { ruleFaults } from './rule-faults'

describe('the fault of each lesson is seen by its test', () => {
  it.each(slowLessonFaults.map((fault) => [`${fault.lesson}: ${fault.fault}`, fault] as const))(
    '%s',
    async (_, { test, name, project = 'node', also = [], ...fault }) => {
      expect(await failsWith([fault, ...also], { test, name, project })).toBe(true)
    },
    240_000,
  )
})

describe('the tests of the rules see every fault planted in a rule', () => {
  it.each(ruleFaults.map((fault) => [fault.fault, fault] as const))(
    '%s',
    async (_, { test, ...fault }) => {
      expect(await failsWith(fault, { test })).toBe(true)
    },
    120_000,
  )

  it('and there are at least 25 of them', () => {
    expect(ruleFaults.length).toBeGreaterThanOrEqual(25)
    expect(new Set(ruleFaults.map(({ fault }) => fault)).size).toBe(ruleFaults.length)
  })
})

describe('the tests of the doors see every fault planted behind them', () => {
  it.each(doorFaults.map((fault) => [fault.fault, fault] as const))(
    '%s',
    async (_, { test, name, ...fault }) => {
      expect(await failsWith(fault, { test, name })).toBe(true)
    },
    240_000,
  )
})
