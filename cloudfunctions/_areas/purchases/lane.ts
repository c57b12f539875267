import type { Entry } from '../../../shared/books/entry'
import { lotsTotal } from '../../../shared/books/lots'
import { openJournal, type Journal } from '../../../shared/books/journal'
import { allow, refuse, type Ruling } from '../../../shared/kit/ruling'
import { enrol } from '../../../shared/members/enrol'
import type { ItemRefusal, ItemTaken, OrderItem, RefundItem } from '../../../shared/purchases/contract'
import type { OrderLine } from '../../../shared/purchases/lines'
import { orderEntryId, purchase } from '../../../shared/purchases/purchase'
import { refund, refundEntryId } from '../../../shared/purchases/refund'
import type { Effects } from '../../_runtime/effects'
import type { StoredAccount } from '../../_runtime/stored-account'
import type { Terms } from '../../_runtime/terms'
import { commit, type Decision, type Lacking } from '../../_runtime/unit-of-work'
import { wantedOfBudgets, spentFor } from '../campaigns/budget'
import { drawCardNumber, drawMemberNumber } from '../members/member-number'
import { entryIdsOf, refundedOrderIdsOf, type Line } from './batch'
import { orderIn, readLedger, viewOf, withEntries, type LedgerView } from './ledger-view'

/** The items of one member in a batch, with what was read of the member. */
export type Lane = { accountId: string; lines: Line[]; account: StoredAccount | null; entries: readonly Entry[] }
export type LaneTerms = {
  effects: Effects
  now: string
  terms: Terms
  storeId: string
  nonce: string
  post: (written: readonly Entry[]) => void
}

type Accepted = ItemTaken
type Outcome = Map<number, Ruling<Accepted, ItemRefusal>>

/** Works a member's items in order and writes them together; who else was faster is read again and the items decided anew. */
export async function workLane(about: LaneTerms, lane: Lane): Promise<Outcome> {
  const ruling = await commit(about.effects, {
    loaded: { account: lane.account, entries: lane.entries },
    reload: () => reload(about, lane),
    request: null,
    decide: (loaded, lacking) => allow(decideLane(about, lane, loaded, lacking)),
    post: about.post,
  })
  if (ruling.ok) return ruling.value
  return new Map(lane.lines.map((line) => [line.index, refuse('busy')]))
}

async function reload({ effects, storeId }: LaneTerms, lane: Lane) {
  const [account, entries] = await Promise.all([
    effects.store.get<StoredAccount>('accounts', lane.accountId),
    readLedger(effects, entryIdsOf(storeId, lane.lines), refundedOrderIdsOf(storeId, lane.lines)),
  ])
  return { account, entries }
}

function decideLane(
  about: LaneTerms,
  lane: Lane,
  loaded: { account: StoredAccount | null; entries: readonly Entry[] },
  lacking: Lacking,
): Decision<Outcome> {
  const outcome: Outcome = new Map()
  let journal = loaded.account ? openJournal(loaded.account, stampOf(about)) : null
  let view = viewOf(loaded.entries, loaded.account)
  for (const line of lane.lines) {
    const before = journal?.entries.length ?? 0
    const ruling = decideLine({ ...about, lacking }, lane, line, journal, view)
    if (!ruling.ok) outcome.set(line.index, ruling)
    else {
      journal = ruling.value.journal
      view = withEntries(view, journal?.entries.slice(before) ?? [])
      outcome.set(line.index, allow(ruling.value.accepted))
    }
  }
  return { journal, reply: outcome, stock: journal ? wantedOfBudgets(journal, about.terms.programme) : [] }
}

type Deciding = LaneTerms & { lacking: Lacking }

type LineRuling = Ruling<{ journal: Journal | null; accepted: Accepted }, ItemRefusal>

function decideLine(about: Deciding, lane: Lane, line: Line, journal: Journal | null, view: LedgerView): LineRuling {
  const { item } = line
  return item.kind === 'order'
    ? decideOrder(about, lane, item, journal, view)
    : decideRefund(about, item, journal, view)
}

function decideOrder(
  about: Deciding,
  lane: Lane,
  item: OrderItem,
  journal: Journal | null,
  view: LedgerView,
): LineRuling {
  const { storeId, nonce, terms, lacking } = about
  const entryId = orderEntryId(storeId, item.orderId)
  const known = view.entries.get(entryId)
  if (known) return sameOrder(known, item, lane) ? again(journal, known) : refuse('order_id_reused')
  const { orderId, amountFen, at, burnPoints = 0, lines = [], leftOutFen = 0, channel = 'store' } = item
  const opened = journal ?? enrolCustomer(about, lane, item)
  const spent = spentFor(entryId, lacking)
  const asked = { storeId, orderId, amountFen, burnPoints, at, nonce, lines, leftOutFen, channel, spent }
  const ruling = purchase(opened, asked, terms.programme)
  return ruling.ok ? taken(ruling.value, entryId) : ruling
}

function decideRefund(about: LaneTerms, item: RefundItem, journal: Journal | null, view: LedgerView): LineRuling {
  const { storeId, nonce, terms } = about
  const known = view.entries.get(refundEntryId(storeId, item.orderId, item.refundId))
  if (known) return sameRefund(known, item) ? again(journal, known) : refuse('refund_id_reused')
  const order = orderIn(view, storeId, item.orderId)
  if (!order || !journal) return refuse('order_unknown')
  const { refundId, amountFen, at, leftOutFen } = item
  const asked = { storeId, refundId, amountFen, at, nonce, ...(leftOutFen === undefined ? {} : { leftOutFen }) }
  const ruling = refund(journal, order, asked, terms.programme)
  return ruling.ok ? taken(ruling.value, refundEntryId(storeId, item.orderId, refundId)) : ruling
}

/** A customer whom nobody knew becomes a member by the order itself; that grants nothing and sends nothing. */
function enrolCustomer(about: LaneTerms, lane: Lane, item: OrderItem): Journal {
  const { effects, storeId, terms } = about
  return enrol(
    {
      accountId: lane.accountId,
      memberNo: drawMemberNumber(effects),
      cardNo: drawCardNumber(effects),
      name: null,
      externalId: 'externalId' in item.customer ? item.customer.externalId : null,
      holder: { kind: 'person' },
      source: { kind: 'pos', storeId },
      consent: null,
      at: item.at,
    },
    terms.programme,
    stampOf(about),
  )
}

function stampOf({ now, terms, nonce }: LaneTerms) {
  return { recordedAt: now, programmeVersion: terms.programmeVersion, requestId: nonce }
}

function sameOrder(known: Entry, item: OrderItem, lane: Lane): boolean {
  return (
    known.kind === 'purchase' &&
    known.accountId === lane.accountId &&
    known.amountFen === item.amountFen &&
    known.burned === (item.burnPoints ?? 0) &&
    known.at === item.at &&
    (known.leftOutFen ?? 0) === (item.leftOutFen ?? 0) &&
    sameLines(known.lines, item.lines)
  )
}

function sameLines(known: readonly OrderLine[] = [], told: readonly OrderLine[] = []): boolean {
  return (
    known.length === told.length &&
    known.every(
      ({ kind, amountFen, good }, at) =>
        told[at]?.kind === kind && told[at].amountFen === amountFen && told[at].good === good,
    )
  )
}

function sameRefund(known: Entry, item: RefundItem): boolean {
  return (
    known.kind === 'refund' &&
    known.orderId === item.orderId &&
    known.amountFen === item.amountFen &&
    known.leftOutFen === item.leftOutFen &&
    known.at === item.at
  )
}

function taken(journal: Journal, id: string): LineRuling {
  const entry = journal.entries.find((candidate) => candidate._id === id)
  if (!entry) throw new Error(`an accepted item wrote no entry ${id}`)
  return allow({ journal, accepted: acceptedBy(entry, journal.account.memberNo, false) })
}

function again(journal: Journal | null, known: Entry): LineRuling {
  return allow({ journal, accepted: acceptedBy(known, journal?.account.memberNo ?? '', true) })
}

function acceptedBy(entry: Entry, memberNo: string, duplicate: boolean): Accepted {
  if (entry.kind !== 'purchase' && entry.kind !== 'refund') throw new Error(`${entry._id} is no order or refund`)
  const points = entry.points + waitingIn(entry)
  return { ok: true, duplicate, memberNo, points, balance: entry.balanceAfter, tierId: entry.tierAfter }
}

/** What an item gave or took of points that are no part of the balance yet. */
function waitingIn(entry: Extract<Entry, { kind: 'purchase' | 'refund' }>): number {
  if (entry.kind === 'refund') return -lotsTotal(entry.pendingDraws ?? [])
  return entry.activeAt ? entry.earned - entry.repaid : 0
}
