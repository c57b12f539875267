import { openEngine } from '../../../localcloud/engine/open'
import { schema } from './support'

/** Writes for ever: documents one by one, and transfers between two accounts; says on its output what was acknowledged. */
async function main(file: string, round: string): Promise<void> {
  const engine = openEngine({ file, schema, strict: 'refuse', now: () => Date.now() })
  const ask = async (action: string, request: object, invocation: string) => {
    const { answer } = await engine.execute({ action: `database.${action}`, ...request }, { id: invocation })
    if ('code' in answer) throw new Error(String(answer.message))
    return answer as { transactionId?: string }
  }
  const acknowledge = (line: string) => process.stdout.write(`${line}\n`)

  async function insertForEver(writer: number): Promise<never> {
    for (let i = 0; ; i++) {
      const _id = `${round}-${writer}-${i}`
      await ask(
        'insertDocument',
        { collectionName: 'members', data: [JSON.stringify({ _id, number: { $numberInt: String(i) } })] },
        'insert',
      )
      acknowledge(`inserted ${_id}`)
    }
  }

  async function transferForEver(): Promise<never> {
    for (let i = 0; ; i++) {
      const { transactionId } = await ask('startTransaction', {}, 'transfer')
      const move = (id: string, points: number) => ({
        collectionName: 'plain',
        queryType: 'DOC',
        query: JSON.stringify({ _id: id }),
        data: JSON.stringify({ $inc: { points: { $numberInt: String(points) } } }),
        merge: true,
        transactionId,
      })
      await ask('modifyDocument', move('from', -1), 'transfer')
      await ask('modifyDocument', move('to', 1), 'transfer')
      await ask('commitTransaction', { transactionId }, 'transfer')
      acknowledge('transferred')
    }
  }

  await Promise.all([insertForEver(0), insertForEver(1), insertForEver(2), transferForEver()])
}

void main(process.argv[2] as string, process.argv[3] as string)
