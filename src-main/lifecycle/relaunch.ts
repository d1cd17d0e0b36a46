import { app } from 'electron';

/** Has Baseline start again once it has ended: with other arguments where some are given, else as it was started. */
export function relaunch(args?: string[]): void {
  // An AppImage runs out of a place that is gone once it has ended; the system says where it really lies.
  const image = process.env.APPIMAGE;
  app.relaunch({
    ...(args === undefined ? {} : { args }),
    ...(image === undefined ? {} : { execPath: image }),
  });
}
