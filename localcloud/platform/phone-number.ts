import { randomBytes } from 'node:crypto'
import { accepted, failed, type OpenApiAnswer, type OpenApiInput, type PlatformParts } from './services'

/** A code lives five minutes and is good for one use. */
const CODE_LIFE_MS = 5 * 60_000

/** What the phone's button does when a member agrees: a code that stands for the number. */
export async function mintPhoneCode(parts: PlatformParts, phone: string): Promise<string> {
  const code = randomBytes(16).toString('hex')
  await parts.records.put('phone-codes', code, { phone, expiresAt: parts.now() + CODE_LIFE_MS })
  return code
}

/** `phonenumber.getPhoneNumber`: 40029 for a code that is unknown, used or older than five minutes. */
export async function getPhoneNumber(parts: PlatformParts, input: OpenApiInput): Promise<OpenApiAnswer> {
  const code = String(input.code ?? '')
  const minted = parts.records.get('phone-codes', code) as { phone: string; expiresAt: number } | null
  if (!minted || parts.now() >= minted.expiresAt) return failed(40029, 'invalid code')
  await parts.records.remove('phone-codes', code)
  const watermark = { timestamp: Math.floor(parts.now() / 1000), appid: parts.environment.appId }
  const phone = { phone_number: minted.phone, pure_phone_number: minted.phone, country_code: '86', watermark }
  return accepted({ phone_info: phone })
}
