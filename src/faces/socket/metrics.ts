import { Counter, Gauge, Histogram, Registry } from 'prom-client';

export class SocketMetrics {
  readonly registry = new Registry();
  readonly open = new Gauge({
    name: 'pochi_sockets_open',
    help: 'Sockets that are connected',
    registers: [this.registry],
  });
  readonly sent = new Counter({
    name: 'pochi_socket_events_total',
    help: 'Events that were sent over sockets, each counted for every socket that it went to',
    labelNames: ['event'],
    registers: [this.registry],
  });
  readonly lag = new Histogram({
    name: 'pochi_socket_lag_seconds',
    help: 'Time from the commit of an operation, by the clock of the database, until its live events are sent over sockets',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });
}
