import type { Effects } from '../../_runtime/effects'
import { textCodeId, type TextCode } from '../members/text-code'

/** As it is counted and looked up: the same mailbox, however it is typed. */
export function mailbox(address: string): string {
  return address.toLowerCase()
}

/** The code that was last mailed to this address for this account. */
export function readMailCode(effects: Effects, accountId: string, address: string): Promise<TextCode | null> {
  return effects.store.get<TextCode>('textCodes', textCodeId(effects, accountId, mailbox(address)))
}

/** The code has done its work: the consent stands. */
export function forgetMailCode(effects: Effects, codeId: string | null): void {
  if (codeId) effects.afterReply(async () => void (await effects.store.remove('textCodes', { _id: codeId })))
}
