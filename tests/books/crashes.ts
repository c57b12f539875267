import type { Fault } from '../../localcloud/control/faults'
import { auditAll, requestId, useShop, wakeClock, type Shop } from '../support/shop'
import { commandsOf, type Command } from './commands'

const kinds: { [kind: string]: Omit<Fault, 'atCall'> } = {
  'killed before': { kind: 'kill' },
  'killed after': { kind: 'kill', after: true },
  'answer lost': { kind: 'commit-then-drop' },
}

/** Commands of an area, what the shop has to have for them, what else has to agree, and for how long the clock is woken. */
export type Own = {
  commands?: (shop: Shop) => { [name: string]: Command }
  prepare?: (shop: Shop) => Promise<void>
  after?: (shop: Shop) => Promise<void>
  minutes?: number
}

/**
 * A function that ends at any of its database calls, before or after the database has done it, or that never hears the
 * answer: afterwards the books are whole, and what was asked has happened once if it was asked again, else at most once.
 */
export function crashesAreHarmless(plays: (keyof typeof kinds)[], names?: string[], own: Own = {}): void {
  const shop = useShop('demo-tea', 'once')
  const { commands = commandsOf, prepare, after, minutes = 3 } = own
  if (prepare) beforeAll(() => prepare(shop), 240_000)
  const table: string[] = []
  afterAll(() => {
    const head = 'command, crash: at database call → how often it happened when sent once / when sent again'
    process.stdout.write(`\n${head}\n${table.join('\n')}\n`)
  })
  describe.each(names ?? Object.keys(commands(shop)))('%s', (name) => {
    it.each(plays)(
      'leaves whole books and happens once when %s at any of its database calls',
      async (kind) => {
        const command = commands(shop)[name]!
        const people = await strikeAll(shop, command, kinds[kind]!)
        await settle(shop, minutes)
        await after?.(shop)
        expect(await auditAll(shop.cloud)).toMatchObject({ faults: [] })
        const effects = await Promise.all(
          people.map(async ({ once, again }) => [await command.effect(once), await command.effect(again)] as const),
        )
        table.push(`${name}, ${kind}: ${effects.map(([once, again], n) => `${n + 1} → ${once}/${again}`).join('  ')}`)
        expect(effects.length).toBeGreaterThanOrEqual(command.callsAtLeast)
        expect(effects.map(([, again]) => again)).toEqual(effects.map(() => 1))
        expect(effects.every(([once]) => once === 0 || once === 1)).toBe(true)
      },
      // Each killed process comes back in a second; on a busy machine in many.
      900_000,
    )
  })
}

/** For each database call of the command: somebody who sends it into the fault once, and somebody who sends it again. */
async function strikeAll(shop: Shop, command: Command, fault: Omit<Fault, 'atCall'>) {
  const people: { once: string; again: string }[] = []
  for (let atCall = 1; ; atCall += 1) {
    const [once, again] = [`once-${requestId()}`, `again-${requestId()}`]
    const struck = [
      await strike(shop, command, once, { ...fault, atCall }),
      await strike(shop, command, again, { ...fault, atCall }),
    ]
    await command.send(again)
    if (!struck.includes(true)) return people
    people.push({ once, again })
  }
}

/** Sends a command into a planted fault; whether it was struck. */
async function strike({ cloud }: Shop, command: Command, who: string, fault: Fault): Promise<boolean> {
  await command.prepare(who)
  await cloud.drain()
  const { function: name, operation } = command
  await cloud.plant({ ...fault, function: name, ...(operation ? { operation } : {}) })
  await command.send(who)
  await cloud.drain()
  const left = await cloud.control('faults')
  await cloud.control('faults', undefined, 'DELETE')
  return left.length === 0
}

async function settle({ cloud }: Shop, minutes: number): Promise<void> {
  await cloud.drain()
  for (let minute = 0; minute < minutes; minute += 1) {
    await cloud.advance(60_000)
    await wakeClock(cloud)
  }
}
