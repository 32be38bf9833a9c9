import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../schema/problems/problem';
import { withoutByteOrderMark } from '../schema/text';
import { type Place, thisProject } from './place';

/** Where the ids are kept that controls once had. */
const file = 'controls/retired.json';

/** Ids that no control may have again, because an auditor may still read of them; none where nobody kept any. */
export function readRetiredControls({ root }: Place = thisProject): {
  readonly ids: readonly string[];
  readonly problems: readonly Problem[];
} {
  try {
    const ids: unknown = JSON.parse(withoutByteOrderMark(readFileSync(join(root, file), 'utf8')));
    if (Array.isArray(ids) && ids.every((id) => typeof id === 'string')) return { ids, problems: [] };
    return { ids: [], problems: [problemOf(ids)] };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { ids: [], problems: [] };
    return { ids: [], problems: [problemOf(String(error))] };
  }
}

/**
 * Keeps the ids of controls that were in the catalog when its page was last written, and are not any more.
 *
 * @param page the page as it was: each control has a heading `### <id>`
 */
export function keepRetiredControls(
  page: string,
  controls: readonly { readonly id: string }[],
  place: Place = thisProject,
): void {
  const before = [...page.matchAll(/^### ([a-z0-9-]+)$/gm)].map(([, id = '']) => id);
  const gone = before.filter((id) => !controls.some((control) => control.id === id));
  if (gone.length === 0) return;
  const all = [...new Set([...readRetiredControls(place).ids, ...gone])].sort();
  writeFileSync(join(place.root, file), `${JSON.stringify(all, null, 2)}\n`);
}

const problemOf = (value: unknown): Problem => ({
  file,
  field: 'the file',
  value,
  rule: 'must be a JSON list of ids',
  fix: 'restore it from version control',
});
