/** How a wall's machine is set up; the README's section "Setting up a wall" says the same. */
export const wallSetup = {
  steps: [
    { title: '浏览器', text: '用Chromium 90以上全屏打开大屏链接；首次打开链接后浏览器记住身份，以后直接打开大屏地址。不要用隐身窗口，否则每次重启都要新链接。' },
    { title: '开机自启', text: '用systemd用户服务守着浏览器，退出即重开；主机设为自动登录。' },
    { title: '不熄屏', text: '关闭屏保、熄屏和休眠。夜间由页面自己调暗，每夜自动刷新一次。' },
    { title: '时间和网络', text: '主机时区设为Asia/Shanghai并对时；大屏电脑只需能访问本系统，不需要互联网。' },
  ],
  command: [
    'chromium --kiosk --noerrdialogs --disable-session-crashed-bubble --disable-infobars \\',
    '  --no-first-run --check-for-update-interval=31536000 --user-data-dir=$HOME/wall \\',
    '  http://<服务器>:8080/wall',
  ].join('\n'),
  unit: [
    '# ~/.config/systemd/user/wall.service',
    '[Unit]', 'After=graphical-session.target', '',
    '[Service]', 'ExecStart=/usr/bin/chromium --kiosk --noerrdialogs --disable-session-crashed-bubble --user-data-dir=%h/wall http://<服务器>:8080/wall',
    'Restart=always', 'RestartSec=5', '',
    '[Install]', 'WantedBy=graphical-session.target',
  ].join('\n'),
  awake: [
    'systemctl --user enable --now wall.service', 'xset s off -dpms', 'sudo systemctl mask sleep.target suspend.target hibernate.target',
  ].join('\n'),
} as const
