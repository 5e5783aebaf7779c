import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where `vite dev` finds the API; the product itself serves both from one port. */
const api = process.env.JIANNUO_API ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [react()],
  build: {
    // The domestic shells on office machines lag some years behind: Chromium 94 is the oldest promised.
    target: ['chrome94', 'edge94', 'firefox100', 'safari15'],
    // Inlined files would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    // Browsers without it load the same files a moment later.
    modulePreload: { polyfill: false },
    sourcemap: false,
    manifest: true,
  },
  server: { proxy: { '/api': api } },
})
