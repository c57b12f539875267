import { accepted, failed, type OpenApiAnswer, type OpenApiInput, type PlatformParts } from './services'

/**
 * `subscribeMessage.send`: one acceptance buys one message. Refused as the platform refuses: 40003 for an openid of a wrong
 * form, 40037 for a template that is not on the environment's list (when one has been declared), 47003 for arguments over the
 * limits of their kind, 43101 when no acceptance is left for that person and template.
 */
export async function sendSubscribeMessage(parts: PlatformParts, input: OpenApiInput): Promise<OpenApiAnswer> {
  const openid = String(input.touser ?? '')
  const template = String(input.template_id ?? '')
  if (!/^[A-Za-z][A-Za-z0-9_-]{5,63}$/.test(openid)) return failed(40003, 'invalid openid')
  const declared = parts.records.get('settings', 'templates') as Template[] | null
  const known = declared?.find(({ id }) => id === template)
  if (template === '' || (declared && !known)) return failed(40037, 'invalid template_id')
  const wrong = wrongArgument(input.data, known?.keys)
  if (wrong) return failed(47003, `argument invalid! data.${wrong}.value invalid`)
  if (!(await spendAcceptance(parts, openid, template))) return failed(43101, 'user refuse to accept the msg')
  return accepted({ msgid: parts.now() })
}

/** A template of the environment; with keys, a message must carry exactly these. Title and labels are what a phone shows. */
export type Template = { id: string; keys?: string[]; title?: string; labels?: { [key: string]: string } }

/** Grants messages: what the phone's consent dialog does when a member accepts. */
export async function grantAcceptances(
  parts: PlatformParts,
  grant: { openid: string; templateId: string; count: number },
): Promise<void> {
  const key = acceptanceKey(grant.openid, grant.templateId)
  await parts.records.put('acceptances', key, acceptancesLeft(parts, key) + grant.count)
}

async function spendAcceptance(parts: PlatformParts, openid: string, template: string): Promise<boolean> {
  const key = acceptanceKey(openid, template)
  const left = acceptancesLeft(parts, key)
  if (left < 1) return false
  await parts.records.put('acceptances', key, left - 1)
  return true
}

function acceptancesLeft(parts: PlatformParts, key: string): number {
  return Number(parts.records.get('acceptances', key) ?? 0)
}

function acceptanceKey(openid: string, template: string): string {
  return `${openid} ${template}`
}

/** The name of the first argument that the platform would not take; null when all are fine. */
function wrongArgument(data: unknown, keys: string[] | undefined): string | null {
  if (typeof data !== 'object' || data === null || Object.keys(data).length === 0) return '*'
  const missing = keys?.find((key) => !(key in data))
  if (missing) return missing
  for (const [name, argument] of Object.entries(data as Record<string, { value?: unknown } | null>)) {
    const value = argument?.value
    if (keys && !keys.includes(name)) return name
    if ((typeof value !== 'string' && typeof value !== 'number') || !fitsKind(name, String(value))) return name
  }
  return null
}

/** Limits by the kind in the argument's name (`thing1` is of kind `thing`), as the platform publishes them. */
const KINDS: Record<string, RegExp> = {
  thing: /^[^\n]{1,20}$/u,
  number: /^-?\d{1,32}(\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\p{L}\p{N}\s]{1,5}$/u,
  character_string: /^[\x20-\x7e]{1,32}$/,
  time: /^(\d{4}年\d{1,2}月\d{1,2}日 ?|\d{4}-\d{1,2}-\d{1,2} )?([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?$|^\d{4}年\d{1,2}月\d{1,2}日$|^\d{4}-\d{1,2}-\d{1,2}$/,
  date: /^(\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{1,2}-\d{1,2}|\d{4}\/\d{1,2}\/\d{1,2})( ?([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?)?$/,
  amount: /^\p{Sc}?-?\d{1,10}(\.\d{1,2})?元?$/u,
  phone_number: /^[\d+\-() ]{1,17}$/,
  car_number: /^[\p{Script=Han}A-Z0-9]{1,8}$/u,
  name: /^(\p{Script=Han}{1,10}|[A-Za-z .'·-]{1,20})$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
}

function fitsKind(name: string, value: string): boolean {
  const kind = KINDS[name.replace(/\d+$/, '')]
  return kind === undefined ? value !== '' : kind.test(value)
}
