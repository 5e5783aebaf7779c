declare module 'exceljs/lib/utils/parse-sax.js' {
  type SaxEvent =
    | { eventType: 'opentag' | 'closetag'; value: { name: string; attributes: Record<string, string> } }
    | { eventType: 'text'; value: string }
  export default function parseSax(chunks: AsyncIterable<string>): AsyncGenerator<SaxEvent[], void>
}
