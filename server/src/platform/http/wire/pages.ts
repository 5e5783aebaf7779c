import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** The built pages: files under their hashed names for a year, the shell for every address of the interface, but for none of the API or of a file that is gone. */
export async function servePages(app: FastifyInstance, root: string): Promise<void> {
  const files = { root, preCompressed: true, maxAge: '1y', immutable: true, index: false as const }
  await app.register(fastifyStatic, { ...files, wildcard: false, globIgnore: ['assets/**'] })
  // Looked up at each request: after a build under a running server the new pages find their files, and a missing one is no page.
  await app.register(fastifyStatic, { ...files, root: `${root}/assets`, prefix: '/assets/', decorateReply: false })
  app.get('/*', (request, reply) =>
    /^\/api(\/|\?|$)/.test(request.url)
      ? reply.callNotFound()
      : reply.header('cache-control', 'no-cache').sendFile('index.html', { maxAge: 0, immutable: false }),
  )
}
