import { restService } from '../../../emulator/toolkit/routes';

const handle = () => ({});

describe('a REST service', () => {
  it('joins each route to the handler of the same operation', () => {
    const routes = { GetThing: 'GET /things/:id', ListThings: ['GET /things', { most: 'number' }] } as const;
    const service = restService('things', routes, { GetThing: handle, ListThings: handle });
    expect(service.routes).toEqual([
      { operation: 'GetThing', method: 'GET', path: '/things/:id', query: {}, handle },
      { operation: 'ListThings', method: 'GET', path: '/things', query: { most: 'number' }, handle },
    ]);
  });

  it('is not made with a route that nobody answers, nor with a handler that nobody reaches', () => {
    expect(() => restService('things', { GetThing: 'GET /things' }, {})).toThrow('GetThing');
    expect(() => restService('things', {}, { GetThing: handle })).toThrow('GetThing');
  });
});
