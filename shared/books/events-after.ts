import type { Account } from './account'
import type { EntryFrame } from './entry'
import type { ChallengeFact, EventFact, EventPlace } from './event-facts'
import { putIntoLot, takeDraws, type Lot } from './lots'

/** What taking part in events, and finishing challenges, changes of an account. */
export function afterEvent(account: Account, entry: EntryFrame & (EventFact | ChallengeFact), seq: number): Account {
  const { events = [] } = account
  const others = () => events.filter(({ eventId }) => entry.kind !== 'challenge' && eventId !== entry.eventId)
  const changed = (change: (place: EventPlace) => EventPlace) =>
    events.map((one) => (entry.kind !== 'challenge' && one.eventId === entry.eventId ? change(one) : one))
  switch (entry.kind) {
    case 'event-sign-up': {
      const { eventId, key, guests, burned, draws, at, to } = entry
      const place: EventPlace = {
        eventId,
        key,
        guests,
        burned,
        draws,
        at,
        ...(to === 'waiting' ? { waiting: true } : {}),
      }
      return { ...account, seq, lots: takeDraws(account.lots, draws), events: [...others(), place] }
    }
    case 'event-confirm': {
      const { burned, draws } = entry
      const taken = changed(({ offeredUntil: _, waiting: __, ...place }) => ({ ...place, burned, draws }))
      return { ...account, seq, lots: takeDraws(account.lots, draws), events: taken }
    }
    case 'event-offer':
      return { ...account, seq, events: changed((place) => ({ ...place, offeredUntil: entry.until })) }
    case 'event-leave':
      return {
        ...account,
        seq,
        debt: account.debt - entry.repaid,
        lots: entry.lots.reduce<Lot[]>(putIntoLot, account.lots),
        lapsed: entry.lapsed.reduce<Lot[]>(putIntoLot, account.lapsed),
        events: others(),
      }
    case 'event-attend':
      return { ...account, seq, events: others(), marks: withMark(account.marks, entry.eventId) }
    case 'event-miss': {
      const until = entry.barredUntil
      const before = account.eventsBarredUntil ?? ''
      const barred = until !== null && until > before ? { eventsBarredUntil: until } : {}
      return { ...account, seq, events: others(), ...barred }
    }
    case 'event-vote':
    case 'event-remind':
      return { ...account, seq }
    case 'challenge':
      return afterChallenge(account, entry, seq)
  }
}

/** As what a finished challenge is remembered among what was granted: once for each window. */
export function challengeGrant({ code, window }: Pick<ChallengeFact, 'code' | 'window'>) {
  return { code: `challenge:${code}`, window }
}

function afterChallenge(account: Account, { code, window, done }: ChallengeFact, seq: number): Account {
  const grant = challengeGrant({ code, window })
  if (done) {
    const granted = [...account.granted, grant].slice(-grantedMax)
    return { ...account, seq, granted, marks: withMark(account.marks, code) }
  }
  const granted = account.granted.filter((one) => one.code !== grant.code || one.window !== window)
  const still = granted.some((one) => one.code === grant.code)
  return { ...account, seq, granted, marks: still ? account.marks : account.marks.filter((mark) => mark !== code) }
}

/** How many rights an account remembers: five years of a monthly one. */
export const grantedMax = 60

function withMark(marks: readonly string[], mark: string): string[] {
  return marks.includes(mark) ? [...marks] : [...marks, mark]
}
