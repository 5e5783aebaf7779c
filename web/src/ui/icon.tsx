/** Line icons on a 24 grid, drawn for this product. Always beside words, so always hidden from readers. */
const paths = {
  home: 'M4 11l8-7 8 7M6 10v10h4v-6h4v6h4V10',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  pledge: 'M19 12V4H5v16h7M8 8h8M8 12h5M15 18l2 2 4-4',
  review: 'M19 11V4H5v16h6M8 8h8M8 12h4M15 14h5v4h-2l-2 2v-2h-1z',
  people:
    'M9 11a3.5 3.5 0 100-7 3.5 3.5 0 000 7zM3 20c0-4 2.5-6 6-6s6 2 6 6M15 4.5a3.5 3.5 0 010 6M18 14.5c2 .8 3 2.7 3 5.5',
  person: 'M12 11a4 4 0 100-8 4 4 0 000 8zM4 21c0-5 3.5-7 8-7s8 2 8 7',
  tasks: 'M4 4h16v16H4zM8 9h1M12 9h4M8 12h1M12 12h4M8 15h1M12 15h4',
  search: 'M10.5 17a6.5 6.5 0 100-13 6.5 6.5 0 000 13zM15.5 15.5L20 20',
  book: 'M12 6C10 4.5 7 4 3 4v14c4 0 7 .5 9 2 2-1.5 5-2 9-2V4c-4 0-7 .5-9 2zM12 6v14',
  trophy: 'M8 4h8v6a4 4 0 01-8 0zM8 6H4c0 3 1 5 4 5M16 6h4c0 3-1 5-4 5M12 14v3M8 20h8M9 20c0-2 1-3 3-3s3 1 3 3',
  tree: 'M9 3h6v5H9zM3 16h6v5H3zM15 16h6v5h-6zM12 8v4M6 16v-4h12v4',
  study: 'M6 3h12v18l-6-4-6 4z',
  chart: 'M4 4v16h16M8 16v-4M12 16V8M16 16v-6',
  scheme: 'M4 5h16v14H4zM7 14l3-3 3 2 4-4',
  result: 'M19 11V4H5v16h6M8 8h8M8 12h4M17 14l1.2 2.4 2.6.4-1.9 1.8.5 2.6-2.4-1.2-2.4 1.2.5-2.6-1.9-1.8 2.6-.4z',
  send: 'M4 5l17 7-17 7 3-7zM7 12h6',
  lock: 'M6 11h12v9H6zM9 11V8a3 3 0 016 0v3',
  log: 'M5 4h14v16H5zM8 8h8M8 12h8M8 16h5',
  gear: 'M12 15a3 3 0 100-6 3 3 0 000 6zM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M5.6 18.4l2.2-2.2M16.2 7.8l2.2-2.2',
  bell: 'M6 17V11a6 6 0 0112 0v6l1.5 1.5h-15zM10 21h4M12 3v2',
  more: 'M5 6h14M5 12h14M5 18h14',
  down: 'M5 9l7 7 7-7',
  up: 'M5 15l7-7 7 7',
  next: 'M9 5l7 7-7 7',
  back: 'M15 4l-8 8 8 8',
  help: 'M12 21a9 9 0 100-18 9 9 0 000 18zM9.5 9.5c0-3.5 5-3.3 5-.2 0 2-2.5 2.2-2.5 4.2M12 16.5v.5',
  info: 'M12 21a9 9 0 100-18 9 9 0 000 18zM12 11v5.5M12 7.5v.5',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  download: 'M12 4v11M7 11l5 5 5-5M4 17v3h16v-3',
  upload: 'M12 16V5M7 9l5-5 5 5M4 17v3h16v-3',
  plus: 'M12 5v14M5 12h14',
  close: 'M5 5l14 14M19 5L5 19',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  clock: 'M12 21a9 9 0 100-18 9 9 0 000 18zM12 7v5.5l3.5 1.5',
  refresh: 'M19 8A8 8 0 104 13M19 3v5h-5',
  cloud: 'M7 18a4.5 4.5 0 010-9 6 6 0 0111.3 1.5A3.8 3.8 0 0117.5 18z',
  edit: 'M19 12v8H4V5h8M9 15l1-4 9-8 3 3-9 8z',
  comment: 'M4 5h16v11H11l-4 4v-4H4zM8 10h8M8 12.5h5',
  table: 'M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14',
  leave: 'M14 5V3H4v18h10v-2M9 12h12M17 8l4 4-4 4',
} as const

export type IconName = keyof typeof paths

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={size >= 22 ? 1.7 : 1.9}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  )
}
