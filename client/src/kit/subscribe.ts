import Taro from '@tarojs/taro'
import { inSimulator, subscribeInSimulator } from './simulator'

/** What the member answered, by template; null when WeChat did not ask at all, so nothing is known. */
export type Answers = { accepted: string[]; refused: string[] } | null

/** Whether this phone can be sent messages: WeChat's own, or one of the simulator, which stands in for WeChat. */
export function canSubscribe(): boolean {
  return process.env.TARO_ENV === 'weapp' || inSimulator()
}

/**
 * Lets WeChat ask for messages of these templates, at most three. To be called in a tap and before anything is awaited,
 * for otherwise WeChat does not ask.
 */
export function askToSubscribe(templateIds: string[]): Promise<Answers> {
  return process.env.TARO_ENV === 'h5' ? subscribeInSimulator(templateIds) : askWeChat(templateIds)
}

/** The member has turned all messages off in WeChat's settings, which is an answer too. */
const allTurnedOff = 20004

async function askWeChat(tmplIds: string[]): Promise<Answers> {
  try {
    const reply = (await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })) as unknown as Reply
    const accepted = tmplIds.filter((id) => String(reply[id]).startsWith('accept'))
    return { accepted, refused: tmplIds.filter((id) => !accepted.includes(id)) }
  } catch (fault) {
    const code = Number((fault as { errCode?: unknown }).errCode)
    return code === allTurnedOff ? { accepted: [], refused: tmplIds } : null
  }
}

type Reply = { [templateId: string]: unknown }
