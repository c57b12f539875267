import type { Records } from './records'

const ACTIVE_MS = 2 * 3_600_000
/** Not every call is worth a write; a minute less than two hours hurts nobody. */
const REMEMBER_AGAIN_MS = 60_000

/** Remembers that a person used the mini-program just now. */
export function rememberActive(records: Records, openid: string, now: number): void {
  const last = Number(records.get('active', openid) ?? 0)
  if (last > now || now - last >= REMEMBER_AGAIN_MS) void records.put('active', openid, now)
}

/** Whether a person used the mini-program within the last two hours: the text and media checks ask for it. */
export function wasActive(records: Records, openid: string, now: number): boolean {
  const last = records.get('active', openid)
  return last !== null && now - Number(last) <= ACTIVE_MS
}
