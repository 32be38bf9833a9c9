import { inOrder } from '../deployment/in-order';

/** Something to do, and what must be over before it begins. */
export interface Task {
  readonly name: string;
  /** Names of the tasks that must be over before it begins; names of others hold nothing up. */
  readonly after: readonly string[];
  /** How long it takes, compared with the others. */
  readonly weight: number;
  /** @param niceness 5 for what the end of everything waits for, up to 19 for what has time */
  readonly work: (niceness: number) => Promise<void>;
}

/** Works off the tasks, at most `width` at once. Those with the longest way to the end of everything go first, and get the processor. */
export async function workOff(tasks: readonly Task[], width: number): Promise<void> {
  const wayOf = waysToTheEnd(tasks);
  const unfinished = [...tasks].sort((a, b) => wayOf(b) - wayOf(a));
  await inOrder(
    [...unfinished],
    width,
    ({ after }) => after,
    async (task) => {
      await task.work(nicenessOf(wayOf(task), wayOf(unfinished[0] ?? task)));
      unfinished.splice(unfinished.indexOf(task), 1);
    },
  );
}

/** The heaviest chain of tasks that begins with a task. */
function waysToTheEnd(tasks: readonly Task[]): (task: Task) => number {
  const ways = new Map<Task, number>();
  const wayOf = (task: Task): number => {
    const known = ways.get(task);
    if (known !== undefined) return known;
    const followers = tasks.filter(({ after }) => after.includes(task.name));
    const way = task.weight + Math.max(0, ...followers.map(wayOf));
    ways.set(task, way);
    return way;
  };
  return wayOf;
}

/** What all tasks ask, the emulated AWS, goes before them; a way that is a quarter shorter than the longest leaves most to that. */
const nicenessOf = (way: number, longest: number): number => Math.min(19, Math.round(5 + 50 * (1 - way / longest)));
