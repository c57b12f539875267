import type { Programme } from '../schema'

type Rewards = NonNullable<Programme['rewards']>
type Words = { zh: string; en: string }

const drinks = { zh: '茶饮', en: 'Drinks' }
const teaware = { zh: '茶器', en: 'Teaware' }
const more = { zh: '周边', en: 'More' }

/** The four prices of the tea house: a fifth off for silver, three tenths for gold, two fifths for diamond. */
function priced(points: number): Pick<Rewards[number], 'price' | 'offers'> {
  const offer = (fromTier: string, tenths: number) => ({ points: (points * tenths) / 10, fromTier })
  return { price: { points }, offers: [offer('silver', 8), offer('gold', 7), offer('diamond', 6)] }
}

const gift = (name: Words): Pick<Rewards[number], 'name' | 'gives'> => ({ name, gives: { kind: 'gift', name } })

/** What the demonstration shop gives for points. */
export const demoTeaRewards: Rewards = [
  {
    id: 'osmanthus-oolong',
    ...gift({ zh: '桂花乌龙 · 大杯', en: 'Osmanthus oolong, large' }),
    category: drinks,
    unit: { zh: '份', en: '' },
    ...priced(400),
    stock: 86,
  },
  {
    id: 'spring-longjing',
    ...gift({ zh: '明前龙井 50g', en: 'Spring Longjing 50 g' }),
    category: drinks,
    note: { zh: '2026 春茶', en: 'Spring 2026' },
    unit: { zh: '罐', en: '' },
    ways: ['store', 'post'],
    ...priced(2_000),
    stock: 4,
    opensOn: '2026-04-10',
    earlyAccess: 'early-tea',
  },
  {
    id: 'clay-teapot',
    ...gift({ zh: '手作朱泥壶', en: 'Handmade clay teapot' }),
    category: teaware,
    unit: { zh: '件', en: '' },
    ways: ['store', 'post'],
    ...priced(3_000),
    stock: 12,
    perMember: { times: 2, per: 'year' },
  },
  {
    id: 'canvas-bag',
    ...gift({ zh: '屿间帆布袋', en: 'Canvas bag' }),
    category: more,
    unit: { zh: '只', en: '' },
    ...priced(600),
    stock: 40,
  },
  {
    id: 'tasting-for-two',
    name: { zh: '双人品茶', en: 'A tasting for two' },
    gives: { kind: 'described', code: 'tasting-for-two', text: { zh: '双人品茶', en: 'a tasting for two' } },
    category: drinks,
    note: { zh: '茶艺师带你喝三款茶', en: 'Three teas with an attendant' },
    ...priced(1_000),
  },
  {
    id: 'tea-table-book',
    ...gift({ zh: '茶席手册', en: 'The tea table, a handbook' }),
    category: more,
    unit: { zh: '本', en: '' },
    ways: ['store', 'post'],
    ...priced(800),
    stock: 30,
  },
]
