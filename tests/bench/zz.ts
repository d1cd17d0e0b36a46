import fs from 'node:fs';
import { changeSettings } from '../../src-main/services/settings.ts';
import { formatStudyDay } from '../../src-shared/domain/study-day.ts';
import { answering } from './answering.ts';
import { buildCollection, openCollection } from './collection.ts';

for (const cards of [1000, 10000]) {
  const dir = fs.mkdtempSync('/tmp/zz-');
  const c = buildCollection(dir, { cards, reviews: cards * 10 });
  for (const planned of [false, true]) {
    const p = openCollection(c);
    const day = formatStudyDay((Math.floor(c.now.atMs / 86400000) + 21) as never);
    changeSettings(p, { interviewDate: planned ? day : null, minutesPerDay: 30 } as never, c.now);
    p.close();
    const side = answering(c);
    const times: number[] = [];
    const cpu: number[] = [];
    for (let i = 0; i < 120; i++) {
      side.before?.();
      const b = process.cpuUsage();
      const a = performance.now();
      side.run();
      const t = performance.now() - a;
      const u = process.cpuUsage(b);
      if (i > 20) {
        times.push(t);
        cpu.push((u.user + u.system) / 1000);
      }
    }
    times.sort((a, b) => a - b);
    cpu.sort((a, b) => a - b);
    console.log(
      cards,
      planned,
      'p50',
      times[50]?.toFixed(2),
      'p99',
      times[98]?.toFixed(2),
      'cpu50',
      cpu[50]?.toFixed(2),
    );
    side.close?.();
  }
}
