import { OTHER_OPERATIONS, statistics } from '../../../localcloud/control/statistics'
import { invocationRegistry } from '../../../localcloud/functions/invocations'

describe('the tally of operations', () => {
  it('does not grow with every name that a client invents, and loses no call', () => {
    const counts = statistics()
    const invocations = invocationRegistry()
    const run = (operation: string) => {
      const invocation = invocations.begin({ function: 'probe', operation, caller: { source: 'http' } })
      counts.started(invocation, 'warm')
      counts.ended(invocation, { ended: 'timed-out' })
    }
    for (let index = 0; index < 2_000; index += 1) run(`invented-${index}`)
    run('invented-0')
    const { invocations: total, operations } = counts.report()
    expect(operations).toHaveLength(501)
    expect(total).toBe(2_001)
    expect(operations.reduce((sum, { calls }) => sum + calls, 0)).toBe(2_001)
    expect(operations.find(({ operation }) => operation === 'invented-0')).toMatchObject({ calls: 2, failed: 2 })
    expect(operations.find(({ operation }) => operation === OTHER_OPERATIONS)).toMatchObject({
      calls: 1_500,
      failed: 1_500,
    })
  })
})
