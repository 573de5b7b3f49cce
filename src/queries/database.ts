/** A statement that the server prepares once a connection and knows by its name afterwards. */
export interface NamedStatement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/** What a read needs of the database: a pool, or one connection. int8 arrives as bigint, timestamptz as Date. */
export interface Database {
  // biome-ignore lint/suspicious/noExplicitAny: the caller names the shape of the rows it asked for.
  query<Row = any>(statement: string | NamedStatement, values?: readonly unknown[]): Promise<{ rows: Row[] }>;
}
