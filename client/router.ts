import { createRouter, createWebHistory } from 'vue-router'
import { useSession } from './stores/session.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** May be seen without signing in. */
    open?: boolean
  }
}

/** The desk's pages; the wall is a program of its own (see main.ts). */
export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', component: () => import('./pages/Front.vue'), meta: { open: true } },
    { path: '/signin', redirect: '/' },
    { path: '/units/:id', component: () => import('./pages/Unit.vue'), props: true },
    { path: '/obligations', component: () => import('./pages/Obligations.vue') },
    { path: '/obligations/:id', component: () => import('./pages/Obligation.vue'), props: true },
    { path: '/:rest(.*)*', component: () => import('./pages/NotFound.vue'), meta: { open: true } },
  ],
})

router.beforeEach(async (to) => {
  if (to.path === '/wall') {
    location.assign('/wall')
    return false
  }
  const session = useSession()
  if (!session.loaded) await session.load().catch(() => undefined)
  if (to.path === '/' && session.home !== null && session.home !== '/') return session.home
  return to.meta.open === true || session.session !== null ? true : '/'
})
