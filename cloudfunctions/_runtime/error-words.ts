/** What went wrong, short enough for a page. */
export function errorWords(error: unknown): string {
  return (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 300)
}
