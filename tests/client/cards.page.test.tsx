import { fireEvent, screen, waitFor } from '@testing-library/react'
import SharedCardsPage from '../../client/src/pages/assets/cards'
import { openPage, takePhone, type Asked } from './support/phone'
import { cards, home, sharedCard, sharedCards, sharing } from './support/replies'

const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const words = () => document.body.textContent ?? ''
const { cardId } = sharedCard
const main = {
  cards: {
    ...sharedCards,
    cards: [sharedCards.cards[0]!, { ...sharedCard, shared: { ...sharedCard.shared!, role: 'main' } }],
  },
  sharing: { ...sharing, card: { ...sharing.card, role: 'main' } },
}
const answers =
  (mine: unknown, history: unknown, more: { [operation: string]: unknown } = {}) =>
  ({ operation }: Asked) =>
    ({ 'cards.mine': mine, 'cards.history': history, 'home.read': home, ...more })[operation]

describe('a shared card on the phone of somebody who was invited', () => {
  it('shows whose it is and what they did, and what goes with them before they leave', async () => {
    const phone = takePhone(answers(sharedCards, sharing, { 'cards.leave': { moved: 320 } }))
    openPage(SharedCardsPage)
    expect(await screen.findByText('林小满消费 ¥128.00')).toBeTruthy()
    for (const shown of ['李慧的金卡 · 你是副卡', '12,860', '带来 420 · 用掉 100', '建国西路店', '+128'])
      expect(words()).toContain(shown)
    expect(document.getElementById('share-invite')).toBeNull()
    press('share-leave')
    expect(words()).toContain('你带来、还没用掉的 320 积分会回到你自己的卡')
    expect(phone.asked.some(({ operation }) => operation === 'cards.leave')).toBe(false)
    press('part-confirm')
    await waitFor(() =>
      expect(phone.asked.find(({ operation }) => operation === 'cards.leave')?.input).toEqual({ cardId }),
    )
  })
})

describe('a shared card on the phone of whoever opened it', () => {
  it('invites by a code that is good once, and lets a holder go by name', async () => {
    const code = { code: 'ABCDEFGHJK', goodUntil: '2026-05-22T04:06:00.000Z' }
    const phone = takePhone(
      answers(main.cards, main.sharing, { 'cards.invite': code, 'cards.remove-holder': { moved: 320 } }),
    )
    openPage(SharedCardsPage)
    expect(await screen.findByText('邀请一位（还可邀请 4 人）')).toBeTruthy()
    press('share-invite')
    expect(await screen.findByText('ABCDE FGHJK')).toBeTruthy()
    press('sheet-close')
    press('holder-acc_1')
    expect(words()).toContain('林小满不能再用这张卡，带来、还没用掉的 320 积分会一起带走')
    press('part-confirm')
    const asked = () => phone.asked.find(({ operation }) => operation === 'cards.remove-holder')?.input
    await waitFor(() => expect(asked()).toEqual({ cardId, holderId: 'acc_1' }))
    expect(phone.asked.filter(({ operation }) => operation === 'cards.invite')).toHaveLength(1)
  })
})

describe('a member without a shared card', () => {
  it('joins by a code however it is typed, or opens one', async () => {
    const offers = [{ kind: 'family' as const, modes: ['pooled' as const, 'separate' as const] }]
    const phone = takePhone(answers({ ...cards, offers }, sharing, { 'cards.join': { cardId, pending: true } }))
    openPage(SharedCardsPage)
    expect(await screen.findByText('积分汇到你的卡，一起攒一起用')).toBeTruthy()
    expect(words()).toContain('各自积分，互不共用')
    fireEvent.input(document.getElementById('share-join-code')!, { target: { value: 'abcde fghjk' } })
    press('share-join')
    const asked = () => phone.asked.find(({ operation }) => operation === 'cards.join')?.input
    await waitFor(() => expect(asked()).toEqual({ code: 'ABCDEFGHJK' }))
  })
})
