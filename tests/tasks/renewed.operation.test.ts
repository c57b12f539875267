import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import { all, begun, clockAt, head, useCentre } from '../support/family-journey'
import { valueOf, wakeClock } from '../support/shop'

const centre = useCentre()
const { cloud } = centre.shop
const inProcess = (work: (store: ReturnType<typeof wxEffects>['store']) => Promise<unknown>) =>
  cloud.run(async () => void (await work(wxEffects().store)))

describe('journeys that stand by an earlier version of the programme', () => {
  it('are looked at anew, all of them, also behind a page of those that cannot be brought on', async () => {
    const one = await begun(centre)
    await clockAt(centre, '2026-09-01T02:10:00.000Z')
    const [before] = await all(centre, 'journeys')
    const broken = Array.from({ length: 45 }, (_, n) => {
      return { ...before, _id: `journey:broken-${n}:new-family:1`, steps: null, dueAt: null, under: -1 }
    })
    await inProcess(async (store) => {
      await store.insert('journeys', broken)
      await store.change('journeys', { _id: one.runId }, { set: { under: 0 } })
      await store.change('jobs', { _id: 'journeys' }, { set: { programmeVersion: 0 } })
    })
    await wakeClock(cloud)
    expect((await all(centre, 'journeys')).find(({ _id }) => _id === one.runId).under).toBe(1)
    const board = valueOf(await cloud.call('clock', { operation: 'clock.jobs', input: {} }, head))
    expect(board.jobs.find(({ name }: any) => name === 'journeys')).toMatchObject({
      state: 'failing',
      last: { due: 46, done: 1, failed: 45, left: false },
    })
  })
})
