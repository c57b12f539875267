import { Secret, TOTP } from 'otpauth'
import { stepSeconds } from '../../shared/cards/member-code'

/** The eight digits of a card's time code in a step: RFC 6238 with SHA-256, keyed by the text of the card's secret. */
export function timeCode(secret: string, step: number): string {
  const totp = new TOTP({ algorithm: 'SHA256', digits: 8, period: stepSeconds, secret: Secret.fromUTF8(secret) })
  return totp.generate({ timestamp: step * stepSeconds * 1000 })
}
