import { replaceOnce } from '../../support/replace-once'

const fault = { file: 'a.ts', find: 'x > 0', replace: 'x >= $&' }

test('puts the replacement where the text stands, letter by letter', () => {
  expect(replaceOnce('if (x > 0) go()', fault)).toBe('if (x >= $&) go()')
})

test('refuses a text that stands nowhere', () => {
  expect(() => replaceOnce('if (y > 0) go()', fault)).toThrow('stands 0 times in a.ts')
})

test('refuses a text that stands twice', () => {
  expect(() => replaceOnce('x > 0 || x > 0', fault)).toThrow('stands 2 times in a.ts')
})
