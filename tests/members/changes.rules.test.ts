import { auditAccount } from '../../shared/books/audit'
import { fold } from '../../shared/books/evolve'
import { openJournal } from '../../shared/books/journal'
import { link } from '../../shared/members/link'
import { rename } from '../../shared/members/rename'
import { friendsShop } from '../referrals/model-friends'
import { balanceIn, buy, firstDay, giveBack, newMember, programmeOf, stampAt, type Book } from '../support/builders'

const programme = programmeOf({ enrolment: { points: 50, phone: 'optional' } })
const later = '2026-02-10T04:00:00.000Z'
const consent = { termsVersion: '2', privacyVersion: '3', adult: true as const }
const book = buy(newMember(programme), programme, { fen: 10_000 })
const opened = () => openJournal(book.account, stampAt(later))
const after = ({ account, entries }: Pick<Book, 'account' | 'entries'>): Book => ({
  account,
  entries: [...book.entries, ...entries],
})
const isWhole = (one: Book) => {
  expect(fold(one.entries)).toEqual(one.account)
  expect(auditAccount(one.account, balanceIn(one), one.entries)).toEqual([])
}

describe('a WeChat that comes to an account', () => {
  it('brings the consent of that day and how the number was proved, and no gift', () => {
    const { account, entries } = link(opened(), { provedBy: 'text', consent, at: later }, programme)
    expect(account.consent).toEqual({ termsVersion: '2', privacyVersion: '3', at: later })
    expect(account).toMatchObject({ lots: book.account.lots, memberNo: book.account.memberNo, enrolledAt: firstDay })
    expect(entries).toMatchObject([{ kind: 'link', provedBy: 'text', points: 0, at: later }])
    isWhole(after({ account, entries }))
  })

  it('of whom others enrolled says which friend’s link had come first; a link of their own, or a later one, counts for nobody', () => {
    const at = firstDay
    const shop = friendsShop()
    const enrolled = newMember(shop)
    const linked = (brought: { referrerId: string; at: string }) =>
      link(
        openJournal(enrolled.account, stampAt(later)),
        { provedBy: 'text', consent, at: later, brought: { ...brought, orders: [] } },
        shop,
      )
    const came = linked({ referrerId: 'account-9', at })
    expect(came.account.source).toEqual({ kind: 'pos', storeId: 'S1', referrerId: 'account-9' })
    expect(came.account.referral).toMatchObject({ state: 'waiting', until: '2026-02-09T16:00:00.000Z' })
    isWhole({ account: came.account, entries: [...enrolled.entries, ...came.entries] })
    const own = { referrerId: enrolled.account.accountId, at }
    for (const no of [own, { referrerId: 'account-9', at: later }])
      expect(linked(no).account.source).toEqual(enrolled.account.source)
  })

  it('counts for that friend by the first large order since, and on by the next where that one goes back', () => {
    const shop = friendsShop()
    const bought = [
      ['small', 2_999],
      ['first', 3_000],
      ['next', 9_000],
    ] as const
    const member = bought.reduce((one, [id, fen]) => buy(one, shop, { id, fen }), newMember(shop))
    const orders = bought.map(([orderId, amountFen]) => ({ storeId: 'S1', orderId, amountFen, at: firstDay }))
    const brought = { referrerId: 'account-9', at: firstDay, orders }
    const opened = openJournal(member.account, stampAt(later))
    const came = link(opened, { provedBy: 'text', consent, at: later, brought }, shop)
    const whole = { account: came.account, entries: [...member.entries, ...came.entries] }
    expect(whole.account.referral).toMatchObject({ state: 'qualified', order: { orderId: 'first' } })
    const kept = giveBack(whole, shop, { of: 'first', fen: 3_000, at: later })
    expect(kept.account.referral).toMatchObject({ state: 'qualified', order: { orderId: 'next' } })
    isWhole(kept)
    expect(giveBack(kept, shop, { of: 'next', fen: 9_000, at: later }).account.referral?.state).toBe('waiting')
  })
})

describe('a new name', () => {
  it('is a fact of its own, and the same again is none', () => {
    const named = rename(opened(), '小满', later)
    expect(named.account.name).toBe('小满')
    expect(named.entries).toMatchObject([{ kind: 'rename', name: '小满', points: 0 }])
    expect(rename(named, '小满', later).entries).toHaveLength(1)
    isWhole(after(named))
  })
})

it('an audit finds a name or a consent that no entry gave', () => {
  for (const change of [{ name: '别人' }, { consent: { termsVersion: '9', privacyVersion: '9', at: later } }])
    expect(auditAccount({ ...book.account, ...change }, balanceIn(book), book.entries)).toEqual([
      'the entries do not add up to the account',
    ])
})
