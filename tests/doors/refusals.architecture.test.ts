import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { doorRefusals } from '../../shared/kit/contract'
import { operations, type RefusalCode } from '../../shared/operations'
import { itemRefusals } from '../../shared/purchases/contract'
import { refusalText, type Language } from '../../shared/refusals'

const tests = join(__dirname, '..')
const ofOperations = operations.flatMap((one): readonly RefusalCode[] => one.refusals)
const codes = [...new Set<RefusalCode>([...doorRefusals, ...itemRefusals, ...ofOperations])]

/** The operation tests of the doors: those that go through a function, or through a handler in process. */
const sources = readdirSync(tests, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.operation.test.ts') && !/^(localcloud|store|pos-cli|runtime)/.test(file))
  .map((file) => ({ file, text: readFileSync(join(tests, file), 'utf8') }))

/** Files that name a refusal as what they expect: quoted alone, or behind the status of an HTTP answer. */
function provokedIn(code: string): string[] {
  const named = new RegExp(`['"](\\d{3} )?${code}['"]`)
  return sources.filter(({ text }) => named.test(text)).map(({ file }) => file)
}

describe('every refusal', () => {
  it.each(codes)('%s is provoked by an operation test', (code) => {
    expect(provokedIn(code)).not.toEqual([])
  })

  it.each(codes)('%s has its sentence in Chinese and in English', (code) => {
    const text = (language: Language) => refusalText(code, language, {})
    expect(text('zh-CN')).toMatch(/[一-龥]/)
    expect(text('en')).toMatch(/^[A-Z…][^一-龥]+$/)
  })

  it('a refusal that no test provokes would be missed', () => {
    expect(provokedIn(['refusal', 'that', 'nobody', 'gives'].join('_'))).toEqual([])
  })
})

describe('every operation', () => {
  it.each(operations.map((one) => [one.name]))('%s is called by an operation test', (name) => {
    expect(sources.some(({ text }) => text.includes(`'${name}'`))).toBe(true)
  })
})
