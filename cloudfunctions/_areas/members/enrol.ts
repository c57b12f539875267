import type { membersEnrol } from '../../../shared/members/contract'
import type { Entry } from '../../../shared/books/entry'
import { allow, refuse } from '../../../shared/kit/ruling'
import { enrol as decide } from '../../../shared/members/enrol'
import type { Handler, MemberContext } from '../../_runtime/handler'
import { postEntries } from '../../_runtime/outbox'
import { accountIdOfOpenid, identityId, readMember } from '../../_runtime/people'
import { StoreDuplicate } from '../../_runtime/store'
import { storedAccount, withReply, type StoredAccount } from '../../_runtime/stored-account'
import { knownReply, withReceipt } from '../../_runtime/unit-of-work'
import { homeView } from './home-view'
import { drawCardNumber, drawMemberNumber } from './member-number'

/**
 * A visitor becomes a member: identity and account come into being together or not at all. Who is a member already, by
 * this or another phone, is answered with the account there is.
 */
export const enrol: Handler<typeof membersEnrol, MemberContext> = async (context, input) => {
  const { account, terms, now } = context
  if (account)
    return (await knownReply(context.effects, { account }, context.request)) ?? allow(homeView(account, terms, now))
  const { termsVersion, privacyVersion } = terms.programme.terms
  if (input.consent.termsVersion !== termsVersion || input.consent.privacyVersion !== privacyVersion)
    return refuse('consent_outdated')
  for (let attempt = 0; attempt < numberTriesMax; attempt += 1) {
    const enrolled = await tryEnrol(context, input)
    if (enrolled) return allow(homeView(enrolled, terms, now))
  }
  return refuse('busy')
}

/** 2026-11: with a million members one number in ninety is taken, so five tries fail once in six thousand million. */
const numberTriesMax = 5

async function tryEnrol(context: MemberContext, input: EnrolInput): Promise<StoredAccount | null> {
  const { effects, openid } = context
  const stored = newAccount(context, input)
  try {
    await effects.store.transact(async (transaction) => {
      await transaction.insert('identities', { _id: identityId(effects, openid), accountId: stored._id })
      await transaction.insert('accounts', stored)
    })
  } catch (error) {
    if (!(error instanceof StoreDuplicate)) throw error
    return readMember(effects, openid, stored._id)
  }
  const entries: Entry[] = stored.outbox.map((row) => row.entry)
  effects.afterReply(async () => void (await postEntries(effects, entries)))
  return stored
}

type EnrolInput = Parameters<typeof enrol>[1]

function newAccount({ effects, terms, now, request, openid }: MemberContext, input: EnrolInput): StoredAccount {
  const journal = decide(
    {
      accountId: accountIdOfOpenid(effects, openid),
      memberNo: drawMemberNumber(effects),
      cardNo: drawCardNumber(effects),
      name: input.name ?? null,
      externalId: null,
      source: { kind: 'wechat', storeId: input.storeId ?? null },
      consent: input.consent,
      at: now,
    },
    terms.programme,
    { recordedAt: now, programmeVersion: terms.programmeVersion, requestId: request?.id ?? '' },
  )
  if (!request) throw new Error('a command carries a request id')
  const reply = homeView(journal.account, terms, now)
  const rows = withReceipt(journal.entries, request, reply).map((entry) => ({ entry, at: now }))
  return withReply(storedAccount(journal.account, null, rows), {
    requestId: request.id,
    inputHash: request.inputHash,
    reply,
  })
}
