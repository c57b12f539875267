import { accountFaults } from '../../../../shared/books/audit'
import { addDays, dayOf, timeOn, type Day, type Instant } from '../../../../shared/kit/time'
import { auditPage } from '../../books/audit'
import { headlessStores } from '../../journeys/headless'
import type { Effects } from '../../../_runtime/effects'
import type { Terms } from '../../../_runtime/terms'
import { auditLimits } from '../audit-limits'
import { keepFindings, letGoOfOld } from '../findings'
import type { Done, Job, Task } from '../job'

/**
 * The shop checks its own books each night: lots against balances, entries against accounts, what was given out against
 * what there is. What does not add up stands on the board until it does.
 */
export const audit: Job = {
  name: 'audit',
  title: { zh: '账目自查', en: 'Self-audit' },
  everyMinutes: 1,
  waits: null,
  run: auditTonight,
}

/** After whose books it goes on, on which night, and how many it has looked at in that night. */
type Cursor = { day: Day; after: string; looked: number; ended: boolean }

/** So many members a night; a shop that has more is gone through in several. */
const accountsANight = 2_000
const nightlyAt = '03:30'

async function auditTonight(effects: Effects, terms: Terms, { now, until, cursor }: Task): Promise<Done> {
  const before = begun(cursor as Cursor | null, dayOf(now))
  const next = nextNight(now)
  const total = { due: 0, done: 0, failed: 0 }
  let { after, looked } = before
  while (looked < accountsANight && effects.now() < until) {
    const page = await auditPage(effects, after)
    const found = page.faults.map(({ accountId, fault }) => {
      return {
        subject: accountId,
        words: { zh: `${accountId}：${accountFaults[fault]}`, en: `${accountId}: ${fault}` },
      }
    })
    if (page.accounts > 0) await keepFindings(effects, page.accountIds, found, now)
    const wrong = new Set(found.map(({ subject }) => subject)).size
    total.due += page.accounts
    total.done += page.accounts - wrong
    total.failed += wrong
    looked += page.accounts
    after = page.nextCursor ?? ''
    if (page.nextCursor === null) looked = accountsANight
  }
  const ended = looked >= accountsANight
  const limits = ended ? await auditLimits(effects, now) : { looked: [], found: [] }
  if (ended) await keepFindings(effects, limits.looked, limits.found, now)
  const heads = ended ? await headlessStores(effects, terms) : { looked: [], found: [] }
  if (ended) await keepFindings(effects, heads.looked, heads.found, now)
  if (ended) await letGoOfOld(effects, now)
  total.due += limits.looked.length
  total.failed += limits.found.length
  total.done += limits.looked.length - new Set(limits.found.map(({ subject }) => subject)).size
  return { ...total, left: !ended, next, cursor: { day: before.day, after, looked, ended } satisfies Cursor }
}

/** A night begins where the one before ended; one that was broken off is gone on with. */
function begun(cursor: Cursor | null, day: Day): Cursor {
  if (cursor && cursor.day === day && !cursor.ended) return cursor
  return { day, after: cursor?.after ?? '', looked: 0, ended: false }
}

function nextNight(now: Instant): Instant {
  const today = timeOn(dayOf(now), nightlyAt)
  return today > now ? today : timeOn(addDays(dayOf(now), 1), nightlyAt)
}
