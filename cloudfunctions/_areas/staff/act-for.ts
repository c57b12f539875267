import { openJournal, type Journal } from '../../../shared/books/journal'
import { refuse, type Ruling } from '../../../shared/kit/ruling'
import type { Effects } from '../../_runtime/effects'
import type { StaffGrant } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import type { StoredAccount } from '../../_runtime/stored-account'
import type { Terms } from '../../_runtime/terms'
import { commit, type Decision, type Lacking } from '../../_runtime/unit-of-work'
import { holderNamedBy, readPass, type Pass } from './pass'

/** What a rule is told besides the account: by which pass, who acts, under which terms and request. */
export type Acting = {
  pass: Pass
  grant: StaffGrant
  terms: Terms
  requestId: string
  /** Whoever showed the card, where it is a shared one of this account. */
  holder: StoredAccount | null
}

type Act<Value, Refusal extends string> = {
  /** The entry that keeps the answer, where the rule writes one with an id of its own. */
  receiptId?: (acting: Omit<Acting, 'holder'>) => string
  decide: (journal: Journal, acting: Acting, lacking: Lacking) => Ruling<Decision<Value, Refusal>, Refusal>
  /** Leaves the posting of its entries to the account's next write, or to the clock. */
  lazily?: boolean
}

/** A command on the account of a customer whom this employee has identified within the last five minutes. */
export async function actFor<Value, Refusal extends string>(
  context: StaffContext,
  { scanId, accountId }: { scanId: string; accountId: string },
  { receiptId, decide, lazily }: Act<Value, Refusal>,
) {
  const { effects, now, request } = context
  const load = () => loadBoth(effects, accountId, holderNamedBy(effects, scanId))
  const [entered, loaded] = await Promise.all([context.entered, load()])
  if (!entered.ok) return entered
  if (!request) return refuse('request_id_missing')
  const { grant, terms } = entered.value
  const pass = readPass(effects, scanId, { accountId, staffId: grant._id })
  if (!pass.ok) return pass
  const acting = { pass: pass.value, grant, terms, requestId: request.id }
  const { programmeVersion } = terms
  const stamp = { recordedAt: now, programmeVersion, requestId: request.id, actor: grant._id }
  return commit(effects, {
    loaded,
    reload: load,
    request,
    ...(receiptId ? { receiptId: receiptId(acting) } : {}),
    ...(lazily ? { lazily } : {}),
    decide: (
      { account, holder },
      lacking,
    ): Ruling<Decision<Value, Refusal>, Refusal | 'member_unknown' | 'scan_over'> => {
      if (!account) return refuse('member_unknown')
      // Only here, since a repeated request is answered as the first time even after the pass is over.
      if (now >= pass.value.goodUntil) return refuse('scan_over')
      return decide(openJournal(account, stamp), { ...acting, holder }, lacking)
    },
  })
}

async function loadBoth({ store }: Effects, accountId: string, holderId: string | null) {
  const [account, holder] = await Promise.all([
    store.get<StoredAccount>('accounts', accountId),
    holderId ? store.get<StoredAccount>('accounts', holderId) : null,
  ])
  return { account, holder }
}
