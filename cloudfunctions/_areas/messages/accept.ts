import type { messagesAccept } from '../../../shared/messages/contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { acceptanceId, sealOpenid, unspentOf, type Acceptance } from './acceptance'
import { awaitCheckIn } from './check-in'
import { remindersOf } from './reminders'

/**
 * Writes down what the member answered in WeChat's dialog: each acceptance is one message that may be sent to this phone, a
 * refusal is none. The same request again adds nothing.
 */
export const accept: Handler<typeof messagesAccept, EnrolledContext> = async (context, input) => {
  const { effects, account, terms, request } = context
  if (!request) return refuse('request_id_missing')
  const answers = answersOf(context, input, request)
  const [known, unspent] = await Promise.all([
    effects.store.getMany<Acceptance>(
      'acceptances',
      answers.map(({ _id }) => _id),
    ),
    unspentOf(effects, terms.shop, account._id),
  ])
  if (known.some(({ inputHash }) => inputHash !== request.inputHash)) return refuse('request_reused')
  const missing = answers.filter(({ _id }) => !known.some((one) => one._id === _id))
  const inserted = await effects.store.insert('acceptances', missing)
  // Somebody sends the same at once, or a crash left half of it: one by one, those that are there stay as they are.
  if (inserted === 'duplicate') for (const one of missing) await effects.store.insert('acceptances', [one])
  const open = missing.filter(({ spentBy }) => spentBy === null)
  const agreed = [...unspent, ...open]
  const checkInTemplate = terms.shop.templates?.['check-in']?.templateId
  const isOfCheckIn = input.accepted.some(
    ({ topic, templateId }) => topic === 'check-in' && templateId === checkInTemplate,
  )
  const isWaiting = missing.length === 0 && account.telling?.checkIn !== undefined
  if (isOfCheckIn && !isWaiting && !(await awaitCheckIn(context))) return refuse('busy')
  return allow({ reminders: remindersOf(terms, agreed) })
}

type Asked = Parameters<typeof accept>[1]

function answersOf(
  { effects, account, openid, now }: EnrolledContext,
  { accepted, refused }: Asked,
  { id, inputHash }: { id: string; inputHash: string },
): Acceptance[] {
  const answer = ({ topic, templateId }: Asked['accepted'][number]) => ({
    _id: acceptanceId(account._id, id, topic),
    accountId: account._id,
    topic,
    templateId,
    at: now,
    inputHash,
    outcome: null,
  })
  return [
    // WeChat asks once a template, however many topics share it: that is one message.
    ...accepted.filter(firstOfTemplate).map((one): Acceptance => {
      const kept = answer(one)
      return { ...kept, sealedOpenid: sealOpenid(effects, kept._id, openid), spentBy: null, spentAt: null }
    }),
    ...refused.map((one): Acceptance => ({ ...answer(one), spentBy: 'declined', spentAt: now })),
  ]
}

function firstOfTemplate({ templateId }: { templateId: string }, place: number, all: Asked['accepted']): boolean {
  return all.findIndex((one) => one.templateId === templateId) === place
}
