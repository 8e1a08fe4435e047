/** Hands a file of our own host to the person, under the name that the host gives it. */
export function download(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = ''
  link.click()
}

/**
 * Fetches a file of our own host and hands it to the person under the name that the host gives it, for what takes long.
 *
 * Throws when the host does not give it, or the signal fires.
 */
export async function fetchFile(address: string, signal: AbortSignal): Promise<void> {
  const answer = await fetch(address, { signal })
  if (!answer.ok) throw new Error(`the host answered ${answer.status} to a download`)
  const [, name = ''] = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? []
  hand(await answer.blob(), name)
}

/** Hands a text to the person as a file, with the mark by which spreadsheets know its letters. */
export function downloadText(fileName: string, text: string): void {
  hand(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }), fileName)
}

function hand(content: Blob, fileName: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
