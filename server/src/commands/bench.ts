import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Command, readArgs } from './command.ts'

const RUN = fileURLToPath(new URL('../../../bench/run.ts', import.meta.url))

export const bench: Command = {
  usage: `jiannuo bench [NAME…]

Runs the named measurements, without a name all of them, each as a ratio beside a reference in the same run.
Exit status 0: every goal was met; 1: at least one was not; 2: there is no such measurement, those there are get listed.`,
  run: args => {
    const { positionals } = readArgs(args, {})
    const { promise, resolve, reject } = Promise.withResolvers<number>()
    const child = spawn(process.execPath, [RUN, ...positionals], { stdio: 'inherit' })
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal))
    child.once('error', reject)
    child.once('exit', code => resolve(code ?? 1))
    return promise
  },
}
