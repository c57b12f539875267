import type { Consent, Entry } from '../../../shared/books/entry'
import { openJournal } from '../../../shared/books/journal'
import type { OutputOf } from '../../../shared/kit/contract'
import type { membersEnrol } from '../../../shared/members/contract'
import { link, type Brought } from '../../../shared/members/link'
import type { MemberContext } from '../../_runtime/handler'
import { identityId } from '../../_runtime/people'
import type { StoredAccount } from '../../_runtime/stored-account'
import { nextAccount, type RequestMark } from '../../_runtime/unit-of-work'
import { homeView } from './home-view'
import { profileOf } from './profile'
import type { ProvedPhone } from './prove-phone'

export type Enrolled = OutputOf<typeof membersEnrol>
/** A visitor whose request to join is under way. */
export type Joiner = MemberContext & { request: RequestMark }
type Linked = { reply: Enrolled; entries: Entry[] }

/** The proved number is a member's, and its holder is calling: this WeChat opens that account from now on. */
export async function linkMember(
  { effects, openid, terms, now, request }: Joiner,
  about: { accountId: string; phone: ProvedPhone; consent: Consent; brought: Brought | null },
): Promise<Linked> {
  const { accountId, phone, consent, brought } = about
  const stamp = { recordedAt: now, programmeVersion: terms.programmeVersion, requestId: request.id }
  return effects.store.transact(async (transaction) => {
    const before = await transaction.get<StoredAccount>('accounts', accountId)
    if (!before) throw new Error(`a phone number leads to ${accountId}, which is no account`)
    const about = { provedBy: phone.provedBy, consent, brought, at: now }
    const journal = link(openJournal(before, stamp), about, terms.programme)
    const reply = { ...homeView(journal.account, terms, now), joined: null }
    const { next, entries } = nextAccount(effects, before, journal, { request, reply })
    await transaction.insert('identities', { _id: identityId(effects, openid), accountId })
    await transaction.put('accounts', next)
    await transaction.put('profiles', profileOf(effects, accountId, { number: phone.number, verified: true, at: now }))
    return { reply, entries }
  })
}
