import { Day } from '@jiannuo/contract/values.ts'
import { useToday } from '../../app/session.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { Button } from '../../ui/action/button.tsx'
import { DayField } from '../../ui/form/text-field.tsx'
import './organization.css'
import { useTextParam } from './use-text-param.ts'
import { organizationWords } from './words.ts'

/** The day a page speaks of, from the address; today unless one is given. `given` is what goes into the queries. */
export function useAsOf() {
  const today = useToday()
  const [text, set] = useTextParam('on')
  const given = text && Day.safeParse(text).success && text !== today ? text : undefined
  return { on: given ?? today, given, set: (day: string) => set(day === today ? null : day) }
}

/** The day picker in the head of a page. */
export function AsOf({ day }: { day: ReturnType<typeof useAsOf> }) {
  const words = useWords(organizationWords)
  return (
    <div className="organization-as-of">
      <DayField label={words.asOf} width="medium" value={day.on} onChange={value => value && day.set(value)} />
      {day.given && (
        <Button small onClick={() => day.set('')}>
          {words.today}
        </Button>
      )}
    </div>
  )
}
