import { readFileSync } from 'node:fs'
import path from 'node:path'
import { replaceOnce } from '../support/replace-once'
import { typedSources } from './effect-branches'
import { projectRoot } from './planted-tree'

const registry = 'shared/programme/parts/effects/kinds.ts'

/** The registry with a line more, and the import of the file that the line names. */
function registryWith(name: string, from: string): string {
  const find = 'export const kinds = ['
  const text = readFileSync(path.join(projectRoot, registry), 'utf8')
  return `import { ${name} } from '${from}'\n${replaceOnce(text, { file: registry, find, replace: `${find}\n  ${name},` })}`
}

const head = "import type { Effect } from '../programme/parts/effects'\n"
const planted = {
  compared: "export const isOne = (effect: Effect) => effect.kind === 'points'\n",
  absent: "export const isOne = (effect?: Effect) => effect?.kind !== 'gift'\n",
  narrowed: "export const isOne = (effect: Effect) => effect.kind !== 'points' && effect.kind === 'coupon'\n",
  destructured: "export const first = (all: Effect[]) => all.find(({ kind }) => kind === 'chance')\n",
  switched:
    "export function one(effect: Effect) {\n  switch (effect.kind) {\n    case 'points':\n      return 1\n  }\n  return 0\n}\n",
  listed: "export const isOne = ({ kind }: Effect) => ['gift', 'described'].includes(kind)\n",
  mapped:
    'const costs: { [Kind in Effect["kind"]]?: number } = {}\nexport const cost = ({ kind }: Effect) => costs[kind]\n',
}
/** Other things that are called alike. */
const innocent = {
  worths:
    "import type { CouponWorth } from '../programme/parts/coupons'\nexport const isOne = (worth: CouponWorth) => worth.kind === 'gift'\n",
  benefits:
    "import type { TierBenefit } from '../programme/parts/benefits'\nexport const isOne = (one: TierBenefit) => one.kind === 'gift'\n",
}
const fileOf = (name: string) => `shared/coupons/planted-${name}.ts`

test('a new effect is a file and a line: everything else compiles as it is, and nothing decides by the code of an effect', () => {
  const sources = typedSources({
    [registry]: registryWith('luckyBag', '../../../../tests/architecture/lucky-bag'),
    ...Object.fromEntries(Object.entries(planted).map(([name, text]) => [fileOf(name), head + text])),
    ...Object.fromEntries(Object.entries(innocent).map(([name, text]) => [fileOf(name), text])),
  })
  expect(sources.faults()).toEqual([])
  const seen = sources.branches()
  const isIn = (name: string) => (place: string) => place.startsWith(`${fileOf(name)}: `)
  expect(Object.keys(planted).filter((name) => !seen.some(isIn(name)))).toEqual([])
  expect(seen.filter((place) => !Object.keys(planted).some((name) => isIn(name)(place)))).toEqual([])
}, 300_000)
