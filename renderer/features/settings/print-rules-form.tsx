import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { useOffice } from '../../lib/session.ts'
import { printerWords } from '../../locales/printers.ts'
import { settingsWords } from '../../locales/settings.ts'
import { FailedState, SkeletonRows } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { SettingsForm } from './settings-form.tsx'
import { useSettingsForm } from './use-settings-form.ts'

const words = printerWords.rules

/** What holds for everything that the office prints. */
export function PrintRulesPane() {
  const trpc = useTRPC()
  const { timeZone } = useOffice()
  const rules = useQuery(trpc.printers.rules.queryOptions())
  if (rules.isError)
    return (
      <FailedState
        title={settingsWords.failed}
        reference={faultOf(rules.error, timeZone)}
        onRetry={() => void rules.refetch()}
      >
        {settingsWords.failedAction}
      </FailedState>
    )
  if (rules.data === undefined) return <SkeletonRows rows={2} widths={[160, 240]} />
  return <PrintRulesForm staleMinutes={rules.data.staleMinutes} />
}

function PrintRulesForm({ staleMinutes }: { staleMinutes: number }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const state = useSettingsForm(() => ({ staleMinutes: String(staleMinutes) }))
  const { form, sentences, set } = state
  const saving = useMutation(
    trpc.printers.saveRules.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) {
          const { least, most } = answer.refusal
          return state.refuse({ staleMinutes: words.refused(least, most) })
        }
        state.keep({ staleMinutes: String(answer.value.staleMinutes) })
        void queries.invalidateQueries(trpc.printers.rules.queryFilter())
      },
      onError: () => state.refuse({ whole: settingsWords.saveFailed }),
    }),
  )
  const save = () => {
    if (saving.isPending) return
    state.forget()
    saving.mutate(form)
  }
  return (
    <SettingsForm title={words.title} state={state} busy={saving.isPending} onSave={save}>
      <TextField
        label={words.staleMinutes}
        hint={words.staleNote}
        inputMode="numeric"
        value={form.staleMinutes}
        error={sentences.staleMinutes}
        onChange={(typed) => set({ staleMinutes: typed })}
      />
    </SettingsForm>
  )
}
