import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { percent, percentOf } from '../../../../src-shared/domain/statistics/figures.ts';
import type { Mastery } from '../../../../src-shared/domain/statistics/mastery.ts';
import {
  adviceNames,
  describeAttempts,
  describeConfidence,
  describeMockTopics,
  describeUse,
} from '../../../../src-shared/domain/statistics/mock-words.ts';
import {
  describeLater,
  describeReadiness,
  describeWeakest,
  standingNames,
} from '../../../../src-shared/domain/statistics/ready-words.ts';
import { countOf, formatDay, formatShare } from '../../../../src-shared/domain/wording.ts';
import type { Plan } from '../../../../src-shared/ipc/plan-contract.ts';
import type { TalliedStatistics } from '../../../../src-shared/ipc/stats-contract.ts';
import { reportStyle } from './style.ts';

/**
 * The readiness report as one HTML page without scripts or anything from elsewhere: what is held, how mock interviews
 * went, and what is planned. Every figure is one of the statistics; texts are escaped by the serialiser.
 */
export function composeReport(statistics: TalliedStatistics, plan: Plan | null): string {
  const titles = new Map(statistics.topics.map(({ topic, title }) => [topic, title]));
  const page = h('html', { lang: 'en-GB' }, [
    h('head', {}, [
      h('meta', { charset: 'utf-8' }),
      h('meta', {
        httpEquiv: 'Content-Security-Policy',
        content: "default-src 'none'; style-src 'unsafe-inline'",
      }),
      h('title', `Readiness, ${statistics.date}`),
      h('style', reportStyle),
    ]),
    h('body', {}, [
      h('header', {}, [
        h('p.brand', 'Baseline'),
        h('h1', 'Readiness for a system-design interview'),
        h('p.date', [
          `As of ${formatLong(statistics.date)}`,
          plan
            ? `; the interview is on ${formatLong(plan.interviewDate)}, ${countOf(plan.daysLeft, 'day')} away.`
            : '.',
        ]),
      ]),
      composeMastery(statistics),
      composePlan(plan),
      composeMocks(statistics, titles),
      h('footer', {}, [
        h(
          'p',
          'Recall is what the scheduler (FSRS) predicts from this person’s own answers. A decision score is derived by rule from what was decided in a mock interview and why; it cannot judge drawing, speaking or listening. Repeats of a prompt are left out.',
        ),
      ]),
    ]),
  ]);
  return `<!doctype html>\n${toHtml(page)}\n`;
}

function formatLong(date: string): string {
  return `${formatDay(date, 'long')} ${date.slice(0, 4)}`;
}

function section(title: string, children: Element[]): Element {
  return h('section', {}, [h('h2', title), ...children]);
}

function table(className: string, head: string[], rows: string[][]): Element {
  return h('table', { className }, [
    h(
      'thead',
      h(
        'tr',
        head.map(text => h('th', { scope: 'col' }, text)),
      ),
    ),
    h(
      'tbody',
      {},
      rows.map(([first, ...rest]) =>
        h('tr', {}, [h('th', { scope: 'row' }, first ?? ''), ...rest.map(cell => h('td', cell))]),
      ),
    ),
  ]);
}

function composeMastery(statistics: TalliedStatistics): Element {
  const { mastery, target, topics, laterDate } = statistics;
  const says = [
    describeReadiness({ mastery, target }),
    describeLater({ mastery, target, laterDate }),
    describeWeakest(mastery, target),
  ];
  return section('What is held', [
    h('p', says.filter(text => text !== null).join(' ')),
    h(
      'div',
      { className: laterDate === null ? ['topics'] : ['topics', 'dated'] },
      topics
        .map(({ topic, title }) => ({ title, own: mastery.filter(one => one.topic === topic) }))
        .filter(({ own }) => own.length > 0)
        .map(({ title, own }) =>
          h('div.topic', {}, [
            h('div.default.head', {}, [
              h('h3', title),
              h('span.figure', 'now'),
              ...(laterDate === null ? [] : [h('span.later', formatDay(laterDate, 'short'))]),
              h('span.met', 'met'),
            ]),
            ...own.map(one => composeDefault(one, laterDate)),
          ]),
        ),
    ),
    h(
      'p.key',
      `Beside each default: the chance to recall one of its cards now${laterDate === null ? '' : `, and on ${formatDay(laterDate, 'short')} without another answer`}; cards met of those there are. Held (“firm”) is ${formatShare(target)} or more.`,
    ),
  ]);
}

function composeDefault(
  { name, recall, recallLater, met, cards, standing }: Mastery,
  laterDate: string | null,
): Element {
  const width = `width: ${Math.round((recall ?? 0) * 100)}%`;
  return h('div', { className: ['default', standing] }, [
    h('span.name', name),
    h('span.figure', recall === null ? '–' : formatShare(recall)),
    ...(laterDate === null ? [] : [h('span.later', recallLater === null ? '–' : formatShare(recallLater))]),
    h('span.met', `${met} of ${cards}`),
    h('span.standing', standing === 'firm' ? '' : standingNames[standing]),
    h('span.track', h('span', { style: width })),
  ]);
}

function composeMocks(
  { mocks, recallAndUse }: TalliedStatistics,
  titles: ReadonlyMap<string, string>,
): Element {
  if (mocks.attempts.length === 0) return section('Mock interviews', [h('p', 'None was taken yet.')]);
  const nameOf = (topic: string): string => titles.get(topic) ?? topic;
  const { confidence } = mocks;
  return section('Mock interviews', [
    h('p', `${describeAttempts(mocks)} ${describeMockTopics(mocks, titles)}`),
    table(
      'attempts',
      ['Interview', 'Date', 'Decision score'],
      mocks.attempts
        .slice(-latest)
        .map(({ title, date, total, repeat }) => [
          repeat ? `${title} (repeat)` : title,
          formatDay(date, 'short'),
          `${Math.round(total)} of 100`,
        ]),
    ),
    ...(mocks.attempts.length > latest
      ? [h('p.key', `The latest ${latest} of ${mocks.attempts.length}.`)]
      : []),
    table(
      'use',
      ['Topic', 'Points earned', 'Decisions right', 'Card recall', 'What to do'],
      mocks.topics.map(({ topic, points, of, right }) => {
        const use = recallAndUse.find(one => one.topic === topic);
        return [
          nameOf(topic),
          percent(points / of),
          right.value ? percentOf(right.value) : `${right.have} of ${right.need} needed`,
          use?.recall == null ? '–' : `${formatShare(use.recall)} of ${use.cards} met`,
          use?.advice ? adviceNames[use.advice] : 'withheld while the data is thin',
        ];
      }),
    ),
    h('p', describeUse(recallAndUse, titles)),
    h(
      'p',
      confidence.value
        ? describeConfidence(confidence.value)
        : `How sure against how right: not enough yet, ${confidence.have} of ${confidence.need} decisions with a confidence.`,
    ),
  ]);
}

/** So many attempts fit a page. */
const latest = 12;

function composePlan(plan: Plan | null): Element {
  if (!plan) return section('The plan', [h('p', 'No date is set for the interview, so there is no plan.')]);
  const { notReady, minutesPerDay, recall, says } = plan;
  return section('The plan', [
    h('dl', {}, [
      h('div', {}, [h('dt', 'Minutes a day'), h('dd', {}, String(minutesPerDay))]),
      h('div', {}, [h('dt', 'Known now'), h('dd', formatShare(recall.now))]),
      h('div', {}, [h('dt', 'On the day, without study'), h('dd', formatShare(recall.without))]),
      h('div', {}, [h('dt', 'On the day, with the plan'), h('dd', formatShare(recall.with))]),
    ]),
    h('p', says.join(' ')),
    h(
      'p.key',
      'Known counts every card there is: one never met counts as not known, and so does one still in its steps.',
    ),
    ...(notReady.defaults.length === 0
      ? []
      : [
          h('h3', 'What will not be ready: recall on the day'),
          h(
            'div.not-ready',
            notReady.defaults.map(({ name, recall: then }) =>
              h('div.default', [h('span.name', name), h('span.figure', formatShare(then))]),
            ),
          ),
        ]),
  ]);
}
