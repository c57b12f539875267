import type { Page } from 'playwright-core'
import { readCode, stepSeconds } from '../../shared/cards/member-code'

/**
 * The camera of the right phone, which is open, looks at the code that the left one shows just now; gives the code's text.
 * From then on the cloud's clock stands still at a time at which the code is good: a phone makes a new one every half a
 * minute by a clock that goes on, and on a slow machine a code would run out before it is read.
 */
export async function scanShown(page: Page, url: string): Promise<string> {
  const text = await codeShown(page)
  const code = readCode(text)
  if (!code.ok || code.value.form !== 'scanned') throw new Error(`no member's code is shown, but "${text}"`)
  await moveClock(url, { frozen: true })
  const madeAt = code.value.step * stepSeconds * 1_000
  const now = await timeOf(url)
  if (now < madeAt) await moveClock(url, { advanceMs: madeAt - now })
  await scanText(page, text)
  return text
}

/** The text of the member's or coupon's code that the left phone shows, as soon as the right one's camera sees one other than `not`. */
export async function codeShown(page: Page, not = ''): Promise<string> {
  const seen = page.locator(`#right button[title^="CL"]:not([title="${not}"])`).filter({ hasText: '正在出示' }).first()
  return (await seen.getAttribute('title')) ?? ''
}

/** The camera of the right phone, which is open, looks at a picture of a code. */
export async function scanText(page: Page, text: string): Promise<void> {
  await page.locator('#right [data-part="scan"] input').fill(text)
  await page.locator('#right').getByRole('button', { name: '扫这个码' }).click()
}

export async function moveClock(url: string, change: { frozen?: boolean; advanceMs?: number }): Promise<void> {
  await fetch(`${url}/__local/clock`, { method: 'POST', body: JSON.stringify(change) })
}

/** The cloud's time, in milliseconds. */
export async function timeOf(url: string): Promise<number> {
  return Date.parse(((await (await fetch(`${url}/__local/clock`)).json()) as { now: string }).now)
}
