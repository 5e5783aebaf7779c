import { commonText, type Stretch } from './common-text.ts'
import './text.css'

interface Side {
  /** Whose text, from when: 「去年（2025）」. */
  label: string
  text: string
}

/** Two texts beside each other with the words they share marked, so that the writer judges the likeness. */
export function SideBySide({ left, right }: { left: Side; right: Side }) {
  const [leftParts, rightParts] = commonText(left.text, right.text)
  return (
    <div className="sides">
      <SideText label={left.label} parts={leftParts} />
      <SideText label={right.label} parts={rightParts} />
    </div>
  )
}

function SideText({ label, parts }: { label: string; parts: readonly Stretch[] }) {
  return (
    <div className="side">
      <p className="fine">{label}</p>
      <p>
        {parts.map((part, at) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one fixed text
          part.common ? <mark key={at}>{part.text}</mark> : <span key={at}>{part.text}</span>,
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
