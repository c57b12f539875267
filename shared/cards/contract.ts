import * as z from 'zod/mini'
import { operation } from '../kit/contract'

/** What the member's phone needs to show its code without a network: kept on the phone, sent to no other. */
export const cardsMine = operation({
  name: 'cards.mine',
  audience: 'member',
  kind: 'query',
  roles: ['member'],
  input: z.strictObject({}),
  output: z.strictObject({
    /** The server's time, by which the phone corrects its clock. */
    serverAt: z.string(),
    cardNo: z.string(),
    /** Key of the code's tag and of the typed time code. */
    secret: z.string(),
  }),
  refusals: [],
  limits: { perMinute: 60 },
  budget: { sequential: 2, total: 3 },
})
