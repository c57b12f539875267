import { messagesSetTemplates } from '../../shared/messages/contract'
import { topics, topicTerms, type Topic } from '../../shared/messages/topics'
import { callDoor, declareTemplates, declareTexts } from './door'

/**
 * Gives the shop a message template and a text for each topic, and mail. A merchant chooses them in the platform's consoles; the local platform is
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
  const texts = topics.map(textOf)
  const words = texts.map(({ templateId: id, words: of }) => ({ id, words: of }))
  await declareTexts(manager.url, words)
  await callDoor(manager, messagesSetTemplates, { templates, texts, mail: true }, 'start-set-templates-2')
}

/** A text of all that the topic's message in WeChat says, and the way out. */
function textOf(topic: Topic, place: number) {
  const { name, arguments: named } = topicTerms[topic]
  const parts = Object.entries(named)
  const facts = parts.map(([, { label }], n) => `${label.zh} {${n + 1}}`).join('，')
  const words = `${name.zh}：${facts}。回T退订`
  return { topic, templateId: String(1_000_101 + place), words, arguments: parts.map(([argument]) => argument) }
}

/** The id under which the local platform knows the template of a topic. */
export function templateIdOf(topic: string): string {
  return `local-${topic}`
}
