import type { PosKey } from './arguments'

/** The key that a local cloud keeps for this command; null when the shop is elsewhere or has none. */
export async function localKey(url: string): Promise<PosKey | null> {
  const value = (await localJson(url, '/__local/values/pos-key')) as Partial<PosKey> | null
  return value?.keyId && value.secret ? { keyId: value.keyId, secret: value.secret } : null
}

/**
 * The shop's time in milliseconds. A local cloud may have been wound to another day, and a signature must carry the day on
 * which it is judged; every other shop lives in the time of this machine.
 */
export async function shopTime(url: string): Promise<number> {
  const clock = (await localJson(url, '/__local/clock')) as { now?: string } | null
  const now = Date.parse(clock?.now ?? '')
  return Number.isNaN(now) ? Date.now() : now
}

async function localJson(url: string, path: string): Promise<unknown> {
  if (!isLoopback(url)) return null
  try {
    const response = await fetch(`${url}${path}`, { signal: AbortSignal.timeout(10_000) })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}

function isLoopback(url: string): boolean {
  return /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(new URL(url).hostname)
}
