import { mintPhoneCode } from '../platform/phone-number'
import { grantAcceptances } from '../platform/subscribe-message'
import type { ControlParts, Handlers } from './parts'
import { ControlRefusal, fieldsOf, listOf, textOf } from './refusal'

/**
 * What a member does on the phone outside the mini-program's reach: accepts messages (`subscribe`), agrees to give the phone
 * number (`phone-codes`). And what the platform decides by itself: known `templates`, the word list of the content checks
 * (`words`), a person's `risk` rank, which function receives which event (`messages`), which numbers
 * take no text and why (`text-failures`), which addresses take no mail (`mail-failures`), the words of texts
 * (`text-templates`), which interfaces fail and with what code (`openapi-failures`).
 */
export function phoneRoutes(parts: ControlParts): Handlers {
  const { records } = parts
  const setting = (name: string): Handlers => ({
    [`GET ${name}`]: () => records.get('settings', name),
    [`PUT ${name}`]: ({ input }) => records.put('settings', name, input as never),
  })
  return {
    'GET subscribe': () =>
      records.list('acceptances').map(({ id, value }) => {
        const [openid, templateId] = id.split(' ')
        return { openid, templateId, left: value }
      }),
    async 'POST subscribe'({ input }) {
      const { templateIds, count = 1 } = fieldsOf<{ templateIds: unknown; count: number }>(input)
      const openid = textOf(input, 'openid')
      if (!Number.isInteger(count) || count < 1) throw new ControlRefusal('count must be a whole number from 1')
      for (const templateId of listOf(templateIds, 'templateIds')) {
        await grantAcceptances(parts, { openid, templateId: String(templateId), count })
      }
    },
    'POST phone-codes': async ({ input }) => ({ code: await mintPhoneCode(parts, textOf(input, 'phone')) }),
    async 'PUT risk'({ input }) {
      const { rank } = fieldsOf<{ rank: unknown }>(input)
      if (![0, 1, 2, 3, 4].includes(Number(rank))) throw new ControlRefusal('rank must be 0 to 4')
      await records.put('risk-ranks', textOf(input, 'openid'), Number(rank))
    },
    ...setting('templates'),
    ...setting('words'),
    ...setting('messages'),
    ...setting('text-failures'),
    ...setting('text-templates'),
    ...setting('mail-failures'),
    ...setting('openapi-failures'),
  }
}
