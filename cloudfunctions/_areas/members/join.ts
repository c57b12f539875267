import type { EnrolmentSource } from '../../../shared/books/account'
import type { InputOf } from '../../../shared/kit/contract'
import { allow, refuse, type Ruling } from '../../../shared/kit/ruling'
import type { membersEnrol } from '../../../shared/members/contract'
import { giftOf } from '../../../shared/members/enrol'
import type { MemberContext } from '../../_runtime/handler'
import { accountIdOfOpenid, identityId, phoneIdentityId, type Identity } from '../../_runtime/people'
import { StoreDuplicate } from '../../_runtime/store'
import type { StoredAccount } from '../../_runtime/stored-account'
import { knownReply, post } from '../../_runtime/unit-of-work'
import { phoneMarks } from '../referrals/phone-marks'
import type { Origin } from '../shop/scene'
import { broughtBy } from './brought-by'
import { homeView } from './home-view'
import { linkMember, type Enrolled, type Joiner } from './link-member'
import { insertMember, newMember, type NewMember } from './new-member'
import type { ProvedPhone } from './prove-phone'

/** What somebody wants to join with, all of it checked. */
export type Wish = Omit<InputOf<typeof membersEnrol>, 'phone'> & {
  origin: Origin
  phone: ProvedPhone | null
  ordinal: number
}
type Answer = Ruling<Enrolled, 'busy' | 'request_reused'>

/** 2026-11: with a million members one number in ninety is taken, so five tries fail once in six thousand million. */
const triesMax = 5

/**
 * Identities, profile and account come into being together or not at all. Tries as if nobody knew the caller; what turns out
 * to be taken is read, and the next try goes on from there.
 */
export async function join(context: Joiner, wish: Wish): Promise<Answer> {
  const { effects, openid } = context
  const ids = [identityId(effects, openid), ...(wish.phone ? [phoneIdentityId(effects, wish.phone.number)] : [])]
  let holderId: string | null = null
  for (let attempt = 0; attempt < triesMax; attempt += 1) {
    const enrolled = holderId ? await tryToLink(context, wish, holderId) : await tryToEnrol(context, wish)
    if (enrolled) {
      forgetCode(context, wish)
      return allow(enrolled)
    }
    const known = await effects.store.getMany<Identity>('identities', ids)
    const own = known.find(({ _id }) => _id === ids[0])
    if (own) return again(context, await accountOf(context, own))
    holderId = known[0]?.accountId ?? null
  }
  return refuse('busy')
}

/** The member there is: as the same request was answered, or as they stand now. */
export async function again(context: MemberContext, account: StoredAccount): Promise<Answer> {
  const { effects, request, terms, now } = context
  const known = await knownReply<Enrolled>(effects, { account }, request)
  return known ?? allow({ ...homeView(account, terms, now), joined: null })
}

async function tryToEnrol(context: Joiner, wish: Wish): Promise<Enrolled | null> {
  const { effects, openid, terms, now } = context
  const source = sourceOf(context, wish)
  const joined = { ordinal: wish.ordinal, points: giftOf(source, terms.programme) }
  const newcomer = {
    accountId: accountIdOfOpenid(effects, openid),
    name: wish.name ?? null,
    holder: { kind: 'person' as const },
    source,
    consent: wish.consent,
    phone: wish.phone && { number: wish.phone.number, verified: true },
  }
  const member = newMember(context, newcomer, (account) => ({ ...homeView(account, terms, now), joined }))
  if (!(await unlessTaken(insert(context, wish, member)))) return null
  effects.afterReply(() => post(effects, member.entries))
  return { ...homeView(member.next, terms, now), joined }
}

/** What brought somebody first, and what their phone says of itself. */
function sourceOf({ effects, openid }: Joiner, { origin, device }: Wish): EnrolmentSource {
  const from = origin.visitor?.firstTouch ?? origin.scene
  const marks = phoneMarks(effects, device)
  if (from?.kind !== 'friend')
    return { kind: 'wechat', storeId: from?.storeId ?? null, staffId: from?.staffId ?? null, ...marks }
  const isSelf = from.referrerId === accountIdOfOpenid(effects, openid)
  return { kind: 'wechat', storeId: null, staffId: null, ...marks, ...(isSelf ? {} : { referrerId: from.referrerId }) }
}

async function insert({ effects, openid }: Joiner, { phone }: Wish, member: NewMember): Promise<true> {
  const accountId = member.next._id
  await effects.store.transact(async (transaction) => {
    await transaction.insert('identities', { _id: identityId(effects, openid), accountId })
    if (phone) await transaction.insert('identities', { _id: phoneIdentityId(effects, phone.number), accountId })
    await insertMember(transaction, member)
  })
  return true
}

async function tryToLink(context: Joiner, wish: Wish, accountId: string): Promise<Enrolled | null> {
  const { phone, consent } = wish
  if (!phone) return null
  const { effects } = context
  const brought = await broughtBy(effects, accountId, { touch: wish.origin.visitor?.firstTouch, device: wish.device })
  const linked = await unlessTaken(linkMember(context, { accountId, phone, consent, brought }))
  if (!linked) return null
  effects.afterReply(() => post(effects, linked.entries))
  return linked.reply
}

/** The text's code has done its work: its phone opens an account now, and it is bound to that phone. */
function forgetCode({ effects }: Joiner, { phone }: Wish): void {
  const codeId = phone?.codeId
  if (codeId) effects.afterReply(async () => void (await effects.store.remove('textCodes', { _id: codeId })))
}

/** What a write gives, or null when something that it adds was there already; then nothing is written. */
async function unlessTaken<T>(write: Promise<T>): Promise<T | null> {
  try {
    return await write
  } catch (error) {
    if (error instanceof StoreDuplicate) return null
    throw error
  }
}

async function accountOf({ effects }: Joiner, identity: Identity): Promise<StoredAccount> {
  const account = await effects.store.get<StoredAccount>('accounts', identity.accountId)
  if (!account) throw new Error(`${identity._id} leads to no account`)
  return account
}
