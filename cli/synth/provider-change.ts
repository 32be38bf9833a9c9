import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { needsProviderPerRegion } from '../../schema/facts/provider-constraint';
import { providerLockFile, tryProviderLock } from '../../schema/facts/provider-lock';

/** The provider that the stacks of an output folder ask for; undefined where there are none yet. */
export function tryProviderIn(outdir: string): string | undefined {
  const file = join(outdir, 'stacks', 'management', 'cdk.tf.json');
  if (!existsSync(file)) return undefined;
  const { terraform } = JSON.parse(readFileSync(file, 'utf8')) as {
    terraform?: { required_providers?: { aws?: { version?: string } } };
  };
  return terraform?.required_providers?.aws?.version;
}

/** What a person has to know where the stacks ask for another provider than before; nothing where they do not. */
export function providerChange(before: string | undefined, after: string): readonly string[] {
  if (before === undefined || before === after) return [];
  const placement = needsProviderPerRegion(after)
    ? 'by a provider for each region'
    : 'by their region argument, with one provider for each account';
  return [
    `awsProvider is '${after}', where the stacks asked for '${before}' (docs/provider.md):`,
    ...(needsProviderPerRegion(before) === needsProviderPerRegion(after)
      ? []
      : [`  resources are placed ${placement}`]),
    tryProviderLock(after)
      ? `  each stack has a ${providerLockFile} with the checksums of ${after}`
      : `  no ${providerLockFile} is written, because only the tested version's checksums are known: check in the one of terraform init`,
    '  cdktf installs it by itself; elsewhere run terraform init -upgrade. A state that a newer provider wrote is not read by an older one',
  ];
}
