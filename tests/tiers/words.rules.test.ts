import { pharmacy } from '../../shared/programme/presets/pharmacy'
import { presets } from '../../shared/programme/presets/presets'
import { requirementWords } from '../../shared/tiers/words'

it('a tier that another one asks for is called by its name', () => {
  const [, second] = pharmacy.tiers[2]!.qualification!.conditions
  expect(requirementWords(pharmacy, second!)).toEqual({ zh: '已是金卡会员', en: 'being Gold already' })
})

it.each(Object.entries(presets))('%s says what its tiers ask for in both languages', (_, preset) => {
  for (const condition of preset.tiers.flatMap(({ qualification }) => qualification?.conditions ?? [])) {
    const { zh, en } = requirementWords(preset, condition)
    expect(zh).toMatch(/[一-龥]/)
    expect(en).toMatch(/^[^一-龥]+$/)
  }
})
