/** How long a page is unless told, and how long it may be. Apart, for the browser reads them too. */
export const DEFAULT_PAGE = 20;
export const LARGEST_PAGE = 200;
