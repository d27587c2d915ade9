import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']

function found(): string | undefined {
  const given = process.env.CHROMIUM
  if (given !== undefined && existsSync(given)) return given
  for (const folder of (process.env.PATH ?? '').split(':')) {
    for (const name of names) if (existsSync(`${folder}/${name}`)) return `${folder}/${name}`
  }
  return undefined
}

function hasChineseFont(): boolean {
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return listed.status === 0 && listed.stdout.trim() !== ''
}

/** A Chromium to test with; as root on Debian it and a Chinese font are installed where they are missing. */
export function findBrowser(): string | undefined {
  if ((found() === undefined || !hasChineseFont()) && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log('Installing chromium and fonts-noto-cjk with apt …')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], { stdio: ['ignore', 'ignore', 'inherit'], env })
  }
  return found()
}
