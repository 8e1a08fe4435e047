import type { DispatchForm } from '#domain/dispatch.ts'
import { numericDate } from '#domain/indonesian.ts'
import { officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import { sampleIds } from '../sample-ids.ts'
import type { SampleCase } from './sample-case.ts'

const minutesOfDay = 480

/** Papers brought to the agency: received in the book, voided, forgotten for days, and brought this morning. */
export const dispatchBook: SampleCase = {
  name: 'dispatch-book',
  daysAgo: 8,
  share: 0.4,
  async *play(desk) {
    const { office, services } = desk
    const { healthOffice, timeZone } = office.profile
    const who = desk.as('applicant')
    // Of its own, so that the rest of the office is as it would be without this case.
    const ids = sampleIds(desk.random, desk.now)
    const line = async (change: Partial<DispatchForm>): Promise<string> => {
      const entered = await services.enterDispatch(
        {
          id: ids.uuid(),
          form: {
            kind: 'dossier-copy',
            letterNumber: '',
            subject: '',
            registrationNumber: desk.dossiers().at(-1)?.registrationNumber.text ?? '',
            recipient: healthOffice,
            broughtBy: 'Sugeng Pamungkas',
            ...change,
          },
        },
        who,
      )
      if (!entered.ok) throw new Error(`the line is refused: ${entered.refusal.code}`)
      return entered.value.id
    }
    const receive = async (id: string, receiver: string): Promise<void> => {
      const now = desk.now()
      const confirmed = await services.confirmDispatched(
        {
          id,
          form: {
            receiver,
            day: numericDate(officeDateOf(now, timeZone)),
            time: officeTimeOf(now, timeZone),
            slipSha256: null,
          },
        },
        who,
      )
      if (!confirmed.ok) throw new Error(`the line is not confirmed: ${confirmed.refusal.code}`)
    }
    const first = await line({})
    yield 90
    await receive(first, 'Nuraini Kapuasari')
    const wrong = await line({ recipient: 'Dinas Pekerjaan Umum' })
    yield 20
    const voided = await services.voidDispatched({ id: wrong, reason: 'Salah tujuan' }, who)
    if (!voided.ok) throw new Error(`the line is not voided: ${voided.refusal.code}`)
    await line({ kind: 'request-letter', letterNumber: '503/018/REK/2026' })
    yield minutesOfDay * 3
    const invited = await line({
      kind: 'other',
      subject: 'Undangan rapat tim teknis',
      registrationNumber: '',
      recipient: 'Organisasi profesi setempat',
    })
    yield 150
    await receive(invited, 'Darmawan Tirta')
    yield minutesOfDay * 3
    await line({ kind: 'dossier-copy' })
  },
}
