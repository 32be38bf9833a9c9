import { type IResolvable, Lazy, Token } from 'cdktf';
import { dropTokenStackTraces } from '../../../stacks/kernel/stack-traces';

/** Tokens of each kind that stacks make. */
const fresh = (): readonly IResolvable[] => [
  Lazy.anyValue({ produce: () => 'late' }),
  Token.asAny(['a value that is not a token yet']),
  Token.asAny({ nested: true }),
];

describe('a fresh token', () => {
  it('carries no stack trace, because each would be of unlimited depth', () => {
    dropTokenStackTraces();
    expect(fresh().map(({ creationStack }) => creationStack)).toEqual([[], [], []]);
  });

  it('carries one while somebody looks for the cause of an error', () => {
    jest.isolateModules(() => {
      process.env.LANDING_ZONE_DEBUG = '1';
      try {
        // A copy of CDKTF that nobody has changed yet.
        const { Lazy: Untouched } = require('cdktf') as typeof import('cdktf');
        dropTokenStackTraces();
        expect(Untouched.anyValue({ produce: () => 'late' }).creationStack.join('\n')).toContain('stack-traces.test');
      } finally {
        delete process.env.LANDING_ZONE_DEBUG;
      }
    });
  });
});
