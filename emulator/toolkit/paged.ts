import { type PageRequest, type Paging, page } from './pages';
import type { Handlers } from './service';

/** The list in the answer of an operation, and how many items a page has at most, which is the usual number too. */
export type PagedList = readonly [member: string, most: number];

/** How a service writes the pages of its lists. */
export interface PageStyle extends Pick<Paging, 'refuseSize' | 'refuseToken'> {
  /** What an input asks for. */
  readonly read: (input: Readonly<Record<string, unknown>>) => PageRequest;
  /** The member of an answer that says how it goes on. */
  readonly token: string;
}

/** The same handlers, whose answers have one page of their lists where they had all. */
export const paged = (handlers: Handlers, lists: Readonly<Record<string, PagedList>>, style: PageStyle): Handlers => ({
  ...handlers,
  ...Object.fromEntries(
    Object.entries(lists).map(([operation, [member, most]]): [string, Handlers[string]] => {
      const handle = handlers[operation];
      if (!handle) throw new Error(`there is no ${operation} to be paged`);
      return [
        operation,
        async (call) => {
          const { input } = call as { readonly input: Readonly<Record<string, unknown>> };
          const answer: Readonly<Record<string, unknown>> = { ...(await handle(call)) };
          const all = answer[member] as readonly unknown[];
          const { items, next } = page(all, style.read(input), { ...style, usual: most, most });
          return { ...answer, [member]: items, ...(next !== undefined && { [style.token]: next }) };
        },
      ];
    }),
  ),
});
