import fc from 'fast-check'
import { resultOf, vote } from '../../shared/events/vote'
import { openJournal } from '../../shared/books/journal'
import { addMilliseconds } from '../../shared/kit/time'
import { newMember, programmeOf, stampAt } from '../support/builders'
import { eventOf, startsAt } from './builders'

const programme = programmeOf()
const options = ['cloud', 'mist', 'rain'].map((code) => ({ code, name: { zh: code, en: code } }))
const { seats: _, waitingList: __, ...plain } = eventOf({ id: 'name', kind: 'vote', options })
const open = { ...plain, changeable: true }
const book = newMember(programme)
const votes = (event: typeof open | null, option: string, before: string | null = null, at = startsAt) =>
  vote(openJournal(book.account, stampAt(at)), programme, event, { option, before, at })

describe('a vote', () => {
  it('is one for each member: another one only where it may be changed', () => {
    expect(votes(open, 'cloud')).toMatchObject({
      ok: true,
      value: { entries: [{ kind: 'event-vote', option: 'cloud' }] },
    })
    expect(votes(open, 'mist', 'cloud')).toMatchObject({ ok: true })
    expect(votes({ ...open, changeable: false }, 'mist')).toMatchObject({ ok: true })
    expect(votes({ ...open, changeable: false }, 'mist', 'cloud')).toMatchObject({ refusal: 'vote_given' })
  })

  it('is taken from its beginning to its end, for what is voted on, from those it is for', () => {
    expect(votes(open, 'cloud', null, addMilliseconds(startsAt, -1))).toMatchObject({ refusal: 'vote_not_open' })
    expect(votes(open, 'cloud', null, open.endsAt)).toMatchObject({ refusal: 'event_over' })
    expect(votes(open, 'snow')).toMatchObject({ refusal: 'vote_option_unknown' })
    expect(votes({ ...open, fromTier: 'gold' }, 'cloud')).toMatchObject({ refusal: 'event_not_your_tier' })
    expect(votes(null, 'cloud')).toMatchObject({ refusal: 'event_unknown' })
    expect(votes(eventOf() as typeof open, 'cloud')).toMatchObject({ refusal: 'event_unknown' })
  })
})

describe('the result', () => {
  const codes = options.map(({ code }) => code)

  it('has the most votes first, and of as many the one that is offered first', () => {
    const result = resultOf(
      open,
      new Map([
        ['rain', 2],
        ['mist', 2],
      ]),
    )
    expect(result.map(({ code, votes: count }) => [code, count])).toEqual([
      ['mist', 2],
      ['rain', 2],
      ['cloud', 0],
    ])
  })

  it('counts each member once, their last vote where it may be changed, else their first', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ who: fc.nat(5), option: fc.constantFrom(...codes) }), { maxLength: 30 }),
        fc.boolean(),
        (cast, changeable) => {
          const given = new Map<number, string>()
          for (const { who, option } of cast) {
            const ruling = votes({ ...open, changeable }, option, given.get(who) ?? null)
            if (ruling.ok) given.set(who, option)
          }
          const counts = new Map(codes.map((code) => [code, [...given.values()].filter((one) => one === code).length]))
          const result = resultOf(open, counts)
          expect(result.reduce((sum, one) => sum + one.votes, 0)).toBe(new Set(cast.map(({ who }) => who)).size)
          const expected = changeable ? cast : [...cast].reverse()
          for (const [who, option] of given) expect(expected.findLast((one) => one.who === who)?.option).toBe(option)
        },
      ),
    ))
})
