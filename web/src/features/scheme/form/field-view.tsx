import { useWords } from '../../../i18n/dictionary.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { Button } from '../../../ui/action/button.tsx'
import { CheckField, SelectField } from '../../../ui/form/choice-field.tsx'
import { FieldRow } from '../../../ui/form/field.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { type Field, isNode, type Node } from './fields.ts'
import { elementId, type Path, useFault, useForm } from './form-context.ts'
import { ListView } from './list-view.tsx'
import { formWords } from './words.ts'

/** What a choice shows where the file says nothing. */
const NONE = '-'
const NUMBER = /^-?\d+(\.\d+)?$/
/** A number as it will stand in the file; what is none yet stands as it was typed and the check says so. */
const numberOr = (typed: string): string | number | undefined => {
  const plain = typed.normalize('NFKC').trim()
  return plain === '' ? undefined : NUMBER.test(plain) && String(Number(plain)) === plain ? Number(plain) : plain
}
const shown = (value: unknown) => (value === undefined || value === null ? '' : String(value))

/** The fields of one node, in their order. */
export function Fields({ fields, node, path }: { fields: readonly Field[]; node: Node; path: Path }) {
  return (
    <div className="form">
      {fields.map(field => (
        <div key={field.key} id={elementId([...path, field.key])}>
          <FieldView field={field} node={node} path={[...path, field.key]} />
        </div>
      ))}
    </div>
  )
}

interface ViewProps {
  field: Field
  node: Node
  path: Path
}

function FieldView({ field, node, path }: ViewProps) {
  const value = node[field.key]
  if (field.kind === 'list')
    return (
      <ListView
        field={field}
        items={Array.isArray(value) ? value : []}
        path={path}
        fieldsOf={(item, at) => <Fields fields={field.fields} node={item} path={at} />}
      />
    )
  if (field.kind === 'part') return <PartView field={field} value={value} path={path} />
  if (field.kind === 'variants') return <VariantsView field={field} value={value} path={path} />
  if (field.kind === 'labels') return <LabelsView value={isNode(value) ? value : {}} path={path} name={field.key} />
  if (field.kind === 'title') return <TitleView value={isNode(value) ? value : {}} path={path} />
  return <LeafView field={field} value={value} path={path} />
}

function LeafView({
  field,
  value,
  path,
}: {
  field: Exclude<Field, { kind: 'list' | 'part' | 'variants' }>
  value: unknown
  path: Path
}) {
  const words = useWords(formWords)
  const error = useFault(path)
  const { edit, facts, scopes, grades } = useForm()
  const language = useLanguage()
  const label = words.keys[field.key] ?? field.key
  const isOptional = !('needed' in field && field.needed)
  const look = { label, error, optional: isOptional, width: 'medium' as const }
  const select = (options: readonly { value: string; label: string }[], hint?: string) => (
    <SelectField
      {...look}
      {...(hint === undefined ? {} : { hint })}
      value={shown(value) || (isOptional ? NONE : '')}
      options={[
        ...(isOptional ? [{ value: NONE, label: words.unset }] : []),
        ...options,
        // What the file says and the list does not know stays visible.
        ...(value === undefined || shown(value) === '' || options.some(each => each.value === value)
          ? []
          : [{ value: shown(value), label: shown(value) }]),
      ]}
      onChange={chosen => edit(path, chosen === NONE ? undefined : chosen)}
    />
  )
  switch (field.kind) {
    case 'choice':
      return select(field.options.map(each => ({ value: each, label: words.choices[each] ?? each })))
    case 'scope':
      return select(['all', ...scopes].map(each => ({ value: each, label: words.choices[each] ?? each })))
    case 'grade':
      return select(grades.map(each => ({ value: each.id, label: each.title })))
    case 'fact': {
      const known = facts.find(each => each.id === value)
      const hint =
        known && [words.units[known.unit] ?? known.unit, words.directions[known.direction]].filter(Boolean).join('，')
      return select(
        facts.map(each => ({ value: each.id, label: `${each.title[language]}（${each.id}）` })),
        hint || undefined,
      )
    }
    case 'flag':
      return (
        <CheckField label={label} checked={value === true} onChange={checked => edit(path, checked || undefined)} />
      )
    case 'names':
      return (
        <TextField
          {...look}
          value={Array.isArray(value) ? value.join(', ') : shown(value)}
          onChange={typed => {
            const list = typed.split(/[,，、]\s*/)
            edit(path, typed.trim() === '' ? undefined : list)
          }}
        />
      )
    case 'number':
    case 'share':
      return (
        <TextField
          {...look}
          width="short"
          inputMode="decimal"
          value={shown(value)}
          onChange={typed => edit(path, numberOr(typed))}
        />
      )
    default:
      return (
        <TextField {...look} value={shown(value)} onChange={typed => edit(path, typed === '' ? undefined : typed)} />
      )
  }
}

function TitleView({ value, path }: { value: Node; path: Path }) {
  const words = useWords(formWords)
  const error = useFault(path)
  const { edit } = useForm()
  const set = (key: 'zh' | 'en', typed: string) => {
    const next = { ...value, [key]: typed === '' ? undefined : typed }
    const left = Object.fromEntries(Object.entries(next).filter(([, each]) => each !== undefined))
    edit(path, Object.keys(left).length === 0 ? undefined : left)
  }
  return (
    <FieldRow>
      <TextField
        label={words.inChinese}
        width="medium"
        error={error}
        value={shown(value.zh)}
        onChange={typed => set('zh', typed)}
      />
      <TextField
        label={words.inEnglish}
        width="medium"
        optional
        value={shown(value.en)}
        onChange={typed => set('en', typed)}
      />
    </FieldRow>
  )
}

/** A part that may be left out as a whole. */
function PartView({ field, value, path }: { field: Extract<Field, { kind: 'part' }>; value: unknown; path: Path }) {
  const words = useWords(formWords)
  const { edit } = useForm()
  const name = words.keys[field.key] ?? field.key
  if (!isNode(value))
    return (
      <Button small onClick={() => edit(path, field.start)}>
        {words.set(name)}
      </Button>
    )
  return (
    <fieldset className="scheme-part">
      <legend>{name}</legend>
      <Fields fields={field.fields} node={value} path={path} />
      <Button small kind="text" onClick={() => edit(path, undefined)}>
        {words.clear(name)}
      </Button>
    </fieldset>
  )
}

/** One of several shapes: choosing another one begins it afresh. */
function VariantsView({
  field,
  value,
  path,
}: {
  field: Extract<Field, { kind: 'variants' }>
  value: unknown
  path: Path
}) {
  const words = useWords(formWords)
  const error = useFault(path)
  const { edit } = useForm()
  const name = words.keys[field.key] ?? field.key
  const chosen = isNode(value) ? field.by(value) : ''
  const variant = field.variants[chosen]
  return (
    <fieldset className="scheme-part">
      <legend>{name}</legend>
      <SelectField
        label={name}
        width="medium"
        error={error}
        value={chosen || (field.needed ? '' : NONE)}
        options={[
          ...(field.needed ? [] : [{ value: NONE, label: words.unset }]),
          ...Object.keys(field.variants).map(each => ({ value: each, label: words.choices[each] ?? each })),
        ]}
        onChange={next => edit(path, field.variants[next]?.start)}
      />
      {variant && isNode(value) && <Fields fields={variant.fields} node={value} path={path} />}
    </fieldset>
  )
}

/** Labels of the user's own with what each is worth. */
function LabelsView({ value, path, name }: { value: Node; path: Path; name: string }) {
  const words = useWords(formWords)
  const { edit } = useForm()
  const rows = Object.entries(value)
  const replace = (at: number, label: string, worth: unknown) =>
    edit(path, Object.fromEntries(rows.map((row, i) => (i === at ? [label, worth] : row))))
  return (
    <fieldset className="scheme-part">
      <legend>{words.keys[name] ?? name}</legend>
      {rows.map(([label, worth], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the label itself is being typed
        <FieldRow key={at}>
          <TextField label={words.label} width="medium" value={label} onChange={typed => replace(at, typed, worth)} />
          <TextField
            label={words.worth}
            width="short"
            inputMode="decimal"
            value={shown(worth)}
            onChange={typed => replace(at, label, numberOr(typed) ?? 0)}
          />
          <Button small kind="text" onClick={() => edit([...path, label], undefined)}>
            {words.remove(label)}
          </Button>
        </FieldRow>
      ))}
      <Button small onClick={() => edit([...path, `new${rows.length + 1}`], 0)}>
        {words.addLabel}
      </Button>
    </fieldset>
  )
}
