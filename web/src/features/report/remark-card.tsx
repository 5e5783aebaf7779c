import { type Report, remarkReport } from '@jiannuo/contract/pledge/report.ts'
import { useState } from 'react'
import { useCommand } from '../../app/server/query.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { dayAndTime } from '../../i18n/format.ts'
import { Button } from '../../ui/action/button.tsx'
import { TextArea } from '../../ui/form/text-field.tsx'
import { Card } from '../../ui/page/card.tsx'
import { ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { reportWords } from './words.ts'

/** The superior's remark: read by everybody who reads the report, written by the reviewer. */
export function RemarkCard({ report }: { report: Report }) {
  const words = useWords(reportWords)
  const [text, setText] = useState(report.remark?.text ?? '')
  const save = useCommand(remarkReport)
  const wrong = save.problem?.fields['/text']
  return (
    <Card title={words.remark} note={report.remark && words.by(report.remark.by, dayAndTime(report.remark.at))}>
      {report.mayRemark ? (
        <div className="stack">
          <TextArea
            label={words.remarkWrite}
            hint={words.remarkHint}
            value={text}
            onChange={setText}
            limit={500}
            error={wrong}
          />
          <ProblemAlert problem={wrong ? null : save.problem} />
          <Button
            kind="primary"
            busy={save.busy}
            onClick={() => save.run({ params: { pledgeId: report.pledgeId }, body: { text } })}
          >
            {words.remarkSend}
          </Button>
        </div>
      ) : (
        <p className="report-text">{report.remark?.text ?? words.noRemark}</p>
      )}
    </Card>
  )
}
