import type { messagesSetTemplates } from '../../../shared/messages/contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { TextTemplate } from '../../../shared/messages/text-template'
import type { Template } from '../../../shared/messages/topics'
import type { Handler, ManagerContext } from '../../_runtime/handler'
import type { Shop } from '../../_runtime/terms'

/** Names the templates anew, all of them: a topic that is left out has none. In force on every phone within five minutes. */
export const setTemplates: Handler<typeof messagesSetTemplates, ManagerContext> = async ({ effects, terms }, input) => {
  if (!terms) return refuse('shop_not_founded')
  const templates: NonNullable<Shop['templates']> = Object.fromEntries(
    input.templates.map(({ topic, templateId, keys }): [string, Template] => [
      topic,
      { templateId, ...(keys ? { keys } : {}) },
    ]),
  )
  const texts: Shop['texts'] | undefined =
    input.texts && Object.fromEntries(input.texts.map(({ topic, ...text }): [string, TextTemplate] => [topic, text]))
  const { mail } = input
  const set = { templates, ...(texts ? { texts } : {}), ...(mail === undefined ? {} : { mail }) }
  await effects.store.change('shop', { _id: 'shop' }, { set })
  return allow({ templates: input.templates })
}
