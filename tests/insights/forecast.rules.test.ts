import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { forecastBreakage, VisitLog } from '../../shared/insights/breakage'
import { aliveProbability, fitReturnModel, silenceProbability } from '../../shared/insights/return-model'
import { buy, giveBack, newMember, programmeOf } from '../support/builders'

function visitsUntil(last: string): VisitLog {
  const log = new VisitLog()
  const text = gunzipSync(readFileSync(path.join(__dirname, '../fixtures/orders.csv.gz'))).toString()
  for (const row of text.trimEnd().split('\n').slice(1)) {
    const [, customerId = '', day = ''] = row.split(',')
    if (day <= last) log.note(customerId, day)
  }
  return log
}

describe('the model of who comes back', () => {
  it('finds the published parameters for the first 39 weeks of these very customers', () => {
    const { model, logLikelihood } = fitReturnModel(visitsUntil('1997-09-30').all('1997-09-30'))
    expect(model.r).toBeCloseTo(0.243, 3)
    expect(model.alpha).toBeCloseTo(4.414, 3)
    expect(model.a).toBeCloseTo(0.793, 3)
    expect(model.b).toBeCloseTo(2.426, 3)
    expect(logLikelihood).toBeCloseTo(-9582.4, 1)
  })

  it('believes less in somebody the longer they stay away, and more in nobody who never came back', () => {
    const model = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }
    const chances = [10, 20, 40].map((age) => aliveProbability(model, { repeats: 5, lastAt: 9, age }))
    expect(chances).toEqual([...chances].sort((a, b) => b - a))
    expect(aliveProbability(model, { repeats: 0, lastAt: 0, age: 40 })).toBe(1)
    const known = { repeats: 2, lastAt: 30.43, age: 38.86 }
    expect(aliveProbability(model, known)).toBeCloseTo(0.7266, 4)
    expect(silenceProbability(model, known, 0)).toBe(1)
    expect(silenceProbability(model, known, 1e200)).toBeCloseTo(1 - aliveProbability(model, known), 9)
  })
})

describe('the breakage forecast', () => {
  it('weighs the points of each member and says how wrong it was on the second half', () => {
    const programme = programmeOf()
    const whole = visitsUntil('1998-06-30')
    const accounts = ['0001', '0003', '1901'].map(
      (id) => buy(newMember(programme, id), programme, { fen: 10_000 }).account,
    )
    const bought = buy(newMember(programme, '0006'), programme, { id: 'a', fen: 10_000 })
    const spent = buy(bought, programme, { id: 'b', fen: 0, burn: 100 })
    accounts.push(giveBack(spent, programme, { of: 'a', fen: 10_000 }).account)
    expect(accounts.at(-1)).toMatchObject({ debt: 100 })
    const half = { accounts, visits: visitsUntil('1997-09-30'), day: '1997-09-30' }
    const forecast = forecastBreakage(half, { accounts, visits: whole, day: '1998-06-30' })
    expect(forecast).toMatchObject({ outstanding: 300 })
    expect(forecast!.brokenShare).toBeGreaterThan(0)
    expect(forecast!.brokenShare).toBeLessThan(1)
    expect(forecast!.holdOut.error).toBeCloseTo(Math.abs(forecast!.holdOut.foretold - forecast!.holdOut.came), 12)
  })

  it('says nothing where nothing is outstanding', () => {
    const visits = visitsUntil('1997-02-28')
    expect(
      forecastBreakage({ accounts: [], visits, day: '1997-01-31' }, { accounts: [], visits, day: '1997-02-28' }),
    ).toBeNull()
  })
})
