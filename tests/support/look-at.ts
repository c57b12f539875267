import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Locator } from 'playwright-core'

/** Photographs a screen for a person to look at, when `LOOK_AT` names a folder for it; otherwise does nothing. */
export async function lookAt(name: string, screen: Locator): Promise<void> {
  const folder = process.env['LOOK_AT']
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await screen.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' })
}
