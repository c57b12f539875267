import { fireEvent, screen, waitFor } from '@testing-library/react'
import EventsPage from '../../client/src/pages/events/index'
import EventPage from '../../client/src/pages/play/event'
import type { EventView } from '../../shared/events/contract'
import { eventReplies, garden, listed, naming, newTea, pourOver, seen } from './support/events'
import { openPage, Refusal, takePhone, unreachable, type Asked } from './support/phone'

const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const words = () => document.body.textContent ?? ''
const answers = (asked: Asked) => eventReplies[asked.operation as keyof typeof eventReplies]

/** The page of one event, with what the cloud says of it; afterwards what it would say after a command. */
function openEvent(
  event: EventView,
  { isMember = true, then = event, refused }: { isMember?: boolean; then?: EventView; refused?: Refusal } = {},
) {
  let done = false
  const phone = takePhone((asked) => {
    if (asked.operation === 'events.read') return seen(done ? then : event, isMember)
    if (asked.operation === 'shop.welcome') return unreachable
    done = true
    return refused ?? answers(asked)
  })
  phone.openedWith({ event: event.id })
  openPage(EventPage)
  return phone
}
const sent = (phone: ReturnType<typeof takePhone>, operation: string) =>
  phone.asked.filter((asked) => asked.operation === operation)

describe('the events', () => {
  it('say when, where, what each costs, whose time it is and what is left', async () => {
    takePhone(answers)
    openPage(EventsPage)
    expect(
      await screen.findByLabelText(
        '手冲茶入门，建国西路店 · 二楼茶席 · 14:00–15:30 · 50 积分，银卡优先 · 明天 10:00 截止，剩 6 / 24 席',
      ),
    ).toBeTruthy()
    expect(words()).toContain('金卡优先至 5 月 25 日 10:00')
    expect(words()).toContain('5 月 25 日 10:00 向你开放')
    expect(words()).toContain('已满 · 可候补')
    expect(words()).toContain('前面还有 2 位在候补')
    expect(words()).toContain('¥98')
    expect(words()).not.toContain('给新茶取个名')
  })

  it('keep to a store, to weekends or to what is free', async () => {
    takePhone(answers)
    openPage(EventsPage)
    await screen.findByText('手冲茶入门')
    press('chip-free')
    expect(words()).not.toContain('手冲茶入门')
    expect(words()).toContain('新茶试饮会')
    press('chip-in-建国西路店')
    expect(words()).toContain('手冲茶入门')
    expect(words()).not.toContain('新茶试饮会')
  })

  it('have parts for one’s own, for votes, and for boards with challenges', async () => {
    const mine: EventView['mine'] = { state: 'waiting', guests: 0, until: null, ahead: 2, back: 0 }
    takePhone((asked) =>
      asked.operation === 'events.list' ? { ...listed, events: [{ ...garden, mine }, naming] } : answers(asked),
    )
    openPage(EventsPage)
    await screen.findByText('我报名的 1')
    press('part-mine')
    expect(words()).toContain('候补中，前面还有 2 位')
    press('part-votes')
    expect(words()).toContain('给新茶取个名')
    press('part-boards')
    await screen.findByText('本月积分榜')
    expect(words()).toContain('你本期得了 320 积分')
    expect(words()).toContain('2 / 3 单')
    expect(words()).not.toContain('林**')
  })

  it('lead to the page of each', async () => {
    const phone = takePhone(answers)
    openPage(EventsPage)
    await screen.findByText('手冲茶入门')
    press('event-go-pour-over')
    expect(phone.visited.at(-1)?.url).toBe('/pages/play/event?event=pour-over')
  })
})

describe('an event', () => {
  it('shows the windows with one’s own, and takes sign-ups with guests at their price', async () => {
    const seat: EventView['mine'] = { state: 'seat', guests: 1, until: null, ahead: null, back: 100 }
    const phone = openEvent(pourOver, { then: { ...pourOver, mine: seat, free: 4 } })
    expect(await screen.findByText('银卡 · 你')).toBeTruthy()
    expect(words()).toContain('银卡优先报名中')
    expect(words()).toContain('5 月 23 日 14:00 前可退')
    expect(document.getElementById('event-due')?.textContent).toBe('50')
    press('people-more')
    expect(document.getElementById('event-due')?.textContent).toBe('100')
    press('event-go')
    expect(await screen.findByText('已报名 2 人')).toBeTruthy()
    expect(sent(phone, 'events.sign-up').map(({ input }) => input)).toEqual([
      { eventId: 'pour-over', guests: 1, points: 100 },
    ])
    press('event-leave')
    expect(words()).toContain('取消后退回 100 积分')
    expect(sent(phone, 'events.leave')).toHaveLength(0)
    press('leave-confirm')
    await waitFor(() => expect(sent(phone, 'events.leave')).toHaveLength(1))
  })

  it('that is full offers the waiting list, and a seat to whoever has moved up', async () => {
    openEvent(garden)
    expect((await screen.findAllByText('确认候补')).length).toBeGreaterThan(0)
  })

  it('asks whoever has moved up to take the seat in time', async () => {
    const until = '2026-05-22T04:00:00.000Z'
    const phone = openEvent({ ...pourOver, mine: { state: 'offered', guests: 0, until, ahead: null, back: 0 } })
    expect(await screen.findByText('轮到你了，请在 明天 12:00 前确认')).toBeTruthy()
    press('event-go')
    await waitFor(() => expect(sent(phone, 'events.confirm')).toHaveLength(1))
  })

  it('that is not open for one yet offers to tell when it is, and no seat', async () => {
    const phone = openEvent(newTea)
    expect(await screen.findByText('新茶试饮会')).toBeTruthy()
    expect(document.getElementById('event-go')).toBeNull()
    press('event-remind')
    await waitFor(() => expect(sent(phone, 'events.remind')).toHaveLength(1))
  })

  it('can be read by a visitor, who is asked to join only when they sign up', async () => {
    const phone = openEvent(pourOver, { isMember: false })
    await screen.findByText('手冲茶入门')
    expect(document.getElementById('event-go')).toBeNull()
    press('event-join')
    await waitFor(() => expect(sent(phone, 'shop.welcome')).toHaveLength(1))
  })

  it('says why it was refused and looks again; without an answer the request is kept', async () => {
    const phone = openEvent(pourOver, { refused: new Refusal('event_full', '名额满了，没有扣你的积分') })
    await screen.findByText('手冲茶入门')
    press('event-go')
    expect(await screen.findByText('名额满了，没有扣你的积分')).toBeTruthy()
    phone.serve((asked) => (asked.operation === 'events.read' ? seen(pourOver) : unreachable))
    press('event-go')
    expect(await screen.findByText(/不会重复报名/)).toBeTruthy()
    press('event-go')
    await waitFor(() => expect(sent(phone, 'events.sign-up')).toHaveLength(3))
    const [, two, three] = sent(phone, 'events.sign-up')
    expect(two?.requestId).toBe(three?.requestId)
  })

  it.each([
    ['is unknown', 'event_unknown', { event: 'gone' }],
    ['the link does not name', 'input_invalid', {}],
  ])('that %s leads to the others', async (_, code, params) => {
    const phone = takePhone(() => new Refusal(code, '填写的内容有误：eventId'))
    phone.openedWith(params)
    openPage(EventPage)
    expect(await screen.findByText('可能已经取消，去看看别的活动')).toBeTruthy()
    press('page-state-action')
    expect(phone.visited.at(-1)?.url).toBe('/pages/events/index')
  })
})

describe('a vote', () => {
  it('is given for what was chosen, and shows how many each has once it is over', async () => {
    const phone = openEvent(naming, { then: { ...naming, ballot: { ...naming.ballot!, given: 'mist' } } })
    await screen.findByText('半山雾')
    expect(document.getElementById('event-vote')?.textContent).toBe('先选一个')
    press('option-mist')
    expect(document.getElementById('event-vote')?.textContent).toBe('投票')
    press('event-vote')
    await waitFor(() =>
      expect(sent(phone, 'events.vote').map(({ input }) => input)).toEqual([{ eventId: 'naming', option: 'mist' }]),
    )
    await waitFor(() => expect(document.getElementById('event-vote')?.textContent).toBe('已投票'))
  })

  it('tells its result after the close and takes no more', async () => {
    const [cloud, mist] = naming.ballot!.options
    const options = [
      { ...mist!, votes: 3 },
      { ...cloud!, votes: 1 },
    ]
    openEvent({ ...naming, state: 'over', ballot: { options, given: 'cloud', changeable: true, total: 4 } })
    expect(await screen.findByText('投票已结束，共 4 票')).toBeTruthy()
    expect(words()).toContain('3 票')
    expect(document.getElementById('event-vote')).toBeNull()
  })
})
