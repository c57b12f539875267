import type { InputOf, Operation, OutputOf, Reply } from '../../shared/kit/contract'

/** A refusal of the door in the way of a script; `code` tells which. */
export class DoorRefused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

type Caller = { url: string; openid: string }

/** Calls one operation as a phone would. Commands give their request id, so that a start that was cut off may be repeated. */
export async function callDoor<O extends Operation>(
  { url, openid }: Caller,
  operation: O,
  input: InputOf<O>,
  requestId?: string,
): Promise<OutputOf<O>> {
  const response = await fetch(`${url}/call/${operation.audience}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-local-openid': openid },
    body: JSON.stringify({ operation: operation.name, input, requestId, language: 'en' }),
  })
  const reply = (await response.json()) as Reply
  if (reply.ok) return operation.output.parse(reply.value) as OutputOf<O>
  throw new DoorRefused(reply.refusal.code, `${operation.name}: ${reply.refusal.code}: ${reply.refusal.message}`)
}

/** Small things that the local cloud keeps for scripts. */
export async function localValue<Value>(url: string, name: string): Promise<Value | null> {
  const response = await fetch(`${url}/__local/values/${name}`)
  return response.ok ? ((await response.json()) as Value) : null
}

export async function keepLocalValue(url: string, name: string, value: unknown): Promise<void> {
  await sendLocal(url, `values/${name}`, 'PUT', value)
}

export type LocalPerson = { openid: string; name: string; role: string; phone?: string }

export async function addLocalPerson(url: string, person: LocalPerson): Promise<void> {
  await sendLocal(url, 'people', 'POST', person)
}

export async function localPeople(url: string): Promise<LocalPerson[]> {
  return (await (await fetch(`${url}/__local/people`)).json()) as LocalPerson[]
}

/** What the phone's button gives when its owner agrees to tell the number. */
export async function mintPhoneCode(url: string, phone: string): Promise<string> {
  const { code } = (await (await sendLocal(url, 'phone-codes', 'POST', { phone })).json()) as { code: string }
  return code
}

/** A message template as the platform's console shows it: its keys, and what a phone writes beside them. */
export type LocalTemplate = { id: string; title: string; keys: string[]; labels: { [key: string]: string } }

export async function declareTemplates(url: string, templates: readonly LocalTemplate[]): Promise<void> {
  await sendLocal(url, 'templates', 'PUT', templates)
}

/** Tells the local SMS service which words it has approved, so that the simulator shows texts whole. */
export async function declareTexts(url: string, texts: readonly { id: string; words: string }[]): Promise<void> {
  await sendLocal(url, 'text-templates', 'PUT', texts)
}

/** Somebody says yes in WeChat's dialog: one message by each template. */
export async function allowMessages(url: string, given: { openid: string; templateIds: string[] }): Promise<void> {
  await sendLocal(url, 'subscribe', 'POST', given)
}

/** Moves the shop's clock; it runs on from there. */
export async function setShopTime(url: string, instant: string): Promise<void> {
  await sendLocal(url, 'clock', 'POST', { set: instant })
}

async function sendLocal(url: string, path: string, method: string, body: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${url}/__local/${path}`, { method, headers, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`The local cloud did not take ${path}: ${await response.text()}`)
  return response
}
