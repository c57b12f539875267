import type { DoorRefusal, InputOf, Operation, OutputOf, RefusalOf, Reply } from '@shared/kit/contract'
import { forget, recall, remember } from './storage'
import { outcomeKnown, requestIdFor } from './request-ids'
import { currentLanguage } from './settings'
import { send, type Envelope, type Lost } from './door'

/** Why nothing came of a call. The phone gives `reply_malformed` and what the door calls lost; all others are the cloud's. */
export type Refusal<Code extends string = string> = {
  code: Code | DoorRefusal | Lost | 'reply_malformed'
  /** The cloud's sentence in the member's language; empty for the phone's own. */
  message: string
  details?: { [name: string]: string | number }
  errorId?: string
}

export type Answer<O extends Operation> =
  { ok: true; value: OutputOf<O> } | { ok: false; refusal: Refusal<RefusalOf<O>> }

/**
 * Asks the cloud for one operation. Never throws: what did not work comes back as a refusal. The reply is read by the
 * operation's own contract, so a page never meets a shape it does not know.
 */
export async function call<O extends Operation>(operation: O, input: InputOf<O>): Promise<Answer<O>> {
  const command = operation.kind === 'command'
  const envelope: Envelope = { operation: operation.name, input, language: currentLanguage() }
  if (command) envelope.requestId = requestIdFor(operation.name, input)
  const hint = recall<string>('account-hint')
  if (hint) envelope.hint = hint
  const answer = read(operation, await send(operation.audience, envelope))
  if (command && (answer.ok || !outcomeOpen(answer.refusal))) outcomeKnown(operation.name, input)
  if (answer.ok) keepHint(answer.value)
  return answer
}

/** Forgets whose phone this is, such as when a developer plays another person. */
export function forgetAccount(): void {
  forget('account-hint')
}

function read<O extends Operation>(operation: O, reply: Reply | Lost): Answer<O> {
  if (typeof reply === 'string') return refused(reply)
  if (!reply.ok) return { ok: false, refusal: reply.refusal as Refusal<RefusalOf<O>> }
  const parsed = operation.output.safeParse(reply.value)
  return parsed.success ? { ok: true, value: parsed.data as OutputOf<O> } : refused('reply_malformed')
}

/** Whether the command may have been carried out without the phone hearing of it: then its id is kept for the retry. */
export function outcomeOpen({ code }: Refusal): boolean {
  return ['network', 'no_answer', 'reply_malformed', 'internal_error', 'busy', 'rate_limited'].includes(code)
}

/** The account id spares the cloud a look-up on the next call; it is checked there and believed nowhere. */
function keepHint(value: unknown): void {
  const accountId = (value as { member?: { accountId?: unknown } } | null)?.member?.accountId
  if (typeof accountId === 'string' && accountId !== recall('account-hint')) remember('account-hint', accountId)
}

function refused(code: Lost | 'reply_malformed'): { ok: false; refusal: Refusal<never> } {
  return { ok: false, refusal: { code, message: '' } }
}
