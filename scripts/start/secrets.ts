import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export type ShopSecrets = { identityKey: string; vaultKey: string; claimCode: string }

/** The secrets of this shop, drawn at its first start and readable by its owner alone. Without them its data is worthless. */
export function readSecrets(folder: string): ShopSecrets {
  const file = path.join(folder, 'secrets.json')
  if (!existsSync(file)) {
    const draw = (bytes: number): string => randomBytes(bytes).toString('hex')
    const drawn: ShopSecrets = { identityKey: draw(32), vaultKey: draw(32), claimCode: draw(16) }
    writeFileSync(file, `${JSON.stringify(drawn, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  }
  return JSON.parse(readFileSync(file, 'utf8')) as ShopSecrets
}

/** As the functions find them in their environment. Text messages are set up for the local service, which asks no account. */
export function environmentOf({ identityKey, vaultKey, claimCode }: ShopSecrets): Record<string, string> {
  return {
    CHANGLAI_IDENTITY_KEY: identityKey,
    CHANGLAI_VAULT_KEY: vaultKey,
    CHANGLAI_CLAIM_CODE: claimCode,
    CHANGLAI_TEXT_SECRET_ID: 'local',
    CHANGLAI_TEXT_SECRET_KEY: 'local',
    CHANGLAI_TEXT_APP_ID: '1400000000',
    CHANGLAI_TEXT_SIGN: '本地短信',
    CHANGLAI_TEXT_CODE_TEMPLATE: '1000001',
  }
}
