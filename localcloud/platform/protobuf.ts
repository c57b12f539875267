import { parse } from 'protobufjs'
import type { OpenApiInput } from './services'

// The platform's messages, as far as the open interfaces need them; the numbers are those of the wire.
const { root } = parse(`
  syntax = "proto3";
  message KeyValuePair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
  message OpenApiData { repeated KeyValuePair pairs = 1; }
  message CommApiData { uint32 apiType = 1; OpenApiData openapiData = 2; string appid = 6; }
  message CommOpenApiResp { bytes respData = 1; string contentType = 2; int32 errorCode = 3; uint32 httpCode = 4; int32 svrkitErrorCode = 6; }
`)
const CommApiData = root.lookupType('CommApiData')
const CommOpenApiResp = root.lookupType('CommOpenApiResp')

type Pair = { key: string; value: Uint8Array; contenttype: string }

/** The arguments of a call: JSON values by key; a file argument as its bytes and content type. */
export function decodeRequest(data: Buffer): OpenApiInput {
  const message = CommApiData.decode(data) as unknown as { openapiData?: { pairs?: Pair[] } | null }
  const pairs = message.openapiData?.pairs ?? []
  return Object.fromEntries(pairs.map((pair) => [pair.key, valueOf(pair)]))
}

export function encodeAnswer(answer: { respData?: Buffer; contentType?: string; errorCode?: number }): Buffer {
  return Buffer.from(CommOpenApiResp.encode(CommOpenApiResp.create({ svrkitErrorCode: 0, ...answer })).finish())
}

function valueOf({ value, contenttype }: Pair): unknown {
  const bytes = Buffer.from(value)
  if (contenttype) return { contentType: contenttype, bytes: bytes.length }
  return JSON.parse(bytes.toString('utf8')) as unknown
}
