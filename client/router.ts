import { createRouter, createWebHistory } from 'vue-router'
import { useSession } from './stores/session.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** Dark wall or light desk. */
    light?: 'dark' | 'light'
    /** May be seen without signing in. */
    open?: boolean
  }
}

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', component: () => import('./pages/SignIn.vue'), meta: { open: true } },
    { path: '/signin', redirect: '/' },
    { path: '/wall', component: () => import('./pages/Wall.vue'), meta: { light: 'dark' } },
    { path: '/units/:id', component: () => import('./pages/Unit.vue'), props: true },
    { path: '/:rest(.*)*', component: () => import('./pages/NotFound.vue'), meta: { open: true } },
  ],
})

router.beforeEach(async (to) => {
  const session = useSession()
  if (!session.loaded) await session.load().catch(() => undefined)
  if (to.path === '/' && session.home !== null) return session.home
  if (to.meta.open === true) return true
  if (session.session === null) return '/'
  // Heads and clerks see their own unit; the board is not theirs.
  return to.path === '/wall' && session.home !== '/wall' ? session.home ?? '/' : true
})

router.afterEach((to) => {
  document.documentElement.dataset['light'] = to.meta.light ?? 'light'
})
