import { ERRORS } from '@jiannuo/contract/errors.ts'
import type { AnyRoute } from '@jiannuo/contract/route.ts'
import { z } from 'zod'
import type { Served } from '../serve.ts'

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'next', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(ERRORS) },
    detail: { type: 'string' },
    next: { type: 'string' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: { type: 'object', properties: { pointer: { type: 'string' }, detail: { type: 'string' } } },
    },
  },
}

/** OpenAPI 3.1 of the served routes, generated from the contract. */
export function openApi(routes: readonly Served[]) {
  const paths: Record<string, Record<string, unknown>> = {}
  const sorted = [...routes].sort((a, b) =>
    `${a.route.path} ${a.route.method}` < `${b.route.path} ${b.route.method}` ? -1 : 1,
  )
  for (const { route, access } of sorted) {
    const path = `/api${route.path.replaceAll(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route, access) }
  }
  return standAlone({
    openapi: '3.1.0',
    info: { title: 'Jiannuo 践诺', version: '0.1.0', license: { name: 'Apache-2.0' } },
    paths,
    components: {
      schemas: { Problem: PROBLEM },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'jiannuo' } },
    },
  })
}

interface Description {
  paths: object
  components: { schemas: Record<string, object> }
}

/** A type that holds itself refers to the `$defs` of its own schema; in OpenAPI what is referred to stands among the components, each once. */
function standAlone<T extends Description>(description: T): T {
  const named = new Map<string, string>()
  const lift = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(lift)
    if (typeof node !== 'object' || node === null) return node
    if (!('$defs' in node)) return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, lift(value)]))
    const { $defs, ...schema } = node
    let text = JSON.stringify(schema)
    for (const [def, content] of Object.entries($defs as object)) {
      const self = JSON.stringify(content).replaceAll(`#/$defs/${def}"`, '#"')
      const name = named.get(self) ?? `Nested${named.size + 1}`
      named.set(self, name)
      text = text.replaceAll(`#/$defs/${def}"`, `#/components/schemas/${name}"`)
    }
    return JSON.parse(text)
  }
  const paths = lift(description.paths)
  for (const [self, name] of named)
    description.components.schemas[name] = JSON.parse(
      self.replaceAll('"$ref":"#"', `"$ref":"#/components/schemas/${name}"`),
    )
  return { ...description, paths }
}

function operation(route: AnyRoute, access: Served['access']) {
  return {
    summary: route.summary,
    security: access === 'public' ? [] : [{ session: [] }],
    parameters: [
      ...parameters(route.params, 'path'),
      ...parameters(route.query, 'query'),
      ...(route.once ? [KEY] : []),
    ],
    ...(route.method === 'GET' ? {} : { requestBody: { content: requestContent(route) } }),
    responses: { ...success(route), default: failures(route) },
  }
}

const KEY = { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', format: 'uuid' } }

const schemaOf = (type: z.ZodType, io: 'input' | 'output') => {
  const { $schema, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any' })
  return schema
}

function parameters(type: z.ZodType, place: 'path' | 'query') {
  const schema = schemaOf(type, 'input') as { properties?: Record<string, unknown>; required?: string[] }
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (schema.required ?? []).includes(name),
    schema: property,
  }))
}

const requestContent = (route: AnyRoute) =>
  route.upload
    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: schemaOf(route.body, 'input') } }

function success(route: AnyRoute) {
  if (route.download)
    return {
      200: { description: 'The file', content: { [route.download]: { schema: { type: 'string', format: 'binary' } } } },
    }
  if (route.reply instanceof z.ZodVoid) return { 204: { description: 'Done' } }
  return { 200: { description: 'Done', content: { 'application/json': { schema: schemaOf(route.reply, 'output') } } } }
}

const failures = (route: AnyRoute) => ({
  description: `Problem: ${['INVALID_INPUT', 'NOT_SIGNED_IN', 'NOT_FOUND', 'NOT_ALLOWED', ...route.errors].join(', ')}`,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})
