import { FILING_LEVELS } from '@jiannuo/contract/appraisal/filing.ts'
import { readScheme } from '@jiannuo/contract/appraisal/scheme.ts'
import { readWhatIf, type WhatIfInput } from '@jiannuo/contract/appraisal/what-if.ts'
import type { Scheme } from '@jiannuo/engine/format.ts'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useSearchParam } from '../../app/location.ts'
import { ProblemError } from '../../app/server/problem.ts'
import { query } from '../../app/server/query.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { number } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { Button } from '../../ui/action/button.tsx'
import { Go } from '../../ui/go.tsx'
import { Card } from '../../ui/page/card.tsx'
import { KeyFigures } from '../../ui/page/key-figures.tsx'
import { Page, Stack } from '../../ui/page/page.tsx'
import { Empty } from '../../ui/state/empty.tsx'
import { InlineAlert } from '../../ui/state/inline-alert.tsx'
import { Loading } from '../../ui/state/loading.tsx'
import { FilterChips } from '../../ui/table/filter-chips.tsx'
import { comparisonCsv, saveFile } from './download.ts'
import type { Comparison } from './reckon/compare.ts'
import { withKnob } from './reckon/knobs.ts'
import { SaveDraft } from './save-draft.tsx'
import { ChangesTable } from './show/changes-table.tsx'
import { FaultsCard, FieldCard } from './show/field-card.tsx'
import { KnobList } from './show/knob-list.tsx'
import { useTrial } from './use-trial.ts'
import './what-if.css'
import { whatIfWords } from './words.ts'

/** 试算 /scheme/what-if: turn the numbers of a scheme and see, on last year's filed facts of the whole city, who would move. */
export function WhatIfPage() {
  const words = useWords(whatIfWords)
  const [chosen, choose] = useSearchParam('level', FILING_LEVELS)
  const level = chosen ?? 'member'
  const [line, chooseLine] = useState<string>()
  const found = useQuery({
    ...query(readWhatIf, { query: { level, ...(line ? { line } : {}) } }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const lines = found.data?.lines ?? []
  const chips = (
    <>
      <FilterChips
        label={words.level}
        value={level}
        onChange={value => {
          chooseLine(undefined)
          choose(value)
        }}
        chips={FILING_LEVELS.map(value => ({ value, label: words.levels[value] }))}
      />
      {lines.length > 1 && (
        <FilterChips
          label={words.line}
          value={line ?? lines[0]?.id ?? ''}
          onChange={chooseLine}
          chips={lines.map(({ id, title, units }) => ({ value: id, label: title, count: units }))}
        />
      )}
    </>
  )
  const draftId = new URLSearchParams(window.location.search).get('draft')
  const draft = useQuery({
    ...query(readScheme, { params: { schemeId: draftId ?? '' } }),
    enabled: draftId !== null,
    staleTime: Number.POSITIVE_INFINITY,
  })
  // A draft of another level is not what these chips show.
  const own = draft.data?.subject === level ? draft.data : null
  if (found.data && (draftId === null || draft.isFetched))
    return (
      <TrialPage
        key={`${found.data.level} ${found.data.year} ${line} ${own?.id}`}
        input={found.data}
        chips={chips}
        from={own && { id: own.id, title: own.title, document: own.document as unknown as Scheme }}
      />
    )
  const nothing = found.error instanceof ProblemError && found.error.code === 'NOTHING_FILED'
  return (
    <Page title={nothing ? words.emptyTitle : words.loading} kicker={<Go to="/scheme">{words.schemes}</Go>}>
      <Stack>
        {chips}
        {nothing ? (
          <Card>
            <Empty title={words.emptyTitle}>{words.empty}</Empty>
          </Card>
        ) : found.error ? (
          <InlineAlert tone="danger" title={found.error.message} />
        ) : (
          <Loading />
        )}
      </Stack>
    </Page>
  )
}

interface TrialProps {
  input: WhatIfInput
  chips: ReactNode
  /** The draft the trial begins with; null begins with the scheme in force. */
  from: { id: string; title: string; document: Scheme } | null
}

function TrialPage({ input, chips, from }: TrialProps) {
  const words = useWords(whatIfWords)
  const language = useLanguage()
  // The server checked the document as a scheme before it sent it.
  const base = input.scheme.document as unknown as Scheme
  const [draft, setDraft] = useState(from?.document ?? base)
  const gradeOf = (grade: string | null) => {
    const title = base.grades?.find(each => each.grade === grade)?.title
    if (grade === null) return words.none
    if (!base.grades?.length) return words.stars(grade)
    return (language === 'en' ? title?.en : undefined) ?? title?.zh ?? grade
  }
  const head = [words.name, words.home, ...words.columns, words.because]
  const { answer, failed, busy, exportAll } = useTrial(input, base, draft, movers =>
    saveFile(
      `${words.file}-${input.level}-${input.period ?? input.year}.csv`,
      comparisonCsv(movers, input, head, gradeOf),
      'text/csv;charset=utf-8',
    ),
  )
  const turned = draft !== (from?.document ?? base)
  const heading = from ? words.headingDraft(from.title) : words.heading(input.period ?? `${input.year}`)
  return (
    <Page
      title={answer && turned ? words.headingDone(answer.comparison.regraded, words.subjects[input.level]) : heading}
      kicker={<Go to="/scheme">{words.schemes}</Go>}
      note={words.note(number(input.subjects.length), input.scheme.title, input.scheme.version)}
      actions={
        <>
          <Button onClick={() => setDraft(base)}>{words.reset}</Button>
          <Button icon="download" onClick={exportAll}>
            {words.download}
          </Button>
          {turned && <SaveDraft input={input} draftId={from?.id ?? null} draft={draft} />}
        </>
      }
    >
      <Stack>
        {chips}
        {failed !== null && (
          <InlineAlert tone="danger" title={words.failed}>
            {failed}
          </InlineAlert>
        )}
        <div className="what-if">
          <KnobList base={base} draft={draft} onTurn={(id, value) => setDraft(old => withKnob(old, id, value))} />
          <div className="stack" aria-live="polite" aria-busy={busy}>
            {answer ? (
              <>
                <Figures comparison={answer.comparison} input={input} />
                <ChangesTable comparison={answer.comparison} input={input} gradeOf={gradeOf} />
                <div className="what-if-pair">
                  <FieldCard comparison={answer.comparison} gradeOf={gradeOf} />
                  <FaultsCard faults={answer.faults} gradeOf={gradeOf} />
                </div>
                <p className="fine">{words.took(Math.round(answer.milliseconds))}</p>
              </>
            ) : (
              <Loading />
            )}
          </div>
        </div>
      </Stack>
    </Page>
  )
}

function Figures({ comparison, input }: { comparison: Comparison; input: WhatIfInput }) {
  const words = useWords(whatIfWords)
  const language = useLanguage()
  const { regraded, raised, far, moved, farthest, decisive } = comparison
  const title = decisive && ((language === 'en' ? decisive.title.en : undefined) ?? decisive.title.zh)
  return (
    <KeyFigures
      figures={[
        {
          label: words.regraded,
          value: number(regraded),
          unit: words.counted[input.level],
          meaning: words.regradedMeaning(raised, regraded - raised),
        },
        {
          label: words.moved(far),
          value: number(moved),
          unit: words.counted[input.level],
          meaning: farthest
            ? words.movedMeaning(farthest.places, input.subjects[farthest.row]?.name ?? '')
            : words.nobody,
        },
        {
          label: words.decisive,
          value: title ?? '–',
          meaning: decisive ? words.decisiveMeaning(decisive.of, decisive.among) : words.noDecisive,
        },
      ]}
    />
  )
}
