import type { Brand } from '@lasthash/scanner/report/brand'
import type { Block, Composition } from '../blocks.ts'
import type { Kind, Language, ReportData } from '../data.ts'
import { comparisonBlocks } from './comparison.ts'
import { complianceAbout, complianceBlocks } from './compliance.ts'
import { executiveBlocks } from './executive.ts'
import { portfolioBlocks } from './portfolio.ts'
import { technicalBlocks } from './technical.ts'
import { aboutOf, periodOf, subjectOf, Teller } from './teller.ts'

/** A report of that kind in blocks, before it becomes a page or paper. */
export function compose(data: ReportData, kind: Kind, language: Language, brand: Brand): Composition {
  const teller = new Teller(language)
  const { comparison, compliance } = data
  const title =
    compliance && kind === 'compliance'
      ? (data.title ?? compliance.scope.name)
      : comparison && kind === 'comparison'
        ? (data.title ?? comparison.website.name)
        : subjectOf(data, teller)
  return {
    kind,
    language,
    brand,
    title,
    label: teller.texts.kinds[kind],
    subtitle: subtitleOf(data, kind, teller),
    generatedAt: data.generated_at,
    about: kind === 'compliance' ? complianceAbout(data.compliance!, teller) : aboutOf(data, teller),
    cover: kind === 'technical' || kind === 'compliance' ? 'page' : 'band',
    blocks: { [Symbol.asyncIterator]: () => blocksOf(data, kind, teller) },
  }
}

function subtitleOf(data: ReportData, kind: Kind, teller: Teller): string {
  if (kind === 'compliance') return data.compliance!.framework.name
  const { comparison } = data
  if (kind === 'comparison' && comparison) {
    const day = (at: string | null, or: string) => teller.date(at ?? or)
    const { from, to } = comparison
    return teller.texts.comparison.subtitle(
      day(from.completed_at, from.created_at),
      day(to.completed_at, to.created_at),
    )
  }
  return periodOf(data, teller) ?? teller.date(data.generated_at)
}

async function* blocksOf(data: ReportData, kind: Kind, teller: Teller): AsyncGenerator<Block> {
  switch (kind) {
    case 'executive':
      yield* await executiveBlocks(data, teller)
      break
    case 'technical':
      yield* technicalBlocks(data, teller)
      break
    case 'portfolio':
      yield* portfolioBlocks(data, teller)
      break
    case 'comparison':
      yield* comparisonBlocks(data, data.comparison!, teller)
      break
    case 'compliance':
      yield* complianceBlocks(data.compliance!, teller)
      break
  }
}
