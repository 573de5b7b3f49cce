import { Counter, Registry } from 'prom-client';

export class CheckpointMetrics {
  readonly registry = new Registry();
  readonly signed = new Counter({
    name: 'pochi_checkpoints_signed_total',
    help: 'Checkpoints that this instance signed',
    registers: [this.registry],
  });
  readonly refused = new Counter({
    name: 'pochi_checkpoints_refused_total',
    help: 'Times that this instance did not sign, because the log is not what was signed before',
    registers: [this.registry],
  });
}
