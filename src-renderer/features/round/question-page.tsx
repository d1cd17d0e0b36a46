import { type ReactNode, useEffect, useRef } from 'react';
import { KeyHint } from '../../components/key-hint.tsx';
import { MarginRow } from '../../components/margin-row.tsx';
import { Markdown } from '../../components/markdown.tsx';
import { OptionButtons, OptionVerdicts } from '../../components/options.tsx';
import { useKeys } from '../../components/use-keys.ts';
import { RoundHead } from './round-head.tsx';
import type { Judged, Question, Round } from './use-round.ts';

type QuestionPageProps = { question: Question; round: Round; onLeave(): void };

/** One decision: what is known, what is asked, the options; and once it is answered, what holds and why. */
export function QuestionPage({ question, round, onLeave }: QuestionPageProps): ReactNode {
  const { title, told, ask, options, index } = question;
  const { judged, view } = round;
  const asked = useRef<HTMLElement>(null);
  const answered = useRef<HTMLElement>(null);
  useEffect(() => {
    window.scrollTo({ top: 0 });
    asked.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    if (!judged) return;
    answered.current?.focus({ preventScroll: true });
    answered.current?.firstElementChild?.scrollIntoView({ block: 'nearest' });
  }, [judged]);

  const end = (): void => {
    if (index === 0 && !judged) {
      round.end();
      onLeave();
    } else round.end();
  };
  useKeys(({ key, ctrl, alt, repeat, focus }) => {
    if (repeat || ctrl || alt) return false;
    if (key === 'Escape') {
      end();
      return true;
    }
    const option = options[Number(key) - 1];
    if (!judged && option) {
      round.answer(option.id);
      return true;
    }
    if (!judged || focus === 'control' || (key !== 'Enter' && key !== ' ')) return false;
    round.next();
    return true;
  });

  return (
    <div className="review round">
      <RoundHead round={round} index={index} onEnd={end} />
      <main className="page card-page">
        <div className="margin-row">
          <p className="margin-label" id="round-product">
            {title}
          </p>
          <section
            ref={asked}
            tabIndex={-1}
            aria-labelledby="round-question"
            aria-describedby="round-product round-told"
          >
            <ul className="interviewer" id="round-told">
              {told.map(line => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <p id="round-question" className="question">
              {ask}
            </p>
            {!judged && (
              <OptionButtons
                options={options.map(({ label }) => ({ text: label }))}
                onPick={picked => {
                  const option = options[picked];
                  if (option) round.answer(option.id);
                }}
              />
            )}
          </section>
        </div>
        {judged && (
          <section ref={answered} tabIndex={-1} className="card-answer" aria-label="Answer">
            <Verdict judged={judged} />
          </section>
        )}
        <div className="visually-hidden" role="status">
          {judged && sayVerdict(judged)}
        </div>
      </main>
      {judged && (
        <footer className="foot">
          <button type="button" className="button button-main" onClick={round.next}>
            {view.question ? 'Next' : 'What it came to'}
            <KeyHint>Enter</KeyHint>
          </button>
        </footer>
      )}
    </div>
  );
}

/** What holds, why, why the chosen option does not, what would turn it, and the defaults behind it. */
function Verdict({ judged: { question, option, verdict } }: { judged: Judged }): ReactNode {
  const { standing, best, because, against, flip, defaults } = verdict;
  const options = question.options.map(({ id, label }) => {
    const isDefensible = id === option && standing === 'defensible';
    return { text: label, right: best.includes(id) || isDefensible, isDefensible, why: null };
  });
  return (
    <>
      <MarginRow label={standing === 'wrong' ? 'Not right' : standing === 'best' ? 'Right' : 'Defensible'}>
        <OptionVerdicts options={options} picked={question.options.findIndex(({ id }) => id === option)} />
      </MarginRow>
      <MarginRow label="Because">
        <Markdown>{because}</Markdown>
      </MarginRow>
      {against && (
        <MarginRow label="Yours">
          <Markdown>{against}</Markdown>
        </MarginRow>
      )}
      {flip && (
        <MarginRow label="What changes it">
          <Markdown>{flip}</Markdown>
        </MarginRow>
      )}
      <MarginRow label="Belongs to">
        <p>{defaults.map(({ name }) => name).join(', ')}</p>
      </MarginRow>
    </>
  );
}

/** The verdict for a person who does not see it. */
function sayVerdict({ question, verdict: { standing, best } }: Judged): string {
  if (standing === 'best') return 'Right.';
  const labels = question.options.filter(({ id }) => best.includes(id)).map(({ label }) => label);
  return `${standing === 'wrong' ? 'Not right' : 'Defensible'}. Best: ${labels.join(' or ')}.`;
}
