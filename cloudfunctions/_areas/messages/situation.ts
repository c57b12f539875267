import { addMilliseconds, type Instant } from '../../../shared/kit/time'
import { comingNotices } from '../../../shared/messages/coming'
import { nothingTold } from '../../../shared/messages/telling'
import { renewalMs, type DueNotice, type Situation } from '../../../shared/messages/plan'
import { hasWayOut } from '../../../shared/messages/text-template'
import { worthOf } from '../../../shared/messages/worth'
import { chineseCalendar } from '../../_runtime/chinese-calendar'
import type { Effects } from '../../_runtime/effects'
import type { StoredAccount } from '../../_runtime/stored-account'
import type { Terms } from '../../_runtime/terms'
import { unspentOf, type Acceptance } from './acceptance'
import type { StoredNotice } from './notice'
import { readPreferences, type StoredPreferences } from './preferences'

/** One member's notices that are due, and all that decides how they go. */
export type MemberSituation = {
  account: StoredAccount
  due: StoredNotice[]
  acceptances: Acceptance[]
  preferences: StoredPreferences | null
  situation: Situation
}

/** More notices of one member than this are not sent at once. */
const dueMax = 50
const weekMs = 7 * 86_400_000

/** Reads it all in one go; null for a member who is gone. */
export async function readSituation(
  effects: Effects,
  terms: Terms,
  accountId: string,
  now: Instant,
): Promise<MemberSituation | null> {
  const [account, due, acceptances, preferences, promotions] = await Promise.all([
    effects.store.get<StoredAccount>('accounts', accountId),
    effects.store.find<StoredNotice>('notices', {
      where: { accountId, dueAt: { gt: '', lte: now } },
      orderBy: [['dueAt', 'asc']],
      limit: dueMax,
    }),
    unspentOf(effects, terms.shop, accountId),
    readPreferences(effects, accountId),
    readPromotions(effects, terms, accountId, now),
  ])
  if (!account) return null
  const planned = due.filter(({ state }) => state === 'planned')
  const quiet = terms.programme.messages?.quiet ?? null
  const situation: Situation = {
    now,
    due: planned.map((notice) => dueNotice(terms, account, notice)),
    // Only an open acceptance can be kept for something.
    coming: acceptances.length > 0 ? coming(terms, account, now) : [],
    open: countByTemplate(acceptances),
    agreed: { text: (preferences?.text ?? null) !== null, mail: (preferences?.mail ?? null) !== null },
    offered: {
      text: effects.platform.sendText !== null,
      mail: terms.shop.mail === true && effects.platform.sendMail !== null,
    },
    optedOut: preferences?.optedOut ?? [],
    promotions,
    quiet,
    perWeek: terms.programme.messages?.perWeek ?? null,
  }
  return { account, due, acceptances, preferences, situation }
}

async function readPromotions(
  effects: Effects,
  { programme }: Terms,
  accountId: string,
  now: Instant,
): Promise<Instant[]> {
  const perWeek = programme.messages?.perWeek
  if (perWeek === undefined) return []
  const sent = await effects.store.find<StoredNotice>('notices', {
    where: { accountId, promotedAt: { gt: addMilliseconds(now, -weekMs) } },
    orderBy: [['promotedAt', 'desc']],
    limit: Math.min(perWeek, 100),
  })
  return sent.map(({ promotedAt }) => promotedAt ?? now)
}

function dueNotice({ shop, programme }: Terms, account: StoredAccount, notice: StoredNotice): DueNotice {
  const { _id: id, topic, sending } = notice
  const purpose = sending?.purpose ?? 'service'
  const text = shop.texts?.[topic]
  return {
    id,
    topic,
    purpose,
    channels: sending?.channels ?? ['subscription', 'inbox'],
    worth: worthOf(notice, programme, account.tierId),
    templateId: shop.templates?.[topic]?.templateId ?? null,
    hasText: text !== undefined && (purpose === 'service' || hasWayOut(text)),
  }
}

function coming({ shop, programme }: Terms, account: StoredAccount, now: Instant): Situation['coming'] {
  const until = addMilliseconds(now, renewalMs)
  return comingNotices(account.telling ?? nothingTold, account, {
    programme,
    calendar: chineseCalendar,
    now,
    until,
  }).flatMap(({ at, notice }) => {
    const templateId = shop.templates?.[notice.topic]?.templateId
    const isService = (notice.sending?.purpose ?? 'service') === 'service'
    return templateId && isService ? [{ at, templateId, worth: worthOf(notice, programme, account.tierId) }] : []
  })
}

function countByTemplate(acceptances: readonly Acceptance[]): Situation['open'] {
  const open: { [templateId: string]: number } = {}
  for (const { templateId } of acceptances) open[templateId] = (open[templateId] ?? 0) + 1
  return open
}
