import type { FunctionPool } from '../functions/pool'
import type { Activity } from '../control/activity'
import type { Environment } from '../functions/identity'
import type { Records } from './records'

/** What the platform's own services stand on. */
export interface PlatformParts {
  records: Records
  /** The environment's clock, in milliseconds. */
  now: () => number
  pool: FunctionPool
  activity: Activity
  environment: Environment
  /** The gateway's own address. */
  url: () => string
}

/** An answer of an open interface: JSON with the platform's error code, or a file. */
export type OpenApiAnswer = { json: OpenApiJson } | { file: Buffer; contentType: string }
export type OpenApiJson = { errcode: number; errmsg: string; [field: string]: unknown }

/** One emulated interface: arguments in snake case, as they travel. */
export type OpenApiHandler = (parts: PlatformParts, input: OpenApiInput) => Promise<OpenApiAnswer> | OpenApiAnswer
export type OpenApiInput = Record<string, unknown>

export function accepted(fields: Record<string, unknown> = {}): OpenApiAnswer {
  return { json: { errcode: 0, errmsg: 'ok', ...fields } }
}

export function failed(errcode: number, errmsg: string): OpenApiAnswer {
  return { json: { errcode, errmsg } }
}
