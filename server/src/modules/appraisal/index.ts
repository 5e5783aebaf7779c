export { Filed, replay, replayAll } from './filing/replay.ts'
export { FULFILMENT, sealInput } from './result/gather-input.ts'
export { jsonOf, scaleOf, sha256, shippedScheme } from './scheme/ship-scheme.ts'
