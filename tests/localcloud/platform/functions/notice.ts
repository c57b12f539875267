import sdk from 'wx-server-sdk'

// The SDK's own types lack what it documents.
const cloud = sdk as any
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database({ throwOnNotFound: false })

/** Takes notices and events: keeps each, and refuses the first as often as the document `shop/refusals` says. */
export async function main(event: Record<string, unknown>): Promise<unknown> {
  const left = ((await db.collection('shop').doc('refusals').get()).data as { left?: number } | undefined)?.left ?? 0
  await db
    .collection('shop')
    .add({ data: { taken: left === 0, event: JSON.stringify(event), source: cloud.getWXContext().SOURCE } })
  if (left === 0) return { errcode: 0, errmsg: 'ok' }
  await db
    .collection('shop')
    .doc('refusals')
    .set({ data: { left: left - 1 } })
  return { errcode: 1, errmsg: 'not yet' }
}
