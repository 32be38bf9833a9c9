import { z } from 'zod';

export const dataLakeForm = z.strictObject({});
