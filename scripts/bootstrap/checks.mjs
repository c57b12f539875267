import { existsSync } from 'node:fs'
import path from 'node:path'
import { root } from './root.mjs'
import { succeeds } from './run.mjs'

const folders = ['shared', 'cloudfunctions', 'client', 'localcloud', 'scripts']

/** What `npm run check` looks at: each a name and the arguments of a tool of node_modules. */
export const checks = [
  { name: 'types', tool: 'typescript/bin/tsc', args: ['--noEmit', '-p', 'tsconfig.json'] },
  {
    name: 'lint',
    tool: 'eslint/bin/eslint.js',
    args: ['--max-warnings', '0', '--cache', '--cache-location', '.cache/eslint/', '.'],
  },
  { name: 'format', tool: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'] },
  {
    name: 'import laws',
    tool: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: [
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err-long',
      ...folders.filter((one) => existsSync(path.join(root, one))),
    ],
  },
  { name: 'words and calls', script: 'scripts/laws/main.ts', args: [] },
]

/** Runs one check and says whether it found nothing. */
export function runCheck({ tool, script, args }) {
  const command = tool ? [path.join(root, 'node_modules', tool)] : ['--import', 'tsx', script]
  return succeeds(process.execPath, [...command, ...args])
}
