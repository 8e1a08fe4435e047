import { randomUUID } from 'node:crypto'
import type { IntakeForm } from '#domain/intake-form.ts'
import { officeDate } from '#domain/office-date.ts'
import type { CounterDesk } from './counter-desk.ts'

export type Order = Parameters<CounterDesk['counter']['handover']['handOverTogether']['mutate']>[0]

/** The identity card of whoever fetches for themselves. */
export const card = { card: 'ktp', letterOfAuthority: false } as const

/** What tests of the handover do at a counter: finish a permit, keep originals, hand over, look at what became of it. */
export function handoverWork(desk: () => CounterDesk) {
  const nikOf = (n: number): string => `617104470894${String(n).padStart(4, '0')}`
  async function finish(id: string): Promise<string> {
    await desk().toPrintDesk(id)
    const numbered = await desk().printDesk.dossiers.number.mutate({ applicationId: id, stage: null })
    if (!numbered.ok) throw new Error(numbered.refusal.code)
    await desk().printLetter(id)
    const on = officeDate('2026-11-19')
    await desk().printDesk.dossiers.sign.mutate({ applicationId: id, stage: null, on })
    const issued = await desk().act(desk().printDesk, id, 'pencetakan', 'terbitkan')
    if (!issued.ok) throw new Error(issued.refusal.code)
    return id
  }
  const ready = async (n: number, change: Partial<IntakeForm> = {}): Promise<string> =>
    finish(await desk().takeIn({ nik: nikOf(n), strNumber: `612210012600${n}`, ...change }))

  /** A form of which the office keeps originals: the STR in two sheets, and so many more papers. */
  const keeping = async (change: Partial<IntakeForm>, more: number): Promise<IntakeForm> => {
    const form = await desk().fill(change)
    const codes = form.documents
      .filter((one) => one.mediaType === 'application/pdf' && one.requirementCode !== 'STR')
      .map((one) => one.requirementCode)
    const kept = ['STR', ...codes.slice(0, more)]
    const known = new Map(form.papers.map((one) => [one.requirementCode, one]))
    const blank = { number: '', date: '', issuer: '', validUntil: '' }
    return {
      ...form,
      papers: [
        ...form.papers.filter(({ requirementCode }) => !kept.includes(requirementCode)),
        ...kept.map((requirementCode) => ({
          ...blank,
          ...known.get(requirementCode),
          requirementCode,
          form: 'original' as const,
          count: requirementCode === 'STR' ? '2' : '1',
          kept: true,
        })),
      ],
    }
  }
  const originalsOf = async (id: string) => (await stateOf(id)).originals ?? []
  const contentOf = async (jobId: string): Promise<string> =>
    (await desk().sql<{ content: string }>('SELECT content FROM print_jobs WHERE id = ?', jobId))[0]
      ?.content ?? ''

  const together = (ids: readonly string[], change: Partial<Order> = {}) =>
    desk().counter.handover.handOverTogether.mutate({
      actId: randomUUID(),
      papers: ids.map((applicationId) => ({ applicationId, oldPermit: null })),
      receivedBy: 'Bagas Tirtamulya',
      relation: 'Staf RSUD',
      receiverNik: null,
      identity: { card: 'ktp', letterOfAuthority: true },
      printerId: null,
      ...change,
    })
  const stateOf = async (id: string) => {
    const state = await desk().besides.queries.findApplication(id)
    if (!state) throw new Error('it is not stored')
    return state
  }
  const historyOf = async (id: string): Promise<readonly string[]> =>
    (await desk().counter.dossiers.get.query({ id })).history.map(({ text }) => text)
  return { nikOf, ready, finish, keeping, originalsOf, contentOf, together, stateOf, historyOf }
}
