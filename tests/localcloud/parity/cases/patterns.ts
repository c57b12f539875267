import assert from 'node:assert/strict'
import { find, seed } from '../help'
import type { Case, CloudUnderTest } from '../sdk'

const names = [
  { _id: 'a', name: 'Ann' },
  { _id: 'b', name: 'anna' },
  { _id: 'c', name: 'Joanna' },
  { _id: 'd', name: 'first\nAnn' },
  { _id: 'e', name: ['Bob', 'Anton'] },
  { _id: 'f', name: 5 },
  { _id: 'g' },
  { _id: 'h', name: '常来Ann' },
  { _id: 'i', name: 'a.n' },
]

const over = (name: string, condition: (sdk: CloudUnderTest) => object, expected: string): Case => ({
  name,
  async run(sdk) {
    await seed(sdk, names)
    assert.deepEqual(await find(sdk, condition(sdk)), [...expected])
  },
})

export const patterns: Case[] = [
  over('a regular expression finds strings and elements', () => ({ name: /^An/ }), 'ae'),
  over('the flag i ignores case', () => ({ name: /^an/i }), 'abe'),
  over('db.RegExp without options', ({ db }) => ({ name: db.RegExp({ regexp: 'anna$' }) }), 'bc'),
  over('db.RegExp with option i', ({ db }) => ({ name: db.RegExp({ regexp: '^ann', options: 'i' }) }), 'ab'),
  over('option m lets a line begin', ({ db }) => ({ name: db.RegExp({ regexp: '^Ann', options: 'm' }) }), 'ad'),
  over(
    'option s lets the dot cross lines',
    ({ db }) => ({ name: db.RegExp({ regexp: 'first.Ann', options: 's' }) }),
    'd',
  ),
  over('without option s the dot stays in its line', ({ db }) => ({ name: db.RegExp({ regexp: 'first.Ann' }) }), ''),
  over('Chinese characters match', () => ({ name: /^常来/ }), 'h'),
  over('an escaped dot is a dot', () => ({ name: /a\.n/ }), 'i'),
  over('a regular expression inside in', ({ _ }) => ({ name: _.in([/^Jo/, 'anna']) }), 'bc'),
  over('a regular expression inside or', ({ _ }) => _.or([{ name: /^Jo/ }, { name: /^常/ }]), 'ch'),
  over(
    'a regular expression joined with a comparison',
    ({ _, db }) => ({ name: _.and([_.gt('a'), db.RegExp({ regexp: 'nn' })]) }),
    'bdh',
  ),
]
