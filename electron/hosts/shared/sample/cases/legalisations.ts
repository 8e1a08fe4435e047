import type { ApplicationState } from '#domain/application-state.ts'
import { refuseLegalisation } from '#domain/legalisation-rules.ts'
import { rolesGranted } from '#services/office.ts'
import type { CaseDesk, SampleCase } from './sample-case.ts'

/** Permits whose holders come back with photocopies, those handed over last first. */
const legalisable = ({ office, dossiers, today }: CaseDesk): readonly ApplicationState[] =>
  dossiers()
    .filter(
      (state) =>
        state.handedOverAt !== null &&
        state.carried === undefined &&
        refuseLegalisation(state, office.profile.legalisation, today()) === null,
    )
    .toReversed()

/** Photocopies were legalised yesterday and today; one number was voided because the copies were of another permit. */
export const legalisations: SampleCase = {
  name: 'legalisations',
  daysAgo: 1,
  share: 0.35,
  async *play(desk) {
    const { services, ids, office } = desk
    const role = rolesGranted(office.profile, 'handover')[0]
    if (office.profile.legalisation === null || role === undefined) return
    const who = desk.as(role)
    const make = async (state: ApplicationState, copies: number): Promise<string> => {
      const legalisationId = ids.uuid()
      const made = await services.legalise(
        {
          applicationId: state.id,
          legalisationId,
          copies: String(copies),
          originalSeen: true,
          seen: desk.state(state.id).legalisations?.length ?? 0,
          printerId: null,
        },
        who,
      )
      if (!made.ok) throw new Error(`a legalisation is refused: ${made.refusal.code}`)
      return legalisationId
    }
    // Chosen when the holder comes: hours before, nobody knows for which permit a Ralat will be asked meanwhile.
    const comers = new Set<string>()
    const next = (): ApplicationState | undefined => {
      const state = legalisable(desk).find(({ id }) => !comers.has(id))
      if (state) comers.add(state.id)
      return state
    }
    const first = next()
    if (!first) return
    await make(first, 3)
    yield 25
    const second = next()
    if (!second) return
    const wrong = await make(second, 2)
    yield 4
    const voided = await services.voidLegalisation(
      { applicationId: second.id, legalisationId: wrong, reason: 'Fotokopi dari izin yang lama.' },
      who,
    )
    if (!voided.ok) throw new Error(`a legalisation is not voided: ${voided.refusal.code}`)
    await make(second, 2)
    yield 240
    const third = next()
    if (third) await make(third, 5)
  },
}
