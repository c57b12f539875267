import type { StoredAccount } from '../../cloudfunctions/_runtime/stored-account'
import type { Entry } from '../../shared/books/entry'
import type { Command } from '../books/commands'
import type { Own } from '../books/crashes'
import { enrolPhone, phone, valueOf, type Shop } from '../support/shop'

/** What joining brings, what a day brings, and what one that was missed costs in the tea house. */
const [joining, everyDay, missedDay] = [100, 5, 20]
const missed = '2026-06-02'

/** Members who checked in on the first of the month, and missed the second. */
const lateOnes: string[] = []
const lateOnesMax = 60

/** One person's visits, each command once. */
function commandsOf({ cloud }: Shop): { [name: string]: Command } {
  const people = new Map<string, string>()
  const call = (who: string, operation: string, input: object = {}, more: object = {}) =>
    phone(cloud, people.get(who) ?? `o-${who}`, operation, input, more)
  const stands = async (who: string) => valueOf(await call(who, 'checkins.read'))
  const late = async (who: string) => void people.set(who, lateOnes.pop()!)
  const mine = (operation: string, input: object = {}) => ({
    function: 'member',
    operation,
    callsAtLeast: 4,
    send: (who: string) => call(who, operation, input, { requestId: `request-${who}` }),
  })
  return {
    'a first check-in': {
      ...mine('checkins.check-in'),
      prepare: (who) => enrolPhone(cloud, `o-${who}`),
      effect: async (who) => ((await stands(who)).balance - joining) / everyDay,
    },
    'making up for a missed day': {
      ...mine('checkins.make-up', { day: missed }),
      prepare: late,
      effect: async (who) => {
        const { balance, streak, days } = await stands(who)
        const times = (joining + everyDay - balance) / missedDay
        const { state } = days.find(({ day }: any) => day === missed)
        // Where the points are gone the day is done and the streak goes on, and neither without them.
        expect([state, streak]).toEqual(times === 0 ? ['missed', 0] : ['done', 2])
        return times
      },
    },
    'a check-in that a streak rewards': {
      ...mine('checkins.check-in'),
      prepare: async (who) => {
        await late(who)
        valueOf(await call(who, 'checkins.make-up', { day: missed }))
      },
      // The third day of the streak brings twelve on top.
      effect: async (who) => ((await stands(who)).balance - joining - everyDay + missedDay) / (everyDay + 12),
    },
  }
}

/** Each account knows the days that the ledger has of it, each of them once. */
async function daysAgree({ cloud }: Shop): Promise<void> {
  const documents = async <D>(of: string) => (await cloud.dump(of)).map(({ document }) => document as unknown as D)
  const entries = await documents<Entry>('entries')
  const told = (accountId: string) =>
    entries
      .flatMap((one) =>
        one.accountId === accountId && (one.kind === 'check-in' || one.kind === 'make-up') ? [one.day] : [],
      )
      .sort()
  const accounts = await documents<StoredAccount>('accounts')
  const known = accounts.map(({ _id, checkIns = [] }) => [_id, checkIns.map(({ day }) => day).sort()])
  expect(known).toEqual(accounts.map(({ _id }) => [_id, told(_id)]))
}

/** The commands about check-ins, whose days have to agree with the ledger once the clock has looked through. */
export const checkInCommands: Own = {
  commands: commandsOf,
  prepare: async ({ cloud }) => {
    for (let n = 0; n < lateOnesMax; n += 1) {
      const openid = `o-late-${n}`
      await enrolPhone(cloud, openid)
      valueOf(await phone(cloud, openid, 'checkins.check-in'))
      lateOnes.push(openid)
    }
    await cloud.setClock('2026-06-03T04:00:00.000Z')
  },
  after: daysAgree,
  minutes: 4,
}
