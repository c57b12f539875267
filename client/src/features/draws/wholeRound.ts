import { drawsProof, type DrawFile } from '@shared/draws/contract'
import type { OutputOf } from '@shared/kit/contract'
import { call, type Refusal } from '@/kit/call'

/** The published file of a closed round, its pages put together. */
export async function wholeRound(
  roundId: string,
): Promise<{ ok: true; value: DrawFile } | { ok: false; refusal: Refusal }> {
  const parts: DrawFile[] = []
  for (let after: number | null = 0; after !== null;) {
    const answer = await call(drawsProof, { roundId, after })
    if (!answer.ok) return answer
    const page: OutputOf<typeof drawsProof> = answer.value
    parts.push(page.part)
    after = page.nextAfter
  }
  const [first] = parts
  if (!first) throw new Error('a round has no page')
  const numbers = parts.flatMap((part) => part.numbers)
  return { ok: true, value: { ...first, numbers, results: parts.flatMap((part) => part.results) } }
}
