import { changePreferences, noPreferences, wordsNow } from '../../shared/messages/preferences'

const at = '2026-06-01T04:00:00.000Z'
const later = '2026-06-02T04:00:00.000Z'
const agreed = (kind: 'text' | 'mail') => ({ kind, on: true as const, words: wordsNow.version })

describe('what a member decides about messages', () => {
  it('is nothing before they do', () => {
    expect(noPreferences).toEqual({ text: null, mail: null, optedOut: [] })
  })

  it('keeps of each way when it was agreed to, and to which words; the other way stays as it was', () => {
    const text = changePreferences(noPreferences, agreed('text'), at)
    expect(text).toEqual({ text: { at, words: wordsNow.version }, mail: null, optedOut: [] })
    const both = changePreferences(text, agreed('mail'), later)
    expect(both).toEqual({ ...text, mail: { at: later, words: wordsNow.version } })
    expect(changePreferences(both, { kind: 'text', on: false }, later)).toEqual({ ...both, text: null })
  })

  it('turns a topic off once however often it is said, and on again', () => {
    const off = { kind: 'topic' as const, topic: 'check-in' as const, on: false }
    const once = changePreferences(noPreferences, off, at)
    expect(once.optedOut).toEqual(['check-in'])
    expect(changePreferences(once, off, later)).toEqual(once)
    const two = changePreferences(once, { ...off, topic: 'card-used' }, later)
    expect(two.optedOut).toEqual(['check-in', 'card-used'])
    expect(changePreferences(two, { ...off, on: true }, later).optedOut).toEqual(['card-used'])
  })
})
