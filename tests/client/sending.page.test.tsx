import { act, screen, waitFor } from '@testing-library/react'
import SendingPage from '../../client/src/pages/manager/messages'
import type { OutputOf } from '../../shared/kit/contract'
import type { messagesFailures } from '../../shared/messages/failures-contract'
import { openPage, Refusal, takePhone, type Asked } from './support/phone'
import { press, words } from './support/till'

type Board = OutputOf<typeof messagesFailures>
const serverAt = '2026-05-24T04:00:00.000Z'
const title = { zh: '本月新品', en: 'New this month' }
const failure = (n: number, more: Partial<Board['failures'][number]> = {}): Board['failures'][number] => ({
  id: `notice:account-${n}:news`,
  topic: 'news',
  at: '2026-05-23T02:00:00.000Z',
  since: '2026-05-24T03:00:00.000Z',
  title,
  state: 'failed',
  channel: 'mail',
  tries: 6,
  code: -1,
  detail: 'connect ECONNREFUSED',
  maySendAgain: true,
  ...more,
})
const unsure = failure(9, {
  state: 'unsure',
  channel: 'subscription',
  tries: 1,
  maySendAgain: false,
  title: { zh: '名额', en: 'A seat' },
})
const board: Board = {
  serverAt,
  failures: [failure(1), unsure],
  nextBefore: 'page-2',
  waiting: [
    { state: 'failed', channel: 'mail', count: 1_200 },
    { state: 'unsure', channel: 'subscription', count: 1 },
  ],
  planned: 60,
  retrying: [{ channel: 'text', count: 12 }],
  policy: { quiet: null, perWeek: null, templates: 3, texts: 0, mail: true },
}
const calm: Board = { ...board, failures: [], nextBefore: null, waiting: [], planned: 0, retrying: [] }
const handled = (asked: readonly Asked[]) => asked.filter(({ operation }) => operation === 'messages.handle-failures')

/** A cloud that settles five hundred at a time of the mails that wait. */
function shopWith(waits: number) {
  let left = waits
  return ({ operation, input }: Asked) => {
    if (operation === 'messages.handle-failures') {
      const done = Math.min(500, left)
      left -= done
      return { handled: done, left }
    }
    if (left === 0) return calm
    if (input.before) return { ...board, failures: [failure(2)], nextBefore: null }
    return input.group ? { ...board, failures: [failure(1)], nextBefore: null } : board
  }
}

/** Opens the page and there the sheet in which a whole group is settled. */
async function openGroup(chip: string, button: string): Promise<void> {
  openPage(SendingPage)
  await screen.findByText('1,201')
  press(chip)
  await screen.findByText(button)
  press('settle-group')
}

it('says how many wait by which way, and what is being tried again by itself', async () => {
  takePhone(shopWith(1_200))
  openPage(SendingPage)
  await screen.findByText('1,201')
  expect(words()).toContain('短信有 12 条没发通，正在自动重试')
  for (const chip of ['全部', '邮件 · 没有发出 1,200', '微信 · 不知道是否发出 1']) expect(words()).toContain(chip)
  expect(words()).toContain('邮件 · 没有发出 · 试了 6 次 · 今天 11:00')
})

it('goes on with the next page when asked to', async () => {
  const phone = takePhone(shopWith(1_200))
  openPage(SendingPage)
  await screen.findByText('再看一些')
  press('failures-more')
  await waitFor(() => expect(document.getElementById('notice-account-2-news')).toBeTruthy())
  expect(phone.asked.map(({ input }) => input)).toEqual([{}, { before: 'page-2' }])
  expect(document.getElementById('failures-more')).toBeNull()
})

it('sends a whole way again slice after slice, each by a request of its own, and stands empty after it', async () => {
  const phone = takePhone(shopWith(1_200))
  await openGroup('chip-failed-mail', '一起处理这 1,200 条')
  press('group-again')
  await screen.findByText('没有发不出去的消息')
  const requests = handled(phone.asked)
  const group = { state: 'failed', channel: 'mail' }
  expect(requests.map(({ input }) => input)).toEqual(
    [1, 2, 3].map(() => ({ group, act: 'send-again', until: serverAt })),
  )
  expect(new Set(requests.map(({ requestId }) => requestId)).size).toBe(3)
  expect(words()).toContain('1,200 条已重新排队')
})

it('asks once more before all are let be, and offers nothing but that for what may have left', async () => {
  const phone = takePhone(shopWith(1))
  await openGroup('chip-unsure-subscription', '一起处理这 1 条')
  expect(words()).toContain('可能已经发出，再发会员会收到两次')
  expect(document.getElementById('group-again')).toBeNull()
  press('group-drop')
  expect([words().includes('1 条都不再发'), handled(phone.asked)]).toEqual([true, []])
  press('group-drop')
  await waitFor(() => expect(handled(phone.asked)).toHaveLength(1))
})

it('stops when told to, and says how far it came', async () => {
  let answer: (value: object) => void = () => undefined
  const phone = takePhone((asked) =>
    asked.operation === 'messages.handle-failures' ? new Promise((resolve) => (answer = resolve)) : board,
  )
  await openGroup('chip-failed-mail', '一起处理这 1,200 条')
  press('group-again')
  await waitFor(() => expect(document.getElementById('group-stop')).toBeTruthy())
  press('group-stop')
  await act(async () => answer({ handled: 500, left: 700 }))
  await screen.findByText('已处理 500 / 1,200')
  expect(handled(phone.asked)).toHaveLength(1)
  // What is left is gone on with, and counted with what was done before.
  press('group-drop')
  expect(words()).toContain('700 条都不再发')
  press('group-drop')
  await waitFor(() => expect(handled(phone.asked)).toHaveLength(2))
  press('group-stop')
  await act(async () => answer({ handled: 500, left: 200 }))
  await screen.findByText('已处理 1,000 / 1,200')
})

it('says why it was refused, and that what is done by then is done', async () => {
  let asked = 0
  takePhone(({ operation }) => {
    if (operation !== 'messages.handle-failures') return board
    asked += 1
    return asked === 1 ? { handled: 500, left: 700 } : new Refusal('rate_limited', '操作太快，请稍后再试')
  })
  await openGroup('chip-failed-mail', '一起处理这 1,200 条')
  press('group-again')
  await screen.findByText('操作太快，请稍后再试')
  expect(words()).toContain('已处理 500 / 1,200')
})
