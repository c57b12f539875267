import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { deliverWaiting } from '../platform/delivery'
import { mediaPost } from '../platform/media-check'
import { noticePost } from '../platform/pay-notice'
import type { Fault } from './faults'
import type { ControlParts, Handlers } from './parts'
import { ControlRefusal, fieldsOf, listOf } from './refusal'

/**
 * What was sent (`outbox`), what operations cost (`statistics`), what the functions wrote (`logs`), every document as JSON
 * lines (`dump`), the plan of faults (`faults`), and what still waits to be handed to a function (`notices`).
 */
export function watchRoutes(parts: ControlParts): Handlers {
  const { records, statistics, faults, log } = parts
  const values = (kind: string) => records.list(kind).map(({ value }) => value)
  return {
    'GET outbox': () => ({ openapi: values('sent'), payments: values('payments'), notices: values('notices') }),
    'DELETE outbox': () => records.clear(['sent', 'payments', 'notices', 'media-events']),
    'GET statistics': () => ({ ...statistics.report(), processes: parts.pool.processes() }),
    'DELETE statistics': () => statistics.clear(),
    'GET logs': () => log.lines(),
    'DELETE logs': () => log.clear(),
    'GET faults': () => faults.left(),
    'POST faults': ({ input }) => faults.replace(listOf(input, 'the fault plan').map(faultOf)),
    'DELETE faults': () => faults.replace([]),
    'GET dump': ({ exchange }) => streamDump(parts, exchange.response),
    'GET notices': () => ({ payments: values('notices'), media: values('media-events') }),
    async 'POST notices'() {
      const [payments, media] = await Promise.all([deliverWaiting(parts, noticePost), deliverWaiting(parts, mediaPost)])
      return { taken: payments + media }
    },
  }
}

const KINDS = ['kill', 'commit-then-drop', 'delay', 'conflict']

function faultOf(input: unknown): Fault {
  const fault = fieldsOf<Fault>(input, 'a fault') as Fault
  if (!Number.isInteger(fault.atCall) || fault.atCall < 1)
    throw new ControlRefusal('atCall must be a whole number from 1')
  if (!KINDS.includes(fault.kind)) throw new ControlRefusal(`kind must be one of ${KINDS.join(', ')}`)
  return fault
}

async function streamDump({ engine }: ControlParts, response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' })
  for (const row of engine.dump()) {
    if (!response.write(`${JSON.stringify(row)}\n`)) await once(response, 'drain')
  }
  response.end()
}
