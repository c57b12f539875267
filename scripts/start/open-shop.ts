import path from 'node:path'
import type { LocalCloud } from '../../localcloud/start'
import { loadDemonstration } from '../demo/load'
import { buildFunctions } from '../functions/build'
import { writeDatabaseList } from '../functions/database-list'
import { buildClient } from './client'
import { claimFolder, emptyFolder } from './folder'
import { foundShop, type Founded, type Plan } from './found'
import { openCloud } from './open-cloud'
import { readSecrets } from './secrets'

export type ShopPlan = Plan & {
  root: string
  /** Where the shop is kept. */
  data: string
  port: number | null
  fresh: boolean
  /** Whether the H5 client is built. */
  client: boolean
  /** Called once the cloud runs, before the shop is founded in it. */
  onOpen?: (close: () => Promise<void>) => void
}

export type OpenShop = { cloud: LocalCloud; founded: Founded; close(): Promise<void> }

/** Builds what is asked for, starts the local cloud over the folder and, the first time, founds the shop in it. */
export async function openShop(plan: ShopPlan): Promise<OpenShop> {
  const { root, data } = plan
  const release = claimFolder(data)
  if (plan.fresh) emptyFolder(data)
  const secrets = readSecrets(data)
  await buildFunctions({ root, target: path.join(root, 'dist/cloudfunctions') })
  writeDatabaseList(path.join(root, 'dist/cloudfunctions'))
  if (plan.client) await buildClient(root)
  const cloud = await openCloud({ root, data, port: plan.port, secrets })
  const close = async (): Promise<void> => {
    await cloud.close()
    release()
  }
  plan.onOpen?.(close)
  const founded = await foundShop(cloud.url, secrets, plan)
  if (founded.demonstration) await loadDemonstration(cloud.url, founded)
  return { cloud, founded, close }
}
