import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { plantTree, projectRoot } from './planted-tree'

const value = 'export const value = 1\n'
const uses = (from: string): string => `import { value } from '${from}'\nexport const own = value\n`

/** A small project that keeps every law. */
const lawful = {
  'package.json': readFileSync(path.join(projectRoot, 'package.json'), 'utf8'),
  'tsconfig.json': readFileSync(path.join(projectRoot, 'tsconfig.json'), 'utf8'),
  'shared/kit/money.ts': value,
  'shared/programme/schema.ts': "import * as z from 'zod/mini'\nexport const value = z.string()\n",
  'shared/points/earn.ts': uses('../programme/schema'),
  'shared/points/contract.ts': "import * as z from 'zod/mini'\nexport const value = z.string()\n",
  'shared/purchases/record.ts': uses('../points/earn').replace('value }', 'own as value }'),
  'shared/operations.ts': uses('./points/contract'),
  'cloudfunctions/database.ts': value,
  'cloudfunctions/_runtime/wx.ts': "import cloud from 'wx-server-sdk'\nexport const value = cloud\n",
  'cloudfunctions/_runtime/serve.ts': uses('../database'),
  'cloudfunctions/_areas/points/statement.ts': uses('../../_runtime/wx'),
  'cloudfunctions/member/index.ts': uses('../_runtime/wx'),
  'cloudfunctions/staff/index.ts': uses('../_areas/points/statement').replace('value }', 'own as value }'),
  'localcloud/start.ts': uses('../cloudfunctions/database'),
  'client/src/kit/call.ts': uses('../../../shared/points/contract'),
  'client/src/components/Button.tsx': uses('../kit/call').replace('value }', 'own as value }'),
  'client/src/features/points/list.tsx': uses('../../components/Button').replace('value }', 'own as value }'),
  'client/src/features/tiers/ladder.tsx': value,
  'client/src/pages/points/index.tsx': uses('../../features/points/list').replace('value }', 'own as value }'),
  'tests/support/cloud.ts': value,
}

/** Each law, and a file that breaks it and no other. */
const planted: [law: string, file: string, text: string][] = [
  ['shared-is-pure', 'shared/points/pure.ts', uses('../../localcloud/start').replace('value }', 'own as value }')],
  ['shared-is-pure', 'shared/points/clock.ts', "import dayjs from 'dayjs'\nexport const own = dayjs\n"],
  [
    'shared-is-pure',
    'shared/points/files.ts',
    "import { readFileSync } from 'node:fs'\nexport const own = readFileSync\n",
  ],
  ['zod-in-contracts', 'shared/points/rule.ts', "import * as z from 'zod/mini'\nexport const own = z.string()\n"],
  [
    'areas-stand-apart-from-the-list',
    'shared/points/all.ts',
    uses('../operations').replace('value }', 'own as value }'),
  ],
  [
    'area-graph:shared/points',
    'shared/points/buys.ts',
    uses('../purchases/record').replace('value }', 'own as value }'),
  ],
  ['area-graph:shared/kit', 'shared/kit/knowing.ts', uses('../programme/schema')],
  ['area-graph:shared/unknown', 'shared/novelty/rule.ts', uses('../kit/money')],
  ['area-graph:cloudfunctions/_areas/points', 'cloudfunctions/_areas/points/buys.ts', uses('../purchases/record')],
  [
    'functions-stand-alone',
    'cloudfunctions/member/reach.ts',
    uses('../staff/index').replace('value }', 'own as value }'),
  ],
  [
    'areas-know-no-function',
    'cloudfunctions/_areas/points/up.ts',
    uses('../../member/index').replace('value }', 'own as value }'),
  ],
  [
    'runtime-knows-no-area',
    'cloudfunctions/_runtime/up.ts',
    uses('../_areas/points/statement').replace('value }', 'own as value }'),
  ],
  [
    'production-stands-alone',
    'cloudfunctions/_runtime/local.ts',
    uses('../../localcloud/start').replace('value }', 'own as value }'),
  ],
  ['production-stands-alone', 'cloudfunctions/_runtime/test.ts', uses('../../tests/support/cloud')],
  [
    'sdk-in-one-place',
    'cloudfunctions/_areas/points/sdk.ts',
    "import cloud from 'wx-server-sdk'\nexport const own = cloud\n",
  ],
  [
    'sdk-in-one-place',
    'cloudfunctions/_areas/points/texts.ts',
    "import sms from 'tencentcloud-sdk-nodejs-sms'\nexport const own = sms\n",
  ],
  ['sdk-in-one-place', 'localcloud/sdk.ts', "import cloud from 'wx-server-sdk'\nexport const own = cloud\n"],
  ['client-knows-the-door-only', 'client/src/kit/reach.ts', uses('../../../cloudfunctions/database')],
  [
    'client-knows-the-door-only',
    'client/src/kit/local.ts',
    uses('../../../localcloud/start').replace('value }', 'own as value }'),
  ],
  ['features-stand-apart', 'client/src/features/points/friend.tsx', uses('../tiers/ladder')],
  [
    'features-know-no-page',
    'client/src/features/points/page.tsx',
    uses('../../pages/points/index').replace('value }', 'own as value }'),
  ],
  ['components-know-no-feature', 'client/src/components/Clever.tsx', uses('../features/tiers/ladder')],
  [
    'kit-knows-no-component',
    'client/src/kit/look.ts',
    uses('../components/Button').replace('value }', 'own as value }'),
  ],
  ['no-circle', 'shared/points/left.ts', "import { right } from './right'\nexport const left: number = right\n"],
  ['packages-are-declared', 'localcloud/undeclared.ts', "import bson from 'bson'\nexport const own = bson\n"],
]
const others = {
  'shared/points/right.ts': "import { left } from './left'\nexport const right: number = left\n",
  'cloudfunctions/_areas/purchases/record.ts': value,
}

test('a project that keeps every law is left in peace', () => {
  expect(violationsIn(lawful)).toEqual([])
})

describe('a broken law is seen', () => {
  let seen: string[] = []
  beforeAll(() => {
    seen = violationsIn({ ...lawful, ...others, ...Object.fromEntries(planted.map(([, file, text]) => [file, text])) })
  })

  test.each(planted)('%s, in %s', (law, file) => {
    expect(seen).toContain(`${law} ${file}`)
  })

  test('and nothing is accused that is innocent', () => {
    const guilty = new Set([...planted.map(([, file]) => file), 'shared/points/right.ts'])
    expect(seen.filter((one) => !guilty.has(one.slice(one.indexOf(' ') + 1)))).toEqual([])
  })
})

test('every law has been seen to catch something', () => {
  const config = createRequire(__filename)('../../.dependency-cruiser.cjs') as { forbidden: { name: string }[] }
  const laws = config.forbidden
  const names = new Set(laws.map(({ name }) => (name.startsWith('area-graph:') ? 'area-graph' : name)))
  const proven = new Set(planted.map(([law]) => (law.startsWith('area-graph:') ? 'area-graph' : law)))
  expect([...names].filter((name) => !proven.has(name))).toEqual([])
})

function violationsIn(files: Record<string, string>): string[] {
  const tree = plantTree(files)
  const tool = path.join(projectRoot, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const config = path.join(projectRoot, '.dependency-cruiser.cjs')
  const folders = ['shared', 'cloudfunctions', 'client', 'localcloud']
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [tool, '--config', config, '--output-type', 'json', ...folders],
    {
      cwd: tree.root,
      encoding: 'utf8',
      maxBuffer: 64 << 20,
    },
  )
  tree.remove()
  if (!stdout.startsWith('{')) throw new Error(stderr)
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string }; from: string }[] } }
  return summary.violations.map(({ rule, from }) => `${rule.name} ${from}`)
}
