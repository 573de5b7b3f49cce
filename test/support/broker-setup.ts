/**
 * One RabbitMQ for the whole run: `AMQP_URL`, or the one on 127.0.0.1:5672, or one that is started where the program is
 * installed. Without any of them the tests that need it are reported as skipped.
 */
import { connect } from 'amqplib';
import type { TestProject } from 'vitest/node';
import { Rabbit, rabbitProgram } from './rabbit.ts';

declare module 'vitest' {
  interface ProvidedContext {
    brokerUrl: string | null;
  }
}

const LOCAL = 'amqp://guest:guest@127.0.0.1:5672';

export default async function setUp(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.AMQP_URL || ((await answers(LOCAL)) ? LOCAL : null);
  const program = rabbitProgram();
  if (given !== null || program === null) {
    project.provide('brokerUrl', given);
    return undefined;
  }
  const rabbit = await Rabbit.create(program);
  await rabbit.start();
  project.provide('brokerUrl', rabbit.url);
  return () => rabbit.remove();
}

async function answers(url: string): Promise<boolean> {
  try {
    await (await connect(url, { timeout: 2_000 })).close();
    return true;
  } catch {
    return false;
  }
}
