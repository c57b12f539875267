import { fireEvent, waitFor } from '@testing-library/react'
import PointsPage from '../../client/src/pages/assets/points'
import TierPage from '../../client/src/pages/assets/tier'
import type { Reminder } from '../../shared/messages/contract'
import { openPage, Refusal, takePhone, unreachable, type Asked } from './support/phone'
import { ladder, statement } from './support/replies'

const tier = (left = 0): Reminder => ({ topic: 'tier-upgraded', templateId: 'template-tier', left })
const points = (left = 0): Reminder => ({ topic: 'points-expiring', templateId: 'template-points', left })
const pages: { [operation: string]: unknown } = { 'tiers.progress': ladder, 'points.statement': statement }
const cloud =
  (answer: unknown = { reminders: [tier(1)] }) =>
  ({ operation }: Asked) =>
    operation === 'messages.accept' ? answer : pages[operation]
const rowOf = (topic: string) => document.getElementById(`remind-${topic}`)
const row = () => rowOf('tier-upgraded')
const tap = () => fireEvent.click(row()!)
const says = (text: string) => waitFor(() => expect(row()?.textContent).toContain(text))
const told = (phone: ReturnType<typeof takePhone>) =>
  phone.asked.filter(({ operation }) => operation === 'messages.accept')

afterEach(() => jest.useRealTimers())
/** The day of the phone's clock; its timers run as ever. */
function onDay(day: string): void {
  jest.useFakeTimers({ now: new Date(`${day}T04:00:00.000Z`), doNotFake: timers })
}
const timers = [
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'setImmediate',
  'nextTick',
  'queueMicrotask',
  'performance',
] as const as never

describe('the switch on the tier page', () => {
  it('lets WeChat ask in the tap, tells the cloud what was agreed to, and stands on', async () => {
    const phone = takePhone(cloud(), [tier(), points()])
    openPage(TierPage)
    await says('点开关后，微信会请你确认一次')
    expect(row()?.getAttribute('aria-checked')).toBe('false')
    tap()
    expect(phone.prompts).toEqual([['template-tier']])
    await says('已开启')
    expect(row()?.getAttribute('aria-checked')).toBe('true')
    expect(told(phone).map(({ input }) => input)).toEqual([
      { accepted: [{ topic: 'tier-upgraded', templateId: 'template-tier' }], refused: [] },
    ])
  })

  it('asks once however often it is tapped', async () => {
    const phone = takePhone(cloud(), [tier()])
    openPage(TierPage)
    await says('点开关后')
    tap()
    tap()
    await says('已开启')
    tap()
    expect([phone.prompts.length, told(phone).length]).toEqual([1, 1])
  })

  it('is not there where the shop has no template for it, nor above the highest tier', async () => {
    takePhone(cloud(), [points()])
    const page = openPage(TierPage)
    await waitFor(() => expect(document.body.textContent).toContain('怎么算等级'))
    expect(row()).toBeNull()
    page.unmount()
    takePhone(() => ({ ...ladder, progress: null }), [tier()])
    openPage(TierPage)
    await waitFor(() => expect(document.body.textContent).toContain('怎么算等级'))
    expect(row()).toBeNull()
  })

  it('says so when WeChat did not ask, and can be tapped again', async () => {
    const phone = takePhone(cloud(), [tier()])
    phone.consent(() => {
      throw Object.assign(new Error('requestSubscribeMessage:fail'), { errCode: 10001 })
    })
    openPage(TierPage)
    await says('点开关后')
    tap()
    await says('没有开启，请再点一次')
    phone.consent(() => 'accept')
    tap()
    await says('已开启')
  })

  it('tells the cloud again after a lost network, by the same request and without another question', async () => {
    const phone = takePhone(cloud(unreachable), [tier()])
    openPage(TierPage)
    await says('点开关后')
    tap()
    await says('还没存好')
    phone.serve(cloud())
    tap()
    await says('已开启')
    expect(phone.prompts).toHaveLength(1)
    const [first, second] = told(phone).map(({ requestId }) => requestId)
    expect([Boolean(first), second]).toEqual([true, first])
  })

  it('gives up an answer that the cloud will never take', async () => {
    const phone = takePhone(cloud(new Refusal('request_reused')), [tier()])
    openPage(TierPage)
    await says('点开关后')
    tap()
    await says('没有开启，请再点一次')
    expect(JSON.stringify([...phone.storage])).not.toContain('unsent')
  })
})

it('the switch on the points page asks for its own topic', async () => {
  const phone = takePhone(cloud({ reminders: [tier(), points(1)] }), [tier(), points()])
  openPage(PointsPage)
  await waitFor(() => expect(rowOf('points-expiring')?.textContent).toContain('积分到期前 7 天提醒我'))
  fireEvent.click(rowOf('points-expiring')!)
  await waitFor(() => expect(rowOf('points-expiring')?.textContent).toContain('已开启'))
  expect(phone.prompts).toEqual([['template-points']])
})

// Elsewhere the prompt came back although the member had agreed already.
describe('lesson 24: nobody is asked for what they have agreed to, or again on the day on which they said no', () => {
  it('a message that is agreed to and not yet sent is not asked for again', async () => {
    const phone = takePhone(cloud(), [tier(1)])
    openPage(TierPage)
    await says('已开启')
    tap()
    tap()
    expect([phone.prompts, told(phone)]).toEqual([[], []])
  })

  it.each([
    ['the question', () => 'reject'],
    [
      'all messages, in WeChat’s own settings',
      () => {
        throw Object.assign(new Error('requestSubscribeMessage:fail'), { errCode: 20004 })
      },
    ],
  ])('who refuses %s is not asked again that day, and may be on the next', async (_, answer) => {
    onDay('2026-05-21')
    const phone = takePhone(cloud({ reminders: [tier()] }), [tier()])
    phone.consent(answer)
    const first = openPage(TierPage)
    await says('点开关后')
    tap()
    await says('明天可以再开')
    expect(row()?.getAttribute('aria-checked')).toBe('false')
    expect(told(phone).map(({ input }) => input)).toMatchObject([
      { accepted: [], refused: [{ topic: 'tier-upgraded' }] },
    ])
    first.unmount()
    phone.restart()
    const second = openPage(TierPage)
    await says('明天可以再开')
    tap()
    expect(phone.prompts).toHaveLength(1)
    second.unmount()
    onDay('2026-05-22')
    openPage(TierPage)
    await says('点开关后')
    tap()
    expect(phone.prompts).toHaveLength(2)
    await says('明天可以再开')
  })
})
