import { Faults } from '../../../emulator/gateway/faults';
import { type Protocol, renderError } from '../../../emulator/gateway/wire';

const draw = (faults: Faults, calls: number) =>
  Array.from({ length: calls }, () => faults.next('rest-json', 'guardduty')?.status);

test('lets every call through unless a share is set', () => {
  expect(draw(new Faults(), 100).every((status) => status === undefined)).toBe(true);
});

test('draws the same calls from the same seed and others from another', () => {
  const drawn = (seed: number) => draw(new Faults({ share: 0.3, seed }), 50);

  expect(drawn(1)).toEqual(drawn(1));
  expect(drawn(1)).not.toEqual(drawn(2));
});

test('draws about the share that is set, throttling and failing in turn', () => {
  const faults = new Faults({ share: 0.2, seed: 1 });
  const statuses = draw(faults, 1000).filter((status) => status !== undefined);

  expect(statuses.length).toBeGreaterThan(150);
  expect(statuses.length).toBeLessThan(250);
  expect(statuses.slice(0, 4)).toEqual([429, 500, 429, 500]);
  expect(faults.count).toBe(statuses.length);
});

test('can be set anew while the emulated AWS runs', () => {
  const faults = new Faults({ share: 1, seed: 1 });
  faults.set({ share: 0, seed: 1 });

  expect(faults.next('json', 'config')).toBeUndefined();
});

test.each<[Protocol, string, number, string]>([
  ['rest-json', 'guardduty', 429, 'TooManyRequestsException'],
  ['rest-xml', 's3', 503, 'SlowDown'],
  ['query', 'iam', 400, 'Throttling'],
  ['ec2', 'ec2', 503, 'RequestLimitExceeded'],
  ['json', 'config', 400, 'ThrottlingException'],
  ['json', 'organizations', 400, 'TooManyRequestsException'],
])(
  'throttles %s calls of %s with status %i and the code %s that its SDK retries',
  (protocol, service, status, code) => {
    const fault = new Faults({ share: 1, seed: 1 }).next(protocol, service);

    expect(fault).toMatchObject({ status, code });
    expect(fault && String(renderError(protocol, fault).body)).toContain(code);
  },
);
