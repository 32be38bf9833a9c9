import { join } from 'node:path';
import { sampleEvents } from '../../../project/folders';
import { thisProject } from '../../../project/place';
import { type TrailFile, trailFilesIn } from './trail-files';

/** The days that the sample is about; some of its events are older, for queries that look back. */
export const sampleDays = { since: '2026-03-01', until: '2026-03-31' } as const;

/** The files of the sample. */
export const sampleFiles = (): readonly TrailFile[] => trailFilesIn(join(thisProject.root, sampleEvents));
