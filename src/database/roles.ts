/** The role that the service works as. It owns nothing: it can read, add to the books, and run the commit. */
import type { ClientBase } from 'pg';

export const APP_ROLE = 'pochi_app';

/**
 * Makes the role, which all databases of a server share, and lets the current login step into it. A login that
 * may not create roles is fine where somebody did both before.
 */
export async function ensureAppRole(client: ClientBase): Promise<void> {
  // Another database's migration may make the role between the look and the deed.
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${APP_ROLE}') then create role ${APP_ROLE} nologin; end if;
  exception when duplicate_object or unique_violation then null; end $$`);
  // Since PostgreSQL 16 a role's maker can administer it without being able to become it.
  const { rows } = await client.query<{ can: boolean }>(
    `select pg_has_role(current_user, '${APP_ROLE}',
       case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end) as can`,
  );
  if (!rows[0]?.can) await client.query(`grant ${APP_ROLE} to current_user`);
}

/** Lets the role log in by itself, where the whole server is ours. The password holds no quotes. */
export async function letAppRoleLogIn(client: ClientBase, password: string): Promise<void> {
  if (!/^[\w-]+$/.test(password)) throw new Error('the password of the application role has unexpected characters');
  await client.query(`alter role ${APP_ROLE} with login password '${password}'`);
}
