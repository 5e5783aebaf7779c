import { type readSignInOptions, signInAsPersona } from '@jiannuo/contract/identity/session.ts'
import type { Reply } from '@jiannuo/contract/route.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { call } from '../server/api.ts'
import { enter } from './step.ts'
import { useStep } from './use-step.ts'
import { signInWords } from './words.ts'

/** The invented people of the demonstration city; one click and one is in. */
export function PersonaList({ personas }: Pick<Reply<typeof readSignInOptions>, 'personas'>) {
  const words = useWords(signInWords)
  const { run, busy, problem } = useStep()
  const enterAs = (accountId: string) =>
    run(async () => {
      await call(signInAsPersona, { body: { accountId } })
      enter()
    })
  return (
    <section className="personas" aria-labelledby="personas-title">
      <h2 id="personas-title">{words.personas}</h2>
      <p className="fine">{words.personasNote}</p>
      <ProblemAlert problem={problem} />
      <ul>
        {[...personas]
          .sort((one, other) => one.ordinal - other.ordinal)
          .map(persona => (
            <li key={persona.accountId}>
              <button
                type="button"
                className="persona"
                aria-disabled={busy || undefined}
                onClick={() => enterAs(persona.accountId)}
              >
                <span>{persona.name}</span>
                <span className="fine">{persona.login}</span>
              </button>
            </li>
          ))}
      </ul>
    </section>
  )
}
