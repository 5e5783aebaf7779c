import ts from 'typescript'
import type { Check, Problem } from '../check.ts'
import { projectFiles, readText, visit } from './sources.ts'

/** Tables a module may use beside those that start with its own name; each entry is a decision, so say why. */
const LISTED: Readonly<Record<string, readonly string[]>> = {
  // The reader of the audit trail is here; the platform writes the rows.
  identity: ['audit_event', 'audit_leaf', 'audit_checkpoint'],
  // The reader of the inbox is here; the platform writes the messages.
  desk: ['inbox_item'],
}

const SQL_FILE = /^server\/src\/modules\/([^/]+)\/(?:.*\/)?(?:[^/]+\.)?sql\.ts$/
const PICKS = /^\$(pickTables|extendTables|omitTables)$/

const owns = (module: string, table: string): boolean =>
  table.startsWith(`${module.replaceAll('-', '_')}_`) || (LISTED[module] ?? []).includes(table)

/** Tables the migrations create, wherever they are named: a raw SQL text slips past the types of `$pickTables`. */
function createdTables(root: string): Set<string> {
  const migrations = projectFiles(root).filter(path => /^server\/migrations\/.*\.sql$/.test(path))
  const creates = /\bcreate\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?(?:\w+\.)?"?(\w+)/gi
  return new Set(migrations.flatMap(path => [...readText(root, path).matchAll(creates)].map(found => found[1]!)))
}

/** Names of the tables a node speaks of: those picked as types, and created ones that occur in any text. */
function tablesIn(node: ts.Node, created: ReadonlySet<string>): string[] {
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    if (!PICKS.test(node.expression.name.text)) return []
    return (node.typeArguments ?? []).flatMap(picked => picked.getText().match(/\w+/g) ?? [])
  }
  const isText = ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node)
  if (!isText || ts.isLiteralTypeNode(node.parent)) return []
  return [...new Set(node.text.match(/\w+/g))].filter(word => word.includes('_') && created.has(word))
}

/** A module reads and writes its own tables only; everything else goes through the other module's index. */
export const tableOwnership: Check = {
  name: 'table-ownership',
  find(root) {
    const problems: Problem[] = []
    const created = createdTables(root)
    for (const path of projectFiles(root)) {
      const module = SQL_FILE.exec(path)?.[1]
      if (module === undefined) continue
      visit(root, path, (node, lineOf) => {
        for (const table of tablesIn(node, created).filter(table => !owns(module, table)))
          problems.push({
            rule: 'table-ownership',
            at: `${path}:${lineOf()}`,
            say: `${table} is not a table of ${module}: ask its owner's index, or list it with the reason`,
          })
      })
    }
    return problems
  },
}
