import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { DossierView, PrintJobView } from '#contract/dossier.ts'
import { longDate } from '#domain/indonesian.ts'
import { outputLabel } from '#domain/wording/application.ts'
import { printStateLabels } from '#domain/wording/printing.ts'
import { useOffice, useUser } from '../../lib/session.ts'
import { addressOfFile } from '../../lib/upload.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { errataWords } from '../../locales/errata.ts'
import { handoverWords } from '../../locales/handover.ts'
import { secondWords } from '../../locales/second-originals.ts'
import { Button } from '../../ui/button.tsx'
import { LazyPdfView } from '../../ui/lazy-pdf-view.tsx'
import { PanelHead } from '../../ui/panel.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { StatusMark } from '../../ui/status.tsx'
import type { Meaning } from '../../ui/status.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { ArchiveAgain } from './archive-button.tsx'
import styles from './dossiers.module.css'
import { ErratumPart } from './erratum-part.tsx'
import { LegalisationPart } from './legalisation-part.tsx'
import { OutputLine } from './outputs-panel.tsx'
import { FactList, StoredFileView } from './paper-view.tsx'
import { CopyDialog, HandoverReprintDialog, ReprintDialog } from './reprint-dialog.tsx'
import { useMomentWords } from './use-dossier.ts'

export interface LettersTabProps {
  view: DossierView
  /** Which sheet is looked at: the product, the receipt, or a file by its hash. */
  shown: string
  onShow: (sheet: string) => void
}

/** *Surat dan cetakan*: what this dossier ends in, what was printed of it, and how each sheet came out. */
export function LettersTab({ view, shown, onShow }: LettersTabProps) {
  const [reprinting, setReprinting] = useState<'receipt' | 'handover'>()
  const { permissions } = useUser()
  const mayReprint = permissions.includes('intake')
  const { handoverReceipt } = view
  const { product, outputs } = view
  const sheets = [
    ...(product === null ? [] : [{ key: 'product', name: dossierWords.product[product.kind] }]),
    { key: 'receipt', name: dossierWords.receipt },
    ...outputs
      .filter((one) => one.fileSha256 !== null)
      .map((one) => ({ key: one.fileSha256 ?? '', name: outputLabel(one.kind) })),
    ...(product?.signature?.scanSha256
      ? [{ key: product.signature.scanSha256, name: dossierWords.signedScan.sheet }]
      : []),
    { key: 'archive', name: dossierWords.archive },
    ...view.formerVersions
      .filter((one) => one.fileSha256 !== null)
      .map((one) => ({ key: one.fileSha256 ?? '', name: errataWords.former })),
  ]
  const sheet = sheets.find((one) => one.key === shown) ?? sheets[0]
  return (
    <div className={styles.papersTab}>
      <div className={styles.desk}>
        {sheets.length > 1 && (
          <div className={styles.sheets}>
            <Segmented
              dense
              label={dossierWords.paperShown}
              tabs={sheets}
              current={sheet?.key ?? ''}
              onChange={onShow}
            />
          </div>
        )}
        <div className={styles.file}>{sheet !== undefined && <SheetView view={view} sheet={sheet} />}</div>
      </div>
      <div className={styles.side}>
        <ProductPanel view={view} />
        <ErratumPart view={view} onFile={onShow} />
        <LegalisationPart view={view} />
        {outputs.length > 0 && (
          <section className={styles.outputs} aria-label={dossierWords.outputs}>
            <PanelHead title={dossierWords.outputs} dense line />
            <div className={styles.outputsBody}>
              {outputs.map((output) => (
                <OutputLine key={output.id} output={output} onFile={onShow} />
              ))}
            </div>
          </section>
        )}
        <section aria-label={dossierWords.jobs}>
          <PanelHead title={dossierWords.jobs} dense line />
          {view.jobs.length === 0 && <p className={styles.padded}>{dossierWords.noJobs}</p>}
          <ul className={styles.jobs}>
            {view.jobs.map((job) => (
              <JobLine key={job.id} job={job} />
            ))}
          </ul>
          <div className={`${styles.padded ?? ''} ${styles.sheetActs ?? ''}`}>
            {mayReprint && (
              <Button size="row" icon={IconPrinter} onPress={() => setReprinting('receipt')}>
                {dossierWords.reprint}
              </Button>
            )}
            {handoverReceipt !== null && permissions.includes('handover') && (
              <Button size="row" icon={IconPrinter} onPress={() => setReprinting('handover')}>
                {handoverWords.reprint.title}
              </Button>
            )}
            <ArchiveAgain view={view} />
          </div>
        </section>
      </div>
      {reprinting === 'receipt' && <ReprintDialog view={view} onClose={() => setReprinting(undefined)} />}
      {reprinting === 'handover' && handoverReceipt !== null && (
        <HandoverReprintDialog
          view={view}
          jobId={handoverReceipt.jobId}
          onClose={() => setReprinting(undefined)}
        />
      )}
    </div>
  )
}

function SheetView({ view, sheet }: { view: DossierView; sheet: { key: string; name: string } }) {
  const { id } = view.line
  if (sheet.key === 'product') {
    // The number and the signature change the sheet; the address changes with them, so the new one is drawn.
    const state = `${view.product?.number ?? ''}${view.product?.signature?.on ?? ''}`
    return (
      <LazyPdfView
        url={`/files/product/${id}.pdf?${encodeURIComponent(state)}`}
        title={sheet.name}
        paper=""
      />
    )
  }
  if (sheet.key === 'receipt') return <LazyPdfView url={`/files/receipt/${id}.pdf`} title={sheet.name} />
  if (sheet.key === 'archive')
    return <LazyPdfView url={`/files/archive/${id}.pdf?${view.seq}`} title={sheet.name} paper="" />
  return <OutputFile sha256={sheet.key} name={sheet.name} />
}

/** The file of a BA: its kind is asked of the station, because the record keeps only its hash. */
function OutputFile({ sha256, name }: { sha256: string; name: string }) {
  const type = useQuery({
    queryKey: ['file-type', sha256],
    queryFn: async () => {
      const answer = await fetch(addressOfFile(sha256))
      await answer.body?.cancel()
      if (!answer.ok) throw new Error(`the station answered ${answer.status} for a file`)
      return answer.headers.get('content-type') ?? ''
    },
  })
  if (type.data === undefined) return null
  return <StoredFileView sha256={sha256} name={name} mediaType={type.data} />
}

function ProductPanel({ view }: { view: DossierView }) {
  const [, navigate] = useLocation()
  const office = useOffice()
  const user = useUser()
  const [copying, setCopying] = useState(false)
  const { product } = view
  if (product === null)
    return (
      <EmptyState top title={dossierWords.noProduct}>
        {dossierWords.noProductWhy}
      </EmptyState>
    )
  const printed = view.jobs.find((job) => job.subjectId === product.id)
  const stage = office.stages.find((one) => one.code === view.workStage?.code)
  return (
    <section aria-label={dossierWords.product[product.kind]}>
      <PanelHead title={dossierWords.product[product.kind]} dense line />
      <div className={styles.padded}>
        <FactList
          facts={[
            { name: dossierWords.productNumber, value: product.number ?? dossierWords.notNumbered },
            {
              name: dossierWords.issuedOn,
              value: product.issuedOn === null ? '–' : longDate(product.issuedOn),
            },
            ...(product.kind === 'permit'
              ? [
                  {
                    name: dossierWords.validUntil,
                    value: product.validUntil === null ? '–' : longDate(product.validUntil),
                  },
                ]
              : []),
            {
              name: dossierWords.print,
              value: printed === undefined ? dossierWords.notPrinted : printStateLabels[printed.state],
            },
            {
              name: dossierWords.signature,
              value:
                product.signature === null
                  ? dossierWords.notSigned
                  : (product.signature.method === 'electronic'
                      ? dossierWords.signedElectronically
                      : dossierWords.signedWet)(product.signature.by, longDate(product.signature.on)),
            },
            { name: dossierWords.verification, value: product.verificationCode },
          ]}
        />
        {product.signature !== null && product.number !== null && user.permissions.includes('print-desk') && (
          <Button size="row" icon={IconPrinter} onPress={() => setCopying(true)}>
            {secondWords.copy.title}
          </Button>
        )}
        {copying && <CopyDialog view={view} onClose={() => setCopying(false)} />}
        {stage?.numbers === true && user.permissions.includes('print-desk') && (
          <Button size="row" onPress={() => navigate(`~/pencetakan/${view.line.id}`)}>
            {dossierWords.openPrinting}
          </Button>
        )}
      </div>
    </section>
  )
}

const meanings: Record<PrintJobView['state'], Meaning> = {
  queued: 'not-yet',
  held: 'uncertain',
  sending: 'working',
  printed: 'done',
  failed: 'fault',
  unknown: 'uncertain',
  cancelled: 'not-yet',
}

function JobLine({ job }: { job: PrintJobView }) {
  const moment = useMomentWords()
  const where = [
    job.copy > 1 ? dossierWords.copy(job.copy) : null,
    job.printerName,
    moment(job.endedAt ?? job.requestedAt),
    job.requestedBy,
  ].filter((one) => one !== null)
  return (
    <li className={styles.job}>
      <span className={styles.outputHead}>
        <span className={styles.outputName}>{job.title}</span>
        <StatusMark meaning={meanings[job.state]}>{printStateLabels[job.state]}</StatusMark>
      </span>
      <span className={styles.quiet}>{where.join(' · ')}</span>
      {job.reprintReason !== null && (
        <span className={styles.outputNote}>{againWords(job.reprintReason, job.second)}</span>
      )}
      {job.explanation !== null && <span className={styles.outputNote}>{job.explanation}</span>}
    </li>
  )
}

/** Why it was printed again and, of a second original, who agreed. */
function againWords(reason: string, second: PrintJobView['second']): string {
  const why = secondWords.job.reason(reason)
  if (second === null) return why
  return `${why} · ${second.consentBy === null ? secondWords.job.open : secondWords.job.agreed(second.consentBy)}`
}
