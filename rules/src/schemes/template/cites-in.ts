/** Every `cite` anywhere in a scheme. */
export function citesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => (key === 'cite' ? [String(item)] : citesIn(item)))
}
