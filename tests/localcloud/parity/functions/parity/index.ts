import cloud from 'wx-server-sdk'
import type { Untyped } from '../../sdk'

/** The function that the cases call; for a real environment it is deployed under the name `parity`. */
const sdk: Untyped = cloud
sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })

type Wish =
  | { what: 'echo'; value: unknown }
  | { what: 'event' }
  | { what: 'context' }
  | { what: 'fail' }
  | { what: 'call'; data: object }
  | { what: 'openapi'; area: string; name: string; data: object }

export async function main(event: Wish): Promise<unknown> {
  switch (event.what) {
    case 'echo':
      return event.value
    case 'event':
      return event
    case 'context':
      return sdk.getWXContext()
    case 'fail':
      throw new Error('failed on purpose')
    case 'call':
      return (await sdk.callFunction({ name: 'parity', data: event.data })).result
    case 'openapi':
      return openapi(event)
  }
}

async function openapi({ area, name, data }: { area: string; name: string; data: object }): Promise<object> {
  try {
    const { buffer, contentType, ...answer } = await sdk.openapi[area][name](data)
    return { ...answer, ...(buffer ? { bytes: buffer.length, contentType } : {}) }
  } catch (error) {
    const { errCode, errMsg } = error as Untyped
    return { errCode, errMsg }
  }
}
