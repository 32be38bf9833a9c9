import { App, DefaultTokenResolver, Fn, Lazy, StringConcat, TerraformStack, Token } from 'cdktf';
import * as resolution from 'cdktf/lib/tokens/private/resolve';
import fc from 'fast-check';
import { tokensOnly } from '../../stacks/support/token-resolution';

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
    Token.asStringMap({ resolve: () => ({ a: 'b' }) }),
    Token.asAnyMap({ resolve: () => ({ a: 1 }) }),
    lazy,
    Fn.join(',', [text, '1e5']),
    Fn.tostring(Token.asNumber({ resolve: () => 7 })),
  );
  const plain = fc.oneof(
    fc.string(),
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

  it('is not asked of CDKTF where there is none', () => {
    const refuse = () => {
      throw new Error('asked');
    };
    const value = { a: ['b', { c: 1, d: null }], e: `\${aws_kms_key.key.arn}`, f: undefined };
    expect(tokensOnly(refuse)(value, options)).toEqual({ a: ['b', { c: 1, d: null }], e: `\${aws_kms_key.key.arn}` });
  });
});
