import { availableParallelism, freemem } from 'node:os';

interface Machine {
  readonly cores: number;
  /** Bytes that are free. */
  readonly memory: number;
}

/** What a process of the AWS provider takes, seen in `ps`; Terraform starts one for each account and region of a stack. */
const bytesOfProvider = 0.6 * 1024 ** 3;

/**
 * How many stacks a machine works on at once: no more than it has processors, and than the providers of the largest of them find memory.
 *
 * @param processes providers of the stack that has most
 */
export const widthOn = ({ cores, memory }: Machine, processes: number): number =>
  Math.max(1, Math.min(cores, Math.floor(memory / (bytesOfProvider * Math.max(1, processes)))));

/** This machine, or what a container has of it. */
export const thisMachine = (): Machine => ({
  cores: availableParallelism(),
  memory: process.availableMemory?.() ?? freemem(),
});
