import { above, all, atLeast, atMost, is, not, yes } from '../conditions.ts';
import { tabulate } from '../row.ts';
import { fastInside, internal, live, mayStreamInside, soon, streamInside, talks } from './shared.ts';

const pushes = is('direction', 'server-push');
const outside = is('callers', 'public', 'browser');

const protocol = tabulate(
  'protocol',
  {
    http: ['protocol.http'],
    sse: ['protocol.sse'],
    websockets: ['protocol.websockets'],
    grpc: ['protocol.grpc'],
  },
  [
    {
      id: 'push',
      option: 'sse',
      strength: 'best',
      when: all(pushes, live, not(fastInside)),
      because: 'One request stays open as a stream from the server, which is simpler than a socket.',
    },
    {
      id: 'push-inside',
      option: 'sse',
      strength: 'defensible',
      when: all(pushes, live, fastInside),
      because: 'It pushes as well, with more work for each message than gRPC.',
    },
    {
      id: 'talk',
      option: 'websockets',
      strength: 'best',
      when: all(talks, live, not(internal)),
      because: 'One open connection carries both directions; it usually needs a layer 4 load balancer.',
    },
    {
      id: 'talk-inside',
      option: 'websockets',
      strength: 'defensible',
      when: streamInside,
      because: 'They carry talk between services too, without typed messages.',
    },
    {
      id: 'fast',
      option: 'grpc',
      strength: 'best',
      when: fastInside,
      because: 'Binary messages over lasting connections cost the least for each call.',
    },
    {
      id: 'stream-inside',
      option: 'grpc',
      strength: 'best',
      when: streamInside,
      because: 'Its streams carry both directions between services, with typed messages.',
    },
    {
      id: 'outside',
      option: 'grpc',
      strength: 'ruled-out',
      when: outside,
      because: 'Browsers have no native support for gRPC, and strangers expect plain HTTP.',
    },
    {
      id: 'poll-or-push',
      option: 'http',
      strength: 'between',
      when: all(pushes, soon, not(fastInside)),
      because: 'Polling every few seconds still keeps up.',
    },
    {
      id: 'push-or-poll',
      option: 'sse',
      strength: 'between',
      when: all(pushes, soon, not(fastInside)),
      because: 'A stream spares the polling.',
    },
    {
      id: 'poll-or-talk',
      option: 'http',
      strength: 'between',
      when: all(talks, soon, not(fastInside)),
      because: 'Requests every few seconds still keep up.',
    },
    {
      id: 'talk-or-poll',
      option: 'websockets',
      strength: 'between',
      when: all(talks, soon, not(fastInside)),
      because: 'An open connection spares the polling.',
    },
    {
      id: 'stream-or-poll',
      option: 'grpc',
      strength: 'between',
      when: mayStreamInside,
      because: 'A typed stream spares the polling.',
    },
    {
      id: 'default',
      option: 'http',
      strength: 'best',
      when: 'otherwise',
      because: 'Nothing here moves the default, which is well understood and needs no open connection.',
    },
  ],
);

const apiStyle = tabulate('api-style', { rest: ['api.rest'], grpc: ['protocol.grpc'] }, [
  {
    id: 'fast',
    option: 'grpc',
    strength: 'best',
    when: fastInside,
    because: 'The style follows the protocol, and inside the house speed decides it.',
  },
  {
    id: 'stream-inside',
    option: 'grpc',
    strength: 'best',
    when: streamInside,
    because: 'The style follows the protocol, and services that stream both ways use gRPC.',
  },
  {
    id: 'poll-or-stream',
    option: 'rest',
    strength: 'between',
    when: mayStreamInside,
    because: 'The style follows the protocol, and polling still keeps up.',
  },
  {
    id: 'stream-or-poll',
    option: 'grpc',
    strength: 'between',
    when: mayStreamInside,
    because: 'The style follows the protocol, and a typed stream spares the polling.',
  },
  {
    id: 'outside',
    option: 'grpc',
    strength: 'ruled-out',
    when: outside,
    because: 'Browsers have no native support for gRPC, and strangers expect plain HTTP.',
  },
  {
    id: 'default',
    option: 'rest',
    strength: 'best',
    when: 'otherwise',
    because: 'Resources as URLs and actions as HTTP methods are what every caller knows.',
  },
]);

const manyItems = above('list_size', 'pagination.one-page');

const page = ['api.pagination'] as const;
const pagination = tabulate('pagination', { none: page, offset: page, cursor: page }, [
  {
    id: 'short',
    option: 'none',
    strength: 'best',
    when: atMost('list_size', 'pagination.one-page'),
    because: 'One answer holds the whole list.',
  },
  {
    id: 'live',
    option: 'cursor',
    strength: 'best',
    when: all(manyItems, yes('items_arrive_live')),
    because: 'New items shift every offset, so pages would repeat or skip; a cursor marks a place.',
  },
  {
    id: 'deep',
    option: 'cursor',
    strength: 'defensible',
    when: all(atLeast('list_size', 'pagination.deep'), not(yes('items_arrive_live'))),
    because: 'Deep offsets make the database walk past every skipped row.',
  },
  {
    id: 'default',
    option: 'offset',
    strength: 'best',
    when: 'otherwise',
    because: 'Offsets are enough while the list does not shift, and let people jump to any page.',
  },
]);

/** Protocol, API style and pagination. */
export const communicationRows = [...protocol, ...apiStyle, ...pagination];
