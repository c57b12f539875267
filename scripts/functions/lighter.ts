import type { Plugin } from 'esbuild'
import { readFileSync } from 'node:fs'

/**
 * Leaves out of a bundle what the SDKs carry and no function uses, which is more than our own code: the types of files
 * nobody can name by an extension, and an implementation of URL for a Node.js that had none,
 * and a package for other encodings that is used where it is installed, which it is not.
 */
export const lighter: Plugin = {
  name: 'lighter',
  setup(build) {
    build.onLoad({ filter: /[\\/]mime-db[\\/]db\.json$/ }, ({ path }) => {
      const types = JSON.parse(readFileSync(path, 'utf8')) as MediaTypes
      return { contents: JSON.stringify(namedTypes(types)), loader: 'json' }
    })
    build.onResolve({ filter: /^(whatwg-url|encoding)$/ }, ({ path, importer }) =>
      /[\\/]node-fetch[\\/]lib[\\/]/.test(importer) ? { path, namespace: 'lighter' } : null,
    )
    build.onLoad({ filter: /./, namespace: 'lighter' }, ({ path }) => ({
      contents: path === 'whatwg-url' ? "exports.URL = require('url').URL" : 'exports.convert = undefined',
      loader: 'js',
    }))
  },
}

type MediaTypes = { [type: string]: { source?: string; charset?: string; extensions?: string[] } }

/** The media types that have an extension or a charset, with what look-ups read of them. */
function namedTypes(types: MediaTypes): MediaTypes {
  const named = Object.entries(types).filter(([, { extensions, charset }]) => extensions ?? charset)
  return Object.fromEntries(
    named.map(([type, { source, charset, extensions }]) => [
      type,
      {
        ...(source ? { source } : {}),
        ...(charset ? { charset } : {}),
        ...(extensions ? { extensions } : {}),
      },
    ]),
  )
}
