const SYSTEMS = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
] as const
const BROWSERS = [
  ['Edge', /Edg\//],
  ['Firefox', /Firefox\//],
  ['Chrome', /Chrome\//],
  ['Safari', /Safari\//],
] as const

/** 「Windows Chrome」 from a browser's own description, or null when it says neither. */
export function deviceName(description: string): string | null {
  const found = [SYSTEMS, BROWSERS].flatMap(list => list.find(([, pattern]) => pattern.test(description))?.[0] ?? [])
  return found.length > 0 ? found.join(' ') : null
}
