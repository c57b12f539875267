import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { Account } from '../../shared/books/account'

/** `customer_id,spend_fen,points,tier`, sorted by customer id as text; points are those that orders earned. */
export async function writeMembers(file: string, accounts: ReadonlyMap<string, Account>): Promise<void> {
  const output = createWriteStream(file)
  output.write('customer_id,spend_fen,points,tier\n')
  for (const customerId of [...accounts.keys()].sort()) {
    const account = accounts.get(customerId)
    if (!account) continue
    const { totals, tierId } = account
    const line = `${quoted(customerId)},${totals.spendFen},${totals.pointsEarned},${tierId}\n`
    if (!output.write(line)) await once(output, 'drain')
  }
  output.end()
  await finished(output)
}

function quoted(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
