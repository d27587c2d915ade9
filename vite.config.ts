/// <reference types="vitest/config" />
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin } from 'vite'

// The page speaks WebSocket only: Socket.IO's other transports stay out of it.
const webSocketOnly: Plugin = {
  name: 'web-socket-only',
  apply: 'build',
  load: (id) => (/engine\.io-client\/build\/esm\/transports\/(polling-xhr|webtransport)\.js$/.test(id) ? 'export class XHR {}\nexport class WT {}' : null),
}

// Each text of the page with its brotli form beside it: the first wall after a start need not wait while ECharts is compressed.
const withBrotli: Plugin = {
  name: 'with-brotli',
  apply: 'build',
  generateBundle: {
    order: 'post',
    async handler(_, bundle) {
      await Promise.all(Object.values(bundle).map(async (file) => {
        if (!/\.(js|css|html|svg)$/.test(file.fileName)) return
        const source = await promisify(brotliCompress)(file.type === 'chunk' ? file.code : file.source)
        this.emitFile({ type: 'asset', fileName: `${file.fileName}.br`, source })
      }))
    },
  },
}

// The page is built from client/, the server (`--ssr`) and the tests from the top: one config, two roots.
export default defineConfig(({ isSsrBuild, command }) => {
  const page = command === 'build' ? isSsrBuild !== true : process.env['VITEST'] === undefined
  return {
    root: page ? 'client' : '.',
    plugins: [vue({ features: { optionsAPI: false } }), ...(page ? [webSocketOnly, withBrotli] : [])],
    publicDir: false,
    build: {
      // Chromium 90: the age of browsers on office desks and of wall boxes.
      target: isSsrBuild ? 'node20' : 'chrome90',
      outDir: page ? '../dist/client' : 'dist/server',
      emptyOutDir: true,
      // Under `font-src 'self'` nothing may become a data: address.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      // ECharts' subset comes after the first paint, in one piece.
      chunkSizeWarningLimit: 600,
      sourcemap: isSsrBuild === true,
      // How long a plugin took is no news to who starts the board.
      rolldownOptions: {
        checks: { bundlerTimings: false },
        // Small pieces both lights share would each be a request of their own before the first paint.
        ...(page && { output: { codeSplitting: { groups: [{ name: 'base', test: /node_modules\/(@vue|vue|pinia)\/|client\/(words|ask|clock|later|mixed-runs|figure-text|wall-unit|panels\/(MixedText|DepthMark|RollingNumber|LiveChart)|lists\/depth|stores\/(session|calm)|fold|channel|connection)\b/ }] } } }),
      },
    },
    test: {
      testTimeout: 60_000,
      hookTimeout: 60_000,
      // Two cores: more workers only wait for each other, and real servers and browsers want room.
      maxWorkers: 2,
      projects: [
        // Files share a process: to load the house anew for each of them takes longer than their tests.
        { extends: true, test: { name: 'unit', isolate: false, include: ['tests/shared/**/*.test.ts', 'tests/server/**/*.test.ts', 'tests/client/**/*.test.ts', 'tests/*.test.ts'], exclude: ['tests/server/feeds/sample/**'] } },
        // Whole sample years, made and judged again and again: with the stories, outside the minute of `check`.
        { extends: true, test: { name: 'sample', isolate: false, include: ['tests/server/feeds/sample/**/*.test.ts'] } },
        { extends: true, test: { name: 'laws', include: ['tests/laws/**/*.test.ts'], testTimeout: 120_000 } },
        { extends: true, test: { name: 'stories', globalSetup: 'tests/support/sample-once.ts', include: ['tests/stories/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false } },
        { extends: true, test: { name: 'browser', globalSetup: 'tests/support/sample-once.ts', include: ['tests/browser/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 180_000 } },
      ],
    },
    server: {
      proxy: {
        '/api': 'http://127.0.0.1:8080',
        '/socket.io': { target: 'http://127.0.0.1:8080', ws: true },
      },
    },
  }
})
