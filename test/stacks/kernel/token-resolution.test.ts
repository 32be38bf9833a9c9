import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, DefaultTokenResolver, Fn, Lazy, StringConcat, TerraformOutput, TerraformStack, Token } from 'cdktf';
import * as resolution from 'cdktf/lib/tokens/private/resolve';
import fc from 'fast-check';
import { resolveTokensOnly, tokensOnly } from '../../../stacks/kernel/token-resolution';

describe('what CDKTF makes of the tokens in an element', () => {
  const options = {
    scope: new TerraformStack(new App(), 'stack'),
    resolver: new DefaultTokenResolver(new StringConcat()),
    preparing: false,
  };
  const asCdktf = (value: unknown) => resolution.resolve(value, options);
  const asOurs = (value: unknown) => tokensOnly(asCdktf)(value, options);

  const text = Token.asString({ resolve: () => `\${aws_kms_key.key.arn}` });
  const lazy = Lazy.anyValue({ produce: () => ({ nested: [text, undefined, { gone: undefined }] }) });
  const token = fc.constantFrom<unknown>(
    text,
    `arn:${text}/*`,
    `${Token.asNumber(lazy)} and text`,
    Token.asNumber({ resolve: () => 7 }),
    Token.asList({ resolve: () => ['a', 'b'] }),
    Token.asNumberList({ resolve: () => [1, 2] }),
    ...Object.values(Token.asStringMap(lazy)),
    ...Object.values(Token.asNumberMap(lazy)),
    ...Object.values(Token.asAnyMap(lazy)),
    Token.asStringMap({ resolve: () => ({ a: 'b' }) }),
    Token.asAnyMap({ resolve: () => ({ a: 1 }) }),
    lazy,
    Fn.join(',', [text, '1e5']),
    Fn.tostring(Token.asNumber({ resolve: () => 7 })),
  );
  const plain = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('a', '\n', '"', '\\', '$', '{', '}') }),
    fc.constantFrom(`\${aws_kms_key.key.arn}`, '$${aws:PrincipalTag/team}', '1e+289', '-1.5e+3', 'a#{b}'),
    fc.double(),
    fc.integer(),
    fc.constantFrom(true, false, null, undefined),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      plain,
      token,
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.stringMatching(/^\w{1,8}$/), fc.constant(text)), tie('tree'), { maxKeys: 4 }),
    ),
  }));

  it('is the same when it looks only where there are tokens', () => {
    fc.assert(
      fc.property(tree, (value) => {
        const outcome = (resolve: (value: unknown) => unknown) => {
          try {
            return { value: resolve(value), written: JSON.stringify(resolve(value)) };
          } catch (error) {
            return { refused: (error as Error).constructor };
          }
        };
        expect(outcome(asOurs)).toStrictEqual(outcome(asCdktf));
      }),
      { numRuns: 500 },
    );
  });

  it('is asked by CDKTF when a stack is written, unless it is to be left as it is', () => {
    const asked = (debug: string) => {
      process.env.LANDING_ZONE_DEBUG = debug;
      const original = resolution.resolve;
      try {
        resolveTokensOnly();
        return resolution.resolve !== original;
      } finally {
        delete process.env.LANDING_ZONE_DEBUG;
      }
    };
    expect(asked('1')).toBe(false);
    expect(asked('')).toBe(true);
    const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'tokens-')) });
    const stack = new TerraformStack(app, 'written');
    new TerraformOutput(stack, 'output', { value: { resolve: () => 'of a token', creationStack: [] } });
    const resolve = jest.spyOn(resolution, 'resolve');
    app.synth();
    expect(resolve).toHaveBeenCalled();
    rmSync(app.outdir, { recursive: true });
  });

  it('is not asked of CDKTF where there is none', () => {
    const refuse = () => {
      throw new Error('asked');
    };
    const value = { a: ['b', { c: 1, d: null }], e: `\${aws_kms_key.key.arn}`, f: undefined };
    expect(tokensOnly(refuse)(value, options)).toEqual({ a: ['b', { c: 1, d: null }], e: `\${aws_kms_key.key.arn}` });
  });
});
