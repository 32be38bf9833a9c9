/** What may become of Data Catalogs of Glue in which no data lake is. */
export const dataCatalogChoices = ['keep', 'encrypt'] as const;
