import { createRenderPool } from '#hosts/shared/render-pool.ts'
import { tryGoodPapers, tryMutations, type CampaignFigures } from '#hosts/testing/paper-campaign/campaign.ts'
import { tryChangedBits } from '#hosts/testing/paper-campaign/signed-papers.ts'
import { summary } from '../bench/measure.ts'

export interface PaperTorture {
  readonly good: number
  readonly mutations: number
  readonly signed: number
  readonly seed: number
}

type Told = Omit<CampaignFigures, 'times'> & {
  readonly name: string
  readonly p50Ms: number
  readonly p95Ms: number
}

const told = (name: string, { tried, wrong, codes, times }: CampaignFigures): Told => {
  const { p50Ms, p95Ms } = summary(name, times)
  return { name, tried, wrong, codes, p50Ms, p95Ms }
}

/** The whole campaign in the pool of the station: what must pass, what must be stopped, what must be refused. */
export async function torturePaper({
  good,
  mutations,
  signed,
  seed,
}: PaperTorture): Promise<readonly Told[]> {
  const pool = createRenderPool()
  try {
    return [
      told('Good papers', await tryGoodPapers(pool, good, seed)),
      told('Faulty papers', await tryMutations(pool, mutations, seed)),
      told('Signed files with one bit changed', await tryChangedBits(pool, signed, seed)),
    ]
  } finally {
    await pool.close()
  }
}
