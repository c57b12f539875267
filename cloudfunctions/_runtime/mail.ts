import { createTransport, type Transporter } from 'nodemailer'
import { notReached, perhapsSent } from '../../shared/messages/outcomes'
import type { MailMessage, Platform, PlatformAnswer } from './effects'

/**
 * Mail by the shop's own mail server, over a kept SMTP library; null where the shop has not set it up. Apart from `wx.ts`, so
 * that only the functions that send mail carry the library.
 */
export function mail(environment: NodeJS.ProcessEnv = process.env): Platform['sendMail'] {
  const settings = readSettings(environment)
  if (!settings) return null
  const transport = transportOf(settings)
  return (message) => send(transport, settings, message)
}

type Settings = {
  host: string
  port: number
  /** Encrypted from the first byte on, as at port 465; otherwise by STARTTLS where the server offers it. */
  secure: boolean
  login: { user: string; pass: string } | null
  from: string
  /** Where a mail program's own way out leads. */
  wayOut: string | null
}

function readSettings(environment: NodeJS.ProcessEnv): Settings | null {
  const read = (name: string) => environment[`CHANGLAI_MAIL_${name}`] || null
  const [host, from, user, pass] = [read('HOST'), read('FROM'), read('USER'), read('PASSWORD')]
  if (!host || !from) return null
  const port = Number(read('PORT') ?? 465)
  const secure = (read('SECURE') ?? (port === 465 ? 'yes' : 'no')) === 'yes'
  return { host, port, secure, login: user && pass ? { user, pass } : null, from, wayOut: read('WAY_OUT') }
}

/** Shorter than the time limits of the functions, for the connection and for each answer. */
const patienceMs = 8_000

function transportOf({ host, port, secure, login }: Settings): Transporter {
  return createTransport({
    host,
    port,
    secure,
    ...(login ? { auth: login } : {}),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

async function send(
  transport: Transporter,
  { from, wayOut }: Settings,
  { id, address, subject, text }: MailMessage,
): Promise<PlatformAnswer> {
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? 'changlai.invalid'
  try {
    await transport.sendMail({
      from,
      to: { name: '', address },
      subject,
      text,
      messageId: `<${id}@${domain}>`,
      ...(wayOut ? { list: { unsubscribe: wayOut } } : {}),
    })
    return { errCode: 0, errMsg: 'ok' }
  } catch (error) {
    const { code, message } = error as MailError
    return { errCode: codeOf(error as MailError), errMsg: `${code ?? 'no answer'}: ${message ?? String(error)}` }
  }
}

type MailError = {
  code?: string
  message?: string
  responseCode?: number
  syscall?: string
  timeoutType?: string
}

const beforeAnything = ['EDNS', 'ENOAUTH', 'ETLS', 'ECONFIG', 'EPROXY']

/** The server's own code where it gave one; otherwise whether the message can have reached it. */
function codeOf({ code, responseCode, syscall, timeoutType }: MailError): number {
  // A server that wants another login takes nothing now, and may again once the manager has set it right.
  if (code === 'EAUTH') return notReached
  if (responseCode) return responseCode
  const isConnecting = syscall === 'connect' || (timeoutType !== undefined && timeoutType !== 'SOCKET_TIMEOUT')
  return isConnecting || beforeAnything.includes(code ?? '') ? notReached : perhapsSent
}
