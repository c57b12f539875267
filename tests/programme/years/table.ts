import type { Holder } from '../../../shared/books/account'
import { doAct, orderActId } from '../../../shared/acts/act'
import { tickEntitlement } from '../../../shared/benefits/entitlements'
import { fold } from '../../../shared/books/evolve'
import { checkIn } from '../../../shared/checkins/check-in'
import { openJournal, record, type Journal } from '../../../shared/books/journal'
import { discountFen, type BillLine } from '../../../shared/benefits/discount'
import { campaignsShown } from '../../../shared/campaigns/shown'
import { giveChosen, giveDue } from '../../../shared/coupons/due'
import { settleCoupons } from '../../../shared/coupons/settle'
import type { Ruling } from '../../../shared/kit/ruling'
import { addDays, addMilliseconds, dayOf, startOfDay, type Day, type Instant } from '../../../shared/kit/time'
import { customerOf } from '../../../shared/groups/customer'
import { deskScripts } from '../../../shared/members/desk-scripts'
import { enrol } from '../../../shared/members/enrol'
import { attend } from '../../../shared/events/attend'
import { givePrize, windowBefore } from '../../../shared/events/boards'
import { placeOf, seatsOf } from '../../../shared/events/seats'
import { mayAsk, signUp } from '../../../shared/events/sign-up'
import { eventOf, seatTermsOf } from '../../../shared/events/terms'
import { placesOf } from '../../../shared/points/leaderboard'
import { expirePoints } from '../../../shared/points/expire'
import { worthFen } from '../../../shared/points/redemption'
import { topUpPoints } from '../../../shared/points/top-up'
import { presets } from '../../../shared/programme/presets/presets'
import type { Counters } from '../../../shared/programme/evidence'
import type { Programme } from '../../../shared/programme/schema'
import type { OrderLine } from '../../../shared/purchases/lines'
import { orderEntryId as orderEntry, purchase } from '../../../shared/purchases/purchase'
import { handOut } from '../../../shared/rewards/fulfil'
import { priceFor } from '../../../shared/rewards/price'
import { redeem } from '../../../shared/rewards/redeem'
import { releaseOverdue } from '../../../shared/rewards/release'
import { benefitCode, benefitsOf } from '../../../shared/programme/benefits'
import { discountOf } from '../../../shared/tiers/benefits'
import { accountAsOf } from '../../../shared/tiers/as-of'
import { buyTier, salesFor } from '../../../shared/tiers/buy'
import { setTierByHand } from '../../../shared/tiers/by-hand'
import { tierById } from '../../../shared/tiers/qualify'
import { reviewTiers } from '../../../shared/tiers/retier'
import { settleReferral } from '../../../shared/referrals/friend'
import { rewardEntryId } from '../../../shared/referrals/give'
import { rewardReferrer, undoReferrer } from '../../../shared/referrals/referrer'
import { pays } from '../../support/campaigns'
import { balanceIn, entriesOf, stampAt, tryToGiveBack, type Book } from '../../support/builders'

/** One line of a year of membership. `line` names the line of the programme list that the row proves. */
export type Row = { on: Day; act: Act; expect: Expected; line: string }

/** What the real rules make of a day; nothing but the rules decides. */
export type Act = { label: string; play: (book: Book | null, world: World) => Ruling<Played, string> }
type World = { programme: Programme; at: Instant; row: number }
type Played = Pick<Journal, 'account' | 'entries'>

export type Expected = {
  tier?: string
  /** The balance. */
  points?: number
  /** What the whole membership has earned. */
  earned?: number
  refused?: string
  /** What milestones have given so far. */
  granted?: string[]
  /** The discount on everything in percent, and on a bill in fen. */
  discount?: number
  engagement?: number
  off?: { lines: BillLine[]; fen: number }
  /** What the balance is worth as money off, in fen. */
  worthFen?: number | null
  /** Coupons in hand by what they are and, where they end by a day, their last one. */
  coupons?: string[]
  /** Benefits that the member has, and some that they have not. */
  has?: string[]
  hasNot?: string[]
  /** Friends who count. */
  friends?: number
  /** Where the referral stands that the member came by. */
  brought?: string
  /** What the last order came to. */
  paid?: number
  /** What campaigns gave with it, and what that cost their budgets, in fen. */
  campaigns?: { [id: string]: number }
  /** Campaigns that are on for the member on that day. */
  on?: string[]
  /** Rewards that wait for the member. */
  waiting?: string[]
  /** The step of the funnel at which the member stands, where nobody noted that they asked. */
  stage?: string
  /** By what the desk knows what to say to them. */
  says?: string[]
}

/** Plays a programme's rows in order on the preset, one test for each row, and holds the books to their fold at the end. */
export function yearOf(preset: string, rows: readonly Row[]): void {
  const programme = presets[preset]
  if (!programme) throw new Error(`no preset ${preset}`)
  describe(preset, () => {
    const states = play(programme, rows)
    it.each(rows.map((row, index) => [row.line, row.on, row.act.label, index] as const))(
      '%s · %s · %s',
      (_line, _on, _label, index) => {
        const [state, row] = [states[index]!, rows[index]!]
        expect(seen(programme, state, row)).toEqual(row.expect)
      },
    )
    it('adds up to the account', () => {
      const book = states.at(-1)!.book
      const folded = fold(book.entries)!
      expect(folded).toEqual({ ...book.account, counters: folded.counters, marks: folded.marks })
    })
  })
}

type State = { book: Book; refused: string | undefined }

function play(programme: Programme, rows: readonly Row[]): State[] {
  const states: State[] = []
  for (const [index, { on, act }] of rows.entries()) {
    const before = states.at(-1)?.book ?? null
    // Noon, and a second later for each row: rows of one day keep their order.
    const at = addMilliseconds(startOfDay(on), 12 * 3_600_000 + index * 1_000)
    const ruling = act.play(before, { programme, at, row: index })
    if (!ruling.ok && !before) throw new Error(`the first row is refused: ${ruling.refusal}`)
    const book = ruling.ok ? joined(before, ruling.value) : before!
    states.push({ book, refused: ruling.ok ? undefined : ruling.refusal })
  }
  return states
}

function joined(before: Book | null, { account, entries }: Played): Book {
  return { account, entries: [...(before?.entries ?? []), ...entries] }
}

/** The same fields as are expected, as they are. */
function seen(programme: Programme, { book, refused }: State, { on, expect: expected }: Row): Expected {
  const { account } = book
  const tier = tierById(programme, account.tierId)
  const codes = benefitsOf(programme, tier).map(benefitCode)
  const all: { [Field in keyof Expected]-?: () => Expected[Field] } = {
    tier: () => account.tierId,
    points: () => balanceIn(book),
    earned: () => account.totals.pointsEarned,
    refused: () => refused,
    granted: () => account.granted.map(({ code, window }) => `${code} ${window}`),
    engagement: () => account.counters.engagement,
    discount: () => discountOf(programme, tier),
    off: () => expected.off && { ...expected.off, fen: discountFen(programme, tier, expected.off.lines) },
    worthFen: () => worthFen(programme, balanceIn(book), account.tierId),
    coupons: () => (account.coupons ?? []).map(({ name, until }) => `${name.en} to ${addDays(dayOf(until), -1)}`),
    has: () => expected.has?.filter((code) => codes.includes(code)),
    friends: () => account.counters.referrals,
    brought: () => account.referral?.state,
    on: () => campaignsShown(programme, account, on).flatMap((one) => (one.isOn ? [one.campaign.id] : [])),
    paid: () => lastOrder(book)?.amountFen,
    campaigns: () => Object.fromEntries((lastOrder(book)?.campaigns ?? []).map(({ id, costFen }) => [id, costFen])),
    waiting: () => (account.exchanges ?? []).map(({ rewardId }) => rewardId),
    stage: () => customerOf(account, programme, { askedAt: null, askedBy: null })?.stage,
    says: () => deskScripts(account, programme).map(({ source }) => source),
    hasNot: () => expected.hasNot?.filter((code) => !codes.includes(code)),
  }
  const fields = Object.keys(expected) as (keyof Expected)[]
  const unrefused = refused !== undefined && !('refused' in expected) ? { refused } : {}
  return { ...Object.fromEntries(fields.map((field) => [field, all[field]()])), ...unrefused }
}

function lastOrder({ entries }: Book) {
  return entriesOf({ entries }, 'purchase').at(-1)
}

/** Becomes a member at a till, or in WeChat with consent. */
export const joins = (by: 'pos' | 'wechat' = 'pos', holder: Holder = { kind: 'person' }): Act => ({
  label: by === 'pos' ? 'joins at a till' : 'joins in WeChat',
  play: (_, { programme, at }) => {
    const person = {
      accountId: 'account-1',
      memberNo: '10000001',
      cardNo: '1000000001',
      name: null,
      externalId: 'account-1',
      source: { kind: by, storeId: 'S1' },
      holder,
      consent: null,
      at,
    }
    return { ok: true, value: enrol(person as Parameters<typeof enrol>[0], programme, stampAt(at)) }
  },
})

/** Becomes a member by a friend's link. */
export const joinsByFriend = (): Act => ({
  label: 'joins by a friend’s link',
  play: (_, { programme, at }) => {
    const person = {
      accountId: 'account-1',
      memberNo: '10000001',
      cardNo: '1000000001',
      name: null,
      externalId: null,
      holder: { kind: 'person' as const },
      source: { kind: 'wechat' as const, storeId: null, referrerId: 'account-2' },
      consent: { termsVersion: '1', privacyVersion: '1', adult: true as const },
      at,
    }
    return { ok: true, value: enrol(person, programme, stampAt(at)) }
  },
})

/** The clock comes by the referral that the member came by; nothing about it is suspicious. */
export const referralTicks = (): Act => ({
  label: 'the clock looks at the referral',
  play: (book, { programme, at }) => ({
    ok: true,
    value: settleReferral(opened(book, at), programme, { now: at, suspicions: [] }),
  }),
})

/** Friends of these names join by the member's link and make their first orders. */
export const friendsBuy = (...friends: string[]): Act => ({
  label: `${friends.join(', ')} joined by the link and bought`,
  play: (book, { programme, at }) => ({
    ok: true,
    value: friends.reduce(
      (journal, friendId) => rewardReferrer(journal, programme, { friendId, round: 1, at }),
      opened(book, at),
    ),
  }),
})

export const friendReturns = (friendId: string): Act => ({
  label: `${friendId} returns that order`,
  play: (book, { programme, at }) => {
    const given = book!.entries.find(({ _id }) => _id === rewardEntryId({ role: 'referrer', friendId, round: 1 }))
    if (given?.kind !== 'referral-reward') throw new Error(`${friendId} has not bought`)
    return { ok: true, value: undoReferrer(opened(book, at), programme, given, at) }
  },
})

type Bought = { id?: string; burn?: number; lines?: { [kind: string]: number }; corporate?: boolean }

/** Orders for so many yuan; of its lines only those of a kind of their own are named. */
export const buys = (yuan: number, { id, burn = 0, lines, corporate = false }: Bought = {}): Act => ({
  label: `buys for ¥${yuan}${corporate ? ' by a company’s card' : ''}${lines ? ` (${Object.keys(lines).join(', ')})` : ''}${burn ? ` with ${burn} points` : ''}`,
  play: (book, { programme, at, row }) => {
    const about = { orderId: id ?? `o${row}`, amountFen: fen(yuan), burnPoints: burn, at, corporate }
    const order = { storeId: 'S1', ...about, nonce: null }
    return purchase(opened(book, at), { ...order, ...(lines ? { lines: linesOf(lines) } : {}) }, programme)
  },
})

/** Pays at the till, where the bill is worked out; `parts`: how much of it the goods of campaigns make up. */
export const paysAtTill = (
  yuan: number,
  { id, parts = {} }: { id?: string; parts?: { [campaignId: string]: number } } = {},
): Act => ({
  label: `pays a bill of ¥${yuan} at the till`,
  play: (book, { programme, at, row }) => {
    const told = Object.entries(parts).map(([campaignId, part]) => ({ campaignId, onFen: fen(part) }))
    const { account, entries } = pays({ account: book!.account, entries: [] }, programme, {
      id: id ?? `o${row}`,
      fen: fen(yuan),
      at,
      parts: told,
    })
    return { ok: true, value: { account, entries } }
  },
})

/** So many orders on one day, each of the same amount. */
export const buysTimes = (times: number, yuan: number): Act => ({
  label: `buys ${times} times for ¥${yuan}`,
  play: (book, world) => {
    let current: Played = { account: book!.account, entries: [] }
    for (let n = 0; n < times; n += 1) {
      const ruling = buys(yuan, { id: `o${world.row}-${n}` }).play({ account: current.account, entries: [] }, world)
      if (!ruling.ok) return ruling
      current = { account: ruling.value.account, entries: [...current.entries, ...ruling.value.entries] }
    }
    return { ok: true, value: current }
  },
})

export const returns = (of: string, yuan: number): Act => ({
  label: `returns ¥${yuan} of order ${of}`,
  play: (book, { programme, at, row }) => tryToGiveBack(book!, programme, { of, fen: fen(yuan), id: `r${row}`, at }),
})

/** Nothing happens but that time has passed: what is over is written down. */
export const waits = (): Act => ({
  label: 'lets time pass',
  play: (book, { programme, at }) => ({
    ok: true,
    value: reviewTiers(releaseOverdue(expirePoints(opened(book, at), at), at), programme, at),
  }),
})

/** Agrees to the terms in WeChat: from then on rules give to the member. */
export const agrees = (): Act => ({
  label: 'agrees to the terms',
  play: (book, { at }) => {
    const consent = { termsVersion: '1', privacyVersion: '1', adult: true as const }
    return { ok: true, value: record(opened(book, at), { kind: 'link', provedBy: 'wechat', consent }, { at }) }
  },
})

/** The clock comes by: what is over lapses, what is due is given. */
export const clockTicks = (): Act => ({
  label: 'the clock comes by',
  play: (book, { programme, at }) => {
    const reviewed = reviewTiers(expirePoints(opened(book, at), at), programme, at)
    return { ok: true, value: giveDue(settleCoupons(reviewed, at), programme, at) }
  },
})

/** Chooses one of what the birthday offers. */
export const chooses = (choice: number): Act => ({
  label: `chooses the birthday’s offer ${choice + 1}`,
  play: (book, { programme, at }) => {
    const settled = settleCoupons(opened(book, at), at)
    const benefits = benefitsOf(programme, tierById(programme, settled.account.tierId))
    const benefit = benefits.find((one) => one.kind === 'birthday' && one.choose === 'one')
    if (benefit?.kind !== 'birthday') throw new Error('no birthday to choose by')
    return { ok: true, value: giveChosen(settled, programme, { benefit, choice, now: at }) }
  },
})

export const tellsBirthday = (birthday: string): Act => ({
  label: `tells the birthday, ${birthday}`,
  play: (book, { at }) => ({ ok: true, value: record(opened(book, at), { kind: 'profile', birthday }, { at }) }),
})

export const topsUpPoints = (): Act => ({
  label: 'claims the top-up of points',
  play: (book, { programme, at }) => topUpPoints(opened(book, at), programme, at),
})

export const checksIn = (): Act => ({
  label: 'checks in',
  play: (book, { programme, at }) => checkIn(opened(book, at), programme, at),
})

/** Checks in on each of so many days, the last of them today. */
export const checksInDays = (days: number): Act => ({
  label: `checks in on ${days} days in a row`,
  play: (book, { programme, at }) => {
    let current: Played = { account: book!.account, entries: [] }
    for (let ago = days - 1; ago >= 0; ago -= 1) {
      const then = addMilliseconds(at, -ago * 86_400_000)
      const ruling = checkIn(openJournal(current.account, stampAt(then)), programme, then)
      if (!ruling.ok) return ruling
      current = { account: ruling.value.account, entries: [...current.entries, ...ruling.value.entries] }
    }
    return { ok: true, value: current }
  },
})

export const reviews = (of: string): Act => ({
  label: `reviews order ${of}`,
  play: (book, { programme, at }) => {
    const orderEntryId = orderEntry('S1', of)
    const done = { act: 'review' as const, orderEntryId, at, id: orderActId('review', orderEntryId) }
    return { ok: true, value: doAct(opened(book, at), programme, done) }
  },
})

/** Staff tick a monthly entitlement off. */
export const isTicked = (code: string): Act => ({
  label: `has ${code} ticked off`,
  play: (book, { programme, at, row }) =>
    tickEntitlement(opened(book, at), programme, { code, storeId: 'S1', at, id: `tick:${row}` }),
})

/** Swaps points for a reward at the price that applies, and leaves it in the store. */
export const swaps = (rewardId: string): Act => ({
  label: `swaps points for ${rewardId}`,
  play: (book, { programme, at }) => {
    const reward = programme.rewards?.find(({ id }) => id === rewardId)
    if (!reward) throw new Error(`no reward ${rewardId}`)
    const { account } = reviewTiers(expirePoints(opened(book, at), at), programme, at)
    const { points, addFen } = priceFor(reward, { programme, account, at })
    const asked = { rewardId, count: 1, way: 'store' as const, storeId: 'S1', shown: { points, addFen }, at }
    return redeem(opened(book, at), programme, asked)
  },
})

/** Is handed what waits longest. */
export const collects = (): Act => ({
  label: 'collects the reward',
  play: (book, { at }) => {
    const { no = 0, addFen = 0 } = book!.account.exchanges?.[0] ?? {}
    return handOut(opened(book, at), { exchangeNo: no, storeId: 'S1', paidFen: addFen, at })
  },
})

/** Signs up to an event that nobody else has signed up to. */
export const signsUp = (eventId: string, guests = 0): Act => ({
  label: `signs up to ${eventId}`,
  play: (book, { programme, at }) => {
    const event = eventOf(programme, eventId)
    if (!event) throw new Error(`no event ${eventId}`)
    const terms = { kind: 'terms' as const, terms: seatTermsOf(programme, event), at }
    const asked = mayAsk(opened(book, at), programme, { event, seats: seatsOf([terms], at) }, { guests, at })
    if (!asked.ok) return asked
    const { accountId } = book!.account
    const ask = { kind: 'ask' as const, key: 'key', accountId, ...asked.value, guests, at }
    const place = placeOf(seatsOf([terms, ask], at), accountId)
    if (!place) throw new Error('nobody stands in the list')
    return signUp(opened(book, at), programme, { event, place }, at)
  },
})

/** Comes to an event, as staff tick off. */
export const comes = (eventId: string, paidFen = 0): Act => ({
  label: `comes to ${eventId}`,
  play: (book, { programme, at }) => {
    const event = eventOf(programme, eventId)
    if (!event) throw new Error(`no event ${eventId}`)
    return attend(opened(book, at), programme, event, { storeId: 'S1', paidFen, at })
  },
})

/** Has a place on a leaderboard whose window has just ended. */
export const isPlaced = (boardId: string): Act => ({
  label: `is placed on ${boardId}`,
  play: (book, { programme, at }) => {
    const board = programme.leaderboards?.find(({ id }) => id === boardId)
    if (!board) throw new Error(`no leaderboard ${boardId}`)
    const { window } = windowBefore(board, dayOf(at))
    const [place] = placesOf(board, window, [{ ...book!.account, entries: book!.entries }])
    return {
      ok: true,
      value: place ? givePrize(opened(book, at), programme, { board, window, now: at }) : opened(book, at),
    }
  },
})

export const buysTier = (saleId: string): Act => ({
  label: `buys ${saleId} with points`,
  play: (book, { programme, at }) => {
    const { account } = opened(book, at)
    const seen = salesFor(accountAsOf(account, programme, at), programme, at).find(({ sale }) => sale.id === saleId)
    const shown = { points: seen?.sale.points ?? 0, tierId: seen?.tier.id ?? '' }
    return buyTier(opened(book, at), programme, { saleId, shown, at })
  },
})

export const isGiven = (tierId: string, lasts?: string): Act => ({
  label: `is given ${tierId} by hand`,
  play: (book, { programme, at }) =>
    setTierByHand(opened(book, at), programme, { tierId, reason: 'a reason', at, ...(lasts ? { lasts } : {}) }),
})

/** What else is counted and marked, as it stands in the account; the next order is judged by it. */
export const has = (counters: Partial<Counters>, ...marks: string[]): Act => ({
  label: `has ${[...Object.entries(counters).map(([what, n]) => `${what} ${n}`), ...marks].join(', ')}`,
  play: (book) => {
    const { account } = book!
    const known = { counters: { ...account.counters, ...counters }, marks: [...account.marks, ...marks] }
    return { ok: true, value: { account: { ...account, ...known }, entries: [] } }
  },
})

function opened(book: Book | null, at: Instant): Journal {
  return openJournal(book!.account, stampAt(at))
}

function linesOf(lines: { [kind: string]: number }): OrderLine[] {
  return Object.entries(lines).map(([kind, yuan]) => ({ kind, amountFen: fen(yuan) }))
}

function fen(yuan: number): number {
  return Math.round(yuan * 100)
}
