import { name, type Product } from './product.ts';
import { moreProducts } from './products-more.ts';

const someProducts: readonly Product[] = [
  {
    id: 'hiking',
    title: 'Hiking app',
    design: 'an app for everybody who walks in the mountains of a continent',
    parts: {
      pages: {
        ...name('huts', 'reading about huts', 'hikers', 'a hut page', 'hut pages'),
        reads: [60, 70, 3_000, 6_000, 8_000],
        perWrite: [20, 40, 200],
        terabytes: [0.02, 0.3],
      },
      claim: {
        ...name('bunks', 'reserving a bunk', 'hikers', 'a bunk', 'bunks'),
        reads: [60, 500, 2_000],
        perWrite: [2, 3, 20, 50],
      },
      live: {
        ...name('weather', 'watching the weather board', 'hikers', 'a weather notice', 'weather notices'),
        reads: [60, 4_000, 9_000],
        perWrite: [20, 40],
        lists: [20, 60, 400],
        harms: ['none', 'annoyance'],
      },
      find: {
        ...name('routes', 'looking for a route', 'hikers', 'a route', 'routes'),
        reads: [70, 3_000, 7_000],
        perWrite: [20, 200, 500],
        lists: [50, 300, 8_000, 40_000],
        by: { exactly: 'its number', between: 'two lengths', inside: 'their descriptions' },
      },
      link: {
        ...name('forecast', 'fetching a forecast', 'services', 'a forecast', 'forecasts'),
        calls: [300, 2_000, 6_000],
      },
      log: {
        ...name('steps', 'recording where people walk', 'walkers', 'a waypoint', 'waypoints'),
        millions: [0.5, 2, 5],
        daily: [100, 300],
        bytes: [50, 100],
        keys: ['walker-id', 'trail-id'],
        poorKeys: ['hour', 'phone-model'],
      },
    },
  },
  {
    id: 'recipes',
    title: 'Recipe site',
    design: 'a site where home cooks share recipes and buy places in cooking classes',
    parts: {
      pages: {
        ...name('recipes', 'reading a recipe', 'cooks', 'a recipe', 'recipes'),
        reads: [8_000, 20_000, 30_000, 90_000],
        perWrite: [200, 400, 1_000],
        terabytes: [0.3, 2, 30],
      },
      claim: {
        ...name('classes', 'buying a place in a class', 'cooks', 'a place in a class', 'places in classes'),
        reads: [60, 500, 2_000, 4_000],
        perWrite: [2, 3, 20, 50],
      },
      live: {
        ...name('kitchen', 'following a live kitchen', 'cooks', 'a kitchen message', 'kitchen messages'),
        reads: [60, 4_000, 9_000],
        perWrite: [2, 3, 20, 40],
        lists: [60, 400, 5_000],
        harms: ['none', 'annoyance'],
      },
      find: {
        ...name('videos', 'looking for cooking videos', 'cooks', 'a cooking video', 'cooking videos'),
        reads: [70, 3_000, 7_000, 30_000],
        perWrite: [20, 200, 500],
        lists: [50, 300, 8_000, 40_000],
        by: { exactly: 'its title', between: 'two cooking times', inside: 'their subtitles' },
      },
      link: {
        ...name(
          'nutrition',
          'computing nutrition values',
          'services',
          'a nutrition value',
          'nutrition values',
        ),
        calls: [300, 2_000, 6_000],
      },
      log: {
        ...name('cooked', 'counting what is cooked', 'cooks', 'a cooking record', 'cooking records'),
        millions: [5, 10, 30, 60],
        daily: [2, 3],
        bytes: [300, 800],
        keys: ['cook-id', 'recipe-id'],
        poorKeys: ['country', 'day'],
      },
    },
  },
  {
    id: 'railway',
    title: 'Railway',
    design: 'the passenger systems of a railway that crosses several countries',
    parts: {
      pages: {
        ...name('timetable', 'reading timetables', 'passengers', 'a timetable', 'timetables'),
        reads: [8_000, 20_000, 30_000, 90_000],
        perWrite: [40, 200, 400, 1_000],
        terabytes: [0.02, 0.3],
      },
      claim: {
        ...name('berths', 'reserving a berth', 'passengers', 'a berth', 'berths'),
        reads: [500, 2_000, 4_000, 9_000],
        perWrite: [2, 3, 20, 50],
      },
      live: {
        ...name('platforms', 'watching the platform board', 'passengers', 'a departure', 'departures'),
        reads: [4_000, 9_000, 40_000],
        perWrite: [20, 40],
        lists: [20, 60, 400],
        harms: ['none', 'annoyance'],
      },
      find: {
        ...name('connections', 'looking for connections', 'passengers', 'a connection', 'connections'),
        reads: [3_000, 7_000, 30_000],
        perWrite: [20, 200, 500],
        lists: [15, 50, 300],
        by: { exactly: 'its train number', between: 'two times of day', inside: 'the notes on them' },
      },
      link: {
        ...name('fares', 'pricing a journey', 'services', 'a fare', 'fares'),
        calls: [2_000, 6_000, 20_000, 60_000],
      },
      log: {
        ...name('positions', 'recording which train a phone is on', 'phones', 'a position', 'positions'),
        millions: [1, 2, 5],
        daily: [300, 1_000],
        bytes: [50, 100],
        keys: ['train-id', 'passenger-id'],
        poorKeys: ['hour', 'country'],
      },
    },
  },
  {
    id: 'meters',
    title: 'Power company',
    design: 'the customer systems of a power company with smart meters',
    parts: {
      pages: {
        ...name('tariffs', 'comparing tariffs', 'customers', 'a tariff page', 'tariff pages'),
        reads: [60, 70, 3_000, 8_000],
        perWrite: [200, 1_000],
        terabytes: [0.02],
      },
      claim: {
        ...name('visits', 'booking a fitter', 'customers', 'a visit slot', 'visit slots'),
        reads: [60, 500],
        perWrite: [2, 3, 20, 50],
      },
      live: {
        ...name('outages', 'watching the outage map', 'customers', 'an outage notice', 'outage notices'),
        reads: [60, 4_000, 9_000],
        perWrite: [20, 40],
        lists: [60, 400, 5_000],
        harms: ['none', 'annoyance'],
      },
      find: {
        ...name('bills', 'looking through bills', 'customers', 'a bill', 'bills'),
        reads: [70, 3_000],
        perWrite: [2, 3, 20],
        lists: [15, 50, 300],
        by: { exactly: 'its number', between: 'two dates', inside: 'their text' },
      },
      link: {
        ...name('grid', 'asking the grid for its state', 'services', 'a grid state', 'grid states'),
        calls: [300, 2_000, 6_000, 20_000],
      },
      log: {
        ...name('readings', 'collecting meter readings', 'meters', 'a reading', 'readings'),
        millions: [2, 5, 10, 30],
        daily: [24, 96],
        bytes: [50, 100],
        keys: ['meter-id', 'street-id'],
        poorKeys: ['hour', 'firmware'],
      },
    },
  },
  {
    id: 'games',
    title: 'Game store',
    design: 'a store for computer games with a meeting place for players',
    parts: {
      pages: {
        ...name('shelves', 'browsing games', 'players', 'a game page', 'game pages'),
        reads: [20_000, 30_000, 90_000, 150_000],
        perWrite: [200, 400, 1_000],
        terabytes: [2, 30, 60],
      },
      claim: {
        ...name('keys', 'claiming a gift key', 'players', 'a gift key', 'gift keys'),
        reads: [500, 4_000, 9_000, 20_000],
        perWrite: [2, 3, 20, 50],
      },
      live: {
        ...name('lobby', 'waiting in the lobby', 'players', 'a lobby entry', 'lobby entries'),
        reads: [4_000, 9_000, 40_000],
        perWrite: [2, 3, 20],
        lists: [60, 400, 5_000],
        harms: ['none', 'annoyance'],
      },
      find: {
        ...name('reviews', 'looking through reviews', 'players', 'a review', 'reviews'),
        reads: [3_000, 7_000, 30_000],
        perWrite: [20, 200, 500],
        lists: [300, 8_000, 40_000, 400_000],
        by: { exactly: 'its number', between: 'two dates', inside: 'their text' },
      },
      link: {
        ...name('matching', 'matching players', 'services', 'a match', 'matches'),
        calls: [2_000, 6_000, 20_000, 60_000],
      },
      log: {
        ...name('trophies', 'recording what players achieve', 'players', 'an achievement', 'achievements'),
        millions: [10, 30, 60, 100],
        daily: [2, 10],
        bytes: [100, 300],
        keys: ['player-id', 'team-id'],
        poorKeys: ['country', 'week'],
      },
    },
  },
  {
    id: 'clinic',
    title: 'Clinics',
    design: 'the patient systems of a large chain of clinics',
    parts: {
      pages: {
        ...name('advice', 'reading health advice', 'patients', 'an advice page', 'advice pages'),
        reads: [60, 70, 3_000, 8_000],
        perWrite: [200, 1_000],
        terabytes: [0.02, 0.3],
      },
      claim: {
        ...name('appointments', 'booking an appointment', 'patients', 'an appointment', 'appointments'),
        reads: [60, 500, 2_000],
        perWrite: [2, 3, 20, 50],
      },
      live: {
        ...name('waiting', 'following the waiting room', 'patients', 'a queue number', 'queue numbers'),
        reads: [60, 4_000],
        perWrite: [2, 3, 20],
        lists: [20, 60],
        harms: ['none', 'annoyance'],
      },
      find: {
        ...name('letters', 'looking through letters', 'doctors', 'a letter', 'letters'),
        reads: [70, 3_000],
        perWrite: [2, 3, 20],
        lists: [15, 50, 300],
        by: { exactly: 'its number', between: 'two dates', inside: 'their text' },
      },
      link: { ...name('doses', 'checking a dose', 'services', 'a dose', 'doses'), calls: [300, 2_000] },
      log: {
        ...name('pulse', 'storing pulse readings', 'wristbands', 'a pulse reading', 'pulse readings'),
        millions: [0.1, 0.5, 2],
        daily: [300, 1_440],
        bytes: [50, 100],
        keys: ['patient-id', 'doctor-id'],
        poorKeys: ['day', 'wristband-model'],
      },
    },
  },
];

/** The products that generated prompts are dressed as. */
export const products: readonly Product[] = [...someProducts, ...moreProducts];
