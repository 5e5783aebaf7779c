import type { FastifyInstance } from 'fastify'
import { StartError } from '../../settings.ts'

/** Opens the port and gives the address. Fails with a StartError when somebody else has it, or it is not ours to open. */
export function listen(app: FastifyInstance, place: { port: number; host: string }): Promise<string> {
  return app.listen(place).catch((cause: NodeJS.ErrnoException) => {
    const where = `${place.host}:${place.port}`
    const [zh, en] = REASONS[cause.code ?? ''] ?? [cause.message, cause.message]
    throw new StartError(
      `不能在 ${where} 上提供服务:${zh}。请用 PORT 和 HOST 指定别的端口或地址。`,
      `Cannot listen on ${where}: ${en}. Name another port or address in PORT and HOST.`,
      { cause },
    )
  })
}

const REASONS: Record<string, readonly [string, string]> = {
  EADDRINUSE: ['已被别的程序占用', 'another program uses it'],
  EACCES: ['没有权限使用这个端口', 'this account may not use that port'],
  EADDRNOTAVAIL: ['本机没有这个地址', 'this machine has no such address'],
}
