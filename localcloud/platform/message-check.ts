import { randomUUID } from 'node:crypto'
import { wasActive } from './active'
import { accepted, failed, type OpenApiAnswer, type OpenApiInput, type PlatformParts } from './services'
import { judge, verdictFields } from './verdict'

const CONTENT_CHARACTERS_MAX = 2_500

/**
 * `security.msgSecCheck`, version 2. 44002 for an empty text, 45002 for one over 2,500 characters, 40003 for a missing
 * openid, 61010 for a person who has not used the mini-program for two hours.
 */
export function checkMessage(parts: PlatformParts, input: OpenApiInput): OpenApiAnswer {
  const content = String(input.content ?? '')
  const openid = String(input.openid ?? '')
  if (Number(input.version) !== 2) return failed(40097, 'invalid args: the local cloud emulates version 2 only')
  if (content === '') return failed(44002, 'empty post data')
  if ([...content].length > CONTENT_CHARACTERS_MAX) return failed(45002, 'content size out of limit')
  if (![1, 2, 3, 4].includes(Number(input.scene))) return failed(40097, 'invalid args: scene')
  if (openid === '') return failed(40003, 'invalid openid')
  if (!wasActive(parts.records, openid, parts.now()))
    return failed(61010, 'code is expired: user access record out of 2 hours')
  const text = [content, input.title, input.nickname, input.signature].filter(Boolean).join('\n')
  return accepted({ ...verdictFields(judge(parts, text)), trace_id: randomUUID() })
}
