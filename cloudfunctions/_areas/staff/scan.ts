import { cardAccepted } from '../../../shared/cards/accepted'
import { readCode } from '../../../shared/cards/member-code'
import { couponIdOf } from '../../../shared/coupons/issue'
import { allow, refuse, type Ruling } from '../../../shared/kit/ruling'
import { addMilliseconds, clockText } from '../../../shared/kit/time'
import type { staffScan } from '../../../shared/staff/contract'
import { noteArrival } from '../messages/note-arrival'
import type { Handler } from '../../_runtime/handler'
import { worksIn, type StaffContext } from '../../_runtime/staff-door'
import { storeName, type Terms } from '../../_runtime/terms'
import { checkCode } from './check-code'
import { customerSheet } from './customer-sheet'
import { referrerOf } from './referrer'
import { passMs, sealPass } from './pass'
import { toldWhereUsed } from './coupon-used'
import { readSharing, readShown, secretOf, type ShownCard } from './shown-card'
import { takeTry } from './wrong-codes'

/** That a code was accepted: by whom, where and when. Its id is card and step, so a code is accepted once anywhere. */
type Scan = { _id: string; staffId: string; storeId: string; requestId: string; at: string }

/** Identifies a customer by their code. The code is spent by it; the customer stays identified for five minutes. */
export const scan: Handler<typeof staffScan, StaffContext> = async (context, { code, storeId }) => {
  const { effects, now, request } = context
  const read = readCode(code)
  const [entered, shown] = await Promise.all([context.entered, read.ok ? readShown(effects, read.value.cardNo) : null])
  if (!entered.ok) return entered
  const { grant, terms } = entered.value
  if (!worksIn(grant, storeId) || !storeName(terms, storeId)) return refuse('store_not_yours')
  if (!read.ok) return read
  const { cardNo, form } = read.value
  const tried = form === 'typed' ? await takeTry(effects, cardNo, grant._id) : noTry
  if (!tried) return refuse('too_many_wrong_codes')

  const checked = checkCode(read.value, secretOf(effects, cardNo, shown), now)
  if (!checked.ok) return checked
  effects.afterReply(tried.giveBack)
  // A genuine code of a number that nobody holds: that card has been replaced.
  if (!shown) return refuse('card_reissued')
  const accepted = cardAccepted(shown, cardNo)
  if (!accepted.ok) return accepted
  const requestId = request?.id ?? ''
  const couponNo = read.value.form === 'scanned' ? read.value.couponNo : null
  const gone = couponNo === null ? null : await goneCoupon(context, shown, couponNo)
  if (gone) return gone
  const codeId = couponNo === null ? cardNo : `${cardNo}:${couponNo}`
  const used: Scan = { _id: `scan:${codeId}:${checked.value}`, staffId: grant._id, storeId, requestId, at: now }
  const [spent, referrer] = await Promise.all([spend(context, used, terms), referrerOf(effects, shown.payer)])
  if (!spent.ok) return spent
  const goodUntil = addMilliseconds(spent.value.at, passMs)
  const { payer, holder } = shown
  if (payer === holder && payer.telling?.greets) effects.afterReply(() => noteArrival(effects, payer))
  const by = payer === holder ? {} : { holderId: holder._id }
  const pass = { accountId: payer._id, storeId, staffId: grant._id, cardNo, ...by, goodUntil }
  const sharing = await readSharing(effects, { account: payer, terms, shown: { ...shown, cardNo } })
  const till = {
    scanId: sealPass(effects, pass),
    cardNo,
    goodUntil,
    now,
    storeId,
    language: context.language,
    referrer,
  }
  return allow(
    customerSheet(payer, terms, { ...till, couponNo, holder: payer === holder ? payer : null, ...by }, sharing),
  )
}

/** The code of a coupon that its member no longer has: where and when it was used, or that it is over. */
async function goneCoupon(context: StaffContext, { payer, holder }: ShownCard, couponNo: number) {
  if (payer !== holder || payer.coupons?.some(({ no }) => no === couponNo)) return null
  const named = { accountId: payer._id, couponId: couponIdOf(payer._id, couponNo) }
  const ruling = await toldWhereUsed<never, never>(context, named, refuse('coupon_not_yours'))
  return ruling.ok ? null : ruling
}

/** A tag of eighty bits is guessed by nobody, so a scanned code counts as no try. */
const noTry = { giveBack: () => Promise.resolve() }

/** Marks the code as used. The same request finds its own mark again; anybody else is told when and where it was used. */
async function spend({ effects, now }: StaffContext, used: Scan, terms: Terms): Promise<Ruling<Scan, 'code_used'>> {
  if ((await effects.store.insert('scans', [used])) === 'inserted') return allow(used)
  const before = await effects.store.get<Scan>('scans', used._id)
  if (before?.requestId === used.requestId && before.staffId === used.staffId) return allow(before)
  return refuse('code_used', {
    time: clockText(before?.at ?? used.at),
    store: storeName(terms, before?.storeId ?? null) ?? '',
    at: now,
  })
}
