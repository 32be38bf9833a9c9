import { createRequire } from 'node:module';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { Annotations, type App, Aspects, TerraformOutput } from 'cdktf';
import { Construct } from 'constructs';
import fc from 'fast-check';
import { stableJson } from '../../../stacks/kernel/stable-json';
import { BareStack, synthesized } from '../../support/stack';
import { smallZone, written } from '../../support/synth';

/** What CDKTF turns a configuration into text with. */
const stringify = createRequire(require.resolve('cdktf'))('json-stable-stringify') as (
  value: unknown,
  options: { readonly space: number },
) => string;

/** What somebody gets who leaves all of it to CDKTF. */
function byCdktf<T>(write: () => T): T {
  process.env.LANDING_ZONE_DEBUG = '1';
  try {
    return write();
  } finally {
    delete process.env.LANDING_ZONE_DEBUG;
  }
}

const writeOne = (fill: (stack: BareStack) => void) =>
  synthesized((synthesis) => {
    synthesis.write((app: App) => {
      const stack = new BareStack(app, 'one');
      fill(stack);
      return stack;
    });
  });

describe('a stack that is written without the serializer of CDKTF', () => {
  it('is the same, byte for byte, as if CDKTF had written it', () => {
    const zone = smallZone();
    expect(written(zone)).toEqual(byCdktf(() => written(zone)));
  });

  it('is the same whatever there is in it: nothing, numbers as keys, quotes, line breaks, half a character', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('10', '9', '', 'a\n"b"\\', '\ud800'));
    const scalar = fc.oneof(text, fc.double(), fc.constantFrom(null, undefined, true, false));
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        scalar,
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(text, tie('tree'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(text, tree, { maxKeys: 4 }), (value) => {
        expect(stableJson(value)).toBe(stringify(value, { space: 2 }));
      }),
    );
  });

  it('is the same where its overrides add blocks and lists, replace values, and take away what elements say', () => {
    const write = () =>
      writeOne((stack) => {
        const bucket = new S3Bucket(stack, 'bucket', { ...stack.here.home, bucket: 'a', tags: { a: 'b' } });
        bucket.addOverride('lifecycle', { ignore_changes: ['tags'] });
        new TerraformOutput(new Construct(stack, 'inner'), 'arn', { value: bucket.arn, sensitive: true });
        stack.addOverride('check.buckets', { assert: [{ condition: `\${length(${bucket.fqn}) > 0}` }] });
        stack.addOverride('provider.aws', [{ alias: 'late', region: bucket.region }]);
        stack.addOverride('terraform.required_providers.aws.source', undefined);
        stack.addOverride('resource.aws_s3_bucket.bucket.tags', undefined);
        stack.addOverride('resource.aws_s3_bucket.bucket.bucket', null);
      });
    expect(write()).toEqual(byCdktf(write));
    const [provider] = JSON.parse(write()['stacks/one/cdk.tf.json'] ?? '').provider.aws.slice(-1);
    expect(provider).toEqual({ alias: 'late', region: `\${aws_s3_bucket.bucket.region}` });
  });

  it('is visited, and what it is told on the way is written', () => {
    const visited: unknown[] = [];
    const files = writeOne((stack) => {
      Aspects.of(stack).add({
        visit: (construct) => {
          visited.push(construct === stack);
          if (construct === stack) stack.addOverride('output.late', { value: 'told on the way' });
        },
      });
      new TerraformOutput(stack, 'early', { value: 1, staticId: true });
    });
    expect(visited).toContain(true);
    expect(JSON.parse(files['stacks/one/cdk.tf.json'] ?? '').output).toMatchObject({
      early: { value: 1 },
      late: { value: 'told on the way' },
    });
  });

  it('is refused where CDKTF would refuse it', () => {
    const refused = () => writeOne((stack) => Annotations.of(stack).addError('this is not to be deployed'));
    expect(refused).toThrow('this is not to be deployed');
    expect(() => byCdktf(refused)).toThrow('this is not to be deployed');
  });
});
