import path from 'node:path'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { gzipSync } from 'node:zlib'
import { simulate } from '../../scripts/simulate/simulate'
import { programmeOf, spendOf } from '../support/builders'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'simulate-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function fileOf(name: string, content: string | Buffer): string {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}

async function run(...argv: string[]) {
  const said = { out: [] as string[], error: [] as string[] }
  const code = await simulate(argv, { out: (text) => said.out.push(text), error: (text) => said.error.push(text) })
  return { code, out: said.out.join('\n'), error: said.error.join('\n') }
}

const header = 'order_id,customer_id,date,quantity,amount'
const rows = ['A1,C2,2026-01-05,1,600.00', 'A2,C1,2026-02-05,1,29.33']
const history = () => fileOf('history.csv', [header, ...rows].join('\n'))
const courier = ['--programme', 'express-courier', '--orders']

describe('the command', () => {
  it('says how it is used to whoever asks, and ends well', async () => {
    for (const word of ['--help', '-h']) {
      const { code, out, error } = await run(word)
      expect([code, error]).toEqual([0, ''])
      expect(out).toContain('--programme PRESET|FILE.json')
    }
  })

  it.each([
    ['nothing', [], 'Which programme?'],
    ['no history', ['--programme', 'restaurant'], 'Which history?'],
    ['an option that there is not', ['--bogus'], '--bogus'],
    ['a word that belongs to nothing', ['extra'], 'extra'],
    ['a day that there is not', [...courier, 'x.csv', '--as-of', '1997-02-30'], 'a day such as 1997-12-31'],
  ])('asked for %s shows how it is used', async (_, argv, sentence) => {
    const { code, error } = await run(...argv)
    expect(code).toBe(1)
    expect(error).toContain(sentence)
    expect(error).toContain('--programme PRESET|FILE.json')
  })

  it('tells members, their points and tiers in a file, and the whole in another', async () => {
    const [members, json] = [path.join(folder, 'members.csv'), path.join(folder, 'all.json')]
    const { code } = await run(...courier, history(), '--members', members, '--json', json)
    expect(code).toBe(0)
    const lines = ['customer_id,spend_fen,points,tier', 'C1,2933,29,regular', 'C2,60000,600,silver', '']
    expect(readFileSync(members, 'utf8')).toBe(lines.join('\n'))
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({
      programme: 'express-courier',
      asOf: '2026-02-05',
      totals: { members: 2, orders: 2, spendFen: 62_933 },
      membersPerTier: { regular: 1, silver: 1, gold: 0, platinum: 0 },
      upgradesPerMonth: { '2026-01': 1 },
    })
  })

  it('reads columns in any order, others beside them, a byte order mark and carriage returns', async () => {
    const text = `\uFEFFamount,note,date,customer_id,order_id\r\n600.00,x,2026-01-05,C2,A1\r\n29.33,,2026-02-05,C1,A2\r\n`
    const first = await run(...courier, history())
    expect((await run(...courier, fileOf('other.csv', text))).out).toBe(first.out)
    expect((await run(...courier, fileOf('packed.csv.gz', gzipSync(text)))).out).toBe(first.out)
  })
})

describe('a history that cannot be lived', () => {
  it.each([
    ['is not there', () => path.join(folder, 'none.csv'), 'There is no file'],
    ['is a folder', () => folder, 'There is no file'],
    ['is empty', () => fileOf('empty.csv', ''), 'is empty'],
    ['has nothing but a header', () => fileOf('header.csv', header), 'holds no order'],
    ['has no header', () => fileOf('rows.csv', rows.join('\n')), 'no column order_id, customer_id, date, amount'],
    ['is named packed and is not', () => fileOf('plain.csv.gz', header), 'packed by gzip'],
    [
      'is packed and cut off',
      () => fileOf('cut.csv.gz', gzipSync([header, ...rows].join('\n').repeat(999)).subarray(0, 150)),
      'packed by gzip',
    ],
  ])('because it %s ends with a sentence that names it', async (_, file, sentence) => {
    const { code, out, error } = await run(...courier, file())
    expect([code, out]).toEqual([1, ''])
    expect(error).toContain(sentence)
    expect(error.split('\n')).toHaveLength(1)
  })

  it('because it begins later is not said to be without orders', async () => {
    const { code, error } = await run(...courier, history(), '--as-of', '2026-01-04')
    expect(code).toBe(1)
    expect(error).toContain('begins on 2026-01-05')
  })

  it('because every line is broken tells why, by number', async () => {
    const { code, error } = await run(...courier, fileOf('broken.csv', `${header}\nA1,C1,yesterday,1,5`))
    expect(code).toBe(1)
    expect(error).toMatch(/line 2: "yesterday": .* write it as 1997-12-31/)
  })
})

it('lines that are not taken are told by number, what is wrong and what to do, and the others are taken', async () => {
  const wrong: [string, RegExp][] = [
    ['A1,C1,2026-02-06,1,5', /stood in a line above/],
    ['A3,C1,2026-13-01,1,5', /"2026-13-01": this is no day/],
    ['A3,C1,2026-02-06,1,five', /"five": this is no amount; write it as/],
    ['A3,C1,2026-02-06,1,-5', /"-5": an amount is not below zero; .* refund_of/],
    ['A3,C1,2026-02-06,1,99999999999999', /1,000,000 at most/],
    ['A3,C1,2026-02-06,many,5', /"many": a quantity is a whole number/],
    ['A 3,C1,2026-02-06,1,5', /"A 3": an order number has/],
    ['A3,,2026-02-06,1,5', /"": a customer is named/],
    ['A3,"C1,2026-02-06,1,5', /quotation mark/],
    ['A3,C1,2026-02-06,1', /4 columns instead of 5/],
  ]
  const file = fileOf('lines.csv', [header, ...rows, ...wrong.map(([row]) => row)].join('\n'))
  const { code, out, error } = await run(...courier, file)
  expect(code).toBe(0)
  expect(out).toContain('2 orders of 2 members')
  const told = error.split('\n').filter((line) => line.startsWith('  line '))
  expect(told.map((line) => Number.parseInt(line.slice(7), 10))).toEqual(wrong.map((_, index) => index + 4))
  wrong.forEach(([, sentence], index) => expect(told[index]).toMatch(sentence))
})

describe('a draft', () => {
  const draftOf = (change: object) => fileOf('draft.json', JSON.stringify({ ...programmeOf(), ...change }))

  it('that is no programme is refused, with every place and a sentence for it', async () => {
    const { tiers } = programmeOf()
    const negative = draftOf({ tiers: tiers.map((tier) => ({ ...tier, pointsPerYuan: -1 })) })
    const { code, out, error } = await run(...courier, history(), '--compare', negative)
    expect([code, out]).toEqual([1, ''])
    expect(error).toContain('tiers[0].pointsPerYuan: This cannot be negative')
    expect(error).toContain('tiers[1].pointsPerYuan: This cannot be negative')
  })

  it('whose tiers overlap is refused as well, not only one of a wrong form', async () => {
    const { tiers } = programmeOf()
    const overlapping = draftOf({
      tiers: tiers.map((tier, rank) => (rank > 0 ? { ...tier, qualification: spendOf(5) } : tier)),
    })
    for (const argv of [
      [...courier, history(), '--compare', overlapping],
      ['--programme', overlapping, '--orders', history()],
    ]) {
      const { code, error } = await run(...argv)
      expect(code).toBe(1)
      expect(error).toContain('tiers[2].qualification: ')
      expect(error).toContain('the two tiers overlap')
    }
  })

  it('that is not there, or no JSON, is told from one that is', async () => {
    expect((await run(...courier, history(), '--compare', path.join(folder, 'none.json'))).error).toContain(
      'There is no file',
    )
    expect((await run(...courier, history(), '--compare', fileOf('half.json', '{'))).error).toContain('not valid JSON')
    expect((await run(...courier, history(), '--compare', 'toString')).error).toContain('There are: tea-house, ')
  })

  it('is lived beside the live programme, each under the name by which it was asked for', async () => {
    const draft = draftOf({ id: 'express-courier' })
    const { code, out } = await run(...courier, history(), '--compare', draft)
    expect(code).toBe(0)
    expect(out).toContain(`${draft}, as of 2026-02-05`)
    expect(out).toContain('Live against draft')
  })
})

it('files that could not be written are refused before anything is lived', async () => {
  const nowhere = path.join(folder, 'no', 'where.csv')
  for (const option of ['--members', '--json']) {
    for (const file of [nowhere, folder]) {
      const { code, out, error } = await run(...courier, history(), option, file)
      expect([code, out, error]).toEqual([1, '', expect.stringContaining(`${file} cannot be written`)])
    }
  }
  expect(existsSync(nowhere)).toBe(false)
})

describe('a forecast', () => {
  it('names its method and how wrong it was on the second half of the history', async () => {
    const file = path.join(__dirname, '../fixtures/orders-1.csv')
    const { out } = await run(...courier, file, '--forecast')
    expect(out).toMatch(/Breakage by BG\/NBD/)
    expect(out).toMatch(/hold-out .* error \d+\.\d%/)
  })

  it('says so where no points are outstanding', async () => {
    const { out } = await run('--programme', 'online-shop', '--orders', history(), '--forecast')
    expect(out).toContain('no points are outstanding')
  })
})
