import type { Browser, Page } from 'playwright-core'
import { launchChromium, phoneScreen } from '../../scripts/testing/launch-chromium'

/** A real phone-sized Chromium for the journeys; `errors` holds whatever a page has thrown since it was opened. */
export type Phone = { page: Page; errors: string[] }

/** One browser a test file; every phone is a person of their own, with nothing stored. */
export function useBrowser(): { phone(options?: { language?: string; dark?: boolean }): Promise<Phone> } {
  let browser: Browser | null = null
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
  })
  return {
    async phone({ language = 'zh-CN', dark = false } = {}) {
      if (!browser) throw new Error('the browser runs only inside tests')
      const context = await browser.newContext({
        ...phoneScreen,
        locale: language,
        colorScheme: dark ? 'dark' : 'light',
      })
      const page = await context.newPage()
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      return { page, errors }
    },
  }
}
