import type { PanelOfScheme } from '@jiannuo/contract/appraisal/round.ts'
import type { SchemeCheck, SchemeFault } from '@jiannuo/contract/appraisal/scheme.ts'
import type { SchemeSubject } from '@jiannuo/contract/appraisal/scheme-head.ts'
import { type Both, LEVELS, type Level } from '@jiannuo/contract/values.ts'
import { canonical } from '@jiannuo/engine/canonical.ts'
import type { Scheme } from '@jiannuo/engine/format.ts'
import { FACT_CATALOGUE, isBarred } from '@jiannuo/rules/facts/catalogue.ts'
import { readSchemeText, type SchemeFileError } from '../../../documents/index.ts'
import { jsonOf, shippedScheme } from '../../scheme/ship-scheme.ts'
import { placeOf } from './text-place.ts'

/** What a draft has to keep: its heading, and the groups that the owner of the original locked. */
export interface Keep {
  subject: SchemeSubject
  family: string
  year: number
  version: number
  locked: { groups: readonly string[]; original: Scheme } | null
}
export interface Checked {
  check: SchemeCheck
  /** Null while the text has errors. */
  read: { scheme: Scheme; panels: PanelOfScheme[] } | null
}

type Path = SchemeFault['path']
interface Found extends Both {
  path: Path
}

/** Checks a text as the command line does, against the catalogue of facts, and against what the draft has to keep. All errors at once. */
export function checkDraft(text: string, keep?: Keep): Checked {
  const read = readSchemeText(
    text,
    FACT_CATALOGUE.map(each => ({ id: each.id, isBarred: isBarred(each) })),
  )
  if ('errors' in read) return { check: { errors: read.errors.map(marked), remarks: [] }, read: null }
  const own = keep ? kept(read.scheme, keep) : []
  const errors = own.map(found => ({ ...placeOf(text, found.path), ...found, formalism: false }))
  const check = { errors, remarks: read.remarks.map(marked) }
  if (errors.length > 0) return { check, read: null }
  return { check, read: { scheme: read.scheme, panels: keep ? panelsFor(read.scheme, keep) : [] } }
}

const marked = ({ isFormalism = false, path, ...fault }: SchemeFileError): SchemeFault => ({
  ...fault,
  path: [...path],
  formalism: isFormalism,
})

const isLevel = (subject: string): subject is Level => LEVELS.some(level => level === subject)
/** Whether the rounds of a level go by the family: then its panels are those of the level. */
export const isForRounds = ({ subject, family }: Pick<Keep, 'subject' | 'family'>): boolean =>
  isLevel(subject) && family === subject

function kept(scheme: Scheme, keep: Keep): Found[] {
  const found: Found[] = []
  const must = (key: 'subject' | 'version' | 'year', value: string | number) => {
    if (scheme[key] !== value)
      found.push({ path: [key], zh: `这份草稿的 ${key} 应为 ${value}`, en: `${key} of this draft must be ${value}` })
  }
  must('subject', keep.subject)
  must('year', keep.year)
  must('version', keep.version)
  if (isForRounds(keep)) found.push(...wrongSources(scheme, keep))
  return [...found, ...changedLocks(scheme, keep)]
}

/** The panels of the level with the weights and minima of the document; those whose source it does not read are left out. */
function panelsFor(scheme: Scheme, keep: Keep): PanelOfScheme[] {
  if (!isForRounds(keep)) return []
  const sources = new Map(sourcesOf(scheme).map(({ source }) => [source.source, source]))
  return panelsOfLevel(keep).flatMap(panel => {
    const source = sources.get(panel.source)
    return source ? [{ ...panel, weight: source.weight, minimum: source.minimum ?? panel.minimum }] : []
  })
}
const panelsOfLevel = ({ subject, year }: Keep): PanelOfScheme[] =>
  isLevel(subject) ? shippedScheme(subject, year).panels : []

const sourcesOf = (scheme: Scheme) =>
  scheme.groups.flatMap((group, g) =>
    group.indicators.flatMap(({ method }, i) =>
      method.kind === 'panel'
        ? method.sources.map((source, s) => ({
            source,
            path: ['groups', g, 'indicators', i, 'method', 'sources', s] as Path,
          }))
        : [],
    ),
  )

/** Ratings of a level come from its panels; a panel on slips is never counted with fewer slips than its own minimum, which guards the secrecy of small pools. */
function wrongSources(scheme: Scheme, keep: Keep): Found[] {
  const panels = panelsOfLevel(keep)
  const names = panels.map(each => each.source).join('、')
  return sourcesOf(scheme).flatMap(({ source, path }): Found[] => {
    const panel = panels.find(each => each.source === source.source)
    if (!panel)
      return [
        {
          path: [...path, 'source'],
          zh: `这一级没有评议来源“${source.source}”，可选：${names}`,
          en: `this level has no panel "${source.source}"; accepted: ${names}`,
        },
      ]
    if (panel.modes[0] === 'paper' && (source.minimum ?? panel.minimum) < panel.minimum)
      return [
        {
          path: [...path, 'minimum'],
          zh: `票决的最少票数不能少于 ${panel.minimum}`,
          en: `a panel on slips needs a minimum of ${panel.minimum} or more`,
        },
      ]
    return []
  })
}

function changedLocks(scheme: Scheme, { locked }: Keep): Found[] {
  if (!locked) return []
  return locked.groups.flatMap((id): Found[] => {
    const original = locked.original.groups.find(each => each.id === id)
    const at = scheme.groups.findIndex(each => each.id === id)
    if (!original || (at >= 0 && canonical(jsonOf(original)) === canonical(jsonOf(scheme.groups[at])))) return []
    const title = original.title?.zh ?? id
    return [
      {
        path: at < 0 ? ['groups'] : ['groups', at],
        zh: `“${title}”由工委统一规定，不能改动`,
        en: `the group "${original.title?.en ?? title}" is laid down by the work committee and cannot be changed`,
      },
    ]
  })
}
