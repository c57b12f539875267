import { runPos } from '../../scripts/pos/run'
import { key } from './till-door'

// A run of the command in a process of its own that says when three batches are confirmed, for the test that kills it.
const [file = '', url = '', cacheFolder = ''] = process.argv.slice(2)
void runPos({
  argv: ['--orders', file, '--store', 'S1', '--url', url, '--key', key.keyId, '--secret', key.secret],
  env: {},
  cacheFolder,
  print: () => undefined,
  progress: (done) => {
    if (done === 300) console.log('three batches')
  },
})
