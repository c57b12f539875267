import { randomUUID } from 'node:crypto'
import { SMTPServer } from 'smtp-server'
import type { AddressInfo } from 'node:net'
import type { Json } from '../engine/values'
import { readMail } from './mail-text'
import type { PlatformParts } from './services'

export interface MailServer {
  port: number
  close(): Promise<void>
}

/**
 * A mail server on the loopback interface that takes every mail, keeps it durably before it says so, and brings it nowhere.
 * Which addresses it refuses, and with what code, the control interface says (`mail-failures`); `*` stands for all of them,
 * and the code 0 for a server that is down: it hangs up at once.
 */
export async function startMailServer(parts: Pick<PlatformParts, 'records' | 'now' | 'activity'>): Promise<MailServer> {
  const failures = () => (parts.records.get('settings', 'mail-failures') ?? {}) as { [address: string]: number }
  const codeFor = (address: string) => failures()[address] ?? failures()['*']
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onConnect: (_, done) => (failures()['*'] === 0 ? done(refusal(421, 'the mail server is down')) : done()),
    onRcptTo({ address }, _, done) {
      const code = codeFor(address)
      done(code ? refusal(code, 'planned to fail') : null)
    },
    onData(stream, session, done) {
      const leave = parts.activity.begin()
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        keep(parts, to, Buffer.concat(chunks))
          .then(() => done(), done)
          .finally(leave)
      })
    },
  })
  // A client that goes away in the middle is its own affair.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return { port, close: () => new Promise((resolve) => server.close(() => resolve())) }
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}

async function keep(
  { records, now }: Pick<PlatformParts, 'records' | 'now'>,
  to: string[],
  raw: Buffer,
): Promise<void> {
  const sent = {
    at: new Date(now()).toISOString(),
    api: 'mail.send',
    function: null,
    openid: null,
    request: { to, ...readMail(raw.toString('latin1')) },
    answer: { errcode: 0, errmsg: 'ok' },
  }
  await records.put('sent', randomUUID(), sent as unknown as Json)
}
