import type { OfficeDeps } from '#services/office-deps.ts'

const unused = (): never => {
  throw new Error('the sample office asks no printer')
}
const nothing = (): void => undefined

/** While a past is made up nobody looks for printers, and none is asked how it is. */
export const samplePrinterYard: Pick<OfficeDeps, 'yard' | 'printers' | 'publish' | 'lookSoon' | 'wakeSpool'> =
  {
    yard: {
      queues: unused,
      offered: unused,
      networks: unused,
      scan: unused,
      resume: unused,
      takes: unused,
      trays: unused,
    },
    printers: { send: unused, probe: unused },
    publish: nothing,
    lookSoon: nothing,
    wakeSpool: nothing,
  }
