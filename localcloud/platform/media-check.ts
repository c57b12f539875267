import { randomUUID } from 'node:crypto'
import type { Json } from '../engine/values'
import { wasActive } from './active'
import { keepDelivering, type Post } from './delivery'
import { accepted, failed, type OpenApiAnswer, type OpenApiInput, type PlatformParts } from './services'
import { judge, verdictFields } from './verdict'

/**
 * `security.mediaCheckAsync`, version 2: answers a trace id; the verdict comes later as the event `wxa_media_check` to the
 * function that receives this event (`PUT /__local/messages`). It is kept until that function has taken it.
 */
export async function checkMedia(parts: PlatformParts, input: OpenApiInput): Promise<OpenApiAnswer> {
  const openid = String(input.openid ?? '')
  const mediaUrl = String(input.media_url ?? '')
  if (Number(input.version) !== 2) return failed(40097, 'invalid args: the local cloud emulates version 2 only')
  if (mediaUrl === '' || ![1, 2].includes(Number(input.media_type))) return failed(40097, 'invalid args')
  if (openid === '') return failed(40003, 'invalid openid')
  if (!wasActive(parts.records, openid, parts.now()))
    return failed(61010, 'code is expired: user access record out of 2 hours')
  const traceId = randomUUID()
  await parts.records.put('media-events', traceId, eventOf(parts, { traceId, mediaUrl }) as Json)
  setImmediate(() => void keepDelivering(parts, mediaPost, traceId))
  return accepted({ trace_id: traceId })
}

/** An event is taken when a function receives such events and does not fail. */
export const mediaPost: Post = {
  kind: 'media-events',
  async hand({ records, pool, environment }, value) {
    const receivers = records.get('settings', 'messages') as Record<string, string> | null
    const receiver = receivers?.wxa_media_check
    if (receiver === undefined) return false
    const event = { ...(value as object), userInfo: { appId: environment.appId } }
    return (await pool.invoke({ function: receiver, event, caller: { source: 'platform' } })).ok
  },
}

function eventOf(
  parts: PlatformParts,
  { traceId, mediaUrl }: { traceId: string; mediaUrl: string },
): Record<string, unknown> {
  return {
    ToUserName: 'gh_local',
    FromUserName: 'platform_push',
    CreateTime: Math.floor(parts.now() / 1000),
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid: parts.environment.appId,
    trace_id: traceId,
    version: 2,
    errcode: 0,
    errmsg: 'ok',
    ...verdictFields(judge(parts, mediaUrl)),
  }
}
