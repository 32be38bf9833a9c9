import { stopOnSignal } from '../../../cli/deploy/stopping';

describe('a deployment that is stopped', () => {
  let clock = 0;
  const did: string[] = [];
  const deployment = { stop: (reason: string) => did.push(reason), interrupt: () => did.push('interrupt') };
  let signals: ReturnType<typeof stopOnSignal>;
  beforeEach(() => {
    clock = 0;
    did.length = 0;
    signals = stopOnSignal(
      deployment,
      (text) => did.push(text.slice(0, 20)),
      () => clock,
    );
  });
  afterEach(() => signals.stop());

  it('begins nothing more, says so, and lets what is under way come to its end', () => {
    process.emit('SIGTERM', 'SIGTERM');
    expect(did).toEqual(['the run was stopped by SIGTERM', 'Nothing more begins;']);
  });

  it('is interrupted by a second signal, and not by the first that npm passes on', () => {
    process.emit('SIGINT', 'SIGINT');
    clock = 50;
    process.emit('SIGINT', 'SIGINT');
    expect(did).not.toContain('interrupt');
    clock = 3_000;
    process.emit('SIGINT', 'SIGINT');
    expect(did.at(-1)).toBe('interrupt');
  });

  it('is interrupted once by a second keystroke that npm passes on too, and by none after it', () => {
    for (const at of [0, 5, 5_000, 5_005, 9_000]) {
      clock = at;
      process.emit('SIGINT', 'SIGINT');
    }
    expect(did.filter((each) => each === 'interrupt')).toHaveLength(1);
  });

  it('hears no signal any more once it is over', () => {
    signals.stop();
    const listeners = process.listenerCount('SIGINT');
    stopOnSignal(deployment, () => undefined).stop();
    expect(process.listenerCount('SIGINT')).toBe(listeners);
  });
});
