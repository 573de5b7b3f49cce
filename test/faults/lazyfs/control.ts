/**
 * The control of the power cuts: on a PostgreSQL that does not synchronise, a cut must lose what was acknowledged. Where it
 * does not, the cuts drop nothing, and what they find says nothing.
 */
import { HttpClient } from '../../support/client.ts';
import { tokenOf } from '../../support/http.ts';
import { CLIENTS } from '../kill.ts';
import { readBooks, withBooks } from '../look.ts';
import { Oracle } from '../oracle.ts';
import { Service } from '../service.ts';
import { Workload } from '../workload.ts';
import { LazyFs } from './mount.ts';

export interface Control {
  readonly acknowledged: number;
  readonly lost: number;
}

const BEFORE = 500;

/** One cut with `fsync` off, on a database and a mount of its own. */
export async function cutWithoutFsync(program: string): Promise<Control> {
  const disk = await LazyFs.mount(program);
  try {
    const service = await Service.prepare({ DATABASE_DURABILITY: 'trusted' }, disk.directory);
    try {
      await service.start();
      await setPostgres(service, { fsync: 'off' });
      // What is lost are operations, and not the database that they were in.
      await disk.keep();
      return await cut(service, disk);
    } finally {
      await service.remove();
    }
  } finally {
    await disk.remove();
  }
}

/** Settings of PostgreSQL for its running server, and for all that follow it. */
export const setPostgres = (service: Service, settings: Readonly<Record<string, string>>): Promise<void> =>
  withBooks(service, async (pool) => {
    for (const [name, value] of Object.entries(settings)) await pool.query(`alter system set ${name} = '${value}'`);
    await pool.query('select pg_reload_conf()');
  });

async function cut(service: Service, disk: LazyFs): Promise<Control> {
  const client = new HttpClient(service.base, await tokenOf({ role: 'staff' }), CLIENTS);
  const oracle = new Oracle();
  const workload = new Workload(client, oracle);
  try {
    const running = workload.run(CLIENTS);
    await Promise.race([running, workload.acknowledged(BEFORE)]);
    await service.cutPower('both', async () => void (await disk.forget()));
    workload.stop();
    await service.start();
    await running;
    const { rows } = await withBooks(service, readBooks);
    return { acknowledged: oracle.acknowledged, lost: oracle.lost(rows).length };
  } finally {
    workload.stop();
    client.close();
  }
}
