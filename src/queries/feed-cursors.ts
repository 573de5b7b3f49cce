/** How far the consumers of events have come, and which instance has which of their lanes in hand. */
import type { Database } from './database.ts';
import type { Place } from './feed.ts';

export interface ClaimedLane {
  readonly ledgerId: bigint;
  readonly lane: number;
  readonly from: Place;
}

/** A lane, and the height of its ledger's last commit at the time. */
export interface TakenLane extends ClaimedLane {
  readonly head: bigint;
}

export interface LaneProgress extends ClaimedLane {
  /** Where the next one goes on. */
  readonly next: Place;
}

/**
 * Makes the lanes of a consumer in each ledger that it has none in yet. They start behind what is there already: who
 * wants the events of before asks for a replay.
 */
export async function openLanes(database: Database, consumer: string, lanes: number): Promise<void> {
  await database.query(
    `insert into feeds (ledger_id, consumer, lane, height, index)
     select h.ledger_id, $1, lane, h.height + 1, 0
       from ledger_heads h, generate_series(0, $2::integer - 1) lane
      where not exists (select from feeds f where f.ledger_id = h.ledger_id and f.consumer = $1 and f.lane = lane)
     on conflict do nothing`,
    [consumer, lanes],
  );
}

/**
 * Takes all lanes that are behind and that no other instance has in hand, for so many seconds. A holder that lets the
 * time pass loses its lanes to whoever asks next: then events are told twice, but none is left out.
 */
export async function claimLanes(
  database: Database,
  consumer: string,
  holder: string,
  seconds: number,
): Promise<ClaimedLane[]> {
  const { rows } = await database.query<{ ledger_id: bigint; lane: number; height: bigint; index: number }>(
    `with free as materialized (
       select f.ledger_id, f.lane
         from feeds f
         join ledger_heads h on h.ledger_id = f.ledger_id
        where f.consumer = $1 and f.height <= h.height
          and (f.held_until is null or f.held_until < clock_timestamp() or f.holder = $2)
        order by f.ledger_id, f.lane
          for update of f skip locked
     )
     update feeds f set holder = $2, held_until = clock_timestamp() + make_interval(secs => $3)
       from free
      where f.ledger_id = free.ledger_id and f.consumer = $1 and f.lane = free.lane
     returning f.ledger_id, f.lane, f.height, f.index`,
    [consumer, holder, seconds],
  );
  return rows.map(({ ledger_id, lane, height, index }) => ({ ledgerId: ledger_id, lane, from: { height, index } }));
}

/** Keeps the lanes that this instance has in hand for so many seconds more. */
export async function keepLanes(database: Database, consumer: string, holder: string, seconds: number): Promise<void> {
  await database.query(
    `update feeds set held_until = clock_timestamp() + make_interval(secs => $3) where consumer = $1 and holder = $2`,
    [consumer, holder, seconds],
  );
}

/** Moves lanes on and lets go of them. A lane that another instance has taken meanwhile stays where that one has it. */
export async function advanceLanes(
  database: Database,
  consumer: string,
  holder: string,
  progress: readonly LaneProgress[],
): Promise<void> {
  await database.query(
    `update feeds f set height = p.height, index = p.index, holder = null, held_until = null
       from unnest($3::bigint[], $4::integer[], $5::bigint[], $6::integer[]) as p(ledger_id, lane, height, index)
      where f.ledger_id = p.ledger_id and f.consumer = $1 and f.lane = p.lane and f.holder = $2`,
    [
      consumer,
      holder,
      progress.map(({ ledgerId }) => ledgerId),
      progress.map(({ lane }) => lane),
      progress.map(({ next }) => next.height),
      progress.map(({ next }) => next.index),
    ],
  );
}

/**
 * Takes a lane that is behind, for the transaction that the client is in: nobody else gets it until that ends. Null where
 * there is none, or others have them all.
 */
export async function takeLane(client: Database, consumer: string): Promise<TakenLane | null> {
  const { rows } = await client.query<{ ledger_id: bigint; lane: number; height: bigint; index: number; head: bigint }>(
    // By chance, so that a busy ledger does not keep the others waiting.
    `select f.ledger_id, f.lane, f.height, f.index, h.height as head
       from feeds f
       join ledger_heads h on h.ledger_id = f.ledger_id
      where f.consumer = $1 and f.height <= h.height
      order by random()
      limit 1
        for update of f skip locked`,
    [consumer],
  );
  const [row] = rows;
  if (!row) return null;
  const { ledger_id: ledgerId, lane, height, index, head } = row;
  return { ledgerId, lane, from: { height, index }, head };
}

/** Moves on a lane that was taken, when the client's transaction commits. */
export async function moveLane(
  client: Database,
  consumer: string,
  { ledgerId, lane, next }: LaneProgress,
): Promise<void> {
  await client.query('update feeds set height = $4, index = $5 where ledger_id = $1 and consumer = $2 and lane = $3', [
    ledgerId,
    consumer,
    lane,
    next.height,
    next.index,
  ]);
}

export interface Backlog {
  /** Operations that are not told of yet in at least one lane. */
  readonly operations: number;
  /** How long the oldest of them has been waiting. */
  readonly seconds: number;
}

/** What a consumer has still before it, over all ledgers. */
export async function backlogOf(database: Database, consumer: string): Promise<Backlog> {
  const { rows } = await database.query<{ operations: bigint; seconds: number | null }>(
    `select coalesce(sum(b.operations), 0)::bigint as operations,
            extract(epoch from clock_timestamp() - min(b.recorded_at))::double precision as seconds
       from (select ledger_id, min(height) as height from feeds where consumer = $1 group by ledger_id) f
       join blocks b on b.ledger_id = f.ledger_id and b.height >= f.height`,
    [consumer],
  );
  return { operations: Number(rows[0]?.operations ?? 0n), seconds: Math.max(0, rows[0]?.seconds ?? 0) };
}
