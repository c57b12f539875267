import { messagesSetTemplates } from '../../shared/messages/contract'
import { topics, topicTerms } from '../../shared/messages/topics'
import { callDoor, declareTemplates } from './door'

/**
 * Gives the shop a message template for each topic. A merchant chooses them in the platform's console; the local platform is
 * told of them, and then the manager names them to the shop, as anywhere.
 */
export async function setUpTemplates(manager: { url: string; openid: string }): Promise<void> {
  const all = topics.map((topic) => {
    const { name, arguments: named } = topicTerms[topic]
    const parts = Object.values(named)
    const labels = Object.fromEntries(parts.map(({ key, label }) => [key, label.zh]))
    return { id: templateIdOf(topic), title: name.zh, keys: parts.map(({ key }) => key), labels }
  })
  await declareTemplates(manager.url, all)
  const templates = topics.map((topic) => ({ topic, templateId: templateIdOf(topic) }))
  await callDoor(manager, messagesSetTemplates, { templates }, 'start-set-templates-1')
}

/** The id under which the local platform knows the template of a topic. */
export function templateIdOf(topic: string): string {
  return `local-${topic}`
}
