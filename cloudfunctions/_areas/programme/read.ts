import { allow, refuse } from '../../../shared/kit/ruling'
import type { programmesRead } from '../../../shared/programme/contract'
import { withEventsAhead } from '../../../shared/programme/presets/ahead'
import { presets } from '../../../shared/programme/presets/presets'
import type { Version } from '../../../shared/programme/versions'
import type { Handler, ManagerContext } from '../../_runtime/handler'
import { readStanding } from './standing'

/** The programme in force, those to come, and the presets. */
export const read: Handler<typeof programmesRead, ManagerContext> = async ({ effects, now, terms }, input) => {
  if (!terms) return refuse('shop_not_founded')
  const preset = input.preset === undefined ? null : presetOf(input.preset)
  if (preset === undefined) return refuse('preset_unknown', { preset: input.preset ?? '' })
  const { live, toCome, standing } = await readStanding(effects, now)
  return allow({
    live: viewOf(live),
    toCome: toCome.map(viewOf).reverse(),
    newest: standing.newest,
    presets: Object.values(presets).map(({ id, name }) => ({ id, name })),
    preset: preset && withEventsAhead(preset, now),
  })
}

function presetOf(id: string) {
  return Object.hasOwn(presets, id) ? presets[id] : undefined
}

function viewOf({ version, effectiveAt, programme }: Version) {
  return { version, effectiveAt, programme }
}
