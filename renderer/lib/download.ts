/** Hands a file of our own host to the person, under the name that the host gives it. */
export function download(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = ''
  link.click()
}
