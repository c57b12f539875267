/** Watches how deep the requests of the SDK in this process lie in their invocation; answers how to stop. */
export function watchRequests(runOf: () => object | undefined): () => void
/** The round trips in sequence that an invocation has waited for so far. */
export function depthReached(run: object): number
