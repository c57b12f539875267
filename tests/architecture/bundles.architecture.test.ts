import { build } from 'esbuild'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { runInThisContext } from 'node:vm'
import { buildFunctions } from '../../scripts/functions/build'
import { lighter } from '../../scripts/functions/lighter'
import { plantTree } from './planted-tree'

const description = '{ "name": "pos", "dependencies": { "wx-server-sdk": "latest" } }'
const project = (index: string) => ({
  'cloudfunctions/pos/index.ts': index,
  'cloudfunctions/pos/package.json': description,
  'cloudfunctions/pos/config.json': '{ "timeout": 20 }',
  'cloudfunctions/_runtime/part.ts': 'export const part = 1\n',
})

async function buildTree(files: Record<string, string>) {
  const tree = plantTree(files)
  const target = path.join(tree.root, 'dist')
  try {
    const bundles = await buildFunctions({ root: tree.root, target })
    const read = (file: string): string => readFileSync(path.join(target, file), 'utf8')
    return { bundles, deployed: JSON.parse(read('pos/package.json')) as unknown, config: read('pos/config.json') }
  } finally {
    tree.remove()
  }
}

test('a function is bundled whole, so that its deployed package depends on nothing', async () => {
  const source =
    "import { part } from '../_runtime/part'\nimport fs from 'node:fs'\nexport const main = () => [part, fs]\n"
  const { bundles, deployed, config } = await buildTree(project(source))
  expect(bundles.map(({ name }) => name)).toEqual(['pos'])
  expect(deployed).toEqual({ name: 'pos', main: 'index.js', dependencies: {} })
  expect(JSON.parse(config)).toEqual({ timeout: 20 })
})

test.each(['require("no-such-package")', '{ try { return require("no-such-package") } catch { return 0 } }'])(
  'a bundle that leaves a package outside is refused: %s',
  async (body) => {
    await expect(
      buildTree(
        project(`export const main = () => ${body}
`),
      ),
    ).rejects.toThrow('no-such-package')
  },
)

test('a bundle that would start slowly is refused', async () => {
  const source = `export const main = () => ${JSON.stringify('x'.repeat(1_600_000))}\n`
  await expect(buildTree(project(source))).rejects.toThrow('the bundle has')
})

test('the folder of a function that no longer exists is removed', async () => {
  const tree = plantTree({ ...project('export const main = 1\n'), 'dist/gone/index.js': '' })
  await buildFunctions({ root: tree.root, target: path.join(tree.root, 'dist') })
  const left = readdirSync(path.join(tree.root, 'dist'))
  expect(existsSync(path.join(tree.root, 'dist/pos/index.js'))).toBe(true)
  tree.remove()
  expect(left).toEqual(['pos'])
})

test('what a bundle leaves out of the media types changes no look-up', async () => {
  const known = Object.keys(load('mime-types/node_modules/mime-db') as object)
  const whole = load('mime-types') as MimeTypes
  const extensions = Object.values(whole.extensions).flat()
  const { light, bytes } = await bundledMimeTypes()
  const answers = (from: MimeTypes) => [
    extensions.map((one) => [one, from.lookup(one), from.contentType(one)]),
    known.map((type) => [type, from.extension(type), from.charset(type)]),
  ]
  expect([extensions.length > 1_000, known.length > 2_000]).toEqual([true, true])
  expect(answers(light)).toEqual(answers(whole))
  expect(bytes).toBeLessThan(80_000)
})

test('the SDK that a bundle carries works without the client of language models, and says so when asked for one', async () => {
  const { loaded, bytes, carried } = await bundled('wx-server-sdk')
  const sdk = loaded as { init(options: object): void; ai(): unknown; database(): { collection(name: string): object } }
  sdk.init({ env: 'local-1' })
  expect(() => sdk.ai()).toThrow('language models are left out of the bundle')
  expect(typeof sdk.database().collection('accounts')).toBe('object')
  expect(carried.filter((file) => /@cloudbase\/(ai|app|adapter-wx_mp)\/|web-streams/.test(file))).toEqual([])
  expect(bytes).toBeLessThan(960_000)
})

const load = createRequire(__filename)

type MimeTypes = { extensions: Record<string, string[]> } & Record<
  'lookup' | 'contentType' | 'extension' | 'charset',
  (text: string) => string | false
>

async function bundledMimeTypes(): Promise<{ light: MimeTypes; bytes: number }> {
  const { loaded, bytes } = await bundled('mime-types')
  return { light: loaded as MimeTypes, bytes }
}

/** A package as a bundle carries it: loaded, weighed, and the files it is made of. */
async function bundled(name: string): Promise<{ loaded: object; bytes: number; carried: string[] }> {
  const resolveDir = path.resolve(__dirname, '../..')
  const { outputFiles, metafile } = await build({
    stdin: { contents: `module.exports = require('${name}')`, resolveDir },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    minify: true,
    metafile: true,
    write: false,
    plugins: [lighter],
  })
  const code = outputFiles[0]?.text ?? ''
  const holder = { exports: {} }
  const run = runInThisContext(`(function (module, require) {${code}\n})`) as (module: object, require: object) => void
  run(holder, load)
  return { loaded: holder.exports, bytes: code.length, carried: Object.keys(metafile.inputs) }
}
