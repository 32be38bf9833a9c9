import { z } from 'zod';

export const budgetForm = z.strictObject({});
