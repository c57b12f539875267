import { takeChance } from '../../../shared/chances/take'
import { roundOn } from '../../../shared/chances/round'
import { openJournal } from '../../../shared/books/journal'
import { recordResult } from '../../../shared/draws/give'
import { rulesOf } from '../../../shared/draws/rules'
import { dayOf, type Instant } from '../../../shared/kit/time'
import type { Programme } from '../../../shared/programme/schema'
import { stampAt } from '../../support/builders'
import type { Act } from './table'

const saltHash = 'a'.repeat(64)

/** Takes a chance in the programme's draw. */
export const takesChance = (): Act => ({
  label: 'takes a chance in the draw',
  play: (book, { programme, at }) => {
    const { draw, round } = openDraw(programme, at)
    return takeChance(openJournal(book!.account, stampAt(at)), programme, draw, { round, saltHash, at })
  },
})

/** What the taken chance comes to is this prize; which one it is, the seed decides elsewhere. */
export const draws = (prizeId: string): Act => ({
  label: `draws ${prizeId}`,
  play: (book, { programme, at, row }) => {
    const { draw, round } = openDraw(programme, at)
    const prize = rulesOf(programme, draw, round, 'shop').prizes.find(({ id }) => id === prizeId)
    const [open] = book!.account.chances?.open ?? []
    if (!prize || !open) throw new Error(`nothing to draw ${prizeId} with`)
    const { drawId, roundId, no: takeNo } = open
    const winning = { drawId, roundId, takeNo, number: row, place: row, chain: '', prize, insteadOf: null, at }
    return { ok: true, value: recordResult(openJournal(book!.account, stampAt(at)), programme, winning) }
  },
})

function openDraw({ draws: all = [] }: Programme, at: Instant) {
  const [draw] = all
  const round = draw && roundOn(draw, dayOf(at))
  if (!draw || !round) throw new Error('no draw is open')
  return { draw, round }
}
