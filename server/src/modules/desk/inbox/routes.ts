import * as api from '@jiannuo/contract/desk/inbox.ts'
import { serve, servePublic } from '../../../platform/http/serve.ts'
import { closeFeed, downloadFeed, openFeed, readFeed } from './feed.ts'
import { listInbox, markAllRead, markRead, messageFacts } from './messages.ts'
import { hasInbox } from './policy.ts'

export const routes = [
  serve(api.listInbox, { policy: hasInbox, run: listInbox }),
  serve(api.markRead, { facts: messageFacts, policy: hasInbox, run: markRead }),
  serve(api.markAllRead, { policy: hasInbox, run: markAllRead }),
  serve(api.readFeed, { policy: hasInbox, run: readFeed }),
  serve(api.openFeed, { policy: hasInbox, run: openFeed }),
  serve(api.closeFeed, { policy: hasInbox, run: closeFeed }),
  servePublic(api.downloadFeed, downloadFeed),
]
