import type { cardsFreeze } from '../../../shared/cards/contract'
import { freezeCard as decide } from '../../../shared/cards/freeze'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { Handler } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import { actFor } from './act-for'
import { cardFaceOf } from './customer-sheet'

/** Freezes the card of a customer who has told the employee that it is lost. */
export const freezeCard: Handler<typeof cardsFreeze, StaffContext> = (context, input) =>
  actFor(context, input, {
    decide: (opened, { pass }) => {
      if (pass.holderId) return refuse('own_card_needed')
      const journal = decide(opened, { by: 'staff', at: context.now })
      return allow({ journal, reply: cardFaceOf(journal.account) })
    },
  })
