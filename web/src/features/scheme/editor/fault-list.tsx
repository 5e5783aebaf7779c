import type { SchemeCheck, SchemeFault } from '@jiannuo/contract/appraisal/scheme.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { Light, LightSign } from '../../../ui/signal/light.tsx'
import { InlineAlert } from '../../../ui/state/inline-alert.tsx'
import { editorWords } from './words.ts'

/** What the checks say, each with its line; a click leads to the text and to the field. A measure of activity in an app gets its rule and a way out. */
export function FaultList({ check, onOpen }: { check: SchemeCheck; onOpen: (fault: SchemeFault) => void }) {
  const words = useWords(editorWords)
  const { errors, remarks } = check
  return (
    <>
      {errors.some(each => each.formalism) && (
        <InlineAlert tone="danger" title={words.formalism}>
          {words.instead}
        </InlineAlert>
      )}
      <Card title={words.checks} note={words.found(errors.length, remarks.length)} flush>
        <div aria-live="polite">
          {errors.length + remarks.length === 0 ? (
            <p className="card-body">
              <Light colour="green">{words.clean}</Light>
            </p>
          ) : (
            <Rows>
              {errors.map(each => (
                <FaultRow key={`${each.line} ${each.column} ${each.zh}`} fault={each} colour="red" onOpen={onOpen} />
              ))}
              {remarks.map(each => (
                <FaultRow key={`${each.line} ${each.column} ${each.zh}`} fault={each} colour="yellow" onOpen={onOpen} />
              ))}
            </Rows>
          )}
        </div>
      </Card>
    </>
  )
}

function FaultRow({
  fault,
  colour,
  onOpen,
}: {
  fault: SchemeFault
  colour: 'red' | 'yellow'
  onOpen: (fault: SchemeFault) => void
}) {
  const words = useWords(editorWords)
  const language = useLanguage()
  return (
    <Row
      lead={<LightSign colour={colour} />}
      title={
        <button type="button" className="scheme-fault" onClick={() => onOpen(fault)}>
          {fault[language]}
        </button>
      }
      note={words.place(fault.line, fault.column)}
    />
  )
}
