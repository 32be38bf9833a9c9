import { App, TerraformOutput } from 'cdktf';
import { BareStack } from '../../support/stack';
import { outputOf } from '../../support/synth';

const producer = { name: 'producer', contract: { ids: 'map' } } as const;

/** The expression by which a reader looks an item up, as Terraform reads it. */
function lookUp(item: string): string {
  const files = outputOf((outdir) => {
    const app = new App({ outdir });
    const stack = new BareStack(app, 'reader');
    new TerraformOutput(stack, 'found', { value: `<${stack.read(producer).ids(item)}>`, staticId: true });
    app.synth();
  });
  return JSON.parse(files['stacks/reader/cdk.tf.json'] ?? '').output.found.value;
}

const map = 'data.terraform_remote_state.producer.outputs.ids';

describe('an item of a map that another stack publishes', () => {
  it.each([
    ['models', '.models'],
    ['log-archive', '["log-archive"]'],
    ['A"B', '["A\\"B"]'],
    ['A\\B', '["A\\\\B"]'],
    ['"quoted"', '["\\"quoted\\""]'],
    ['two\nlines', '["two\\nlines"]'],
    ['$' + '{path.root}', '["$$' + '{path.root}"]'],
    ['%' + '{if true}', '["%%' + '{if true}"]'],
    ['*', '["*"]'],
    ['日本 (東京)', '["日本 (東京)"]'],
  ])('called %j is looked up by that name and nothing else', (item, index) => {
    expect(lookUp(item)).toBe(`<$\{${map}${index}}>`);
  });

  it('is one token however often it is read, so that duplicates are seen before Terraform knows the values', () => {
    const { ids } = new BareStack(new App(), 'reader').read(producer);
    expect(new Set([ids('models'), ids('models'), ids('sandbox')]).size).toBe(2);
  });
});
