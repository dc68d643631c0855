/** Where the interface lives. */
export const basePath = '/api/v1';
