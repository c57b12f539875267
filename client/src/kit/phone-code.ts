import { personPlayed } from './storage'

/**
 * A browser has no button that gives WeChat's code for the phone's own number; the local cloud mints one for any number.
 * None of this is in the mini-program, and no other cloud answers it.
 */
export function canPlayNumber(): boolean {
  return process.env.TARO_ENV === 'h5' && personPlayed() !== null
}

export async function playNumber(phone: string): Promise<string | null> {
  try {
    const reply = await fetch('/__local/phone-codes', { method: 'POST', body: JSON.stringify({ phone }) })
    return reply.ok ? ((await reply.json()) as { code: string }).code : null
  } catch {
    return null
  }
}
