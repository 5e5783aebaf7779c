import { pinyin } from 'pinyin-pro'

/** How a name is searched beside its characters: full pinyin and initials, without tones and spaces, ü as v. */
export interface Spelling {
  pinyin: string
  initials: string
}

/** Spells the name of an organisation. */
export const spellUnit = (name: string): Spelling => spell(name, 'off')

/** Spells a person's name; a surname is read as a surname (单 shan, 仇 qiu). */
export const spellPerson = (name: string): Spelling => spell(name, 'head')

function spell(name: string, surname: 'head' | 'off'): Spelling {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true, surname })
  return {
    pinyin: syllables.join('').toLowerCase(),
    initials: syllables
      .map(s => s.slice(0, 1))
      .join('')
      .toLowerCase(),
  }
}
