import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { DossierLineView } from '#contract/dossier.ts'
import { sayBatchEnd } from '#domain/wording/signing-batch.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useFocusRefused } from '../../lib/focus-refused.ts'
import { figure } from '../../lib/format.ts'
import { DialogKeys } from '../../lib/keyboard/dialog-keys.tsx'
import { dossierWords } from '../../locales/dossiers.ts'
import { signBatchWords as words } from '../../locales/sign-batch.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { DataTable, TwoLines, type Column } from '../../ui/data-table.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { FieldSentence } from '../../ui/field-sentence.tsx'
import { LazyPdfView } from '../../ui/lazy-pdf-view.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { StatusMark, type Meaning } from '../../ui/status.tsx'
import { PasswordField } from '../../ui/text-field.tsx'
import styles from './sign-batch.module.css'
import { PassedStages } from './passed-stages.tsx'
import { KeptCertificate, paperToSign, ServiceAccount } from './sign-parts.tsx'
import { useDossier } from './use-dossier.ts'
import { useSignBatch, type BatchLetter } from './use-sign-batch.ts'
import { useSignerAccount } from './use-signer-account.ts'

interface SignBatchDrawerProps {
  /** What waits for the signer; letters that come meanwhile are there when it is opened again. */
  lines: readonly DossierLineView[]
  stage: string
  onClose: () => void
}

/** Letters at the left, the one that is read beside them, and one passphrase for those that were opened and ticked. */
export function SignBatchDrawer({ lines, stage, onClose }: SignBatchDrawerProps) {
  const trpc = useTRPC()
  const [letters] = useState(lines)
  const [selected, setSelected] = useState(lines[0]?.id)
  const means = useQuery(trpc.signing.means.queryOptions())
  const service = means.data?.service ?? null
  const issuer = means.data?.issuer ?? null
  const account = useSignerAccount(means.data?.maskedNik ?? null, means.data?.officeAccount)
  const form = useSignBatch({
    letters,
    stage,
    issuer,
    account: service === null ? null : account,
    known: !means.isPending,
  })
  const { running } = form
  const fields = useRef<HTMLDivElement>(null)
  useFocusRefused(fields, form.refusals)
  const refusal = form.toldAt('form')
  return (
    <Drawer
      opened
      title={words.title}
      width={1220}
      onClose={onClose}
      foot={
        running ? (
          <div className={styles.foot}>
            <span className={styles.working} role="status">
              {words.working(
                figure(running.letters.filter((one) => isOver(one)).length),
                figure(running.letters.length),
              )}
            </span>
            <Button onPress={form.stop}>{words.stop}</Button>
          </div>
        ) : (
          <div className={styles.foot}>
            <Button
              rank="main"
              kbd="Ctrl+Enter"
              busy={form.busy || means.isPending}
              reason={form.ticked.size === 0 ? words.tickFirst : undefined}
              onPress={form.sign}
            >
              {form.ticked.size === 0 ? words.signNone : words.sign(figure(form.ticked.size))}
            </Button>
          </div>
        )
      }
    >
      <DialogKeys
        className={styles.form}
        fields={fields}
        shortcuts={[
          { keys: 'Ctrl+Enter', label: words.signNone, run: form.sign },
          { keys: ['ArrowUp', 'ArrowDown'], label: words.keys.choose },
          { keys: 'Space', label: words.keys.tick },
        ]}
      >
        <div className={styles.side}>
          <div className={styles.list}>
            <Letters letters={letters} selected={selected} onSelect={setSelected} form={form} />
          </div>
          <div className={styles.fields}>
            <Outcome form={form} />
            {means.isError && <FieldSentence>{dossierWords.signing.certificateFailed}</FieldSentence>}
            {service !== null && (
              <ServiceAccount url={service.url} maskedNik={means.data?.maskedNik ?? null} account={account} />
            )}
            {means.data?.service === null && means.data.certificate !== null && (
              <KeptCertificate kept={means.data.certificate} />
            )}
            <PasswordField
              label={dossierWords.signing.passphrase}
              hint={words.passphraseHint}
              value={form.passphrase}
              autoComplete="off"
              error={form.toldAt('passphrase')}
              onChange={form.setPassphrase}
            />
            {refusal !== undefined && (
              <p className={styles.refused} role="alert">
                <FieldSentence>{refusal}</FieldSentence>
              </p>
            )}
          </div>
        </div>
        <div className={styles.paper}>
          {selected !== undefined && means.data !== undefined && (
            <Paper
              key={selected}
              id={selected}
              issuer={issuer}
              round={form.roundOf(selected)}
              onLook={form.look}
            />
          )}
        </div>
      </DialogKeys>
    </Drawer>
  )
}

type Form = ReturnType<typeof useSignBatch>

const isOver = ({ state }: BatchLetter): boolean => state !== 'waiting' && state !== 'signing'

interface LettersProps {
  letters: readonly DossierLineView[]
  selected: string | undefined
  onSelect: (id: string) => void
  form: Form
}

/** Space ticks the letter that is being read. */
function Letters({ letters, selected, onSelect, form }: LettersProps) {
  const columns: readonly Column<DossierLineView>[] = [
    {
      key: 'tick',
      head: words.columns.tick,
      headHidden: true,
      width: 40,
      action: true,
      cell: ({ id, holderName }) => (
        <span className={styles.tick} data-off={form.mayTick(id) ? undefined : true}>
          <CheckboxField
            name={words.tick(holderName)}
            checked={form.ticked.has(id)}
            disabled={!form.mayTick(id)}
            onChange={() => form.toggle(id)}
          />
        </span>
      ),
    },
    {
      key: 'letter',
      head: words.columns.letter,
      cell: ({ holderName, permitTypeCode, productNumber }) => (
        <TwoLines first={holderName} second={`${permitTypeCode} · ${productNumber ?? ''}`} />
      ),
    },
    {
      key: 'state',
      head: words.columns.state,
      width: 150,
      cell: ({ id }) => {
        const [meaning, text] = stateOf(form, id)
        return <StatusMark meaning={meaning}>{text}</StatusMark>
      },
    },
  ]
  return (
    <DataTable
      label={words.list}
      density="two-line"
      autoFocus
      columns={columns}
      rows={letters}
      rowKey={(one) => one.id}
      selected={selected}
      onSelect={(one) => onSelect(one.id)}
      onToggle={(one) => form.toggle(one.id)}
    />
  )
}

const meanings: Readonly<Record<BatchLetter['state'], Meaning>> = {
  waiting: 'not-yet',
  signing: 'working',
  signed: 'done',
  refused: 'refused',
  fault: 'fault',
  left: 'not-yet',
}

function stateOf(form: Form, id: string): readonly [Meaning, string] {
  const letter = form.letterOf(id)
  if (letter?.state === 'signed')
    return ['done', letter.moved || form.running ? words.states.signed : words.states.signedHere]
  // What a wrong passphrase met is not the letter's own.
  if (letter?.readAgain === true && !form.running)
    return form.opened(id) ? ['current', words.opened] : ['soon', words.readAgain]
  const isOwn = form.batch?.refusalCode !== 'passphrase-wrong'
  if (letter !== undefined && (form.running || (isOwn && letter.sentence !== null)))
    return [meanings[letter.state], words.states[letter.state]]
  return form.opened(id) ? ['current', words.opened] : ['not-yet', words.notOpened]
}

/** How the last batch ended, and why single letters were not signed. */
function Outcome({ form: { batch } }: { form: Form }) {
  if (batch === undefined || batch.end === null) return null
  const signed = batch.letters.filter((one) => one.state === 'signed').length
  const refused = batch.letters.filter((one) => one.sentence !== null)
  // A wrong passphrase alone is said at its field.
  if (batch.refusalCode === 'passphrase-wrong' && signed === 0) return null
  const why = sayBatchEnd(batch.end)
  return (
    <div className={styles.outcome} role="status">
      {signed > 0 && <StatusMark meaning="done">{words.done(figure(signed))}</StatusMark>}
      {why !== null && <p>{why}</p>}
      {refused.length > 0 && (
        <ul className={styles.reasons} aria-label={words.notSigned}>
          {refused.map((one) => (
            <li key={one.applicationId}>
              <strong>{one.name}</strong>: {one.sentence}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface PaperProps {
  id: string
  issuer: string | null
  round: number
  onLook: (id: string, seq: number) => void
}

/** The very paper that will be signed; shown, it counts as opened. */
function Paper({ id, issuer, round, onLook }: PaperProps) {
  const { data } = useDossier(id)
  if (data === undefined) return <Skeleton width="100%" height={480} />
  return (
    <>
      <PassedStages passed={data.passed} />
      <LazyPdfView
        url={paperToSign(id, data.seq, issuer, round)}
        title={dossierWords.signing.paper(data.line.holderName)}
        failedAction={dossierWords.signing.paperFailed}
        onReady={() => onLook(id, data.seq)}
      />
    </>
  )
}
