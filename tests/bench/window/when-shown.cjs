const { app } = require('electron');

// Runs in the main process before the program itself (`--require`), the blank one as well as Baseline: for each step of
// BENCH_STEPS it waits until what a selector names is painted, notes the moment, and presses the step's key. Then the
// moments go to standard output, in ms since 1970 by the page's clock.
const steps = JSON.parse(process.env.BENCH_STEPS ?? '[]');

app.once('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', async () => {
    const moments = [];
    for (const { selector, keyCode } of steps) {
      moments.push(
        await contents.executeJavaScript(`new Promise(resolve => {
          const look = () => {
            if (!document.querySelector(${JSON.stringify(selector)})) return requestAnimationFrame(look);
            // The frame after the one in which it stood first: by then that one was painted.
            requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())));
          };
          look();
        })`),
      );
      if (keyCode) contents.sendInputEvent({ type: 'keyDown', keyCode });
      if (keyCode) contents.sendInputEvent({ type: 'keyUp', keyCode });
    }
    process.stdout.write(`${JSON.stringify(moments)}\n`);
  });
});
