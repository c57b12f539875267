/** What SQLite says when a file cannot be opened, in words that tell what to do; any other error as it is. */
export function openFailure(error: unknown, file: string): unknown {
  const code = String((error as { code?: unknown } | null)?.code)
  if (code.startsWith('SQLITE_BUSY'))
    return new Error(`${file} is in use by another local cloud: end that one, or start with another data folder.`, {
      cause: error,
    })
  if (isNoDatabase(error))
    return new Error(`${file} is no database of a local cloud, or is damaged: restore a copy, or move it away.`, {
      cause: error,
    })
  return error
}

/** Whether SQLite refused the content of a file. */
export function isNoDatabase(error: unknown): boolean {
  return /^SQLITE_(NOTADB|CORRUPT)/.test(String((error as { code?: unknown } | null)?.code))
}
