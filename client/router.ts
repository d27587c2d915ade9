import { createRouter, createWebHistory } from 'vue-router'
import { useSession } from './stores/session.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** May be seen without signing in. */
    open?: boolean
    /** For the office only. */
    office?: boolean
  }
}

/** The desk's pages; the wall is a program of its own (see main.ts). */
export const router = createRouter({
  history: createWebHistory(),
  // Back returns to where one was; a named place on a page is gone to.
  scrollBehavior: (to, _from, saved) => saved ?? (to.hash === '' ? { top: 0 } : { el: `[id="${CSS.escape(decodeURIComponent(to.hash.slice(1)))}"]` }),
  routes: [
    { path: '/', component: () => import('./pages/Front.vue'), meta: { open: true } },
    { path: '/signin', redirect: '/' },
    { path: '/units/:id', component: () => import('./pages/UnitDoor.vue'), props: true },
    { path: '/obligations', component: () => import('./pages/Obligations.vue') },
    { path: '/obligations/:id', component: () => import('./pages/Obligation.vue'), props: true },
    { path: '/duties', component: () => import('./pages/Duties.vue') },
    { path: '/claims', component: () => import('./pages/Claims.vue') },
    { path: '/desk', component: () => import('./pages/Desk.vue') },
    { path: '/register', component: () => import('./pages/Register.vue'), meta: { office: true } },
    { path: '/matters', component: () => import('./pages/Matters.vue') },
    { path: '/findings', component: () => import('./pages/Findings.vue') },
    { path: '/matters/new', component: () => import('./pages/NewMatter.vue') },
    { path: '/assessment/:year(\\d{4})', component: () => import('./pages/Assessment.vue'), props: true, meta: { office: true } },
    { path: '/assessment/:year(\\d{4})/editions', component: () => import('./pages/AssessmentEditions.vue'), props: true, meta: { office: true } },
    { path: '/scheme', component: () => import('./pages/Scheme.vue') },
    { path: '/assessment/:year(\\d{4})/papers', component: () => import('./pages/AssessmentPapers.vue'), props: true },
    { path: '/compare', component: () => import('./pages/Compare.vue'), meta: { office: true } },
    { path: '/assessment/:year/samples', component: () => import('./pages/Samples.vue'), props: true, meta: { office: true } },
    { path: '/assessment/:year/samples/:id', component: () => import('./pages/Sample.vue'), props: true, meta: { office: true } },
    { path: '/assessment/:year/samples/:id/:n', component: () => import('./pages/SamplePiece.vue'), props: true, meta: { office: true } },
    { path: '/help', component: () => import('./pages/Help.vue') },
    { path: '/walls', component: () => import('./pages/Walls.vue'), meta: { office: true } },
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
  if (to.meta.office === true && session.session !== null && !session.readsUnits) return session.home ?? '/'
  return to.meta.open === true || session.session !== null ? true : '/'
})
