import { parseArgs } from 'node:util'

export type PosArguments = {
  file: string
  storeId: string
  url: string
  key: PosKey | null
  fromStart: boolean
  /** Seconds without any answer after which the command gives up; what was taken by then is kept. */
  patienceSeconds: number
}
export type PosKey = { keyId: string; secret: string }

export const usage = `npm run pos -- --orders FILE.csv[.gz] --store STORE [--url http://127.0.0.1:8787] [--key ID --secret S]
  The file has the columns order_id, customer_id, date, quantity, amount, and left_out if it likes: the part of the amount
  that the programme leaves out. The key may also stand in CHANGLAI_POS_KEY and
  CHANGLAI_POS_SECRET; a local cloud hands out its own. --from-start sends everything again (nothing is counted twice).
  --patience SECONDS says how long to wait for a shop that does not answer (300).`

/** What the person asked for; throws an Error with a sentence for them. */
export function readArguments(argv: string[], env: NodeJS.ProcessEnv): PosArguments {
  const values = parse(argv)
  const keyId = values.key ?? env.CHANGLAI_POS_KEY
  const secret = values.secret ?? env.CHANGLAI_POS_SECRET
  if (!values.orders) throw new Error('Which file? --orders FILE.csv')
  if (!values.store) throw new Error('Which store? --store S1')
  if (Boolean(keyId) !== Boolean(secret)) throw new Error('A key has an id and a secret: --key ID --secret S')
  const patienceSeconds = Number(values.patience ?? 300)
  if (!(patienceSeconds > 0)) throw new Error('--patience takes a number of seconds')
  return {
    file: values.orders,
    storeId: values.store,
    url: httpAddress(values.url ?? 'http://127.0.0.1:8787'),
    key: keyId && secret ? { keyId, secret } : null,
    fromStart: values['from-start'] ?? false,
    patienceSeconds,
  }
}

function parse(argv: string[]) {
  const text = { type: 'string' } as const
  const options = { orders: text, store: text, url: text, key: text, secret: text, patience: text }
  return parseArgs({ args: argv, options: { ...options, 'from-start': { type: 'boolean' } } }).values
}

function httpAddress(text: string): string {
  const address = URL.canParse(text) ? new URL(text) : null
  if (!address || !/^https?:$/.test(address.protocol)) throw new Error(`Not an http address: ${text}`)
  return address.href.replace(/\/$/, '')
}
