import { openJournal } from '../../shared/books/journal'
import { buyChance, pointsSource } from '../../shared/chances/buy'
import { chancesLeft } from '../../shared/chances/left'
import { roundOn } from '../../shared/chances/round'
import { takeChance } from '../../shared/chances/take'
import { hashing } from '../../cloudfunctions/_areas/draws/hashing'
import type { DrawFile, DrawRules } from '../../shared/draws/contract'
import { firstHead, nextNumber, nextResult, type GivenNumber, type Head, type Result } from '../../shared/draws/list'
import { commitmentOf, rulesOf, rulesText } from '../../shared/draws/rules'
import { dayOf } from '../../shared/kit/time'
import type { DrawTerms } from '../../shared/programme/parts/draws'
import type { Programme } from '../../shared/programme/schema'
import { allowed, firstDay, programmeOf, stampAt, type Book } from './builders'

/** A wheel that is open all January: one tin of tea, ten points, and nothing in eight of ten cases. */
export const wheel: DrawTerms = {
  id: 'wheel',
  name: { zh: '转盘', en: 'A wheel' },
  form: 'wheel',
  when: { kind: 'dates', from: '2026-01-01', to: '2026-01-31' },
  forVisitors: false,
  chances: [{ kind: 'everybody', chances: 1, limit: { times: 1, per: 'day' } }],
  prizes: [
    {
      id: 'tin',
      name: { zh: '罐装茶', en: 'A tin' },
      weight: 1,
      stock: 1,
      gives: { kind: 'gift', name: { zh: '罐装茶', en: 'a tin of tea' } },
    },
    { id: 'points', name: { zh: '10 积分', en: '10 points' }, weight: 1, gives: { kind: 'points', points: 10 } },
    { id: 'nothing', name: { zh: '谢谢参与', en: 'Nothing' }, weight: 8, gives: null },
  ],
  outOf: 10,
  fallback: 'nothing',
}

/** The wheel without an end, but for what is changed. */
export function drawOf(change: Partial<DrawTerms> = {}): DrawTerms {
  return { ...wheel, when: { kind: 'always' }, ...change }
}

export function drawShop(change: Partial<DrawTerms> = {}, more: Partial<Programme> = {}): Programme {
  return programmeOf({ draws: [{ ...wheel, ...change }], ...more })
}

export function drawIn({ draws = [] }: Programme): DrawTerms {
  const [draw] = draws
  if (!draw) throw new Error('the programme has no draw')
  return draw
}

export function chancesOf({ account }: Book, programme: Programme, at = firstDay): number {
  return chancesLeft(account, programme, drawIn(programme), at).total
}

export const saltHash = 'a'.repeat(64)

export function tryToTake(book: Book, programme: Programme, at = firstDay) {
  const draw = drawIn(programme)
  const round = roundOn(draw, dayOf(at)) ?? {
    roundId: 'wheel.2026-01-01',
    from: '2025-12-31T16:00:00.000Z',
    until: '2026-01-31T16:00:00.000Z',
  }
  return takeChance(openJournal(book.account, stampAt(at)), programme, draw, { round, saltHash, at })
}

export function takes(book: Book, programme: Programme, at = firstDay): Book {
  return allowed(book, tryToTake(book, programme, at))
}

/** A chance bought at the price that the member was shown: the draw's own, unless another is told. */
export function tryToBuyChance(book: Book, programme: Programme, at = firstDay, shown = priceIn(programme)) {
  return buyChance(openJournal(book.account, stampAt(at)), programme, drawIn(programme), { shown, at })
}

function priceIn(programme: Programme): number {
  return pointsSource(drawIn(programme))?.points ?? 0
}

/** Rules of the round that is open on a day. */
export function rulesOn(programme: Programme, at = firstDay): DrawRules {
  const draw = drawIn(programme)
  const round = roundOn(draw, dayOf(at))
  if (!round) throw new Error(`no round on ${at}`)
  return rulesOf(programme, draw, round, 'Test')
}

/**
 * A list as it grows: who draws when, each with a salt of their own. A shop that cheats could let a number be drawn that was
 * drawn before (`again`), or with another salt than the one that was fixed (`fixed`). `drawnAt`: by the clock of the function
 * that draws, where it differs from the one that gave the number.
 */
export type Plays = {
  member: string
  tierId?: string | null
  salt: string
  at?: string
  drawnAt?: string
  again?: number
  fixed?: string
}[]

/** Draws a whole round and gives what is published of it. */
export function publishedRound(rules: DrawRules, seed: string, plays: Plays): DrawFile {
  const text = rulesText(rules)
  const commitment = commitmentOf(hashing, seed, text)
  const numbers: GivenNumber[] = []
  const results: Result[] = []
  let head: Head = firstHead(rules, commitment)
  let before: Pick<GivenNumber, 'number' | 'link' | 'at'> = { number: 0, link: commitment, at: rules.from }
  const won: { [member: string]: { [prizeId: string]: number } } = {}
  for (const { member, tierId = null, salt, at = rules.from, drawnAt = at, again, fixed = salt } of plays) {
    const known = again === undefined ? undefined : numbers[again - 1]
    const given = known ?? nextNumber(hashing, before, { member, tierId, saltHash: hashing.sha256(fixed), at })
    const next = nextResult(hashing, { rules, seed, head, given, salt, at: drawnAt, won: won[member] ?? {} })
    if (!known) numbers.push(given)
    results.push(next.result)
    won[member] = { ...won[member], [next.result.prize]: (won[member]?.[next.result.prize] ?? 0) + 1 }
    head = next.head
    before = known ? before : given
  }
  return {
    format: 'changlai-draw-1',
    rules: text,
    commitment,
    seed,
    numbers,
    results,
    ends: { link: before.link, chain: head.chain },
  }
}
