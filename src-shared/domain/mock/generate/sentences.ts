import type { FactName, FactValue } from '../../facts.ts';
import { capitalize, formatFact, formatNumber } from '../../rules/describe.ts';
import type { Role, Words } from './product.ts';

type Sayings = Partial<Record<FactName, Readonly<Record<string, readonly string[]>>>>;

/**
 * The sentences in which each fact is heard, by its value; `any` for every value. `{v}` is the value with its unit,
 * `{n}` the number alone, `{x}` how many times it is, `{r}` how often a second, the other words are the part's; a
 * capital begins with one.
 */
const sayings: Sayings = {
  callers: {
    browser: ['{Who} use their browser for {doing}.', '{Doing} happens in the browser.'],
    public: [
      'For {doing} there is a public API that other companies call from their own programs.',
      '{Doing} is open to the programs of other companies.',
    ],
    internal: [
      '{Doing} is a call from one of our services to another.',
      'Nobody outside calls us for {doing}; our own services do.',
    ],
  },
  direction: {
    request: [
      'When it comes to {doing}, one side asks, the other answers, and nothing more is sent.',
      'For {doing}, every message of ours is the answer to a request.',
    ],
    'server-push': [
      'When it comes to {doing}, the news comes from the server alone; the other side only listens.',
      'While {doing}, {who} only listen; everything is sent by the server.',
    ],
    'both-ways': [
      'When it comes to {doing}, both sides send whenever they have something to say.',
      'For {doing}, messages go both ways all the time.',
    ],
  },
  freshness_s: {
    any: ['A change to {item} must arrive within {v}.', '{Who} must learn of a change to {item} within {v}.'],
  },
  calls_per_s: {
    any: ['At the peak there are {n} calls a second for {doing}.'],
  },
  reads_per_s: {
    any: ['At the peak {items} are read {r}.', '{Items} are read {r} at the peak.'],
  },
  writes_per_s: {
    any: ['At the peak {items} are written {r}.', '{Items} are written {r} at the peak.'],
  },
  users: { any: ['There are {n} {who}.', 'Count on {n} {who}.'] },
  actions_per_user_day: { any: ['Each of the {who} sends us {n} {items} a day.'] },
  peak_to_average: {
    any: [
      'The busiest time brings {x} as many {items} as the average.',
      'At the busiest time {items} come in {x} as fast as on average.',
    ],
  },
  item_bytes: { any: ['{Item} takes {v}.', 'We store {v} for {item}.'] },
  horizon_years: { any: ['{Items} are kept for {v}.'] },
  stored_bytes: {
    any: ['Our data about {items} come to {v}.', 'We hold {v} of data about {items}.'],
  },
  stale_read_harm: {
    none: [
      'Whoever gets an outdated view of {items} comes to no harm.',
      'An outdated view of {items} harms nobody.',
    ],
    annoyance: [
      'Whoever gets an outdated view of {items} is annoyed, and that is all.',
      'An outdated view of {items} is a nuisance, nothing worse.',
    ],
    money: [
      'Whoever acts on an outdated view of {items} costs us money.',
      'Every time somebody acts on an outdated view of {items}, we lose money.',
    ],
    stock: [
      'Whoever acts on an outdated view of {items} is promised what is already gone.',
      'With an outdated view of {items} we would promise what somebody else already has.',
    ],
  },
  staleness_tolerated_s: {
    '0.2': ['Once {item} is changed, nobody may be shown the old state for longer than {v}.'],
    '0.5': ['Once {item} is changed, nobody may be shown the old state for longer than {v}.'],
    any: [
      '{Who} accept a view of {items} that is up to {v} old.',
      'What is shown of {items} may lag up to {v} behind.',
    ],
  },
  write_conflict_harm: {
    none: ['If two writes to {item} meet, either may win.', 'Two writes to {item} at once do no harm.'],
    reversible: [
      'If two writes to {item} clash, it can be put right afterwards.',
      'A clash of two writes to {item} can be sorted out later.',
    ],
    irreversible: [
      'If two writes to {item} clash, nobody can put it right afterwards.',
      'A clash of two writes to {item} cannot be undone.',
    ],
  },
  replicated: {
    yes: [
      'The data about {items} are kept in two data centres.',
      'Each of two sites holds a copy of all data about {items}.',
    ],
    no: ['The data about {items} are kept in one place only.'],
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
      'No two {items} need to have the same fields.',
      'The fields differ from one of the {items} to the next.',
    ],
  },
  updates_per_s: { any: ['What {items} show from other tables changes {r}.'] },
  copies_per_update: {
    any: ['If {items} held copies of data from other tables, each change there would have to reach {v}.'],
  },
  query: {
    exact: ['{Who} look up {item} by {exactly}.', '{Items} are looked up by {exactly}, exactly.'],
    range: ['{Who} look for {items} between {between}.', '{Items} are asked for between {between}.'],
    text: [
      '{Who} look for {items} by any words in {inside}.',
      '{Items} are searched for by words anywhere in {inside}.',
    ],
  },
  list_size: {
    any: ['The longest list of {items} has {n} entries.', 'A list of {items} can be {n} entries long.'],
  },
  items_arrive_live: {
    yes: ['New {items} come in while somebody pages through the list.'],
    no: ['No {items} are added while somebody pages through the list.'],
  },
  hottest_key_reads_per_s: {
    any: ['The most popular of the {items} is read {r}.', 'A single one of the {items} is read {r}.'],
  },
  keys_expire_together: {
    yes: [
      'If {items} were cached, all copies would expire at the same moment.',
      'All {items} are loaded at once at night, so cached copies would expire together.',
    ],
    no: [
      'If {items} were cached, the copies would expire at different moments.',
      '{Items} are loaded at all hours, so cached copies would not expire together.',
    ],
  },
  access_by: {
    any: [
      'Most reads of {items} ask by {v}, and no single one stands out.',
      '{Items} are mostly looked up by {v}, and no single one stands out.',
    ],
  },
  fleet_changes: {
    rarely: ['The machines that hold {items} hardly ever change.'],
    yearly: ['About once a year a machine for {items} is added.'],
    weekly: ['Machines for {items} are added or taken away every week.'],
    automatic: ['Machines for {items} come and go by themselves with the load.'],
  },
  messages_per_s: { any: ['At the peak a broker passes on {n} messages about {items} a second.'] },
};

/** Where a kind of part needs words of its own: what flows in is not looked at as pages are. */
const roleSayings: Partial<Record<Role, Sayings>> = {
  pages: { writes_per_s: { any: ['At the peak {items} are changed {r}.'] } },
  log: {
    writes_per_s: { any: ['At the peak {n} {items} a second come in and are written.'] },
    query: {
      exact: ['Whoever reads {items} asks for exact values.'],
      range: ['Whoever reads {items} asks for a stretch of time.'],
    },
  },
};

/** The ways to say a fact's value of a part of a kind; none for a fact that no sentence is written for. */
export function listSayings(role: Role, fact: FactName, value: FactValue): readonly string[] {
  const forms = roleSayings[role]?.[fact] ?? sayings[fact];
  const key = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
  return forms?.[key] ?? forms?.any ?? [];
}

/** How many times, as people say it. */
function sayTimes(value: number): string {
  if (value === 1) return 'once';
  return value === 2 ? 'twice' : `${formatNumber(value)} times`;
}

function sayNumber(value: number): Record<'n' | 'x' | 'r', string> {
  return { n: formatNumber(value), x: sayTimes(value), r: `${sayTimes(value)} a second` };
}

/** Puts a part's words into a sentence. */
export function fillWords(
  sentence: string,
  words: Words,
  values: Readonly<Record<string, string>> = {},
): string {
  const known: Readonly<Record<string, unknown>> = {
    ...words,
    ...words.by,
    ...values,
  };
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
    ...(typeof value === 'number' ? sayNumber(value) : {}),
  });
}
