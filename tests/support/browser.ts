import { chromium, type Browser, type Page } from 'playwright-core'

/** A real phone-sized Chromium for the journeys; `errors` holds whatever a page has thrown since it was opened. */
export type Phone = { page: Page; errors: string[] }

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** One browser a test file; every phone is a person of their own, with nothing stored. */
export function useBrowser(): { phone(options?: { language?: string; dark?: boolean }): Promise<Phone> } {
  let browser: Browser | null = null
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: flags,
    })
  })
  afterAll(async () => {
    await browser?.close()
  })
  return {
    async phone({ language = 'zh-CN', dark = false } = {}) {
      if (!browser) throw new Error('the browser runs only inside tests')
      const context = await browser.newContext({
        viewport: { width: 390, height: 844 },
        deviceScaleFactor: 2,
        hasTouch: true,
        isMobile: true,
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
