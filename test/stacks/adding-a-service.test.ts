import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import type { Construct } from 'constructs';
import type { LandingZone } from '../../schema/landing-zone';
import { BareStack, synthesized } from '../support/stack';
import { smallZone } from '../support/synth';

const page = readFileSync(join(__dirname, '../../docs/adding-a-service.md'), 'utf8');
const [, file = '', block = ''] = /`(stacks\/account\/\S+\.ts)`:\n\n```ts\n([\s\S]*?)```/.exec(page) ?? [];

/** The part of the page, as its file would export it. */
function examplePart(): new (scope: Construct, id: string) => unknown {
  const { code } = transformSync(block, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  });
  const exported: { SerialConsole?: new (scope: Construct, id: string) => unknown } = {};
  const load = (specifier: string) =>
    specifier.startsWith('.') ? require(join(__dirname, '../..', file, '..', specifier)) : require(specifier);
  new Function('require', 'exports', code)(load, exported);
  if (!exported.SerialConsole) throw new Error('the page has no part');
  return exported.SerialConsole;
}

it('the page about adding a service has a part that synthesizes once the setting is there', () => {
  const SerialConsole = examplePart();
  const plain = smallZone({ regions: ['eu-central-1', 'eu-west-1'] });
  const services = { ...plain.services, serialConsole: { enabled: false } };
  const zone: LandingZone = { ...plain, services };
  const files = synthesized((synthesis) => {
    synthesis.write((app) => {
      const stack = new BareStack(app, 'bare', zone);
      new SerialConsole(stack, 'serial-console');
      return stack;
    });
  });
  const { resource } = JSON.parse(files['stacks/bare/cdk.tf.json'] ?? '');
  expect(resource.aws_ec2_serial_console_access).toMatchObject({
    'serial-console-eu-central-1': { enabled: false },
    'serial-console-eu-west-1': { enabled: false },
  });
});
