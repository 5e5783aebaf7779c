import type { Message } from '../../platform/inbox/inform.ts'

export type Inform = (personIds: readonly string[], message: Message) => Promise<void>

/** One statement carries at most so many recipients, whose values together stay below the protocol's limit of parameters. */
const AT_ONCE = 2000

/** Sends one message to any number of persons. */
export async function informMany(inform: Inform, personIds: readonly string[], message: Message): Promise<void> {
  for (let i = 0; i < personIds.length; i += AT_ONCE) await inform(personIds.slice(i, i + AT_ONCE), message)
}
