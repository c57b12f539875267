import { checkProgramme, type Checked } from './check'

/** A draft as an editor holds it: the text of a programme. Whether it is one that can be run, with every fault told. */
export function readDraft(text: string): Checked {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, refusal: 'programme_invalid', faults: [unreadable] }
  }
  return checkProgramme(value)
}

const unreadable = { path: '', zh: '这不是有效的 JSON', en: 'This is not valid JSON' }
