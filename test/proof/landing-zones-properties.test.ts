import * as fc from 'fast-check';
import { folders } from '../../project/folders';
import { readFolder } from '../../project/read-folder';
import type { ProvedNode, ProvedPromise } from '../../proof/zone-proof';
import { aiServiceNames } from '../../schema/facts/ai-services';
import { resolveLandingZone } from '../../schema/resolve';
import { validSpecs } from '../support/arbitrary-zone';
import { writtenZone } from '../support/proofs';
import { provedNodes } from '../support/proved-nodes';
import { accountFile, sampleAccounts, settingsFile, zoneOf } from '../support/zone';

const zones = { 'accounts/': writtenZone, 'the sample of the tests': () => zoneOf() };

describe.each(Object.entries(zones))('the landing zone of %s', (_, make) => {
  let nodes: readonly ProvedNode[] = [];
  beforeAll(async () => {
    nodes = await provedNodes(make());
  }, 120_000);
  const promises = () => nodes.flatMap((node) => node.promises);

  it('denies by its documents exactly what its controls deny, at every node and by both kinds', () => {
    expect(new Set(nodes.map(({ type }) => type)).size).toBe(2);
    expect(nodes.length).toBeGreaterThan(4);
    expect(nodes.flatMap(({ findings }) => findings)).toEqual([]);
  });

  it('keeps every promise, but those that say why they are not kept', () => {
    expect(promises().filter((promise) => !isAsWritten(promise))).toEqual([]);
    expect(promises().filter(({ answer }) => answer.verdict === 'not decided')).toEqual([]);
  });

  it('has no statement and no action that others make superfluous', () => {
    expect(nodes.flatMap(({ dead }) => dead)).toEqual([]);
  });

  it('has promises in words of their own, and one for every control that exempts somebody', () => {
    const own = promises().filter((promise) => promise.own);
    expect(new Set(own.map(({ control }) => control)).size).toBeGreaterThanOrEqual(120);
    expect(promises().length - own.length).toBeGreaterThan(50);
  });
});

describe('a landing zone of somebody else', () => {
  const controls = readFolder(folders.controls).files;
  const random = fc.sample(validSpecs, { numRuns: 3, seed: 5 }).map(({ settings, accounts }, index) => ({
    name: `of any kind, ${index}`,
    make: () => {
      const files = {
        settings: { file: settingsFile, value: settings },
        accounts: accounts.map(accountFile),
        controls,
      };
      return resolveLandingZone(files);
    },
  }));
  const strange = { roles: {}, ai: {}, bedrockGeographies: [], perimeter: { trustedAccounts: ['222233334444'] } };
  const bare = sampleAccounts().map(({ ai: _, ...account }) => account);
  const named = {
    roles: { breakGlass: ['aws-reserved/sso.amazonaws.com/AWSReservedSSO_Emergency_*'] },
    deployRole: 'Terraform',
  };

  it.each([
    { name: 'with no role, no model and no geography', make: () => zoneOf({ settings: strange, accounts: bare }) },
    {
      name: 'with every AI service approved',
      make: () =>
        zoneOf({ settings: { ai: { approvedModels: ['anthropic.claude-*'], approvedServices: [...aiServiceNames] } } }),
    },
    { name: 'with roles of IAM Identity Center', make: () => zoneOf({ settings: named }) },
    ...random,
  ])(
    '$name, keeps every promise too',
    async ({ make }) => {
      const nodes = await provedNodes(make());
      expect(nodes.flatMap(({ findings }) => findings)).toEqual([]);
      const promises = nodes.flatMap((node) => node.promises);
      expect(promises.length).toBeGreaterThan(20);
      expect(promises.filter((promise) => !isAsWritten(promise))).toEqual([]);
    },
    120_000,
  );
});

/** A promise that is refuted has a written reason, and only such a one. */
const isAsWritten = ({ answer, exception }: ProvedPromise): boolean =>
  answer.verdict === (exception === undefined ? 'proved' : 'refuted');
