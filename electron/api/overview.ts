import { OverviewView } from '#contract/overview.ts'
import { fullDate } from '#domain/indonesian.ts'
import { keptPause, keptPortal, portalAddressSetting, portalPauseSetting } from '#services/portal-setting.ts'
import { permittedProcedure, router } from './trpc.ts'
import { portalStatusView } from './views/portal-view.ts'
import { conditionView } from './views/printer-view.ts'

/** *Beranda* of whoever answers for the office, and the big screen on its wall. */
export const overviewRouter = router({
  now: permittedProcedure('reports')
    .output(OverviewView)
    .query(async ({ ctx }) => {
      const { open, queries } = ctx
      const now = ctx.clock.now()
      const [found, printers, portalKept, paused] = await Promise.all([
        open.services.overview(now),
        queries.listPrinters(),
        queries.getSetting(portalAddressSetting),
        queries.getSetting(portalPauseSetting),
      ])
      const { figures, before } = found
      const silenceConsents = open.office.profile.automaticApproval !== null
      const both = (key: 'received' | 'issued' | 'handedOver' | 'returned') => ({
        now: figures[key],
        before: before[key],
      })
      const status =
        keptPortal(portalKept) === null
          ? null
          : portalStatusView(open.portal.condition(), await queries.portalFigures(), keptPause(paused))
      return {
        day: found.day,
        dayLabel: fullDate(found.day),
        asOf: now,
        figures: {
          received: both('received'),
          issued: both('issued'),
          handedOver: both('handedOver'),
          returned: both('returned'),
        },
        issuedLate: figures.late,
        ready: found.ready,
        stages: [...found.stages],
        counters: [...found.counters],
        late: found.late,
        near: found.alarms.near,
        automatic: silenceConsents ? found.alarms.automatic : null,
        granted: silenceConsents ? found.alarms.granted : null,
        printers: printers.flatMap(({ id, name, active }) => {
          const { state, sentence } = conditionView(active ? ctx.printerCondition(id) : null, name)
          return state === 'trouble' && sentence !== null ? [{ name, sentence }] : []
        }),
        portal: status && {
          label: status.label,
          sentence: status.sentence,
          unsent: status.unsent,
          needsYou: status.needsYou,
        },
        openDays: found.openDays.map((day) => ({ day, label: fullDate(day) })),
      }
    }),
})
