import { readSlipForm } from '@jiannuo/contract/appraisal/round.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParam } from '../../../app/location.ts'
import { query } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { byStroke } from '../../../i18n/names.ts'
import { labelled } from '../../../i18n/punctuation.ts'
import { PrintButton } from '../../../ui/action/print-button.tsx'
import { Page } from '../../../ui/page/page.tsx'
import '../appraisal.css'
import { useBoth } from '../both.ts'
import { roundWords } from './words.ts'

/** 评议票 /appraisal/slips/$id: one slip per person to cut apart, so that an empty line names nobody. */
export function SlipPage() {
  const words = useWords(roundWords)
  const both = useBoth()
  const { data } = useSuspenseQuery(query(readSlipForm, { params: { sittingId: useParam('id') } }))
  return (
    <Page
      title={`${data.homeUnitName}${both(data.title)}`}
      note={`${data.outOf === null ? words.slipNote : words.slipNoteScore(data.outOf)}${words.slipsMany(data.entitled)}`}
      actions={<PrintButton />}
    >
      <div className="appraisal-slips">
        {[...data.subjects].sort(byStroke).map(subject => (
          <section key={subject.id} className="appraisal-slip">
            <p className="appraisal-slip-head">
              {data.homeUnitName} · {words.slipTitle(data.period)} · {both(data.title)}
            </p>
            <p className="appraisal-slip-name">
              {labelled(words.slipFor, '')}
              <strong>{subject.name}</strong>
            </p>
            <div className="appraisal-slip-grades">
              {data.outOf !== null && (
                <span>
                  {words.slipScore(data.outOf)}
                  <span className="appraisal-slip-box" />
                </span>
              )}
              {data.grades.map(grade => (
                <span key={grade.id}>
                  {both(grade.title)}
                  <span className="appraisal-slip-box" />
                </span>
              ))}
            </div>
          </section>
        ))}
      </div>
    </Page>
  )
}
