import { createHash } from 'node:crypto'
import type { StoredResult } from '../../cloudfunctions/_areas/draws/results'
import type { StoredAccount } from '../../cloudfunctions/_runtime/stored-account'
import type { Command } from '../books/commands'
import type { Own } from '../books/crashes'
import { wheel } from '../support/draws'
import { bendProgramme, enrolPhone, phone, valueOf, type Shop } from '../support/shop'

const always = { kind: 'always' as const }
const [tin] = wheel.prizes
const draws = [
  { ...wheel, when: always },
  /** Everybody wins something, visitors too. */
  {
    ...wheel,
    id: 'sure',
    when: always,
    forVisitors: true,
    prizes: [
      { ...tin!, weight: 10, stock: 100_000 },
      { ...wheel.prizes[2]!, weight: 0 },
    ],
  },
]
const saltOf = (who: string) => createHash('sha256').update(who).digest('hex')
const saltHashOf = (who: string) => createHash('sha256').update(saltOf(who)).digest('hex')

/** What one person takes and draws, each once. */
function commandsOf({ cloud }: Shop): { [name: string]: Command } {
  const openidOf = (who: string) => `o-${who}`
  const asked = new Map<string, object>()
  const call = (who: string, operation: string, input: object = {}, more: object = {}) =>
    phone(cloud, openidOf(who), operation, input, more)
  const send = (operation: string) => (who: string) =>
    call(who, operation, asked.get(who) ?? {}, { requestId: `request-${who}` })
  const taking = (who: string, drawId: string) => ({ drawId, saltHash: saltHashOf(who) })
  const taken = async (who: string, drawId: string) => {
    const { roundId, number } = valueOf(await call(who, 'draws.take-chance', taking(who, drawId)))
    return { roundId, number, salt: saltOf(who) }
  }
  const waiting = async (who: string, drawId: string) =>
    valueOf(await call(who, 'draws.read', { drawId })).waiting.length as number
  const member = { function: 'member', callsAtLeast: 6 }
  return {
    'taking a chance': {
      ...member,
      operation: 'draws.take-chance',
      prepare: async (who) => {
        await enrolPhone(cloud, openidOf(who))
        asked.set(who, taking(who, 'wheel'))
      },
      send: send('draws.take-chance'),
      effect: (who) => waiting(who, 'wheel'),
    },
    drawing: {
      ...member,
      operation: 'draws.draw',
      prepare: async (who) => {
        await enrolPhone(cloud, openidOf(who))
        asked.set(who, await taken(who, 'sure'))
      },
      send: send('draws.draw'),
      effect: async (who) => valueOf(await call(who, 'rewards.mine')).exchanges.length as number,
    },
    'a visitor’s taking': {
      ...member,
      operation: 'draws.take-chance',
      prepare: async (who) => void asked.set(who, taking(who, 'sure')),
      send: send('draws.take-chance'),
      effect: (who) => waiting(who, 'sure'),
    },
    'claiming what a visitor won': {
      ...member,
      operation: 'draws.claim',
      prepare: async (who) => {
        valueOf(await call(who, 'draws.draw', await taken(who, 'sure')))
        await enrolPhone(cloud, openidOf(who))
      },
      send: send('draws.claim'),
      effect: async (who) => valueOf(await call(who, 'rewards.mine')).exchanges.length as number,
    },
  }
}

/** Every member's result has come to its account, none is left to the clock, and places follow each other. */
async function resultsAgree({ cloud }: Shop): Promise<void> {
  const documents = async <D>(of: string) => (await cloud.dump(of)).map(({ document }) => document as unknown as D)
  const results = await documents<StoredResult>('drawResults')
  const accounts = await documents<StoredAccount>('accounts')
  expect(results.flatMap(({ dueAt }) => dueAt ?? [])).toEqual([])
  const open = accounts.flatMap(({ _id, chances }) => (chances?.open ?? []).map(({ no }) => `${_id}:${no}`))
  expect(results.filter(({ holder, takeNo }) => open.includes(`${holder}:${takeNo}`))).toEqual([])
  for (const roundId of new Set(results.map((one) => one.roundId))) {
    const places = results.filter((one) => one.roundId === roundId).map(({ place }) => place)
    expect(places.sort((a, b) => a - b)).toEqual(places.map((_, index) => index + 1))
  }
}

/** The commands about draws, whose results have to agree with the accounts once the clock has looked through. */
export const drawCommands: Own = {
  commands: commandsOf,
  prepare: async ({ cloud }) => bendProgramme(cloud, { draws } as never),
  after: resultsAgree,
  minutes: 8,
}
