/** A demand that the control interface cannot follow; the sentence says why. */
export class ControlRefusal extends Error {}

/** A text field that must be there. */
export function textOf(input: unknown, field: string): string {
  const value = (input as Record<string, unknown> | null)?.[field]
  if (typeof value !== 'string' || value === '') throw new ControlRefusal(`${field} must be a text`)
  return value
}

/** The fields of a body that must be an object. */
export function fieldsOf<Fields extends object>(input: unknown, what = 'the body'): Partial<Fields> {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw new ControlRefusal(`${what} must be an object`)
  return input
}

export function listOf(input: unknown, what: string): unknown[] {
  if (!Array.isArray(input)) throw new ControlRefusal(`${what} must be a list`)
  return input
}
