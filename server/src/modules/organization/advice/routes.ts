import * as api from '@jiannuo/contract/organization/advice.ts'
import { serve } from '../../../platform/http/serve.ts'
import {
  adviceFacts,
  answerAdvice,
  giveAdvice,
  guidedFacts,
  listAdvice,
  mayAdvise,
  mayAnswer,
  mayRead,
} from './advise.ts'

export const routes = [
  serve(api.listAdvice, { policy: mayRead, run: listAdvice }),
  serve(api.giveAdvice, { facts: guidedFacts, policy: mayAdvise, run: giveAdvice }),
  serve(api.answerAdvice, { facts: adviceFacts, policy: mayAnswer, run: answerAdvice }),
]
