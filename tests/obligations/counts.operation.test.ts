import { countObligations } from '../../cloudfunctions/_areas/obligations/count'
import { reviewObligations } from '../../cloudfunctions/_areas/obligations/review'
import { writeObligation } from '../../cloudfunctions/_areas/obligations/write-obligation'
import type { Effects } from '../../cloudfunctions/_runtime/effects'
import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import { obligationKinds, type Obligation } from '../../shared/obligations/obligation'
import { withDuty } from '../../shared/obligations/with-duty'
import { useShop, valueOf, wakeClock } from '../support/shop'
import { atTill } from '../support/till'

const shop = useShop('demo-tea', 'each')
const { cloud } = shop
const stores = ['S1', 'S2', null] as const
const promisedAt = '2026-06-01T04:00:00.000Z'
const dueAt = '2026-06-15T16:00:00.000Z'

/** Works with the real SDK at the environment's time. */
async function inCloud(work: (effects: Effects) => Promise<unknown>): Promise<void> {
  const { now } = await cloud.control('clock')
  await cloud.run(async () => void (await work({ ...wxEffects(), now: () => now })))
}

/** A promise of June as a command leaves it, each a member's of their own. */
function promised(n: number, month = promisedAt): Obligation {
  const kind = obligationKinds[n % obligationKinds.length]!
  const common = { name: { zh: '茶', en: 'Tea' }, times: 1, owner: 'till', dueAt, reviewAt: dueAt } as const
  const duty = {
    does: 'promise',
    what: `gift-${n}`,
    seq: 1,
    at: month,
    kind,
    storeId: stores[n % 3]!,
    ...common,
  } as const
  return withDuty(null, duty, { accountId: `account-${n}`, memberNo: String(n) })!
}

async function promise(from: number, to: number, month = promisedAt): Promise<void> {
  const all = Array.from({ length: to - from }, (_, n) => promised(from + n, month))
  await inCloud((effects) => Promise.all(all.map((one) => writeObligation(effects, null, one))))
}

/** Changes some of them as entries and notes do: by one of two employees, in a store of theirs. */
async function keepSome(each: number): Promise<void> {
  for (const one of await stored()) {
    const n = Number(one.memberNo)
    if (n % each !== 0 || one.state === 'kept') continue
    const by = n % 2 === 0 ? 'staff-a1' : 'staff-b2'
    const proof = { id: `entry-${n}-${one.version}`, at: '2026-06-02T04:00:00.000Z', staffId: by }
    const next = withDuty(
      one,
      { does: 'prove', what: one.what, seq: one.seq + 1, at: proof.at, proof, storeId: 'S2' },
      one,
    )
    await inCloud((effects) => writeObligation(effects, one, next!))
  }
}

const stored = async (): Promise<Obligation[]> =>
  (await cloud.dump('obligations')).map(({ document }: any) => document as Obligation)

const overview = async (input: object = {}) =>
  valueOf(await atTill(cloud, 'o-manager', 'obligations.overview', { month: '2026-06', ...input }))

/** The figures as a plain count of all that is written down gives them. */
async function plainCount({ storeId, staffId }: { storeId?: string; staffId?: string }) {
  const all = (await stored()).filter(
    (one) => one.month === '2026-06' && (!storeId || one.storeId === storeId) && (!staffId || one.staffId === staffId),
  )
  return obligationKinds.map((kind) => {
    const count = (state: string, late?: boolean) =>
      all.filter((one) => one.kind === kind && one.state === state && (late === undefined || one.late === late)).length
    const [kept, keptLate, late, open] = [count('kept', false), count('kept', true), count('late'), count('open')]
    return { kind, promised: kept + keptLate + late + open, kept, keptLate, late, open, dropped: count('dropped') }
  })
}

async function expectPlain(): Promise<void> {
  for (const place of [{}, { storeId: 'S1' }, { storeId: 'S2' }, { staffId: 'staff-a1' }])
    expect((await overview(place)).counts).toEqual(await plainCount(place))
}

describe('the figures of a month’s promises', () => {
  it('equal a plain count, of the shop, a store and an employee, after every change', async () => {
    await promise(0, 40)
    await promise(40, 45, '2026-05-31T04:00:00.000Z')
    await wakeClock(cloud)
    await expectPlain()
    await keepSome(3)
    await wakeClock(cloud)
    await expectPlain()
    await cloud.setClock('2026-06-16T04:00:00.000Z')
    await wakeClock(cloud)
    await keepSome(4)
    await wakeClock(cloud)
    await expectPlain()
    const { counts } = await overview()
    expect(counts.some(({ keptLate }: any) => keptLate > 0)).toBe(true)
    expect(counts.some(({ late }: any) => late > 0)).toBe(true)
    expect(counts.some(({ dropped }: any) => dropped > 0)).toBe(true)
    expect((await cloud.dump('promiseCounts')).map(({ document }: any) => document.taken)).toEqual([[], []])
  })

  it('count each promise once, wherever a tick was cut off', async () => {
    await wakeClock(cloud)
    for (let call = 1; call <= 14; call += 1) {
      await promise(call * 3, call * 3 + 3)
      await keepSome(5)
      await cloud.advance(60_000)
      await cloud.plant({ function: 'clock', kind: 'kill', after: call % 2 === 0, atCall: call })
      await wakeClock(cloud)
      await cloud.plant()
      await cloud.advance(2 * 60_000)
      await wakeClock(cloud)
      await expectPlain()
    }
    expect((await cloud.dump('promiseCounts')).map(({ document }: any) => document.taken)).toEqual([[]])
  })

  it('count each promise once, where two instances count at once and somebody keeps one meanwhile', async () => {
    await promise(0, 20)
    const now = '2026-06-02T05:00:00.000Z'
    const at = () => inCloud((effects) => countObligations(effects, { now, until: now }))
    await cloud.setClock(now)
    await Promise.all([at(), at(), keepSome(3), at()])
    await at()
    await at()
    await expectPlain()
  })

  it('cost as much to read with 10 and with 300 promises in the month, and as much to keep up', async () => {
    await promise(3_000, 3_001, '2026-05-31T04:00:00.000Z')
    await wakeClock(cloud)
    await overview()
    const spent = []
    for (const many of [10, 300]) {
      await promise(spent.length === 0 ? 0 : 10, many)
      await wakeClock(cloud)
      await cloud.control('statistics', undefined, 'DELETE')
      const { counts } = await overview()
      expect(counts.reduce((sum: number, one: any) => sum + one.promised, 0)).toBe(many + spent.length)
      const asked = await cloud.operation('staff', 'obligations.overview')
      await cloud.control('statistics', undefined, 'DELETE')
      await cloud.advance(60_000)
      await promise(1_000 + many, 1_001 + many, '2026-05-31T04:00:00.000Z')
      await wakeClock(cloud)
      const kept = await cloud.operation('clock', null)
      spent.push([asked.documentsRead.max, asked.databaseCalls.max, kept.documentsRead.max, kept.databaseCalls.max])
      // Not counted until the clock has come: it is the clock's counts that are read.
      await promise(2_000 + many, 2_001 + many)
      expect((await overview()).counts).toEqual(counts)
    }
    process.stdout.write(`\n10 and 300 promises: documents and calls to read, to keep up: ${JSON.stringify(spent)}\n`)
    expect(spent[1]).toEqual(spent[0])
  })
})

describe('what is overdue', () => {
  it('is shown of whatever month, what was due first foremost, by store, and says that there is more', async () => {
    await promise(0, 60, '2026-05-20T04:00:00.000Z')
    await cloud.setClock('2026-06-16T04:00:00.000Z')
    await inCloud((effects) => reviewObligations(effects, { now: effects.now(), until: effects.now() }))
    const { overdue, counts } = await overview()
    expect(counts.every(({ promised }: any) => promised === 0)).toBe(true)
    expect(overdue).toMatchObject({ more: true, rows: Array(20).fill({ state: 'late', late: true, dueAt }) })
    const late = (await stored()).filter((one) => one.state === 'late' && one.storeId === 'S1')
    const here = (await overview({ storeId: 'S1' })).overdue
    expect(here.more).toBe(false)
    expect(here.rows.map(({ obligationId }: any) => obligationId).sort()).toEqual(late.map(({ _id }) => _id).sort())
    expect((await overview({ list: { kind: 'gift', state: 'late' } })).overdue).toEqual({ rows: [], more: false })
    expect((await overview({ staffId: 'staff-a1' })).overdue).toEqual({ rows: [], more: false })
  })
})
