import { numberOf } from './joining'
import { manage, managerOpenid, requestId, useShop, valueOf, wakeClock, type Shop } from './shop'
import { atTill, hire } from './till'

export const adviser = 'o-adviser'
export const teacher = 'o-teacher'
export const head = managerOpenid
const minute = 60_000

/** An early-education centre with an adviser and a teacher, at ten in the morning of Tuesday, 1 September 2026. */
export function useCentre(often: 'each' | 'once' = 'each'): Centre {
  const shop = useShop('early-education', often)
  const centre = { shop, ids: {} as { [openid: string]: string } }
  const open = async () => {
    await shop.cloud.setClock('2026-09-01T02:00:00.000Z')
    for (const openid of [adviser, teacher]) {
      const before = await staffIds(shop)
      await hire(shop.cloud, openid)
      centre.ids[openid] = (await staffIds(shop)).find((id) => !before.includes(id)) ?? ''
    }
  }
  if (often === 'each') beforeEach(open)
  else beforeAll(open)
  return centre
}

export type Centre = { shop: Shop; ids: { [openid: string]: string } }

async function staffIds({ cloud }: Shop): Promise<string[]> {
  return (await cloud.dump('staff')).map(({ document }: any) => document._id)
}

/** A family that the adviser has enrolled at the desk, with the till's pass for it. */
export async function family({ shop }: Centre, who = 'o-family'): Promise<{ scanId: string; accountId: string }> {
  const { termsVersion, privacyVersion } = (await manage(shop.cloud, 'programmes.read')).live.programme.terms
  const consent = { termsVersion, privacyVersion, adult: true }
  const input = { storeId: 'S1', phone: numberOf(who), name: '林妈妈', consent }
  const { customer } = valueOf(await atTill(shop.cloud, adviser, 'staff.enrol', input))
  return { scanId: customer.scanId, accountId: customer.accountId }
}

export const contractAt = '2026-09-01T02:00:00.000Z'
/** Saturday, 19 September, ten o'clock. */
export const lessonAt = '2026-09-19T02:00:00.000Z'

/** How the family's journey is begun: by the adviser, with the teacher named. */
export function beginning(
  { ids }: Centre,
  of: { scanId: string; accountId: string },
  lesson: string | null = lessonAt,
) {
  return {
    ...of,
    journeyId: 'new-family',
    anchors: [{ code: 'contract', at: contractAt }, ...(lesson === null ? [] : [{ code: 'first-lesson', at: lesson }])],
    people: [
      { role: 'adviser', staffId: ids[adviser] },
      { role: 'teacher', staffId: ids[teacher] },
    ],
  }
}

export async function begun(centre: Centre, who?: string, lesson?: string | null) {
  const of = await family(centre, who)
  const { runId } = valueOf(
    await atTill(
      centre.shop.cloud,
      adviser,
      'journeys.begin',
      beginning(centre, of, lesson === undefined ? lessonAt : lesson),
    ),
  )
  return { ...of, runId: runId as string }
}

/** The id of a family's task. */
export function taskOf({ accountId }: { accountId: string }, key: string, no = 1): string {
  return `task:${accountId}:new-family:${no}:${key}`
}

export const reached = [{ question: 'reached', answer: 'connected' }]
export const unheard = [{ question: 'reached', answer: 'missed' }]

export function ask(centre: Centre, openid: string, operation: string, input: object, id = requestId()) {
  return atTill(centre.shop.cloud, openid, operation, input, id)
}

export function recordTask(centre: Centre, openid: string, taskId: string, more: object = {}, id = requestId()) {
  return ask(centre, openid, 'tasks.record', { taskId, answers: [], note: '', ...more }, id)
}

/** What somebody has to do, by the names of the touchpoints. */
export async function tasksOf(centre: Centre, openid: string, list: 'mine' | 'head' = 'mine', part = 'now') {
  return valueOf(await ask(centre, openid, 'tasks.mine', { storeId: 'S1', list, part }))
}

/** The clock stands at an instant and comes: twice, since what it writes may be due at once. */
export async function clockAt({ shop }: Centre, instant: string): Promise<void> {
  await shop.cloud.setClock(instant)
  await wakeClock(shop.cloud)
  await shop.cloud.advance(minute)
  await wakeClock(shop.cloud)
}

/** Every document of a collection. */
export async function all<D = any>({ shop }: Centre, collection: string): Promise<D[]> {
  return (await shop.cloud.dump(collection)).map(({ document }) => document as unknown as D)
}
