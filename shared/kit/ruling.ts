/** What a decision gives: what happened, or why not. Refusals are a closed list per operation. */
export type Ruling<Value, Refusal extends string> = Allowed<Value> | Refused<Refusal>
export type Allowed<Value> = { ok: true; value: Value }
export type Refused<Refusal extends string> = { ok: false; refusal: Refusal; details?: RefusalDetails }

/** Figures and names that the wording of a refusal mentions, such as how many points are short. */
export type RefusalDetails = { [name: string]: string | number }

export function allow<Value>(value: Value): Allowed<Value> {
  return { ok: true, value }
}

export function refuse<const Refusal extends string>(refusal: Refusal, details?: RefusalDetails): Refused<Refusal> {
  return details ? { ok: false, refusal, details } : { ok: false, refusal }
}
