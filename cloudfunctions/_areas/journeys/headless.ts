import type { Bilingual } from '../../../shared/kit/fields'
import type { Effects } from '../../_runtime/effects'
import type { StaffGrant } from '../../_runtime/handler'
import type { Terms } from '../../_runtime/terms'
import { isHeadOf } from './access'
import type { StoredTask } from './stored'

/** What was looked at, and the stores whose head's list nobody sees. */
export type Headless = { looked: string[]; found: { subject: string; words: Bilingual }[] }

/** Stores in which something has come to the head and nobody is: it stands in a list that is nobody's. */
export async function headlessStores({ store }: Effects, { shop }: Pick<Terms, 'shop'>): Promise<Headless> {
  const grants = await store.find<StaffGrant>('staff', { where: { active: true }, limit: 1000 })
  const without = shop.stores.filter(({ id }) => !grants.some((grant) => isHeadOf(grant, id)))
  const open = await Promise.all(
    without.map(({ id }) => {
      const where = { storeId: id, forHead: 'open' }
      return store.find<StoredTask>('tasks', { where, orderBy: [['place', 'asc']], limit: 1, fields: ['storeId'] })
    }),
  )
  return {
    looked: shop.stores.map(({ id }) => subjectOf(id)),
    found: without.flatMap(({ id, name }, n) =>
      open[n]?.length ? [{ subject: subjectOf(id), words: wordsFor(name) }] : [],
    ),
  }
}

function subjectOf(storeId: string): string {
  return `head:${storeId}`
}

function wordsFor(name: string): Bilingual {
  return {
    zh: `${name}没有店长，交给店长的跟进任务没有人看到。请给这家店指定一位店长`,
    en: `${name} has no manager, so nobody sees the follow-ups that have come to its head. Name a manager for it`,
  }
}
