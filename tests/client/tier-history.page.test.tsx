import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import TierPage from '../../client/src/pages/assets/tier'
import TierHistoryPage from '../../client/src/pages/assets/tier-history'
import { openPage, Refusal, takePhone, type Asked } from './support/phone'
import { history, replies } from './support/replies'

const shop = ({ operation }: Asked) => replies[operation as keyof typeof replies]
const words = () => document.body.textContent ?? ''
const open = async (reply: unknown) => {
  const phone = takePhone((asked) => (asked.operation === 'tiers.history' ? reply : shop(asked)))
  openPage(TierHistoryPage)
  await screen.findByText('变化记录')
  return phone
}

describe('the history of tiers', () => {
  it('is reached from the ladder', async () => {
    const phone = takePhone(shop)
    openPage(TierPage)
    await screen.findByText('等级记录')
    fireEvent.click(document.getElementById('tier-history')!)
    expect(phone.visited.at(-1)).toMatchObject({ kind: 'to', url: '/pages/assets/tier-history' })
  })

  it('tells how far the next tier is, each change with its reason, what counted, and how it is counted', async () => {
    await open(history)
    for (const shown of [
      '升级进度 · 银卡¥680/ 1,000再消费 ¥320 升级金卡',
      '升级为银卡3 月 31 日累计消费满 ¥500',
      '消费计入2 月 14 日¥128.00 · 建国西路店，累计 ¥372',
      '退款扣回1 月 9 日¥42.00 已从累计中扣除，累计 ¥244',
      '成为普通会员2025 年 11 月 2 日来自 建国西路店 门店码',
      '统计范围入会以来的全部实付金额',
    ]) {
      expect(words()).toContain(shown)
    }
  })

  it('names a lower tier after a refund as that, with what counts now', async () => {
    const [up] = history.events
    if (up?.event.code !== 'tier') throw new Error('the first event is the upgrade')
    const { from, to } = up.event
    const down = { ...up.event, from: to, to: from, up: false, cause: 'refund', because: [] }
    await open({ ...history, counts: ['spend', 'orders'], events: [{ ...up, event: down }] })
    expect(words()).toContain('等级变为普通3 月 31 日退款后累计 ¥520、累计 6 单，按实际消费重算')
  })

  it('says at the highest tier that it is the highest', async () => {
    await open({ ...history, progress: null })
    expect(words()).toContain('当前等级 · 银卡银卡会员已是最高等级')
  })

  it('loads further pages, passes over empty ones, and offers another try when one fails', async () => {
    const phone = await open({ ...history, nextCursor: '9.100.1.1' })
    phone.serve(({ input }) =>
      input['cursor'] === '9.100.1.1'
        ? { ...history, events: [], nextCursor: '5.50.1.1' }
        : new Refusal('internal_error', '', 'e1'),
    )
    act(() => phone.fire('bottom'))
    expect(await screen.findByText('更早的记录没加载出来')).toBeTruthy()
    phone.serve(() => ({ ...history, events: [{ ...history.events[1], id: 'older' }] }))
    fireEvent.click(document.getElementById('history-more')!)
    await waitFor(() => expect(words()).toContain('没有更早的记录了'))
    expect(words().split('消费计入')).toHaveLength(3)
  })
})
