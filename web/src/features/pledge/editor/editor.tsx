import { listDuties } from '@jiannuo/contract/pledge/duty.ts'
import {
  listFollowable,
  listMyPledges,
  type Pledge,
  readCheck,
  readPledge,
  submitPledge,
} from '@jiannuo/contract/pledge/pledge.ts'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useGo } from '../../../app/location.ts'
import { keyOf, query, useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { deadline } from '../../../i18n/format.ts'
import { ActionBar } from '../../../ui/action/action-bar.tsx'
import { Button } from '../../../ui/action/button.tsx'
import { Sheet } from '../../../ui/action/sheet.tsx'
import { SavedNote } from '../../../ui/form/saved-note.tsx'
import { Go } from '../../../ui/go.tsx'
import { useOnPhone } from '../../../ui/on-phone.ts'
import { Card } from '../../../ui/page/card.tsx'
import { Columns, Page } from '../../../ui/page/page.tsx'
import { Light } from '../../../ui/signal/light.tsx'
import { WeightBar } from '../../../ui/signal/weight-bar.tsx'
import { InlineAlert, ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { PledgeItems, ReturnReasons } from '../paper/pledge-items.tsx'
import { paperWords } from '../paper/words.ts'
import { CheckPanel } from './check-panel.tsx'
import { DropAmendment } from './drop-amendment.tsx'
import { followedBy } from './follow-fields.tsx'
import { ItemList } from './item-list.tsx'
import { type TypedItem, useDraft } from './use-draft.ts'
import { editorWords } from './words.ts'

/** 写承诺书: writing left, checking right, one item open, saved as one types. */
export function Editor({ pledge, onReload }: { pledge: Pledge; onReload: () => void }) {
  const words = useWords(editorWords)
  const paper = useWords(paperWords)
  const go = useGo()
  const client = useQueryClient()
  const onPhone = useOnPhone()
  const params = { pledgeId: pledge.id }
  const { data: checked } = useSuspenseQuery({ ...query(readCheck, { params }), staleTime: 0 })
  const { data: mine } = useSuspenseQuery(query(listMyPledges))
  const { data: catalogue } = useSuspenseQuery(query(listDuties, { query: { level: pledge.level } }))
  const { data: followable } = useSuspenseQuery(query(listFollowable, { params }))
  const draft = useDraft(pledge, checked.remarks)
  const submit = useCommand(submitPledge)
  const commented = pledge.items.filter(i => pledge.comments.some(c => c.itemId === i.id && !c.settled))
  const [openId, setOpenId] = useState<string | null>(commented[0]?.id ?? null)
  const [sheet, setSheet] = useState<'check' | 'preview' | null>(null)
  const must = draft.remarks.filter(r => r.severity === 'must')
  const sum = draft.items.reduce((total, i) => total + i.weight, 0)
  const setItem = (item: TypedItem) => draft.change(draft.items.map(i => (i.id === item.id ? item : i)))
  const open = (id: string) => {
    setSheet(null)
    setOpenId(id)
    requestAnimationFrame(() => document.getElementById(`item-${id}`)?.scrollIntoView({ block: 'center' }))
  }
  const act = {
    onOpen: open,
    onApply: (id: string, title: string) => {
      draft.change(draft.items.map(i => (i.id === id ? { ...i, title } : i)))
      open(id)
    },
    onWeight: (id: string, weight: number) => draft.change(draft.items.map(i => (i.id === id ? { ...i, weight } : i))),
  }
  const send = async () => {
    if (!(await draft.save())) return
    if (await submit.run({ params, body: {} })) go('/my-pledge')
    else void client.invalidateQueries({ queryKey: keyOf(readPledge) })
  }
  const toFirst = () => {
    const itemId = must.find(r => r.itemId)?.itemId
    if (itemId) open(itemId)
    else if (onPhone) setSheet('check')
    else document.getElementById('pledge-check')?.scrollIntoView({ block: 'center' })
  }
  const panel = <CheckPanel remarks={draft.remarks} items={draft.items} {...act} />
  const note = pledge.amendmentReason
    ? words.amendNote(pledge.amendmentReason)
    : mine.submitBy
      ? words.due(deadline(mine.submitBy), pledge.reviewerUnitName, mine.noticeDays)
      : undefined
  return (
    <Page
      title={pledge.state === 'returned' ? words.mend(pledge.year, commented.length) : words.write(pledge.year)}
      kicker={
        <>
          <Go to="/my-pledge">{words.back}</Go> / {paper.levels[pledge.level]}
        </>
      }
      note={note}
      actions={<SavedNote state={draft.state} at={draft.savedAt} />}
    >
      {draft.problem?.code === 'CHANGED_MEANWHILE' ? (
        <InlineAlert tone="danger" title={words.changed} actions={<Button onClick={onReload}>{words.reload}</Button>}>
          {words.changedNote}
        </InlineAlert>
      ) : (
        <ProblemAlert problem={draft.problem ?? submit.problem} />
      )}
      <ReturnReasons rounds={pledge.rounds} />
      <Columns
        aside={
          !onPhone && (
            <div id="pledge-check">
              <Card title={words.check} note={words.left(must.length, draft.remarks.length - must.length)} flush>
                {panel}
              </Card>
            </div>
          )
        }
      >
        {(['party', 'business'] as const).map(kind => (
          <ItemList
            key={kind}
            kind={kind}
            all={draft.items}
            duties={catalogue.duties}
            facts={followable.facts}
            remarks={draft.remarks}
            comments={pledge.comments}
            year={pledge.year}
            openId={openId}
            onOpen={setOpenId}
            onChange={setItem}
            onAll={draft.change}
          />
        ))}
        {pledge.may.includes('drop') && <DropAmendment pledgeId={pledge.id} />}
        <ActionBar
          summary={
            <div className="pledge-summary">
              {!onPhone && (
                <WeightBar
                  parts={draft.items.map(i => ({ label: i.title, value: i.weight, hue: i.kind === 'party' ? 4 : 0 }))}
                />
              )}
              <Light colour={must.length > 0 ? 'red' : draft.remarks.length > 0 ? 'yellow' : 'green'}>
                {words.left(must.length, draft.remarks.length - must.length)}
                {onPhone && sum !== 100 ? paper.sep + words.total(sum) : ''}
              </Light>
              {onPhone && (
                <Button kind="text" small onClick={() => setSheet('check')}>
                  {words.seeCheck}
                </Button>
              )}
            </div>
          }
        >
          <Button onClick={() => setSheet('preview')}>{words.preview}</Button>
          <Button kind="primary" busy={submit.busy} onClick={must.length > 0 ? toFirst : send}>
            {must.length > 0 ? words.toFirst : words.submit}
          </Button>
        </ActionBar>
      </Columns>
      <Sheet
        title={sheet === 'preview' ? words.previewTitle : words.check}
        open={sheet !== null}
        onClose={() => setSheet(null)}
      >
        {sheet === 'preview' ? (
          <PledgeItems
            pledge={{
              items: draft.items.map((i, position) => ({
                ...i,
                follows: followedBy(i, followable.facts),
                position,
                dueOn: i.dueOn || null,
                state: 'notStarted',
                achieved: null,
                share: null,
              })),
              comments: [],
            }}
          />
        ) : (
          panel
        )}
      </Sheet>
    </Page>
  )
}
