import { auditVerify } from './commands/audit-verify.ts'
import { backup } from './commands/backup.ts'
import { bench } from './commands/bench.ts'
import { type Command, note, UsageError } from './commands/command.ts'
import { exportRoster } from './commands/export.ts'
import { importRoster } from './commands/import.ts'
import { replay } from './commands/replay.ts'
import { restore } from './commands/restore.ts'
import { score } from './commands/score.ts'

const COMMANDS: Command[] = [score, importRoster, exportRoster, backup, restore, replay, auditVerify, bench]

const HELP = `jiannuo — accountability and appraisal for the organs of a city

Usage: npm run --silent jiannuo -- COMMAND [ARGUMENTS]
${COMMANDS.map(c => `  ${c.name.padEnd(14)} ${c.summary}`).join('\n')}

Every command explains itself with --help. Exit status 2: wrong usage.`

/** Runs one command; results alone go to stdout. */
async function main([name, ...args]: string[]): Promise<number> {
  if (!name || name === '--help' || name === '-h') {
    process.stdout.write(`${HELP}\n`)
    return name ? 0 : 2
  }
  const command = COMMANDS.find(c => c.name === name)
  if (!command) {
    const all = COMMANDS.map(each => each.name)
    note(`没有命令“${name}”,可用:${all.join('、')}。 / There is no command "${name}". There are: ${all.join(', ')}.`)
    return 2
  }
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
