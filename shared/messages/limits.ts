import type { Topic, Template } from './topics'
import { topicTerms } from './topics'

/** What the platform takes as an argument, by the kind in which the argument's key begins (`thing1` is of kind `thing`). */
const kinds: { [kind: string]: RegExp } = {
  thing: /^[^\n]{1,20}$/u,
  number: /^-?\d{1,32}(\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\p{L}\p{N}\s]{1,5}$/u,
  character_string: /^[\x20-\x7e]{1,32}$/,
  time: /^(\d{4}年\d{1,2}月\d{1,2}日 ?)?([01]?\d|2[0-3]):[0-5]\d$|^\d{4}年\d{1,2}月\d{1,2}日$/,
  date: /^\d{4}年\d{1,2}月\d{1,2}日( ?([01]?\d|2[0-3]):[0-5]\d)?$/,
  amount: /^\p{Sc}?-?\d{1,10}(\.\d{1,2})?元?$/u,
  phone_number: /^[\d+\-() ]{1,17}$/,
  car_number: /^[\p{Script=Han}A-Z0-9]{1,8}$/u,
  name: /^(\p{Script=Han}{1,10}|[A-Za-z .'·-]{1,20})$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
}

/** The keys of arguments that the platform would refuse; empty when the message may go. */
export function unfitKeys(data: { [key: string]: { value: string } }): string[] {
  return Object.entries(data).flatMap(([key, { value }]) => {
    const kind = kinds[key.replace(/\d+$/, '')]
    return kind?.test(value) ? [] : [key]
  })
}

/** Arguments without which a message of the topic says nothing; a note may be left out. */
function neededArguments(topic: Topic): string[] {
  return Object.keys(topicTerms[topic].arguments).filter((name) => name !== 'note')
}

/** Of the needed arguments, those for which a template that names its own keys has none. */
export function missingArguments(topic: Topic, keys: Template['keys']): string[] {
  return keys ? neededArguments(topic).filter((name) => keys[name] === undefined) : []
}
