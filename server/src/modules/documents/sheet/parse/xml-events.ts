import parseSax, { type SaxEvent } from 'exceljs/lib/utils/parse-sax.js'
import { Refused } from './refused.ts'

/** The same by batches, one per chunk of the file: a turn of the event loop for each event would cost more than it. */
export async function* xmlBatches(chunks: AsyncIterable<string>): AsyncGenerator<SaxEvent[], void> {
  let depth = 0
  let seen = false
  try {
    for await (const events of parseSax(chunks)) {
      for (const event of events) {
        if (event.eventType === 'opentag') depth += 1
        else if (event.eventType === 'closetag') depth -= 1
      }
      seen ||= events.length > 0
      yield events
    }
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('damaged')
  }
  if (!seen || depth !== 0) throw new Refused('damaged')
}

/** The events of one XML part. Fails with Refused when it is not well formed or breaks off. */
export async function* xmlEvents(chunks: AsyncIterable<string>): AsyncGenerator<SaxEvent, void> {
  for await (const events of xmlBatches(chunks)) yield* events
}

/** The name without its prefix: some writers put x: before every element. */
export function elementName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
