import { expect, test } from 'vitest'
import type { Email } from '#domain/email.ts'
import type { Mail } from '#domain/mail.ts'
import { anId, aRegisteredDossier, instant } from '#domain/testing/builders.ts'
import { doWork, store, type OpenOffice, type TestOffice } from './test-office.ts'

const at = instant('2026-03-02T01:00:00.000Z')
const later = instant('2026-03-02T02:00:00.000Z')
const latest = instant('2026-03-02T03:00:00.000Z')

const aMail = (n: number, change: Partial<Mail> = {}): Mail => ({
  id: anId(n, 'e'),
  applicationId: anId(1, 'b'),
  purpose: 'delivery',
  subjectId: anId(1, 'a'),
  to: 'kinanti@contoh.id' as Email,
  messageId: `<${anId(n, 'e')}@contoh.id>`,
  fileSha256: 'ab'.repeat(32),
  replaces: null,
  askedAt: at,
  askedBy: { userId: anId(1, 'f'), name: 'Ratih', role: 'front-office', station: 'Loket 2' },
  state: 'waiting',
  stateAt: at,
  reason: null,
  answer: null,
  attempts: 0,
  nextTryAt: at,
  tryingSince: at,
  handedAt: null,
  settled: null,
  ...change,
})

/** What every store of mails promises. */
export function mailStoreContract(open: OpenOffice): void {
  const withDossiers = async (): Promise<TestOffice> => {
    const office = await open()
    await store(office, aRegisteredDossier(), aRegisteredDossier({ n: 2 }))
    return office
  }

  test('keeps a mail as it was stored last, with everything that is known of it', async () => {
    const office = await withDossiers()
    const first = aMail(1)
    const gone: Mail = {
      ...first,
      state: 'bounced',
      stateAt: later,
      reason: 'recipient-refused',
      answer: '550 5.1.1 tidak dikenal',
      attempts: 3,
      nextTryAt: later,
      tryingSince: later,
      handedAt: later,
      settled: { how: 'sent-again', at: latest, by: 'Ratih' },
    }
    const notice = aMail(2, { purpose: 'notice', fileSha256: null, replaces: first.id })
    const found = await doWork(office, async ({ mails }) => {
      await mails.add(first)
      await mails.add(notice)
      const before = await mails.find(first.id)
      await mails.save(gone)
      return [before, await mails.find(first.id), await mails.find(anId(9, 'e'))]
    })
    expect(found).toEqual([first, gone, undefined])
    expect(await office.queries.findMail(first.id)).toEqual(gone)
    expect(await office.queries.findMail(anId(9, 'e'))).toBeUndefined()
    expect(await office.queries.listMailsOf(first.applicationId)).toEqual([gone, notice])
    await expect(doWork(office, ({ mails }) => mails.save(aMail(9)))).rejects.toThrow()
    await expect(doWork(office, ({ mails }) => mails.add(first))).rejects.toThrow()
  })

  test('lists what is under way by its turn, what needs somebody by how long, and what is done by the last change', async () => {
    const office = await withDossiers()
    const second = aMail(1, { askedAt: later })
    const first = aMail(2, { applicationId: anId(2, 'b') })
    const sending = aMail(3, { askedAt: latest, state: 'sending' })
    const failed = aMail(4, { state: 'failed', stateAt: later })
    const uncertain = aMail(5, { state: 'uncertain' })
    const settled = aMail(6, {
      state: 'wrong-address',
      stateAt: latest,
      settled: { how: 'given-otherwise', at: latest, by: 'Ratih' },
    })
    const ofNotice = aMail(7, { purpose: 'notice', state: 'failed', fileSha256: null })
    const all = [second, first, sending, failed, uncertain, settled, ofNotice]
    await doWork(office, ({ mails }) => mails.bringIn(all))
    const { queries } = office
    expect(await queries.listMails('under-way', 9)).toEqual([first, second, sending])
    expect(await doWork(office, ({ mails }) => mails.listUnderWay())).toEqual([first, second, sending])
    expect(await queries.listMails('in-need', 9)).toEqual([uncertain, failed])
    expect(await queries.countMailsInNeed()).toBe(2)
    expect(await queries.listMails('done', 9)).toEqual([settled, ofNotice])
    expect(await queries.listMails('done', 1)).toEqual([settled])
    expect(await doWork(office, ({ mails }) => mails.listOf(anId(2, 'b')))).toEqual([first])
    await expect(doWork(office, ({ mails }) => mails.bringIn([first]))).rejects.toThrow()
  })

  test('lets one station hold the lane, until it gives it up or its time is over', async () => {
    const office = await withDossiers()
    const hold = (holder: string, now: typeof at, until: typeof at) =>
      doWork(office, ({ mails }) => mails.holdLane(holder, now, until))
    expect(await hold('loket-1', at, later)).toBeNull()
    expect(await hold('loket-1', at, later)).toBeNull()
    expect(await hold('loket-2', at, latest)).toBe(later)
    expect(await hold('loket-2', later, latest)).toBeNull()
    expect(await hold('loket-1', later, latest)).toBe(latest)
    await doWork(office, ({ mails }) => mails.leaveLane('loket-1'))
    expect(await hold('loket-1', later, latest)).toBe(latest)
    await doWork(office, ({ mails }) => mails.leaveLane('loket-2'))
    expect(await hold('loket-1', later, latest)).toBeNull()
  })

  test('gives the lane to one of two stations that ask at the same moment', async () => {
    const office = await withDossiers()
    const asked = await Promise.all(
      ['loket-1', 'loket-2', 'loket-3'].map((one) =>
        doWork(office, ({ mails }) => mails.holdLane(one, at, later)),
      ),
    )
    expect(asked.filter((one) => one === null)).toHaveLength(1)
  })

  test('refuses a mail of an application that is not here', async () => {
    const office = await open()
    await expect(doWork(office, ({ mails }) => mails.add(aMail(1)))).rejects.toThrow()
  })
}
