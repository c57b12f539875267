import type { EnrolmentSource } from '../books/account'
import { suspicions, type Suspicion } from '../books/referral'
import type { Guards } from './terms'

/** An account as far as likeness is judged. */
export type Likeness = { accountId: string; source: Pick<EnrolmentSource, 'referrerId' | 'installation' | 'network'> }

/** What is known around a friend whose referral counts. */
export type Surroundings = {
  friend: Likeness
  /** Who brought them, who brought that member, and so on, nearest first. */
  chain: readonly Likeness[]
  /** Other accounts whose phone said the same of itself. */
  sameInstallation: readonly Likeness[]
  sameNetwork: readonly Likeness[]
  /** Phones on which the referrer has opened their link. */
  referrerInstallations: readonly string[]
  /** Friends of the same referrer who joined in the hours up to this one, this one among them. */
  joinedNear: number
}

/**
 * Why a person should look at a referral before it is rewarded. What a phone says of itself can only make two accounts
 * look alike: a phone that says nothing, or always something new, is no better off than an honest one.
 */
export function suspicionsOf(around: Surroundings, guards: Guards): Suspicion[] {
  const { friend, chain, sameInstallation, sameNetwork, referrerInstallations, joinedNear } = around
  const [referrer] = chain
  const further = chain.slice(1)
  const isFriendOf = ({ source }: Likeness) => source.referrerId === referrer?.accountId
  const own = friend.source.installation
  const found: { [S in Suspicion]: boolean } = {
    device: others(sameInstallation, friend).length > 0 || (own !== undefined && referrerInstallations.includes(own)),
    network: guards.network && others(sameNetwork, friend).some((one) => isSame(one, referrer) || isFriendOf(one)),
    ring: further.some((one) => isSame(one, friend) || isAlike(one, friend, guards)),
    burst: joinedNear > guards.burst.friends,
  }
  return suspicions.filter((one) => found[one])
}

function others(all: readonly Likeness[], friend: Likeness): Likeness[] {
  return all.filter((one) => !isSame(one, friend))
}

function isSame(one: Likeness, other: Likeness | undefined): boolean {
  return one.accountId === other?.accountId
}

function isAlike(one: Likeness, friend: Likeness, { network }: Guards): boolean {
  const { installation, network: ofNetwork } = friend.source
  if (installation !== undefined && installation === one.source.installation) return true
  return network && ofNetwork !== undefined && ofNetwork === one.source.network
}
