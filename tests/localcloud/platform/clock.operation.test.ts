import { useCloud } from '../../support/cloud'

const file = 'tests/localcloud/platform/functions/probe.ts'
const minutely = { triggers: [{ name: 'every-minute', type: 'timer', config: '0 * * * * * *' }] }
const nightly = { triggers: [{ name: 'at-three', type: 'timer', config: '0 0 3 * * * *' }] }
const cloud = useCloud({
  timers: 'run',
  functions: { probe: { file }, clock: { file, config: minutely }, night: { file, config: nightly } },
})
beforeEach(() => cloud.reset({ keepProcesses: true }))

const time = async () => {
  const reply = await cloud.call('probe', { operation: 'time' })
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  return reply.value
}
const runs = async (name: string) =>
  (await cloud.statistics()).operations.find((one) => one.function === name)?.calls ?? 0

describe('the clock of the environment', () => {
  it('is the time that unmodified bundles live in, whichever way they ask', async () => {
    await cloud.setClock('2031-05-06T07:08:09.010Z')
    expect(await time()).toEqual({
      now: Date.parse('2031-05-06T07:08:09.010Z'),
      fresh: '2031-05-06T07:08:09.010Z',
      called: expect.stringContaining('May 06 2031'),
      parsed: '1970-01-01T00:00:00.000Z',
      same: true,
    })
  })

  it('moves for processes that are already warm', async () => {
    await time()
    await cloud.setClock('2031-01-01T00:00:00Z')
    await cloud.advance(86_400_000)
    expect((await time()).fresh).toBe('2031-01-02T00:00:00.000Z')
  })

  it('moves for an invocation that is under way', async () => {
    await cloud.setClock('2031-01-01T00:00:00Z')
    await time()
    const reply = cloud.call('probe', { operation: 'untilMoved' })
    while ((await cloud.statistics()).operations.every(({ operation }) => operation !== 'untilMoved'));
    await cloud.advance(5_000)
    expect(await reply).toEqual({ ok: true, value: 5_000 })
  })

  it('runs on from where it was set unless it is frozen', async () => {
    await cloud.control('clock', { set: '2031-01-01T00:00:00Z' })
    expect((await time()).now).toBeGreaterThanOrEqual(Date.parse('2031-01-01T00:00:00Z'))
    expect(await cloud.control('clock')).toMatchObject({ frozen: false })
  })

  it('outlives a restart', async () => {
    await cloud.setClock('2031-05-06T00:00:00Z')
    await cloud.restart()
    expect(await cloud.control('clock')).toEqual({ now: '2031-05-06T00:00:00.000Z', frozen: true })
  })

  it('refuses what is not an instant', async () => {
    await expect(cloud.control('clock', { set: 'tomorrow' })).rejects.toThrow('400')
    await expect(cloud.control('clock', { advanceMs: '5' })).rejects.toThrow('400')
  })
})

describe('timer triggers', () => {
  it('fire in Shanghai time when the clock reaches them, with the event and no identity', async () => {
    await cloud.setClock('2031-01-01T18:59:59Z')
    expect(await runs('night')).toBe(0)
    await cloud.advance(1_000)
    expect(await runs('night')).toBe(1)
  })

  it('fire once after a long jump, however often they were due', async () => {
    await cloud.setClock('2031-01-01T00:00:30Z')
    const before = await runs('clock')
    await cloud.advance(30 * 86_400_000)
    expect((await runs('clock')) - before).toBe(1)
  })

  it('do not fire while the clock stands still', async () => {
    await cloud.setClock('2031-01-01T00:00:30Z')
    const before = await runs('clock')
    await cloud.advance(0)
    expect(await runs('clock')).toBe(before)
  })

  it('can be run by hand and tell when they run next', async () => {
    await cloud.setClock('2031-01-01T00:00:30Z')
    const { outcomes } = await cloud.control('timers', { function: 'night' })
    expect(outcomes[0].result.value).toMatchObject({ Type: 'Timer', TriggerName: 'at-three' })
    expect(await cloud.control('timers')).toContainEqual(
      expect.objectContaining({ function: 'night', next: '2031-01-01T19:00:00.000Z' }),
    )
    await expect(cloud.control('timers', { function: 'probe' })).rejects.toThrow('400')
  })
})
