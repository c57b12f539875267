import type { Account } from '../../../shared/books/account'
import type { InputOf, OutputOf } from '../../../shared/kit/contract'
import { allow, refuse, type Ruling } from '../../../shared/kit/ruling'
import type { staffEnrol } from '../../../shared/staff/contract'
import type { Handler, StaffGrant } from '../../_runtime/handler'
import { accountIdOfPhone, phoneIdentityId, type Identity } from '../../_runtime/people'
import { worksIn, type StaffContext } from '../../_runtime/staff-door'
import { StoreDuplicate } from '../../_runtime/store'
import type { StoredAccount } from '../../_runtime/stored-account'
import { storeName, type Terms } from '../../_runtime/terms'
import { knownReply, post, type RequestMark } from '../../_runtime/unit-of-work'
import { insertMember, newMember, type NewMember } from '../members/new-member'
import { referrerOf, type Referrer } from './referrer'
import { sheetByPhone } from './sheet-by-phone'

/**
 * Enrols a customer at the counter. The number is what they say, and counts as theirs once they prove it on their own phone.
 * A number that is a member's already shows that member and writes nothing.
 */
export const enrol: Handler<typeof staffEnrol, StaffContext> = async (context, input) => {
  const { effects, request } = context
  const id = phoneIdentityId(effects, input.phone)
  const readHolder = () => effects.store.get<Identity>('identities', id)
  const [entered, identity] = await Promise.all([context.entered, readHolder()])
  if (!entered.ok) return entered
  if (!request) return refuse('request_id_missing')
  const { grant, terms } = entered.value
  const about = { context, request, grant, terms, input }
  if (!worksIn(grant, input.storeId) || !storeName(terms, input.storeId)) return refuse('store_not_yours')
  if (identity) return existing(about, identity)
  if (outdated(about)) return refuse('consent_outdated')
  for (let attempt = 0; attempt < numberTriesMax; attempt += 1) {
    const enrolled = await tryToEnrol(about)
    if (enrolled) return allow(enrolled)
    const holder = await readHolder()
    if (holder) return existing(about, holder)
  }
  return refuse('busy')
}

/** The number of a new member or card may be taken; then others are drawn. */
const numberTriesMax = 5

type Enrolled = OutputOf<typeof staffEnrol>
type About = {
  context: StaffContext
  request: RequestMark
  grant: StaffGrant
  terms: Terms
  input: InputOf<typeof staffEnrol>
}

function outdated({ terms, input: { consent } }: About): boolean {
  const { termsVersion, privacyVersion } = terms.programme.terms
  return consent.termsVersion !== termsVersion || consent.privacyVersion !== privacyVersion
}

async function existing(
  about: About,
  identity: Identity,
): Promise<Ruling<Enrolled, 'request_reused' | 'consent_outdated'>> {
  const { effects } = about.context
  const account = await effects.store.get<StoredAccount>('accounts', identity.accountId)
  if (!account) throw new Error(`${identity._id} leads to no account`)
  const known = await knownReply<Enrolled>(effects, { account }, about.request)
  if (known) return known
  // A number nobody holds is refused by old terms too, so that they do not tell whose number is a member's.
  if (outdated(about)) return refuse('consent_outdated')
  return allow({ customer: sheetOf(about, account, await referrerOf(effects, account)), existing: true })
}

async function tryToEnrol(about: About): Promise<Enrolled | null> {
  const { context, terms, request, grant, input } = about
  const { effects, now } = context
  const member = newMember(
    { effects, now, terms, request, actor: grant._id },
    {
      accountId: accountIdOfPhone(effects, input.phone),
      name: input.name ?? null,
      holder: input.organisation ? { kind: 'organisation', name: input.organisation } : { kind: 'person' },
      source: { kind: 'staff', storeId: input.storeId, staffId: grant._id },
      consent: input.consent,
      phone: { number: input.phone, verified: false },
    },
    (account) => ({ customer: sheetOf(about, account, null), existing: false }),
  )
  if (!(await wrote(about, member))) return null
  effects.afterReply(() => post(effects, member.entries))
  return { customer: sheetOf(about, member.next, null), existing: false }
}

async function wrote({ context: { effects }, input }: About, member: NewMember): Promise<boolean> {
  try {
    await effects.store.transact(async (transaction) => {
      const identity: Identity = { _id: phoneIdentityId(effects, input.phone), accountId: member.next._id }
      await transaction.insert('identities', identity)
      await insertMember(transaction, member)
    })
    return true
  } catch (error) {
    if (error instanceof StoreDuplicate) return false
    throw error
  }
}

function sheetOf({ context, terms, grant, input }: About, account: Account, referrer: Referrer): Enrolled['customer'] {
  return sheetByPhone(context, { account, terms, storeId: input.storeId, staffId: grant._id, referrer })
}
