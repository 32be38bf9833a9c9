import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { needsProviderPerRegion } from '../../schema/facts/provider-constraint';
import { providerLockFile, tryProviderLock } from '../../schema/facts/provider-lock';

/** The provider that the stacks of an output folder ask for; undefined where none can be read: the next synth replaces what is there. */
export function tryProviderIn(outdir: string): string | undefined {
  try {
    const written = JSON.parse(readFileSync(join(outdir, 'stacks', 'management', 'cdk.tf.json'), 'utf8')) as {
      terraform?: { required_providers?: { aws?: { version?: string } } };
    };
    return written.terraform?.required_providers?.aws?.version;
  } catch {
    return undefined;
  }
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
