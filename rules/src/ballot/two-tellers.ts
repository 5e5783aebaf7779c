import type { Bilingual } from '../rule.ts'

/** Whose turn it is of two tellers of the same slips: both count for themselves, the first enters, then the second; neither sees the other's figures. */
export type Turn = 'mine' | 'theirs' | 'waiting' | 'done'

/** `entry` is the count that stands: none, that of the first teller, or one that both gave. */
export function turnOf(teller: 'first' | 'second', entry: 'entered' | 'confirmed' | null): Turn {
  if (entry === 'confirmed') return 'done'
  if (teller === 'first') return entry === null ? 'mine' : 'theirs'
  return entry === null ? 'waiting' : 'mine'
}

/** What cannot be right about the piles of a count, all at once: no more handed out than entitled, none back that was not handed out, none spoiled that is not back. */
export function pileFaults(
  { handedOut, returned, invalid = 0 }: { handedOut: number; returned: number; invalid?: number },
  entitled: number,
): (Bilingual & { pointer: string })[] {
  const bounds = [
    {
      ...{ pointer: '/handedOut', given: handedOut, most: entitled },
      zh: `发出${handedOut}张，多于应参加的${entitled}人`,
      en: `${handedOut} handed out, more than the ${entitled} entitled`,
    },
    {
      ...{ pointer: '/returned', given: returned, most: handedOut },
      zh: `收回${returned}张，多于发出的${handedOut}张`,
      en: `${returned} returned, more than the ${handedOut} handed out`,
    },
    {
      ...{ pointer: '/invalid', given: invalid, most: returned },
      zh: `废票${invalid}张，多于收回的${returned}张`,
      en: `${invalid} invalid, more than the ${returned} returned`,
    },
  ]
  return bounds.filter(({ given, most }) => given > most).map(({ pointer, zh, en }) => ({ pointer, zh, en }))
}
