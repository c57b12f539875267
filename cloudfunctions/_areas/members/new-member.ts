import type { Account, EnrolmentSource, Holder } from '../../../shared/books/account'
import type { Consent, Entry } from '../../../shared/books/entry'
import { enrol } from '../../../shared/members/enrol'
import type { Effects } from '../../_runtime/effects'
import type { Transaction } from '../../_runtime/store'
import type { StoredAccount } from '../../_runtime/stored-account'
import type { Terms } from '../../_runtime/terms'
import { nextAccount, type RequestMark } from '../../_runtime/unit-of-work'
import { drawCardNumber, drawMemberNumber } from './member-number'
import { profileOf, type Profile } from './profile'

/** Somebody who is about to become a member. */
export type Newcomer = {
  accountId: string
  name: string | null
  holder: Holder
  source: EnrolmentSource
  consent: Consent
  phone: { number: string; verified: boolean } | null
}
export type NewMember = { next: StoredAccount; entries: Entry[]; profile: Profile | null }
export type Joining = { effects: Effects; now: string; terms: Terms; request: RequestMark; actor?: string }

/** The documents of a new member, with what `answer` says of the account as the answer to the request. Nothing is written yet. */
export function newMember(about: Joining, newcomer: Newcomer, answer: (account: Account) => unknown): NewMember {
  const { effects, now, terms, request, actor } = about
  const { accountId, phone, ...facts } = newcomer
  const numbers = { memberNo: drawMemberNumber(effects), cardNo: drawCardNumber(effects) }
  const journal = enrol({ accountId, ...numbers, ...facts, externalId: null, at: now }, terms.programme, {
    recordedAt: now,
    programmeVersion: terms.programmeVersion,
    requestId: request.id,
    ...(actor ? { actor } : {}),
  })
  const reply = answer(journal.account)
  const profile = phone && profileOf(effects, accountId, { ...phone, at: now })
  return { ...nextAccount(effects, null, journal, { request, reply }), profile }
}

/** Writes a new member's own documents; the transaction around it adds what leads to them. */
export async function insertMember(transaction: Transaction, { next, profile }: NewMember): Promise<void> {
  if (profile) await transaction.insert('profiles', profile)
  await transaction.insert('accounts', next)
}
