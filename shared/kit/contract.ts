import type * as z from 'zod/mini'

export type Audience = 'member' | 'staff' | 'manager' | 'pos' | 'clock'
export type Kind = 'query' | 'command'

/** Who may call: anybody with an identity, an enrolled member, or somebody whom the staff list gives the role. */
export type Role = 'visitor' | 'member' | 'staff' | 'manager' | 'pos'

export type Limits = {
  /** Calls a person may make of this operation in a minute, in one warm instance. */
  perMinute: number
}

/** Database calls the operation may make: in sequence before the reply, and in all. A test fails on one more. */
export type CallBudget = { sequential: number; total: number }

/**
 * One operation of the product: what the phone, the till or the console may ask, what comes back and every reason for
 * which it may be refused. Client, door and handler are typed from this one value.
 */
export interface Operation<
  Name extends string = string,
  Input extends Schema = Schema,
  Output extends Schema = Schema,
  Refusal extends string = string,
  OperationKind extends Kind = Kind,
> {
  name: Name
  audience: Audience
  kind: OperationKind
  roles: readonly Role[]
  input: Input
  output: Output
  refusals: readonly Refusal[]
  limits: Limits
  budget: CallBudget
}

export type Schema = z.ZodMiniType
export type InputOf<O extends Operation> = z.output<O['input']>
export type OutputOf<O extends Operation> = z.output<O['output']>
export type RefusalOf<O extends Operation> = O['refusals'][number]

/** Keeps the literal types of a definition. */
export function operation<
  const Name extends string,
  Input extends Schema,
  Output extends Schema,
  const Refusal extends string,
  const OperationKind extends Kind,
>(
  definition: Operation<Name, Input, Output, Refusal, OperationKind>,
): Operation<Name, Input, Output, Refusal, OperationKind> {
  return definition
}

/** Refusals that the door itself gives, before or around any handler. */
export const doorRefusals = [
  'identity_missing',
  'not_enrolled',
  'not_allowed',
  'unknown_operation',
  'input_invalid',
  'request_malformed',
  'request_id_missing',
  'request_reused',
  'rate_limited',
  'busy',
  'shop_not_founded',
  'internal_error',
  'signature_invalid',
  'signature_expired',
  'signature_replayed',
  'key_unknown',
] as const
export type DoorRefusal = (typeof doorRefusals)[number]

/** The reply as it crosses the wire. */
export type Reply<Value = unknown> =
  | { ok: true; value: Value }
  | {
      ok: false
      refusal: { code: string; message: string; details?: { [name: string]: string | number }; errorId?: string }
    }
