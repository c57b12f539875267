import type { Entry } from '../../../shared/books/entry'
import { openJournal, type Journal } from '../../../shared/books/journal'
import { allow } from '../../../shared/kit/ruling'
import { rewardEntryId, undoneEntryId } from '../../../shared/referrals/give'
import { rewardReferrer, undoReferrer, type ReferrerReward } from '../../../shared/referrals/referrer'
import type { Effects } from '../../_runtime/effects'
import type { ForReferrer, StoredAccount } from '../../_runtime/stored-account'
import type { Terms } from '../../_runtime/terms'
import { commit, post } from '../../_runtime/unit-of-work'

/**
 * Gives the referrer what a friend's account says is still to be given, or takes it back, in the order in which it came
 * about; gives what could not be done now. The friend's account keeps it until its next write, and every entry has an id of
 * its own, so that it happens once however often it is tried and whatever ends in between.
 */
export async function giveReferrer(effects: Effects, friend: StoredAccount, terms: Terms): Promise<ForReferrer[]> {
  const left = [...(friend.toReferrer ?? [])]
  for (let next = left[0]; next && friend.referral; next = left[0]) {
    const about = { friendId: friend._id, referrerId: friend.referral.referrerId, next }
    if (!(await giveOne(effects, about, terms))) return left
    left.shift()
  }
  return left
}

type About = { friendId: string; referrerId: string; next: ForReferrer }

/** The account is read before the ledger: what it no longer carries surely stands there. */
async function read({ store }: Effects, { friendId, referrerId, next }: About) {
  const side = { role: 'referrer' as const, friendId, round: next.round }
  const account = await store.get<StoredAccount>('accounts', referrerId)
  const ids = [rewardEntryId(side), undoneEntryId(side)]
  const posted = account ? await store.getMany<Entry>('entries', ids) : []
  const held = (account?.outbox ?? []).map(({ entry }) => entry).filter(({ _id }) => ids.includes(_id))
  return { account, entries: [...posted, ...held] }
}

type Loaded = Awaited<ReturnType<typeof read>>

async function giveOne(effects: Effects, about: About, terms: Terms): Promise<boolean> {
  const { programmeVersion } = terms
  const written: Entry[] = []
  const now = effects.now()
  const ruling = await commit(effects, {
    loaded: await read(effects, about),
    reload: () => read(effects, about),
    request: null,
    decide: (loaded: Loaded) => {
      if (!loaded.account) return allow({ journal: null, reply: null })
      const stamp = { recordedAt: now, programmeVersion, requestId: `clock-${now}` }
      return allow({ journal: decide(openJournal(loaded.account, stamp), loaded.entries, about, terms), reply: null })
    },
    post: (entries) => void written.push(...entries),
  })
  await post(effects, written)
  return ruling.ok
}

/** Null where it stands in the books already. */
function decide(opened: Journal, entries: readonly Entry[], about: About, { programme }: Terms): Journal | null {
  const { friendId, next } = about
  const at = opened.stamp.recordedAt
  const given = entries.find((entry): entry is ReferrerReward => entry.kind === 'referral-reward')
  const undone = entries.some(({ kind }) => kind === 'referral-undone')
  if (next.what === 'reward')
    return given ? null : rewardReferrer(opened, programme, { friendId, round: next.round, at })
  return given && !undone ? undoReferrer(opened, programme, given, at) : null
}
