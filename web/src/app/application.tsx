import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { onLanguage } from '../i18n/language.ts'
import { router } from './router.tsx'
import { ProblemError } from './server/problem.ts'

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // Offline a query fails and says so; paused, a page would wait without a word.
      networkMode: 'always',
      refetchOnReconnect: true,
      // Only a broken line or a server out of breath is worth asking again; a refusal stays a refusal.
      retry: (failures, error) =>
        failures < 2 && error instanceof ProblemError && (error.status === 0 || error.status === 503),
    },
  },
})

// Sentences made by the server are in the language of the request.
onLanguage(() => void client.invalidateQueries())

export function showApplication(root: HTMLElement) {
  // A problem that made a page fail is told on the page; only a fault of the page itself belongs in the console.
  const onCaughtError = (error: unknown) => {
    if (!(error instanceof ProblemError)) console.error(error)
  }
  createRoot(root, { onCaughtError }).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
}
