import { enrolPhone, everything, manage, phone, requestId, useShop, valueOf, wakeClock } from '../support/shop'

const { cloud } = useShop('demo-tea')
const template = { topic: 'check-in', templateId: 'template-check-in' }
const [lin, wang, chen] = ['o-member-lin', 'o-member-wang', 'o-member-chen']

/** The member taps, WeChat asks, the member allows, and the phone tells the cloud. */
async function allow(openid: string, id = requestId()): Promise<any> {
  await cloud.control('subscribe', { openid, templateIds: [template.templateId] })
  return phone(cloud, openid, 'messages.accept', { accepted: [template], refused: [] }, { requestId: id })
}
const sentTo = async () =>
  (await cloud.control('outbox')).openapi
    .filter((each: any) => each.api === 'subscribeMessage.send')
    .map(({ request }: any) => [request.touser, request.data.date2.value, request.page])
async function tickAt(instant: string): Promise<void> {
  await cloud.setClock(instant)
  await wakeClock(cloud)
}
const page = 'pages/play/checkin'

it('one acceptance brings one reminder, on the first evening without a check-in, and none to who did not ask', async () => {
  await manage(cloud, 'messages.set-templates', { templates: [template] })
  await cloud.control('templates', [{ id: template.templateId, keys: ['number1', 'date2', 'thing3'] }], 'PUT')
  for (const openid of [lin, wang, chen]) await enrolPhone(cloud, openid)
  const id = requestId()
  const first = valueOf(await allow(lin, id))
  expect(first.reminders).toMatchObject([{ topic: 'check-in', left: 1 }])
  valueOf(await allow(wang))
  valueOf(await phone(cloud, wang, 'checkins.check-in'))
  const before = await everything(cloud)
  expect(valueOf(await allow(lin, id))).toEqual(first)
  expect(await everything(cloud)).toEqual(before)

  const { now } = await cloud.control('clock')
  const today = now.slice(0, 10)
  await tickAt(`${today}T11:59:00.000Z`)
  expect(await sentTo()).toEqual([])
  for (const clock of ['12:00', '12:01', '13:00']) await tickAt(`${today}T${clock}:00.000Z`)
  expect(await sentTo()).toEqual([[lin, '2026年6月1日', page]])
  for (const clock of ['12:00', '12:01']) await tickAt(`2026-06-02T${clock}:00.000Z`)
  await tickAt('2026-06-03T12:00:00.000Z')
  expect(await sentTo()).toEqual([
    [lin, '2026年6月1日', page],
    [wang, '2026年6月2日', page],
  ])
  const inboxes = await Promise.all(
    [lin, wang, chen].map(async (openid) => valueOf(await phone(cloud, openid, 'messages.inbox')).notices),
  )
  expect(inboxes).toMatchObject([
    [{ topic: 'check-in', page, state: 'sent', text: { zh: '点开签到' } }],
    [{ topic: 'check-in', page, state: 'sent', text: { zh: '已连续 1 天，断签后从第 1 天重新算' } }],
    [],
  ])
  const left = valueOf(await phone(cloud, lin, 'messages.reminders')).reminders
  expect(left).toMatchObject([{ topic: 'check-in', left: 0 }])
})
