// node scripts/complete-lock.mjs — run after `npm install` against a registry that lacks packages for other platforms. npm then leaves
// those optional packages out of package-lock.json, and `npm ci` refuses the file. This adds them with the version their parent names.
import { readFileSync, writeFileSync } from 'node:fs'
import { root } from './setup.mjs'

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'aix', 'win32']
const PROCESSORS = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32']

const file = `${root}/package-lock.json`
const lock = JSON.parse(readFileSync(file, 'utf8'))
const added = []
for (const parent of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const path = `node_modules/${name}`
    if (lock.packages[path]) continue
    const words = name.split(/[/-]/)
    const os = SYSTEMS.find(system => words.includes(system))
    const cpu = PROCESSORS.find(processor => words.includes(processor))
    if (!/^\d+\.\d+\.\d+/.test(version) || !os) {
      console.error(`not added, no exact version or no platform in its name: ${name}@${version}`)
      continue
    }
    const libc = os === 'linux' && words.some(word => word.startsWith('musl')) ? { libc: ['musl'] } : {}
    lock.packages[path] = {
      version,
      ...(parent.dev ? { dev: true } : {}),
      ...(cpu ? { cpu: [cpu] } : {}),
      ...libc,
      os: [os],
      optional: true,
    }
    added.push(`${name}@${version}`)
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added.length} packages added${added.length > 0 ? `: ${added.join(', ')}` : ''}`)
