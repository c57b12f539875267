import type { Fault } from '../../localcloud/control/faults'
import { auditAll, memberOf, order, record, refundOf, requestId, useShop, wakeClock } from '../support/shop'
import { commandsOf, type Command } from './commands'

/**
 * A function that ends at any of its database calls, before or after the database has done it, or that never hears the
 * answer: afterwards the books are whole, and what was asked has happened once if it was asked again, else at most once.
 */
const shop = useShop('demo-tea', 'once')
const kinds: { [kind: string]: Omit<Fault, 'atCall'> } = {
  'killed before': { kind: 'kill' },
  'killed after': { kind: 'kill', after: true },
  'answer lost': { kind: 'commit-then-drop' },
}
/** A killed process takes a second to come back: the usual run plays it for one command, the long one for all. */
const full = Boolean(process.env['CHANGLAI_FULL'])
const playedFor = (name: string) =>
  Object.keys(kinds).filter(
    (kind) => full || kind === 'answer lost' || (kind === 'killed after' && name === 'an order that burns points'),
  )
const table: string[] = []
afterAll(
  () =>
    void process.stdout.write(
      `\ncommand × database call → effect when sent once / when sent again\n${table.join('\n')}\n`,
    ),
)

describe.each(Object.keys(commandsOf(shop)))('%s', (name) => {
  it.each(playedFor(name))(
    'leaves whole books and happens once when %s at any of its database calls',
    async (kind) => {
      const command = commandsOf(shop)[name]!
      const outcomes: { call: number; once: string; again: string }[] = []
      for (let call = 1; ; call += 1) {
        const [once, again] = [`once-${requestId()}`, `again-${requestId()}`]
        const struck = await strike(command, once, { ...kinds[kind]!, atCall: call })
        const struckToo = await strike(command, again, { ...kinds[kind]!, atCall: call })
        await command.send(again)
        if (!struck && !struckToo) break
        outcomes.push({ call, once, again })
      }
      await settle()
      expect(await auditAll(shop.cloud)).toMatchObject({ faults: [] })
      const effects = await Promise.all(
        outcomes.map(async ({ call, once, again }) => ({
          call,
          once: await command.effect(once),
          again: await command.effect(again),
        })),
      )
      table.push(`${name}, ${kind}: ${effects.map(({ call, once, again }) => `${call}→${once}/${again}`).join('  ')}`)
      expect(effects.length).toBeGreaterThanOrEqual(command.callsAtLeast)
      expect(effects.map(({ again }) => again)).toEqual(effects.map(() => 1))
      expect(effects.every(({ once }) => once === 0 || once === 1)).toBe(true)
    },
    240_000,
  )
})

it('a refund that met a crash is known by its number for ever', async () => {
  await record(shop.cloud, shop.till, [order({ orderId: 'crash-a', customer: 'crash-1' })])
  await shop.cloud.drain()
  await shop.cloud.plant({ function: 'pos', kind: 'kill', after: true, atCall: 5 })
  const asked = refundOf('crash-a', 10_000, 'crash-r')
  await record(shop.cloud, shop.till, [asked]).catch(() => undefined)
  await settle()
  await record(shop.cloud, shop.till, [asked])
  expect(await memberOf(shop.cloud, 'crash-1')).toMatchObject({ points: 0, orders: 0, spendFen: 0 })
})

/** Sends a command into a planted fault; whether it was struck. */
async function strike(command: Command, who: string, fault: Fault): Promise<boolean> {
  await command.prepare(who)
  await shop.cloud.drain()
  await shop.cloud.plant({ ...fault, function: command.function, operation: command.operation })
  await command.send(who)
  await shop.cloud.drain()
  const left = await shop.cloud.control('faults')
  await shop.cloud.control('faults', undefined, 'DELETE')
  return left.length === 0
}

async function settle(): Promise<void> {
  await shop.cloud.drain()
  for (let minutes = 0; minutes < 3; minutes += 1) {
    await shop.cloud.advance(60_000)
    await wakeClock(shop.cloud)
  }
}
