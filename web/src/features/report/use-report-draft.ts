import { listMyReports, type Report, readReport, saveReport } from '@jiannuo/contract/pledge/report.ts'
import type { Reply } from '@jiannuo/contract/route.ts'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '../../app/server/api.ts'
import { keyOf, query } from '../../app/server/query.ts'
import { useAutosave } from '../../app/server/use-autosave.ts'

/** The own words of a report, saved as one types. */
export function useReportDraft({ pledgeId, text, savedAt }: Report) {
  const client = useQueryClient()
  return useAutosave({
    first: text,
    savedAt: savedAt ?? '',
    send: async (typed, on) =>
      (await call(saveReport, { params: { pledgeId }, body: { text: typed, savedAt: on || null } })).savedAt,
    keep: (typed, on) => {
      client.setQueryData<Reply<typeof listMyReports>>(
        query(listMyReports).queryKey,
        old =>
          old && {
            ...old,
            reports: old.reports.map(r => (r.pledgeId === pledgeId ? { ...r, text: typed, savedAt: on } : r)),
          },
      )
      void client.invalidateQueries({ queryKey: keyOf(readReport) })
    },
  })
}
