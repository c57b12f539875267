import { checkRelationship as decide } from '../../../shared/cards/check-relationship'
import type { cardsCheckRelationship } from '../../../shared/cards/shared-contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { Handler } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import { actFor } from './act-for'

/** Notes that the employee has made sure of a holder's relationship; from then on their card shows a code. */
export const checkRelationship: Handler<typeof cardsCheckRelationship, StaffContext> = (context, input) =>
  actFor(context, input, {
    decide: (opened, { pass }) => {
      if (pass.holderId) return refuse('own_card_needed')
      const { cardId, holderId, check } = input
      const ruling = decide(opened, { cardId, holderId, check, at: context.now })
      return ruling.ok ? allow({ journal: ruling.value, reply: { holderId } }) : ruling
    },
  })
