import { sealOpenid, type Acceptance } from '../../cloudfunctions/_areas/messages/acceptance'
import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import type { Topic } from '../../shared/messages/topics'
import { keepNotice } from '../support/notices'
import { enrolPhone, manage, phone, requestId, today, useShop, valueOf, wakeClock } from '../support/shop'

const { cloud } = useShop('demo-tea', 'once')
const inForce = [
  { topic: 'check-in', templateId: 'template-check-in' },
  { topic: 'points-expiring', templateId: 'template-points' },
]
const replaced = [{ topic: 'points-expiring', templateId: 'template-before' }]
let openid = ''
let accountId = ''

beforeAll(async () => {
  const keys = ['number1', 'date2', 'thing3']
  const known = ['template-points', 'template-before', 'template-check-in'].map((id) => ({ id, keys }))
  await cloud.control('templates', known, 'PUT')
})
beforeEach(async () => {
  await setTemplates(inForce)
  openid = `o-${requestId()}`
  accountId = (await enrolPhone(cloud, openid)).member.accountId
  await cloud.control('outbox', undefined, 'DELETE')
})

async function setTemplates(templates: object[]): Promise<void> {
  await manage(cloud, 'messages.set-templates', { templates })
  await cloud.advance(5 * 60_000)
}

/** So many acceptances that were never spent, each older than any that is given by the phone. */
async function agreedBefore(topic: Topic, templateId: string, count: number): Promise<void> {
  await cloud.run(async () => {
    const effects = wxEffects()
    const old = Array.from({ length: count }, (_, n): Acceptance => {
      const _id = `acceptance:${accountId}:old-${n}:${topic}-${templateId}`
      const at = new Date(Date.parse(today) - 86_400_000 + n).toISOString()
      const open = { spentBy: null, spentAt: null, outcome: null }
      return {
        _id,
        accountId,
        topic,
        templateId,
        at,
        inputHash: '',
        sealedOpenid: sealOpenid(effects, _id, openid),
        ...open,
      }
    })
    await effects.store.insert('acceptances', old)
  })
}
async function agree(templateId: string, topic = 'points-expiring'): Promise<void> {
  await cloud.control('subscribe', { openid, templateIds: [templateId] })
  valueOf(await phone(cloud, openid, 'messages.accept', { accepted: [{ topic, templateId }], refused: [] }))
}
const left = async () =>
  Object.fromEntries(
    valueOf(await phone(cloud, openid, 'messages.reminders')).reminders.map((one: any) => [one.topic, one.left]),
  )
async function tell(key: string): Promise<void> {
  await keepNotice(cloud, accountId, { key, on: '2026-12-31' })
  await cloud.advance(60_000)
  await wakeClock(cloud)
}
const sent = async () =>
  (await cloud.control('outbox')).openapi
    .filter((one: any) => one.api === 'subscribeMessage.send')
    .map(({ request }: any) => request.template_id)

it('one good acceptance is found behind sixty for a template that the shop has no more', async () => {
  await agreedBefore('card-used', 'template-gone', 60)
  await agree('template-points')
  expect(await left()).toEqual({ 'check-in': 0, 'points-expiring': 1 })
  await tell('one')
  expect([await sent(), await left()]).toEqual([['template-points'], { 'check-in': 0, 'points-expiring': 0 }])
})

it('one good acceptance is found beside sixty for another template in force', async () => {
  await agreedBefore('check-in', 'template-check-in', 60)
  await agree('template-points')
  expect((await left())['points-expiring']).toBe(1)
  await tell('one')
  expect(await sent()).toEqual(['template-points'])
})

it('what was agreed to for a template that is replaced counts for none, and again once the shop takes it back', async () => {
  await setTemplates(replaced)
  await agree('template-before')
  expect(await left()).toEqual({ 'points-expiring': 1 })
  await setTemplates(inForce)
  expect((await left())['points-expiring']).toBe(0)
  await tell('one')
  expect(await sent()).toEqual([])
  await setTemplates(replaced)
  await tell('two')
  expect(await sent()).toEqual(['template-before'])
})
