import { App } from 'cdktf';
import type { Contract, Producer } from './contract';
import type { LandingZoneStack } from './landing-zone-stack';
import { dropTokenStackTraces } from './stack-traces';
import { resolveTokensOnly } from './token-resolution';

/**
 * Writes stacks one after the other: each is built, written and let go, so memory does not grow with their number. What is left of one
 * is its name and its contract, which is all that another may know of it.
 */
export class Synthesis {
  private readonly app: App;
  private readonly written = new Set<string>();

  /** @param outdir where the JSON goes; `cdktf.out` by default, or what the CDKTF CLI says */
  constructor(outdir?: string) {
    dropTokenStackTraces();
    resolveTokensOnly();
    this.app = new App({ outdir, stackTraces: false });
  }

  /** Builds a stack and writes it. It can be deployed after stacks that are written already, and no others: a loop throws. */
  write<C extends Contract>(build: (app: App) => LandingZoneStack<C>): Producer<C> {
    const { app } = this;
    const { manifest, outdir } = app;
    const stack = build(app);
    const { name, contract, deployedAfter } = stack;
    const missing = deployedAfter.find((producer) => !this.written.has(producer));
    if (missing !== undefined) throw new Error(`${name} is deployed after ${missing}, which is not written before it`);
    stack.synthesizer.synthesize({ outdir, manifest, skipValidation: app.skipValidation });
    // CDKTF takes them from the stacks themselves, which are gone.
    Object.assign(manifest.forStack(stack), { dependencies: deployedAfter });
    app.node.tryRemoveChild(name);
    this.written.add(name);
    return { name, contract };
  }

  /** Writes the manifest, from which the CDKTF CLI knows stacks and their order. */
  finish(): void {
    this.app.manifest.writeToFile();
  }
}
