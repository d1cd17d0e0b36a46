import type { FactName, FactValue } from '../../facts.ts';
import { capitalize, formatFact, formatNumber } from '../../rules/describe.ts';
import type { Words } from './product.ts';

/**
 * The sentences in which each fact is heard, by its value; `any` for every value. `{v}` is the value with its unit,
 * `{n}` the number alone, the other words are the part's; a capital begins with one.
 */
const sayings: Partial<Record<FactName, Readonly<Record<string, readonly string[]>>>> = {
  callers: {
    browser: ['{Who} use their browser for {doing}.', '{Doing} happens in the browser.'],
    public: [
      'For {doing} there is a public API that strangers call from their own programs.',
      '{Doing} is open to the programs of other companies.',
    ],
    internal: ['Only our own services take part in {doing}.', 'Nobody outside calls us for {doing}.'],
  },
  direction: {
    request: [
      'When it comes to {doing}, one side asks, the other answers, and nothing more is sent.',
      'Nothing is sent in {doing} unless it was asked for.',
    ],
    'server-push': [
      'When it comes to {doing}, news comes from the server alone; the other side only listens.',
      'Once {doing} has begun, only the server sends.',
    ],
    'both-ways': [
      'When it comes to {doing}, both sides send whenever they have something to say.',
      'Messages go to and fro all the time while {doing} lasts.',
    ],
  },
  freshness_s: {
    any: ['A change of {item} must arrive within {v}.', 'When {item} changes, {v} later it must be seen.'],
  },
  calls_per_s: {
    any: ['The calls for {doing} reach {n} a second at the peak.'],
  },
  reads_per_s: {
    any: [
      'At the peak there are {n} reads of {items} a second.',
      '{Items} are read {n} times a second at the peak.',
    ],
  },
  writes_per_s: {
    any: [
      'At the peak there are {n} writes of {items} a second.',
      '{Items} are written {n} times a second at the peak.',
    ],
  },
  users: { any: ['There are {n} {who}.', 'Count on {n} {who}.'] },
  actions_per_user_day: { any: ['Each of the {who} leaves {n} {items} a day.'] },
  peak_to_average: {
    any: [
      'The peak of {items} is {n} times the average.',
      'At the busiest time {items} come {n} times as fast as on average.',
    ],
  },
  item_bytes: { any: ['{Item} takes {v}.', 'We store {v} for {item}.'] },
  horizon_years: { any: ['{Items} are kept for {v}.'] },
  stored_bytes: { any: ['All {items} together take {v}.', 'We hold {v} of {items}.'] },
  stale_read_harm: {
    none: ['Whoever sees an old state of {items} comes to no harm.', 'An old state of {items} harms nobody.'],
    annoyance: [
      'Whoever sees an old state of {items} is annoyed, and that is all.',
      'An old state of {items} is a nuisance, nothing worse.',
    ],
    money: [
      'Whoever acts on an old state of {items} costs us money.',
      'Every time somebody acts on an old state of {items}, money is lost.',
    ],
    stock: [
      'Whoever acts on an old state of {items} is promised what is already gone.',
      'With an old state of {items} we would give away what somebody else has.',
    ],
  },
  staleness_tolerated_s: {
    any: ['{Who} accept {items} that are {v} old.', '{Items} may be {v} old when somebody reads them.'],
  },
  write_conflict_harm: {
    none: ['If two writes to {item} meet, either may win.', 'Two writes to {item} at once do no harm.'],
    reversible: [
      'If two writes to {item} clash, it is put right afterwards.',
      'A clash of two writes to {item} can be sorted out later.',
    ],
    irreversible: [
      'If two writes to {item} clash, nobody can put it right afterwards.',
      'A clash of two writes to {item} cannot be undone.',
    ],
  },
  replicated: {
    yes: ['{Items} are kept in two data centres.', 'Two sites hold a copy of all {items} each.'],
    no: ['{Items} are kept in one place only.'],
  },
  latency_target_ms: {
    any: ['Our side must answer within {v} for {doing}.', 'For {doing} we have {v}, and no more.'],
  },
  path: { any: ['A request for {doing} takes {v}.', 'For {doing}, one request goes through {v}.'] },
  joined_tables: {
    any: ['The main read of {items} needs {v}.', 'To show {item} we read {v}.'],
  },
  schema: {
    stable: ['All {items} have the same fields.', 'The fields of {items} are settled.'],
    flexible: [
      'No two {items} need have the same fields.',
      'The fields differ from one of the {items} to the next.',
    ],
  },
  updates_per_s: { any: ['What {items} show of other data changes {n} times a second.'] },
  copies_per_update: { any: ['If {items} held copies of it, each change would have to reach {v}.'] },
  query: {
    exact: ['{Who} look up {item} by its number.', '{Items} are looked up by an exact number.'],
    range: ['{Who} ask for {items} between two dates.', '{Items} are asked for by a range of dates.'],
    text: [
      '{Who} type any words that occur inside {items}.',
      '{Items} are sought by words in the middle of their text.',
    ],
  },
  list_size: { any: ['The longest list holds {n} {items}.', 'A list of {items} can have {n} entries.'] },
  items_arrive_live: {
    yes: ['New {items} come in while somebody turns the pages.'],
    no: ['No {items} are added while somebody turns the pages.'],
  },
  hottest_key_reads_per_s: {
    any: [
      'The most popular of the {items} is read {n} times a second.',
      '{N} reads a second go to a single one of the {items}.',
    ],
  },
  keys_expire_together: {
    yes: [
      'Cached {items} would all run out at the same moment.',
      'All {items} are loaded at night, so cached ones run out together.',
    ],
    no: [
      'Cached {items} would run out at different moments.',
      '{Items} are loaded at all hours, so cached ones do not run out together.',
    ],
  },
  access_by: { any: ['Most reads of {items} ask by {v}.', '{Items} are mostly looked up by {v}.'] },
  fleet_changes: {
    rarely: ['The machines that hold {items} hardly ever change.'],
    yearly: ['About once a year a machine for {items} is added.'],
    weekly: ['Machines for {items} are added or taken away every week.'],
    automatic: ['Machines for {items} come and go by themselves with the load.'],
  },
  messages_per_s: { any: ['At the peak a broker passes on {n} messages about {items} a second.'] },
};

/** The ways to say a fact's value; none for a fact that no sentence is written for. */
export function listSayings(fact: FactName, value: FactValue): readonly string[] {
  const forms = sayings[fact];
  const key = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
  return forms?.[key] ?? forms?.any ?? [];
}

/** Puts a part's words into a sentence. */
export function fillWords(
  sentence: string,
  words: Words,
  values: Readonly<Record<string, string>> = {},
): string {
  const known: Readonly<Record<string, string | readonly string[] | undefined>> = { ...words, ...values };
  return sentence.replace(/\{([A-Za-z]+)\}/g, (whole, word: string) => {
    const text = known[word.toLowerCase()];
    if (typeof text !== 'string') return whole;
    return word === word.toLowerCase() ? text : capitalize(text);
  });
}

/** A fact as a person hears it of a part. */
export function sayFact(saying: string, fact: FactName, value: FactValue, words: Words): string {
  return fillWords(saying, words, {
    v: formatFact(fact, value),
    n: typeof value === 'number' ? formatNumber(value) : '',
  });
}
