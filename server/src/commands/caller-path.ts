import { resolve } from 'node:path'

/** A path as the caller meant it: npm runs scripts in the repository and keeps in INIT_CWD where it was called from. */
export function fromCaller(path: string): string {
  const { npm_lifecycle_event: script, INIT_CWD: caller } = process.env
  return script === 'jiannuo' && caller ? resolve(caller, path) : resolve(path)
}
