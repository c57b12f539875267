import { refuse, type Ruling } from '../../shared/kit/ruling'
import type { Effects } from './effects'

/** The timer's door. A call that carries a person's identity is refused: nobody but the platform's timer may wake the clock. */
export function serveClock<Value>(
  tick: (effects: Effects) => Promise<Value>,
  effects: Effects,
): () => Promise<Ruling<Value, 'not_allowed'>> {
  return async () => {
    const { openid, source } = effects.identity()
    if (openid || source !== 'timer') return refuse('not_allowed')
    const value = await tick(effects)
    effects.log({ event: 'tick', result: JSON.stringify(value) })
    return { ok: true, value }
  }
}
