import { useShop, wakeClock } from '../support/shop'
import { mixedShop, outcomeOf, startedAt, stoppedAt, type Outcome } from './mixed-shop'
import { onceEach, oncePerNotice } from './once'

const shop = useShop('demo-tea', 'once')
const { cloud } = shop
const table: string[] = []
beforeAll(async () => {
  await mixedShop(shop)
  await cloud.control('snapshot', { name: 'stopped' })
}, 240_000)
beforeEach(async () => {
  await cloud.control('restore', { name: 'stopped' })
  await cloud.setClock(startedAt)
})
afterAll(() => {
  process.stdout.write(
    `\nthree days without a clock, then: entries, notices, messages that left\n${table.join('\n')}\n`,
  )
})

async function told(how: string): Promise<Outcome> {
  const outcome = await outcomeOf(cloud)
  const { entries, notices, messages } = outcome
  table.push(`${how.padEnd(36)} ${[entries, notices, messages].map((one) => JSON.stringify(one)).join('  ')}`)
  return outcome
}

async function minutes(count: number, wake: () => Promise<unknown> = () => wakeClock(cloud)): Promise<void> {
  for (let minute = 0; minute < count; minute += 1) {
    await cloud.advance(60_000)
    await wake()
  }
}

describe('a clock that stood still for three days', () => {
  it('brings everything to everybody when it goes on, each once, and nothing more when it goes on for longer', async () => {
    await minutes(6)
    expect(await told('woken each minute')).toEqual(onceEach)
    await minutes(4)
    expect(await outcomeOf(cloud)).toEqual(onceEach)
  })

  it('does nothing twice where each minute fires twice', async () => {
    await minutes(6, async () => {
      await wakeClock(cloud)
      await wakeClock(cloud)
    })
    expect(await told('each minute fired twice')).toEqual(onceEach)
  })

  it('does nothing twice where two instances are at it at once', async () => {
    await minutes(6, () => Promise.all([wakeClock(cloud), wakeClock(cloud)]))
    expect(await told('two instances at once')).toEqual(onceEach)
  })

  it('loses nothing where it is killed again and again, one database call later each time', async () => {
    let kills = 0
    for (let atCall = 1, struck = true; struck; atCall += 1) {
      await cloud.advance(120_000)
      await cloud.plant({ function: 'clock', atCall, kind: 'kill', after: atCall % 2 === 0 })
      await wakeClock(cloud)
      struck = (await cloud.control('faults')).length === 0
      await cloud.control('faults', undefined, 'DELETE')
      if (struck) kills += 1
    }
    await minutes(6)
    const outcome = await told(`killed ${kills} times`)
    expect(kills).toBeGreaterThan(20)
    expect(oncePerNotice(outcome)).toEqual(oncePerNotice(onceEach))
  }, 900_000)

  it('has stood still since then', () => {
    expect(Date.parse(startedAt) - Date.parse(stoppedAt)).toBe(3 * 86_400_000)
  })
})
