/** A demand that the control interface cannot follow; the sentence says why. */
export class ControlRefusal extends Error {}

/** A text field that must be there. */
export function textOf(input: unknown, field: string): string {
  const value = (input as Record<string, unknown> | null)?.[field]
  if (typeof value !== 'string' || value === '') throw new ControlRefusal(`${field} must be a text`)
  return value
}

export function listOf(input: unknown, what: string): unknown[] {
  if (!Array.isArray(input)) throw new ControlRefusal(`${what} must be a list`)
  return input
}
