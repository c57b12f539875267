import type { Entry } from '../../../shared/books/entry'
import type { OutputOf } from '../../../shared/kit/contract'
import type { Instant } from '../../../shared/kit/time'
import { maskedName } from '../../../shared/kit/names'
import { allow } from '../../../shared/kit/ruling'
import { effectWords, type Effect } from '../../../shared/programme/parts/effects'
import { qualifyingOf, type ReferralTerms } from '../../../shared/programme/parts/referral'
import type { FriendView, referralsRead } from '../../../shared/referrals/contract'
import { rewardEntryId } from '../../../shared/referrals/give'
import { samePoints } from '../../../shared/referrals/terms'
import { friendState } from '../../../shared/referrals/states'
import type { Effects } from '../../_runtime/effects'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import type { Where } from '../../_runtime/store'
import type { StoredAccount } from '../../_runtime/stored-account'
import { storeName } from '../../_runtime/terms'

const pageSize = 20
const pointKinds: Entry['kind'][] = ['referral-reward', 'referral-undone', 'referral-step', 'referral-step-undone']

/** The page to invite friends from. */
export const readReferrals: Handler<typeof referralsRead, EnrolledContext> = async (context, { before = '' }) => {
  const { effects, account, terms, now } = context
  const { store } = effects
  const mine = { 'source.referrerId': account._id }
  const [friends, friendsInAll, [sums]] = await Promise.all([
    friendsOf(effects, account._id, before),
    store.count('accounts', mine),
    store.tally('entries', {
      where: { accountId: account._id, kind: { in: pointKinds }, role: { in: ['referrer', 'step'] } },
      sums: { points: 'points' },
    }),
  ])
  const rewards = await rewardsFor(effects, friends.page)
  const { name, brand } = terms.shop
  const { referral } = terms.programme
  return allow({
    serverAt: now,
    shop: { name, storeName: storeName(terms, account.source.storeId), brand },
    offer: referral ? offerOf(referral, account) : null,
    enrolmentPoints: terms.programme.enrolment.points,
    counted: account.counters.referrals,
    points: sums?.sums['points'] ?? 0,
    friendsInAll,
    friends: friends.page.map((friend) => friendView(friend, rewards, now)),
    nextBefore: friends.nextBefore,
  })
}

/** Newest first; those of one instant by their id, so that a page goes on where the one before ended. */
async function friendsOf(effects: Effects, referrerId: string, before: string) {
  const [joinedAt = '', id = ''] = before.split(' ')
  const parts: Where[] =
    before === '' ? [{}] : [{ enrolledAt: joinedAt, _id: { lt: id } }, { enrolledAt: { lt: joinedAt } }]
  const found = (await Promise.all(parts.map((part) => friendsWhere(effects, referrerId, part)))).flat()
  const page = found.slice(0, pageSize)
  const last = found.length > pageSize ? page.at(-1) : undefined
  return { page, nextBefore: last ? `${last.enrolledAt} ${last._id}` : null }
}

function friendsWhere({ store }: Effects, referrerId: string, part: Where): Promise<StoredAccount[]> {
  return store.find<StoredAccount>('accounts', {
    where: { 'source.referrerId': referrerId, ...part },
    orderBy: [
      ['enrolledAt', 'desc'],
      ['_id', 'desc'],
    ],
    limit: pageSize + 1,
    fields: ['_id', 'name', 'enrolledAt', 'referral'],
  })
}

type Rewards = ReadonlyMap<string, Extract<Entry, { kind: 'referral-reward' }>>

async function rewardsFor({ store }: Effects, friends: readonly StoredAccount[]): Promise<Rewards> {
  const ids = friends.flatMap((friend) => (friend.referral?.state === 'rewarded' ? [rewardIdFor(friend)] : []))
  const found = ids.length > 0 ? await store.getMany<Entry>('entries', ids) : []
  return new Map(found.flatMap((entry) => (entry.kind === 'referral-reward' ? [[entry._id, entry]] : [])))
}

function rewardIdFor({ _id: friendId, referral }: StoredAccount): string {
  return rewardEntryId({ role: 'referrer', friendId, round: referral?.round ?? 0 })
}

function friendView(friend: StoredAccount, rewards: Rewards, now: Instant): FriendView {
  const { state, until } = friendState(friend, now)
  const reward = rewards.get(rewardIdFor(friend))
  return {
    name: maskedName(friend.name),
    joinedAt: friend.enrolledAt,
    // What the friend has already had is on its way to the member.
    state: state === 'rewarded' && !reward ? 'counting' : state,
    until,
    points: reward?.points ?? 0,
    capped: reward?.capped ?? false,
  }
}

function offerOf(
  { referrer, friend, limits = [], steps = [], completedBy }: ReferralTerms,
  { counters, referralSteps = [] }: StoredAccount,
): NonNullable<OutputOf<typeof referralsRead>['offer']> {
  const words = (gives: readonly Effect[]) => gives.map(effectWords)
  const isReached = (friends: number) =>
    friends <= counters.referrals || referralSteps.some((one) => one.friends === friends)
  return {
    referrer: words(referrer),
    friend: words(friend),
    samePoints: samePoints({ referrer, friend }),
    ...qualifyingOf({ completedBy }),
    limits,
    steps: steps.map(({ friends, gives }) => ({ friends, gives: words(gives), reached: isReached(friends) })),
  }
}
