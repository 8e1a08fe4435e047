import { useQuery } from '@tanstack/react-query'
import type { DossierView } from '#contract/dossier.ts'
import type { CertificateView } from '#contract/dossier-work.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { DialogKeys } from '../../lib/keyboard/dialog-keys.tsx'
import { dossierWords } from '../../locales/dossiers.ts'
import { Button, TextLink } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { FieldSentence } from '../../ui/field-sentence.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { LazyPdfView } from '../../ui/lazy-pdf-view.tsx'
import { signingServiceWords as serviceWords } from '../../locales/signing-service.ts'
import { PasswordField, TextField } from '../../ui/text-field.tsx'
import styles from './dossiers.module.css'
import { PassedStages } from './passed-stages.tsx'
import { SignOutside } from './sign-outside.tsx'
import { KeptCertificate, paperToSign, ServiceAccount } from './sign-parts.tsx'
import { useSignerAccount } from './use-signer-account.ts'
import { useSigning } from './use-signing.ts'

const words = dossierWords.signing

export interface SignDrawerProps {
  view: DossierView
  stage: string
  onDone: (view: DossierView) => void
  onClose: () => void
}

/** The very paper that will be signed, and the passphrase that signs it. Closing it loses nothing but the passphrase. */
export function SignDrawer({ view, stage, onDone, onClose }: SignDrawerProps) {
  const trpc = useTRPC()
  const means = useQuery(trpc.signing.means.queryOptions())
  const issuer = means.data?.issuer ?? null
  const service = means.data?.service ?? null
  const account = useSignerAccount(means.data?.maskedNik ?? null, means.data?.officeAccount)
  const form = useSigning({
    view,
    stage,
    onDone,
    issuer,
    account: service === null ? null : account,
    known: !means.isPending,
  })
  const { product, line } = view
  const paper = paperToSign(line.id, view.seq, issuer, form.round)
  return (
    <Drawer
      opened
      title={words.title(product?.number ?? '')}
      width={880}
      onClose={onClose}
      foot={
        <Button rank="main" wide kbd="Ctrl+Enter" busy={form.busy || means.isPending} onPress={form.sign}>
          {form.label}
        </Button>
      }
    >
      <DialogKeys
        className={styles.signForm}
        shortcuts={[{ keys: 'Ctrl+Enter', label: form.label, run: form.sign }]}
      >
        <div className={styles.signPaper}>
          {means.data !== undefined && (
            <LazyPdfView
              url={paper}
              title={words.paper(line.holderName)}
              failedAction={words.paperFailed}
              onReady={() => form.look(paper)}
            />
          )}
        </div>
        <div className={styles.signFields}>
          <PassedStages passed={view.passed} />
          {means.isError && <FieldSentence>{words.certificateFailed}</FieldSentence>}
          {service !== null && (
            <ServiceAccount url={service.url} maskedNik={means.data?.maskedNik ?? null} account={account} />
          )}
          {means.data?.service === null && <Certificate kept={means.data.certificate} form={form} />}
          {form.totp === null ? (
            <PasswordField
              label={words.passphrase}
              hint={words.passphraseHint}
              value={form.passphrase}
              autoFocus
              autoComplete="off"
              error={form.passphraseError}
              onChange={form.setPassphrase}
            />
          ) : (
            <TotpField form={form} />
          )}
          {form.refusal !== undefined && (
            <p className={styles.refused} role="alert">
              <FieldSentence>{form.refusal}</FieldSentence>
            </p>
          )}
          <SignOutside view={view} stage={stage} onDone={onDone} />
          {form.busy && (
            <p className={styles.quiet} role="status">
              {words.working}
            </p>
          )}
        </div>
      </DialogKeys>
    </Drawer>
  )
}

/** The code of one use that the service sends; shown once it has asked for one. */
function TotpField({ form }: { form: ReturnType<typeof useSigning> }) {
  return (
    <div>
      <TextField
        label={serviceWords.totp}
        hint={form.totpSent ? serviceWords.totpSent : serviceWords.totpHint}
        value={form.totp ?? ''}
        autoFocus
        autoComplete="one-time-code"
        error={form.totpError}
        onChange={form.setTotp}
      />
      <Button busy={form.requesting} onPress={form.requestTotp}>
        {form.totpSent ? serviceWords.totpAgain : serviceWords.totpRequest}
      </Button>
    </div>
  )
}

/** The signer's own certificate: what is kept, or a place for the file. */
function Certificate({ kept, form }: { kept: CertificateView | null; form: ReturnType<typeof useSigning> }) {
  if (form.file !== null)
    return (
      <p className={styles.attach}>
        {form.file.name} <TextLink onPress={() => form.setFile(null)}>{dossierWords.removeFile}</TextLink>
        {form.fileError !== undefined && <FieldSentence>{form.fileError}</FieldSentence>}
      </p>
    )
  return (
    <div>
      {kept !== null && <KeptCertificate kept={kept} />}
      {kept === null || form.replacing ? (
        <FileDrop
          label={words.certificateFile}
          accept=".p12,.pfx,application/x-pkcs12"
          error={form.fileError}
          onFiles={([file]) => form.setFile(file ?? null)}
        >
          {words.certificateDrop}
        </FileDrop>
      ) : (
        <TextLink onPress={form.replace}>{words.replaceCertificate}</TextLink>
      )}
    </div>
  )
}
