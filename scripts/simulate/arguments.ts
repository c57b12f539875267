import { parseArgs } from 'node:util'
import { isDay, type Day } from '../../shared/kit/time'

export type SimulateArguments = {
  programme: string
  orders: string
  asOf: Day | null
  members: string | null
  json: string | null
  compare: string | null
  forecast: boolean
}

export const usage = `npm run -s simulate -- --programme PRESET|FILE.json --orders FILE.csv[.gz] [--as-of YYYY-MM-DD]
    [--members OUT.csv] [--json OUT.json] [--compare DRAFT.json|PRESET] [--forecast]
  The file has the columns order_id, customer_id, date, amount; quantity, store, refund_of and left_out may be there.
  An order number counts once in its store. A line with refund_of gives back so much of that order; left_out is the part
  of an amount whose kinds of goods earn nothing. --compare lives the same history under a second programme as well and
  says who is better or worse off.
  --forecast estimates how many outstanding points will never be burned.`

/** Something that was asked for in a way that the command does not know: the person is shown how. */
export class AskedWrongly extends Error {}

/** What the person asked for, or that they want to know how; throws AskedWrongly with a sentence for them. */
export function readArguments(argv: string[]): SimulateArguments | 'help' {
  const text = { type: 'string' } as const
  const options = { programme: text, orders: text, 'as-of': text, members: text, json: text, compare: text }
  const flag = { type: 'boolean' } as const
  const values = valuesOf(() =>
    parseArgs({ args: argv, options: { ...options, forecast: flag, help: { ...flag, short: 'h' } } }),
  )
  if (values.help) return 'help'
  if (!values.programme) throw new AskedWrongly('Which programme? --programme express-courier')
  if (!values.orders) throw new AskedWrongly('Which history? --orders FILE.csv')
  const asOf = values['as-of'] ?? null
  if (asOf !== null && !isDay(asOf)) throw new AskedWrongly('--as-of takes a day such as 1997-12-31')
  return {
    programme: values.programme,
    orders: values.orders,
    asOf,
    members: values.members ?? null,
    json: values.json ?? null,
    compare: values.compare ?? null,
    forecast: values.forecast ?? false,
  }
}

function valuesOf<Values>(parse: () => { values: Values }): Values {
  try {
    return parse().values
  } catch (error) {
    throw new AskedWrongly((error as Error).message)
  }
}
