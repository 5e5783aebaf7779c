import { commonText, type Stretch } from './common-text.ts'
import './text.css'

interface Side {
  /** Whose text, from when: 「去年（2025）」. */
  label: string
  text: string
}

interface SideBySideProps {
  left: Side
  right: Side
  /** The words both share, so that one judges the likeness, or those that differ, so that one sees the change. */
  marks?: 'shared' | 'changed'
}

/** Two texts beside each other, compared. */
export function SideBySide({ left, right, marks = 'shared' }: SideBySideProps) {
  const [leftParts, rightParts] = commonText(left.text, right.text)
  return (
    <div className="sides">
      <SideText label={left.label} parts={leftParts} marks={marks} />
      <SideText label={right.label} parts={rightParts} marks={marks} />
    </div>
  )
}

interface SideTextProps {
  label: string
  parts: readonly Stretch[]
  marks: 'shared' | 'changed'
}

function SideText({ label, parts, marks }: SideTextProps) {
  return (
    <div className="side">
      <p className="fine">{label}</p>
      <p>
        {parts.map((part, at) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one fixed text
          part.common === (marks === 'shared') ? <mark key={at}>{part.text}</mark> : <span key={at}>{part.text}</span>,
        )}
      </p>
    </div>
  )
}

/** A better wording offered under a remark. */
export function Suggestion({ label, text }: { label: string; text: string }) {
  return (
    <blockquote className="suggestion">
      <p className="fine">{label}</p>
      <p>{text}</p>
    </blockquote>
  )
}
