import fc from 'fast-check'
import { suspicionsOf, type Likeness, type Surroundings } from '../../shared/referrals/suspicion'
import { guardsOf } from '../../shared/referrals/terms'
import { friendsShop } from './model-friends'

const guards = guardsOf(friendsShop())
const person = (accountId: string, source: Likeness['source'] = {}): Likeness => ({ accountId, source })
const referrer = person('r', { installation: 'phone-r', network: 'net-r' })
const friend = person('f', { referrerId: 'r', installation: 'phone-f', network: 'net-f' })
const honest: Surroundings = {
  friend,
  chain: [referrer],
  sameInstallation: [friend],
  sameNetwork: [friend],
  referrerInstallations: ['phone-r'],
  joinedNear: 1,
}
const found = (change: Partial<Surroundings>, bounds = guards) => suspicionsOf({ ...honest, ...change }, bounds)

describe('a friend whose referral counts', () => {
  it('is not suspicious with a phone and a network of their own', () => {
    expect(found({})).toEqual([])
  })

  it('is, with the phone of anybody else', () => {
    expect(found({ sameInstallation: [friend, person('x', { installation: 'phone-f' })] })).toEqual(['device'])
  })

  it('is, with a phone on which the referrer has opened their link', () => {
    expect(found({ referrerInstallations: ['phone-r', 'phone-f'] })).toEqual(['device'])
  })

  it('is, in the network and with the make of phone of the referrer or of another of their friends', () => {
    expect(found({ sameNetwork: [friend, referrer] })).toEqual(['network'])
    expect(found({ sameNetwork: [friend, person('g', { referrerId: 'r' })] })).toEqual(['network'])
  })

  it('is not in the network of strangers, such as the shop’s own, nor where the programme does not look', () => {
    expect(found({ sameNetwork: [friend, person('x', { referrerId: 'somebody' }), person('y')] })).toEqual([])
    expect(found({ sameNetwork: [friend, referrer] }, { ...guards, network: false })).toEqual([])
  })

  it('is, where somebody further up the chain is alike or is themselves', () => {
    const other = person('b', { installation: 'phone-b' })
    for (const again of [person('a', { installation: 'phone-f' }), person('a', { network: 'net-f' }), person('f')])
      expect(found({ chain: [referrer, other, again] })).toEqual(['ring'])
    expect(found({ chain: [referrer, other, person('a')] })).toEqual([])
    const unlooked = { ...guards, network: false }
    expect(found({ chain: [referrer, person('a', { network: 'net-f' })] }, unlooked)).toEqual([])
  })

  it('is, as the first of more friends than the bound in so many hours', () => {
    expect(found({ joinedNear: 20 })).toEqual([])
    expect(found({ joinedNear: 21 })).toEqual(['burst'])
    expect(found({ joinedNear: 4 }, { ...guards, burst: { friends: 3, hours: 1 } })).toEqual(['burst'])
  })

  it('is told of for each reason', () => {
    const all = found({
      chain: [referrer, person('a', { network: 'net-f' })],
      sameInstallation: [friend, referrer],
      sameNetwork: [friend, referrer],
      joinedNear: 99,
    })
    expect(all).toEqual(['device', 'network', 'ring', 'burst'])
  })

  it('is no better off by what a phone says: whatever it says, what was found without it stands', () => {
    const mark = fc.option(fc.constantFrom('phone-r', 'phone-f', 'new'), { nil: undefined })
    fc.assert(
      fc.property(mark, mark, fc.integer({ min: 1, max: 40 }), (installation, network, joinedNear) => {
        const marks = { ...(installation ? { installation } : {}), ...(network ? { network } : {}) }
        const silent = { ...honest, friend: person('f', { referrerId: 'r' }), sameNetwork: [], sameInstallation: [] }
        const saying = { ...silent, friend: person('f', { referrerId: 'r', ...marks }) }
        const [without, beside] = [silent, saying].map((one) => suspicionsOf({ ...one, joinedNear }, guards))
        expect(beside).toEqual(expect.arrayContaining(without!))
      }),
    )
  })
})
