import { name, type Product } from './product.ts';
import { moreProducts } from './products-more.ts';

const someProducts: readonly Product[] = [
  {
    id: 'hiking',
    title: 'Hiking app',
    design: 'an app for everybody who walks in the mountains of a continent',
    parts: {
      pages: name('huts', 'reading about huts', 'hikers', 'a hut page', 'hut pages'),
      claim: name('bunks', 'reserving a bunk', 'hikers', 'a bunk', 'bunks'),
      live: name('weather', 'watching the weather board', 'hikers', 'a weather notice', 'weather notices'),
      find: name('routes', 'looking for a route', 'hikers', 'a route', 'routes'),
      link: name('forecast', 'fetching a forecast', 'services', 'a forecast', 'forecasts'),
      log: {
        ...name('steps', 'recording where people walk', 'walkers', 'a waypoint', 'waypoints'),
        keys: ['walker-id', 'region', 'hour', 'device-model'],
      },
    },
  },
  {
    id: 'recipes',
    title: 'Recipe site',
    design: 'a site where home cooks share recipes and buy places in cooking classes',
    parts: {
      pages: name('recipes', 'reading a recipe', 'cooks', 'a recipe', 'recipes'),
      claim: name('classes', 'buying a place in a class', 'cooks', 'a place in a class', 'places in classes'),
      live: name('kitchen', 'following a live kitchen', 'cooks', 'a kitchen message', 'kitchen messages'),
      find: name('pantry', 'finding a recipe', 'cooks', 'a recipe card', 'recipe cards'),
      link: name(
        'nutrition',
        'computing nutrition values',
        'services',
        'a nutrition value',
        'nutrition values',
      ),
      log: {
        ...name('cooked', 'counting what is cooked', 'cooks', 'a cooking record', 'cooking records'),
        keys: ['cook-id', 'recipe-id', 'country', 'day'],
      },
    },
  },
  {
    id: 'railway',
    title: 'Railway',
    design: 'the passenger systems of a railway that crosses several countries',
    parts: {
      pages: name('timetable', 'reading timetables', 'passengers', 'a timetable', 'timetables'),
      claim: name('berths', 'reserving a berth', 'passengers', 'a berth', 'berths'),
      live: name('platforms', 'watching the platform board', 'passengers', 'a departure', 'departures'),
      find: name('stations', 'looking through connections', 'passengers', 'a connection', 'connections'),
      link: name('fares', 'pricing a journey', 'services', 'a fare', 'fares'),
      log: {
        ...name('positions', 'recording who is on which train', 'phones', 'a position', 'positions'),
        keys: ['train-id', 'passenger-id', 'hour', 'carriage'],
      },
    },
  },
  {
    id: 'meters',
    title: 'Power company',
    design: 'the customer systems of a power company with smart meters',
    parts: {
      pages: name('tariffs', 'comparing tariffs', 'customers', 'a tariff page', 'tariff pages'),
      claim: name('visits', 'booking a fitter', 'customers', 'a visit slot', 'visit slots'),
      live: name('outages', 'watching the outage map', 'customers', 'an outage notice', 'outage notices'),
      find: name('bills', 'looking through old bills', 'customers', 'a bill', 'bills'),
      link: name('grid', 'asking the grid for its state', 'services', 'a grid state', 'grid states'),
      log: {
        ...name('readings', 'collecting meter readings', 'meters', 'a reading', 'readings'),
        keys: ['meter-id', 'district', 'hour', 'firmware'],
      },
    },
  },
  {
    id: 'games',
    title: 'Game store',
    design: 'a store for computer games with a meeting place for players',
    parts: {
      pages: name('shelves', 'browsing games', 'players', 'a game page', 'game pages'),
      claim: name('keys', 'claiming a gift key', 'players', 'a gift key', 'gift keys'),
      live: name('lobby', 'waiting in the lobby', 'players', 'a lobby entry', 'lobby entries'),
      find: name('reviews', 'looking through reviews', 'players', 'a review', 'reviews'),
      link: name('matching', 'matching players', 'services', 'a match', 'matches'),
      log: {
        ...name('trophies', 'recording what players achieve', 'players', 'a trophy', 'trophies'),
        keys: ['player-id', 'game-id', 'country', 'week'],
      },
    },
  },
  {
    id: 'clinic',
    title: 'Clinics',
    design: 'the patient systems of a chain of clinics',
    parts: {
      pages: name('advice', 'reading health advice', 'patients', 'an advice page', 'advice pages'),
      claim: name('appointments', 'booking an appointment', 'patients', 'an appointment', 'appointments'),
      live: name('waiting', 'following the waiting room', 'patients', 'a queue number', 'queue numbers'),
      find: name('letters', 'looking through letters', 'doctors', 'a letter', 'letters'),
      link: name('doses', 'checking a dose', 'services', 'a dose', 'doses'),
      log: {
        ...name('pulse', 'storing pulse readings', 'wristbands', 'a pulse reading', 'pulse readings'),
        keys: ['patient-id', 'clinic-id', 'day', 'wristband-model'],
      },
    },
  },
];

/** The products that generated prompts are dressed as. */
export const products: readonly Product[] = [...someProducts, ...moreProducts];
