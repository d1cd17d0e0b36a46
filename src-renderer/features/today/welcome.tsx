import { type FormEvent, type ReactNode, type RefObject, useState } from 'react';
import { findDailyNew } from '../../../src-shared/domain/default-settings.ts';
import { type Experience, experiences } from '../../../src-shared/domain/setting-choices.ts';
import type { Settings } from '../../../src-shared/domain/settings.ts';
import { callApi } from '../../api.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { useNotices } from '../../components/notices.tsx';
import { useStartRound } from '../round/round-offers.tsx';
import { experienceNames } from '../settings/experience-names.ts';

/** What may be given to it each day, in minutes. */
const minuteChoices = [10, 20, 30, 45, 60];

type WelcomeProps = {
  form: RefObject<HTMLFormElement | null>;
  settings: Settings;
  onRound(roundId: string): void;
};

/** The first start: three questions, each with an answer already, and then the diagnostic. */
export function Welcome({ form, settings, onRound }: WelcomeProps): ReactNode {
  const { reportProblem } = useNotices();
  const startRound = useStartRound(onRound);
  const [date, setDate] = useState(settings.interviewDate ?? '');
  const [minutesPerDay, setMinutes] = useState(settings.minutesPerDay);
  const [experience, setExperience] = useState<Experience>('none');

  const begin = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      await callApi('settings:set', {
        // A field for a date holds one or nothing.
        interviewDate: date === '' ? null : date,
        minutesPerDay,
        newPerDay: findDailyNew(minutesPerDay),
        experience,
      });
      startRound('diagnostic');
    } catch (error) {
      reportProblem(error);
    }
  };
  return (
    <form ref={form} className="welcome" aria-labelledby="welcome-title" onSubmit={begin}>
      <h2 id="welcome-title" className="welcome-title">
        Three questions, then five minutes that find out where you begin
      </h2>
      <div className="welcome-step">
        <label htmlFor="welcome-date">When is your interview?</label>
        <div>
          <input
            id="welcome-date"
            type="date"
            value={date}
            aria-describedby="welcome-date-says"
            onChange={event => setDate(event.target.value)}
          />
          <p id="welcome-date-says" className="setting-says">
            Empty while there is no date; with one, each day is planned towards it.
          </p>
        </div>
      </div>
      <Choice<number>
        legend="How many minutes a day?"
        options={minuteChoices.map(value => ({ value, name: String(value) }))}
        chosen={minutesPerDay}
        onChoose={setMinutes}
      />
      <Choice<Experience>
        legend="What have you done so far?"
        options={experiences.map(value => ({ value, name: experienceNames[value] }))}
        chosen={experience}
        onChoose={setExperience}
        inLines
      />
      <div className="welcome-step welcome-go">
        <button type="submit" className="button button-main">
          Find out where I begin
          <KeyHint>Enter</KeyHint>
        </button>
        <p className="setting-says">
          Ten decisions in five minutes by a clock that rests while you read a verdict, so about ten minutes
          in all; guessing is fine. They end in a map of the six topics and the cards that close the gaps. All
          three answers can be changed under Settings.
        </p>
      </div>
    </form>
  );
}

type ChoiceProps<T extends string | number> = {
  legend: string;
  options: readonly { value: T; name: string }[];
  chosen: T;
  onChoose(value: T): void;
  /** Each in a line of its own, where they are sentences. */
  inLines?: boolean;
};

function Choice<T extends string | number>({
  legend,
  options,
  chosen,
  onChoose,
  inLines = false,
}: ChoiceProps<T>): ReactNode {
  return (
    <fieldset className="welcome-step">
      <legend>{legend}</legend>
      <div className={inLines ? 'pills pills-lines' : 'pills'}>
        {options.map(({ value, name }) => (
          <label key={value} className="pill">
            <input type="radio" name={legend} checked={chosen === value} onChange={() => onChoose(value)} />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
