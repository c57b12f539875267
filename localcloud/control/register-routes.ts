import type { Json } from '../engine/values'
import type { ControlParts, Handlers } from './parts'
import { ControlRefusal, fieldsOf, textOf } from './refusal'

/**
 * Small durable things that pages and scripts share: the local `people` whom one may act as, and named `values`, such as the
 * key of the local POS.
 */
export function registerRoutes({ records }: ControlParts): Handlers {
  return {
    'GET people': () => records.list('people').map(({ value }) => value),
    async 'POST people'({ input }) {
      const { phone } = fieldsOf<{ phone: unknown }>(input)
      const person = {
        openid: textOf(input, 'openid'),
        name: textOf(input, 'name'),
        role: textOf(input, 'role'),
        /** The number of their phone, at which texts arrive. */
        ...(phone === undefined ? {} : { phone: textOf(input, 'phone') }),
      }
      await records.put('people', person.openid, person)
    },
    'DELETE people': () => records.clear(['people']),
    'GET values'({ path, exchange }) {
      const value = records.get('values', path)
      if (value !== null) return value
      exchange.response.writeHead(404, { 'content-type': 'application/json; charset=utf-8' })
      exchange.response.end(JSON.stringify({ error: `no value ${path}` }))
      return null
    },
    async 'PUT values'({ path, input }) {
      if (!/^[A-Za-z0-9._-]{1,100}$/.test(path)) throw new ControlRefusal('a key is letters, digits, . _ and -')
      await records.put('values', path, input as Json)
    },
    'DELETE values': ({ path }) => records.remove('values', path),
  }
}
