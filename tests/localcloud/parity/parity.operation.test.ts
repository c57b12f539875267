import { startLocalCloud } from '../../../localcloud/start'
import { topics } from './cases'
import { startLocal, type LocalRunner } from './local'
import { runCase } from './run'

let runner: LocalRunner

beforeAll(async () => {
  runner = await startLocal(startLocalCloud)
})
afterAll(() => runner.close())

describe.each(Object.entries(topics))('the local cloud keeps the platform’s promises: %s', (_, cases) => {
  test.each(cases.map((parity) => [parity.name, parity] as const))('%s', async (_name, parity) => {
    const verdict = await runCase(runner, parity)
    if (verdict.outcome === 'failed') throw verdict.why
    expect(verdict).toEqual({ outcome: 'passed' })
  })
})
