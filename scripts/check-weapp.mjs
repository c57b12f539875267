import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from './client/compilers.mjs'

const dist = fileURLToPath(new URL('../dist/client', import.meta.url))

/** Bytes a package may have. WeChat's own limit is 2 MB; a phone in a shop with poor reception sets ours. */
const budgets = { main: 800 * 1024, sub: 400 * 1024 }
const aim = 600 * 1024

/**
 * Whether the built mini-program may be handed over: its WXML and WXSS pass WeChat's compilers, every page and component
 * that a configuration names is there, no package is over its budget and nothing makes code from text.
 */
export function checkWeapp() {
  const files = list(dist)
  const sizes = sizesOf(files)
  const compiled = compile(dist, files)
  const problems = [...compiled.problems, ...missing(files), ...overBudget(sizes), ...madeFromText(files)]
  for (const { name, bytes } of sizes) console.log(`${name.padEnd(14)} ${(bytes / 1024).toFixed(0).padStart(5)} KB`)
  console.log(compiled.note)
  const main = sizes[0]?.bytes ?? 0
  if (main > aim) console.log(`The main package is over the ${aim / 1024} KB that we aim at.`)
  for (const problem of problems) console.error(`✗ ${problem}`)
  return problems.length === 0
}

function list(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
}

function json(file) {
  return JSON.parse(readFileSync(path.join(dist, file), 'utf8'))
}

function packages() {
  return (json('app.json').subPackages ?? []).map(({ root, pages }) => ({ root: root.replace(/\/?$/, '/'), pages }))
}

function sizesOf(files) {
  const counted = files.filter((file) => !/\.(map|txt)$/.test(file))
  const bytes = (chosen) => chosen.reduce((sum, file) => sum + statSync(path.join(dist, file)).size, 0)
  const subs = packages()
  const main = counted.filter((file) => !subs.some(({ root }) => file.startsWith(root)))
  return [
    { name: 'main', budget: budgets.main, bytes: bytes(main) },
    ...subs.map(({ root }) => ({
      name: root,
      budget: budgets.sub,
      bytes: bytes(counted.filter((file) => file.startsWith(root))),
    })),
  ]
}

function overBudget(sizes) {
  return sizes
    .filter(({ bytes, budget }) => bytes > budget)
    .map(({ name, bytes, budget }) => `${name} has ${Math.ceil(bytes / 1024)} KB, its budget is ${budget / 1024} KB`)
}

function missing(files) {
  const known = new Set(files)
  const pages = [
    ...json('app.json').pages,
    ...packages().flatMap(({ root, pages: names }) => names.map((name) => `${root}${name}`)),
  ]
  const absentPages = pages
    .flatMap((page) => ['.js', '.json', '.wxml'].map((end) => page + end))
    .filter((file) => !known.has(file))
  const absentParts = files
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => partsOf(file).filter((part) => !known.has(`${part}.js`)))
  return [...absentPages, ...absentParts.map((part) => `${part}.js`)].map(
    (file) => `${file} is named but was not built`,
  )
}

function partsOf(file) {
  return Object.values(json(file).usingComponents ?? {})
    .filter((reference) => !reference.startsWith('plugin://'))
    .map((reference) =>
      reference.startsWith('/') ? reference.slice(1) : path.posix.join(path.posix.dirname(file), reference),
    )
}

/**
 * WeChat runs no code made from text; a library that tries it would fail on the phone only. The bundler's own way to find
 * the global object is let pass: it stands behind `globalThis` and in a try.
 */
function madeFromText(files) {
  const bundlersOwn = /new Function\(["']return this["']\)\(\)/g
  return files
    .filter((file) => file.endsWith('.js'))
    .filter((file) =>
      /\bnew Function\(|\beval\(/.test(readFileSync(path.join(dist, file), 'utf8').replace(bundlersOwn, '')),
    )
    .map((file) => `${file} makes code from text (eval or new Function)`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(checkWeapp() ? 0 : 1)
