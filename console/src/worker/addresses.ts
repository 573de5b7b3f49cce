/** Pages under the same origin that are not the console's. */
export const OTHER_PAGES: RegExp[] = [/^\/api\//, /^\/reference/, /^\/metrics/, /^\/customers\//, /^\/socket\.io\//];
