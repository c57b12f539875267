import type { Plugin } from 'esbuild'
import { readFileSync } from 'node:fs'

/**
 * Leaves out of a bundle what the SDKs carry and no function uses, which is more than our own code: the types of files
 * nobody can name by an extension, an implementation of URL for a Node.js that had none, a package for other encodings
 * that is used where it is installed, which it is not, the client of language models with its browsers' streams, and the
 * writer of XML, of which storage only reads. Of the mail library: the types of attachments and the addresses of well-known mail services, for our mail has neither.
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
    build.onResolve({ filter: /^\.\/ai$/ }, ({ path, importer }) =>
      /[\\/]@cloudbase[\\/]node-sdk[\\/]dist[\\/]cloudbase\.js$/.test(importer) ? { path, namespace: 'lighter' } : null,
    )
    build.onResolve({ filter: /^xmlbuilder$/ }, ({ path, importer }) =>
      /[\\/]xml2js[\\/]lib[\\/]builder\.js$/.test(importer) ? { path, namespace: 'lighter' } : null,
    )
    build.onResolve({ filter: /[\\/](mime-types|services)\.js$/ }, ({ path, importer }) => {
      if (!/[\\/]nodemailer[\\/]dist[\\/]/.test(importer)) return null
      return { path: path.replace(/^.*[\\/]/, 'nodemailer/'), namespace: 'lighter' }
    })
    build.onLoad({ filter: /./, namespace: 'lighter' }, ({ path }) => ({
      contents: standIns[path] ?? '',
      loader: 'js',
    }))
  },
}

/** What stands in a bundle instead. A function that asks for language models or writes XML after all is told why it cannot. */
const standIns: { [path: string]: string } = {
  'whatwg-url': "exports.URL = require('url').URL",
  encoding: 'exports.convert = undefined',
  xmlbuilder: "exports.create = () => { throw new Error('writing XML is left out of the bundle') }",
  'nodemailer/mime-types.js': [
    "exports.detectMimeType = () => 'application/octet-stream'",
    "exports.detectExtension = () => 'bin'",
  ].join('\n'),
  'nodemailer/services.js': 'exports.services = {}',
  './ai': "exports.createAI = () => { throw new Error('language models are left out of the bundle') }",
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
