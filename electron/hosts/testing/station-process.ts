/** The browser host as a process of its own, on the tiny station: what tests kill, start twice and send signals to. */
import { explainFailure, runBrowser } from '../../../scripts/lib/run-browser.ts'
import { readStartOptions, thisMachine } from '../shared/start-options.ts'
import { composeTiny } from './tiny-station.ts'

const page = process.env['SEPOK_TEST_PAGE'] ?? ''
const start = () => runBrowser(readStartOptions(process.argv.slice(2), thisMachine()), composeTiny, page)

process.exit(await start().catch(explainFailure))
