import type { Suspicion } from '../../../shared/books/referral'
import { addMilliseconds } from '../../../shared/kit/time'
import type { Programme } from '../../../shared/programme/schema'
import { suspicionsOf, type Likeness } from '../../../shared/referrals/suspicion'
import { guardsOf } from '../../../shared/referrals/terms'
import type { Effects } from '../../_runtime/effects'
import type { StoredAccount } from '../../_runtime/stored-account'
import { friendScene, type FriendFacts } from '../shop/scene'

/** As many accounts of one phone or network as are compared: one is enough to look at it, and a shop's own has many. */
const alikeMax = 200

/**
 * What makes a referral suspicious that has just come to count: asked of the database as it is now, so that accounts that
 * came at the same moment see one another. Asks nothing for an account whose referral does not count, or was allowed.
 */
export async function suspicionsAround(
  effects: Effects,
  account: StoredAccount,
  programme: Programme,
): Promise<Suspicion[]> {
  const { referral, source, enrolledAt } = account
  if (referral?.state !== 'qualified' || referral.cleared) return []
  const { store } = effects
  const guards = guardsOf(programme)
  const { referrerId } = referral
  const since = addMilliseconds(enrolledAt, -guards.burst.hours * 3_600_000)
  const [chain, link, sameInstallation, sameNetwork, joinedNear] = await Promise.all([
    chainFrom(effects, referrerId, guards.chain),
    store.get<{ _id: string } & FriendFacts>('scenes', friendScene(effects, referrerId)),
    alike(effects, 'source.installation', source.installation),
    alike(effects, 'source.network', source.network),
    store.count('accounts', { 'source.referrerId': referrerId, enrolledAt: { gt: since, lte: enrolledAt } }),
  ])
  const around = {
    friend: account,
    chain,
    sameInstallation,
    sameNetwork,
    referrerInstallations: link?.installations ?? [],
    joinedNear,
  }
  return suspicionsOf(around, guards)
}

/** Who brought somebody, who brought that member, and so on, nearest first. */
async function chainFrom({ store }: Effects, referrerId: string, length: number): Promise<Likeness[]> {
  const chain: Likeness[] = []
  for (let id: string | undefined = referrerId; id !== undefined && chain.length < length;) {
    const one: StoredAccount | null = await store.get<StoredAccount>('accounts', id)
    if (!one) return chain
    chain.push(one)
    id = one.source.referrerId
  }
  return chain
}

async function alike({ store }: Effects, field: string, mark: string | undefined): Promise<Likeness[]> {
  if (mark === undefined) return []
  return store.find<StoredAccount>('accounts', {
    where: { [field]: mark },
    limit: alikeMax,
    fields: ['accountId', 'source'],
  })
}
