/** An EventSource over any `fetch`: Node has none of its own, and a page's would know no handler in memory. */
export const eventSourceOver = (fetch: (url: string, init: RequestInit) => Promise<Response>) =>
  class FetchEventSource extends EventTarget {
    readonly CONNECTING = 0
    readonly OPEN = 1
    readonly CLOSED = 2
    readyState = 0
    private reader: ReadableStreamDefaultReader<string> | undefined

    constructor(url: string | URL) {
      super()
      this.read(String(url)).catch(() => this.fail())
    }

    close(): void {
      this.readyState = this.CLOSED
      void this.reader?.cancel()
    }

    private fail(): void {
      if (this.readyState === this.CLOSED) return
      this.readyState = this.CLOSED
      this.dispatchEvent(new Event('error'))
    }

    private async read(url: string): Promise<void> {
      const response = await fetch(url, { headers: { accept: 'text/event-stream' } })
      if (!response.ok || !response.body) return this.fail()
      this.reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
      // Closed while the answer was on its way.
      if (this.readyState === this.CLOSED) return this.reader.cancel()
      this.readyState = this.OPEN
      let text = ''
      for (;;) {
        const { value, done } = await this.reader.read()
        if (done) return this.fail()
        const blocks = (text + value).split('\n\n')
        text = blocks.pop() ?? ''
        for (const block of blocks) this.tell(block)
      }
    }

    private tell(block: string): void {
      const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1] ?? undefined
      const data = field('data')
      if (data === undefined) return
      this.dispatchEvent(
        new MessageEvent(field('event') ?? 'message', { data, lastEventId: field('id') ?? '' }),
      )
    }
  }
