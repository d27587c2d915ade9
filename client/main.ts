import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import { startTicking } from './clock.ts'
import { rememberedLight } from './light.ts'

// Two lights, two programs: the wall stands for days and carries no router; the desk has one.
const wall = location.pathname.replace(/\/$/, '') === '/wall'
document.documentElement.dataset['light'] = wall ? 'dark' : rememberedLight()
startTicking()
if (wall) void import('./wall-app.ts').then(({ mount }) => mount('#app'))
else void import('./desk-app.ts').then(({ mount }) => mount('#app'))
