import { checkProgramme } from '../../shared/programme/check'
import { programmeOf } from '../support/builders'
import { before, eventOf, startsAt } from '../events/builders'

const option = (code: string) => ({ code, name: { zh: code, en: code } })
const { seats: _, waitingList: __, ...bare } = eventOf()
const vote = { ...bare, kind: 'vote' as const, options: [option('a'), option('b')] }
const found = (more: object) => {
  const checked = checkProgramme({ ...programmeOf(), ...more })
  return checked.ok ? [] : checked.faults.map(({ path, zh, en }) => [path, zh, en])
}
const event = (more: object) => found({ events: [{ ...eventOf(), ...more }] })
const challenge = (more: object) =>
  found({
    challenges: [
      {
        code: 'c',
        name: { zh: '挑战', en: 'C' },
        when: { kind: 'always' },
        needs: { of: 'orders', atLeast: 1 },
        ...more,
      },
    ],
  })

describe('an event', () => {
  it('of usual kind, and a vote, are taken', () => {
    expect(event({ guestsMax: 1, signUpFrom: before(50), tierFirst: [{ fromTier: 'gold', hoursBefore: 24 }] })).toEqual(
      [],
    )
    expect(found({ events: [vote] })).toEqual([])
  })

  it.each([
    ['that ends before it begins', { endsAt: startsAt }, 'endsAt', 'It ends after it begins'],
    ['whose sign-up closes after it begins', { signUpUntil: before(-1) }, 'signUpUntil', 'closes before it begins'],
    ['whose sign-up opens after it closes', { signUpFrom: startsAt }, 'signUpFrom', 'opens before it closes'],
    ['with a waiting list and no seats', { seats: undefined }, 'seats', 'the seats have to be said'],
    ['with more guests than seats', { guestsMax: 20 }, 'guestsMax', 'fit into the seats'],
    [
      'that opens early to some and says not when to all',
      { earlyAccess: 'x' },
      'signUpFrom',
      'when it opens to everybody',
    ],
    [
      'with a time to confirm and nobody who waits',
      { waitingList: false, confirmHours: 2 },
      'confirmHours',
      'moves up',
    ],
    ['that gives back what it does not take', { leaveHours: 24 }, 'leaveHours', 'no points'],
    ['of seats with options', { options: vote.options }, 'options', 'Only a vote'],
    ['at a time that is none', { startsAt: '2026-06-20' }, 'startsAt', 'A time belongs here'],
  ])('%s is refused with its place and a sentence', (_name, more, field, sentence) => {
    const faults = event(more)
    expect(faults).toContainEqual([
      `events[0].${field}`,
      expect.stringMatching(/[一-龥]/),
      expect.stringContaining(sentence),
    ])
  })

  it('that is a vote has options, each once, and neither seats nor cost', () => {
    const faults = (more: object) => found({ events: [{ ...vote, ...more }] }).map(([path]) => path)
    expect(faults({ options: undefined })).toEqual(['events[0].options'])
    expect(faults({ options: [option('a'), option('a')] })).toEqual(['events[0].options[1]'])
    expect(faults({ seats: 5, costPoints: 1 })).toEqual(['events[0].seats', 'events[0].costPoints'])
  })

  it('names early access that some tier has', () => {
    expect(event({ signUpFrom: before(50), earlyAccess: 'unheard-of' })).toMatchObject([
      ['events[0].earlyAccess', '没有这个提前开放：unheard-of', 'There is no early access named unheard-of'],
    ])
  })
})

describe('a challenge', () => {
  it('of check-ins is short enough for its days to be remembered', () => {
    const needs = { of: 'check-ins', atLeast: 3 }
    const dates = (to: string) => challenge({ needs, when: { kind: 'dates', from: '2026-01-31', to } })
    expect([dates('2026-02-27'), dates('2026-02-28').map(([path]) => path)]).toEqual([[], ['challenges[0].when']])
    expect(challenge({ needs, when: { kind: 'always' } })).toHaveLength(1)
    expect(challenge({ needs, when: { kind: 'weekly', weekdays: [6, 7] } })).toEqual([])
  })

  it('of orders gives no points, which a refund could not take back', () => {
    const gives = { kind: 'points', points: 10 }
    expect(challenge({ gives }).map(([path]) => path)).toEqual(['challenges[0].gives'])
    expect(
      challenge({ gives, needs: { of: 'check-ins', atLeast: 3 }, when: { kind: 'weekly', weekdays: [1] } }),
    ).toEqual([])
  })
})
