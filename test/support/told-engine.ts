import type { Engine, Job, PhaseOutcome } from '../../emulator/hcp/runs/engine';

/** Executes runs when a test says so. */
export class ToldEngine implements Engine {
  readonly version = '1.11.4';
  readonly jobs: Job[] = [];
  private readonly waiting: ((outcome: Partial<PhaseOutcome>) => void)[] = [];

  plan = (job: Job, log: (text: string) => void): Promise<PhaseOutcome> => this.begin(job, log);
  apply = (job: Job, log: (text: string) => void): Promise<PhaseOutcome> => this.begin(job, log);
  stop = (): void => this.end({ ok: false });
  planJson = async (): Promise<string> => '{"format_version":"1.2"}';
  close = async (): Promise<void> => undefined;

  /** How many phases are under way. */
  get busy(): number {
    return this.waiting.length;
  }

  /** Ends the phase that began first. */
  end(outcome: Partial<PhaseOutcome> = {}): void {
    this.waiting.shift()?.(outcome);
  }

  private begin(job: Job, log: (text: string) => void): Promise<PhaseOutcome> {
    this.jobs.push(job);
    log('working\n');
    const usual = {
      ok: true,
      hasChanges: true,
      counts: { additions: 1, changes: 0, destructions: 0, imports: 0 },
      state: undefined,
    };
    return new Promise((resolve) => this.waiting.push((outcome) => resolve({ ...usual, ...outcome })));
  }
}
