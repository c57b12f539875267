import type { Reply } from '../../shared/kit/contract'
import { refuse } from '../../shared/kit/ruling'
import type { Effects } from './effects'
import { refusalReply } from './serve'

/** The timer's door. A call that carries a person's identity is refused: nobody but the platform's timer may wake the clock. */
export function serveClock<Value>(
  tick: (effects: Effects) => Promise<Value>,
  effects: Effects,
): () => Promise<Reply<Value>> {
  return async () => {
    const { openid, source } = effects.identity()
    if (openid || source !== 'timer') return refusalReply(refuse('not_allowed'), 'zh-CN') as Reply<Value>
    const value = await tick(effects)
    effects.log({ event: 'tick', result: JSON.stringify(value) })
    return { ok: true, value }
  }
}
