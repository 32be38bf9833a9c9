import type { AwsRequest } from '../../../emulator/gateway/request';
import { routerOf } from '../../../emulator/gateway/router';
import { restService } from '../../../emulator/toolkit/routes';

const request = (change: Partial<AwsRequest>): AwsRequest => ({
  method: 'GET',
  proxiedHost: undefined,
  path: '/',
  query: '',
  headers: {},
  body: Buffer.alloc(0),
  scope: undefined,
  ...change,
});

describe('the query string of a REST request', () => {
  const kinds = { most: 'number', all: 'boolean', keys: 'list' } as const;
  const route = routerOf(restService('things', { ListThings: ['GET /things/:id', kinds] }, { ListThings: () => ({}) }));
  const inputOf = (query: string) => route(request({ path: '/things/a%20b', query })).input;

  it('becomes numbers, truth values and lists where the route says so, and stays text elsewhere', () => {
    expect(inputOf('?most=5&all=false&keys=a&name=5')).toEqual({
      most: 5,
      all: false,
      keys: ['a'],
      name: '5',
      id: 'a b',
    });
    expect(inputOf('?keys=a&keys=b')).toEqual({ keys: ['a', 'b'], id: 'a b' });
  });

  it.each(['?most=many', '?most=', '?all=yes'])('is refused where it is something else: %s', (query) => {
    expect(() => inputOf(query)).toThrow(expect.objectContaining({ code: 'SerializationException', status: 400 }));
  });
});

describe('the form of a query request', () => {
  const route = routerOf({ protocol: 'query', name: 'things', operations: { PutThing: () => ({}) } });
  const read = (form: string) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return route(request({ method: 'POST', headers, body: Buffer.from(form) }));
  };

  it('becomes the structure that its names spell out, lists in the order of their numbers', () => {
    const tags = 'Tags.member.10.Key=z&Tags.member.2.Key=b&Tags.member.2.Value=2&Tags.member.1.Key=a';
    expect(read(`Action=PutThing&Name=x&Source.Type=file&Ids.member.1=7&${tags}`)).toMatchObject({
      operation: 'PutThing',
      input: {
        Name: 'x',
        Source: { Type: 'file' },
        Ids: ['7'],
        Tags: [{ Key: 'a' }, { Key: 'b', Value: '2' }, { Key: 'z' }],
      },
    });
  });

  it('has no handler for an operation that only objects know', () => {
    expect(read('Action=toString').run).toBeUndefined();
  });
});
