/** What the product is called, and its licence, as package.json has them. */
export const product = { name: 'Baseline', licence: 'MIT' } as const;
