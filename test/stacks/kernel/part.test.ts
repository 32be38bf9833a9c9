import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { App, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { LandingZoneStack } from '../../../stacks/kernel/landing-zone-stack';
import { Part } from '../../../stacks/kernel/part';
import { BareStack } from '../../support/stack';
import { outputOf } from '../../support/synth';

class Buckets extends Part {
  constructor(scope: Construct, id: string, names: readonly string[]) {
    super(scope, id);
    for (const name of names) new S3Bucket(this, name, { ...LandingZoneStack.of(this).here.home, bucket: name });
  }
}

/** The buckets of a stack, as they are written. */
function buckets(fill: (stack: LandingZoneStack) => void): Readonly<Record<string, unknown>> {
  const files = outputOf((outdir) => {
    const app = new App({ outdir });
    fill(new BareStack(app, 'bare'));
    app.synth();
  });
  return JSON.parse(files['stacks/bare/cdk.tf.json'] ?? '').resource.aws_s3_bucket;
}

/** Long enough that CDKTF shortens the address and adds a digest. */
const long = 'x'.repeat(300);

describe('a part', () => {
  it('leaves no trace in what is written: resources in it are as they would be directly in the stack', () => {
    const names = ['trails', 'a.b/c'.replace('/', '-'), long];
    const inside = buckets((stack) => new Buckets(new Buckets(stack, 'outer', []), 'inner', names));
    const directly = buckets((stack) => {
      for (const name of names) new S3Bucket(stack, name, { ...stack.here.home, bucket: name });
    });
    expect(Object.keys(inside)).toHaveLength(3);
    expect(Object.keys(inside)).toEqual(Object.keys(directly));
    expect(inside.trails).toEqual(directly.trails);
  });

  it('refuses an address that a resource of another part has', () => {
    const twice = () =>
      buckets((stack) => {
        new Buckets(stack, 'one', ['trails']);
        new Buckets(stack, 'other', ['trails']);
      });
    expect(twice).toThrow('bare/one/trails and bare/other/trails would have one address, trails');
  });

  it('is not transparent where it is an ordinary construct', () => {
    const found = buckets((stack) => new S3Bucket(new Construct(stack, 'group'), 'trails', { ...stack.here.home }));
    expect(Object.keys(found)).toEqual([expect.stringMatching(/^group_trails_[0-9A-F]{8}$/)]);
  });

  it('finds the stack around it, and says so where there is none of a landing zone', () => {
    const app = new App();
    const stack = new BareStack(app, 'bare');
    expect(LandingZoneStack.of(new Buckets(stack, 'buckets', []))).toBe(stack);
    const foreign = new Construct(new TerraformStack(app, 'foreign'), 'part');
    expect(() => LandingZoneStack.of(foreign)).toThrow('foreign/part is in no stack of a landing zone');
  });
});
