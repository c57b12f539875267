import * as z from 'zod/mini'
import { benefitKind, standing } from './kind'

/** Which queue of the member service desk is theirs. */
export const serviceQueue = benefitKind({
  kind: 'service-queue',
  schema: z.strictObject({
    kind: z.literal('service-queue'),
    ...standing,
    queue: z.enum(['slow', 'normal', 'fast']),
  }),
  words: ({ queue }) => queues[queue],
})

/** A member of staff who knows them. */
export const agent = benefitKind({
  kind: 'agent',
  schema: z.strictObject({
    kind: z.literal('agent'),
    ...standing,
    oneToOne: z.boolean(),
    allDay: z.boolean(),
  }),
  words: ({ oneToOne, allDay }) => ({
    zh: `${oneToOne ? '一对一' : ''}专属顾问${allDay ? '，24 小时' : ''}`,
    en: `${oneToOne ? 'A one-to-one agent' : 'A dedicated agent'}${allDay ? ', 24 h' : ''}`,
  }),
})

const queues = {
  slow: { zh: '会员服务台', en: 'Member service desk' },
  normal: { zh: '会员服务台优先', en: 'Member service desk, ahead of others' },
  fast: { zh: '会员服务台免排队', en: 'Member service desk without a queue' },
}
