import type { cardsReissue } from '../../../shared/cards/contract'
import { reissueCard as decide } from '../../../shared/cards/reissue'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { Handler } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import { StoreDuplicate } from '../../_runtime/store'
import { drawCardNumber } from '../members/member-number'
import { actFor } from './act-for'
import { cardFaceOf } from './customer-sheet'

/** 2026-11: with a million cards one number in nine thousand is taken, so three tries fail once in 700 thousand million. */
const numberTriesMax = 3

/** Gives a frozen card a new number, which has a new secret with it; a number that somebody holds is drawn again. */
export const reissueCard: Handler<typeof cardsReissue, StaffContext> = async (context, input) => {
  for (let attempt = 0; attempt < numberTriesMax; attempt += 1) {
    try {
      return await reissue(context, input, drawCardNumber(context.effects))
    } catch (error) {
      if (!(error instanceof StoreDuplicate)) throw error
    }
  }
  return refuse('busy')
}

function reissue(context: StaffContext, input: Parameters<typeof reissueCard>[1], cardNo: string) {
  return actFor(context, input, {
    decide: (opened, { pass }) => {
      if (pass.holderId) return refuse('own_card_needed')
      const ruling = decide(opened, { cardNo, check: input.check, at: context.now })
      return ruling.ok ? allow({ journal: ruling.value, reply: cardFaceOf(ruling.value.account) }) : ruling
    },
  })
}
