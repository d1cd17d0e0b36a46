import { name, type Product } from './product.ts';

/** The second half of the products. */
export const moreProducts: readonly Product[] = [
  {
    id: 'language',
    title: 'Language school',
    design: 'a language school on the web with lessons, tutors and practice',
    parts: {
      pages: name('lessons', 'reading lessons', 'learners', 'a lesson', 'lessons'),
      claim: name('tutors', 'booking a tutor', 'learners', 'a tutor hour', 'tutor hours'),
      live: name('classroom', 'sitting in a classroom', 'learners', 'a classroom note', 'classroom notes'),
      find: name('dictionary', 'looking through example sentences', 'learners', 'a sentence', 'sentences'),
      link: name('marking', 'marking an exercise', 'services', 'a mark', 'marks'),
      log: {
        ...name('answers', 'recording answers', 'learners', 'an answer', 'answers'),
        keys: ['learner-id', 'exercise-id', 'language', 'week'],
      },
    },
  },
  {
    id: 'flea-market',
    title: 'Second-hand market',
    design: 'a market where people sell each other what they no longer need',
    parts: {
      pages: name('offers', 'browsing offers', 'buyers', 'an offer', 'offers'),
      claim: name('handshake', 'agreeing on a purchase', 'buyers', 'a purchase', 'purchases'),
      live: name('haggling', 'haggling over a price', 'buyers', 'a bid', 'bids'),
      find: name('wanted', 'looking through wanted notices', 'sellers', 'a notice', 'notices'),
      link: name('fraud', 'checking for fraud', 'services', 'a fraud mark', 'fraud marks'),
      log: {
        ...name('views', 'counting who looked at what', 'buyers', 'a view', 'views'),
        keys: ['seller-id', 'offer-id', 'city', 'day'],
      },
    },
  },
  {
    id: 'league',
    title: 'Football league',
    design: 'the fan systems of a football league',
    parts: {
      pages: name('teams', 'reading team pages', 'fans', 'a team page', 'team pages'),
      claim: name('terraces', 'buying a place at a match', 'fans', 'a place', 'places'),
      live: name('scores', 'following a match', 'fans', 'a match event', 'match events'),
      find: name('archive', 'looking through old matches', 'fans', 'a match report', 'match reports'),
      link: name('odds', 'working out the table', 'services', 'a table line', 'table lines'),
      log: {
        ...name('cheers', 'collecting cheers', 'fans', 'a cheer', 'cheers'),
        keys: ['match-id', 'fan-id', 'country', 'minute'],
      },
    },
  },
  {
    id: 'parcels',
    title: 'Parcel service',
    design: 'the systems of a parcel service with lockers in every town',
    parts: {
      pages: name('lockers', 'reading about lockers', 'customers', 'a locker page', 'locker pages'),
      claim: name('compartments', 'reserving a compartment', 'customers', 'a compartment', 'compartments'),
      live: name('vans', 'watching a van approach', 'customers', 'a van position', 'van positions'),
      find: name('receipts', 'looking through receipts', 'customers', 'a receipt', 'receipts'),
      link: name('tours', 'planning a tour', 'services', 'a tour', 'tours'),
      log: {
        ...name('scans', 'recording scans', 'scanners', 'a scan', 'scans'),
        keys: ['parcel-id', 'depot-id', 'hour', 'scanner-id'],
      },
    },
  },
  {
    id: 'radio',
    title: 'Radio archive',
    design: 'a radio station with an archive and listeners all over the world',
    parts: {
      pages: name('shows', 'reading about shows', 'listeners', 'a show page', 'show pages'),
      claim: name('studio', 'winning a seat in the studio', 'listeners', 'a studio seat', 'studio seats'),
      live: name('playing', 'seeing what is on the air', 'listeners', 'a song title', 'song titles'),
      find: name('broadcasts', 'looking through old broadcasts', 'listeners', 'a broadcast', 'broadcasts'),
      link: name('rights', 'checking music rights', 'services', 'a licence', 'licences'),
      log: {
        ...name('plays', 'counting what is heard', 'listeners', 'a play', 'plays'),
        keys: ['song-id', 'listener-id', 'country', 'day'],
      },
    },
  },
  {
    id: 'bicycles',
    title: 'Rental bicycles',
    design: 'bicycles for rent in a hundred cities',
    parts: {
      pages: name('docks', 'looking at docks', 'riders', 'a dock page', 'dock pages'),
      claim: name('rentals', 'taking a bicycle', 'riders', 'a bicycle', 'bicycles'),
      live: name('map', 'watching the city map', 'riders', 'a map pin', 'map pins'),
      find: name('trips', 'looking through past trips', 'riders', 'a trip', 'trips'),
      link: name('locks', 'opening a lock', 'services', 'a lock', 'locks'),
      log: {
        ...name('tracks', 'recording where bicycles go', 'riders', 'a track point', 'track points'),
        keys: ['bicycle-id', 'rider-id', 'city', 'hour'],
      },
    },
  },
];
