import { fireEvent, screen } from '@testing-library/react'
import { act } from 'react'
import MessagesPage from '../../client/src/pages/assets/messages'
import type { OutputOf } from '../../shared/kit/contract'
import type { messagesInbox } from '../../shared/messages/contract'
import { openPage, takePhone } from './support/phone'

type Inbox = OutputOf<typeof messagesInbox>
const inbox: Inbox = {
  serverAt: '2026-05-24T04:00:00.000Z',
  notices: [
    {
      id: 'notice:account-1:expiry-2026-05-31',
      topic: 'points-expiring',
      at: '2026-05-24T02:00:10.000Z',
      title: { zh: '180 积分快到期了', en: '180 points expire soon' },
      text: { zh: '最后可用日 5 月 31 日', en: 'Good until 31 May' },
      page: 'pages/assets/points',
      state: 'inbox',
    },
  ],
  nextBefore: 'earlier',
}
const earlier: Inbox = {
  ...inbox,
  notices: [{ ...inbox.notices[0]!, id: 'notice:account-1:tier-4', topic: 'tier-upgraded', page: 'pages/assets/tier' }],
  nextBefore: null,
}

describe('the member’s messages', () => {
  it('say what happened and when, newest first, and lead to the page that shows it', async () => {
    const phone = takePhone(({ input }) => (input.before ? earlier : inbox))
    openPage(MessagesPage)
    expect(await screen.findByText('180 积分快到期了')).toBeTruthy()
    expect(document.body.textContent).toContain('最后可用日 5 月 31 日 · 今天 10:00')
    fireEvent.click(document.getElementById('notice-account-1-expiry-2026-05-31')!)
    expect(phone.visited).toEqual([{ kind: 'to', url: '/pages/assets/points' }])
    act(() => phone.fire('bottom'))
    await screen.findAllByText('180 积分快到期了')
    expect(phone.asked.map(({ input }) => input)).toEqual([{}, { before: 'earlier' }])
  })

  it('lead nowhere when this version of the app does not know the page', async () => {
    const phone = takePhone(() => ({ ...inbox, notices: [{ ...inbox.notices[0]!, page: 'pages/of/tomorrow' }] }))
    openPage(MessagesPage)
    await screen.findByText('180 积分快到期了')
    fireEvent.click(document.getElementById('notice-account-1-expiry-2026-05-31')!)
    expect(phone.visited).toEqual([])
  })

  it('say why there are none', async () => {
    takePhone(() => ({ ...inbox, notices: [], nextBefore: null }))
    openPage(MessagesPage)
    expect(await screen.findByText('还没有消息')).toBeTruthy()
  })
})
