/** Hands a file of our own host to the person, as the browser or the window does with downloads. */
export function download(address: string, fileName: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
}
