import { openEngine } from '../../../localcloud/engine/open'
import { topics } from './cases'
import { connect } from './connect'
import { host, type Host } from './host'
import { runCase, type Runner } from './run'

let cloud: Host
let runner: Runner

beforeAll(async () => {
  cloud = await host(openEngine)
  const sdk = await connect({ url: cloud.url }, cloud.clock)
  runner = { sdk, offers: ['clock'], empty: async () => cloud.engine.reset() }
})
afterAll(() => cloud.close())

describe.each(Object.entries(topics))('the database keeps the platform’s promises: %s', (_, cases) => {
  test.each(cases.map((parity) => [parity.name, parity] as const))('%s', async (_name, parity) => {
    const verdict = await runCase(runner, parity)
    if (verdict.outcome === 'failed') throw verdict.why
    expect(verdict).toEqual({ outcome: 'passed' })
  })
})
