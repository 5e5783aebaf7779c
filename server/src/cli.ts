import { enableCompileCache } from 'node:module'
import { type Command, note, UsageError } from './commands/command.ts'

enableCompileCache()

// Each is loaded when it is called: most need nothing of the rest.
const COMMANDS: Record<string, { summary: string; load: () => Promise<Command> }> = {
  score: {
    summary: 'score a file of facts by a scheme, without a database',
    load: async () => (await import('./commands/score.ts')).score,
  },
  import: {
    summary: 'take in a roster file (.xlsx)',
    load: async () => (await import('./commands/import.ts')).importRoster,
  },
  export: {
    summary: 'write the roster into a file (.xlsx)',
    load: async () => (await import('./commands/export.ts')).exportRoster,
  },
  backup: {
    summary: 'write all data of the installation into a new folder',
    load: async () => (await import('./commands/backup.ts')).backup,
  },
  restore: {
    summary: 'load a backup folder into an empty installation',
    load: async () => (await import('./commands/restore.ts')).restore,
  },
  replay: {
    summary: 'recompute filed or written results and compare byte for byte',
    load: async () => (await import('./commands/replay.ts')).replay,
  },
  'audit-verify': {
    summary: 're-hash every audit row and check all signed checkpoints',
    load: async () => (await import('./commands/audit-verify.ts')).auditVerify,
  },
  bench: {
    summary: 'measure this machine and say whether each goal was met',
    load: async () => (await import('./commands/bench.ts')).bench,
  },
}

const HELP = `jiannuo — accountability and appraisal for the organs of a city

Usage: npm run --silent jiannuo -- COMMAND [ARGUMENTS]
${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(14)} ${summary}`)
  .join('\n')}

Every command explains itself with --help. Exit status 2: wrong usage.`

/** Runs one command; results alone go to stdout. */
async function main([name, ...args]: string[]): Promise<number> {
  if (!name || name === '--help' || name === '-h') {
    process.stdout.write(`${HELP}\n`)
    return name ? 0 : 2
  }
  if (!Object.hasOwn(COMMANDS, name)) {
    const all = Object.keys(COMMANDS)
    note(`没有命令“${name}”,可用:${all.join('、')}。 / There is no command "${name}". There are: ${all.join(', ')}.`)
    return 2
  }
  const command = await COMMANDS[name]!.load()
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${command.usage}\n`)
    return 0
  }
  try {
    return await command.run(args)
  } catch (error) {
    note(error instanceof Error ? error.message : String(error))
    if (error instanceof UsageError) note(`\n${command.usage}`)
    return error instanceof UsageError ? 2 : 1
  }
}

process.exitCode = await main(process.argv.slice(2))
