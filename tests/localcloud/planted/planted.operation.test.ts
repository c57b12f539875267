import { topics } from '../parity/cases'
import { startLocal } from '../parity/local'
import { runCase } from '../parity/run'
import type { Case } from '../parity/sdk'
import type { Fault } from './fault'
import { faults } from './faults'
import { plant } from './plant'

// That the sources keep every promise is shown beside; here only that the bundle itself breaks none.
test('without a fault, the same bundle writes, locks and calls functions as promised', async () => {
  expect(await firstFailure(null)).toBeNull()
})

describe('the parity cases see every fault planted in the local cloud', () => {
  test.each(faults.map((fault) => [fault.name, fault] as const))('%s', async (_, fault) => {
    expect(await firstFailure(fault)).not.toBeNull()
  })

  test('and there are at least 24 of them, each under its own name', () => {
    expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length)
    expect(faults.length).toBeGreaterThanOrEqual(24)
  })
})

/** Runs the cases against a local cloud with the fault, if any, in it until one fails; its name, or null when all passed. */
async function firstFailure(fault: Fault | null): Promise<string | null> {
  const runner = await startLocal(await plant(fault), fault === null || fault.near === 'functions')
  try {
    for (const parity of casesNear(fault)) {
      const { outcome } = await runCase(runner, parity, fault ? 8_000 : 60_000)
      if (outcome === 'failed') return parity.name
    }
    return null
  } finally {
    await runner.close()
  }
}

function casesNear(fault: Fault | null): Case[] {
  if (!fault) return ['writing', 'locks', 'functions'].flatMap(casesOf)
  const first = casesOf(fault.near)
  const others = Object.values(topics).flat()
  return [...first, ...others.filter((parity) => !first.includes(parity))]
}

function casesOf(topic: string): Case[] {
  const cases = topics[topic]
  if (!cases) throw new Error(`there is no topic «${topic}»`)
  return cases
}
