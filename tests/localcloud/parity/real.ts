import { collections, connect } from './connect'
import { emptyBySdk, type Runner } from './run'
import type { Need } from './sdk'

/**
 * Connects the cases to a real environment by its id; the key pair comes from TENCENTCLOUD_SECRETID and
 * TENCENTCLOUD_SECRETKEY. What it lacks of the suite's collections is made. Before the first run two indexes have to be
 * made on the console: a unique one on `parity_uniques.code` and a geographic one on `parity_places.at`. The cases of
 * functions run when the function `parity` is deployed there and CHANGLAI_PARITY_FUNCTIONS is `yes`.
 */
export async function startReal(env: string): Promise<Runner & { close(): Promise<void> }> {
  for (const key of ['TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY']) {
    if (!process.env[key]) throw new Error(`${key} is not set: a real environment needs it`)
  }
  const cannot = (what: string) => () => Promise.reject(new Error(`a real environment cannot be made to ${what}`))
  const levers = { now: Date.now, advance: cannot('drive its clock'), withConflictAt: cannot('meet a conflict') }
  const sdk = await connect({ env }, levers)
  const { missing: _, ...made } = collections
  for (const name of Object.values(made)) await sdk.db.createCollection(name).catch(() => undefined)
  const offers: Need[] = process.env.CHANGLAI_PARITY_FUNCTIONS === 'yes' ? ['functions'] : []
  return { sdk, offers, empty: () => emptyBySdk(sdk), close: () => emptyBySdk(sdk) }
}
