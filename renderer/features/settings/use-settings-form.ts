import { useState } from 'react'
import { settingsWords } from '../../locales/settings.ts'
import { showToast } from '../../ui/toast.tsx'

/**
 * One thing that is set up: what is typed, whether it differs from what was saved, and the sentences of a refusal at
 * their fields (`whole`: of no field).
 */
export function useSettingsForm<Form extends object>(initial: () => Form) {
  type Sentences = Partial<Record<keyof Form | 'whole', string>>
  const [before] = useState(initial)
  const [form, setForm] = useState(before)
  const [saved, setSaved] = useState(before)
  const [sentences, setSentences] = useState<Sentences>({})
  const [refusals, setRefusals] = useState(0)
  return {
    form,
    sentences,
    /** How often it was refused: each time the first refused field gets the focus. */
    refusals,
    dirty: JSON.stringify(form) !== JSON.stringify(saved),
    /** The sentence at a field goes while the field is mended. */
    set: (part: Partial<Form>) => {
      setForm((now) => ({ ...now, ...part }))
      setSentences((now) => {
        const left = { ...now }
        for (const key of Object.keys(part) as (keyof Form)[]) delete left[key]
        return left
      })
    },
    refuse: (refused: Sentences) => {
      setSentences(refused)
      setRefusals((count) => count + 1)
    },
    forget: () => setSentences({}),
    /** It was saved, as the station has it now. */
    keep: (kept: Form) => {
      setForm(kept)
      setSaved(kept)
      showToast(settingsWords.saved)
    },
  }
}
