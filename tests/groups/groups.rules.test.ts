import * as fc from 'fast-check'
import { changeGroups, groupsAfter, groupsOfOneMax, type GroupAct } from '../../shared/groups/change'
import { customerOf, shownAs } from '../../shared/groups/customer'
import { stageOf, stagesOf } from '../../shared/groups/funnel'
import { deskScripts } from '../../shared/members/desk-scripts'
import { originOf } from '../../shared/members/origin'
import { checkProgramme } from '../../shared/programme/check'
import { onlineShop } from '../../shared/programme/presets/online-shop'
import { photoStudio } from '../../shared/programme/presets/photo-studio'
import { buy, giveBack, newMember } from '../support/builders'
import { consenting } from '../support/coupons'

const stages = stagesOf(onlineShop)
const never = { askedAt: null, askedBy: null }
const asked = { askedAt: '2026-01-11T04:00:00.000Z', askedBy: 'staff-1' }

describe('the funnel (P10.3)', () => {
  it.each([
    [{ asked: false, orders: 0 }, 'lead'],
    [{ asked: true, orders: 0 }, 'asked'],
    [{ asked: false, orders: 1 }, 'buyer'],
    [{ asked: true, orders: 1 }, 'buyer'],
    [{ asked: false, orders: 2 }, 'repeat'],
    [{ asked: false, orders: 4 }, 'repeat'],
    [{ asked: false, orders: 5 }, 'loyal'],
    [{ asked: true, orders: 500 }, 'loyal'],
  ])('places %j as %s', (facts, stage) => {
    expect(stageOf(stages, facts)).toBe(stage)
  })

  it('counts closed orders: one that was given back leads back to where its member asked', () => {
    const bought = buy(newMember(onlineShop), onlineShop, { fen: 10_000 })
    expect(customerOf(bought.account, onlineShop, asked)).toMatchObject({ stage: 'buyer', orders: 1 })
    const back = giveBack(bought, onlineShop, { fen: 10_000 })
    expect(customerOf(back.account, onlineShop, asked)).toMatchObject({ stage: 'asked', orders: 0 })
    expect(customerOf(back.account, onlineShop, never)).toMatchObject({ stage: 'lead' })
  })

  it('follows the figures of the programme, and is nothing where there is none', () => {
    const funnel = stages.map((one) => (one.id === 'loyal' ? { ...one, fromOrders: 3 } : one))
    expect(stageOf(funnel, { asked: false, orders: 3 })).toBe('loyal')
    const { account } = newMember(onlineShop)
    const { segments: _, ...plain } = onlineShop
    expect([customerOf(account, plain, never), shownAs(account, plain)]).toEqual([null, null])
    const other = { ...onlineShop, segments: { ...onlineShop.segments, funnel } }
    expect(shownAs(account, other)).not.toBe(shownAs(account, onlineShop))
  })

  it('never leads back by a further order', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.nat(50), (had, orders) => {
        const place = (count: number) =>
          stages.findIndex(({ id }) => id === stageOf(stages, { asked: had, orders: count }))
        expect(place(orders + 1)).toBeGreaterThanOrEqual(place(orders))
      }),
    )
  })
})

describe('where a customer came from (P8.4)', () => {
  const { account } = newMember(photoStudio)
  const from = (source: Partial<typeof account.source>) => ({ ...account, source: { ...account.source, ...source } })

  it.each([
    [{ kind: 'wechat', storeId: null }, 'self'],
    [{ kind: 'wechat', storeId: 'S1' }, 'store'],
    [{ kind: 'wechat', storeId: 'S1', staffId: 'staff-1' }, 'staff'],
    [{ kind: 'wechat', storeId: null, referrerId: 'account-2' }, 'referral'],
    [{ kind: 'staff', storeId: 'S1', staffId: 'staff-1', referrerId: 'account-2' }, 'referral'],
    [{ kind: 'staff', storeId: 'S1' }, 'staff'],
    [{ kind: 'pos', storeId: 'S1' }, 'till'],
  ] as const)('%j is %s', (source, origin) => {
    expect(originOf(from(source).source)).toBe(origin)
  })

  it('decides what the desk says', () => {
    expect(deskScripts(from({ kind: 'wechat', storeId: null }), photoStudio)).toMatchObject([{ source: 'self' }])
    expect(deskScripts(from({ referrerId: 'account-2' }), photoStudio)).toMatchObject([
      { source: 'referral', text: { en: 'Your friend has left a gift for you' } },
    ])
    // Nothing is said of its own to whoever a till enrolled: they came by themselves. A friend's words are for friends.
    expect(deskScripts(from({ kind: 'pos' }), photoStudio)).toMatchObject([{ source: 'self' }])
    const scripts = photoStudio.service!.scripts!.filter(({ source }) => source !== 'referral')
    const silent = { ...photoStudio, service: { ...photoStudio.service!, scripts } }
    expect(deskScripts(from({ referrerId: 'account-2' }), silent)).toEqual([])
  })

  it('says first that a prize of theirs waits', () => {
    const exchange = { no: 1, prize: 'round-1.3' } as never
    const won = { ...from({ kind: 'wechat', storeId: null }), exchanges: [exchange] }
    expect(deskScripts(won, photoStudio).map(({ source }) => source)).toEqual(['draw', 'self'])
  })

  it('takes what is said in that store, or to that way of joining, before what is said to all', () => {
    const text = (word: string) => ({ zh: word, en: word })
    const scripts = [
      { source: 'store' as const, text: text('all') },
      { source: 'store' as const, channel: 'wechat' as const, text: text('by phone') },
      { source: 'store' as const, storeId: 'S1', text: text('here') },
    ]
    const programme = { ...photoStudio, service: { channels: ['store' as const], scripts } }
    const said = (storeId: string) => deskScripts(from({ kind: 'wechat', storeId }), programme)[0]?.text.en
    expect([said('S1'), said('S2')]).toEqual(['here', 'by phone'])
  })
})

describe('groups (P10.3)', () => {
  const change = (standing: string[], act: GroupAct, programme = onlineShop) => {
    const ruling = changeGroups(standing, act, programme)
    return ruling.ok ? groupsAfter(standing, ruling.value) : ruling.refusal
  }

  it('copy puts somebody into one more, cut moves them, out takes them away', () => {
    expect(change(['a'], { does: 'copy', to: 'b' })).toEqual(['a', 'b'])
    expect(change(['a', 'c'], { does: 'cut', from: 'a', to: 'b' })).toEqual(['c', 'b'])
    expect(change(['a', 'c'], { does: 'out', from: 'a' })).toEqual(['c'])
  })

  it('nobody stands in a group twice', () => {
    expect(change(['a', 'b'], { does: 'copy', to: 'b' })).toEqual(['a', 'b'])
    expect(change(['a', 'b'], { does: 'cut', from: 'a', to: 'b' })).toEqual(['b'])
    expect(change(['a'], { does: 'cut', from: 'a', to: 'a' })).toEqual(['a'])
  })

  it('nobody is moved out of a group in which they do not stand', () => {
    expect(change(['a'], { does: 'cut', from: 'b', to: 'c' })).toBe('group_not_in')
    expect(change([], { does: 'out', from: 'b' })).toBe('group_not_in')
  })

  it('only what the programme allows is done', () => {
    const tags = (copy: boolean, cut: boolean) => ({ ...onlineShop, segments: { tags: { copy, cut } } })
    expect(change([], { does: 'copy', to: 'a' }, tags(false, true))).toBe('group_copy_off')
    expect(change(['a'], { does: 'cut', from: 'a', to: 'b' }, tags(true, false))).toBe('group_cut_off')
    expect(change(['a'], { does: 'out', from: 'a' }, tags(false, false))).toEqual([])
    expect(change([], { does: 'copy', to: 'a' }, { ...onlineShop, segments: {} })).toBe('groups_off')
  })

  it('has a bound for one customer, which a move does not pass', () => {
    const full = Array.from({ length: groupsOfOneMax }, (_, n) => `g${n}`)
    expect(change(full, { does: 'copy', to: 'b' })).toBe('groups_too_many')
    expect(change(full, { does: 'cut', from: 'g0', to: 'b' })).toHaveLength(groupsOfOneMax)
  })
})

describe('lists of customers (P10.4)', () => {
  it('sort by closed orders, each in a place of its own', () => {
    const of = (id: string, orders: number) => {
      const { account } = consenting(onlineShop, { id })
      return customerOf({ ...account, totals: { ...account.totals, orders } }, onlineShop, never)!.place
    }
    const places = [of('account-2', 10), of('account-1', 9), of('account-1', 10), of('account-3', 100)]
    expect([...places].sort()).toEqual([places[1], places[2], places[0], places[3]])
  })
})

describe('a draft with a funnel', () => {
  const faultsOf = (funnel: object[]) => {
    const checked = checkProgramme({ ...onlineShop, segments: { ...onlineShop.segments, funnel } })
    return checked.ok ? [] : checked.faults.map(({ path, en }) => `${path}: ${en}`)
  }
  const step = (id: string, more: object = {}) => ({ id, name: { zh: id, en: id }, ...more })

  it.each([
    [[step('a', { fromOrders: 1 })], 'segments.funnel[0].fromOrders: Everybody stands on the first step'],
    [[step('a'), step('b')], 'segments.funnel[1].fromOrders: Say from how many orders on'],
    [
      [step('a'), step('b', { fromOrders: 2 }), step('c', { fromOrders: 2 })],
      'segments.funnel[2].fromOrders: Each step asks for more orders than the one before',
    ],
    [
      [step('a'), step('b', { fromOrders: 1 }), step('c', { whenAsked: true })],
      'segments.funnel[2].whenAsked: Those who asked stand on the second step',
    ],
    [
      [step('a'), step('b', { fromOrders: 1, whenAsked: true })],
      'segments.funnel[1].whenAsked: A step is for those who asked or for orders, not both',
    ],
  ])('%#: is told what is wrong', (funnel, fault) => {
    expect(faultsOf(funnel)).toContain(fault)
  })
})
