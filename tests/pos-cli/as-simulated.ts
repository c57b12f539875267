import { Replay } from '../../shared/insights/replay'
import type { Account } from '../../shared/books/account'
import type { Entry } from '../../shared/books/entry'
import { readHistory } from '../../scripts/simulate/history-file'
import type { Programme } from '../../shared/programme/schema'
import type { StoredAccount } from '../../cloudfunctions/_runtime/stored-account'

export type Lives = Map<string, { account: object; entries: object[] }>

/** What the cloud functions of a shop wrote, by the number under which the till knows each member. */
export async function livesInCloud(url: string): Promise<Lives> {
  const text = await (await fetch(`${url}/__local/dump`)).text()
  const documents = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { collection: string; document: unknown })
  const of = <T>(name: string) =>
    documents.flatMap(({ collection, document }) => (collection === name ? [document as T] : []))
  const entries = new Map<string, Map<number, Entry>>()
  const note = (entry: Entry) => {
    const own = entries.get(entry.accountId) ?? new Map<number, Entry>()
    entries.set(entry.accountId, own.set(entry.seq, entry))
  }
  of<Entry>('entries').forEach(note)
  const accounts = of<StoredAccount>('accounts')
  for (const account of accounts) account.outbox.forEach(({ entry }) => note(entry))
  return new Map(
    accounts.map((account) => [
      account.externalId ?? '',
      lifeOf(account, [...(entries.get(account._id)?.values() ?? [])]),
    ]),
  )
}

/** What the simulator writes for the same file. */
export async function livesSimulated(file: string, programme: Programme): Promise<Lives> {
  const replay = new Replay(programme)
  const entries = new Map<string, Entry[]>()
  for await (const { lines } of readHistory(file)) {
    for (const line of lines) {
      const ruling = line.kind === 'order' ? replay.order(line) : null
      if (!ruling?.ok) throw new Error(`line ${line.line} was not taken`)
      for (const entry of ruling.value.entries)
        entries.set(entry.accountId, [...(entries.get(entry.accountId) ?? []), entry])
    }
  }
  return new Map([...replay.accounts].map(([id, account]) => [id, lifeOf(account, entries.get(id) ?? [])]))
}

/** How many entries of each kind there are, so that two that are equal are not equal for being empty. */
export function countedByKind(lives: Lives): { [kind: string]: number } {
  const kinds = [...lives.values()].flatMap(({ entries }) => entries.map((one) => (one as Pick<Entry, 'kind'>).kind))
  return kinds.reduce<{ [kind: string]: number }>((so, kind) => ({ ...so, [kind]: (so[kind] ?? 0) + 1 }), {})
}

/** All that the rules decided. Left out is what names the run: ids, numbers drawn at random, when it was written down. */
function lifeOf(account: Account, entries: Entry[]) {
  const fields = (Object.keys(decides) as (keyof Account)[]).filter((field) => decides[field] && field in account)
  return {
    account: Object.fromEntries(fields.map((field) => [field, account[field]])),
    entries: entries.sort((a, b) => a.seq - b.seq).map(decided),
  }
}

/** A total map: what a rule adds to an account is compared, or somebody says here that it is not. */
const decides: { [Field in keyof Required<Account>]: boolean } = {
  accountId: false,
  memberNo: false,
  cardNo: false,
  cardFrozenAt: true,
  name: true,
  externalId: true,
  holder: true,
  consent: true,
  enrolledAt: true,
  source: true,
  tierId: true,
  tierSince: true,
  lots: true,
  pending: true,
  owes: true,
  lapsed: true,
  debt: true,
  totals: true,
  days: true,
  counters: true,
  marks: true,
  held: true,
  granted: true,
  tenureAt: true,
  birthday: true,
  coupons: true,
  birthdayFrom: true,
  checkIns: true,
  taken: true,
  giftPoints: true,
  sharedCards: true,
  exchanges: true,
  rights: true,
  events: true,
  eventsBarredUntil: true,
  chances: true,
  referral: true,
  referralSteps: true,
  seq: true,
}

const namesTheRun = ['_id', 'accountId', 'recordedAt', 'requestId', 'nonce', 'memberNo', 'cardNo', 'programmeVersion']

function decided(entry: Entry): object {
  return Object.fromEntries(
    Object.entries(entry)
      .filter(([field]) => !namesTheRun.includes(field))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}
