/** Plain JSON: what a document is once dates and other special values are written as text. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
