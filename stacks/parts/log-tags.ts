/** Logs tell who did what with which data, whatever the data are. */
export const logTags = { 'data-classification': 'confidential' } as const;
