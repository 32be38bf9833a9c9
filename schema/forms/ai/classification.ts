import { z } from 'zod';

/** How far data may go, from the least to the most sensitive. */
export const dataClassifications = ['public', 'internal', 'confidential', 'restricted'] as const;

export const dataClassification = z.enum(dataClassifications);
